//! `advise_on_premises`: which on-premises sites must act, compared with what they really do.

use practice_lab::Version;
use rotation::activity::StepStatus;
use rotation::event::{Action, StepId};
use rotation::on_premises::Forecast;
use rotation::verdict::Verdict;
use support::stage::Stage;

/// Whether what was forecast fits what the on-premises site does.
const fn fits(forecast: Forecast, trusts: bool) -> bool {
    match forecast {
        Forecast::Nothing => trusts,
        Forecast::MustRepair => !trusts,
        Forecast::Uncertain => true,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_it_says_of_every_version_is_what_happens() {
    for version in Version::ALL {
        for action in [Action::Import, Action::Regenerate] {
            let stage = Stage::of(|scenario| scenario.version = version).await;
            let ended = stage.run(stage.request(action)).await.unwrap();
            let told = stage.view(&ended.run).on_premises;
            assert_eq!(told.len(), stage.own().on_premises.len());
            for site in told {
                let trusts = stage.lab.on_premises_trusts(&site.name).await;
                let seen = if trusts { Verdict::Same } else { Verdict::Old };
                assert_eq!(site.seen, Some(seen), "{version} {action:?} {}", site.name);
                let about = format!("{version} {action:?} {}: {:?}", site.name, site.forecast);
                assert!(fits(site.forecast, trusts), "{about}, trusts: {trusts}");
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_report_shows_what_was_forecast_beside_what_is_seen() {
    let stage = Stage::of(|scenario| scenario.version = Version::V4_2).await;
    let ended = stage.run(stage.request(Action::Import)).await.unwrap();
    let step = stage.step(&ended.run, StepId::AdviseOnPremises);
    assert!(step.says.unwrap().contains("refused by: 2."));
    let page = stage.engine().report(&ended.run).unwrap().html();
    assert!(page.contains("Old certificate"), "seen after the change");
    assert!(!page.contains("not seen from here"));
}

#[tokio::test(flavor = "multi_thread")]
async fn is_certain_where_the_rule_is() {
    for (version, action) in [
        (Version::V4_2, Action::Import),
        (Version::V4_7, Action::Regenerate),
    ] {
        let stage = Stage::of(|scenario| scenario.version = version).await;
        let plan = stage.plan(&stage.request(action)).await.unwrap();
        for site in plan.on_premises {
            assert_eq!(
                site.forecast,
                Forecast::MustRepair,
                "{version} {}",
                site.name
            );
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn has_a_message_for_each_tenant_with_the_new_thumbprint() {
    let stage = Stage::open().await;
    let ended = stage.run(stage.request(Action::Regenerate)).await.unwrap();
    assert_eq!(
        stage.step(&ended.run, StepId::AdviseOnPremises).status,
        StepStatus::Done
    );
    let presented = stage.presented().to_string();
    for site in stage.view(&ended.run).on_premises {
        assert!(site.message.contains(&site.name), "{}", site.message);
        assert!(site.message.contains(&presented), "{}", site.message);
    }
}

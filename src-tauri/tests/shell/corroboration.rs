//! What was known of other sites before the app was started vouches for a certificate that is seen now.

use std::collections::BTreeMap;
use std::sync::Arc;

use certificate::Thumbprint;
use ground::Surroundings;
use practice_lab::{Lab, Scenario, SiteDescription};
use rotation::Grade;
use serde_json::{Value, json};
use sites::{Document, DocumentError, Learned, SavedSite, Sites};
use tauri::ipc::InvokeBody;
use time::{OffsetDateTime, macros::datetime};
use tokio::runtime::Runtime;
use trust::{KnownSite, Observation, Snapshot, Survey, Vantage};

use crate::{
    practice::with_password,
    stage::{Stage, invoke},
};

const CHECKED: OffsetDateTime = datetime!(2026-03-01 12:00 UTC);

fn pin(site: &SiteDescription) -> Thumbprint {
    site.cloud.thumbprint.parse().unwrap()
}

/// What a check of `paris` found: it has `berlin` on record under the certificate that it shows.
fn survey(paris: &SiteDescription, berlin: &SiteDescription) -> Snapshot {
    let vantage = Vantage::PinnedBy {
        site: paris.name.clone(),
    };
    let on_record = Observation::seen(&*berlin.name, vantage, pin(berlin), CHECKED);
    let known = |site: &SiteDescription| KnownSite {
        current: Some(pin(site)),
        ..KnownSite::named(&*site.name)
    };
    let listed = serde_json::from_value(json!({ "site": berlin.name })).unwrap();
    Snapshot::of(&Survey {
        taken: CHECKED,
        reports: vec![trust::Report {
            site: known(paris),
            peers: vec![listed],
            obstacle: None,
        }],
        others: vec![known(berlin)],
        observations: vec![on_record],
    })
}

/// A state folder as an earlier start left it, with one saved site that was checked.
fn leave_behind(stage: &Stage, lab: &Lab) -> SavedSite {
    let sites = lab.description().sites;
    let address = sites[0].cloud.address.parse().unwrap();
    let then = Surroundings::of_this_machine().with_clock(Arc::new(CHECKED));
    let mut paris = SavedSite::new(address, pin(&sites[0]), Learned::Pasted, &then);
    paris.name.clone_from(&sites[0].name);
    paris.grade = Grade::E3;
    Sites::open(&stage.home)
        .unwrap()
        .add(paris.clone())
        .unwrap();
    let file = Document::<BTreeMap<String, Snapshot>>::new(&stage.home, "surveys.json", 1);
    let kept = file.change(|kept| {
        kept.insert(paris.id.clone(), survey(&sites[0], &sites[1]));
        Ok::<_, DocumentError>(())
    });
    kept.unwrap();
    paris
}

/// Who answers, as the window in which a site is added is told.
fn looked(stage: &Stage, probe: Value) -> Value {
    let adding = stage.own_window("add-site-9");
    invoke(&adding, "probe_site", InvokeBody::Json(probe)).unwrap()
}

/// A lab that is no practice lab of the app: its sites are like any others.
fn outside(stage: &Stage, runtime: &Runtime) -> Lab {
    let scenario = Scenario::new(stage.home.join("outside"));
    let lab = runtime.block_on(Lab::start(scenario, &Surroundings::of_this_machine()));
    lab.unwrap()
}

#[test]
fn a_pairing_list_that_was_read_before_the_start_vouches_for_a_new_site() {
    let runtime = Runtime::new().unwrap();
    let first = Stage::new("corroboration");
    let lab = outside(&first, &runtime);
    let paris = leave_behind(&first, &lab);
    let stage = Stage::in_folder(first.home.clone());
    let berlin = &lab.description().sites[1];
    let probe = json!({ "address": berlin.cloud.address });
    let seen = looked(&stage, probe);
    assert_eq!(seen["grade"], "E2");
    let says = seen["agreeing"][0].as_str().unwrap();
    assert!(
        says.starts_with("Paris had this certificate on record for Berlin"),
        "{says}"
    );
    assert!(says.contains("2026-03-01 12:00 UTC"), "{says}");
    // Oslo is on nobody's record.
    let oslo = json!({ "address": lab.description().sites[3].cloud.address });
    assert_eq!(looked(&stage, oslo)["grade"], "E0");
    let shown = stage.ask("site", json!({ "id": paris.id })).unwrap();
    assert_eq!(shown["peers"][0]["name"], "Berlin");
    assert_eq!(shown["peers"][0]["weTrustIt"]["verdict"], "same");
    stage.ask("forget_site", json!({ "id": paris.id })).unwrap();
    let probe = json!({ "address": berlin.cloud.address });
    assert_eq!(looked(&stage, probe)["grade"], "E0");
}

#[test]
fn the_public_service_endpoint_that_a_check_read_is_known_after_the_next_start() {
    let runtime = Runtime::new().unwrap();
    let stage = Stage::new("endpoint");
    let lab = outside(&stage, &runtime);
    let paris = leave_behind(&stage, &lab);
    let stage = Stage::in_folder(stage.home.clone());
    let request = json!({ "purpose": "site", "target": paris.id, "remember": false });
    let password = &lab.description().sites[0].password;
    let request = json!({ "request": request });
    with_password(&stage, password, "request_secret", request).unwrap();
    stage.ask("check_site", json!({ "id": paris.id })).unwrap();
    let saved = Sites::open(&stage.home).unwrap();
    let host = saved.find(&paris.id).unwrap().public_host.clone();
    assert_eq!(host.as_deref(), Some("127.0.0.1"));
}

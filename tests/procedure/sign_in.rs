//! `sign_in`: once at every site, over the certificate by which it is known, and never twice with
//! a password that was refused.

use appliance::{Credential, SignIns};
use ground::Surroundings;
use rotation::activity::StepStatus;
use rotation::event::{Action, StepId};
use rotation::{Event, Outcome};
use support::stage::{OWN, Stage};

/// How often somebody tried to sign in at a site.
fn sign_ins(stage: &Stage, site: &str) -> usize {
    let calls = stage.calls_since(0, site);
    let is_sign_in =
        |call: &&practice_lab::Request| call.method == "POST" && call.path == "/sessions";
    calls.iter().filter(is_sign_in).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn signs_in_once_at_a_peer_and_once_more_at_the_own_site_after_its_restart() {
    let stage = Stage::open().await;
    let ended = stage.run(stage.request(Action::Import)).await.unwrap();
    assert_eq!(ended.outcome, Some(Outcome::Done));
    assert_eq!(sign_ins(&stage, OWN), 2);
    for peer in stage.peers() {
        assert_eq!(sign_ins(&stage, &peer.name), 1, "{}", peer.name);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn tries_a_wrong_password_once_and_goes_on_with_the_other_peers() {
    let stage = Stage::open().await;
    let mut request = stage.request(Action::Import);
    let berlin = request.peers.first_mut().unwrap();
    berlin.credential = Credential::Appliance {
        password: "wrong".into(),
    };
    let ended = stage.run(request).await.unwrap();
    assert_eq!(ended.outcome, Some(Outcome::Attention));
    assert_eq!(stage.lab.failed_logins("Berlin"), 1);
    let step = stage.step(&ended.run, StepId::SignIn);
    assert_eq!(step.status, StepStatus::Attention);
    let peer = stage.peer(&ended.run, "Berlin");
    assert_eq!(peer.problem.unwrap().code, "site.sign_in_refused");
    stage.assert_trusted_by(&["Madrid", "Oslo"]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn changes_nothing_where_the_own_site_refuses_the_password() {
    let stage = Stage::open().await;
    let mut request = stage.request(Action::Import);
    request.local.credential = Credential::Appliance {
        password: "wrong".into(),
    };
    let problem = stage.run(request).await.unwrap_err();
    assert_eq!(problem.code, "site.sign_in_refused");
    assert_eq!(stage.lab.failed_logins(OWN), 1);
    stage.assert_nothing_was_changed();
}

#[tokio::test(flavor = "multi_thread")]
async fn signs_in_with_single_sign_on_too() {
    let stage = Stage::open().await;
    let mut request = stage.request(Action::Regenerate);
    let accesses = std::iter::once(&mut request.local).chain(&mut request.peers);
    for (access, site) in accesses.zip(&stage.before.sites) {
        access.credential = Credential::Sso {
            username: site.sso.user.clone(),
            password: site.sso.password.clone().into(),
        };
    }
    let ended = stage.run(request).await.unwrap();
    assert_eq!(ended.outcome, Some(Outcome::Done));
    stage.assert_everybody_trusts_everybody().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn sends_no_password_to_a_site_with_another_certificate() {
    let stage = Stage::open().await;
    let mut request = stage.request(Action::Import);
    request.local.pin = stage.own().manager.thumbprint.parse().unwrap();
    let problem = stage.run(request).await.unwrap_err();
    assert_eq!(problem.code, "site.other_certificate");
    assert_eq!(stage.calls_since(0, OWN), []);
}

#[tokio::test(flavor = "multi_thread")]
async fn says_where_it_signed_in() {
    let stage = Stage::open().await;
    let ended = stage.run(stage.request(Action::Import)).await.unwrap();
    for site in &stage.before.sites {
        let is_it =
            |event: &Event| matches!(event, Event::SignedIn { site: at, .. } if *at == site.name);
        assert!(ended.has(is_it), "{}", site.name);
    }
}

/// A plan whose peer Berlin has a password that is wrong, made several times, then the run.
#[tokio::test(flavor = "multi_thread")]
async fn sends_a_refused_password_once_over_every_plan_and_run_and_leaves_no_session_open() {
    let stage = Stage::open().await;
    let mut request = stage.request(Action::Import);
    let sign_ins = SignIns::new(Surroundings::of_this_machine());
    request.local.sign_ins = sign_ins.clone();
    for peer in &mut request.peers {
        peer.sign_ins = sign_ins.clone();
    }
    request.peers.first_mut().unwrap().credential = Credential::Appliance {
        password: "wrong".into(),
    };
    for _ in 0..3 {
        stage.plan(&request).await.unwrap();
    }
    let plan = stage.plan(&request).await.unwrap();
    let berlin = plan.peers.iter().find(|peer| peer.name == "Berlin");
    let problem = berlin.unwrap().problem.as_ref().unwrap();
    assert_eq!(problem.code, "site.password_refused");
    assert_eq!(stage.lab.failed_logins("Berlin"), 1);
    for site in [OWN, "Madrid", "Oslo"] {
        assert_eq!(stage.lab.logins(site), 1, "{site}");
        assert_eq!(stage.lab.open_sessions(site), 1, "{site}");
    }
    sign_ins.close().await;
    for site in [OWN, "Berlin", "Madrid", "Oslo"] {
        assert_eq!(stage.lab.open_sessions(site), 0, "{site}");
    }
}

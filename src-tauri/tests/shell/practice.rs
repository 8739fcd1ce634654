//! The whole way without a screen: lab, check, bundle with its password, plan, run, report.

use std::{fs, path::Path, thread, time::Duration};

use crate::stage::{Stage, invoke};
use serde_json::{Value, json};
use tauri::{Manager as _, WebviewWindow, ipc::InvokeBody, test::MockRuntime};

pub(crate) fn scenario(peers: u32) -> Value {
    json!({"scenario": {"peers": peers, "onPremises": 2, "version": "4.7", "pace": "instant"}})
}

/// The identity of the lab's own site.
pub(crate) fn own_site(stage: &Stage, lab: &Value) -> String {
    let rows = stage.ask("list_sites", json!({})).unwrap();
    let own = |row: &&Value| row["address"] == lab["sites"][0]["address"];
    rows.as_array().unwrap().iter().find(own).unwrap()["id"]
        .as_str()
        .unwrap()
        .to_owned()
}

#[test]
fn the_sites_of_a_lab_are_saved_while_it_runs_and_their_passwords_are_at_hand() {
    let stage = Stage::new("lab");
    let lab = stage.ask("start_lab", scenario(2)).unwrap();
    let rows = stage.ask("list_sites", json!({})).unwrap();
    let rows = rows.as_array().unwrap();
    assert_eq!(rows.len(), 3);
    assert!(
        rows.iter()
            .all(|row| row["practice"] == true && row["canSignIn"] == true)
    );
    let view = stage
        .ask("check_site", json!({"id": own_site(&stage, &lab)}))
        .unwrap();
    assert_eq!(view["problem"], json!(null), "{view:#}");
    assert_eq!(view["row"]["trust"]["says"], "2 of 2 peers agree");
    for peer in view["peers"].as_array().unwrap() {
        assert_eq!(
            (&peer["trustsUs"]["verdict"], &peer["weTrustIt"]["verdict"]),
            (&json!("same"), &json!("same"))
        );
    }
    assert_eq!(view["onPremises"].as_array().unwrap().len(), 2);
    assert_eq!(stage.ask("stop_lab", json!({})), Ok(json!(null)));
    assert_eq!(stage.ask("list_sites", json!({})), Ok(json!([])));
    assert!(!stage.home.join("sites.json").exists());
}

#[test]
fn a_lab_tells_how_many_sites_it_has_and_not_how_many_were_asked_for() {
    let stage = Stage::new("many");
    let asked = json!({"peers": 3, "onPremises": 1000, "version": "4.7", "pace": "instant"});
    let lab = stage.ask("start_lab", json!({"scenario": asked})).unwrap();
    assert_eq!((&lab["peers"], &lab["onPremises"]), (&json!(3), &json!(50)));
}

#[test]
fn a_peer_that_is_suggested_is_found_at_its_address_and_is_a_practice_site_again() {
    let stage = Stage::new("suggested");
    let lab = stage.ask("start_lab", scenario(2)).unwrap();
    let own = json!({"id": own_site(&stage, &lab)});
    stage.ask("check_site", own.clone()).unwrap();
    let peer = json!({"sites": [lab["sites"][1]]});
    let forgotten = json!({"id": own_site(&stage, &peer)});
    stage.ask("forget_site", forgotten).unwrap();
    let view = stage.ask("check_site", own.clone()).unwrap();
    let suggested = &view["suggested"][0];
    assert_eq!(suggested["name"], lab["sites"][1]["name"]);
    let form = json!({"form": {
        "address": suggested["address"], "expected": null, "account": {"kind": "appliance"},
        "remember": false, "acceptUnverified": null,
    }});
    let row = stage.ask("add_site", form).unwrap();
    assert_eq!(
        (&row["practice"], &row["canSignIn"]),
        (&json!(true), &json!(true))
    );
    stage.ask("check_site", json!({"id": row["id"]})).unwrap();
    let view = stage.ask("check_site", own).unwrap();
    assert_eq!(view["suggested"], json!([]));
    assert_eq!(view["row"]["trust"]["says"], "2 of 2 peers agree");
}

#[test]
fn a_whole_import_ends_well_and_the_site_is_known_by_its_new_certificate() {
    let stage = Stage::new("import");
    let lab = stage.ask("start_lab", scenario(2)).unwrap();
    let site = own_site(&stage, &lab);
    stage.ask("check_site", json!({"id": site})).unwrap();
    stage.will_choose(Path::new(lab["bundlePath"].as_str().unwrap()));
    let password = lab["bundlePassword"].as_str().unwrap();
    let bundle = with_password(&stage, password, "pick_bundle", json!({"site": site})).unwrap();
    assert_eq!(
        (&bundle["acceptable"], &bundle["problem"]),
        (&json!(true), &json!(null)),
        "{bundle:#}"
    );
    let plan = stage
        .ask(
            "prepare_plan",
            json!({"site": site, "token": bundle["token"]}),
        )
        .unwrap();
    assert_eq!(plan["canStart"], true, "{plan:#}");
    let token = json!({"planToken": plan["token"]});
    let run = stage.ask("start_rotation", token.clone()).unwrap();
    assert_eq!(stage.refusal("start_rotation", token), "plan.gone");
    let ended = until_ended(&stage, &run);
    assert_eq!(ended["status"], "done", "{ended:#}");
    let after = stage.ask("check_site", json!({"id": site})).unwrap();
    assert_eq!(
        after["certificate"]["thumbprint"],
        bundle["certificate"]["thumbprint"]
    );
    assert_eq!(after["row"]["trust"]["says"], "2 of 2 peers agree");
    let report = stage.home.join("report.html");
    stage.will_choose(&report);
    stage
        .ask("save_report", json!({"run": run, "format": "html"}))
        .unwrap();
    assert!(!fs::read_to_string(report).unwrap().contains(password));
}

#[test]
fn a_whole_regeneration_ends_well() {
    let stage = Stage::new("regenerate");
    let lab = stage.ask("start_lab", scenario(1)).unwrap();
    let site = json!({"site": own_site(&stage, &lab), "token": null});
    let plan = stage.ask("prepare_plan", site).unwrap();
    let token = json!({"planToken": plan["token"]});
    let run = stage.ask("start_rotation", token).unwrap();
    assert_eq!(until_ended(&stage, &run)["status"], "done");
}

#[test]
fn a_fault_of_the_lab_is_felt_and_ends_when_it_is_switched_off() {
    let stage = Stage::new("fault");
    let lab = stage.ask("start_lab", scenario(1)).unwrap();
    let (site, peer) = (
        own_site(&stage, &lab),
        lab["sites"][1]["name"].as_str().unwrap(),
    );
    let fault = format!("site-down@{peer}");
    let agree = |on: bool| {
        let lab = stage
            .ask("set_lab_fault", json!({"name": fault, "on": on}))
            .unwrap();
        assert_eq!(lab["faults"].as_array().unwrap().len(), usize::from(on));
        let view = stage.ask("check_site", json!({"id": site})).unwrap();
        view["row"]["trust"]["says"].as_str().unwrap().to_owned()
    };
    assert_eq!(agree(true), "0 of 1 peers agree");
    assert_eq!(agree(false), "1 of 1 peers agree");
    assert_eq!(
        stage.refusal("set_lab_fault", json!({"name": "rain@Paris", "on": true})),
        "lab.unknown_fault"
    );
}

#[test]
fn a_wrong_password_of_a_file_is_told_and_the_file_is_still_held() {
    let stage = Stage::new("wrong");
    let lab = stage.ask("start_lab", scenario(1)).unwrap();
    let site = own_site(&stage, &lab);
    stage.will_choose(Path::new(lab["bundlePath"].as_str().unwrap()));
    let wrong = with_password(&stage, "wrong", "pick_bundle", json!({"site": site})).unwrap();
    assert_eq!(wrong["problem"]["code"], "bundle.wrong_password");
    assert_eq!(
        (&wrong["needsPassword"], &wrong["acceptable"]),
        (&json!(true), &json!(false))
    );
    let again = json!({"token": wrong["token"], "site": site});
    let right = with_password(
        &stage,
        lab["bundlePassword"].as_str().unwrap(),
        "inspect_bundle",
        again,
    );
    assert_eq!(right.unwrap()["acceptable"], true);
}

/// Asks for something that opens the password window, and types into it as a person would.
pub(crate) fn with_password(
    stage: &Stage,
    password: &str,
    command: &str,
    arguments: Value,
) -> Result<Value, Value> {
    let (main, command) = (stage.main.clone(), command.to_owned());
    let asking = thread::spawn(move || invoke(&main, &command, InvokeBody::Json(arguments)));
    while !asking.is_finished() {
        // Without an event loop closed windows stay; the one that is asked for something answers.
        let asks = |window: &WebviewWindow<MockRuntime>| {
            invoke(window, "secret_prompt", InvokeBody::Json(json!({}))).is_ok()
        };
        if let Some(secret) = stage.app.webview_windows().into_values().find(asks) {
            let typed = InvokeBody::Raw(password.as_bytes().to_vec());
            invoke(&secret, "submit_secret", typed)?;
        }
        thread::sleep(Duration::from_millis(5));
    }
    asking.join().expect("the command does not panic")
}

/// The line of the run in the list of runs, once it has ended; within two minutes it has.
pub(crate) fn until_ended(stage: &Stage, run: &Value) -> Value {
    let line = || {
        let runs = stage.ask("list_runs", json!({})).unwrap();
        runs.as_array()
            .unwrap()
            .iter()
            .find(|line| line["run"] == *run)
            .unwrap()
            .clone()
    };
    let has_ended = |line: &Value| line["status"] != "running";
    let mut looks = (0..2400).map(|_| {
        thread::sleep(Duration::from_millis(50));
        line()
    });
    looks.find(has_ended).unwrap()
}

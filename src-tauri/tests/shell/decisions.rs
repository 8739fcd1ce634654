//! What a plan leaves to a person is decided in the window before the start, and once.

use std::{thread, time::Duration};

use crate::{
    practice::{own_site, scenario},
    stage::Stage,
};
use serde_json::{Value, json};

#[test]
fn a_start_that_repairs_no_peer_is_not_asked_about_a_second_time() {
    let stage = Stage::new("alone");
    let lab = stage.ask("start_lab", scenario(1)).unwrap();
    let peer = lab["sites"][1]["name"].as_str().unwrap();
    let fault = json!({"name": format!("site-down@{peer}"), "on": true});
    stage.ask("set_lab_fault", fault).unwrap();
    let site = json!({"site": own_site(&stage, &lab), "token": null});
    let plan = stage.ask("prepare_plan", site).unwrap();
    assert_eq!(plan["canStart"], true);
    assert!(plan["toDecide"].is_string(), "{plan}");
    let token = json!({"planToken": plan["token"]});
    let run = stage.ask("start_rotation", token).unwrap();
    // A question would leave the run waiting for its answer.
    assert_eq!(until_it_rests(&stage, &run)["status"], "attention");
}

#[test]
fn a_peer_that_is_added_after_the_run_is_repaired_when_that_goes_on() {
    let stage = Stage::new("added-later");
    let lab = stage.ask("start_lab", scenario(1)).unwrap();
    let own = own_site(&stage, &lab);
    let peer = own_site(&stage, &json!({"sites": [lab["sites"][1]]}));
    stage.ask("forget_site", json!({"id": peer})).unwrap();
    let site = json!({"site": own, "token": null});
    let plan = stage.ask("prepare_plan", site).unwrap();
    let token = json!({"planToken": plan["token"]});
    let run = stage.ask("start_rotation", token).unwrap();
    assert_eq!(until_it_rests(&stage, &run)["status"], "attention");
    let form = json!({"form": {
        "address": lab["sites"][1]["address"], "expected": null, "account": {"kind": "appliance"},
        "remember": false, "acceptUnverified": null,
    }});
    let added = stage.ask("add_site", form).unwrap();
    // Its name is what its own check reads.
    stage.ask("check_site", json!({"id": added["id"]})).unwrap();
    let resume = json!({"run": run, "how": "resume", "file": null});
    stage.ask("steer_run", resume).unwrap();
    assert_eq!(until_it_rests(&stage, &run)["status"], "done");
}

/// The run, once it does not run any more; within a minute it does not.
fn until_it_rests(stage: &Stage, run: &Value) -> Value {
    let mut looks = (0..1200).map(|_| {
        thread::sleep(Duration::from_millis(50));
        let runs = stage.ask("list_runs", json!({})).unwrap();
        let mut lines = runs.as_array().unwrap().iter();
        lines.find(|line| line["run"] == *run).unwrap().clone()
    });
    looks.find(|line| line["status"] != "running").unwrap()
}

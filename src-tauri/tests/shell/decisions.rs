//! What a plan leaves to a person is decided in the window before the start, and once.

use std::{thread, time::Duration};

use crate::{
    practice::{add_site, declined, own_site, reviewed, scenario, start},
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
    let run = start(&stage, &plan);
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
    let run = start(&stage, &plan);
    assert_eq!(until_it_rests(&stage, &run)["status"], "attention");
    let form = json!({"form": {
        "address": lab["sites"][1]["address"], "expected": null, "account": {"kind": "appliance"},
        "remember": false, "acceptUnverified": null,
    }});
    let added = add_site(&stage, form).unwrap();
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

#[test]
fn nothing_starts_where_a_person_does_not_agree_and_the_plan_can_still_be_started() {
    let stage = Stage::new("declined");
    let lab = stage.ask("start_lab", scenario(1)).unwrap();
    let site = json!({"site": own_site(&stage, &lab), "token": null});
    let plan = stage.ask("prepare_plan", site).unwrap();
    assert_eq!(declined(&stage, &plan), json!(null));
    assert_eq!(stage.ask("list_runs", json!({})), Ok(json!([])));
    let run = start(&stage, &plan);
    assert_eq!(until_it_rests(&stage, &run)["status"], "done");
}

#[test]
fn what_a_person_agrees_to_names_the_site_old_and_new_and_every_peer() {
    let stage = Stage::new("told");
    let lab = stage.ask("start_lab", scenario(2)).unwrap();
    let site = json!({"site": own_site(&stage, &lab), "token": null});
    let plan = stage.ask("prepare_plan", site).unwrap();
    let told = reviewed(&stage, &plan);
    let text = told["facts"].to_string();
    for name in lab["sites"].as_array().unwrap() {
        assert!(text.contains(name["name"].as_str().unwrap()), "{text}");
    }
    assert!(text.contains("2 of 2 are repaired"), "{text}");
    let old = &told["certificates"][0]["certificate"]["thumbprint"];
    assert_eq!(old, &plan["old"]["thumbprint"]);
}

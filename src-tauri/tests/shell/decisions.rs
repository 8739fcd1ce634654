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

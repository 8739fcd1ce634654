//! The whole way without a screen: lab, check, bundle with its password, plan, run, report.

use std::{fs, path::Path, sync::Mutex, thread, time::Duration};

use crate::{
    sealing::sealed,
    stage::{Stage, invoke},
};
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
    let added = add_site(&stage, form).unwrap();
    assert_eq!(added["canSignIn"], true, "{added}");
    stage.ask("check_site", json!({"id": added["id"]})).unwrap();
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
    let run = start(&stage, &plan);
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
    let run = start(&stage, &plan);
    assert_eq!(until_ended(&stage, &run)["status"], "done");
}

#[test]
fn the_report_of_a_run_that_ended_well_is_saved_by_itself_where_a_folder_is_set() {
    let stage = Stage::new("reports");
    let lab = stage.ask("start_lab", scenario(1)).unwrap();
    let folder = stage.home.join("reports");
    fs::create_dir(&folder).unwrap();
    stage.will_choose(&folder);
    let choose = json!({"change": {"set": "chooseReports"}});
    stage.ask("set_settings", choose).unwrap();
    let site = json!({"site": own_site(&stage, &lab), "token": null});
    let plan = stage.ask("prepare_plan", site).unwrap();
    let run = start(&stage, &plan);
    assert_eq!(until_ended(&stage, &run)["status"], "done");
    let report = folder.join(format!("{}.html", run.as_str().unwrap()));
    let mut looks = (0..1200).map(|_| {
        thread::sleep(Duration::from_millis(50));
        fs::read_to_string(&report).unwrap_or_default()
    });
    assert!(looks.any(|page| page.contains("Paris") && page.contains("</html>")));
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
    answering(
        stage,
        (command, arguments),
        "secret_prompt",
        |own, shown| {
            let sealed = InvokeBody::Raw(sealed(password, &shown));
            invoke(own, "submit_secret", sealed)
        },
    )
}

/// Starts a plan, and agrees to it in the window that asks.
pub(crate) fn start(stage: &Stage, plan: &Value) -> Value {
    let token = json!({"planToken": plan["token"]});
    agreed(stage, "start_rotation", token).unwrap()
}

/// Asks to start a plan, and does not agree.
pub(crate) fn declined(stage: &Stage, plan: &Value) -> Value {
    let start = ("start_rotation", json!({"planToken": plan["token"]}));
    let decline = InvokeBody::Json(json!({}));
    beside(stage, start, "confirmation", ("decline", decline)).unwrap()
}

/// What is shown to the person who has to agree to a plan. It is not agreed to.
pub(crate) fn reviewed(stage: &Stage, plan: &Value) -> Value {
    let told = Mutex::default();
    let start = ("start_rotation", json!({"planToken": plan["token"]}));
    answering(stage, start, "confirmation", |own, shown| {
        *told.lock().unwrap() = shown;
        invoke(own, "decline", InvokeBody::Json(json!({})))
    })
    .unwrap();
    told.into_inner().unwrap()
}

/// Asks for something that a person has to agree to, and agrees.
pub(crate) fn agreed(stage: &Stage, command: &str, arguments: Value) -> Result<Value, Value> {
    let agree = InvokeBody::Json(json!({"typed": null}));
    beside(
        stage,
        (command, arguments),
        "confirmation",
        ("agree", agree),
    )
}

/// Adds a site in the window for that.
pub(crate) fn add_site(stage: &Stage, form: Value) -> Result<Value, Value> {
    let open = ("open_add_site", json!({"address": ""}));
    beside(
        stage,
        open,
        "new_site",
        ("add_site", InvokeBody::Json(form)),
    )
}

/// Asks for something that opens a window of the core's own, and answers in that.
fn beside(
    stage: &Stage,
    asking: (&str, Value),
    asks: &str,
    (answer, given): (&str, InvokeBody),
) -> Result<Value, Value> {
    let give = |own: &WebviewWindow<MockRuntime>, _shown| invoke(own, answer, given.clone());
    answering(stage, asking, asks, give)
}

/// The same; `answer` gets the window and what it shows.
fn answering(
    stage: &Stage,
    (command, arguments): (&str, Value),
    asks: &str,
    answer: impl Fn(&WebviewWindow<MockRuntime>, Value) -> Result<Value, Value>,
) -> Result<Value, Value> {
    let (main, command) = (stage.main.clone(), command.to_owned());
    let asking = thread::spawn(move || invoke(&main, &command, InvokeBody::Json(arguments)));
    while !asking.is_finished() {
        // Without an event loop closed windows stay; the one that is asked for something answers.
        let windows = stage.app.webview_windows().into_values();
        let shown = windows.filter_map(|window| {
            let shown = invoke(&window, asks, InvokeBody::Json(json!({}))).ok()?;
            Some((window, shown))
        });
        if let Some((own, shown)) = shown.into_iter().next() {
            // What is refused there leaves the window open, and the one who asked waiting.
            answer(&own, shown)?;
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

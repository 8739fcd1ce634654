//! Bad input that ends in the shell: each a clear problem, with nothing lost.

use std::fs;

use crate::{
    practice::{add_site, own_site, scenario},
    stage::{Stage, invoke},
};
use reseal_lib::Shell;
use serde_json::{Value, json};
use tauri::{Manager as _, ipc::InvokeBody};

fn form(address: &str) -> Value {
    json!({"form": {
        "address": address, "expected": null, "account": {"kind": "appliance"},
        "remember": false, "acceptUnverified": null,
    }})
}

#[test]
fn an_address_that_is_none_is_refused_and_nothing_is_saved() {
    let stage = Stage::new("addresses");
    for address in [
        "",
        "cloud.example.com/api",
        "http://cloud.example.com",
        "cloud:99999",
        "a b",
        "root@cloud",
    ] {
        let refused = add_site(&stage, form(address)).unwrap_err();
        let code = refused["code"].as_str().unwrap();
        assert!(code.starts_with("address"), "{address:?}: {code}");
    }
    assert_eq!(stage.ask("list_sites", json!({})), Ok(json!([])));
}

#[test]
fn a_port_where_nobody_listens_is_told_as_that() {
    let stage = Stage::new("nobody");
    let free = std::net::TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    let adding = stage.own_window("add-site-9");
    let looked = json!({"address": free.to_string()});
    let refused = invoke(&adding, "probe_site", InvokeBody::Json(looked)).unwrap_err();
    assert_eq!(refused["code"], "site.nobody_listens");
}

#[test]
fn a_file_that_is_no_bundle_is_told_by_what_it_is() {
    let stage = Stage::new("files");
    let lab = stage.ask("start_lab", scenario(1)).unwrap();
    let wish = json!({"site": own_site(&stage, &lab)});
    let (empty, huge) = (stage.home.join("empty.p12"), stage.home.join("huge.p12"));
    fs::write(&empty, "").unwrap();
    // Two gigabytes that take no room on the disk.
    fs::File::create(&huge).unwrap().set_len(2 << 30).unwrap();
    let (folder, page) = (stage.home.join("folder"), stage.home.join("login.html"));
    fs::create_dir(&folder).unwrap();
    fs::write(&page, "<!DOCTYPE html><html><title>Sign in</title></html>").unwrap();
    let missing = stage.home.join("missing.p12");
    let cases = [
        (&missing, "missing.p12 is not there."),
        (&empty, "empty.p12 is empty."),
        (&huge, "huge.p12 is larger than 1 MiB."),
        (&folder, "There is no file in the folder folder."),
        (&page, "This is a web page"),
    ];
    for (path, says) in cases {
        stage.will_choose(path);
        let bundle = stage.ask("pick_bundle", wish.clone()).unwrap();
        let what = bundle["problem"]["what"].as_str().unwrap();
        assert!(what.starts_with(says), "{bundle:#}");
        assert_eq!(bundle["acceptable"], false);
    }
}

#[test]
fn a_dialog_that_is_closed_changes_nothing() {
    let stage = Stage::new("closed");
    assert_eq!(
        stage.ask("pick_bundle", json!({"site": "none"})),
        Ok(json!(null))
    );
}

#[test]
fn a_state_folder_of_a_newer_version_opens_with_a_clear_problem_and_stays_as_it_is() {
    let home = std::env::temp_dir().join(format!("reseal-newer-{}", std::process::id()));
    fs::create_dir_all(&home).unwrap();
    let newer = r#"{"version":99,"crc":"00000000","content":{}}"#;
    fs::write(home.join("sites.json"), newer).unwrap();
    let stage = Stage::in_folder(home);
    assert_eq!(stage.ask("list_runs", json!({})), Ok(json!([])));
    assert_eq!(stage.refusal("list_sites", json!({})), "state.newer");
    assert_eq!(
        fs::read_to_string(stage.home.join("sites.json")).unwrap(),
        newer
    );
}

#[test]
fn what_is_not_there_is_told_as_not_there() {
    let stage = Stage::new("not-there");
    assert_eq!(
        stage.refusal("check_site", json!({"id": "none"})),
        "sites.not_saved"
    );
    assert_eq!(
        stage.refusal("forget_site", json!({"id": "none"})),
        "sites.not_saved"
    );
    assert_eq!(
        stage.refusal("start_rotation", json!({"planToken": "none"})),
        "plan.gone"
    );
    assert_eq!(
        stage.refusal(
            "steer_run",
            json!({"run": "2026-01-01-1200-none", "how": "pause"})
        ),
        "run.not_here"
    );
    assert_eq!(
        stage.refusal("save_report", json!({"run": "../../etc", "format": "html"})),
        "run.unknown"
    );
    assert_eq!(
        stage.refusal("inspect_bundle", json!({"token": "x", "site": "y"})),
        "bundle.gone"
    );
    assert_eq!(
        stage.refusal(
            "set_lab_fault",
            json!({"name": "site-down@Paris", "on": true})
        ),
        "lab.not_running"
    );
}

#[test]
fn settings_are_there_again_after_a_restart() {
    let stage = Stage::new("settings");
    let set = |change: Value| {
        stage
            .ask("set_settings", json!({"change": change}))
            .unwrap()
    };
    set(json!({"set": "theme", "theme": "dark"}));
    set(json!({"set": "operator", "operator": "Ann"}));
    set(json!({"set": "language", "language": "de"}));
    let wanted = set(json!({"set": "zoom", "zoom": 900}));
    assert_eq!(
        wanted,
        json!({"theme": "dark", "operator": "Ann", "reports": null, "zoom": 300, "language": "de"})
    );
    let again = Stage::in_folder(stage.home.clone());
    let kept = again.app.state::<Shell>().application().settings().now();
    assert_eq!(serde_json::to_value(kept).unwrap(), wanted);
}

#[test]
fn a_page_cannot_name_the_folder_of_the_reports() {
    let stage = Stage::new("reports-folder");
    let named = json!({"set": "chooseReports", "reports": "/etc"});
    let kept = stage
        .ask("set_settings", json!({ "change": named }))
        .unwrap();
    assert_eq!(kept["reports"], json!(null));
    stage.will_choose(&stage.home);
    let chosen = json!({"change": {"set": "chooseReports"}});
    let kept = stage.ask("set_settings", chosen).unwrap();
    assert_eq!(kept["reports"], json!(stage.home));
    let none = json!({"change": {"set": "noReports"}});
    assert_eq!(
        stage.ask("set_settings", none).unwrap()["reports"],
        json!(null)
    );
}

//! Which window may call what: the built-in permissions, under a runtime without a screen.

use crate::stage::{Stage, invoke};
use serde_json::json;
use tauri::{WebviewWindowBuilder, ipc::InvokeBody};

#[test]
fn the_main_window_may_ask_for_its_sites() {
    let stage = Stage::new("may-ask");
    assert_eq!(stage.ask("list_sites", json!({})), Ok(json!([])));
}

#[test]
fn a_command_that_is_not_listed_is_refused() {
    let stage = Stage::new("not-listed");
    let refused = stage.ask("not_listed", json!({})).unwrap_err();
    assert!(
        refused.as_str().unwrap().contains("not_listed not allowed"),
        "{refused}"
    );
}

#[test]
fn nothing_of_tauris_own_is_given_to_any_window() {
    let stage = Stage::new("core");
    for command in [
        "plugin:event|listen",
        "plugin:window|close",
        "plugin:app|version",
    ] {
        let refused = stage.ask(command, json!({})).unwrap_err();
        assert!(
            refused.as_str().unwrap().contains("not allowed"),
            "{command}: {refused}"
        );
    }
}

#[test]
fn the_main_window_cannot_submit_a_secret() {
    let stage = Stage::new("main-secret");
    let body = InvokeBody::Raw(b"correct horse".to_vec());
    let refused = invoke(&stage.main, "submit_secret", body).unwrap_err();
    assert!(
        refused.as_str().unwrap().contains("not allowed"),
        "{refused}"
    );
}

#[test]
fn a_password_window_can_call_its_own_commands_and_no_others() {
    let stage = Stage::new("secret-window");
    let secret = WebviewWindowBuilder::new(&stage.app, "secret-7", Default::default());
    let secret = secret.build().unwrap();
    let refused = invoke(&secret, "list_sites", InvokeBody::Json(json!({}))).unwrap_err();
    assert!(
        refused.as_str().unwrap().contains("not allowed"),
        "{refused}"
    );
    let problem = invoke(&secret, "secret_prompt", InvokeBody::Json(json!({}))).unwrap_err();
    assert_eq!(problem["code"], "window.nothing_asked");
    let raw = InvokeBody::Raw(b"correct horse".to_vec());
    let problem = invoke(&secret, "submit_secret", raw).unwrap_err();
    assert_eq!(problem["code"], "secret.not_opened");
    let text = InvokeBody::Json(json!({"secret": "correct horse"}));
    assert!(invoke(&secret, "submit_secret", text).is_err());
}

/// A page that obeys somebody else can call what it is given, and nothing of this.
#[test]
fn the_main_window_can_neither_agree_nor_look_at_a_site_nor_save_one() {
    let stage = Stage::new("main-agrees");
    let agreeing = ["confirmation", "agree", "decline", "pasted_thumbprint"];
    let adding = ["new_site", "probe_site", "add_site", "open_known_site"];
    for command in agreeing.into_iter().chain(adding) {
        let refused = stage.ask(command, json!({})).unwrap_err();
        let refused = refused.as_str().unwrap();
        assert!(refused.contains("not allowed"), "{command}: {refused}");
    }
}

#[test]
fn a_window_for_one_answer_can_give_that_answer_and_no_other() {
    let stage = Stage::new("own-windows");
    let (confirm, adding) = (
        stage.own_window("confirm-9"),
        stage.own_window("add-site-9"),
    );
    let is_allowed = |window, command| {
        let answer = invoke(window, command, InvokeBody::Json(json!({})));
        let refused = answer.err().unwrap_or_default();
        !refused.as_str().unwrap_or_default().contains("not allowed")
    };
    assert!(is_allowed(&confirm, "agree") && is_allowed(&adding, "add_site"));
    assert!(!is_allowed(&confirm, "add_site") && !is_allowed(&adding, "agree"));
    for command in [
        "start_rotation",
        "list_sites",
        "submit_secret",
        "answer_question",
    ] {
        assert!(!is_allowed(&confirm, command), "{command}");
        assert!(!is_allowed(&adding, command), "{command}");
    }
}

macro_rules! commands {
    ($($module:ident :: $name:ident : $($window:ident),+ ;)+) => {
        /// Every command, and the windows that may ask for it.
        const COMMANDS: &[(&str, &[&str])] = &[
            $((stringify!($name), &[$(stringify!($window)),+])),+
        ];
    };
}

include!("../../src/commands/list.in");

#[test]
fn the_main_window_is_given_24_commands_at_most() {
    let main = COMMANDS
        .iter()
        .filter(|(_, windows)| windows.contains(&"main"));
    assert!(main.count() <= 24);
}

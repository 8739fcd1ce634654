//! Writes the list of commands into the app's permissions: what is not listed here is refused.

/// Commands of the main window.
const MAIN: [&str; 23] = [
    "watch_app",
    "offer_clipboard",
    "set_settings",
    "list_sites",
    "open_add_site",
    "forget_site",
    "site",
    "check_site",
    "request_secret",
    "pick_bundle",
    "inspect_bundle",
    "prepare_plan",
    "start_rotation",
    "ask_doctor",
    "ask_requests",
    "watch_run",
    "steer_run",
    "answer_question",
    "list_runs",
    "save_report",
    "start_lab",
    "stop_lab",
    "set_lab_fault",
];

/// Commands of the window in which a password is typed.
const SECRET_ENTRY: [&str; 3] = ["secret_prompt", "submit_secret", "cancel_secret"];

/// Commands of the window in which a person agrees to a change.
const CONFIRM: [&str; 3] = ["confirmation", "agree", "decline"];

/// Commands of the window in which a site is added.
const ADD_SITE: [&str; 5] = [
    "new_site",
    "probe_site",
    "add_site",
    "open_known_site",
    "cancel_new_site",
];

/// Commands of both of these.
const OF_BOTH: [&str; 1] = ["pasted_thumbprint"];

fn main() {
    let all = [
        MAIN.as_slice(),
        &SECRET_ENTRY,
        &CONFIRM,
        &ADD_SITE,
        &OF_BOTH,
    ];
    let commands: &'static [&'static str] = all.concat().leak();
    let manifest = tauri_build::AppManifest::new().commands(commands);
    let attributes = tauri_build::Attributes::new().app_manifest(manifest);
    tauri_build::try_build(attributes).expect("tauri.conf.json and capabilities/ are valid");
}

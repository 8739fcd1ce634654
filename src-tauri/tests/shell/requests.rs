//! Requests for certificates: made for a site, and found again by the reply wherever it is offered.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::Arc,
};

use serde_json::{Value, json};
use sites::{Keyring, KeyringError, KeyringStatus};
use zeroize::Zeroizing;

use crate::{
    practice::{own_site, scenario, with_password},
    stage::Stage,
};

const NAMES: [&str; 2] = ["vcda.paris.example", "10.0.0.7"];

fn ask(stage: &Stage, wish: Value) -> Value {
    stage.ask("ask_requests", json!({"wish": wish})).unwrap()
}

fn doctor(stage: &Stage, wish: Value) -> Value {
    stage.ask("ask_doctor", json!({"wish": wish})).unwrap()
}

fn make(site: Option<&str>) -> Value {
    json!({"kind": "make", "names": NAMES, "bits": 2048, "site": site})
}

/// Saves the newest request as a person does, and has an authority of openssl answer it for `names`.
fn answered(stage: &Stage, view: &Value, names: &str) -> PathBuf {
    let at = |name: &str| stage.home.join(name);
    let (request, reply) = (at("a.csr"), at("reply.pem"));
    stage.will_choose(&request);
    let saved = ask(
        stage,
        json!({"kind": "save", "id": view["requests"][0]["id"]}),
    );
    assert_eq!(saved["saved"], json!(request));
    assert_eq!(
        fs::read_to_string(&request).unwrap(),
        view["requests"][0]["request"]
    );
    fs::write(
        at("names"),
        format!("subjectAltName={names}\nextendedKeyUsage=serverAuth"),
    )
    .unwrap();
    let path = |name: &str| at(name).display().to_string();
    let [key, root] = [path("ca.key"), path("ca.pem")];
    let new = [
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-subj",
        "/CN=Test CA",
    ];
    openssl(&[&new[..], &["-keyout", &key, "-out", &root]].concat());
    let sign = ["x509", "-req", "-days", "90", "-CA", &root, "-CAkey", &key];
    let files = [
        "-in",
        &path("a.csr"),
        "-extfile",
        &path("names"),
        "-out",
        &path("leaf.pem"),
    ];
    openssl(&[&sign[..], &files].concat());
    let chain = fs::read_to_string(at("leaf.pem")).unwrap() + &fs::read_to_string(root).unwrap();
    fs::write(&reply, chain).unwrap();
    reply
}

fn openssl(words: &[&str]) {
    let ended = Command::new("openssl").args(words).output().unwrap();
    assert!(
        ended.status.success(),
        "{}",
        String::from_utf8_lossy(&ended.stderr)
    );
}

fn browse(stage: &Stage, path: &Path) -> Value {
    stage.will_choose(path);
    doctor(stage, json!({"kind": "browse"}))
}

#[test]
fn a_reply_finds_its_key_on_both_screens_that_take_files() {
    let stage = Stage::new("requests-reply");
    let lab = stage.ask("start_lab", scenario(1)).unwrap();
    let site = own_site(&stage, &lab);
    let look = ask(&stage, json!({"kind": "look", "site": site}));
    let host = lab["sites"][0]["address"]
        .as_str()
        .unwrap()
        .split(':')
        .next()
        .unwrap();
    assert!(
        look["names"].as_array().unwrap().contains(&json!(host)),
        "{look:#}"
    );
    let view = ask(&stage, make(Some(&site)));
    assert_eq!(view["made"], view["requests"][0]["id"]);
    let reply = answered(&stage, &view, "DNS:vcda.paris.example,IP:10.0.0.7");

    let seen = browse(&stage, &reply);
    let reply_seen = &seen["replies"][0];
    assert_eq!(reply_seen["request"], view["made"], "{seen:#}");
    assert_eq!(reply_seen["changes"], json!([]));
    assert_eq!(seen["entry"]["hasKey"], true);
    assert_eq!(
        (&seen["files"][0]["waited"], &seen["files"][1]["waited"]),
        (&json!(false), &json!(true))
    );
    assert_eq!(seen["meantFor"], json!(site));
    let gone = doctor(
        &stage,
        json!({"kind": "remove", "file": seen["files"][0]["id"]}),
    );
    assert_eq!((&gone["files"], &gone["replies"]), (&json!([]), &json!([])));

    stage.will_choose(&reply);
    let bundle = stage.ask("pick_bundle", json!({"site": site})).unwrap();
    assert_eq!(
        (&bundle["problem"], &bundle["needsPassword"]),
        (&Value::Null, &json!(false))
    );
    assert!(
        bundle["answer"]
            .as_str()
            .unwrap()
            .starts_with("This is the reply"),
        "{bundle:#}"
    );
    assert!(bundle["certificate"].is_object());
    *stage.clipboard.0.lock().unwrap() = Some(fs::read_to_string(&reply).unwrap());
    let token = stage.ask("offer_clipboard", json!({})).unwrap();
    let wish = json!({"site": site, "token": token});
    let pasted = stage.ask("inspect_bundle", wish).unwrap();
    assert_eq!(
        pasted["certificate"]["thumbprint"],
        bundle["certificate"]["thumbprint"]
    );
    assert_eq!(pasted["fileName"], "Pasted text");
    assert!(
        ask(&stage, json!({"kind": "look", "site": null}))["requests"][0]["answered"].is_string()
    );
}

#[test]
fn what_the_authority_changed_is_told() {
    let stage = Stage::new("requests-changes");
    let view = ask(&stage, make(None));
    let reply = answered(
        &stage,
        &view,
        "DNS:vcda.paris.example,DNS:old.paris.example",
    );
    let changes = browse(&stage, &reply)["replies"][0]["changes"].to_string();
    assert!(
        changes.contains("10.0.0.7") && changes.contains("old.paris.example"),
        "{changes}"
    );
}

#[test]
fn a_reply_whose_request_was_forgotten_is_a_stray() {
    let stage = Stage::new("requests-stray");
    let view = ask(&stage, make(None));
    let reply = answered(&stage, &view, "DNS:other.example");
    ask(&stage, json!({"kind": "forget", "id": view["made"]}));
    assert_eq!(browse(&stage, &reply)["replies"], json!([]));
    ask(&stage, make(None));
    doctor(&stage, json!({"kind": "clear"}));
    let stray = browse(&stage, &reply);
    assert_eq!(
        (&stray["replies"][0]["request"], &stray["entry"]["hasKey"]),
        (&Value::Null, &json!(false))
    );
    assert!(
        stray["replies"][0]["says"]
            .as_str()
            .unwrap()
            .contains("no request that waits here")
    );
    let again = json!({"wish": {"kind": "forget", "id": view["made"]}});
    assert_eq!(stage.refusal("ask_requests", again), "request.gone");
}

#[test]
fn nothing_is_made_under_a_malformed_name() {
    let stage = Stage::new("requests-names");
    let wish =
        json!({"kind": "make", "names": ["under_score.example"], "bits": 2048, "site": null});
    assert_eq!(
        stage.refusal("ask_requests", json!({"wish": wish})),
        "request.bad_name"
    );
    assert_eq!(
        ask(&stage, json!({"kind": "look", "site": null}))["requests"],
        json!([])
    );
}

/// A computer without a keyring.
struct NoKeyring;

impl Keyring for NoKeyring {
    fn write(&self, _name: &str, _secret: &[u8]) -> Result<(), KeyringError> {
        Err(KeyringError::Unavailable {
            says: "none".into(),
        })
    }

    fn read(&self, _name: &str) -> Result<Option<Zeroizing<Vec<u8>>>, KeyringError> {
        Err(KeyringError::Unavailable {
            says: "none".into(),
        })
    }

    fn erase(&self, _name: &str) -> Result<(), KeyringError> {
        Ok(())
    }

    fn status(&self) -> KeyringStatus {
        KeyringStatus {
            is_available: false,
            says: "Passwords cannot be remembered here.".into(),
        }
    }
}

#[test]
fn without_a_keyring_a_typed_password_protects_the_key() {
    let stage = Stage::with_keyring("requests-typed", Arc::new(NoKeyring));
    let wish = json!({"wish": make(None)});
    let view = with_password(&stage, "of-the-request", "ask_requests", wish).unwrap();
    assert_eq!(view["requests"][0]["typed"], true, "{view:#}");
    let reply = answered(&stage, &view, "DNS:vcda.paris.example,IP:10.0.0.7");
    let closed = browse(&stage, &reply);
    assert_eq!(closed["files"][1]["answer"], "passwordNeeded", "{closed:#}");
    let wish = json!({"wish": {"kind": "password", "file": closed["files"][1]["id"]}});
    let open = with_password(&stage, "of-the-request", "ask_doctor", wish).unwrap();
    assert_eq!(open["entry"]["hasKey"], true, "{open:#}");
}

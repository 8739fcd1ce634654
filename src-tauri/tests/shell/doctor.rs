//! The certificate doctor without a screen: files in, answers out, and the file for the appliance.

use std::{fs, path::Path};

use crate::{
    practice::{own_site, scenario, with_password},
    stage::Stage,
};
use serde_json::{Value, json};

const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/fixtures/keystores");

fn ask(stage: &Stage, wish: Value) -> Value {
    stage.ask("ask_doctor", json!({"wish": wish})).unwrap()
}

fn browse(stage: &Stage, paths: &[&Path]) -> Value {
    paths.iter().for_each(|path| stage.will_choose(path));
    ask(stage, json!({"kind": "browse"}))
}

fn fixture(name: &str) -> std::path::PathBuf {
    Path::new(FIXTURES).join(name)
}

/// The PEM block of `label` in a text that holds several.
fn block(text: &str, label: &str) -> String {
    let (begin, end) = (
        format!("-----BEGIN {label}-----"),
        format!("-----END {label}-----\n"),
    );
    let start = text.find(&begin).unwrap();
    let length = text[start..].find(&end).unwrap() + end.len();
    text[start..start + length].to_owned()
}

fn promise<'a>(view: &'a Value, name: &str) -> &'a Value {
    let promises = view["entry"]["promises"].as_array().unwrap();
    promises
        .iter()
        .find(|promise| promise["name"] == name)
        .unwrap()
}

/// A value that is a message, in words.
fn told(value: &Value) -> &str {
    value["message"]["text"].as_str().unwrap()
}

fn change<'a>(view: &'a Value, what: &str) -> &'a Value {
    let changes = view["entry"]["changes"].as_array().unwrap();
    changes
        .iter()
        .find(|change| change["what"]["text"] == what)
        .unwrap()
}

#[test]
fn what_is_out_of_order_or_does_not_belong_is_told_before_it_is_mended() {
    let stage = Stage::new("doctor-order");
    let text = fs::read_to_string(fixture("sha1-leaf.pem")).unwrap();
    let leaf = block(&text, "CERTIFICATE");
    let root = block(&text.replacen(&leaf, "", 1), "CERTIFICATE");
    let stranger = block(
        &fs::read_to_string(fixture("public-leaf.pem")).unwrap(),
        "CERTIFICATE",
    );
    let key = block(&text, "PRIVATE KEY");
    let mixed = stage.home.join("mixed.pem");
    fs::write(&mixed, [root.clone(), stranger, key, leaf, root].concat()).unwrap();
    let view = browse(&stage, &[&mixed]);
    assert_eq!(view["entry"]["chain"].as_array().unwrap().len(), 1);
    assert_eq!(view["entry"]["strangers"].as_array().unwrap().len(), 1);
    let certificates = change(&view, "Certificates");
    assert_eq!(told(&certificates["before"]), "4, in another order");
    let after = told(&certificates["after"]);
    assert_eq!(after, "2, from the certificate upward");
    let besides = &change(&view, "Besides")["before"]["list"];
    assert_eq!(told(&besides[0]), "1 certificate of another chain");
    assert_eq!(told(&besides[1]), "1 duplicate");
}

#[test]
fn an_empty_screen_says_so() {
    let stage = Stage::new("doctor-empty");
    let view = ask(&stage, json!({"kind": "look"}));
    assert_eq!((&view["files"], &view["entry"]), (&json!([]), &json!(null)));
}

#[test]
fn key_and_certificates_of_several_files_find_each_other() {
    let stage = Stage::new("doctor-several");
    let text = fs::read_to_string(fixture("sha1-leaf.pem")).unwrap();
    let (key, leaf) = (stage.home.join("a.key"), stage.home.join("b.crt"));
    fs::write(&key, block(&text, "PRIVATE KEY")).unwrap();
    fs::write(&leaf, block(&text, "CERTIFICATE")).unwrap();
    let alone = browse(&stage, &[&leaf]);
    assert_eq!(alone["entry"]["hasKey"], false);
    assert_eq!(alone["entry"]["acceptable"], false);
    let view = browse(&stage, &[&key]);
    assert_eq!(view["files"].as_array().unwrap().len(), 2);
    assert_eq!(view["entry"]["hasKey"], true, "{view:#}");
    assert_eq!(promise(&view, "signatures_are_modern")["kept"], "no");
    assert_eq!(told(&change(&view, "File")["before"]), "2 files");
    assert_eq!(told(&change(&view, "Encryption")["before"]), "none");
    let without = json!({"kind": "remove", "file": view["files"][1]["id"]});
    assert_eq!(ask(&stage, without)["entry"]["hasKey"], false);
    assert_eq!(ask(&stage, json!({"kind": "clear"}))["files"], json!([]));
}

#[test]
fn every_file_gets_its_own_answer() {
    let stage = Stage::new("doctor-answers");
    let (page, half) = (stage.home.join("page.pem"), stage.home.join("half.p12"));
    fs::write(&page, "<html><body>Sign in</body></html>").unwrap();
    let whole = fs::read(fixture("two-passwords.p12")).unwrap();
    fs::write(&half, &whole[..whole.len() / 2]).unwrap();
    let view = browse(
        &stage,
        &[
            &page,
            &half,
            &fixture("two-passwords.p12"),
            &fixture("public-leaf.pem"),
            Path::new("/nowhere"),
        ],
    );
    let answers: Vec<&str> = view["files"]
        .as_array()
        .unwrap()
        .iter()
        .map(|file| file["answer"].as_str().unwrap())
        .collect();
    assert_eq!(
        answers,
        [
            "notAKeystore",
            "damaged",
            "passwordNeeded",
            "opened",
            "notRead"
        ]
    );
    assert!(
        view["files"][0]["problem"]["what"]
            .as_str()
            .unwrap()
            .contains("web page")
    );
}

#[test]
fn a_password_is_typed_in_its_own_window_and_a_wrong_one_is_told() {
    let stage = Stage::new("doctor-password");
    let view = browse(&stage, &[&fixture("two-passwords.p12")]);
    let wish = json!({"wish": {"kind": "password", "file": view["files"][0]["id"]}});
    let view = with_password(&stage, "wrong", "ask_doctor", wish.clone()).unwrap();
    assert_eq!(view["files"][0]["answer"], "wrongPassword");
    // The password of the whole opens it; the key inside has another one, and that is told.
    let view = with_password(&stage, "outer", "ask_doctor", wish.clone()).unwrap();
    assert_eq!(
        view["files"][0]["problem"]["code"],
        "bundle.key_password_differs"
    );
    // Both of them open it, and what is made of it has one.
    let view = with_password(&stage, "inner", "ask_doctor", wish).unwrap();
    assert_eq!(view["files"][0]["answer"], "opened");
    assert_eq!(view["problem"], Value::Null, "{view}");
}

#[test]
fn what_is_pasted_is_read_from_the_clipboard_by_the_core() {
    let stage = Stage::new("doctor-paste");
    assert_eq!(
        stage.refusal("offer_clipboard", json!({})),
        "clipboard.no_text"
    );
    let text = fs::read_to_string(fixture("sha1-leaf.pem")).unwrap();
    *stage.clipboard.0.lock().unwrap() = Some(text);
    let token = stage.ask("offer_clipboard", json!({})).unwrap();
    let wish = json!({"wish": {"kind": "take", "token": token}});
    let view = stage.ask("ask_doctor", wish).unwrap();
    assert_eq!(view["files"][0]["name"], "Pasted text");
    assert_eq!(view["entry"]["hasKey"], true);
    let sent = view.to_string();
    assert!(!sent.contains("PRIVATE KEY"), "a key reached the page");
}

#[test]
fn a_certificate_is_compared_with_the_one_in_use_and_with_another_file() {
    let stage = Stage::new("doctor-compare");
    let lab = stage.ask("start_lab", scenario(1)).unwrap();
    let site = own_site(&stage, &lab);
    let view = browse(&stage, &[&fixture("public-leaf.pem")]);
    let one = view["comparable"][0]["id"].clone();
    let other = format!("site:{site}");
    let view = ask(
        &stage,
        json!({"kind": "compare", "one": one, "other": other}),
    );
    let rows = view["comparison"]["rows"].as_array().unwrap();
    assert_eq!(
        (&rows[0]["what"]["text"], &rows[0]["differs"]),
        (&json!("Names"), &json!(true))
    );
    let shown = &view["comparison"]["other"]["label"];
    assert!(shown.as_str().unwrap().contains(", seen on 20"), "{shown}");
    // A site that does not answer is compared as it was seen last, and that is said.
    stage.ask("check_site", json!({"id": site})).unwrap();
    let down = format!("site-down@{}", lab["sites"][0]["name"].as_str().unwrap());
    stage
        .ask("set_lab_fault", json!({"name": down, "on": true}))
        .unwrap();
    let view = ask(
        &stage,
        json!({"kind": "compare", "one": one, "other": other}),
    );
    let shown = &view["comparison"]["other"]["label"];
    assert!(
        shown.as_str().unwrap().contains("nothing answered"),
        "{shown}"
    );
    let view = ask(&stage, json!({"kind": "compare", "one": one, "other": one}));
    let rows = view["comparison"]["rows"].as_array().unwrap();
    assert!(rows.iter().all(|row| row["differs"] == false), "{rows:#?}");
}

#[test]
fn a_chain_is_not_completed_by_what_is_not_there() {
    let stage = Stage::new("doctor-chain");
    let text = fs::read_to_string(fixture("public-leaf.pem")).unwrap();
    let leaf = stage.home.join("leaf.pem");
    fs::write(&leaf, block(&text, "CERTIFICATE")).unwrap();
    let view = browse(&stage, &[&leaf]);
    let missing = &view["entry"]["missing"];
    assert_eq!(missing["issuer"], view["entry"]["certificate"]["issuer"]);
    assert!(missing["address"].as_str().unwrap().starts_with("http"));
    // Its issuer is an intermediate: no machine has that among its roots.
    let wish = json!({"wish": {"kind": "completeFromMachine"}});
    assert_eq!(stage.refusal("ask_doctor", wish), "chain.issuer_not_found");
    let view = browse(&stage, &[&fixture("public-leaf.pem")]);
    assert_eq!(
        view["entry"]["missing"],
        json!(null),
        "the other file completes it"
    );
    assert!(
        view["entry"]["leftOut"][0]
            .as_str()
            .unwrap()
            .contains("more than once")
    );
}

#[test]
fn a_mended_file_is_saved_for_its_owner_alone_and_its_password_passes_no_page() {
    let stage = Stage::new("doctor-make");
    let lab = stage.ask("start_lab", scenario(1)).unwrap();
    let view = browse(&stage, &[Path::new(lab["bundlePath"].as_str().unwrap())]);
    let wish = json!({"wish": {"kind": "password", "file": view["files"][0]["id"]}});
    let password = lab["bundlePassword"].as_str().unwrap();
    let view = with_password(&stage, password, "ask_doctor", wish).unwrap();
    assert_eq!(view["entry"]["acceptable"], true, "{view:#}");
    let path = stage.home.join("made.p12");
    stage.will_choose(&path);
    let view = ask(
        &stage,
        json!({"kind": "make", "form": "modern", "typed": false}),
    );
    assert_eq!(view["made"]["path"], json!(path));
    only_its_owner_may_read(&path);
    let view = ask(&stage, json!({"kind": "copyPassword"}));
    assert_eq!(view["made"]["copied"], true);
    let generated = stage.clipboard.0.lock().unwrap().clone().unwrap();
    assert!(generated.len() >= 16 && !view.to_string().contains(&generated));
    let again = certificate::read(
        &fs::read(&path).unwrap(),
        Some(&generated.into()),
        &certificate::Options::default(),
    );
    let bundle = again.unwrap().into_bundle().unwrap();
    let thumbprint = view["entry"]["certificate"]["thumbprint"].as_str().unwrap();
    assert_eq!(bundle.leaf.thumbprint().to_string(), thumbprint);
}

#[cfg(unix)]
fn only_its_owner_may_read(path: &Path) {
    use std::os::unix::fs::PermissionsExt as _;
    assert_eq!(
        fs::metadata(path).unwrap().permissions().mode() & 0o777,
        0o600
    );
}

#[cfg(not(unix))]
fn only_its_owner_may_read(_path: &Path) {}

#[test]
fn a_certificate_is_handed_over_to_a_rotation_without_a_file() {
    let stage = Stage::new("doctor-use");
    let lab = stage.ask("start_lab", scenario(1)).unwrap();
    let site = own_site(&stage, &lab);
    stage.ask("check_site", json!({"id": site})).unwrap();
    let view = browse(&stage, &[Path::new(lab["bundlePath"].as_str().unwrap())]);
    let wish = json!({"wish": {"kind": "password", "file": view["files"][0]["id"]}});
    let password = lab["bundlePassword"].as_str().unwrap();
    with_password(&stage, password, "ask_doctor", wish).unwrap();
    let view = ask(&stage, json!({"kind": "meantFor", "site": site}));
    assert_eq!(promise(&view, "names_cover")["kept"], "yes", "{view:#}");
    let token = ask(&stage, json!({"kind": "use"}))["handedOver"].clone();
    let bundle = stage
        .ask("inspect_bundle", json!({"token": token, "site": site}))
        .unwrap();
    assert_eq!(
        (&bundle["needsPassword"], &bundle["acceptable"]),
        (&json!(false), &json!(true))
    );
    let plan = stage
        .ask("prepare_plan", json!({"site": site, "token": token}))
        .unwrap();
    assert_eq!(
        plan["new"]["thumbprint"],
        view["entry"]["certificate"]["thumbprint"]
    );
}

#[test]
fn dates_are_judged_by_the_clock_of_the_site_as_well() {
    let stage = Stage::new("doctor-clock");
    let lab = stage.ask("start_lab", scenario(1)).unwrap();
    let site = own_site(&stage, &lab);
    let fault = format!("clock-ahead@{}", lab["sites"][0]["name"].as_str().unwrap());
    let fault = json!({"name": fault, "on": true});
    stage.ask("set_lab_fault", fault).unwrap();
    let view = stage.ask("check_site", json!({"id": site})).unwrap();
    let ahead = view["clockAhead"].as_i64().unwrap();
    assert!((590..=610).contains(&ahead), "{ahead}");
    let file = stage.home.join("ends-soon.p12");
    fs::write(&file, ends_in(time::Duration::minutes(5))).unwrap();

    let view = browse(&stage, &[&file]);
    let wish = json!({"wish": {"kind": "password", "file": view["files"][0]["id"]}});
    let view = with_password(&stage, "secret", "ask_doctor", wish).unwrap();
    assert_eq!(promise(&view, "is_valid_now")["kept"], "yes", "{view:#}");
    let view = ask(&stage, json!({"kind": "meantFor", "site": site}));
    let told = promise(&view, "is_valid_now");
    assert_eq!(told["kept"], "warning", "{told:#}");
    let says = told["message"]["text"].as_str().unwrap();
    assert!(says.contains("not by the site's"), "{says}");

    stage.will_choose(&file);
    let asked = json!({"site": site});
    let bundle = with_password(&stage, "secret", "pick_bundle", asked).unwrap();
    let mut promises = bundle["promises"].as_array().unwrap().iter();
    let told = promises.find(|it| it["name"] == "is_valid_now").unwrap();
    assert_eq!(told["kept"], "warning", "{told:#}");
}

/// A keystore whose certificate ends that long from now, under the password "secret".
fn ends_in(left: time::Duration) -> Vec<u8> {
    let made = certificate::SelfSigned {
        names: vec![certificate::Name::from("vcda.paris.example")],
        size: certificate::RsaSize::Bits2048,
        valid_for: time::Duration::days(1),
    };
    // It begins an hour before the moment of its making.
    let made_at = ground::Surroundings::of_this_machine().now() + left - time::Duration::hours(23);
    let entry = made.make(made_at).unwrap();
    let form = certificate::Form::Modern;
    let written = certificate::write_pkcs12(&entry, &"secret".into(), form).unwrap();
    written.bytes
}

#[test]
fn a_pasted_key_that_is_put_away_is_held_nowhere() {
    for putting_away in ["clear", "remove"] {
        let stage = Stage::new(&format!("put-away-{putting_away}"));
        let key = fs::read_to_string(fixture("rsa4096.key.pem")).unwrap();
        *stage.clipboard.0.lock().unwrap() = Some(key);
        let token = stage.ask("offer_clipboard", json!({})).unwrap();
        let view = ask(&stage, json!({"kind": "take", "token": token}));
        let file = view["files"][0]["id"].clone();
        ask(&stage, json!({"kind": putting_away, "file": file}));
        let wish = json!({"token": token, "site": ""});
        assert_eq!(stage.refusal("inspect_bundle", wish), "bundle.gone");
        let again = ask(&stage, json!({"kind": "take", "token": token}));
        assert_eq!(again["files"], json!([]));
    }
}

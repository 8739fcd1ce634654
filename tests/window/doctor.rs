//! The certificate doctor in the real window: files chosen and pasted, the answer read, the file made.

use std::{fs, os::unix::fs::PermissionsExt as _, path::Path};

use certificate::{Form, Name, Options, RsaSize, SelfSigned, Thumbprint, read, write_pkcs12};
use fantoccini::Locator;
use support::folder::Folder;
use support::window_driver::{Opening, Window, handle};
use time::{Duration, OffsetDateTime};

use crate::practice::Practice;

const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/keystores");

async fn doctor(opening: Opening) -> Window {
    let window = Window::open(opening).await.unwrap();
    window.click(&handle("nav-certificates")).await.unwrap();
    window.find(&handle("drop-zone")).await.unwrap();
    window
}

async fn browse(window: &Window, path: &Path) {
    window.click(&handle("browse-certificates")).await.unwrap();
    let title = "Choose certificate files";
    window.answer_dialog(title, path).await.unwrap();
}

/// The line of the file of this name, with this answer.
fn line(name: &str, answer: &str) -> String {
    format!(
        "{}[data-name=\"{name}\"][data-answer=\"{answer}\"]",
        handle("offered-file")
    )
}

#[tokio::test]
async fn a_file_is_chosen_and_the_clipboard_read_and_each_is_told_for_what_it_is() {
    let window = doctor(Opening::new("doctor-paste")).await;
    browse(&window, &Path::new(FIXTURES).join("sha1-leaf.pem")).await;
    let says = window.text(&line("sha1-leaf.pem", "opened")).await.unwrap();
    assert!(
        says.contains("1 private key") && says.contains("2 certificates"),
        "{says}"
    );
    let broken = "[data-testid=\"promise\"][data-name=\"signatures_are_modern\"][data-kept=\"no\"]";
    window.find(broken).await.unwrap();
    window.click("[aria-label^=\"Copy as PEM\"]").await.unwrap();
    window.wait_for_text("main", "Copied").await.unwrap();
    window.display.press("ctrl+v").unwrap();
    let says = window.text(&line("Pasted text", "opened")).await.unwrap();
    assert!(says.contains("1 certificate"), "{says}");
    // The same text, which is no certificate: the ticket.
    window
        .click("[aria-label^=\"Text for the ticket\"]")
        .await
        .unwrap();
    window.click(&handle("paste-certificates")).await.unwrap();
    let says = window
        .text(&line("Pasted text", "notAKeystore"))
        .await
        .unwrap();
    assert!(says.contains("plain text"), "{says}");
}

#[tokio::test]
async fn a_keystore_is_opened_and_mended_and_the_file_opens_with_the_password_that_was_typed() {
    let window = doctor(Opening::new("doctor-make")).await;
    let keystore = window.home.path().join("cloud.p12");
    fs::write(&keystore, keystore_of("cloud.example.com", "first").0).unwrap();
    browse(&window, &keystore).await;
    window.enter_secret("first").await.unwrap();
    window.find(&line("cloud.p12", "opened")).await.unwrap();
    window.click(&handle("password-typed")).await.unwrap();
    window.click(&handle("make-file")).await.unwrap();
    window.enter_secret("the-second-one").await.unwrap();
    window.enter_secret("the-second-one").await.unwrap();
    let made = window.home.path().join("made.p12");
    window
        .answer_dialog("Save the file for the appliance", &made)
        .await
        .unwrap();
    window.find(&handle("made-path")).await.unwrap();
    assert_eq!(
        fs::metadata(&made).unwrap().permissions().mode() & 0o777,
        0o600
    );
    let password = "the-second-one".to_owned().into();
    let contents = read(
        &fs::read(&made).unwrap(),
        Some(&password),
        &Options::default(),
    );
    let bundle = contents.unwrap().into_bundle().unwrap();
    assert!(bundle.leaf.covers("cloud.example.com"));
}

#[tokio::test]
async fn of_several_keys_the_one_is_taken_that_is_meant() {
    let window = doctor(Opening::new("doctor-entries")).await;
    let mut entries = Vec::new();
    for name in ["one.example.com", "other.example.com"] {
        let file = format!("{name}.p12");
        let keystore = window.home.path().join(&file);
        let (bytes, thumbprint) = keystore_of(name, "secret");
        fs::write(&keystore, bytes).unwrap();
        entries.push((name, thumbprint));
        browse(&window, &keystore).await;
        window.enter_secret("secret").await.unwrap();
        window.find(&line(&file, "opened")).await.unwrap();
    }
    for (name, thumbprint) in entries {
        let choice = format!(
            "{}[data-thumbprint=\"{thumbprint}\"]",
            handle("choose-entry")
        );
        window.click(&choice).await.unwrap();
        window
            .wait_for_text(&handle("chain-link"), name)
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn a_missing_issuer_comes_from_this_computer() {
    let text = fs::read_to_string(Path::new(FIXTURES).join("rsa1024-leaf.pem")).unwrap();
    let end = "-----END CERTIFICATE-----\n";
    let (leaf, rest) = text.split_at(text.find(end).unwrap() + end.len());
    let (root, _) = rest.split_at(rest.find(end).unwrap() + end.len());
    let folder = Folder::new();
    let [trusted, alone] = ["trusted.pem", "leaf.pem"].map(|name| folder.path().join(name));
    fs::write(&trusted, root).unwrap();
    fs::write(&alone, leaf).unwrap();
    let opening = Opening {
        trusted: Some(trusted),
        ..Opening::new("doctor-complete")
    };
    let window = doctor(opening).await;
    browse(&window, &alone).await;
    window.find(&handle("missing-issuer")).await.unwrap();
    window
        .click(&handle("complete-from-machine"))
        .await
        .unwrap();
    let second = format!("{} + {0}", handle("chain-link"));
    window.find(&second).await.unwrap();
    let missing = handle("missing-issuer");
    let missing = window.page.find_all(Locator::Css(&missing)).await;
    assert!(missing.unwrap().is_empty());
}

#[tokio::test]
async fn what_is_pasted_at_a_site_is_meant_for_that_site() {
    let practice = Practice::at_once(Opening::new("paste-at-site")).await;
    let window = practice.unwrap().window;
    window.click(&handle("nav-certificates")).await.unwrap();
    browse(&window, &Path::new(FIXTURES).join("sha1-leaf.pem")).await;
    window.click("[aria-label^=\"Copy as PEM\"]").await.unwrap();
    window.wait_for_text("main", "Copied").await.unwrap();
    window.click(&handle("nav-sites")).await.unwrap();
    let site = "[data-testid=\"site-row\"][data-site=\"Paris\"] .name";
    window.click(site).await.unwrap();
    window.find(&handle("check-trust")).await.unwrap();
    window.display.press("ctrl+v").unwrap();
    let says = "Replace the certificate of Paris";
    window.wait_for_text("main", says).await.unwrap();
    window.wait_for_text("main", "Pasted text").await.unwrap();
}

#[tokio::test]
async fn a_file_that_is_dropped_anywhere_is_told_for_what_it_is() {
    let window = Window::open(Opening::new("doctor-drop")).await.unwrap();
    let file = Path::new(FIXTURES).join("sha1-leaf.pem");
    window
        .drop_file(&file, &handle("first-door-lab"))
        .await
        .unwrap();
    window.find(&line("sha1-leaf.pem", "opened")).await.unwrap();
}

/// A keystore with a certificate of this name, and the certificate's thumbprint.
fn keystore_of(name: &str, password: &str) -> (Vec<u8>, Thumbprint) {
    let certificate = SelfSigned {
        names: vec![Name::from(name)],
        size: RsaSize::Bits2048,
        valid_for: Duration::days(365),
    };
    let entry = certificate.make(OffsetDateTime::now_utc()).unwrap();
    let written = write_pkcs12(&entry, &password.to_owned().into(), Form::Older).unwrap();
    (written.bytes, entry.bundle.leaf.thumbprint())
}

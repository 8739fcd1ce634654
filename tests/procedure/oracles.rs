//! What other people's tools say: `keytool`, which is the product's own side, and `openssl` read
//! what is written here and what the lab keeps.

use std::path::Path;

use certificate::{Form, write_pkcs12};
use rotation::Outcome;
use rotation::event::Action;
use secrecy::SecretString;
use support::stage::Stage;
use support::tools::{is_refused_by, told_by};

const PASSWORD: &str = "practice-only";

/// What `keytool` lists in a keystore.
fn listed_by_keytool(file: &Path, password: &str) -> String {
    let file = file.to_str().unwrap();
    let arguments = [
        "-list",
        "-v",
        "-storetype",
        "PKCS12",
        "-keystore",
        file,
        "-storepass",
        password,
    ];
    told_by("keytool", &arguments)
}

/// What `openssl` makes of a keystore, keys left out.
fn certificates_by_openssl(file: &Path, password: &str, more: &[&str]) -> String {
    let password = format!("pass:{password}");
    let head = [
        "pkcs12",
        "-in",
        file.to_str().unwrap(),
        "-nokeys",
        "-passin",
        &password,
    ];
    told_by("openssl", &[&head[..], more].concat())
}

/// The digits of a thumbprint, as the tools print them.
fn digits(thumbprint: &str) -> &str {
    thumbprint.strip_prefix("SHA-256:").unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn keytool_and_openssl_read_what_is_written_for_the_upload() {
    let stage = Stage::open().await;
    let entry = stage.entry();
    let bundle = &entry.bundle;
    let password = SecretString::from(PASSWORD);
    for (form, legacy) in [(Form::Modern, &[][..]), (Form::Older, &["-legacy"][..])] {
        let file = stage.folder().join("upload.p12");
        std::fs::write(&file, write_pkcs12(&entry, &password, form).unwrap().bytes).unwrap();
        let listed = listed_by_keytool(&file, PASSWORD);
        assert!(
            listed.contains("Your keystore contains 1 entry"),
            "{listed}"
        );
        assert!(listed.contains("PrivateKeyEntry"), "{listed}");
        let length = format!("Certificate chain length: {}", 1 + bundle.chain.len());
        assert!(listed.contains(&length), "{listed}");
        let leaf = bundle.leaf.thumbprint().to_string();
        assert!(listed.contains(digits(&leaf)), "{listed}");
        let shown = certificates_by_openssl(&file, PASSWORD, legacy);
        let count = shown.matches("BEGIN CERTIFICATE").count();
        assert_eq!(count, 1 + bundle.chain.len());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn keytool_refuses_what_is_written_with_another_password() {
    let stage = Stage::open().await;
    let file = stage.folder().join("upload.p12");
    let written = write_pkcs12(&stage.entry(), &SecretString::from(PASSWORD), Form::Modern);
    std::fs::write(&file, written.unwrap().bytes).unwrap();
    let file = file.to_str().unwrap();
    assert!(is_refused_by(
        "keytool",
        &["-list", "-keystore", file, "-storepass", "another one"]
    ));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_key_that_openssl_takes_out_belongs_to_the_leaf() {
    let stage = Stage::open().await;
    let file = stage.folder().join("upload.p12");
    let written = write_pkcs12(&stage.entry(), &SecretString::from(PASSWORD), Form::Modern);
    std::fs::write(&file, written.unwrap().bytes).unwrap();
    let (key, leaf) = (
        stage.folder().join("key.pem"),
        stage.folder().join("leaf.pem"),
    );
    let (file, key, leaf) = (
        file.to_str().unwrap(),
        key.to_str().unwrap(),
        leaf.to_str().unwrap(),
    );
    let password = format!("pass:{PASSWORD}");
    let open = ["pkcs12", "-in", file, "-passin", &password];
    told_by(
        "openssl",
        &[&open[..], &["-nocerts", "-noenc", "-out", key]].concat(),
    );
    told_by(
        "openssl",
        &[&open[..], &["-nokeys", "-clcerts", "-out", leaf]].concat(),
    );
    let of_the_key = told_by("openssl", &["pkey", "-in", key, "-pubout"]);
    let of_the_leaf = told_by("openssl", &["x509", "-in", leaf, "-noout", "-pubkey"]);
    assert_eq!(of_the_key, of_the_leaf);
}

#[tokio::test(flavor = "multi_thread")]
async fn keytool_finds_the_new_certificate_in_the_sites_keystore_and_the_old_one_in_the_backup() {
    let stage = Stage::open().await;
    let config = stage.own().state.join("cloud/config");
    let ended = stage.run(stage.request(Action::Import)).await.unwrap();
    assert_eq!(ended.outcome, Some(Outcome::Done));
    let password = &stage.own().keystore_password;
    let kept = listed_by_keytool(&config.join("keystore.p12"), password);
    assert!(
        kept.contains(digits(&stage.presented().to_string())),
        "{kept}"
    );
    let backup = listed_by_keytool(&config.join("keystore.p12.bak"), password);
    assert!(
        backup.contains(digits(&stage.old().to_string())),
        "{backup}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn openssl_verifies_the_new_certificate_up_to_the_practice_root() {
    let stage = Stage::open().await;
    stage.run(stage.request(Action::Import)).await.unwrap();
    let root = stage.before.authority.root.to_str().unwrap();
    let address = &*stage.own().tunnel.address;
    let said = told_by(
        "openssl",
        &[
            "s_client",
            "-connect",
            address,
            "-CAfile",
            root,
            "-verify_return_error",
            "-verify_ip",
            "127.0.0.1",
        ],
    );
    assert!(said.contains("Verify return code: 0 (ok)"), "{said}");
}

//! What Java makes of keystores that are read here. The list was measured with Java 8, 11, 17 and 25 over the
//! whole matrix; where keytool is installed it has the last word on some of them.

use std::fs;
use std::process::Command;

use crate::in_english::InEnglish as _;
use certificate::{Context, Kept, Options, Promise, examine, read};
use secrecy::SecretString;

use crate::keystores::{Entry, matrix};
use crate::promises::promise;
use crate::workshop::{NOW, fixture_bytes, open};

/// Keystores with one key that Java refuses, or finds no key in.
const REFUSED: [&str; 17] = [
    "ber_longlen",
    "ber_outer_o30_none_none_nomac",
    "go_modern2026",
    "go_passwordless",
    "o30_mac_md5",
    "o30_mac_sha3-256",
    "o30_none_none_nomac",
    "o30_pbe_aes-192-cbc_aes-192-cbc",
    "o30_pbe_aes-256-cbc_none",
    "o30_pbe_camellia-256-cbc_camellia-256-cbc",
    "o30_pbe_des-ede3-cbc_des-ede3-cbc",
    "o30_pbe_none_none",
    "o30_pbe_pbe-sha1-2des_pbe-sha1-2des",
    "o36_pbmac1_sha256",
    "o36_pbmac1_sha384",
    "o36_pbmac1_sha512",
    "py_noenc",
];

fn name(entry: &Entry) -> &str {
    let name = entry.path.trim_start_matches("p12/");
    name.trim_end_matches(".p12")
}

/// The promises of a keystore with one key that belongs to a certificate in it.
fn promises_of(entry: &Entry) -> Option<Vec<Promise>> {
    let password = SecretString::from(entry.pw.as_str());
    let contents = read(&entry.bytes, Some(&password), &Options::default()).ok()?;
    let bundle = contents.into_bundle().ok()?;
    Some(examine(&bundle, &Context::at(NOW)))
}

/// A promise of a file of the matrix.
pub(crate) fn of_matrix(path: &str, name: &str) -> Promise {
    let matrix = matrix();
    let entry = matrix.iter().find(|entry| entry.path == path).unwrap();
    promise(&promises_of(entry).unwrap(), name)
}

#[test]
fn java_opens_it_breaks_for_what_java_refuses() {
    let matrix = matrix();
    let keystores = matrix
        .iter()
        .filter(|entry| entry.is(&["p12"], &["open", "odd"]));
    let mut opened = 0;
    let mut refused = Vec::new();
    for entry in keystores {
        let Some(promises) = promises_of(entry) else {
            continue;
        };
        match promise(&promises, "java_opens_it").kept {
            Kept::No => refused.push(name(entry)),
            Kept::Yes | Kept::Warning => opened += 1,
        }
    }
    refused.sort_unstable();
    assert_eq!(refused, REFUSED);
    assert!(opened > 80, "{opened}");
}

/// Java goes by local key ids, names and the order; node-forge lets its user write what it likes.
#[test]
fn java_opens_it_breaks_where_java_takes_another_certificate_or_none() {
    for (name, says) in [
        ("unmarked.p12", "neither a local key id nor a name"),
        ("root-first.p12", "CN=Audit Root"),
    ] {
        let bundle = open(&fixture_bytes(name), "Pass1234").unwrap();
        let bundle = bundle.into_bundle().unwrap();
        let told = promise(&examine(&bundle, &Context::at(NOW)), "java_opens_it");
        assert_eq!(told.kept, Kept::No, "{name}");
        assert!(told.says().contains(says), "{name}: {}", told.says());
    }
}

/// Of each kind of refusal one, and of what is opened the oddest.
#[test]
fn keytool_agrees_about_what_java_opens() {
    let wanted = [
        ("ber_longlen", false),
        ("o30_mac_sha3-256", false),
        ("o30_none_none_nomac", false),
        ("o30_pbe_aes-192-cbc_aes-192-cbc", false),
        ("o30_pbe_aes-256-cbc_none", false),
        ("o30_pbe_des-ede3-cbc_des-ede3-cbc", false),
        ("ber_outer_kt_default", true),
        ("o30_mac_sha512-256", true),
        ("o30_nomac", true),
        ("o30_pbe_pbe-md5-des_pbe-md5-des", true),
        ("o30_pbe_none_aes-256-cbc", true),
    ];
    let matrix = matrix();
    for (wanted, opens) in wanted {
        let entry = matrix.iter().find(|entry| name(entry) == wanted).unwrap();
        let judged = promise(&promises_of(entry).unwrap(), "java_opens_it");
        assert_eq!(judged.kept == Kept::Yes, opens, "{wanted}: {judged:?}");
        let Some(found) = keytool_finds_a_key(entry) else {
            println!("skipped: keytool did not start");
            return;
        };
        assert_eq!(found, opens, "keytool of {wanted}");
    }
}

fn keytool_finds_a_key(entry: &Entry) -> Option<bool> {
    let id = std::process::id();
    let file = std::env::temp_dir().join(format!("reseal-java-{}-{id}.p12", name(entry)));
    fs::write(&file, &entry.bytes).unwrap();
    let output = Command::new("keytool")
        .args(["-J-Duser.language=en", "-list", "-storetype", "PKCS12"])
        .args(["-storepass", &entry.pw, "-keystore"])
        .arg(&file)
        .output();
    let _ = fs::remove_file(&file);
    let output = output.ok()?;
    let shown = String::from_utf8_lossy(&output.stdout).into_owned();
    Some(output.status.success() && shown.contains("PrivateKeyEntry"))
}

//! Keystores that hardly any program writes, and what Java makes of each: put together byte by byte, as
//! `tests/fixtures/keystores/README.md` tells. Where keytool is installed it has the last word.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use crate::in_english::InEnglish as _;
use certificate::{
    Bundle, Contents, Context, Form, Kept, Options, Promise, examine, read_with, write_pkcs12,
};
use secrecy::SecretString;

use crate::promises::promise;
use crate::workshop::{NOW, fixture_bytes};

const PASSWORD: &str = "practice-1";
const OF_THE_KEY: &str = "key-pass-22";

fn names() -> Vec<String> {
    let folder =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures/keystores/java");
    let files = fs::read_dir(folder).unwrap();
    let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.ends_with(".p12")).collect()
}

fn contents(name: &str) -> Contents {
    let bytes = fixture_bytes(&format!("java/{name}"));
    let passwords = [PASSWORD, OF_THE_KEY].map(SecretString::from);
    read_with(&bytes, &passwords.each_ref(), &Options::default()).unwrap()
}

fn bundle(name: &str) -> Bundle {
    contents(name).into_bundle().unwrap()
}

fn told(name: &str) -> Promise {
    promise(&examine(&bundle(name), &Context::at(NOW)), "java_opens_it")
}

/// Whether Java opens the file as it is and serves the certificate that is meant.
fn is_fit(bundle: &Bundle) -> bool {
    let promises = examine(bundle, &Context::at(NOW));
    let of_java = promises
        .iter()
        .filter(|promise| promise.name.starts_with("java_"));
    let kept: Vec<bool> = of_java.map(|promise| promise.kept == Kept::Yes).collect();
    kept == [true, true]
}

/// What keytool says, where it is installed and content.
fn keytool(words: &[&str]) -> Option<Result<String, ()>> {
    let mut keytool = Command::new("keytool");
    let output = keytool
        .arg("-J-Duser.language=en")
        .args(words)
        .output()
        .ok()?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    Some(output.status.success().then_some(said).ok_or(()))
}

/// The serial number of the certificate that Java serves with a key that it opens; nothing without keytool.
fn served(name: &str, bytes: &[u8], password: &str) -> Option<Option<String>> {
    let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&file, bytes).unwrap();
    let path = file.to_string_lossy();
    let with = [
        "-storetype",
        "PKCS12",
        "-storepass",
        password,
        "-keystore",
        &path,
    ];
    let listed = keytool(&[&["-list", "-v"], with.as_slice()].concat())?;
    let serial = listed.ok().and_then(|listed| {
        let (_, key) = listed.split_once("PrivateKeyEntry")?;
        let alias = line(&listed, "Alias name: ")?;
        let asked = [&["-certreq", "-alias", &alias], with.as_slice()].concat();
        keytool(&asked)?
            .ok()
            .and_then(|_| line(key, "Serial number: "))
    });
    fs::remove_file(&file).unwrap();
    Some(serial)
}

fn line(text: &str, start: &str) -> Option<String> {
    let mut lines = text.lines();
    lines.find_map(|line| Some(line.strip_prefix(start)?.to_owned()))
}

#[test]
fn keytool_agrees_about_each() {
    assert!(names().len() >= 30);
    for name in names() {
        let bundle = bundle(&name);
        let bytes = fixture_bytes(&format!("java/{name}"));
        let Some(served) = served(&name, &bytes, PASSWORD) else {
            println!("skipped: keytool did not start");
            return;
        };
        let ours = bundle.leaf.serial().trim_start_matches('0').to_owned();
        assert_eq!(served == Some(ours), is_fit(&bundle), "{name}: {served:?}");
    }
}

#[test]
fn the_file_that_is_made_of_each_is_fit() {
    for name in names() {
        let password = SecretString::from(PASSWORD);
        let entry = contents(&name).into_entry().unwrap();
        let Ok(written) = write_pkcs12(&entry, &password, Form::Modern) else {
            assert!(name.starts_with("refused-"), "{name}");
            continue;
        };
        let read = read_with(&written.bytes, &[&password], &Options::default()).unwrap();
        assert!(is_fit(&read.into_bundle().unwrap()), "{name}");
        if name == "old-by-id.p12" {
            let served = served("made.p12", &written.bytes, PASSWORD);
            assert!(served.is_none_or(|served| served.as_deref() == Some("1")));
        }
    }
}

#[test]
fn which_certificate_java_serves_is_told_by_its_dates() {
    for name in [
        "old-by-id.p12",
        "old-last.p12",
        "old-by-name.p12",
        "old-first-unmarked.p12",
    ] {
        let told = told(name);
        assert_eq!(told.kept, Kept::No, "{name}");
        for part in [
            "31 Dec 2024",
            "31 Dec 2027",
            "by local key ids, names and order",
        ] {
            assert!(told.says().contains(part), "{name}: {told:?}");
        }
        assert!(told.todo().contains("Make the file"), "{name}: {told:?}");
    }
}

#[test]
fn a_key_with_a_password_of_its_own_is_a_reason_to_make_the_file_anew() {
    let told = told("key-with-another-password.p12");
    assert_eq!(told.kept, Kept::No);
    assert!(
        told.says().contains("another password than the file"),
        "{told:?}"
    );
}

#[test]
fn what_java_stumbles_over_is_named() {
    for (name, says) in [
        ("version-2.p12", "version 3"),
        ("salt-of-key-short.p12", "fewer than eight bytes"),
        ("name-as-utf8.p12", "friendly name that is no BMPString"),
        ("name-without-value.p12", "friendly name without a value"),
        ("key-in-a-part-inside.p12", "a part inside a part"),
        ("unmarked.p12", "neither a local key id nor a name"),
    ] {
        let told = told(name);
        assert_eq!(told.kept, Kept::No, "{name}");
        assert!(told.says().contains(says), "{name}: {told:?}");
    }
}

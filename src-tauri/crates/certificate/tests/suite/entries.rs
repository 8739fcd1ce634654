//! Keystores with several keys that have a certificate: one is chosen, and the file made of it opens in
//! programs that are not ours.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use certificate::{BundleError, Contents, Form, Options, generated_password, read, write_pkcs12};
use secrecy::{ExposeSecret as _, SecretString};

use crate::keystores::matrix;

fn two_keys() -> Contents {
    let matrix = matrix();
    let found = matrix
        .iter()
        .find(|entry| entry.path == "p12/kt_two_keys.p12");
    let entry = found.unwrap();
    let password = SecretString::from(entry.pw.as_str());
    read(&entry.bytes, Some(&password), &Options::default()).unwrap()
}

#[test]
fn which_of_several_is_meant_is_asked_with_their_names() {
    let names = two_keys().entry_names();
    let [one, other] = names.as_slice() else {
        panic!("there are two: {names:?}");
    };
    assert!(one.alias.is_some() && one.alias != other.alias, "{names:?}");
    let refused = two_keys().into_bundle().unwrap_err();
    assert!(matches!(&refused, BundleError::SeveralEntries { entries } if *entries == names));
    let told = refused.to_string();
    assert!(told.contains(&one.thumbprint.to_string()), "{told}");
}

#[test]
fn an_entry_is_found_by_its_name_its_subject_and_its_thumbprint() {
    for name in two_keys().entry_names() {
        let alias = name.alias.clone().unwrap();
        let thumbprint = name.thumbprint.to_string();
        for wanted in [alias.clone(), alias.to_uppercase(), thumbprint] {
            let entry = two_keys().into_entry_called(Some(&wanted)).unwrap();
            assert_eq!(entry.bundle.leaf.thumbprint(), name.thumbprint, "{wanted}");
        }
    }
    let refused = two_keys().into_entry_called(Some("nobody")).unwrap_err();
    assert!(
        matches!(&refused, BundleError::NoSuchEntry { wanted, entries } if wanted == "nobody" && entries.len() == 2)
    );
}

#[test]
fn the_chosen_entry_becomes_a_file_that_openssl_and_keytool_read() {
    for name in two_keys().entry_names() {
        let wanted = name.thumbprint.to_string();
        let entry = two_keys().into_entry_called(Some(&wanted)).unwrap();
        let password = generated_password(rand::rng());
        for form in [Form::Modern, Form::Older] {
            let written = write_pkcs12(&entry, &password, form).unwrap();
            let file = Written::of(&written.bytes);
            let given = format!("pass:{}", password.expose_secret());
            let shown = file.shown_by(
                "openssl",
                &["pkcs12", "-legacy", "-passin", &given, "-nodes", "-in"],
            );
            if let Some(shown) = shown {
                assert_eq!(shown.matches("BEGIN PRIVATE KEY").count(), 1, "{shown}");
            }
            let english = "-J-Duser.language=en";
            let secret = password.expose_secret();
            let words = [
                english,
                "-list",
                "-v",
                "-storetype",
                "PKCS12",
                "-storepass",
                secret,
                "-keystore",
            ];
            if let Some(shown) = file.shown_by("keytool", &words) {
                assert!(shown.contains("Your keystore contains 1 entry"), "{shown}");
                assert!(
                    shown.contains(wanted.trim_start_matches("SHA-256:")),
                    "{shown}"
                );
            }
        }
    }
}

/// A file that goes at the end.
struct Written(PathBuf);

impl Written {
    fn of(bytes: &[u8]) -> Self {
        let id = generated_password(rand::rng());
        let path = std::env::temp_dir().join(format!("reseal-{}.p12", id.expose_secret()));
        fs::write(&path, bytes).unwrap();
        Self(path)
    }

    /// What a program says of it; nothing where that is not installed.
    fn shown_by(&self, program: &str, words: &[&str]) -> Option<String> {
        let output = Command::new(program).args(words).arg(&self.0).output();
        let Ok(output) = output else {
            println!("skipped: {program} did not start");
            return None;
        };
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{program}: {said}");
        Some(String::from_utf8_lossy(&output.stdout).into_owned())
    }
}

impl Drop for Written {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

//! What we write opens everywhere: read back by openssl, keytool, NSS and GnuTLS where they are installed.

use std::path::PathBuf;
use std::process::{Command, Output};

use certificate::{
    Entry, Form, Options, UnfitPassword, WriteError, generated_password, read, write_pkcs12,
};
use rcgen::CertificateParams;
use secrecy::{ExposeSecret as _, SecretString};

use crate::workshop::{Authority, bundle_of, leaf_params, read_text, server_key};

const FORMS: [Form; 2] = [Form::Modern, Form::Older];

/// A bundle with so many issuers above the leaf.
fn chain_of(issuers: usize) -> Entry {
    let mut text = String::new();
    let mut authority = Authority::root();
    for number in 0..issuers {
        text = authority.pem() + &text;
        if number + 1 < issuers {
            let name = format!("Workshop Intermediate {number}");
            authority = authority.below(&name, |_: &mut CertificateParams| {});
        }
    }
    let text = authority.signs(&leaf_params()) + &text + &server_key();
    let entry = read_text(&text).into_entry().unwrap();
    assert_eq!(entry.bundle.chain.len(), issuers);
    entry
}

/// A file in the target's folder for temporary files, removed at the end.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str, bytes: &[u8]) -> Self {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
        let file = folder.join(format!("{}-{name}", std::process::id()));
        std::fs::write(&file, bytes).unwrap();
        Self(file)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

/// Runs a tool; nothing where it is not installed.
fn tool(program: &str, arguments: &[&str]) -> Option<Output> {
    match Command::new(program).args(arguments).output() {
        Ok(output) => Some(output),
        Err(error) => {
            println!("skipped: {program} did not start: {error}");
            None
        }
    }
}

fn text_of(output: &Output) -> String {
    let bytes = [output.stdout.as_slice(), output.stderr.as_slice()].concat();
    String::from_utf8_lossy(&bytes).into_owned()
}

#[test]
fn reads_back_what_it_writes() {
    for issuers in 1..=4 {
        let entry = chain_of(issuers);
        for form in FORMS {
            let password = generated_password();
            let written = write_pkcs12(&entry, &password, form).unwrap();
            let contents = read(&written.bytes, Some(&password), &Options::default()).unwrap();
            assert_eq!(contents.source.entries, 1);
            let again = contents.into_entry().unwrap();
            assert_eq!(
                (again.bundle.leaf, again.bundle.chain),
                (entry.bundle.leaf.clone(), entry.bundle.chain.clone())
            );
            assert!(again.key.matches(&entry.bundle.leaf));
        }
    }
}

#[test]
fn openssl_reads_what_it_writes() {
    for (issuers, form) in [
        (1, Form::Modern),
        (2, Form::Older),
        (4, Form::Modern),
        (4, Form::Older),
    ] {
        let entry = chain_of(issuers);
        let password = generated_password();
        let written = write_pkcs12(&entry, &password, form).unwrap();
        let file = Scratch::new(&format!("openssl-{issuers}-{form:?}.p12"), &written.bytes);
        let path = file.0.to_str().unwrap();
        let given = format!("pass:{}", password.expose_secret());
        let arguments = ["pkcs12", "-in", path, "-passin", &given, "-nodes"];
        let Some(output) = tool("openssl", &arguments) else {
            return;
        };
        let shown = text_of(&output);
        assert!(output.status.success(), "{shown}");
        assert_eq!(shown.matches("BEGIN CERTIFICATE").count(), issuers + 1);
        assert_eq!(shown.matches("BEGIN PRIVATE KEY").count(), 1);
        // What openssl prints, we read as the same bundle.
        let again = bundle_of(&shown);
        assert_eq!(
            (again.leaf, again.chain),
            (entry.bundle.leaf, entry.bundle.chain)
        );
    }
}

#[test]
fn keytool_sees_one_entry_with_its_chain() {
    for form in FORMS {
        let entry = chain_of(2);
        let password = generated_password();
        let written = write_pkcs12(&entry, &password, form).unwrap();
        let file = Scratch::new(&format!("keytool-{form:?}.p12"), &written.bytes);
        let path = file.0.to_str().unwrap();
        let arguments = [
            "-J-Duser.language=en",
            "-list",
            "-v",
            "-storetype",
            "PKCS12",
            "-keystore",
            path,
            "-storepass",
            password.expose_secret(),
        ];
        let Some(output) = tool("keytool", &arguments) else {
            return;
        };
        let shown = text_of(&output);
        assert!(output.status.success(), "{shown}");
        assert!(shown.contains("Your keystore contains 1 entry"), "{shown}");
        assert!(shown.contains("Entry type: PrivateKeyEntry"), "{shown}");
        assert!(shown.contains("Certificate chain length: 3"), "{shown}");
        let thumbprint = entry.bundle.leaf.thumbprint().to_string();
        assert!(
            shown.contains(thumbprint.trim_start_matches("SHA-256:")),
            "{shown}"
        );
    }
}

#[test]
fn nss_and_gnutls_read_what_it_writes() {
    for form in FORMS {
        let entry = chain_of(2);
        let password = generated_password();
        let secret = password.expose_secret();
        let written = write_pkcs12(&entry, &password, form).unwrap();
        let file = Scratch::new(&format!("others-{form:?}.p12"), &written.bytes);
        let path = file.0.to_str().unwrap();
        let nss = tool("pk12util", &["-l", path, "-W", secret]);
        if let Some(output) = nss {
            let shown = text_of(&output);
            assert!(
                output.status.success() && shown.contains("vcda.example.com"),
                "{shown}"
            );
        }
        let arguments = [
            "--p12-info",
            "--inder",
            "--infile",
            path,
            "--password",
            secret,
        ];
        if let Some(output) = tool("certtool", &arguments) {
            let shown = text_of(&output);
            assert!(output.status.success(), "{shown}");
            assert_eq!(shown.matches("BEGIN CERTIFICATE").count(), 3, "{shown}");
        }
    }
}

#[test]
fn refuses_a_password_that_java_cannot_take() {
    let refused = write_pkcs12(&chain_of(1), &SecretString::from("pässwörd"), Form::Modern);
    assert!(matches!(
        refused,
        Err(WriteError::Password(UnfitPassword::NotAscii))
    ));
}

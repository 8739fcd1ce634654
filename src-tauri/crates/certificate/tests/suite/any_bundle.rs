//! Whatever we write, openssl and we read the same: any name, any password that is fit, any chain.

use std::io::ErrorKind;
use std::path::PathBuf;
use std::process::Command;

use certificate::{Entry, Form, Options, read, write_pkcs12};
use proptest::collection::vec;
use proptest::prelude::*;
use rcgen::{DnType, SanType};
use secrecy::SecretString;

use crate::workshop::{bundle_of, fixture, leaf_params};
use crate::writing::{FORMS, chain_below};

/// What a certificate and its file are made of.
#[derive(Debug, Clone)]
struct Recipe {
    key: &'static str,
    common_name: String,
    names: Vec<String>,
    issuers: usize,
    password: String,
    form: Form,
}

impl Recipe {
    fn entry(&self) -> Entry {
        let mut params = leaf_params();
        params.distinguished_name = rcgen::DistinguishedName::new();
        let common_name = self.common_name.as_str();
        params
            .distinguished_name
            .push(DnType::CommonName, common_name);
        let names = self
            .names
            .iter()
            .map(|name| name.as_str().try_into().unwrap());
        params.subject_alt_names = names.map(SanType::DnsName).collect();
        chain_below(&fixture(self.key), &params, self.issuers)
    }
}

fn recipe() -> impl Strategy<Value = Recipe> {
    let key = prop::sample::select(&["rsa2048.key.pem", "rsa3072.key.pem", "rsa4096.key.pem"][..]);
    let name = "[a-z0-9]([a-z0-9-]{0,20}[a-z0-9])?(\\.[a-z]{2,10}){1,3}";
    // Everything that can be printed in any script, marks of direction among it.
    let common_name = "[\\PC\u{202e}\u{200f}]{1,40}";
    let password = "[!-~]([ -~]{0,62}[!-~])?";
    let form = prop::sample::select(&FORMS[..]);
    (
        key,
        common_name,
        vec(name, 1..6),
        0_usize..5,
        password,
        form,
    )
        .prop_map(
            |(key, common_name, names, issuers, password, form)| Recipe {
                key,
                common_name,
                names,
                issuers,
                password,
                form,
            },
        )
}

/// What openssl prints of a keystore; nothing where it is not installed.
fn printed(bytes: &[u8], password: &str) -> Option<String> {
    let name = format!("any-bundle-{}.p12", std::process::id());
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, bytes).unwrap();
    let mut openssl = Command::new("openssl");
    openssl.args([
        "pkcs12",
        "-nodes",
        "-passin",
        &format!("pass:{password}"),
        "-in",
    ]);
    let output = openssl.arg(&path).output();
    std::fs::remove_file(&path).unwrap();
    match output {
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        output => {
            let output = output.unwrap();
            let said = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success(), "openssl: {said}");
            // Beside the PEM blocks it prints names of bags, one byte of each letter.
            Some(String::from_utf8_lossy(&output.stdout).into_owned())
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn openssl_and_we_read_the_same(recipe in recipe()) {
        let entry = recipe.entry();
        let password = SecretString::from(recipe.password.as_str());
        let written = write_pkcs12(&entry, &password, recipe.form).unwrap();
        let ours = read(&written.bytes, Some(&password), &Options::default()).unwrap();
        let ours = ours.into_entry().unwrap();
        prop_assert_eq!(&ours.bundle.leaf, &entry.bundle.leaf);
        prop_assert_eq!(&ours.bundle.chain, &entry.bundle.chain);
        prop_assert!(ours.key.matches(&entry.bundle.leaf));
        if let Some(text) = printed(&written.bytes, &recipe.password) {
            // Its key is there and belongs to the leaf, or this were no bundle.
            let theirs = bundle_of(&text);
            prop_assert_eq!(&theirs.leaf, &ours.bundle.leaf);
            prop_assert_eq!(&theirs.chain, &ours.bundle.chain);
        }
    }
}

//! What we write, we read as the same bundle. What others make of it is in `written.rs`.

use certificate::{
    Entry, Form, Options, UnfitPassword, WriteError, generated_password, read, write_pkcs12,
};
use rcgen::CertificateParams;
use secrecy::SecretString;

use crate::workshop::{Authority, leaf_params, read_text, server_key};

pub(crate) const FORMS: [Form; 2] = [Form::Modern, Form::Older];

/// The server's key with a certificate below so many issuers.
fn chain_of(issuers: usize) -> Entry {
    chain_for(&server_key(), issuers)
}

/// A key, given as PEM, with a certificate below so many issuers.
pub(crate) fn chain_for(key: &str, issuers: usize) -> Entry {
    chain_below(key, &leaf_params(), issuers)
}

/// A key, given as PEM, with this certificate below so many issuers.
pub(crate) fn chain_below(key: &str, leaf: &CertificateParams, issuers: usize) -> Entry {
    let mut text = String::new();
    let mut authority = Authority::root();
    for number in 0..issuers {
        text = authority.pem() + &text;
        if number + 1 < issuers {
            let name = format!("Workshop Intermediate {number}");
            authority = authority.below(&name, |_: &mut CertificateParams| {});
        }
    }
    let text = authority.signs_for(key, leaf) + &text + key;
    let entry = read_text(&text).into_entry().unwrap();
    assert_eq!(entry.bundle.chain.len(), issuers);
    entry
}

#[test]
fn reads_back_what_it_writes() {
    for issuers in 1..=4 {
        let entry = chain_of(issuers);
        for form in FORMS {
            let password = generated_password(rand::rng());
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
fn refuses_a_password_that_java_cannot_take() {
    let refused = write_pkcs12(&chain_of(1), &SecretString::from("pässwörd"), Form::Modern);
    assert!(matches!(
        refused,
        Err(WriteError::Password(UnfitPassword::NotAscii))
    ));
}

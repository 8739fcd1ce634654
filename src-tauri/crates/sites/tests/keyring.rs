//! Passwords and what they are bound to, over keyring-core's own mock store and in memory.
#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot be set up has failed"
)]

use std::sync::Arc;

use ground::Surroundings;
use secrecy::{ExposeSecret as _, SecretString};
use sites::{Keyring, KeyringError, Learned, MemoryKeyring, SavedSite, SystemKeyring};
use time::{OffsetDateTime, macros::datetime};

const NOW: OffsetDateTime = datetime!(2026-05-01 10:00 UTC);

/// A clock that stands still.
fn then() -> Surroundings {
    Surroundings::of_this_machine().with_clock(Arc::new(NOW))
}

#[test]
fn keeps_recalls_and_forgets_a_password() {
    for keyring in both() {
        let site = a_site("cloud.one.example");
        assert!(keyring.recall(&site).unwrap().is_none());
        keyring.keep(&site, &"correct horse".into()).unwrap();
        assert_eq!(recalled(&*keyring, &site), "correct horse");
        keyring.forget(&site).unwrap();
        keyring.forget(&site).unwrap();
        assert!(keyring.recall(&site).unwrap().is_none());
    }
}

#[test]
fn a_password_follows_the_site_through_a_replacement() {
    for keyring in both() {
        let mut site = a_site("cloud.one.example");
        keyring.keep(&site, &"Grüße \"\\".into()).unwrap();
        site.follow(&pin(2), NOW);
        assert_eq!(recalled(&*keyring, &site), "Grüße \"\\");
    }
}

#[test]
fn a_password_is_not_handed_out_under_a_certificate_it_was_not_given_for() {
    for keyring in both() {
        let mut site = a_site("cloud.one.example");
        keyring.keep(&site, &"correct horse".into()).unwrap();
        site.pin = pin(7);
        site.lineage = vec![];
        let refused = keyring.recall(&site).unwrap_err();
        assert!(matches!(refused, KeyringError::OtherLineage { .. }));
    }
}

#[test]
fn a_password_is_not_handed_out_for_another_endpoint() {
    for keyring in both() {
        let mut site = a_site("cloud.one.example");
        keyring.keep(&site, &"correct horse".into()).unwrap();
        site.address = "cloud.one.example:8443".parse().unwrap();
        let refused = keyring.recall(&site).unwrap_err();
        assert!(matches!(refused, KeyringError::OtherEndpoint { .. }));
    }
}

#[test]
fn the_self_test_says_that_passwords_can_be_remembered() {
    assert!(over_mock().status().is_available);
}

/// A keyring that answers and gives nothing back is found out by the self-test, not by the operator.
#[test]
fn a_machine_without_a_keyring_is_told_about_in_a_sentence() {
    let status = MemoryKeyring::default().status();
    assert!(!status.is_available && status.says.ends_with('.'));
}

fn both() -> [Box<dyn Keyring>; 2] {
    [Box::new(over_mock()), Box::new(MemoryKeyring::default())]
}

fn over_mock() -> SystemKeyring {
    SystemKeyring::over(keyring_core::mock::Store::new().unwrap())
}

fn recalled(keyring: &dyn Keyring, site: &SavedSite) -> String {
    let password: SecretString = keyring.recall(site).unwrap().unwrap();
    password.expose_secret().to_owned()
}

fn a_site(host: &str) -> SavedSite {
    SavedSite::new(host.parse().unwrap(), pin(1), Learned::Pasted, &then())
}

fn pin(number: u8) -> certificate::Thumbprint {
    format!("SHA-256:{}", vec![format!("{number:02X}"); 32].join(":"))
        .parse()
        .unwrap()
}

//! Chains with gaps: who is missing is named, and what other files or stores hold closes the gap.

use certificate::{Certificate, completed, issuer_addresses};
use rcgen::CustomExtension;

use crate::workshop::{Authority, leaf_params, read_text};

/// Root, two intermediates, and the leaf as text.
fn ladder() -> (Authority, Authority, Authority, String) {
    let root = Authority::root();
    let upper = root.below("Workshop Upper", |_| {});
    let lower = upper.below("Workshop Lower", |_| {});
    let leaf = lower.signs(&leaf_params());
    (root, upper, lower, leaf)
}

fn certificate_of(authority: &Authority) -> Certificate {
    Certificate::from_der(authority.der()).unwrap()
}

#[test]
fn names_the_missing_issuer_by_subject_and_key_id() {
    let (root, upper, lower, leaf) = ladder();
    let chain = read_text(&(leaf.clone() + &lower.pem())).chain().unwrap();
    let missing = chain.missing().unwrap();
    assert_eq!(missing.issuer, "CN=Workshop Upper");
    let digits: Vec<String> = certificate_of(&upper)
        .key_id()
        .unwrap()
        .iter()
        .map(|byte| format!("{byte:02X}"))
        .collect();
    // The workshop's authorities tell no issuer's key id; the leaf does.
    assert_eq!(missing.key_id, None);
    let alone = read_text(&upper.signs(&leaf_params())).chain().unwrap();
    assert_eq!(alone.missing().unwrap().key_id, Some(digits.join(":")));
    let whole = leaf + &lower.pem() + &upper.pem() + &root.pem();
    assert_eq!(read_text(&whole).chain().unwrap().missing(), None);
}

#[test]
fn completes_a_chain_from_candidates_in_any_order() {
    let (root, upper, lower, leaf) = ladder();
    let stranger = Authority::named("Stranger");
    let candidates = [&root, &stranger, &upper, &lower].map(certificate_of);
    let chain = completed(read_text(&leaf).chain().unwrap(), &candidates);
    let names: Vec<_> = chain.issuers.iter().map(Certificate::subject).collect();
    assert_eq!(
        names,
        ["CN=Workshop Lower", "CN=Workshop Upper", "CN=Workshop Root"]
    );
    assert_eq!((chain.missing(), chain.strangers.len()), (None, 0));
}

#[test]
fn leaves_a_chain_alone_that_candidates_cannot_continue() {
    let (root, _, lower, leaf) = ladder();
    // An authority of the right name with another key issued nothing here.
    let namesake = Authority::named("Workshop Upper");
    let before = read_text(&(leaf + &lower.pem())).chain().unwrap();
    let candidates = [&namesake, &root, &lower].map(certificate_of);
    let after = completed(before.clone(), &candidates);
    assert_eq!(after.issuers, before.issuers);
    assert_eq!(after.missing(), before.missing());
}

/// A leaf whose extension names these addresses as its issuer's.
fn leaf_with_addresses(addresses: &[&str]) -> Certificate {
    let mut params = leaf_params();
    let mut content = Vec::new();
    for address in addresses {
        let size = u8::try_from(address.len()).unwrap();
        content.extend([0x30, 0x81, size + 13, 6, 8, 0x2b, 6, 1, 5, 5, 7, 0x30, 2]);
        content.extend([0x86, 0x81, size]);
        content.extend(address.as_bytes());
    }
    let size = u16::try_from(content.len()).unwrap().to_be_bytes();
    let content = [&[0x30, 0x82, size[0], size[1]], content.as_slice()].concat();
    let oid = [1, 3, 6, 1, 5, 5, 7, 1, 1];
    params
        .custom_extensions
        .push(CustomExtension::from_oid_content(&oid, content));
    let text = Authority::root().signs(&params);
    read_text(&text).certificates.remove(0)
}

#[test]
fn offers_only_addresses_of_the_web() {
    let certificate = leaf_with_addresses(&[
        "ldap://directory.example.com/cn=ca?cACertificate",
        "http://pki.example.com/ca.crt",
        "file:///etc/passwd",
        "http://pki.example.com/with a blank.crt",
        "HTTPS://pki.example.com/ca.p7c",
        "http://pki.example.com/ca.crt",
    ]);
    assert_eq!(
        issuer_addresses(&certificate),
        [
            "http://pki.example.com/ca.crt",
            "HTTPS://pki.example.com/ca.p7c"
        ]
    );
    let plain = read_text(&Authority::root().signs(&leaf_params()));
    assert!(issuer_addresses(&plain.certificates[0]).is_empty());
}

#[test]
fn takes_no_more_addresses_than_a_person_reads() {
    let many: Vec<String> = (0..9)
        .map(|number| format!("http://{number}.example.com/ca.crt"))
        .collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    assert_eq!(issuer_addresses(&leaf_with_addresses(&many)).len(), 4);
}

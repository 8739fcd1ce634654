//! Keys of kinds that the product does not take, in the files that other tools make of them: what is told of
//! them has to be true. `tests/fixtures/keystores/rare` says how each was made.

use certificate::{BundleError, Contents, Context, Kept, examine};

use crate::workshop::{Authority, NOW, fixture, leaf_params, read_text};

fn rare(name: &str) -> Contents {
    read_text(&fixture(&format!("rare/{name}.pem")))
}

#[test]
fn finds_the_certificate_of_a_rare_key_that_has_its_public_half() {
    for (name, kind) in [
        ("ed448-both", "Ed448"),
        ("dsa-old", "DSA"),
        ("explicit", "EC of its own"),
        ("explicit-key", "EC of its own"),
        ("compressed", "EC P-256"),
        // Computed from the private half.
        ("prime256v1-half", "EC P-256"),
    ] {
        let entry = rare(name).into_entry().unwrap();
        assert_eq!(entry.key.kind().to_string(), kind, "{name}");
        let promises = examine(&entry.bundle, &Context::at(NOW));
        let refusal = promises.iter().find(|promise| promise.name == "key_is_rsa");
        assert_eq!(refusal.unwrap().kept, Kept::No, "{name}");
    }
}

#[test]
fn says_that_a_key_without_its_public_half_cannot_be_compared() {
    for (name, kind) in [
        ("ed448", "Ed448"),
        ("dsa-pkcs8", "DSA"),
        ("x25519", "X25519"),
        ("ml-dsa", "ML-DSA-65"),
        ("secp521r1-half", "EC P-521"),
        ("secp256k1-half", "EC secp256k1"),
        ("brainpoolP256r1-half", "EC brainpoolP256r1"),
        ("explicit-half", "EC of its own"),
    ] {
        let kind = kind.to_owned();
        let refused = rare(name).into_entry().unwrap_err();
        assert_eq!(refused, BundleError::KeyNotComparable { kind }, "{name}");
    }
}

#[test]
fn says_that_a_rare_key_belongs_to_none_where_that_is_certain() {
    // The certificates are of another kind, or the public halves differ.
    for (key, certificate) in [
        ("ed448", "dsa-old"),
        ("secp521r1-half", "compressed"),
        ("prime256v1-half", "compressed"),
        ("dsa-old", "compressed"),
        ("ed448-both", "ed448"),
    ] {
        let mut held = rare(key);
        held.certificates = rare(certificate).certificates;
        let refused = held.into_entry().unwrap_err();
        assert!(
            matches!(&refused, BundleError::KeyDoesNotMatch { offered } if offered.len() == 1),
            "{key} with {certificate}: {refused}"
        );
    }
}

#[test]
fn finds_a_certificate_that_spells_the_curve_of_its_key_out() {
    let mut held = rare("compressed");
    held.certificates = rare("explicit").certificates;
    let leaf = held.into_bundle().unwrap().leaf;
    assert_eq!(leaf.key().to_string(), "EC of its own");
}

#[test]
fn finds_the_entry_beside_a_key_that_cannot_be_compared() {
    let text = Authority::root().signs(&leaf_params());
    let rsa = fixture("rsa2048.key.pem");
    let held = read_text(&(fixture("rare/ed448.pem") + &text + &rsa));
    assert_eq!(held.into_bundle().unwrap().unused_keys, 1);
}

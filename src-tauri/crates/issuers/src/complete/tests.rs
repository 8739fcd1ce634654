//! Chains that are completed, from a server on this machine that production would refuse to visit.

use ground::Surroundings;
use rcgen::{
    BasicConstraints, CertificateParams, CertifiedIssuer, CustomExtension, DnType, IsCa, KeyPair,
};

use super::*;
use crate::fetch::tests::{LOOPBACK, ok, serving};

/// Authority information access: `caIssuers` at one address, as DER.
fn issuer_at(address: &str) -> CustomExtension {
    const ACCESS: [u64; 9] = [1, 3, 6, 1, 5, 5, 7, 1, 1];
    const CA_ISSUERS: [u8; 10] = [0x06, 0x08, 0x2b, 6, 1, 5, 5, 7, 0x30, 2];
    let short = |tag: u8, content: &[u8]| {
        let length = u8::try_from(content.len()).unwrap();
        assert!(length < 0x80, "longer lengths are written otherwise");
        [&[tag, length], content].concat()
    };
    let uri = short(0x86, address.as_bytes());
    let description = short(0x30, &[&CA_ISSUERS[..], &uri].concat());
    CustomExtension::from_oid_content(&ACCESS, short(0x30, &description))
}

fn named(name: &str) -> CertificateParams {
    let mut params = CertificateParams::new(Vec::new()).unwrap();
    params.distinguished_name.push(DnType::CommonName, name);
    params
}

fn authority(name: &str) -> CertifiedIssuer<'static, KeyPair> {
    let mut params = named(name);
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap()
}

fn read(certificate: &rcgen::Certificate) -> Certificate {
    Certificate::from_der(certificate.der().to_vec()).unwrap()
}

/// A certificate of this authority that says where the authority's own is to be had.
fn leaf_of(authority: &CertifiedIssuer<'_, KeyPair>, address: Option<&str>) -> Certificate {
    let mut params = named("a.example");
    params.custom_extensions.extend(address.map(issuer_at));
    let key = KeyPair::generate().unwrap();
    read(&params.signed_by(&key, authority).unwrap())
}

#[tokio::test]
async fn the_missing_issuer_comes_from_the_address_that_the_certificate_names() {
    let root = authority("Root");
    let address = serving(ok(root.der()), false).await;
    let leaf = leaf_of(&root, Some(&address));
    let fetched = from_address_within(
        &leaf,
        &[],
        LOOPBACK,
        PATIENCE,
        &Surroundings::of_this_machine(),
    )
    .await;
    let fetched = fetched.unwrap();
    assert_eq!(fetched.issuers, [read(root.as_ref())]);
    assert_eq!(fetched.address, address);
}

#[tokio::test]
async fn a_certificate_that_signed_nothing_here_joins_no_chain() {
    let root = authority("Root");
    // It bears the issuer's name and another key.
    let impostor = authority("Root");
    let address = serving(ok(impostor.der()), false).await;
    let leaf = leaf_of(&root, Some(&address));
    let fetched = from_address_within(
        &leaf,
        &[],
        LOOPBACK,
        PATIENCE,
        &Surroundings::of_this_machine(),
    )
    .await;
    assert!(
        matches!(fetched, Err(CompleteError::NotFound)),
        "{fetched:?}"
    );
}

#[tokio::test]
async fn nothing_is_visited_where_no_address_is_named_or_it_is_inside_a_network() {
    let root = authority("Root");
    let fetched = from_address(&leaf_of(&root, None), &[], &Surroundings::of_this_machine()).await;
    assert!(matches!(fetched, Err(CompleteError::NoAddress)));
    let inside = leaf_of(&root, Some("http://127.0.0.1/ca.crt"));
    let fetched = from_address(&inside, &[], &Surroundings::of_this_machine()).await;
    let refused = matches!(
        fetched,
        Err(CompleteError::NotFetched {
            source: FetchError::NotPublic { .. },
            ..
        })
    );
    assert!(refused, "{fetched:?}");
}

#[test]
fn the_missing_issuer_is_found_among_others_up_to_its_root() {
    let root = authority("Root");
    let mut params = named("Intermediate");
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let middle = CertifiedIssuer::signed_by(params, KeyPair::generate().unwrap(), &root).unwrap();
    let leaf = leaf_of(&middle, None);
    let at_hand = [
        read(root.as_ref()),
        read(authority("Other").as_ref()),
        read(middle.as_ref()),
    ];
    let found = continuing(&leaf, &[], &at_hand).unwrap();
    assert_eq!(found, [read(middle.as_ref()), read(root.as_ref())]);
    assert!(matches!(
        from_machine(&leaf, &[]),
        Err(CompleteError::NotFound)
    ));
}

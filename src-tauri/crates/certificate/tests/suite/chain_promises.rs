//! What a chain promises, and who stands behind it.

use std::sync::OnceLock;

use crate::in_english::InEnglish as _;
use crate::promises::{judged, leaf, promise};
use crate::workshop::{Authority, NOW, bundle_of, fixture, leaf_params, read_text, server_key};
use certificate::{
    Certificate, Context, Issuance, Kept, Name, Roots, RsaSize, SelfSigned, examine, examine_chain,
    issuance_of,
};
use rcgen::{
    BasicConstraints, ExtendedKeyUsagePurpose, GeneralSubtree, IsCa, KeyUsagePurpose,
    NameConstraints,
};
use time::{Duration, OffsetDateTime};

#[test]
fn chain_is_complete_breaks_without_the_issuer_and_names_it() {
    let alone = Authority::root().signs(&leaf_params()) + &server_key();
    let promises = examine(&bundle_of(&alone), &Context::at(NOW));
    let promise = promise(&promises, "chain_is_complete");
    assert_eq!(promise.kept, Kept::Warning);
    assert!(
        promise.says().contains("CN=Workshop Root"),
        "{}",
        promise.says()
    );
}

#[test]
fn chain_verifies_breaks_with_a_dozen_certificates_and_says_that_it_is_long() {
    let mut issuers = vec![Authority::root()];
    for number in 1..=10 {
        let last = issuers.last().unwrap();
        let next = last.below(&format!("Workshop Issuer {number}"), |_| {});
        issuers.push(next);
    }
    let leaf = issuers.last().unwrap().signs(&leaf_params());
    let chain: String = issuers.iter().rev().map(Authority::pem).collect();
    let promises = examine(
        &bundle_of(&(leaf + &chain + &server_key())),
        &Context::at(NOW),
    );
    let promise = promise(&promises, "chain_verifies");
    assert_eq!(promise.kept, Kept::Warning);
    assert!(
        promise.says().contains("more issuers"),
        "{}",
        promise.says()
    );
}

#[test]
fn chain_verifies_breaks_with_a_certificate_that_was_altered() {
    let root = Authority::root();
    let altered = |pem: &str| {
        let mut der = read_text(pem).certificates[0].der().to_vec();
        *der.last_mut().unwrap() ^= 1;
        Certificate::from_der(der).unwrap().to_pem()
    };
    let leaf = root.signs(&leaf_params());
    for text in [
        altered(&leaf) + &root.pem() + &server_key(),
        leaf.clone() + &altered(&root.pem()) + &server_key(),
    ] {
        let promises = examine(&bundle_of(&text), &Context::at(NOW));
        let told = promise(&promises, "chain_verifies");
        assert_eq!(told.kept, Kept::No);
        assert!(told.says().ends_with("is false."), "{}", told.says());
        assert!(promises.iter().all(|it| it.name != "chain_is_complete"));
    }
    // Another authority of that name, with a key of its own, is no alteration.
    let other = Authority::root();
    let promises = examine(
        &bundle_of(&(leaf + &other.pem() + &server_key())),
        &Context::at(NOW),
    );
    let told = promise(&promises, "chain_is_complete");
    assert_eq!(told.kept, Kept::Warning);
    assert!(told.says().contains("same name"), "{}", told.says());
}

#[test]
fn chain_verifies_breaks_with_policies_that_are_not_followed_here() {
    let text = below(|params| {
        let any = [0x30, 0x06, 0x30, 0x04, 0x06, 0x02, 0x2a, 0x03];
        let mut policies = rcgen::CustomExtension::from_oid_content(&[2, 5, 29, 32], any.to_vec());
        policies.set_criticality(true);
        params.custom_extensions = vec![policies];
    });
    let told = promise(
        &examine(&bundle_of(&text), &Context::at(NOW)),
        "chain_verifies",
    );
    assert_eq!(told.kept, Kept::Warning, "{}", told.says());
}

#[test]
fn chain_verifies_breaks_with_what_some_programs_refuse() {
    let told = |text: &str| {
        let promises = examine(&bundle_of(text), &Context::at(NOW));
        promise(&promises, "chain_verifies")
    };
    let clients = below(|params| {
        params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ClientAuth];
    });
    assert_eq!(told(&clients).kept, Kept::Warning);
    let any = below(|params| params.extended_key_usages = vec![ExtendedKeyUsagePurpose::Any]);
    assert_eq!(told(&any).kept, Kept::Yes);
    let root = Authority::root();
    let mut params = leaf_params();
    params.use_authority_key_identifier_extension = false;
    let named = [0x30, 0x06, 0x80, 0x04, 1, 2, 3, 4];
    let oid = [2, 5, 29, 35];
    let other_key = rcgen::CustomExtension::from_oid_content(&oid, named.to_vec());
    params.custom_extensions = vec![other_key];
    let told = told(&(root.signs(&params) + &root.pem() + &server_key()));
    assert_eq!(told.kept, Kept::Warning);
    assert!(told.says().contains("another key"), "{}", told.says());
}

#[test]
fn chain_verifies_breaks_with_a_root_that_is_no_authority() {
    let root = Authority::changed(|params| params.is_ca = IsCa::ExplicitNoCa);
    let text = root.signs(&leaf_params()) + &root.pem() + &server_key();
    let told = promise(
        &examine(&bundle_of(&text), &Context::at(NOW)),
        "chain_verifies",
    );
    assert_eq!(told.kept, Kept::No);
    assert!(told.says().contains("is no authority"), "{}", told.says());
}

/// A leaf below an intermediate that `change` makes, its chain and its key.
pub(crate) fn below(change: impl FnOnce(&mut rcgen::CertificateParams)) -> String {
    let root = Authority::root();
    let intermediate = root.below("Workshop Intermediate", change);
    intermediate.signs(&leaf_params()) + &intermediate.pem() + &root.pem() + &server_key()
}

fn constrained(permitted: Vec<GeneralSubtree>, excluded: Vec<GeneralSubtree>) -> Kept {
    let text = below(|params| {
        params.name_constraints = Some(NameConstraints {
            permitted_subtrees: permitted,
            excluded_subtrees: excluded,
        });
    });
    let promises = examine(&bundle_of(&text), &Context::at(NOW));
    let broken = promises
        .iter()
        .filter(|promise| promise.kept != Kept::Yes && !promise.is_of_the_file());
    assert!(broken.count() <= 1, "{promises:?}");
    judged(&text, &Context::at(NOW), "names_are_permitted")
}

#[test]
fn names_are_permitted_breaks_with_a_name_constraint() {
    let dns = |name: &str| GeneralSubtree::DnsName(name.to_owned());
    let organisation = |name: &str| {
        let mut subject = rcgen::DistinguishedName::new();
        subject.push(rcgen::DnType::CommonName, name);
        GeneralSubtree::DirectoryName(subject)
    };
    let network = |octets| GeneralSubtree::IpAddress(rcgen::CidrSubnet::V4(octets, [255, 0, 0, 0]));
    assert_eq!(constrained(vec![dns("example.com")], vec![]), Kept::Yes);
    assert_eq!(constrained(vec![dns("example.org")], vec![]), Kept::No);
    assert_eq!(constrained(vec![], vec![dns("vcda.example.com")]), Kept::No);
    assert_eq!(constrained(vec![network([10, 0, 0, 0])], vec![]), Kept::Yes);
    assert_eq!(constrained(vec![network([11, 0, 0, 0])], vec![]), Kept::No);
    // Authorities of companies restrict subjects, and webpki refuses every one that does.
    let own = organisation("VCDA.example.com");
    assert_eq!(constrained(vec![own], vec![]), Kept::Yes);
    assert_eq!(constrained(vec![organisation("other")], vec![]), Kept::No);
}

#[test]
fn chain_verifies_breaks_with_an_issuer_that_may_not_sign() {
    let text = below(|params| params.key_usages = vec![KeyUsagePurpose::CrlSign]);
    assert_eq!(judged(&text, &Context::at(NOW), "chain_verifies"), Kept::No);
}

#[test]
fn chain_verifies_breaks_when_the_chain_is_longer_than_allowed() {
    let root = Authority::root();
    let upper = root.below("Upper", |params| {
        params.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    });
    let lower = upper.below("Lower", |_| {});
    let text =
        lower.signs(&leaf_params()) + &lower.pem() + &upper.pem() + &root.pem() + &server_key();
    assert_eq!(judged(&text, &Context::at(NOW), "chain_verifies"), Kept::No);
}

#[test]
fn chain_is_valid_now_breaks_with_an_issuer_that_expired_or_will() {
    let name = "chain_is_valid_now";
    let ends = |after| {
        let text = below(|params| params.not_after = NOW + after);
        judged(&text, &Context::at(NOW), name)
    };
    assert_eq!(ends(-Duration::days(1)), Kept::No);
    assert_eq!(ends(Duration::days(50)), Kept::Warning);
    assert_eq!(ends(Duration::days(500)), Kept::Yes);
    // The site's clock is past its end already.
    let text = below(|params| params.not_after = NOW + Duration::hours(1));
    let context = Context {
        clock_ahead: Some(Duration::hours(2)),
        ..Context::at(NOW)
    };
    let told = promise(&examine(&bundle_of(&text), &context), name);
    assert_eq!(told.kept, Kept::No);
    assert!(
        told.says().ends_with("not now by the site's clock."),
        "{}",
        told.says()
    );
    // The root ends ten years from then; a leaf that is still valid outlives it.
    let late = leaf(|params| params.not_after = NOW + Duration::days(9000));
    let context = Context::at(NOW + Duration::days(4000));
    assert_eq!(judged(&late, &context, name), Kept::Warning);
}

#[test]
fn chain_keys_are_strong_breaks_with_1024_bits() {
    let kept = judged(
        &fixture("rsa1024-intermediate.pem"),
        &Context::at(NOW),
        "chain_keys_are_strong",
    );
    assert_eq!(kept, Kept::Warning);
}

#[test]
fn authority_stands_behind_breaks_when_it_signed_itself() {
    let made = SelfSigned {
        names: vec![Name::from("vcda.example.com")],
        size: RsaSize::Bits2048,
        valid_for: Duration::days(365),
    };
    let bundle = made.make(NOW).unwrap().bundle;
    assert!(bundle.leaf.is_self_signed() && bundle.leaf.covers("VCDA.example.com."));
    let promises = examine(&bundle, &Context::at(NOW));
    assert_eq!(
        promise(&promises, "authority_stands_behind").kept,
        Kept::Warning
    );
    let others: Vec<&str> = promises
        .iter()
        .filter(|promise| promise.kept != Kept::Yes)
        .map(|promise| promise.name)
        .collect();
    assert_eq!(others, ["authority_stands_behind"]);
}

#[test]
fn judges_certificates_without_a_key() {
    let root = Authority::root();
    let intermediate = root.below("Workshop Intermediate", |_| {});
    let text = root.pem() + &intermediate.pem() + &intermediate.signs(&leaf_params()) + &root.pem();
    let chain = read_text(&text).chain().unwrap();
    assert_eq!(chain.leaf.common_name(), Some("vcda.example.com"));
    assert_eq!(
        (chain.issuers.len(), chain.strangers.len(), chain.duplicates),
        (2, 0, 1)
    );
    let promises = examine_chain(&chain, &Context::at(NOW));
    assert_eq!(promise(&promises, "chain_verifies").kept, Kept::Yes);
    assert!(
        promises
            .iter()
            .all(|promise| !["key_matches", "one_entry"].contains(&promise.name))
    );
    let authorities = read_text(&(root.pem() + &intermediate.pem()))
        .chain()
        .unwrap();
    assert_eq!(
        authorities.leaf.common_name(),
        Some("Workshop Intermediate")
    );
    assert!(read_text(&server_key()).chain().is_none());
}

#[test]
fn tells_public_private_and_unknown_issuers_apart() {
    let root = Authority::root();
    let private = bundle_of(&(root.signs(&leaf_params()) + &root.pem() + &server_key()));
    let nothing = Roots::PUBLIC_ONLY;
    let issuance = |chain: &[_], roots, now| issuance_of(&private.leaf, chain, roots, now);
    assert_eq!(issuance(&private.chain, nothing, NOW).slug(), "private");
    assert!(
        matches!(issuance(&[], nothing, NOW), Issuance::Unknown { why } if why.says().contains("Workshop Root"))
    );
    static MACHINE: OnceLock<[Certificate; 1]> = OnceLock::new();
    let of_this_machine = Certificate::from_der(root.der()).unwrap();
    MACHINE.set([of_this_machine]).unwrap();
    let known = Roots {
        of_this_machine: || MACHINE.get().unwrap(),
    };
    assert_eq!(issuance(&[], known, NOW).slug(), "private");
    assert_eq!(
        issuance(&[], known, NOW + Duration::days(9000)).slug(),
        "private"
    );
}

/// The roots of a machine that must not be asked.
const UNASKED: Roots = Roots {
    of_this_machine: || panic!("asked for the roots of this machine"),
};

#[test]
fn asks_the_machine_for_its_roots_only_where_they_decide() {
    let root = Authority::root();
    let private = bundle_of(&(root.signs(&leaf_params()) + &root.pem() + &server_key()));
    let issuance = issuance_of(&private.leaf, &private.chain, UNASKED, NOW);
    assert_eq!(issuance.slug(), "private");
    let own = read_text(&root.pem());
    let issuance = issuance_of(&own.certificates[0], &[], UNASKED, NOW);
    assert_eq!(issuance.slug(), "selfSigned");
}

#[test]
fn knows_a_certificate_of_a_public_authority() {
    let contents = read_text(&fixture("public-leaf.pem"));
    let [leaf, chain @ ..] = contents.certificates.as_slice() else {
        panic!("the fixture holds a chain");
    };
    let now = OffsetDateTime::from_unix_timestamp(1_900_000_000).unwrap();
    assert_eq!(issuance_of(leaf, chain, UNASKED, now).slug(), "public");
}

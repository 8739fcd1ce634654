//! Each promise has a file that keeps it and one that breaks it, under a real chain.

use std::sync::OnceLock;

use crate::workshop::{Authority, NOW, bundle_of, fixture, leaf_params, read_text, server_key};
use certificate::{
    BundleError, Certificate, Context, Issuance, Kept, Name, Promise, Roots, RsaSize, SelfSigned,
    Thumbprint, checks, examine, examine_chain, issuance_of,
};
use rcgen::{
    BasicConstraints, ExtendedKeyUsagePurpose, GeneralSubtree, IsCa, KeyUsagePurpose,
    NameConstraints,
};
use secrecy::SecretString;
use time::{Duration, OffsetDateTime};

/// The promise of that name.
fn promise(promises: &[Promise], name: &str) -> Promise {
    let found = promises.iter().find(|promise| promise.name == name);
    found
        .cloned()
        .unwrap_or_else(|| panic!("{name} was not judged"))
}

fn judged(text: &str, context: &Context<'_>, name: &str) -> Kept {
    let promise = promise(&examine(&bundle_of(text), context), name);
    let is_told =
        promise.kept == Kept::Yes || !(promise.means.is_empty() || promise.todo.is_empty());
    assert!(is_told && !promise.says.is_empty(), "{promise:?}");
    promise.kept
}

/// A leaf of the standing authority with what `change` makes of it, chain and key included.
fn leaf(change: impl FnOnce(&mut rcgen::CertificateParams)) -> String {
    let root = Authority::root();
    let mut params = leaf_params();
    change(&mut params);
    root.signs(&params) + &root.pem() + &server_key()
}

fn at_now(name: &str, change: impl FnOnce(&mut rcgen::CertificateParams)) -> Kept {
    judged(&leaf(change), &Context::at(NOW), name)
}

#[test]
fn a_good_bundle_keeps_every_promise() {
    let services = [("Manager Service".to_owned(), Thumbprint::of(b"another"))];
    let password = SecretString::from("changeit");
    let context = Context {
        public_endpoint: Some("vcda.example.com"),
        management_host: Some("10.0.0.7"),
        in_use: Some(Thumbprint::of(b"the old one")),
        in_use_since: Some(NOW - Duration::days(300)),
        other_services: &services,
        password: Some(&password),
        ..Context::at(NOW)
    };
    let promises = examine(&bundle_of(&leaf(|_| {})), &context);
    let names: Vec<&str> = promises.iter().map(|promise| promise.name).collect();
    assert_eq!(names, checks::names().collect::<Vec<_>>());
    let broken: Vec<&Promise> = promises
        .iter()
        .filter(|promise| promise.kept != Kept::Yes)
        .collect();
    assert!(broken.is_empty(), "{broken:?}");
}

#[test]
fn key_matches_breaks_with_another_key() {
    let text = leaf(|_| {});
    let without_key = text.split("-----BEGIN PRIVATE KEY").next().unwrap();
    let other_key = fixture("rsa1024-leaf.pem");
    let other_key = &other_key[other_key.find("-----BEGIN PRIVATE KEY").unwrap()..];
    let refused = read_text(&format!("{without_key}{other_key}")).into_bundle();
    assert!(matches!(refused, Err(BundleError::KeyDoesNotMatch { offered }) if offered.len() == 2));
}

#[test]
fn one_entry_breaks_with_a_second_key() {
    let other_key = fixture("rsa1024-leaf.pem");
    let other_key = &other_key[other_key.find("-----BEGIN PRIVATE KEY").unwrap()..];
    let two = leaf(|_| {}) + other_key;
    assert_eq!(judged(&two, &Context::at(NOW), "one_entry"), Kept::Warning);
    assert_eq!(
        judged(&two, &Context::at(NOW), "nothing_is_superfluous"),
        Kept::Warning
    );
    let two_leaves = leaf(|_| {}) + &fixture("rsa1024-leaf.pem");
    let refused = read_text(&two_leaves).into_bundle().unwrap_err();
    assert!(matches!(refused, BundleError::SeveralEntries { subjects } if subjects.len() == 2));
}

#[test]
fn password_is_ascii_breaks_with_an_umlaut() {
    let password = SecretString::from("pässwörd");
    let context = Context {
        password: Some(&password),
        ..Context::at(NOW)
    };
    assert_eq!(
        judged(&leaf(|_| {}), &context, "password_is_ascii"),
        Kept::Warning
    );
}

#[test]
fn key_is_rsa_breaks_with_1024_bits_and_with_a_curve() {
    let context = Context::at(NOW);
    assert_eq!(
        judged(&fixture("rsa1024-leaf.pem"), &context, "key_is_rsa"),
        Kept::No
    );
    let curve = Authority::root().signs_curve_leaf();
    assert_eq!(judged(&curve, &context, "key_is_rsa"), Kept::No);
}

#[test]
fn signatures_are_modern_breaks_with_sha1_anywhere_below_the_root() {
    for file in ["sha1-leaf.pem", "sha1-intermediate.pem"] {
        let kept = judged(&fixture(file), &Context::at(NOW), "signatures_are_modern");
        assert_eq!(kept, Kept::No, "{file}");
    }
}

#[test]
fn is_no_authority_breaks_with_an_authority() {
    let kept = at_now("is_no_authority", |params| {
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    });
    assert_eq!(kept, Kept::No);
}

#[test]
fn is_valid_now_breaks_before_and_after() {
    let text = leaf(|_| {});
    let early = Context::at(NOW - Duration::days(10));
    let late = Context::at(NOW + Duration::days(200));
    assert_eq!(judged(&text, &early, "is_valid_now"), Kept::No);
    assert_eq!(judged(&text, &late, "is_valid_now"), Kept::No);
}

#[test]
fn is_valid_now_breaks_when_the_clocks_disagree() {
    let text = leaf(|_| {});
    let slow = |now, ahead| Context {
        clock_ahead: Some(ahead),
        ..Context::at(now)
    };
    let hour = Duration::hours(1);
    let begins = NOW - Duration::days(2);
    // Ours says that it has begun, the site's that it has not.
    let context = slow(begins + Duration::minutes(10), -hour);
    let told = promise(&examine(&bundle_of(&text), &context), "is_valid_now");
    assert_eq!(told.kept, Kept::Warning);
    assert!(told.says.contains("60 minutes slow"), "{}", told.says);
    let context = slow(begins - Duration::minutes(10), hour);
    assert_eq!(judged(&text, &context, "is_valid_now"), Kept::Warning);
    let context = slow(begins - hour * 2, hour);
    assert_eq!(judged(&text, &context, "is_valid_now"), Kept::No);
    let context = slow(begins + Duration::seconds(10), -Duration::minutes(1));
    assert_eq!(judged(&text, &context, "is_valid_now"), Kept::Yes);
}

#[test]
fn lifetime_is_accepted_breaks_beyond_825_days() {
    let name = "lifetime_is_accepted";
    let for_days = |days| {
        at_now(name, |params| {
            params.not_after = params.not_before + Duration::days(days);
        })
    };
    assert_eq!((for_days(825), for_days(826)), (Kept::Yes, Kept::Warning));
}

#[test]
fn allows_server_authentication_breaks_for_clients_and_without_any_use() {
    let name = "allows_server_authentication";
    let kept = at_now(name, |params| {
        params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ClientAuth];
    });
    assert_eq!(kept, Kept::No);
    assert_eq!(
        at_now(name, |params| params.extended_key_usages.clear()),
        Kept::No
    );
}

#[test]
fn key_usage_fits_breaks_without_signatures() {
    let kept = at_now("key_usage_fits", |params| {
        params.key_usages = vec![KeyUsagePurpose::KeyEncipherment];
    });
    assert_eq!(kept, Kept::No);
}

#[test]
fn names_cover_breaks_for_another_host_and_without_names() {
    let context = Context {
        public_endpoint: Some("other.example.com"),
        ..Context::at(NOW)
    };
    assert_eq!(
        judged(&leaf(|_| {}), &context, "names_cover"),
        Kept::Warning
    );
    assert_eq!(
        at_now("names_cover", |params| params.subject_alt_names.clear()),
        Kept::Warning
    );
}

#[test]
fn names_are_well_formed_breaks_with_an_underscore() {
    for bad in [
        "my_host.example.com",
        "a..example.com",
        "*.com",
        "w*.example.com",
        "-x.example.com",
    ] {
        let kept = at_now("names_are_well_formed", |params| {
            params.subject_alt_names = vec![rcgen::SanType::DnsName(bad.try_into().unwrap())];
        });
        assert_eq!(kept, Kept::Warning, "{bad}");
    }
}

#[test]
fn wildcard_is_not_shared_breaks_with_a_wildcard() {
    let kept = at_now("wildcard_is_not_shared", |params| {
        params.subject_alt_names =
            vec![rcgen::SanType::DnsName("*.example.com".try_into().unwrap())];
    });
    assert_eq!(kept, Kept::Warning);
}

#[test]
fn wildcard_is_not_shared_keeps_where_all_services_are_known() {
    let text = leaf(|params| {
        params.subject_alt_names =
            vec![rcgen::SanType::DnsName("*.example.com".try_into().unwrap())];
    });
    let own = bundle_of(&text).leaf.thumbprint();
    let judged_among = |thumbprint| {
        let services = [("Tunnel Service".to_owned(), thumbprint)];
        let context = Context {
            other_services: &services,
            ..Context::at(NOW)
        };
        judged(&text, &context, "wildcard_is_not_shared")
    };
    assert_eq!(judged_among(Thumbprint::of(b"another")), Kept::Yes);
    assert_eq!(judged_among(own), Kept::Warning);
}

#[test]
fn chain_is_complete_breaks_without_the_issuer_and_names_it() {
    let alone = Authority::root().signs(&leaf_params()) + &server_key();
    let promises = examine(&bundle_of(&alone), &Context::at(NOW));
    let promise = promise(&promises, "chain_is_complete");
    assert_eq!(promise.kept, Kept::Warning);
    assert!(
        promise.says.contains("CN=Workshop Root"),
        "{}",
        promise.says
    );
}

/// A leaf below an intermediate that `change` makes, its chain and its key.
fn below(change: impl FnOnce(&mut rcgen::CertificateParams)) -> String {
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
    let broken = promises.iter().filter(|promise| promise.kept != Kept::Yes);
    assert!(broken.clone().count() <= 1, "{promises:?}");
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
fn nothing_is_superfluous_breaks_with_strangers_and_duplicates() {
    let stranger = Authority::named("Stranger").pem();
    let twice = leaf(|_| {}) + &stranger + &stranger;
    let promises = examine(&bundle_of(&twice), &Context::at(NOW));
    let promise = promise(&promises, "nothing_is_superfluous");
    assert_eq!(promise.kept, Kept::Warning);
    assert!(
        promise.says.contains("CN=Stranger") && promise.says.contains("twice"),
        "{}",
        promise.says
    );
}

#[test]
fn is_its_own_breaks_when_another_service_uses_it() {
    let text = leaf(|_| {});
    let services = [(
        "Tunnel Service".to_owned(),
        bundle_of(&text).leaf.thumbprint(),
    )];
    let context = Context {
        other_services: &services,
        ..Context::at(NOW)
    };
    assert_eq!(judged(&text, &context, "is_its_own"), Kept::No);
}

#[test]
fn is_not_in_use_breaks_with_the_present_certificate() {
    let text = leaf(|_| {});
    let context = Context {
        in_use: Some(bundle_of(&text).leaf.thumbprint()),
        ..Context::at(NOW)
    };
    assert_eq!(judged(&text, &context, "is_not_in_use"), Kept::No);
}

#[test]
fn is_newer_breaks_with_an_older_certificate() {
    let context = Context {
        in_use_since: Some(NOW),
        ..Context::at(NOW)
    };
    assert_eq!(judged(&leaf(|_| {}), &context, "is_newer"), Kept::Warning);
}

#[test]
fn lasts_breaks_with_few_days_left() {
    let context = Context::at(NOW + Duration::days(80));
    assert_eq!(judged(&leaf(|_| {}), &context, "lasts"), Kept::Warning);
    // Of a short life the last third is left for the replacement.
    let brief = |params: &mut rcgen::CertificateParams| {
        params.not_after = NOW + Duration::days(45);
    };
    assert_eq!(at_now("lasts", brief), Kept::Yes);
    let context = Context::at(NOW + Duration::days(31));
    assert_eq!(judged(&leaf(brief), &context, "lasts"), Kept::Warning);
}

#[test]
fn lasts_tells_when_the_next_one_of_a_public_authority_is_due() {
    let chain = read_text(&fixture("public-leaf.pem")).chain().unwrap();
    let now = chain.leaf.not_before() + Duration::days(1);
    let told = promise(&examine_chain(&chain, &Context::at(now)), "lasts");
    assert_eq!(told.kept, Kept::Yes);
    assert!(told.says.contains("398 days at most"), "{}", told.says);
    let lifetime = promise(
        &examine_chain(&chain, &Context::at(now)),
        "lifetime_is_accepted",
    );
    assert_eq!(lifetime.kept, Kept::Yes);
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
        matches!(issuance(&[], nothing, NOW), Issuance::Unknown { why } if why.contains("Workshop Root"))
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

#[test]
fn every_promise_has_a_file_that_breaks_it() {
    let tests = include_str!("promises.rs");
    for name in checks::names() {
        assert!(tests.contains(&format!("fn {name}_breaks")), "{name}");
    }
}

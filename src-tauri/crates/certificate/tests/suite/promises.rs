//! Each promise has a file that keeps it and one that breaks it, under a real chain. Those of chains are in
//! `chain_promises`.

use std::collections::BTreeSet;

use crate::chain_promises::below;
use crate::in_english::InEnglish as _;
use crate::java::of_matrix;
use crate::java_certificates::told;
use crate::odd_der::{Parts, sequence};
use crate::workshop::{Authority, NOW, bundle_of, fixture, leaf_params, read_text, server_key};
use certificate::{
    Bundle, BundleError, Context, Form, Kept, Options, Promise, Thumbprint, checks, examine,
    examine_chain, read, write_pkcs12,
};
use rcgen::{BasicConstraints, ExtendedKeyUsagePurpose, IsCa, KeyUsagePurpose};
use secrecy::SecretString;
use time::Duration;

/// The promise of that name.
pub(crate) fn promise(promises: &[Promise], name: &str) -> Promise {
    let found = promises.iter().find(|promise| promise.name == name);
    found
        .cloned()
        .unwrap_or_else(|| panic!("{name} was not judged"))
}

pub(crate) fn judged(text: &str, context: &Context<'_>, name: &str) -> Kept {
    let promise = promise(&examine(&bundle_of(text), context), name);
    let is_told =
        promise.kept == Kept::Yes || !(promise.means().is_empty() || promise.todo().is_empty());
    assert!(is_told && !promise.says().is_empty(), "{promise:?}");
    promise.kept
}

/// A leaf of the standing authority with what `change` makes of it, chain and key included.
pub(crate) fn leaf(change: impl FnOnce(&mut rcgen::CertificateParams)) -> String {
    let root = Authority::root();
    let mut params = leaf_params();
    change(&mut params);
    root.signs(&params) + &root.pem() + &server_key()
}

/// The same as the keystore that is made of it.
fn written(text: &str) -> Bundle {
    let password = SecretString::from("for-the-appliance");
    let entry = read_text(text).into_entry().unwrap();
    let written = write_pkcs12(&entry, &password, Form::Modern).unwrap();
    let contents = read(&written.bytes, Some(&password), &Options::default()).unwrap();
    contents.into_bundle().unwrap()
}

fn at_now(name: &str, change: impl FnOnce(&mut rcgen::CertificateParams)) -> Kept {
    judged(&leaf(change), &Context::at(NOW), name)
}

#[test]
fn a_good_bundle_keeps_every_promise() {
    let services = [("Manager Service".to_owned(), Thumbprint::of(b"another"))];
    let older = bundle_of(&leaf(|params| params.not_before -= Duration::days(300))).leaf;
    let context = Context {
        public_endpoint: Some("vcda.example.com"),
        management_host: Some("10.0.0.7"),
        in_use: Some(Thumbprint::of(b"the old one")),
        present: Some(&older),
        other_services: &services,
        ..Context::at(NOW)
    };
    let promises = examine(&written(&leaf(|_| {})), &context);
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
    let contents = read_text(&format!("{without_key}{other_key}"));
    let chain = contents.chain().unwrap();
    let told = promise(&examine_chain(&chain, &Context::at(NOW)), "key_matches");
    assert_eq!(told.kept, Kept::No);
    let refused = contents.into_bundle();
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
    assert!(matches!(refused, BundleError::SeveralEntries { entries } if entries.len() == 2));
}

#[test]
fn password_is_ascii_breaks_with_an_umlaut() {
    let promise = of_matrix("p12/o30_pw_umlaut.p12", "password_is_ascii");
    assert_eq!(promise.kept, Kept::No);
    let promise = of_matrix("p12/gt_empty.p12", "password_is_ascii");
    assert_eq!(promise.kept, Kept::Warning);
    let promise = of_matrix("p12/o30_default_rsa2048_chain2.p12", "password_is_ascii");
    assert_eq!(promise.kept, Kept::Yes);
}

#[test]
fn java_opens_it_breaks_for_text_and_not_for_what_is_written_anew() {
    let text = leaf(|_| {});
    let context = Context::at(NOW);
    assert_eq!(judged(&text, &context, "java_opens_it"), Kept::Warning);
    let anew = Context {
        written_anew: true,
        ..context
    };
    let promises = examine(&bundle_of(&text), &anew);
    assert!(
        promises
            .iter()
            .all(|promise| promise.name != "java_opens_it")
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
fn is_no_authority_warns_of_what_openssl_makes_of_its_own() {
    let mut params = leaf_params();
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let key = rcgen::KeyPair::from_pem(&server_key()).unwrap();
    let text = params.self_signed(&key).unwrap().pem() + &server_key();
    let kept = judged(&text, &Context::at(NOW), "is_no_authority");
    assert_eq!(kept, Kept::Warning);
}

#[test]
fn of_two_certificates_for_one_key_the_servers_is_taken() {
    let client = leaf(|params| {
        params.not_before = NOW - Duration::days(1);
        params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ClientAuth];
    });
    let text = client + &Authority::root().signs(&leaf_params());
    let kept = judged(&text, &Context::at(NOW), "allows_server_authentication");
    assert_eq!(kept, Kept::Yes);
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
    assert!(told.says().contains("1 h slow"), "{}", told.says());
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
fn nothing_is_superfluous_breaks_with_strangers_and_duplicates() {
    let stranger = Authority::named("Stranger").pem();
    let twice = leaf(|_| {}) + &stranger + &stranger;
    let promises = examine(&bundle_of(&twice), &Context::at(NOW));
    let promise = promise(&promises, "nothing_is_superfluous");
    assert_eq!(promise.kept, Kept::Warning);
    assert!(
        promise.says().contains("CN=Stranger") && promise.says().contains("twice"),
        "{}",
        promise.says()
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
    let newer = bundle_of(&leaf(|params| params.not_before = NOW)).leaf;
    let context = Context {
        present: Some(&newer),
        ..Context::at(NOW)
    };
    assert_eq!(judged(&leaf(|_| {}), &context, "is_newer"), Kept::Warning);
}

const BOTH_USES: [ExtendedKeyUsagePurpose; 2] = [
    ExtendedKeyUsagePurpose::ServerAuth,
    ExtendedKeyUsagePurpose::ClientAuth,
];

#[test]
fn keeps_client_authentication_breaks_where_the_one_in_use_has_it() {
    let uses = |uses: &[ExtendedKeyUsagePurpose]| {
        leaf(|params| params.extended_key_usages = uses.to_vec())
    };
    let [server, both] = [uses(&BOTH_USES[..1]), uses(&BOTH_USES)];
    for (present, new, kept) in [
        (&both, &server, Kept::Warning),
        (&both, &both, Kept::Yes),
        (&server, &server, Kept::Yes),
        (&server, &both, Kept::Yes),
    ] {
        let present = bundle_of(present).leaf;
        let context = Context {
            present: Some(&present),
            ..Context::at(NOW)
        };
        assert_eq!(judged(new, &context, "keeps_client_authentication"), kept);
    }
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
    assert!(told.says().contains("398 days at most"), "{}", told.says());
    let lifetime = promise(
        &examine_chain(&chain, &Context::at(now)),
        "lifetime_is_accepted",
    );
    assert_eq!(lifetime.kept, Kept::Yes);
}

/// Files that are wrong in as many ways as one file can be.
fn bad_files() -> Vec<String> {
    let bad_leaf = leaf(|params| {
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params.extended_key_usages.clear();
        params.key_usages = vec![KeyUsagePurpose::KeyEncipherment];
        params.not_after = params.not_before + Duration::days(2000);
        let bad = "*.my_host.example.com".try_into().unwrap();
        params.subject_alt_names = vec![rcgen::SanType::DnsName(bad)];
    });
    let without_root = Authority::root().signs(&leaf_params()) + &server_key();
    let other_key = fixture("rsa1024-leaf.pem");
    let other_key = &other_key[other_key.find("-----BEGIN PRIVATE KEY").unwrap()..];
    let constraint = rcgen::NameConstraints {
        permitted_subtrees: vec![rcgen::GeneralSubtree::DnsName("example.org".into())],
        excluded_subtrees: Vec::new(),
    };
    vec![
        bad_leaf,
        without_root + other_key,
        fixture("rsa1024-leaf.pem"),
        fixture("rsa1024-intermediate.pem"),
        fixture("sha1-leaf.pem"),
        below(|params| params.key_usages = vec![KeyUsagePurpose::DigitalSignature]),
        below(|params| params.not_after = NOW - Duration::days(1)),
        below(|params| params.name_constraints = Some(constraint)),
    ]
}

#[test]
fn every_promise_has_a_file_that_breaks_it() {
    let mut broken: BTreeSet<&str> = BTreeSet::new();
    let mut judge = |promises: Vec<Promise>| {
        let found = promises.iter().filter(|promise| promise.kept != Kept::Yes);
        broken.extend(found.map(|promise| promise.name));
    };
    let newer = leaf(|params| {
        params.not_before = NOW + Duration::days(10_000);
        params.not_after = NOW + Duration::days(10_100);
        params.extended_key_usages = BOTH_USES.to_vec();
    });
    let newer = bundle_of(&newer).leaf;
    for text in bad_files() {
        let bundle = bundle_of(&text);
        let own = bundle.leaf.thumbprint();
        let services = [("Tunnel Service".to_owned(), own)];
        for (days, in_use) in [(0, own), (5000, Thumbprint::of(b"another"))] {
            let context = Context {
                public_endpoint: Some("other.example.com"),
                in_use: Some(in_use),
                present: Some(&newer),
                other_services: &services,
                ..Context::at(NOW + Duration::days(days))
            };
            judge(examine(&bundle, &context));
        }
    }
    let text = leaf(|_| {});
    let late = Context::at(NOW + Duration::days(90));
    judge(examine(&bundle_of(&text), &late));
    let certificates = text.split("-----BEGIN PRIVATE KEY").next().unwrap();
    let foreign = read_text(&(certificates.to_owned() + &fixture("rsa3072.key.pem")));
    judge(examine_chain(&foreign.chain().unwrap(), &late));
    judge(vec![of_matrix(
        "p12/o30_pw_umlaut.p12",
        "password_is_ascii",
    )]);
    let nameless = Parts {
        subject: sequence(&[]),
        ..Parts::sound()
    };
    judge(vec![told(&nameless.certificate())]);
    assert_eq!(broken, checks::names().collect());
}

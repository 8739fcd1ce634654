//! Certificates that authorities really issue and that readers stumble over. How each was made is told in
//! `tests/fixtures/keystores/odd-certificates`.

use crate::in_english::InEnglish as _;
use certificate::{Certificate, Context, Kept, Name, Promise, escaped, examine, examine_chain};

use crate::odd_der::{ALTERNATIVE_NAMES, Parts, element, extension, sequence};
use crate::promises::promise;
use crate::workshop::{NOW, fixture, open, read_text};

fn text(name: &str) -> String {
    fixture(&format!("odd-certificates/{name}.pem"))
}

fn first(name: &str) -> Certificate {
    read_text(&text(name)).certificates.remove(0)
}

#[test]
fn a_root_of_version_1_is_not_taken_for_the_leaf() {
    let chain = read_text(&text("v1-root-first")).chain().unwrap();
    assert_eq!(chain.leaf.common_name(), Some("vcda.example.com"));
    assert_eq!(chain.issuers.len(), 1);
    assert!(chain.strangers.is_empty());
}

#[test]
fn a_signature_that_cannot_be_verified_is_not_a_false_one() {
    for name in ["pss-with-long-salt", "rsa1024-sha384"] {
        let bundle = read_text(&text(name)).into_bundle().unwrap();
        assert_eq!(
            (bundle.chain.len(), bundle.strangers.len()),
            (1, 0),
            "{name}"
        );
        let promises = examine(&bundle, &Context::at(NOW));
        let told = promise(&promises, "chain_verifies");
        assert_eq!(told.kept, Kept::Warning, "{name}: {told:?}");
        let names_it = told.says().contains(bundle.leaf.signature());
        assert!(names_it, "{name}: {told:?}");
        let told = promise(&promises, "chain_is_complete");
        assert_eq!(told.kept, Kept::Yes, "{name}: {told:?}");
    }
}

#[test]
fn an_issuer_is_found_whatever_kind_of_string_names_it() {
    let chain = read_text(&text("issuer-in-other-string")).chain().unwrap();
    assert_eq!((chain.issuers.len(), chain.missing()), (1, None));
    let promises = examine_chain(&chain, &Context::at(NOW));
    let told = promise(&promises, "chain_verifies");
    assert_eq!(told.kept, Kept::Warning, "{told:?}");
    assert!(told.says().contains("spelling"), "{told:?}");
}

#[test]
fn names_in_every_kind_of_string_are_read() {
    for name in ["t61-name", "universal-name"] {
        let certificate = first(name);
        assert_eq!(certificate.common_name(), Some("Müller & Söhne"), "{name}");
        assert_eq!(certificate.subject(), "CN=Müller & Söhne", "{name}");
    }
}

#[test]
fn a_second_list_of_names_is_read_and_told() {
    let certificate = first("two-name-lists");
    let names: Vec<String> = certificate.names().iter().map(Name::to_string).collect();
    assert_eq!(names, ["a.example", "b.example"]);
    let chain = read_text(&text("two-name-lists")).chain().unwrap();
    let told = promise(
        &examine_chain(&chain, &Context::at(NOW)),
        "names_are_well_formed",
    );
    assert_eq!(told.kept, Kept::Warning);
    assert!(told.says().contains("more than one extension"), "{told:?}");
}

#[test]
fn malformed_names_are_kept_and_told() {
    let chain = read_text(&text("malformed-names")).chain().unwrap();
    let told = promise(
        &examine_chain(&chain, &Context::at(NOW)),
        "names_are_well_formed",
    );
    assert_eq!(told.kept, Kept::Warning);
    for part in ["mü.example", "0A000007FF"] {
        assert!(told.says().contains(part), "{part}: {told:?}");
    }
    assert!(!told.says().contains("ok.example"), "{told:?}");
}

#[test]
fn characters_that_hide_are_shown() {
    for hidden in [
        '\u{ad}',
        '\u{2028}',
        '\u{2029}',
        '\u{180e}',
        '\u{e0041}',
        '\u{202e}',
    ] {
        let shown = escaped(&format!("pay{hidden}pal"));
        assert!(shown.contains("\\u{"), "{shown:?}");
    }
}

fn told_of(parts: &Parts, name: &str) -> Promise {
    let chain = open(&parts.certificate(), "").unwrap().chain().unwrap();
    promise(&examine_chain(&chain, &Context::at(NOW)), name)
}

/// The identifiers are those of NIST, RSA and the Russian standards.
#[test]
fn a_signature_is_judged_by_what_is_known_of_its_algorithm() {
    let cases: [(&[u8], &str, Kept); 6] = [
        (b"\x2a\x86\x48\x86\xf7\x0d\x02\x05", "MD5", Kept::No),
        (
            b"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x04",
            "md5WithRSAEncryption",
            Kept::No,
        ),
        (b"\x2a\x03\x04", "1.2.3.4", Kept::Warning),
        (
            b"\x60\x86\x48\x01\x65\x03\x04\x03\x0e",
            "sha3-256WithRSAEncryption",
            Kept::Yes,
        ),
        (
            b"\x60\x86\x48\x01\x65\x03\x04\x03\x12",
            "ML-DSA-65",
            Kept::Yes,
        ),
        (
            b"\x2a\x85\x03\x07\x01\x01\x03\x02",
            "GOST R 34.10-2012",
            Kept::Yes,
        ),
    ];
    for (identifier, name, kept) in cases {
        let mut parts = Parts::sound();
        parts.outer_algorithm = sequence(&[&element(0x06, identifier)]);
        let told = told_of(&parts, "signatures_are_modern");
        assert_eq!(told.kept, kept, "{told:?}");
        assert!(told.says().contains(name), "{name}: {told:?}");
    }
}

#[test]
fn a_certificate_that_ends_before_it_begins_has_no_lifetime() {
    let mut parts = Parts::sound();
    let moments = [
        element(0x17, b"261125000000Z"),
        element(0x17, b"261124000000Z"),
    ];
    parts.validity = sequence(&[&moments.concat()]);
    let told = told_of(&parts, "lifetime_is_accepted");
    assert_eq!(told.kept, Kept::No);
    assert!(told.says().contains("ends before it begins"), "{told:?}");
}

#[test]
fn netscapes_type_of_certificate_has_to_name_servers() {
    for (bits, kept) in [(0x80, Kept::No), (0xc0, Kept::Yes)] {
        let uses = element(0x06, b"\x2b\x06\x01\x05\x05\x07\x03\x01");
        let mut parts = Parts::sound();
        parts
            .extensions
            .push(extension(b"\x55\x1d\x25", false, &sequence(&[&uses])));
        let kind = b"\x60\x86\x48\x01\x86\xf8\x42\x01\x01";
        parts
            .extensions
            .push(extension(kind, false, &element(0x03, &[6, bits])));
        let told = told_of(&parts, "allows_server_authentication");
        assert_eq!(told.kept, kept, "{told:?}");
    }
}

/// An address or a whole URL as the name of a host covers nothing; what was meant is asked for.
#[test]
fn a_name_that_no_client_accepts_covers_nothing() {
    for (name, todo) in [
        ("10.20.30.40", "an IP entry for 10.20.30.40"),
        (
            "https://vcda.paris.example:8046",
            "the bare host name vcda.paris.example",
        ),
        ("https://10.20.30.40/ui", "an IP entry for 10.20.30.40"),
        ("vcda.paris.example:8046", "letters, digits and hyphens"),
    ] {
        let mut parts = Parts::sound();
        let names = sequence(&[&element(0x82, name.as_bytes())]);
        parts.extensions = vec![extension(ALTERNATIVE_NAMES, false, &names)];
        assert_eq!(told_of(&parts, "names_cover").kept, Kept::Warning, "{name}");
        let told = told_of(&parts, "names_are_well_formed");
        assert_eq!(told.kept, Kept::Warning, "{name}");
        assert!(told.todo().contains(todo), "{name}: {told:?}");
    }
}

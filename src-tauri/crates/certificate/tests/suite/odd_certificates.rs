//! Certificates that authorities really issue and that readers stumble over. How each was made is told in
//! `tests/fixtures/keystores/odd-certificates`.

use certificate::{Certificate, Context, Kept, Name, escaped, examine, examine_chain};

use crate::promises::promise;
use crate::workshop::{NOW, fixture, read_text};

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
        let names_it = told.says.contains(bundle.leaf.signature());
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
    assert!(told.says.contains("spelling"), "{told:?}");
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
    assert!(told.says.contains("more than one extension"), "{told:?}");
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
        assert!(told.says.contains(part), "{part}: {told:?}");
    }
    assert!(!told.says.contains("ok.example"), "{told:?}");
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

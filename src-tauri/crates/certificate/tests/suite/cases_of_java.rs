//! The cases of `tests/fixtures/cases` that are about Java, names and uses. What is true of each was known before it
//! was read: keytool 17 and OpenSSL 3.0 were asked.

use crate::in_english::InEnglish as _;
use certificate::{Bundle, Context, Form, Kept, Promise, examine, write_pkcs12};
use secrecy::SecretString;

use crate::cases::{NOW, of, opened, promises};

/// What Java refuses, and where.
#[test]
fn what_java_refuses() {
    for (folder, says) in [
        ("java-empty-subject", "its subject is empty"),
        ("java-empty-set-in-name", "its subject is empty"),
        (
            "java-crl-address-with-blanks",
            "revocation list addresses has a URI",
        ),
        (
            "java-key-usage-of-another-type",
            "key usage is no bit string",
        ),
        (
            "java-san-uri-with-blank",
            "subject alternative name has a URI",
        ),
        (
            "java-policy-qualifier-empty",
            "certificate policies has a policy",
        ),
    ] {
        let all = promises(folder, &["cert.pem", "key.pem"]);
        let told = of(&all, "java_reads_the_certificates");
        assert_eq!(told.kept, Kept::No, "{folder}");
        assert!(told.says().contains(says), "{folder}: {told:?}");
    }
}

fn bundle(file: &str, passwords: &[&str]) -> Bundle {
    opened(file, passwords).unwrap().into_bundle().unwrap()
}

fn told(bundle: &Bundle) -> Promise {
    let all = examine(bundle, &Context::at(NOW));
    of(&all, "java_opens_it").clone()
}

/// Java serves the expired one; the file made anew holds the new one alone.
#[test]
fn java_takes_the_old_certificate() {
    for file in ["openssl.p12", "oldhasid.pfx"] {
        let file = format!("java-takes-the-old-certificate/{file}");
        let bundle = bundle(&file, &["practice-1"]);
        let told = told(&bundle);
        assert_eq!(told.kept, Kept::No, "{file}");
        assert!(told.says().contains("and not to"), "{file}: {told:?}");
        let entry = opened(&file, &["practice-1"])
            .unwrap()
            .into_entry()
            .unwrap();
        let written = write_pkcs12(&entry, &SecretString::from("practice-1"), Form::Modern);
        assert!(written.unwrap().source.beyond_java.is_empty(), "{file}");
        assert!(bundle.leaf.not_after() > NOW, "{file}");
    }
}

#[test]
fn two_passwords() {
    let told = told(&bundle(
        "two-passwords/demo.p12",
        &["store-pass-1", "key-pass-22"],
    ));
    assert_eq!(told.kept, Kept::No);
    assert!(
        told.says().contains("another password than the file"),
        "{told:?}"
    );
    assert!(told.todo().contains("Make the file"), "{told:?}");
}

#[test]
fn netscape_type_without_server() {
    let all = promises("netscape-type-without-server", &["cert.pem", "key.pem"]);
    assert_eq!(of(&all, "allows_server_authentication").kept, Kept::No);
}

#[test]
fn names_that_no_client_accepts() {
    for (folder, todo) in [
        ("address-as-dns-name", "an IP entry for 10.20.30.40"),
        ("url-as-dns-name", "the bare host name"),
    ] {
        let all = promises(folder, &["cert.pem", "key.pem"]);
        assert_eq!(of(&all, "names_cover").kept, Kept::Warning, "{folder}");
        let told = of(&all, "names_are_well_formed");
        assert!(told.todo().contains(todo), "{folder}: {told:?}");
    }
}

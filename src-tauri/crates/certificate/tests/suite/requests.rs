//! A request goes out, a reply comes back, and they find each other.

use std::io::Write as _;
use std::process::{Command, Output, Stdio};

use certificate::{
    BundleError, CertificateRequest, MakeRequestError, MakeSelfSignedError, Name, Options,
    ReadError, RsaSize, SelfSigned, generated_password, join, read,
};
use rcgen::{CertificateSigningRequestParams, Issuer, KeyPair};
use secrecy::ExposeSecret as _;
use time::Duration;

use crate::workshop::{Authority, NOW, leaf_params, read_text};

fn names() -> [Name; 3] {
    ["vcda.example.com", "10.0.0.7", "*.example.com"].map(Name::from)
}

#[test]
fn a_reply_finds_its_request_and_joins_its_key() {
    let request = CertificateRequest::make(RsaSize::Bits2048, &names()).unwrap();
    let asked = CertificateSigningRequestParams::from_pem(&request.to_pem()).unwrap();
    let issuer = Issuer::new(leaf_params(), KeyPair::generate().unwrap());
    let reply = asked.signed_by(&issuer).unwrap().pem();
    let held = read_text(&reply);
    let leaf = &held.certificates[0];
    assert!(leaf.bears(request.public_key()));
    assert_eq!(leaf.names(), names());
    let stray = read_text(&Authority::root().signs(&leaf_params()));
    assert!(!stray.certificates[0].bears(request.public_key()));

    let key = read(request.key().expose_pkcs8(), None, &Options::default()).unwrap();
    let refused = read_text(&reply).into_bundle().unwrap_err();
    assert_eq!(refused, BundleError::NoKey { certificates: 1 });
    assert_eq!(
        key.clone().into_bundle().unwrap_err(),
        BundleError::NoCertificate
    );
    let joined = join(vec![key, held]).into_entry().unwrap();
    assert!(joined.key.matches(&joined.bundle.leaf));
}

/// OpenSSL reads both halves: it verifies the request, and opens the key with the password and no other.
#[test]
fn the_request_and_its_encrypted_key_are_what_openssl_takes() {
    let request = CertificateRequest::make(RsaSize::Bits3072, &names()).unwrap();
    let password = generated_password(rand::rng());
    let key = request.key().to_encrypted_pem(&password).unwrap();
    let verified = openssl(
        &["req", "-verify", "-noout", "-text"],
        &request.to_pem(),
        "",
    );
    let text = String::from_utf8(verified.stdout).unwrap();
    assert!(
        verified.status.success() && text.contains("3072 bit"),
        "{text}"
    );
    for name in [
        "DNS:vcda.example.com",
        "IP Address:10.0.0.7",
        "DNS:*.example.com",
    ] {
        assert!(text.contains(name), "{text}");
    }
    let opening = ["pkey", "-noout", "-check", "-passin", "env:PASSWORD"];
    assert!(
        openssl(&opening, &key, password.expose_secret())
            .status
            .success()
    );
    assert!(!openssl(&opening, &key, "another").status.success());

    let wrong = read(key.as_bytes(), Some(&"another".into()), &Options::default());
    assert_eq!(wrong.unwrap_err(), ReadError::WrongPassword);
    let held = read(key.as_bytes(), Some(&password), &Options::default()).unwrap();
    assert_eq!(held.keys[0].expose_pkcs8(), request.key().expose_pkcs8());
}

fn openssl(arguments: &[&str], input: &str, password: &str) -> Output {
    let mut child = Command::new("openssl")
        .args(arguments)
        .env("PASSWORD", password)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(input.as_bytes()).unwrap();
    drop(stdin);
    child.wait_with_output().unwrap()
}

#[test]
fn refuses_a_request_without_a_name_or_with_a_bad_one() {
    let make = |names: &[Name]| CertificateRequest::make(RsaSize::Bits2048, names).unwrap_err();
    assert!(matches!(make(&[]), MakeRequestError::NoName));
    assert!(
        matches!(make(&[Name::from("two words")]), MakeRequestError::BadName { name } if name == "two words")
    );
}

#[test]
fn refuses_a_self_signed_certificate_that_lasts_too_long() {
    let made = SelfSigned {
        names: names().to_vec(),
        size: RsaSize::Bits2048,
        valid_for: Duration::days(3650),
    };
    assert!(matches!(
        made.make(NOW),
        Err(MakeSelfSignedError::Validity { .. })
    ));
}

#[test]
fn shows_names_that_hide_something() {
    let mut params = leaf_params();
    params.distinguished_name.push(
        rcgen::DnType::OrganizationName,
        "Evil\u{202e}moc.elpmaxe\u{200b}",
    );
    let held = read_text(&Authority::root().signs(&params));
    let subject = held.certificates[0].subject();
    assert!(
        subject.contains("\\u{202e}") && subject.contains("\\u{200b}"),
        "{subject}"
    );
}

/// A common name has 64 characters at most (RFC 5280, appendix A): authorities refuse longer ones.
#[test]
fn a_name_that_is_too_long_for_a_common_name_is_an_alternative_name_alone() {
    let long = format!("{}.{}.example", "a".repeat(50), "b".repeat(37));
    assert_eq!(long.len(), 96);
    let (long, short) = (Name::from(long), Name::from("vcda.example".to_owned()));
    let of = |names: &[Name]| CertificateRequest::common_name(names).cloned();
    assert_eq!(of(std::slice::from_ref(&long)), None);
    assert_eq!(of(&[long.clone(), short.clone()]), Some(short));
    let request = CertificateRequest::make(RsaSize::Bits2048, std::slice::from_ref(&long)).unwrap();
    let shown = openssl(
        &["req", "-noout", "-subject", "-text", "-verify"],
        &request.to_pem(),
        "",
    );
    let shown = String::from_utf8_lossy(&shown.stdout).into_owned();
    assert!(shown.contains(&format!("DNS:{long}")), "{shown}");
    assert!(!shown.contains("CN"), "{shown}");
}

//! Odd certificates, put together byte by byte: one part of each is not as it should be, or only looks so.

use rcgen::{KeyPair, PublicKeyData as _};

use crate::odd_contents::odd_extensions;
use crate::workshop::server_key;

pub(crate) const ALTERNATIVE_NAMES: &[u8] = b"\x55\x1d\x11";
const SEQUENCE: u8 = 0x30;
pub(crate) const SET: u8 = 0x31;
const SHA256_WITH_RSA: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0b";
const COMMON_NAME: &[u8] = b"\x55\x04\x03";

/// One element of DER.
pub(crate) fn element(tag: u8, content: &[u8]) -> Vec<u8> {
    let size = content.len();
    let mut all = match size {
        0..0x80 => vec![tag, size as u8],
        0x80..0x100 => vec![tag, 0x81, size as u8],
        _ => vec![tag, 0x82, (size >> 8) as u8, size as u8],
    };
    all.extend(content);
    all
}

pub(crate) fn sequence(parts: &[&[u8]]) -> Vec<u8> {
    element(SEQUENCE, &parts.concat())
}

pub(crate) fn identifier(bytes: &[u8]) -> Vec<u8> {
    element(0x06, bytes)
}

/// A name with one attribute.
pub(crate) fn named(common_name: &str) -> Vec<u8> {
    let value = element(0x0c, common_name.as_bytes());
    let attribute = sequence(&[&identifier(COMMON_NAME), &value]);
    sequence(&[&element(SET, &attribute)])
}

/// An extension.
pub(crate) fn extension(kind: &[u8], is_critical: bool, content: &[u8]) -> Vec<u8> {
    let critical: &[u8] = if is_critical { b"\x01\x01\xff" } else { b"" };
    sequence(&[&identifier(kind), critical, &element(0x04, content)])
}

/// A list of names with one in it.
pub(crate) fn list(tag: u8, name: &[u8]) -> Vec<u8> {
    sequence(&[&element(tag, name)])
}

/// The parts of a certificate, each of them DER.
#[derive(Clone)]
pub(crate) struct Parts {
    pub(crate) version: Vec<u8>,
    pub(crate) serial: Vec<u8>,
    pub(crate) outer_algorithm: Vec<u8>,
    pub(crate) issuer: Vec<u8>,
    pub(crate) validity: Vec<u8>,
    pub(crate) subject: Vec<u8>,
    pub(crate) key: Vec<u8>,
    pub(crate) extensions: Vec<Vec<u8>>,
}

impl Parts {
    /// Those of a certificate that has nothing odd. Nobody verifies its signature.
    pub(crate) fn sound() -> Self {
        let host = list(0x82, b"vcda.paris.example");
        Self {
            version: element(0xa0, b"\x02\x01\x02"),
            serial: element(0x02, b"\x12\x67"),
            outer_algorithm: algorithm(SHA256_WITH_RSA),
            issuer: named("Odd Issuing CA"),
            validity: sequence(&[
                &element(0x17, b"260101000000Z"),
                &element(0x17, b"271231235959Z"),
            ]),
            subject: named("vcda.paris.example"),
            key: KeyPair::from_pem(&server_key())
                .unwrap()
                .subject_public_key_info(),
            extensions: vec![extension(ALTERNATIVE_NAMES, false, &host)],
        }
    }

    pub(crate) fn certificate(&self) -> Vec<u8> {
        let extensions = match self.extensions.as_slice() {
            [] => Vec::new(),
            all => element(0xa3, &sequence(&[&all.concat()])),
        };
        let signed = sequence(&[
            &self.version,
            &self.serial,
            &algorithm(SHA256_WITH_RSA),
            &self.issuer,
            &self.validity,
            &self.subject,
            &self.key,
            &extensions,
        ]);
        let signature = element(0x03, &[0; 257]);
        sequence(&[&signed, &self.outer_algorithm, &signature])
    }
}

fn algorithm(kind: &[u8]) -> Vec<u8> {
    sequence(&[&identifier(kind), b"\x05\x00"])
}

fn changed(change: impl FnOnce(&mut Parts)) -> Vec<u8> {
    let mut parts = Parts::sound();
    change(&mut parts);
    parts.certificate()
}

/// Odd certificates by what is odd about them.
pub(crate) fn odd_certificates() -> Vec<(String, Vec<u8>)> {
    let mut all = odd_fields();
    for (kind, what, content) in odd_extensions() {
        for is_critical in [false, true] {
            let odd = changed(|parts| {
                if kind == ALTERNATIVE_NAMES {
                    parts.extensions.clear();
                }
                parts
                    .extensions
                    .push(extension(kind, is_critical, &content));
            });
            let how = if is_critical { "critical" } else { "casual" };
            all.push((format!("{how}: {what}"), odd));
        }
    }
    all
}

/// What is odd, and the certificate.
type Odd = (&'static str, Vec<u8>);

fn odd_fields() -> Vec<(String, Vec<u8>)> {
    let all = odd_subjects()
        .into_iter()
        .chain(odd_structures())
        .chain(odd_keys());
    all.map(|(what, der)| (what.to_owned(), der)).collect()
}

/// Names that are empty in many ways, with and without alternative names that may stand in.
fn odd_subjects() -> Vec<Odd> {
    let nothing = sequence(&[]);
    let empty_set = sequence(&[&element(SET, &[])]);
    let host = list(0x82, b"vcda.paris.example");
    let casual = || vec![extension(ALTERNATIVE_NAMES, false, &host)];
    let critical = || vec![extension(ALTERNATIVE_NAMES, true, &host)];
    let no_names = || vec![extension(b"\x55\x1d\x13", true, &nothing)];
    let malformed = || {
        vec![extension(
            ALTERNATIVE_NAMES,
            false,
            &list(0x86, b"no scheme"),
        )]
    };
    let of = |subject: &[u8], extensions: Vec<Vec<u8>>| {
        changed(|it| {
            it.subject = subject.to_vec();
            it.extensions = extensions;
        })
    };
    let behind = sequence(&[&named("vcda.paris.example")[2..], &element(SET, &[])]);
    let version_1 = changed(|it| {
        (it.subject, it.version) = (nothing.clone(), Vec::new());
        it.extensions.clear();
    });
    vec![
        ("nothing", changed(|_| {})),
        ("empty subject", of(&nothing, casual())),
        ("empty subject, critical names", of(&nothing, critical())),
        ("empty subject, no names", of(&nothing, no_names())),
        ("empty subject, no extensions", of(&nothing, Vec::new())),
        (
            "empty subject, malformed casual names",
            of(&nothing, malformed()),
        ),
        ("empty subject, version 1", version_1),
        ("empty set as subject", of(&empty_set, casual())),
        (
            "empty set as subject, critical names",
            of(&empty_set, critical()),
        ),
        ("empty set behind a name", of(&behind, casual())),
        ("empty value in the subject", of(&named(""), casual())),
        ("empty issuer", changed(|it| it.issuer = nothing.clone())),
        (
            "empty set as issuer",
            changed(|it| it.issuer = empty_set.clone()),
        ),
    ]
}

fn odd_structures() -> Vec<Odd> {
    let poison = |is_critical| {
        extension(
            b"\x2b\x06\x01\x04\x01\xd6\x79\x02\x04\x03",
            is_critical,
            &[5, 0],
        )
    };
    let version = |parts: &mut Parts, version: &[u8]| parts.version = version.to_vec();
    let serial = |content: &[u8]| changed(|it| it.serial = element(0x02, content));
    let more = |extensions: Vec<Vec<u8>>| changed(|it| it.extensions.extend(extensions));
    let twice = Parts::sound().extensions;
    let backwards = [
        element(0x17, b"271231235959Z"),
        element(0x17, b"260101000000Z"),
    ];
    let outer = |algorithm: Vec<u8>| changed(|it| it.outer_algorithm = algorithm);
    vec![
        (
            "version 1",
            changed(|it| {
                version(it, &[]);
                it.extensions.clear();
            }),
        ),
        (
            "version 2 with extensions",
            changed(|it| version(it, b"\xa0\x03\x02\x01\x01")),
        ),
        ("version 1 with extensions", changed(|it| version(it, &[]))),
        ("serial number zero", serial(&[0])),
        ("negative serial number", serial(&[0xff])),
        ("long serial number", serial(&[7; 40])),
        (
            "two algorithms",
            outer(algorithm(b"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0c")),
        ),
        (
            "outer algorithm without its NULL",
            outer(sequence(&[&identifier(SHA256_WITH_RSA)])),
        ),
        (
            "ends before it begins",
            changed(|it| it.validity = sequence(&[&backwards.concat()])),
        ),
        ("unknown critical extension", more(vec![poison(true)])),
        ("an extension twice", more(twice)),
        (
            "an unknown extension twice",
            more(vec![poison(false), poison(false)]),
        ),
        (
            "names twice, once malformed",
            more(vec![extension(ALTERNATIVE_NAMES, false, &[5, 0])]),
        ),
    ]
}

fn odd_keys() -> Vec<Odd> {
    let bears = |key: Vec<u8>| changed(|it| it.key = key);
    let unknown = [
        sequence(&[&identifier(b"\x2a\x03\x04")]),
        element(0x03, &[0, 1]),
    ];
    vec![
        ("RSA exponent 1", bears(rsa_key(256, &[1]))),
        ("RSA exponent 3", bears(rsa_key(256, &[3]))),
        ("RSA of 504 bits", bears(rsa_key(63, &[1, 0, 1]))),
        ("RSA of 512 bits", bears(rsa_key(64, &[1, 0, 1]))),
        ("RSA of 16392 bits", bears(rsa_key(2049, &[1, 0, 1]))),
        ("compressed point", bears(ec_key(&[2; 33]))),
        ("whole point", bears(ec_key(&[4; 65]))),
        ("short point", bears(ec_key(&[4; 63]))),
        (
            "key of an unknown kind",
            bears(sequence(&[&unknown.concat()])),
        ),
    ]
}

fn rsa_key(bytes: usize, exponent: &[u8]) -> Vec<u8> {
    let mut modulus = vec![0, 0x80];
    modulus.resize(bytes + 1, 1);
    let numbers = sequence(&[&element(0x02, &modulus), &element(0x02, exponent)]);
    let bits = element(0x03, &[&[0], numbers.as_slice()].concat());
    sequence(&[&algorithm(b"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x01"), &bits])
}

fn ec_key(point: &[u8]) -> Vec<u8> {
    let kind = identifier(b"\x2a\x86\x48\xce\x3d\x02\x01");
    let curve = identifier(b"\x2a\x86\x48\xce\x3d\x03\x01\x07");
    let bits = element(0x03, &[&[0], point].concat());
    sequence(&[&sequence(&[&kind, &curve]), &bits])
}

//! What is read from a certificate's structure, once, when it is opened.

use time::OffsetDateTime;
use x509_parser::certificate::X509Certificate;
use x509_parser::der_parser::asn1_rs::Tag;
use x509_parser::extensions::ParsedExtension;
use x509_parser::public_key::PublicKey;

use super::signature;
use super::{KeyKind, KeyUsage, Name, alternative_names, directory_name};

#[derive(Clone, PartialEq, Eq)]
pub(super) struct Facts {
    pub(super) subject: String,
    pub(super) common_name: Option<String>,
    pub(super) issuer: String,
    pub(super) names: Vec<Name>,
    pub(super) not_before: OffsetDateTime,
    pub(super) not_after: OffsetDateTime,
    pub(super) key: KeyKind,
    pub(super) signature: String,
    pub(super) digest: String,
    pub(super) serial: String,
    pub(super) is_authority: bool,
    pub(super) key_usage: Option<KeyUsage>,
    pub(super) extended_key_usages: Vec<String>,
    pub(super) key_id: Option<Vec<u8>>,
    pub(super) authority_key_id: Option<Vec<u8>>,
    pub(super) public_key: Vec<u8>,
    pub(super) netscape_names_servers: Option<bool>,
    /// Whether one extension holds all the names, as it has to.
    pub(super) names_are_in_one_list: bool,
    /// Subject and issuer as they are compared.
    pub(super) subject_folded: Vec<Vec<(String, String)>>,
    pub(super) issuer_folded: Vec<Vec<(String, String)>>,
}

impl Facts {
    pub(super) fn of(parsed: &X509Certificate<'_>) -> Option<Self> {
        let moment = |at: x509_parser::time::ASN1Time| {
            OffsetDateTime::from_unix_timestamp(at.timestamp()).ok()
        };
        Some(Self {
            subject: directory_name::shown(parsed.subject()),
            common_name: directory_name::common_name(parsed.subject()),
            issuer: directory_name::shown(parsed.issuer()),
            names: alternative_names::of(parsed),
            names_are_in_one_list: alternative_names::lists(parsed).count() <= 1,
            not_before: moment(parsed.validity().not_before)?,
            not_after: moment(parsed.validity().not_after)?,
            key: key_of(parsed),
            signature: signature::name_of(&parsed.signature_algorithm),
            digest: signature::digest_of(&parsed.signature_algorithm),
            serial: parsed.raw_serial_as_string(),
            is_authority: parsed.is_ca(),
            key_usage: key_usage_of(parsed),
            extended_key_usages: usages_of(parsed),
            key_id: key_ids(parsed).0,
            authority_key_id: key_ids(parsed).1,
            public_key: parsed.public_key().raw.to_vec(),
            netscape_names_servers: netscape_names_servers(parsed),
            subject_folded: directory_name::folded(parsed.subject()),
            issuer_folded: directory_name::folded(parsed.issuer()),
        })
    }
}

fn key_of(parsed: &X509Certificate<'_>) -> KeyKind {
    let algorithm = &parsed.public_key().algorithm;
    let oid = algorithm.algorithm.to_id_string();
    if oid == "1.3.101.112" {
        return KeyKind::Ed25519;
    }
    match parsed.public_key().parsed() {
        Ok(PublicKey::RSA(key)) => KeyKind::Rsa {
            bits: modulus_bits(key.modulus),
        },
        Ok(PublicKey::EC(_)) => {
            // The parser takes anything for an object identifier, a curve that is spelt out as well.
            let parameters = algorithm.parameters.as_ref();
            let named = parameters.filter(|parameters| parameters.tag() == Tag::Oid);
            let curve = named.and_then(|parameters| parameters.as_oid().ok());
            KeyKind::Ec {
                curve: curve.map_or_else(
                    || OF_ITS_OWN.to_owned(),
                    |oid| curve_name(&oid.to_id_string()),
                ),
            }
        }
        _ => KeyKind::Other { oid },
    }
}

pub(super) fn modulus_bits(modulus: &[u8]) -> usize {
    let zeros = modulus.iter().take_while(|byte| **byte == 0).count();
    let significant = modulus.get(zeros..).unwrap_or_default();
    let leading = significant
        .first()
        .map_or(0, |byte| byte.leading_zeros() as usize);
    significant.len() * 8 - leading
}

/// In place of a curve's name, where its parameters are spelt out.
pub(crate) const OF_ITS_OWN: &str = "of its own";

pub(crate) fn curve_name(oid: &str) -> String {
    match oid {
        "1.2.840.10045.3.1.1" => "P-192",
        "1.3.132.0.33" => "P-224",
        "1.2.840.10045.3.1.7" => "P-256",
        "1.3.132.0.34" => "P-384",
        "1.3.132.0.35" => "P-521",
        "1.3.132.0.10" => "secp256k1",
        "1.3.36.3.3.2.8.1.1.7" => "brainpoolP256r1",
        "1.3.36.3.3.2.8.1.1.11" => "brainpoolP384r1",
        "1.3.36.3.3.2.8.1.1.13" => "brainpoolP512r1",
        "1.2.156.10197.1.301" => "SM2",
        other => other,
    }
    .to_owned()
}

fn usages_of(parsed: &X509Certificate<'_>) -> Vec<String> {
    let Ok(Some(extension)) = parsed.extended_key_usage() else {
        return Vec::new();
    };
    let usage = extension.value;
    let named = [
        (usage.any, "2.5.29.37.0"),
        (usage.server_auth, "1.3.6.1.5.5.7.3.1"),
        (usage.client_auth, "1.3.6.1.5.5.7.3.2"),
        (usage.code_signing, "1.3.6.1.5.5.7.3.3"),
        (usage.email_protection, "1.3.6.1.5.5.7.3.4"),
        (usage.time_stamping, "1.3.6.1.5.5.7.3.8"),
        (usage.ocsp_signing, "1.3.6.1.5.5.7.3.9"),
    ];
    let present = named
        .into_iter()
        .filter(|(is_set, _)| *is_set)
        .map(|(_, oid)| oid.to_owned());
    present
        .chain(usage.other.iter().map(|oid| oid.to_id_string()))
        .collect()
}

fn key_ids(parsed: &X509Certificate<'_>) -> (Option<Vec<u8>>, Option<Vec<u8>>) {
    let mut ids = (None, None);
    for extension in parsed.extensions() {
        if let ParsedExtension::SubjectKeyIdentifier(id) = extension.parsed_extension() {
            ids.0 = Some(id.0.to_vec());
        }
        if let ParsedExtension::AuthorityKeyIdentifier(id) = extension.parsed_extension() {
            ids.1 = id.key_identifier.as_ref().map(|id| id.0.to_vec());
        }
    }
    ids
}

fn key_usage_of(parsed: &X509Certificate<'_>) -> Option<KeyUsage> {
    let usage = parsed.key_usage().ok()??.value;
    Some(KeyUsage {
        digital_signature: usage.digital_signature(),
        key_encipherment: usage.key_encipherment(),
        certificate_signing: usage.key_cert_sign(),
    })
}

fn netscape_names_servers(parsed: &X509Certificate<'_>) -> Option<bool> {
    let mut extensions = parsed.extensions().iter();
    extensions.find_map(|extension| {
        if let ParsedExtension::NSCertType(kinds) = extension.parsed_extension() {
            Some(kinds.ssl_server())
        } else {
            None
        }
    })
}

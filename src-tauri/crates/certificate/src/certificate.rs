//! One X.509 certificate and the facts that people and checks ask of it.

use std::fmt;
use std::net::IpAddr;

use time::OffsetDateTime;
use x509_parser::certificate::X509Certificate;
use x509_parser::extensions::{GeneralName, ParsedExtension};
use x509_parser::prelude::FromDer;
use x509_parser::public_key::PublicKey;

use crate::Thumbprint;

/// A certificate: its DER and what was read from it.
#[derive(Clone, PartialEq, Eq)]
pub struct Certificate {
    der: Vec<u8>,
    thumbprint: Thumbprint,
    facts: Facts,
}

#[derive(Clone, PartialEq, Eq)]
struct Facts {
    subject: String,
    common_name: Option<String>,
    issuer: String,
    names: Vec<Name>,
    not_before: OffsetDateTime,
    not_after: OffsetDateTime,
    key: KeyKind,
    signature: String,
    serial: String,
    is_authority: bool,
    is_self_signed: bool,
    extended_key_usages: Vec<String>,
    key_id: Option<Vec<u8>>,
    authority_key_id: Option<Vec<u8>>,
    public_key: Vec<u8>,
    subject_der: Vec<u8>,
    issuer_der: Vec<u8>,
}

/// A name that a certificate covers.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Name {
    /// A host name, possibly with a leading `*.`.
    Dns(String),
    /// An IP address.
    Ip(IpAddr),
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Dns(name) => f.write_str(&escaped(name)),
            Self::Ip(address) => address.fmt(f),
        }
    }
}

/// A key's kind and size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeyKind {
    /// RSA with this many bits in its modulus.
    Rsa {
        /// Bits in the modulus.
        bits: usize,
    },
    /// An elliptic curve.
    Ec {
        /// The curve's usual name, or its object identifier.
        curve: String,
    },
    /// Ed25519.
    Ed25519,
    /// Something else.
    Other {
        /// The algorithm's object identifier.
        oid: String,
    },
}

impl fmt::Display for KeyKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rsa { bits } => write!(f, "RSA {bits}"),
            Self::Ec { curve } => write!(f, "EC {curve}"),
            Self::Ed25519 => f.write_str("Ed25519"),
            Self::Other { oid } => write!(f, "algorithm {oid}"),
        }
    }
}

/// Why bytes are no certificate.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadCertificateError {
    /// The structure is not that of a certificate.
    #[error("read the certificate: its structure is damaged")]
    Damaged,
    /// There are bytes behind its end.
    #[error("read the certificate: {count} bytes follow its end")]
    TrailingBytes {
        /// How many.
        count: usize,
    },
}

impl Certificate {
    /// Reads one certificate, and nothing behind it.
    pub fn from_der(der: Vec<u8>) -> Result<Self, ReadCertificateError> {
        let (rest, parsed) =
            X509Certificate::from_der(&der).map_err(|_| ReadCertificateError::Damaged)?;
        if !rest.is_empty() {
            return Err(ReadCertificateError::TrailingBytes { count: rest.len() });
        }
        let facts = Facts::of(&parsed).ok_or(ReadCertificateError::Damaged)?;
        let thumbprint = Thumbprint::of(&der);
        Ok(Self {
            der,
            thumbprint,
            facts,
        })
    }

    /// The certificate as it is on the wire.
    pub fn der(&self) -> &[u8] {
        &self.der
    }

    /// SHA-256 over the DER.
    pub const fn thumbprint(&self) -> Thumbprint {
        self.thumbprint
    }

    /// The subject's distinguished name, fit to be shown.
    pub fn subject(&self) -> &str {
        &self.facts.subject
    }

    /// The subject's common name, fit to be shown.
    pub fn common_name(&self) -> Option<&str> {
        self.facts.common_name.as_deref()
    }

    /// The issuer's distinguished name, fit to be shown.
    pub fn issuer(&self) -> &str {
        &self.facts.issuer
    }

    /// The subject alternative names: hosts and addresses.
    pub fn names(&self) -> &[Name] {
        &self.facts.names
    }

    /// Start of the validity.
    pub const fn not_before(&self) -> OffsetDateTime {
        self.facts.not_before
    }

    /// End of the validity.
    pub const fn not_after(&self) -> OffsetDateTime {
        self.facts.not_after
    }

    /// The key's kind and size.
    pub const fn key(&self) -> &KeyKind {
        &self.facts.key
    }

    /// The signature algorithm's usual name, such as `sha256WithRSAEncryption`.
    pub fn signature(&self) -> &str {
        &self.facts.signature
    }

    /// The serial number in hexadecimal digits.
    pub fn serial(&self) -> &str {
        &self.facts.serial
    }

    /// Whether its basic constraints make it a certification authority.
    pub const fn is_authority(&self) -> bool {
        self.facts.is_authority
    }

    /// Whether its own key signed it. The signature was verified, not only the names compared.
    pub const fn is_self_signed(&self) -> bool {
        self.facts.is_self_signed
    }

    /// The extended key usages as object identifiers; empty where there is no such extension.
    pub fn extended_key_usages(&self) -> &[String] {
        &self.facts.extended_key_usages
    }

    /// The subject key identifier.
    pub fn key_id(&self) -> Option<&[u8]> {
        self.facts.key_id.as_deref()
    }

    /// The identifier of the issuer's key.
    pub fn authority_key_id(&self) -> Option<&[u8]> {
        self.facts.authority_key_id.as_deref()
    }

    /// The SubjectPublicKeyInfo as DER.
    pub fn public_key(&self) -> &[u8] {
        &self.facts.public_key
    }

    /// Whether `other` bears the name of this certificate's issuer, and its key id where both tell one.
    pub fn may_be_issued_by(&self, other: &Self) -> bool {
        let ids_agree = match (self.authority_key_id(), other.key_id()) {
            (Some(wanted), Some(offered)) => wanted == offered,
            _ => true,
        };
        self.facts.issuer_der == other.facts.subject_der && ids_agree
    }

    /// Whether its names cover `host`, a name or an address (RFC 6125: one wildcard, the leftmost label).
    pub fn covers(&self, host: &str) -> bool {
        let host = host.trim_end_matches('.').to_ascii_lowercase();
        let address: Option<IpAddr> = host.parse().ok();
        self.names().iter().any(|name| match (name, address) {
            (Name::Ip(ip), Some(wanted)) => *ip == wanted,
            (Name::Dns(pattern), None) => matches_host(&pattern.to_ascii_lowercase(), &host),
            _ => false,
        })
    }
}

impl fmt::Debug for Certificate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Certificate({}, {})",
            self.facts.subject, self.thumbprint
        )
    }
}

fn matches_host(pattern: &str, host: &str) -> bool {
    match pattern.strip_prefix("*.") {
        None => pattern == host,
        Some(parent) => host
            .split_once('.')
            .is_some_and(|(label, rest)| !label.is_empty() && rest == parent),
    }
}

/// Text from a certificate with control, zero-width and direction characters made visible.
pub(crate) fn escaped(text: &str) -> String {
    let hides = |c: char| {
        c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{61c}')
    };
    text.chars().fold(String::new(), |mut shown, c| {
        if hides(c) {
            shown.extend(c.escape_unicode());
        } else {
            shown.push(c);
        }
        shown
    })
}

impl Facts {
    fn of(parsed: &X509Certificate<'_>) -> Option<Self> {
        let moment = |at: x509_parser::time::ASN1Time| {
            OffsetDateTime::from_unix_timestamp(at.timestamp()).ok()
        };
        let common_name = parsed.subject().iter_common_name().next();
        Some(Self {
            subject: escaped(&parsed.subject().to_string()),
            common_name: common_name.and_then(|name| name.as_str().ok()).map(escaped),
            issuer: escaped(&parsed.issuer().to_string()),
            names: names_of(parsed),
            not_before: moment(parsed.validity().not_before)?,
            not_after: moment(parsed.validity().not_after)?,
            key: key_of(parsed),
            signature: signature_name(&parsed.signature_algorithm.algorithm.to_id_string()),
            serial: parsed.raw_serial_as_string(),
            is_authority: parsed.is_ca(),
            is_self_signed: parsed.subject().as_raw() == parsed.issuer().as_raw()
                && parsed.verify_signature(None).is_ok(),
            extended_key_usages: usages_of(parsed),
            key_id: key_ids(parsed).0,
            authority_key_id: key_ids(parsed).1,
            public_key: parsed.public_key().raw.to_vec(),
            subject_der: parsed.subject().as_raw().to_vec(),
            issuer_der: parsed.issuer().as_raw().to_vec(),
        })
    }
}

fn names_of(parsed: &X509Certificate<'_>) -> Vec<Name> {
    let Ok(Some(extension)) = parsed.subject_alternative_name() else {
        return Vec::new();
    };
    extension
        .value
        .general_names
        .iter()
        .filter_map(name_of)
        .collect()
}

fn name_of(name: &GeneralName<'_>) -> Option<Name> {
    if let GeneralName::DNSName(host) = name {
        return Some(Name::Dns((*host).to_owned()));
    }
    let GeneralName::IPAddress(bytes) = name else {
        return None;
    };
    let four = <[u8; 4]>::try_from(*bytes).map(IpAddr::from);
    four.or_else(|_| <[u8; 16]>::try_from(*bytes).map(IpAddr::from))
        .ok()
        .map(Name::Ip)
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
            let curve = algorithm.parameters.as_ref().and_then(|p| p.as_oid().ok());
            KeyKind::Ec {
                curve: curve.map_or_else(
                    || "of its own".to_owned(),
                    |oid| curve_name(&oid.to_id_string()),
                ),
            }
        }
        _ => KeyKind::Other { oid },
    }
}

fn modulus_bits(modulus: &[u8]) -> usize {
    let zeros = modulus.iter().take_while(|byte| **byte == 0).count();
    let significant = modulus.get(zeros..).unwrap_or_default();
    let leading = significant
        .first()
        .map_or(0, |byte| byte.leading_zeros() as usize);
    significant.len() * 8 - leading
}

fn curve_name(oid: &str) -> String {
    match oid {
        "1.2.840.10045.3.1.1" => "P-192",
        "1.3.132.0.33" => "P-224",
        "1.2.840.10045.3.1.7" => "P-256",
        "1.3.132.0.34" => "P-384",
        "1.3.132.0.35" => "P-521",
        other => other,
    }
    .to_owned()
}

fn signature_name(oid: &str) -> String {
    match oid {
        "1.2.840.113549.1.1.4" => "md5WithRSAEncryption",
        "1.2.840.113549.1.1.5" => "sha1WithRSAEncryption",
        "1.2.840.113549.1.1.10" => "rsassaPss",
        "1.2.840.113549.1.1.11" => "sha256WithRSAEncryption",
        "1.2.840.113549.1.1.12" => "sha384WithRSAEncryption",
        "1.2.840.113549.1.1.13" => "sha512WithRSAEncryption",
        "1.2.840.10045.4.1" => "ecdsa-with-SHA1",
        "1.2.840.10045.4.3.2" => "ecdsa-with-SHA256",
        "1.2.840.10045.4.3.3" => "ecdsa-with-SHA384",
        "1.2.840.10045.4.3.4" => "ecdsa-with-SHA512",
        "1.3.101.112" => "Ed25519",
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

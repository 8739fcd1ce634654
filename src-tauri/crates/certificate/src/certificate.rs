//! One X.509 certificate and the facts that people and checks ask of it.

mod alternative_names;
mod dates;
mod directory_name;
pub(crate) mod extension;
mod facts;
mod names;
mod signature;
mod signature_name;

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use message::{Message, message};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use time::OffsetDateTime;
use x509_parser::certificate::X509Certificate;
use x509_parser::prelude::{FromDer, X509Version};

use crate::Thumbprint;
pub(crate) use directory_name::folded_attribute;
use facts::Facts;
pub(crate) use facts::{OF_ITS_OWN, curve_name};
pub use names::Name;
pub use names::escaped;
pub(crate) use signature::Outcome;

/// Uses of a key that requests and checks ask for (RFC 5280 §4.2.1.12).
pub(crate) const SERVER_AUTHENTICATION: &str = "1.3.6.1.5.5.7.3.1";
const CLIENT_AUTHENTICATION: &str = "1.3.6.1.5.5.7.3.2";
const ANY_USE: &str = "2.5.29.37.0";
/// Policies, their mappings and constraints, and the end of *any policy* (RFC 5280 §4.2.1).
const POLICIES: [&str; 4] = ["2.5.29.32", "2.5.29.33", "2.5.29.36", "2.5.29.54"];

/// A certificate: its DER and what was read from it.
#[derive(Clone, PartialEq, Eq)]
pub struct Certificate {
    der: Vec<u8>,
    /// The same with dates in the usual form, where those in it are in one that the parser does not read.
    rewritten: Option<Vec<u8>>,
    thumbprint: Thumbprint,
    facts: Facts,
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
            Self::Other { oid } => match rare_name(oid) {
                Some(name) => f.write_str(name),
                None => write!(f, "algorithm {oid}"),
            },
        }
    }
}

/// The usual names of keys that are seldom met and not followed.
fn rare_name(oid: &str) -> Option<&'static str> {
    Some(match oid {
        "1.2.840.113549.1.1.7" => "RSA for encryption (OAEP)",
        "1.2.840.113549.1.1.10" => "RSA for PSS signatures",
        "1.2.840.10040.4.1" => "DSA",
        "1.2.840.113549.1.3.1" | "1.2.840.10046.2.1" => "Diffie-Hellman",
        "1.3.101.110" => "X25519",
        "1.3.101.111" => "X448",
        "1.3.101.113" => "Ed448",
        "2.16.840.1.101.3.4.3.17" => "ML-DSA-44",
        "2.16.840.1.101.3.4.3.18" => "ML-DSA-65",
        "2.16.840.1.101.3.4.3.19" => "ML-DSA-87",
        "2.16.840.1.101.3.4.4.1" => "ML-KEM-512",
        "2.16.840.1.101.3.4.4.2" => "ML-KEM-768",
        "2.16.840.1.101.3.4.4.3" => "ML-KEM-1024",
        "1.2.643.2.2.19" | "1.2.643.7.1.1.1.1" | "1.2.643.7.1.1.1.2" => "GOST",
        _ if oid.starts_with("2.16.840.1.101.3.4.3.") => "SLH-DSA",
        _ => return None,
    })
}

/// What the key usage extension allows, as far as TLS and chains ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyUsage {
    /// Signing a handshake.
    pub digital_signature: bool,
    /// Encrypting a session key (RSA key exchange).
    pub key_encipherment: bool,
    /// Signing certificates.
    pub certificate_signing: bool,
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

/// As base64 of the DER: who reads it back judges it anew.
impl Serialize for Certificate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&STANDARD.encode(&self.der))
    }
}

impl<'de> Deserialize<'de> for Certificate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let der = STANDARD.decode(text).map_err(D::Error::custom)?;
        Self::from_der(der).map_err(D::Error::custom)
    }
}

impl Certificate {
    /// Reads one certificate, and nothing behind it.
    pub fn from_der(der: Vec<u8>) -> Result<Self, ReadCertificateError> {
        let rewritten = match X509Certificate::from_der(&der) {
            Ok(_) => None,
            Err(_) => Some(dates::rewritten(&der).ok_or(ReadCertificateError::Damaged)?),
        };
        let (rest, parsed) = X509Certificate::from_der(rewritten.as_deref().unwrap_or(&der))
            .map_err(|_| ReadCertificateError::Damaged)?;
        if !rest.is_empty() {
            return Err(ReadCertificateError::TrailingBytes { count: rest.len() });
        }
        let facts = Facts::of(&parsed).ok_or(ReadCertificateError::Damaged)?;
        let thumbprint = Thumbprint::of(&der);
        Ok(Self {
            der,
            rewritten,
            thumbprint,
            facts,
        })
    }

    /// What the parser reads: the certificate as it is, unless its dates had to be written anew.
    fn structure(&self) -> &[u8] {
        self.rewritten.as_deref().unwrap_or(&self.der)
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

    /// Whether one extension holds all of them, as RFC 5280 §4.2 demands.
    pub(crate) const fn names_are_in_one_list(&self) -> bool {
        self.facts.names_are_in_one_list
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

    /// Whether its own key signed it. The signature was verified, not only the names compared; where the
    /// algorithm cannot be verified here, the key identifiers decide. Judged when asked: hundreds of
    /// roots are read of which nobody asks.
    pub fn is_self_signed(&self) -> bool {
        self.is_self_issued() && self.is_signed_by(self)
    }

    /// The extended key usages as object identifiers; empty where there is no such extension.
    pub fn extended_key_usages(&self) -> &[String] {
        &self.facts.extended_key_usages
    }

    /// Whether server authentication is among its extended key usages.
    pub(crate) fn is_for_servers(&self) -> bool {
        let mut usages = self.extended_key_usages().iter();
        usages.any(|usage| usage == SERVER_AUTHENTICATION)
    }

    /// Whether client authentication is among its extended key usages.
    pub(crate) fn is_for_clients(&self) -> bool {
        let mut usages = self.extended_key_usages().iter();
        usages.any(|usage| usage == CLIENT_AUTHENTICATION)
    }

    /// Whether Netscape's type of certificate, an extension from before extended key usages, names servers;
    /// nothing where it is not there.
    pub(crate) const fn netscape_names_servers(&self) -> Option<bool> {
        self.facts.netscape_names_servers
    }

    /// Whether any use is among its extended key usages.
    pub(crate) fn is_for_any_use(&self) -> bool {
        let mut usages = self.extended_key_usages().iter();
        usages.any(|usage| usage == ANY_USE)
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

    /// What the key may be used for; nothing where the certificate does not say.
    pub const fn key_usage(&self) -> Option<KeyUsage> {
        self.facts.key_usage
    }

    /// The digest under the signature, such as `SHA-256`.
    pub fn digest(&self) -> &str {
        &self.facts.digest
    }

    /// Whether subject and issuer are the same name, whoever signed it.
    pub fn is_self_issued(&self) -> bool {
        self.facts.subject_folded == self.facts.issuer_folded
    }

    /// Whether the issuer's name here is the name of `issuer`.
    pub(crate) fn names_as_issuer(&self, issuer: &Self) -> bool {
        self.facts.issuer_folded == issuer.facts.subject_folded
    }

    /// Whether `issuer` signed this certificate: the name fits, and the signature is true. Where the
    /// algorithm cannot be verified here, the key identifiers decide.
    pub fn is_signed_by(&self, issuer: &Self) -> bool {
        if !self.names_as_issuer(issuer) {
            return false;
        }
        match self.check_signature(issuer) {
            Outcome::Valid => true,
            Outcome::Invalid => false,
            Outcome::NotVerifiable => match (self.authority_key_id(), issuer.key_id()) {
                (Some(wanted), Some(offered)) => wanted == offered,
                _ => true,
            },
        }
    }

    /// Whether `issuer` is the one that this certificate names, down to its key, and did not sign it as it is.
    pub(crate) fn is_refuted_by(&self, issuer: &Self) -> bool {
        let is_the_key = match (self.authority_key_id(), issuer.key_id()) {
            (Some(wanted), Some(offered)) => wanted == offered,
            (None, _) => self == issuer,
            (Some(_), None) => false,
        };
        is_the_key
            && self.names_as_issuer(issuer)
            && self.check_signature(issuer) == Outcome::Invalid
    }

    /// Whether it is of X.509 version 3: earlier ones do not say what they may be used for.
    pub(crate) fn is_version_3(&self) -> bool {
        let parsed = X509Certificate::from_der(self.structure());
        parsed.is_ok_and(|(_, parsed)| parsed.version() == X509Version::V3)
    }

    /// The object identifier of its first critical extension that nobody understands.
    pub(crate) fn unknown_critical_extension(&self) -> Option<String> {
        let (_, parsed) = X509Certificate::from_der(self.structure()).ok()?;
        extension::unknown_critical(&parsed)
    }

    /// Whether whoever verifies it has to follow its policies.
    pub(crate) fn has_critical_policies(&self) -> bool {
        let Ok((_, parsed)) = X509Certificate::from_der(self.structure()) else {
            return false;
        };
        let mut critical = parsed.extensions().iter().filter(|it| it.critical);
        critical.any(|extension| POLICIES.contains(&extension.oid.to_id_string().as_str()))
    }

    /// What became of verifying this certificate's signature with the key of `issuer`.
    pub(crate) fn check_signature(&self, issuer: &Self) -> Outcome {
        let own = X509Certificate::from_der(self.structure());
        let theirs = X509Certificate::from_der(issuer.structure());
        let (Ok((_, own)), Ok((_, theirs))) = (own, theirs) else {
            return Outcome::NotVerifiable;
        };
        match dates::signed_part(&self.der) {
            Some(signed) => signature::check(&own, signed, theirs.public_key()),
            None => Outcome::NotVerifiable,
        }
    }

    /// Whether its names cover `host`, a name or an address (RFC 6125: one wildcard, the leftmost label).
    pub fn covers(&self, host: &str) -> bool {
        let host = Name::from(host);
        self.names().iter().any(|name| name.covers(&host))
    }

    /// What people can tell it by: its subject, or its serial number where that is empty.
    pub(crate) fn called(&self) -> Message {
        match self.subject() {
            "" => message!("certificate.with_serial", serial = self.serial()),
            subject => message!("certificate.called", subject = subject),
        }
    }

    /// The certificate as PEM.
    pub fn to_pem(&self) -> String {
        armoured("CERTIFICATE", &self.der)
    }
}

/// PEM with lines of 64 characters.
pub(crate) fn armoured(label: &str, der: &[u8]) -> String {
    let digits = STANDARD.encode(der);
    let lines: Vec<&str> = (0..digits.len())
        .step_by(64)
        .filter_map(|start| digits.get(start..digits.len().min(start + 64)))
        .collect();
    let body = lines.join("\n");
    format!("-----BEGIN {label}-----\n{body}\n-----END {label}-----\n")
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

//! What Java makes of certificates and keystores. The appliance is a Java program: what Java refuses, it never
//! serves.
//!
//! A small model of what `CertificateFactory` and `PKCS12KeyStore` of OpenJDK do, on bytes, without Java. Tests
//! ask keytool of the same files (`docs/keystores.md` §5). Java 17 is the measure; where others differ
//! that is said.

mod bag;
mod certificate;
mod entries;
mod extensions;
mod general_name;
mod key;
mod name;
mod protection;
mod time;
mod uri;
mod value;

pub(crate) use bag::{VERSION, complaint_of_attributes, lengths_are_minimal};
pub use entries::Served;
pub(crate) use entries::{Entries, Place};
pub(crate) use protection::{MOST_ROUNDS, Unfit, of_checksum, of_encryption};

/// Where in a certificate Java stumbles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Part {
    /// The sequence of its parts.
    Structure,
    /// The version.
    Version,
    /// The serial number.
    Serial,
    /// The signature's algorithm.
    Signature,
    /// The issuer's name.
    Issuer,
    /// The validity.
    Validity,
    /// The subject's name.
    Subject,
    /// The public key.
    Key,
    /// The list of the extensions.
    Extensions,
    /// One extension.
    Extension {
        /// Its object identifier.
        identifier: String,
        /// Whether whoever does not understand it has to refuse the certificate.
        is_critical: bool,
    },
}

/// Why Java refuses a certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Refusal {
    /// Where.
    pub(crate) part: Part,
    /// What is wrong there: the end of a sentence that begins with the part.
    pub(crate) why: &'static str,
}

/// Why Java refuses a certificate, or nothing where it takes it.
pub(crate) fn refusal_of(der: &[u8]) -> Option<Refusal> {
    certificate::read(der).err()
}

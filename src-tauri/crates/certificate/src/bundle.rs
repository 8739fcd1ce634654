//! What a file holds, and the one certificate with its chain and its key that is made of it.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{BundleError, Certificate, Chain, PrivateKey, ReadError, chain};

/// Everything found in one file, or in several joined.
#[derive(Debug, Clone)]
pub struct Contents {
    /// The private keys, in the order of the file.
    pub keys: Vec<PrivateKey>,
    /// The certificates, in the order of the file, duplicates included.
    pub certificates: Vec<Certificate>,
    /// What the file was.
    pub source: Source,
}

/// What a file was before it was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The kind of file.
    pub format: Format,
    /// The protections met, in words, such as `AES-256 (PBKDF2 with HMAC-SHA-256, 2048 rounds)`.
    pub encryption: Vec<String>,
    /// Rounds of key derivation that were spent to open it.
    pub rounds: u64,
    /// Entries as a Java keystore counts them: one for each key, one for each certificate marked as trusted.
    pub entries: usize,
    /// The entries' own names.
    pub aliases: Vec<String>,
}

/// The kind of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Format {
    /// A PKCS#12 keystore (`.p12`, `.pfx`).
    Pkcs12,
    /// A keystore of Java's own kinds (`.jks`, `.jceks`).
    JavaKeystore,
    /// Text blocks between BEGIN and END.
    Pem,
    /// One certificate as bytes.
    Certificate,
    /// One private key as bytes.
    PrivateKey,
    /// PKCS#7 certificates (`.p7b`).
    Pkcs7,
    /// Several files taken together.
    Several,
    /// Made here, never a file.
    MadeHere,
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Pkcs12 => "PKCS#12 keystore",
            Self::JavaKeystore => "Java keystore",
            Self::Pem => "PEM text",
            Self::Certificate => "DER certificate",
            Self::PrivateKey => "DER private key",
            Self::Pkcs7 => "PKCS#7 certificates",
            Self::Several => "several files",
            Self::MadeHere => "made by Reseal",
        })
    }
}

impl Source {
    /// A source of a kind, with nothing else known.
    pub(crate) const fn of(format: Format) -> Self {
        Self {
            format,
            encryption: Vec::new(),
            rounds: 0,
            entries: 0,
            aliases: Vec::new(),
        }
    }
}

/// The certificate of a key that is at hand, and the chain above it: all of it that is no secret.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Bundle {
    /// The certificate of the key.
    pub leaf: Certificate,
    /// The leaf's issuer, its issuer, and so on upward.
    pub chain: Vec<Certificate>,
    /// Certificates that belong neither to the leaf nor to its chain.
    pub strangers: Vec<Certificate>,
    /// Certificates that were there more than once.
    pub duplicates: usize,
    /// Keys that were there without a certificate of their own.
    pub unused_keys: usize,
    /// What the bundle was read from.
    pub source: Source,
}

/// A bundle with its private key. Only the process that opens files holds one (docs/security.md, T7).
#[derive(Debug, Clone)]
pub struct Entry {
    /// What is no secret.
    pub bundle: Bundle,
    /// The private key of the bundle's leaf.
    pub key: PrivateKey,
}

/// The most certificates and keys that are taken from one file: a Java trust store has 150 certificates.
/// What is done with them takes the product of the two numbers.
const MOST_CERTIFICATES: usize = 500;
const MOST_KEYS: usize = 50;

impl Contents {
    /// Adds a certificate that was found.
    pub(crate) fn take_certificate(&mut self, certificate: Certificate) -> Result<(), ReadError> {
        if self.certificates.len() == MOST_CERTIFICATES {
            return Err(ReadError::Damaged {
                at: format!("certificate {}", MOST_CERTIFICATES + 1),
                what: "there are more certificates than any keystore has".into(),
            });
        }
        self.certificates.push(certificate);
        Ok(())
    }

    /// Adds a key that was found.
    pub(crate) fn take_key(&mut self, key: PrivateKey) -> Result<(), ReadError> {
        if self.keys.len() == MOST_KEYS {
            return Err(ReadError::Damaged {
                at: format!("key {}", MOST_KEYS + 1),
                what: "there are more private keys than any keystore has".into(),
            });
        }
        self.keys.push(key);
        Ok(())
    }

    /// The certificates in order from a leaf upward, whether or not there is a key.
    pub fn chain(&self) -> Option<Chain> {
        let certificates = distinct(&self.certificates, |one, other| one == other);
        let duplicates = self.certificates.len() - certificates.len();
        Chain::of(certificates, duplicates)
    }

    /// The bundle alone; its key is wiped.
    pub fn into_bundle(self) -> Result<Bundle, BundleError> {
        Ok(self.into_entry()?.bundle)
    }

    /// Finds the key with its leaf, orders the chain, and sets strangers and duplicates aside.
    pub fn into_entry(self) -> Result<Entry, BundleError> {
        let keys = distinct(&self.keys, |key, other| key.is_same_as(other));
        let certificates = distinct(&self.certificates, |one, other| one == other);
        let duplicates = self.certificates.len() - certificates.len();
        let (key, leaf) = only_entry(&keys, &certificates)?;
        let others: Vec<Certificate> = certificates
            .iter()
            .filter(|other| **other != leaf)
            .cloned()
            .collect();
        let ordered = chain::above(&leaf, others);
        let bundle = Bundle {
            leaf,
            chain: ordered.chain,
            strangers: ordered.strangers,
            duplicates,
            unused_keys: keys.len() - 1,
            source: self.source,
        };
        Ok(Entry { bundle, key })
    }
}

/// Puts the contents of several files together. Keys and certificates find each other by public key later.
pub fn join(files: Vec<Contents>) -> Contents {
    let several = files.len() != 1;
    let mut all = Contents {
        keys: Vec::new(),
        certificates: Vec::new(),
        source: Source::of(Format::Several),
    };
    for file in files {
        all.keys.extend(file.keys);
        all.certificates.extend(file.certificates);
        all.source.encryption.extend(file.source.encryption);
        all.source.rounds += file.source.rounds;
        all.source.entries += file.source.entries;
        all.source.aliases.extend(file.source.aliases);
        if !several {
            all.source.format = file.source.format;
        }
    }
    if several {
        // Files together are no keystore; a key that lies in two of them is one.
        all.source.entries = distinct(&all.keys, |key, other| key.is_same_as(other)).len();
    }
    all
}

fn distinct<T: Clone>(all: &[T], is_same: impl Fn(&T, &T) -> bool) -> Vec<T> {
    let mut kept: Vec<T> = Vec::new();
    for one in all {
        if !kept.iter().any(|other| is_same(one, other)) {
            kept.push(one.clone());
        }
    }
    kept
}

/// The one key that has a certificate, and the newest of its certificates.
fn only_entry(
    keys: &[PrivateKey],
    certificates: &[Certificate],
) -> Result<(PrivateKey, Certificate), BundleError> {
    let mut entries: Vec<(PrivateKey, Certificate)> = keys
        .iter()
        .filter_map(|key| Some((key.clone(), newest_leaf(key, certificates)?)))
        .collect();
    match (entries.pop(), entries.is_empty()) {
        (Some(only), true) => Ok(only),
        (Some(last), false) => Err(BundleError::SeveralEntries {
            subjects: entries
                .iter()
                .chain([&last])
                .map(|(_, leaf)| leaf.subject().to_owned())
                .collect(),
        }),
        (None, _) if keys.is_empty() => Err(BundleError::NoKey {
            certificates: certificates.len(),
        }),
        (None, _) if certificates.is_empty() => Err(BundleError::NoCertificate),
        (None, _) => Err(without_leaf(keys, certificates)),
    }
}

/// Why none of the keys has a certificate: either none belongs to any, or for one that cannot be told.
fn without_leaf(keys: &[PrivateKey], certificates: &[Certificate]) -> BundleError {
    let is_open = |key: &&PrivateKey| certificates.iter().any(|other| key.leaves_open(other));
    match keys.iter().find(is_open) {
        Some(key) => BundleError::KeyNotComparable {
            kind: key.kind().to_string(),
        },
        None => BundleError::KeyDoesNotMatch {
            offered: certificates
                .iter()
                .map(|certificate| certificate.subject().to_owned())
                .collect(),
        },
    }
}

fn newest_leaf(key: &PrivateKey, certificates: &[Certificate]) -> Option<Certificate> {
    certificates
        .iter()
        .filter(|certificate| key.matches(certificate))
        .max_by_key(|certificate| certificate.not_before())
        .cloned()
}

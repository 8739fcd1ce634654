//! What a file holds, and the one certificate with its chain and its key that is made of it.

use message::{Message, message};
use serde::{Deserialize, Serialize};

use crate::entries::{entries, only_entry};
use crate::entry_name::EntryName;
use crate::java::Served;
use crate::locked;
use crate::{
    BundleError, Certificate, Chain, LockedKey, PrivateKey, ReadError, Thumbprint, UnfitPassword,
    chain,
};

/// Everything found in one file, or in several joined.
#[derive(Debug, Clone)]
pub struct Contents {
    /// The private keys, in the order of the file.
    pub keys: Vec<PrivateKey>,
    /// The certificates, in the order of the file, duplicates included.
    pub certificates: Vec<Certificate>,
    /// The private keys that stayed locked while the rest was read.
    pub locked: Vec<LockedKey>,
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
    /// Whether the appliance can be told the password that opened it; nothing where nothing is protected.
    pub password: Option<Result<(), UnfitPassword>>,
    /// What keeps Java from opening it, if it is a PKCS#12 keystore.
    pub beyond_java: Vec<BeyondJava>,
    /// What Java serves with the key of a PKCS#12 keystore that has only one.
    pub served: Option<Served<Thumbprint>>,
}

/// What Java makes nothing of in a PKCS#12 keystore, measured with Java 8, 11 and 17
/// (`docs/keystores.md` §5).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum BeyondJava {
    /// A checksum of another kind than HMAC with SHA-1 or SHA-2.
    Checksum(String),
    /// A cipher or a key derivation.
    Encryption(String),
    /// More rounds of key derivation than it is ready to run.
    Rounds(u64),
    /// A length that is written with more bytes than it needs.
    RedundantLength,
    /// A key without encryption: it is passed over in silence.
    OpenKey,
    /// A salt of fewer bytes than it asks for.
    ShortSalt,
    /// A version of PKCS#12 other than 3.
    Version,
    /// A bag that it does not read: what is wrong with it.
    Bag(String),
    /// The key, or another part, has another password than the file.
    TwoPasswords,
}

impl BeyondJava {
    /// What it is, as a part of a sentence.
    pub fn message(&self) -> Message {
        match self {
            Self::Checksum(kind) => message!("java.checksum", kind = kind.to_string()),
            Self::Encryption(kind) => message!("java.encryption", kind = kind.to_string()),
            Self::Rounds(rounds) => message!("java.rounds", rounds = *rounds),
            Self::RedundantLength => message!("java.redundant_length"),
            Self::OpenKey => message!("java.open_key"),
            Self::ShortSalt => message!("java.short_salt"),
            Self::Version => message!("java.version"),
            Self::Bag(why) => message!("java.bag", why = why.to_string()),
            Self::TwoPasswords => message!("java.two_passwords"),
        }
    }
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
    /// Certificates as Windows keeps them (`.sst`).
    SerializedStore,
    /// Several files taken together.
    Several,
    /// Made here, never a file.
    MadeHere,
}

impl Format {
    /// What it is called, as a part of a sentence.
    pub fn message(self) -> Message {
        match self {
            Self::Pkcs12 => message!("format.pkcs12"),
            Self::JavaKeystore => message!("format.java"),
            Self::Pem => message!("format.pem"),
            Self::Certificate => message!("format.certificate"),
            Self::PrivateKey => message!("format.private_key"),
            Self::Pkcs7 => message!("format.pkcs7"),
            Self::SerializedStore => message!("format.serialized_store"),
            Self::Several => message!("format.several"),
            Self::MadeHere => message!("format.made_here"),
        }
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
            password: None,
            beyond_java: Vec::new(),
            served: None,
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
            return Err(ReadError::TooMany {
                limit: MOST_CERTIFICATES,
                of: "certificates".into(),
            });
        }
        self.certificates.push(certificate);
        Ok(())
    }

    /// Adds a key that was found.
    pub(crate) fn take_key(&mut self, key: PrivateKey) -> Result<(), ReadError> {
        if self.keys.len() == MOST_KEYS {
            return Err(ReadError::TooMany {
                limit: MOST_KEYS,
                of: "private keys".into(),
            });
        }
        self.keys.push(key);
        Ok(())
    }

    /// Remembers a key that was found and stays locked.
    pub(crate) fn lock_key(&mut self, alias: Option<String>, why: ReadError) {
        if self.locked.len() < MOST_KEYS {
            self.locked.push(LockedKey { alias, why });
        }
    }

    /// Whether nothing in it contradicts anything else: each key has its certificate, and each certificate
    /// bears the signature of its issuer where that is here too.
    pub(crate) fn agree(&self) -> bool {
        let all = &self.certificates;
        let has_leaf = |key: &PrivateKey| all.iter().any(|one| key.matches(one));
        let is_signed = |one: &Certificate| {
            let mut issuers = all
                .iter()
                .filter(|other| other.subject() == one.issuer())
                .peekable();
            issuers.peek().is_none() || issuers.any(|issuer| one.is_signed_by(issuer))
        };
        self.keys.iter().all(has_leaf) && all.iter().all(is_signed)
    }

    /// The certificates in order from a leaf upward, whether or not there is a key.
    pub fn chain(&self) -> Option<Chain> {
        let (keys, certificates) = self.distinct();
        let duplicates = self.certificates.len() - certificates.len();
        let is_foreign = matches!(
            only_entry(&keys, &certificates, None),
            Err(BundleError::KeyDoesNotMatch { .. })
        );
        let chain = Chain::of(certificates, duplicates)?;
        Some(Chain {
            foreign_keys: if is_foreign { keys.len() } else { 0 },
            ..chain
        })
    }

    /// Every key that has a certificate, by what it is called.
    pub fn entry_names(&self) -> Vec<EntryName> {
        let (keys, certificates) = self.distinct();
        let found = entries(&keys, &certificates);
        found.iter().map(|(name, ..)| name.clone()).collect()
    }

    fn distinct(&self) -> (Vec<PrivateKey>, Vec<Certificate>) {
        (
            distinct(&self.keys, |key, other| key.is_same_as(other)),
            distinct(&self.certificates, |one, other| one == other),
        )
    }

    /// The bundle alone; its key is wiped.
    pub fn into_bundle(self) -> Result<Bundle, BundleError> {
        Ok(self.into_entry()?.bundle)
    }

    /// Finds the key with its leaf, orders the chain, and sets strangers and duplicates aside.
    pub fn into_entry(self) -> Result<Entry, BundleError> {
        self.into_entry_called(None)
    }

    /// The same where several keys have a certificate: the one that is called so, by the name of its
    /// entry, its subject or its thumbprint.
    pub fn into_entry_called(self, wanted: Option<&str>) -> Result<Entry, BundleError> {
        let (keys, certificates) = self.distinct();
        let duplicates = self.certificates.len() - certificates.len();
        let found = only_entry(&keys, &certificates, wanted);
        let (key, leaf) = found.map_err(|error| locked::instead_of(error, &self.locked))?;
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
/// How each was protected is its own: no keystore could be imported in the place of them all.
pub fn join(mut files: Vec<Contents>) -> Contents {
    if files.len() == 1 {
        return files.remove(0);
    }
    let mut all = Contents {
        keys: Vec::new(),
        certificates: Vec::new(),
        locked: Vec::new(),
        source: Source::of(Format::Several),
    };
    for file in files {
        all.keys.extend(file.keys);
        all.certificates.extend(file.certificates);
        all.locked.extend(file.locked);
        all.source.encryption.extend(file.source.encryption);
        all.source.rounds += file.source.rounds;
        all.source.aliases.extend(file.source.aliases);
    }
    // Files together are no keystore; a key that lies in two of them is one.
    all.source.entries = distinct(&all.keys, |key, other| key.is_same_as(other)).len();
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

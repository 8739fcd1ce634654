//! The keystore that the product takes: one entry, the chain inside it, one password.
//!
//! Source: `docs/vcda-api.md` §2.7. The bytes are read back by our own reader before anybody gets them.

use message::Message;
use p12::{EncryptionAlgorithm, KeyStore, KeyStoreEntry, MacAlgorithm, PrivateKeyChain};
use secrecy::{ExposeSecret, SecretString};

use crate::checks::java_reads_the_certificates::{refused, told};
use crate::{
    Bundle, BundleError, Contents, Entry, Options, ReadError, Source, UnfitPassword,
    ascii_password, read,
};

/// Rounds of key derivation. Java 8 needs 0.05 s for 10,000 and 2.9 s for 600,000 (`docs/keystores.md`).
const ROUNDS: u32 = 10_000;
/// The entry's name. The product gives the alias no meaning.
const ALIAS: &str = "vcda";

/// How the keystore is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Form {
    /// AES-256 and HMAC-SHA-256, which every current Java reads.
    #[default]
    Modern,
    /// 3DES and HMAC-SHA-1, which every Java reads, those before 8u301 and 11.0.12 included.
    Older,
}

/// A keystore that was written and read back.
#[derive(Debug, Clone)]
pub struct Written {
    /// The keystore.
    pub bytes: Vec<u8>,
    /// How it is protected.
    pub form: Form,
    /// What it is to a reader.
    pub source: Source,
}

/// Why no keystore was written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// A Java keystore cannot be opened with this password.
    #[error("write the keystore")]
    Password(#[from] UnfitPassword),
    /// Java refuses one of the certificates, and so the appliance every keystore with it.
    #[error("write the keystore: Java refuses a certificate in it")]
    Refused {
        /// Which certificate, and why.
        what: Box<Message>,
    },
    /// The keystore could not be encoded.
    #[error("encode the keystore")]
    Encode(#[source] p12::error::Error),
    /// The keystore that was written does not open.
    #[error("read the keystore back")]
    ReadBack(#[source] ReadError),
    /// The keystore that was written holds no bundle.
    #[error("find the bundle in the keystore that was written")]
    Incomplete(#[source] BundleError),
    /// The keystore that was written holds something else.
    #[error("compare the keystore that was written: {what} differs")]
    Differs {
        /// The part that differs.
        what: &'static str,
    },
}

/// What the appliance can be given: the same entry in both forms, for which one it reads depends on its
/// version. The key in it is encrypted, and so this may live longer than an [`Entry`].
#[derive(Debug, Clone)]
pub struct Sealed {
    /// What is no secret.
    pub bundle: Bundle,
    /// [`Form::Modern`].
    pub modern: Vec<u8>,
    /// [`Form::Older`].
    pub older: Vec<u8>,
    /// What opens both.
    pub password: SecretString,
}

impl Sealed {
    /// The keystore in one of its forms.
    pub fn keystore(&self, form: Form) -> &[u8] {
        match form {
            Form::Modern => &self.modern,
            Form::Older => &self.older,
        }
    }
}

impl Entry {
    /// Writes the entry in both forms, and gives up the key.
    pub fn seal(self, password: &SecretString) -> Result<Sealed, WriteError> {
        let modern = write_pkcs12(&self, password, Form::Modern)?;
        Ok(Sealed {
            older: write_pkcs12(&self, password, Form::Older)?.bytes,
            // What it promises is judged as it stands in the file that was written.
            bundle: Bundle {
                source: modern.source,
                ..self.bundle
            },
            modern: modern.bytes,
            password: password.clone(),
        })
    }
}

/// Writes leaf, key and chain as PKCS#12, reads the bytes back, and compares.
pub fn write_pkcs12(
    entry: &Entry,
    password: &SecretString,
    form: Form,
) -> Result<Written, WriteError> {
    ascii_password(password)?;
    java_reads(&entry.bundle)?;
    let bytes = encode(entry, password, form).map_err(WriteError::Encode)?;
    let contents =
        read(&bytes, Some(password), &Options::default()).map_err(WriteError::ReadBack)?;
    let source = contents.source.clone();
    compare(entry, contents)?;
    Ok(Written {
        bytes,
        form,
        source,
    })
}

fn java_reads(bundle: &Bundle) -> Result<(), WriteError> {
    let mut certificates = [&bundle.leaf].into_iter().chain(&bundle.chain);
    match certificates.find_map(refused) {
        None => Ok(()),
        Some((certificate, refusal)) => Err(WriteError::Refused {
            what: Box::new(told(&bundle.leaf, certificate, &refusal)),
        }),
    }
}

fn encode(entry: &Entry, password: &SecretString, form: Form) -> p12::Result<Vec<u8>> {
    let key = p12::PrivateKey::from_der(entry.key.expose_pkcs8())?;
    let bundle = &entry.bundle;
    let certificates = [&bundle.leaf].into_iter().chain(&bundle.chain);
    let certificates: p12::Result<Vec<_>> = certificates
        .map(|certificate| p12::Certificate::from_der(certificate.der()))
        .collect();
    let local_key_id = bundle.leaf.thumbprint().as_bytes().to_vec();
    let entry = PrivateKeyChain::new(local_key_id, key, certificates?);
    let mut store = KeyStore::new();
    store.add_entry(ALIAS, KeyStoreEntry::PrivateKeyChain(entry));
    let (encryption, mac) = match form {
        Form::Modern => (
            EncryptionAlgorithm::PbeWithHmacSha256AndAes256,
            MacAlgorithm::HmacSha256,
        ),
        Form::Older => (
            EncryptionAlgorithm::PbeWithShaAnd3KeyTripleDesCbc,
            MacAlgorithm::HmacSha1,
        ),
    };
    store
        .writer(password.expose_secret())
        .encryption_algorithm(encryption)
        .encryption_iterations(ROUNDS)
        .mac_algorithm(mac)
        .mac_iterations(ROUNDS)
        .write()
}

fn compare(entry: &Entry, contents: Contents) -> Result<(), WriteError> {
    if contents.source.entries != 1 {
        return Err(WriteError::Differs {
            what: "the number of entries",
        });
    }
    let written = contents.into_entry().map_err(WriteError::Incomplete)?;
    let (there, bundle) = (&written.bundle, &entry.bundle);
    let differs = [
        (there.leaf != bundle.leaf, "the certificate"),
        (!written.key.is_same_as(&entry.key), "the key"),
        (there.chain != bundle.chain, "the chain"),
        (!there.strangers.is_empty(), "the rest"),
    ];
    match differs.into_iter().find(|(differs, _)| *differs) {
        Some((_, what)) => Err(WriteError::Differs { what }),
        None => Ok(()),
    }
}

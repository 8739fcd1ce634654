//! A service's certificate and key: made, kept in a keystore file, and handed to TLS.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use certificate::{Certificate, ReadCertificateError, Thumbprint};
use p12::{KeyStore, KeyStoreEntry, Pkcs12ImportPolicy, PrivateKeyChain};
use rcgen::{
    CertificateParams, DistinguishedName, DnType, ExtendedKeyUsagePurpose, IsCa, KeyPair,
    KeyUsagePurpose, SanType, SerialNumber,
};
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::sign::CertifiedKey;
use time::{Duration, OffsetDateTime};

use crate::keys::{MakeKeyError, PrimePair};

/// Rounds of key derivation in the keystores that the lab itself writes. What they hold is public.
const ROUNDS: u32 = 1_000;

/// Why a certificate or a keystore of the lab could not be made or read.
#[derive(Debug, thiserror::Error)]
pub enum IdentityError {
    /// The key could not be made.
    #[error("make the key")]
    Key(#[from] MakeKeyError),
    /// The certificate could not be signed.
    #[error("sign the certificate")]
    Sign(#[source] rcgen::Error),
    /// A certificate could not be read back.
    #[error("read the certificate")]
    Read(#[source] ReadCertificateError),
    /// The keystore is damaged, or the password is not its own.
    #[error("open the keystore")]
    Open(#[source] p12::error::Error),
    /// The keystore could not be written.
    #[error("write the keystore")]
    Write(#[source] p12::error::Error),
    /// The keystore does not hold exactly one key with its certificate.
    #[error("find one key with its certificate: there are {found}")]
    Entries {
        /// How many there are.
        found: usize,
    },
    /// TLS does not take the key.
    #[error("use the key for TLS")]
    Tls(#[source] rustls::Error),
    /// The file could not be read or written.
    #[error("reach {}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system says.
        #[source]
        source: io::Error,
    },
}

/// A private key with its certificate and chain.
#[derive(Debug, Clone)]
pub(crate) struct Identity {
    pub(crate) leaf: Certificate,
    pub(crate) chain: Vec<CertificateDer<'static>>,
    pub(crate) tls: Arc<CertifiedKey>,
    key: Arc<PrivatePkcs8KeyDer<'static>>,
}

/// What a default self-signed certificate says (`docs/vcda-api.md` §2.8).
pub(crate) struct SelfSigned<'a> {
    /// `cloud.vm`, `manager.vm`, `tunnel.vm`, `replicator.vm`.
    pub(crate) common_name: &'a str,
    /// The appliance's host name.
    pub(crate) host: &'a str,
    pub(crate) serial: u64,
    pub(crate) not_before: OffsetDateTime,
    /// 365 days in the product.
    pub(crate) valid_for: Duration,
}

impl Identity {
    /// A fresh self-signed certificate, as the product makes it at deployment and on Regenerate.
    pub(crate) fn self_signed(
        primes: PrimePair,
        about: &SelfSigned<'_>,
    ) -> Result<Self, IdentityError> {
        let key = primes.into_key()?;
        let pair = KeyPair::try_from(&key).map_err(IdentityError::Sign)?;
        let signed = about
            .params()
            .map_err(IdentityError::Sign)?
            .self_signed(&pair);
        Self::new(
            key,
            vec![signed.map_err(IdentityError::Sign)?.der().clone()],
        )
    }

    /// A key with its chain, leaf first. That they belong together is not checked: the product does not
    /// either (a keystore whose key does not match loads without complaint).
    pub(crate) fn new(
        key: PrivatePkcs8KeyDer<'static>,
        chain: Vec<CertificateDer<'static>>,
    ) -> Result<Self, IdentityError> {
        let leaf = chain.first().map(|leaf| leaf.to_vec()).unwrap_or_default();
        let leaf = Certificate::from_der(leaf).map_err(IdentityError::Read)?;
        let der = PrivateKeyDer::from(key.clone_key());
        let signer =
            rustls::crypto::ring::sign::any_supported_type(&der).map_err(IdentityError::Tls)?;
        let tls = Arc::new(CertifiedKey::new(chain.clone(), signer));
        Ok(Self {
            leaf,
            chain,
            tls,
            key: Arc::new(key),
        })
    }

    pub(crate) const fn thumbprint(&self) -> Thumbprint {
        self.leaf.thumbprint()
    }

    /// The private key as PKCS#8.
    pub(crate) fn key_der(&self) -> &[u8] {
        self.key.secret_pkcs8_der()
    }

    /// The identity as PKCS#12 bytes with one entry.
    pub(crate) fn to_pkcs12(&self, alias: &str, password: &str) -> Result<Vec<u8>, IdentityError> {
        let key = p12::PrivateKey::from_der(self.key_der()).map_err(IdentityError::Write)?;
        let certificates: Result<Vec<_>, _> = self
            .chain
            .iter()
            .map(|der| p12::Certificate::from_der(der))
            .collect();
        let entry = PrivateKeyChain::new(
            b"1".to_vec(),
            key,
            certificates.map_err(IdentityError::Write)?,
        );
        let mut store = KeyStore::new();
        store.add_entry(alias, KeyStoreEntry::PrivateKeyChain(entry));
        let writer = store
            .writer(password)
            .encryption_iterations(ROUNDS)
            .mac_iterations(ROUNDS);
        writer.write().map_err(IdentityError::Write)
    }

    /// Reads PKCS#12 bytes the way a Java keystore is read for a server: every entry with a key counts.
    pub(crate) fn from_pkcs12(bytes: &[u8], password: &str) -> Result<Self, IdentityError> {
        let store = KeyStore::from_pkcs12(bytes, password, Pkcs12ImportPolicy::Relaxed)
            .map_err(IdentityError::Open)?;
        let mut entries: Vec<PrivateKeyChain> = store
            .entries()
            .filter_map(|(_, entry)| chain_of(entry))
            .collect();
        let (Some(entry), true) = (entries.pop(), entries.is_empty()) else {
            return Err(IdentityError::Entries {
                found: store.entries_len(),
            });
        };
        let key = PrivatePkcs8KeyDer::from(entry.key().as_der().to_vec());
        let chain = entry
            .certs()
            .iter()
            .map(|c| CertificateDer::from(c.as_der().to_vec()))
            .collect();
        Self::new(key, chain)
    }

    /// Writes the keystore file of a service.
    pub(crate) fn save(&self, file: &Path, password: &str) -> Result<(), IdentityError> {
        let bytes = self.to_pkcs12("1", password)?;
        std::fs::write(file, bytes).map_err(|source| IdentityError::File {
            path: file.to_owned(),
            source,
        })
    }

    /// Reads the keystore file of a service, as the service does when it starts.
    pub(crate) fn load(file: &Path, password: &str) -> Result<Self, IdentityError> {
        let bytes = std::fs::read(file).map_err(|source| IdentityError::File {
            path: file.to_owned(),
            source,
        })?;
        Self::from_pkcs12(&bytes, password)
    }
}

fn chain_of(entry: &KeyStoreEntry) -> Option<PrivateKeyChain> {
    match entry {
        KeyStoreEntry::PrivateKeyChain(chain) => Some(chain.clone()),
        KeyStoreEntry::Certificate(_) | KeyStoreEntry::Secret(_) => None,
    }
}

impl SelfSigned<'_> {
    fn params(&self) -> Result<CertificateParams, rcgen::Error> {
        let mut params = CertificateParams::default();
        params.distinguished_name = DistinguishedName::new();
        params
            .distinguished_name
            .push(DnType::OrganizationName, "Unknown");
        params
            .distinguished_name
            .push(DnType::OrganizationalUnitName, "Unknown");
        params
            .distinguished_name
            .push(DnType::CommonName, self.common_name);
        params.serial_number = Some(SerialNumber::from(self.serial));
        params.not_before = self.not_before;
        params.not_after = self.not_before + self.valid_for;
        params.is_ca = IsCa::ExplicitNoCa;
        params.key_usages = vec![
            KeyUsagePurpose::DigitalSignature,
            KeyUsagePurpose::KeyEncipherment,
        ];
        params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
        let host = self.host.try_into()?;
        params.subject_alt_names = vec![
            SanType::DnsName(host),
            SanType::IpAddress([127, 0, 0, 1].into()),
        ];
        Ok(params)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::KeyPool;
    use time::macros::datetime;

    fn cloud() -> Identity {
        let about = SelfSigned {
            common_name: "cloud.vm",
            host: "vcda.paris.example",
            serial: 0x7a11_0000_0000_0001,
            not_before: datetime!(2026-11-01 08:00 UTC),
            valid_for: Duration::days(365),
        };
        Identity::self_signed(KeyPool::new(1).draw(), &about).unwrap()
    }

    #[test]
    fn makes_what_the_product_makes() {
        let leaf = cloud().leaf;
        assert_eq!(leaf.subject(), "O=Unknown, OU=Unknown, CN=cloud.vm");
        assert_eq!(leaf.key().to_string(), "RSA 2048");
        assert_eq!(leaf.signature(), "sha256WithRSAEncryption");
        assert!(
            leaf.is_self_signed() && leaf.covers("vcda.paris.example") && leaf.covers("127.0.0.1")
        );
        assert_eq!(leaf.not_after(), datetime!(2027-11-01 08:00 UTC));
    }

    #[test]
    fn reads_back_the_keystore_it_wrote() {
        let bytes = cloud().to_pkcs12("1", "changeit").unwrap();
        assert_eq!(
            Identity::from_pkcs12(&bytes, "changeit").unwrap().leaf,
            cloud().leaf
        );
        assert!(matches!(
            Identity::from_pkcs12(&bytes, "wrong"),
            Err(IdentityError::Open(_))
        ));
        assert!(matches!(
            Identity::from_pkcs12(b"no keystore", "x"),
            Err(IdentityError::Open(_))
        ));
    }
}

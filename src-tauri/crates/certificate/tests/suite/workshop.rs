//! A workshop for tests: authorities, leaves and the files they come in.

use std::path::Path;

use certificate::{Bundle, Contents, Options, ReadError, read};
use rcgen::{
    BasicConstraints, CertificateParams, CertifiedIssuer, DnType, ExtendedKeyUsagePurpose, IsCa,
    KeyPair, KeyUsagePurpose, SanType,
};
use secrecy::SecretString;
use time::macros::datetime;
use time::{Duration, OffsetDateTime};

/// The moment at which the tests take place.
pub(crate) const NOW: OffsetDateTime = datetime!(2026-11-23 12:00 UTC);

/// An authority that signs.
pub(crate) struct Authority {
    issuer: CertifiedIssuer<'static, KeyPair>,
}

impl Authority {
    /// The standing root.
    pub(crate) fn root() -> Self {
        Self::named("Workshop Root")
    }

    /// A root with a name.
    pub(crate) fn named(name: &str) -> Self {
        Self::made(authority_params(name))
    }

    /// A root that `change` makes.
    pub(crate) fn changed(change: impl FnOnce(&mut CertificateParams)) -> Self {
        let mut params = authority_params("Workshop Root");
        change(&mut params);
        Self::made(params)
    }

    fn made(params: CertificateParams) -> Self {
        let key = KeyPair::generate().unwrap();
        let issuer = CertifiedIssuer::self_signed(params, key).unwrap();
        Self { issuer }
    }

    /// An authority below this one.
    pub(crate) fn below(&self, name: &str, change: impl FnOnce(&mut CertificateParams)) -> Self {
        let mut params = authority_params(name);
        change(&mut params);
        let key = KeyPair::generate().unwrap();
        let issuer = CertifiedIssuer::signed_by(params, key, &self.issuer).unwrap();
        Self { issuer }
    }

    /// Its own certificate.
    pub(crate) fn pem(&self) -> String {
        self.issuer.pem()
    }

    /// Its own certificate.
    pub(crate) fn der(&self) -> Vec<u8> {
        self.issuer.der().to_vec()
    }

    /// A certificate for the server's key.
    pub(crate) fn signs(&self, params: &CertificateParams) -> String {
        self.signs_for(&server_key(), params)
    }

    /// A certificate for a key given as PEM.
    pub(crate) fn signs_for(&self, key: &str, params: &CertificateParams) -> String {
        let key = KeyPair::from_pem(key).unwrap();
        params.signed_by(&key, &self.issuer).unwrap().pem()
    }

    /// A leaf with an EC key, the chain and the key.
    pub(crate) fn signs_curve_leaf(&self) -> String {
        let key = KeyPair::generate().unwrap();
        let leaf = leaf_params().signed_by(&key, &self.issuer).unwrap();
        leaf.pem() + &self.pem() + &key.serialize_pem()
    }
}

fn authority_params(name: &str) -> CertificateParams {
    let mut params = CertificateParams::default();
    params.distinguished_name = rcgen::DistinguishedName::new();
    params.distinguished_name.push(DnType::CommonName, name);
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    params.not_before = NOW - Duration::days(400);
    params.not_after = NOW + Duration::days(3650);
    params
}

/// A leaf that keeps every promise.
pub(crate) fn leaf_params() -> CertificateParams {
    let mut params = CertificateParams::default();
    params.distinguished_name = rcgen::DistinguishedName::new();
    params
        .distinguished_name
        .push(DnType::CommonName, "vcda.example.com");
    params.subject_alt_names = vec![
        SanType::DnsName("vcda.example.com".try_into().unwrap()),
        SanType::IpAddress([10, 0, 0, 7].into()),
    ];
    params.key_usages = vec![
        KeyUsagePurpose::DigitalSignature,
        KeyUsagePurpose::KeyEncipherment,
    ];
    params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
    params.use_authority_key_identifier_extension = true;
    params.not_before = NOW - Duration::days(2);
    params.not_after = NOW + Duration::days(100);
    params
}

/// The server's RSA key as PEM.
pub(crate) fn server_key() -> String {
    fixture("rsa2048.key.pem")
}

/// A text of `tests/fixtures/keystores`.
pub(crate) fn fixture(name: &str) -> String {
    String::from_utf8(fixture_bytes(name)).unwrap()
}

/// A file of `tests/fixtures/keystores`.
pub(crate) fn fixture_bytes(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures/keystores");
    std::fs::read(folder.join(name)).unwrap()
}

/// What a text holds.
pub(crate) fn read_text(text: &str) -> Contents {
    read(text.as_bytes(), None, &Options::default()).unwrap()
}

/// The bundle in a text.
pub(crate) fn bundle_of(text: &str) -> Bundle {
    read_text(text).into_bundle().unwrap()
}

/// Opens a file with the password that was typed.
pub(crate) fn open(bytes: &[u8], password: &str) -> Result<Contents, ReadError> {
    read(
        bytes,
        Some(&SecretString::from(password)),
        &Options::default(),
    )
}

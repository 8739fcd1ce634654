//! The practice certification authority: a private root, an intermediate, and bundles ready to import.

use std::fs;
use std::path::{Path, PathBuf};

use rcgen::{
    BasicConstraints, CertificateParams, DistinguishedName, DnType, ExtendedKeyUsagePurpose, IsCa,
    Issuer, KeyPair, KeyUsagePurpose, SanType, SerialNumber,
};
use rustls::pki_types::{CertificateDer, PrivatePkcs8KeyDer};
use serde::Serialize;
use time::{Duration, OffsetDateTime};

use crate::identity::{Identity, IdentityError};
use crate::keys::{KeyPool, PrimePair};

/// The password of every bundle that the practice authority writes. It guards nothing.
pub const BUNDLE_PASSWORD: &str = "practice-only";

/// Where the practice authority's files are, and the password of the bundles.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AuthorityDescription {
    /// The root's certificate, PEM.
    pub root: PathBuf,
    /// The issuing authority's certificate, PEM.
    pub issuing: PathBuf,
    /// A PKCS#12 bundle for the own site's public service endpoint.
    pub bundle: PathBuf,
    /// The bundle's password.
    pub bundle_password: String,
    /// The thumbprint of the bundle's leaf, in the vendor's form.
    pub bundle_thumbprint: String,
    /// The same bundle as one PEM file: key, leaf, chain.
    pub bundle_pem: PathBuf,
}

/// The practice authority.
pub(crate) struct Authority {
    issuer: Issuer<'static, KeyPair>,
    root: CertificateDer<'static>,
    issuing: CertificateDer<'static>,
}

impl Authority {
    /// A root and an issuing authority below it, valid around `now`.
    pub(crate) fn new(keys: &mut KeyPool, now: OffsetDateTime) -> Result<Self, IdentityError> {
        let not_before = now - Duration::days(30);
        let root_key = key_pair(keys.draw())?;
        let root_params = authority_params("Reseal Practice Root CA", 1, not_before);
        let root = root_params
            .self_signed(&root_key)
            .map_err(IdentityError::Sign)?;
        let root_issuer = Issuer::new(root_params, root_key);
        let issuing_key = key_pair(keys.draw())?;
        let issuing_params = authority_params("Reseal Practice Issuing CA", 2, not_before);
        let issuing = issuing_params
            .signed_by(&issuing_key, &root_issuer)
            .map_err(IdentityError::Sign)?;
        Ok(Self {
            root: root.der().clone(),
            issuing: issuing.der().clone(),
            issuer: Issuer::new(issuing_params, issuing_key),
        })
    }

    /// The root's certificate.
    pub(crate) const fn root(&self) -> &CertificateDer<'static> {
        &self.root
    }

    /// A certificate for these hosts with its whole chain, as enterprise authorities export it.
    pub(crate) fn issue(
        &self,
        primes: PrimePair,
        hosts: &[&str],
        serial: u64,
        now: OffsetDateTime,
    ) -> Result<Identity, IdentityError> {
        let key: PrivatePkcs8KeyDer<'static> = primes.into_key()?;
        let pair = KeyPair::try_from(&key).map_err(IdentityError::Sign)?;
        let params = leaf_params(hosts, serial, now).map_err(IdentityError::Sign)?;
        let leaf = params
            .signed_by(&pair, &self.issuer)
            .map_err(IdentityError::Sign)?;
        Identity::new(
            key,
            vec![leaf.der().clone(), self.issuing.clone(), self.root.clone()],
        )
    }

    /// Writes the certificates and a bundle ready to import into `folder`.
    pub(crate) fn save(
        &self,
        folder: &Path,
        bundle: &Identity,
    ) -> Result<AuthorityDescription, IdentityError> {
        fs::create_dir_all(folder).map_err(|source| IdentityError::File {
            path: folder.to_owned(),
            source,
        })?;
        let write = |name: &str, bytes: &[u8]| {
            let path = folder.join(name);
            let written = fs::write(&path, bytes);
            written
                .map(|()| path.clone())
                .map_err(|source| IdentityError::File { path, source })
        };
        Ok(AuthorityDescription {
            root: write("root.pem", pem("CERTIFICATE", &self.root).as_bytes())?,
            issuing: write("issuing.pem", pem("CERTIFICATE", &self.issuing).as_bytes())?,
            bundle: write("bundle.p12", &bundle.to_pkcs12("vcda", BUNDLE_PASSWORD)?)?,
            bundle_password: BUNDLE_PASSWORD.to_owned(),
            bundle_thumbprint: bundle.thumbprint().to_string(),
            bundle_pem: write("bundle.pem", bundle.to_pem().as_bytes())?,
        })
    }
}

impl Identity {
    /// Key, leaf and chain as one PEM text.
    pub(crate) fn to_pem(&self) -> String {
        let certificates = self.chain.iter().map(|der| pem("CERTIFICATE", der));
        std::iter::once(pem("PRIVATE KEY", self.key_der()))
            .chain(certificates)
            .collect()
    }
}

fn pem(label: &str, der: &[u8]) -> String {
    use base64::Engine as _;
    let text = base64::engine::general_purpose::STANDARD.encode(der);
    let lines: Vec<&str> = text
        .as_bytes()
        .chunks(64)
        .filter_map(|line| str::from_utf8(line).ok())
        .collect();
    format!(
        "-----BEGIN {label}-----\n{}\n-----END {label}-----\n",
        lines.join("\n")
    )
}

fn key_pair(primes: PrimePair) -> Result<KeyPair, IdentityError> {
    KeyPair::try_from(&primes.into_key()?).map_err(IdentityError::Sign)
}

fn authority_params(name: &str, serial: u64, not_before: OffsetDateTime) -> CertificateParams {
    let mut params = CertificateParams::default();
    params.distinguished_name = DistinguishedName::new();
    params
        .distinguished_name
        .push(DnType::OrganizationName, "Reseal practice lab");
    params.distinguished_name.push(DnType::CommonName, name);
    params.serial_number = Some(SerialNumber::from(serial));
    params.not_before = not_before;
    params.not_after = not_before + Duration::days(3650);
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    params
}

fn leaf_params(
    hosts: &[&str],
    serial: u64,
    now: OffsetDateTime,
) -> Result<CertificateParams, rcgen::Error> {
    let mut params = CertificateParams::default();
    params.distinguished_name = DistinguishedName::new();
    params
        .distinguished_name
        .push(DnType::OrganizationName, "Reseal practice lab");
    params.distinguished_name.push(
        DnType::CommonName,
        hosts.first().copied().unwrap_or_default(),
    );
    params.serial_number = Some(SerialNumber::from(serial));
    params.not_before = now - Duration::hours(1);
    params.not_after = now + Duration::days(199);
    params.is_ca = IsCa::ExplicitNoCa;
    params.key_usages = vec![
        KeyUsagePurpose::DigitalSignature,
        KeyUsagePurpose::KeyEncipherment,
    ];
    params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
    params.use_authority_key_identifier_extension = true;
    for host in hosts {
        let name = match host.parse() {
            Ok(address) => SanType::IpAddress(address),
            Err(_) => SanType::DnsName((*host).try_into()?),
        };
        params.subject_alt_names.push(name);
    }
    Ok(params)
}

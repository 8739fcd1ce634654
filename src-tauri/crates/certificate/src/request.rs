//! A fresh RSA key and the request for a certificate that goes to an authority.
//!
//! The product takes RSA of 2048 bits or more and nothing else (`docs/vcda-api.md` §2.7), so no other kind
//! of key is made here.

use getrandom::SysRng;
use pkcs8::EncodePrivateKey as _;
use rcgen::{
    CertificateParams, DistinguishedName, DnType, ExtendedKeyUsagePurpose, IsCa, KeyPair,
    KeyUsagePurpose, PublicKeyData as _, SanType,
};
use rsa::PrivateKey as RsaKey;
use rustls_pki_types::PrivatePkcs8KeyDer;
use serde::{Deserialize, Serialize};

use crate::certificate::{SERVER_AUTHENTICATION, armoured};
use crate::{Certificate, Name, PrivateKey};

/// The most characters of a common name (RFC 5280, appendix A).
const LONGEST_COMMON_NAME: usize = 64;

/// Bits of an RSA key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum RsaSize {
    /// 2048 bits: what the product makes itself.
    #[default]
    Bits2048,
    /// 3072 bits.
    Bits3072,
    /// 4096 bits.
    Bits4096,
}

impl RsaSize {
    /// The sizes that are offered, the smallest first.
    pub const ALL: [Self; 3] = [Self::Bits2048, Self::Bits3072, Self::Bits4096];

    /// The size of so many bits, if it is one that is offered.
    pub fn of(bits: usize) -> Option<Self> {
        Self::ALL.into_iter().find(|size| size.bits() == bits)
    }

    /// The number of bits.
    pub const fn bits(self) -> usize {
        match self {
            Self::Bits2048 => 2048,
            Self::Bits3072 => 3072,
            Self::Bits4096 => 4096,
        }
    }
}

/// A key and the request made with it.
#[derive(Debug, Clone)]
pub struct CertificateRequest {
    key: PrivateKey,
    public_key: Vec<u8>,
    der: Vec<u8>,
}

/// Why a key or a request could not be made.
#[derive(Debug, thiserror::Error)]
pub enum MakeRequestError {
    /// There is no name to request.
    #[error("make the request: it has no name")]
    NoName,
    /// A name that no certificate can bear.
    #[error("make the request: {name} is no host name")]
    BadName {
        /// The name.
        name: String,
    },
    /// The key could not be generated.
    #[error("generate the key")]
    Generate(#[source] rsa::Error),
    /// The key could not be encoded.
    #[error("encode the key")]
    Encode(#[source] pkcs8::Error),
    /// The generated key could not be read back.
    #[error("read the generated key back")]
    ReadBack(#[source] crate::ReadKeyError),
    /// The request could not be signed.
    #[error("sign the request")]
    Sign(#[source] rcgen::Error),
}

impl CertificateRequest {
    /// Whether a request for `names` can be made, before a key is made for it.
    pub fn check(names: &[Name]) -> Result<(), MakeRequestError> {
        server_params(names).map(drop)
    }

    /// The name that is the common name of a certificate for `names`: the first that is short enough. A common
    /// name has 64 characters at most (RFC 5280, appendix A); where every name is longer there is none, and the
    /// alternative names are enough.
    pub fn common_name(names: &[Name]) -> Option<&Name> {
        names
            .iter()
            .find(|name| name.to_string().len() <= LONGEST_COMMON_NAME)
    }

    /// Makes a key and a request for `names`.
    pub fn make(size: RsaSize, names: &[Name]) -> Result<Self, MakeRequestError> {
        let (key, pair) = fresh_key(size)?;
        let params = server_params(names)?;
        let request = params
            .serialize_request(&pair)
            .map_err(MakeRequestError::Sign)?;
        Ok(Self {
            key,
            public_key: pair.subject_public_key_info(),
            der: request.der().to_vec(),
        })
    }

    /// The usages that every request asks for and `reply` does not allow. A reply that says nothing of its
    /// key's usage allows all of them; server authentication has to be named.
    pub fn usages_lost_in(reply: &Certificate) -> Vec<&'static str> {
        let uses = reply.extended_key_usages();
        let key = reply.key_usage();
        let asked = [
            (
                "Server Authentication",
                uses.iter().any(|usage| usage == SERVER_AUTHENTICATION),
            ),
            (
                "Digital Signature",
                key.is_none_or(|key| key.digital_signature),
            ),
            (
                "Key Encipherment",
                key.is_none_or(|key| key.key_encipherment),
            ),
        ];
        let lost = asked.into_iter().filter(|(_, is_allowed)| !is_allowed);
        lost.map(|(usage, _)| usage).collect()
    }

    /// The private key. It stays here; only the request goes out.
    pub const fn key(&self) -> &PrivateKey {
        &self.key
    }

    /// The public key (a SubjectPublicKeyInfo, DER): the reply bears it, and is found by it.
    pub fn public_key(&self) -> &[u8] {
        &self.public_key
    }

    /// The request as text, to be pasted at the authority.
    pub fn to_pem(&self) -> String {
        armoured("CERTIFICATE REQUEST", &self.der)
    }
}

/// A new RSA key, for us and for the signer.
pub(crate) fn fresh_key(size: RsaSize) -> Result<(PrivateKey, KeyPair), MakeRequestError> {
    let key = RsaKey::new(&mut SysRng, size.bits()).map_err(MakeRequestError::Generate)?;
    let pkcs8 = key.to_pkcs8_der().map_err(MakeRequestError::Encode)?;
    let kept = PrivateKey::from_pkcs8(pkcs8.as_bytes()).map_err(MakeRequestError::ReadBack)?;
    let der = PrivatePkcs8KeyDer::from(pkcs8.as_bytes());
    let pair = KeyPair::from_pkcs8_der_and_sign_algo(&der, &rcgen::PKCS_RSA_SHA256)
        .map_err(MakeRequestError::Sign)?;
    Ok((kept, pair))
}

/// What a server's certificate says, for these names.
pub(crate) fn server_params(names: &[Name]) -> Result<CertificateParams, MakeRequestError> {
    if names.is_empty() {
        return Err(MakeRequestError::NoName);
    }
    let mut params = CertificateParams::default();
    params.distinguished_name = DistinguishedName::new();
    if let Some(name) = CertificateRequest::common_name(names) {
        let subject = &mut params.distinguished_name;
        subject.push(DnType::CommonName, name.to_string());
    }
    params.subject_alt_names = names.iter().map(alternative).collect::<Result<_, _>>()?;
    params.is_ca = IsCa::ExplicitNoCa;
    params.key_usages = vec![
        KeyUsagePurpose::DigitalSignature,
        KeyUsagePurpose::KeyEncipherment,
    ];
    params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
    Ok(params)
}

fn alternative(name: &Name) -> Result<SanType, MakeRequestError> {
    let refused = || MakeRequestError::BadName {
        name: name.to_string(),
    };
    match name {
        Name::Ip(address) => Ok(SanType::IpAddress(*address)),
        Name::Dns(_) if !name.is_well_formed() => Err(refused()),
        Name::Dns(host) => host
            .as_str()
            .try_into()
            .map(SanType::DnsName)
            .map_err(|_| refused()),
    }
}

//! A private key as PKCS#8, in memory that is wiped, and the public key that belongs to it.

use std::fmt;
use std::sync::Arc;

use ring::signature::{
    ECDSA_P256_SHA256_ASN1_SIGNING, ECDSA_P384_SHA384_ASN1_SIGNING, EcdsaKeyPair, Ed25519KeyPair,
    KeyPair,
};
use zeroize::Zeroizing;

use crate::asn1::ber::{
    BIT_STRING, CONTEXT_0, CONTEXT_1, Element, IMPLICIT_1, INTEGER, OBJECT_IDENTIFIER,
    OCTET_STRING, Reader, SEQUENCE,
};
use crate::asn1::der;
use crate::certificate::{OF_ITS_OWN, curve_name};
use crate::{Certificate, KeyKind, ReadError, rsa_consistency};

const RSA: &str = "1.2.840.113549.1.1.1";
const RSA_PSS: &str = "1.2.840.113549.1.1.10";
const EC: &str = "1.2.840.10045.2.1";
const ED25519: &str = "1.3.101.112";

/// A private key. Printing it tells its kind and nothing else; its bytes are wiped when the last copy goes.
#[derive(Clone)]
pub struct PrivateKey {
    pkcs8: Arc<Zeroizing<Vec<u8>>>,
    kind: KeyKind,
    public: Public,
    /// The name of its entry in a keystore.
    alias: Option<String>,
}

/// What is known of the public half.
#[derive(Clone, PartialEq, Eq)]
enum Public {
    /// RSA: modulus and exponent without leading zeros.
    Rsa { modulus: Vec<u8>, exponent: Vec<u8> },
    /// The bits of the public key as a certificate has them too: a point on a curve, or whatever the kind has.
    Bits(Vec<u8>),
    /// The file holds only the private half; it is tried against a certificate.
    Absent { scalar: Arc<Zeroizing<Vec<u8>>> },
    /// The file holds only the private half, and the public one cannot be computed here.
    Unknown,
}

/// Why bytes are no private key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("read the private key")]
pub struct ReadKeyError(#[source] ReadError);

impl PrivateKey {
    /// Reads an unencrypted PKCS#8 key.
    pub fn from_pkcs8(der: &[u8]) -> Result<Self, ReadKeyError> {
        Self::read(der).map_err(ReadKeyError)
    }

    /// The same with the reader's own error.
    pub(crate) fn read(der: &[u8]) -> Result<Self, ReadError> {
        let mut outer = Reader::new(der, "the private key");
        let key = outer.expect(SEQUENCE, "it is no private key")?;
        let mut parts = key.inside()?;
        parts.expect(INTEGER, "the key has no version")?;
        let algorithm = parts.expect(SEQUENCE, "the key names no algorithm")?;
        let private = parts.expect(OCTET_STRING, "the key itself is missing")?;
        let mut algorithm = algorithm.inside()?;
        let oid = algorithm.any()?.oid()?;
        let (kind, public) = match oid.as_str() {
            RSA | RSA_PSS => rsa(&private.octets()?)?,
            EC => ec(&mut algorithm, &private.octets()?)?,
            ED25519 => ed25519(&private.octets()?)?,
            _ => (KeyKind::Other { oid }, Public::Unknown),
        };
        let public = match (public, public_beside(parts)?) {
            (Public::Absent { .. } | Public::Unknown, Some(bits)) => Public::Bits(bits),
            (public, _) => public,
        };
        let pkcs8 = Arc::new(der::of(&key)?);
        Ok(Self {
            pkcs8,
            kind,
            public,
            alias: None,
        })
    }

    /// The same key, with the name of its entry in a keystore.
    pub(crate) fn called(self, alias: Option<String>) -> Self {
        Self { alias, ..self }
    }

    /// The name of its entry in the keystore, where it has one.
    pub fn alias(&self) -> Option<&str> {
        self.alias.as_deref()
    }

    /// The key as unencrypted PKCS#8: a secret.
    pub fn expose_pkcs8(&self) -> &[u8] {
        &self.pkcs8
    }

    /// The key's kind and size.
    pub const fn kind(&self) -> &KeyKind {
        &self.kind
    }

    /// Whether `certificate` holds the public half of this key.
    pub fn matches(&self, certificate: &Certificate) -> bool {
        let Some((kind, bits)) = public_parts(certificate.public_key()) else {
            return false;
        };
        match &self.public {
            Public::Rsa { modulus, exponent } => {
                matches!(kind.as_str(), RSA | RSA_PSS)
                    && rsa_numbers(&bits).is_ok_and(|(n, e)| n == *modulus && e == *exponent)
            }
            Public::Bits(own) if kind == EC => {
                self.is_akin_to(certificate.key()) && is_same_point(own, &bits)
            }
            Public::Bits(own) => self.kind == *certificate.key() && bits == *own,
            Public::Absent { scalar } => kind == EC && is_half_of(&self.kind, scalar, &bits),
            Public::Unknown => false,
        }
    }

    /// Whether nothing in this key tells if `certificate` is its own: both are of the same kind, and the
    /// key's file lacks the public half.
    pub(crate) fn leaves_open(&self, certificate: &Certificate) -> bool {
        self.public == Public::Unknown && self.is_akin_to(certificate.key())
    }

    /// Whether a key of `kind` may be the public half. A curve that is spelt out may be any.
    fn is_akin_to(&self, kind: &KeyKind) -> bool {
        match (&self.kind, kind) {
            (KeyKind::Ec { curve: own }, KeyKind::Ec { curve }) => {
                own == curve || own == OF_ITS_OWN || curve == OF_ITS_OWN
            }
            (own, kind) => own == kind,
        }
    }

    /// Whether both are the same key, in whatever file each came.
    pub(crate) fn is_same_as(&self, other: &Self) -> bool {
        match (&self.public, &other.public) {
            (Public::Unknown, Public::Unknown) => self.pkcs8 == other.pkcs8,
            (mine, theirs) => self.kind == other.kind && mine == theirs,
        }
    }
}

impl fmt::Debug for PrivateKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PrivateKey({})", self.kind)
    }
}

fn rsa(private: &[u8]) -> Result<(KeyKind, Public), ReadError> {
    let mut parts = Reader::new(private, "the RSA key")
        .expect(SEQUENCE, "it is no RSA key")?
        .inside()?;
    let version = parts.expect(INTEGER, "the RSA key has no version")?;
    let modulus = parts.expect(INTEGER, "the RSA key has no modulus")?;
    let exponent = parts.expect(INTEGER, "the RSA key has no public exponent")?;
    let mut others = Zeroizing::new([const { Vec::new() }; 6]);
    for other in others.iter_mut() {
        *other = number(parts.expect(INTEGER, "the RSA key is incomplete")?);
    }
    let (modulus, exponent) = (number(modulus), number(exponent));
    // The second version has more than two primes, which hardly anybody uses.
    if version.number()? == 0 && !rsa_consistency::belong_together(&modulus, &exponent, &others) {
        return Err(version.damaged("the numbers of the RSA key do not belong together"));
    }
    let bits = modulus.len() * 8
        - modulus
            .first()
            .map_or(0, |byte| byte.leading_zeros() as usize);
    Ok((KeyKind::Rsa { bits }, Public::Rsa { modulus, exponent }))
}

fn ec(algorithm: &mut Reader<'_>, private: &[u8]) -> Result<(KeyKind, Public), ReadError> {
    let mut parts = Reader::new(private, "the EC key")
        .expect(SEQUENCE, "it is no EC key")?
        .inside()?;
    parts.expect(INTEGER, "the EC key has no version")?;
    let scalar = parts.expect(OCTET_STRING, "the EC key itself is missing")?;
    let scalar = Arc::new(Zeroizing::new(scalar.octets()?.into_owned()));
    parts.optional(CONTEXT_0)?;
    let curve = match algorithm.any() {
        Ok(parameters) if parameters.tag == OBJECT_IDENTIFIER => curve_name(&parameters.oid()?),
        _ => OF_ITS_OWN.to_owned(),
    };
    let public = match parts.optional(CONTEXT_1)? {
        Some(wrapped) => {
            let bits = wrapped
                .inside()?
                .expect(BIT_STRING, "the public half is damaged")?;
            Public::Bits(bits.content.get(1..).unwrap_or_default().to_vec())
        }
        None if matches!(curve.as_str(), "P-256" | "P-384") => Public::Absent { scalar },
        None => Public::Unknown,
    };
    Ok((KeyKind::Ec { curve }, public))
}

/// The public key that stands behind the private one and its attributes in the second version of PKCS#8.
fn public_beside(mut parts: Reader<'_>) -> Result<Option<Vec<u8>>, ReadError> {
    parts.optional(CONTEXT_0)?;
    let bits = parts.optional(IMPLICIT_1)?;
    Ok(bits.and_then(|bits| Some(bits.content.get(1..)?.to_vec())))
}

fn ed25519(private: &[u8]) -> Result<(KeyKind, Public), ReadError> {
    let mut reader = Reader::new(private, "the Ed25519 key");
    let seed = reader.expect(OCTET_STRING, "it is no Ed25519 key")?;
    let pair = Ed25519KeyPair::from_seed_unchecked(&seed.octets()?)
        .map_err(|_| seed.damaged("the Ed25519 key has a wrong length"))?;
    let point = pair.public_key().as_ref().to_vec();
    Ok((KeyKind::Ed25519, Public::Bits(point)))
}

/// Whether two encodings are of one point: either may be compressed to one coordinate and the sign of the other.
fn is_same_point(one: &[u8], other: &[u8]) -> bool {
    let parts = |point: &[u8]| match point {
        [form @ (2 | 3), x @ ..] => Some((form & 1, x.to_vec())),
        [4 | 6 | 7, both @ ..] => {
            let (x, y) = both.split_at(both.len() / 2);
            Some((y.last()? & 1, x.to_vec()))
        }
        _ => None,
    };
    let is_whole = |point: &[u8]| point.first() == Some(&4);
    if is_whole(one) && is_whole(other) {
        return one == other;
    }
    parts(one).is_some_and(|point| Some(point) == parts(other))
}

/// Whether a scalar is the private half of a point; false for curves that cannot be computed here.
fn is_half_of(kind: &KeyKind, scalar: &[u8], point: &[u8]) -> bool {
    let KeyKind::Ec { curve } = kind else {
        return false;
    };
    let algorithm = match curve.as_str() {
        "P-256" => &ECDSA_P256_SHA256_ASN1_SIGNING,
        "P-384" => &ECDSA_P384_SHA384_ASN1_SIGNING,
        _ => return false,
    };
    let random = ring::rand::SystemRandom::new();
    EcdsaKeyPair::from_private_key_and_public_key(algorithm, scalar, point, &random).is_ok()
}

impl Certificate {
    /// Whether it bears this public key (a SubjectPublicKeyInfo, DER), however each is encoded.
    pub fn bears(&self, public_key: &[u8]) -> bool {
        let (Some(mine), Some(asked)) = (public_parts(self.public_key()), public_parts(public_key))
        else {
            return false;
        };
        mine == asked
            || matches!((rsa_numbers(&mine.1), rsa_numbers(&asked.1)), (Ok(m), Ok(a)) if m == a)
    }
}

/// The algorithm and the bits of a SubjectPublicKeyInfo.
fn public_parts(spki: &[u8]) -> Option<(String, Vec<u8>)> {
    let mut parts = Reader::new(spki, "").any().ok()?.inside().ok()?;
    let algorithm = parts.expect(SEQUENCE, "").ok()?;
    let bits = parts.expect(BIT_STRING, "").ok()?;
    let oid = algorithm.inside().ok()?.any().ok()?.oid().ok()?;
    Some((oid, bits.content.get(1..)?.to_vec()))
}

fn rsa_numbers(public: &[u8]) -> Result<(Vec<u8>, Vec<u8>), ReadError> {
    let mut parts = Reader::new(public, "").any()?.inside()?;
    Ok((
        number(parts.expect(INTEGER, "")?),
        number(parts.expect(INTEGER, "")?),
    ))
}

fn number(element: Element<'_>) -> Vec<u8> {
    let zeros = element
        .content
        .iter()
        .take_while(|byte| **byte == 0)
        .count();
    element.content.get(zeros..).unwrap_or_default().to_vec()
}

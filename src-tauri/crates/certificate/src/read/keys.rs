//! Private keys in the older encodings, brought into PKCS#8.

use super::cipher::Cipher;
use super::digest::dek_key;
use super::encryption::{is_one_sequence, whole};
use super::opening::Opening;
use super::shape::{self, Shape};
use super::spelling::Way;
use super::unsupported::unsupported;
use crate::asn1::ber::{
    CONTEXT_0, Element, IMPLICIT_1, INTEGER, OBJECT_IDENTIFIER, OCTET_STRING, Reader, SEQUENCE,
};
use crate::asn1::der::element;
use crate::{PrivateKey, ReadError};
use zeroize::Zeroizing;

const RSA: [u8; 11] = [
    OBJECT_IDENTIFIER,
    9,
    0x2a,
    0x86,
    0x48,
    0x86,
    0xf7,
    0x0d,
    1,
    1,
    1,
];
const EC: [u8; 9] = [OBJECT_IDENTIFIER, 7, 0x2a, 0x86, 0x48, 0xce, 0x3d, 2, 1];
const DSA: [u8; 9] = [OBJECT_IDENTIFIER, 7, 0x2a, 0x86, 0x48, 0xce, 0x38, 4, 1];
const NULL: [u8; 2] = [5, 0];

/// A key that was wrapped or encrypted: PKCS#8, as it should be, or what some programs put in its place.
pub(crate) fn read(plain: &[u8]) -> Result<PrivateKey, ReadError> {
    let outer = Reader::new(plain, "the private key").any()?;
    match shape::of(&outer)? {
        Shape::Pkcs1 => from_pkcs1(&outer),
        Shape::Sec1 => from_sec1(&outer, None),
        Shape::DsaKey => from_dsa(&outer),
        Shape::Pkcs8
        | Shape::EncryptedPkcs8
        | Shape::Pkcs12
        | Shape::Pkcs7
        | Shape::SignedData
        | Shape::SignedAndEnveloped
        | Shape::Certificate
        | Shape::Path
        | Shape::Other(_) => PrivateKey::read(plain),
    }
}

/// An RSA key as PKCS#1 has it.
pub(crate) fn from_pkcs1(key: &Element<'_>) -> Result<PrivateKey, ReadError> {
    PrivateKey::read(&wrapped(&[&RSA, &NULL], key.raw))
}

/// An EC key as SEC 1 has it; the curve is named inside, or by `curve` from the block before.
pub(crate) fn from_sec1(key: &Element<'_>, curve: Option<&[u8]>) -> Result<PrivateKey, ReadError> {
    let mut parts = key.inside()?;
    parts.expect(INTEGER, "the EC key has no version")?;
    parts.expect(OCTET_STRING, "the EC key itself is missing")?;
    let inside = match parts.optional(CONTEXT_0)? {
        Some(parameters) => Some(parameters.content),
        None => curve,
    };
    let curve = inside.ok_or_else(|| key.damaged("the EC key names no curve"))?;
    PrivateKey::read(&wrapped(&[&EC, curve], key.raw))
}

/// A DSA key as OpenSSL has it: the parameters, the public number and the private one.
pub(crate) fn from_dsa(key: &Element<'_>) -> Result<PrivateKey, ReadError> {
    let mut parts = key.inside()?;
    parts.expect(INTEGER, "the DSA key has no version")?;
    let mut number = || parts.expect(INTEGER, "the DSA key is incomplete");
    let (p, q, g) = (number()?, number()?, number()?);
    let (public, private) = (number()?, number()?);
    let parameters = element(SEQUENCE, &[p.raw, q.raw, g.raw]);
    let public = element(IMPLICIT_1, &[&[0], public.raw]);
    PrivateKey::read(&with_public(&[&DSA, &parameters], private.raw, &public))
}

/// PKCS#8 around a key.
fn wrapped(algorithm: &[&[u8]], key: &[u8]) -> Zeroizing<Vec<u8>> {
    with_public(algorithm, key, &[])
}

/// The same with the public half behind it, which the second version has.
fn with_public(algorithm: &[&[u8]], key: &[u8], public: &[u8]) -> Zeroizing<Vec<u8>> {
    let version = [INTEGER, 1, u8::from(!public.is_empty())];
    let algorithm = element(SEQUENCE, algorithm);
    let key = Zeroizing::new(element(OCTET_STRING, &[key]));
    Zeroizing::new(element(SEQUENCE, &[&version, &algorithm, &key, public]))
}

/// Decrypts a block under the `DEK-Info` header of old OpenSSL, such as `AES-256-CBC,0A1B…`; nothing where no
/// password opens it.
pub(crate) fn open_dek(
    header: &str,
    data: &[u8],
    opening: &mut Opening<'_>,
) -> Result<Option<Zeroizing<Vec<u8>>>, ReadError> {
    let (name, vector) = header.split_once(',').unwrap_or((header, ""));
    let cipher = match name.trim().to_ascii_uppercase().as_str() {
        "AES-128-CBC" => Cipher::Aes128,
        "AES-192-CBC" => Cipher::Aes192,
        "AES-256-CBC" => Cipher::Aes256,
        "CAMELLIA-128-CBC" => Cipher::Camellia128,
        "CAMELLIA-192-CBC" => Cipher::Camellia192,
        "CAMELLIA-256-CBC" => Cipher::Camellia256,
        "ARIA-128-CBC" => Cipher::Aria128,
        "ARIA-192-CBC" => Cipher::Aria192,
        "ARIA-256-CBC" => Cipher::Aria256,
        "SM4-CBC" => Cipher::Sm4,
        "DES-EDE3-CBC" => Cipher::TripleDes,
        "DES-EDE-CBC" => Cipher::TwoKeyTripleDes,
        "DES-CBC" => Cipher::Des,
        "RC2-CBC" => Cipher::Rc2 { bytes: 16 },
        "RC2-64-CBC" => Cipher::Rc2 { bytes: 8 },
        "RC2-40-CBC" => Cipher::Rc2 { bytes: 5 },
        _ => return Err(unsupported(name.trim())),
    };
    opening.met(format!("{} (PEM header, MD5, 1 round)", cipher.name()));
    let vector = hex(vector.trim()).unwrap_or_default();
    // Digits behind it are passed over, as OpenSSL does.
    let vector = vector
        .get(..cipher.vector_size())
        .ok_or_else(|| ReadError::Damaged {
            at: "the DEK-Info header".to_owned(),
            what: "the initialisation vector is missing or too short".into(),
        })?;
    let salt = vector.get(..8).unwrap_or_default();
    whole(cipher, data)?;
    opening.find(Way::Narrow, |_, spelling| {
        let key = dek_key(spelling, salt, cipher.key_size());
        let plain = cipher.open(&key, vector, data);
        Ok(plain.filter(|plain| is_one_sequence(plain)))
    })
}

fn hex(digits: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u8>> = digits
        .chars()
        .map(|digit| {
            digit
                .to_digit(16)
                .and_then(|digit| u8::try_from(digit).ok())
        })
        .collect();
    let pairs = digits?;
    Some(
        pairs
            .chunks_exact(2)
            .map(|pair| pair.iter().fold(0, |byte, digit| byte << 4 | digit))
            .collect(),
    )
}

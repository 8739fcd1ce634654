//! Which structure a sequence is, by what it begins with. Labels and file names are not believed.

use super::ber::{
    BIT_STRING, CONSTRUCTED, CONTEXT_0, Element, INTEGER, OBJECT_IDENTIFIER, OCTET_STRING,
    SEQUENCE, SET,
};
use crate::{LooksLike, ReadError};

/// A structure that is read here, or one that is known by sight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    Pkcs12,
    Pkcs7,
    /// What PKCS#7 has inside, without the shell that names it.
    SignedData,
    Certificate,
    Pkcs8,
    EncryptedPkcs8,
    Pkcs1,
    Sec1,
    DsaKey,
    /// A list of certificates and nothing else (PkiPath).
    Path,
    Other(LooksLike),
}

/// An OCTET STRING that BER writes in pieces.
const OCTETS_IN_PIECES: u8 = OCTET_STRING | CONSTRUCTED;
const ENUMERATED: u8 = 0x0a;
const IA5_STRING: u8 = 0x16;
const UTC_TIME: u8 = 0x17;
const GENERALIZED_TIME: u8 = 0x18;

/// The shape of `outer`, which is a SEQUENCE.
pub(crate) fn of(outer: &Element<'_>) -> Result<Shape, ReadError> {
    let parts = parts_of(outer)?;
    let tags = tags_of(&parts);
    Ok(match tags.as_slice() {
        [INTEGER, SEQUENCE, OCTET_STRING | OCTETS_IN_PIECES, ..] => Shape::Pkcs8,
        [INTEGER, SEQUENCE, ..] => Shape::Pkcs12,
        [INTEGER, OCTET_STRING, ..] => Shape::Sec1,
        [OBJECT_IDENTIFIER, CONTEXT_0, ..] => Shape::Pkcs7,
        [INTEGER, SET, SEQUENCE, ..] => Shape::SignedData,
        // An answer that tells an error has nothing behind it.
        [ENUMERATED] | [ENUMERATED, CONTEXT_0] => Shape::Other(LooksLike::StatusMessage),
        // The name of an algorithm, or numbers that several keys share.
        [OBJECT_IDENTIFIER, SEQUENCE] | [INTEGER, INTEGER, INTEGER] => {
            Shape::Other(LooksLike::Parameters)
        }
        [SEQUENCE, OCTET_STRING | OCTETS_IN_PIECES, ..] => Shape::EncryptedPkcs8,
        [SEQUENCE, BIT_STRING] => Shape::Other(LooksLike::PublicKey),
        [SEQUENCE, SEQUENCE, BIT_STRING, ..] => match parts.first() {
            Some(signed) => signed_shape(signed)?,
            None => Shape::Certificate,
        },
        [SEQUENCE, SEQUENCE] if parts.first().is_some_and(is_sealed) => {
            Shape::Other(LooksLike::BouncyCastleKeystore)
        }
        [SEQUENCE] | [SEQUENCE, CONTEXT_0] if parts.first().is_some_and(asks_for_status) => {
            Shape::Other(LooksLike::StatusMessage)
        }
        tags if !tags.is_empty() && parts.iter().all(is_certificate) => Shape::Path,
        tags => match tags.iter().take_while(|tag| **tag == INTEGER).count() {
            2 if tags.len() == 2 => Shape::Other(LooksLike::PublicKey),
            6 if tags.len() == 6 => Shape::DsaKey,
            // Keys of more than two primes have another part behind the ninth number.
            9.. => Shape::Pkcs1,
            _ => Shape::Other(LooksLike::UnknownBytes),
        },
    })
}

/// The first parts of a sequence: what follows the tenth decides nothing.
fn parts_of<'a>(outer: &Element<'a>) -> Result<Vec<Element<'a>>, ReadError> {
    let mut reader = outer.inside()?;
    let mut parts = Vec::with_capacity(10);
    while !reader.is_empty() && parts.len() < 10 {
        parts.push(reader.any()?);
    }
    Ok(parts)
}

fn tags_of(parts: &[Element<'_>]) -> Vec<u8> {
    parts.iter().map(|part| part.tag).collect()
}

/// Whether the parts of a sequence bear these tags. One level is looked at, never what is further down.
fn bears(element: &Element<'_>, tags: &[u8]) -> bool {
    let parts = parts_of(element).unwrap_or_default();
    element.tag == SEQUENCE && tags_of(&parts) == tags
}

/// BCFKS is an encrypted list with a checksum behind it.
fn is_sealed(element: &Element<'_>) -> bool {
    bears(element, &[SEQUENCE, OCTET_STRING])
}

fn is_certificate(element: &Element<'_>) -> bool {
    bears(element, &[SEQUENCE, SEQUENCE, BIT_STRING])
}

/// A question of OCSP: a list, of which each is a certificate by its issuer's digests and its number.
fn asks_for_status(question: &Element<'_>) -> bool {
    let names = first_sequence(question)
        .and_then(|list| first_sequence(&list))
        .and_then(|one| first_sequence(&one));
    let id = [SEQUENCE, OCTET_STRING, OCTET_STRING, INTEGER];
    names.is_some_and(|names| bears(&names, &id))
}

fn first_sequence<'a>(element: &Element<'a>) -> Option<Element<'a>> {
    let parts = parts_of(element).unwrap_or_default();
    parts.into_iter().find(|part| part.tag == SEQUENCE)
}

/// Certificates, requests and revocation lists are all signed; what is signed tells them apart.
fn signed_shape(signed: &Element<'_>) -> Result<Shape, ReadError> {
    let parts = signed.inside()?.elements()?;
    let tags: Vec<u8> = parts.iter().map(|part| part.tag).collect();
    Ok(match tags.as_slice() {
        [INTEGER, SEQUENCE, SEQUENCE, UTC_TIME | GENERALIZED_TIME, ..]
        | [SEQUENCE, SEQUENCE, UTC_TIME | GENERALIZED_TIME, ..] => {
            Shape::Other(LooksLike::RevocationList)
        }
        // The last is what browsers once made (SPKAC).
        [INTEGER, SEQUENCE, SEQUENCE]
        | [INTEGER, SEQUENCE, SEQUENCE, CONTEXT_0]
        | [SEQUENCE, IA5_STRING] => Shape::Other(LooksLike::CertificateRequest),
        [INTEGER, SEQUENCE, CONTEXT_0, SEQUENCE, INTEGER, ..] => {
            Shape::Other(LooksLike::AttributeCertificate)
        }
        _ => Shape::Certificate,
    })
}

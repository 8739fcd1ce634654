//! Which structure a sequence is, by what it begins with. Labels and file names are not believed.

use crate::asn1::ber::{
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
    SignedAndEnveloped,
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
const CONTEXT_1: u8 = CONTEXT_0 | 1;
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
        [INTEGER, SEQUENCE, SEQUENCE, OCTET_STRING, INTEGER, ..] => {
            Shape::Other(LooksLike::Parameters)
        }
        [INTEGER, SEQUENCE, ..] => parts.get(1).map_or(Shape::Pkcs12, versioned_shape),
        [
            INTEGER,
            OBJECT_IDENTIFIER,
            SEQUENCE,
            INTEGER,
            GENERALIZED_TIME,
            ..,
        ] => Shape::Other(LooksLike::TimeStamp),
        [INTEGER, OCTET_STRING, ..] => Shape::Sec1,
        [OBJECT_IDENTIFIER, CONTEXT_0, ..] => Shape::Pkcs7,
        [INTEGER, SET, SEQUENCE, ..] => Shape::SignedData,
        [INTEGER, SET, SET, SEQUENCE, ..] => Shape::SignedAndEnveloped,
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
        [SEQUENCE] | [SEQUENCE, SEQUENCE] if is_stamped(&parts) => {
            Shape::Other(LooksLike::TimeStamp)
        }
        tags if !tags.is_empty() && parts.iter().all(is_certificate) => Shape::Path,
        [SEQUENCE, ..] if is_to_or_from_an_authority(outer, &parts) => {
            Shape::Other(LooksLike::AuthorityMessage)
        }
        // Numbers that Diffie-Hellman shares: a small base, or more of them.
        [INTEGER, INTEGER] if parts.get(1).is_some_and(is_base) => {
            Shape::Other(LooksLike::Parameters)
        }
        [INTEGER, INTEGER, INTEGER, SEQUENCE]
        | [INTEGER, INTEGER, INTEGER, INTEGER]
        | [INTEGER, INTEGER, INTEGER, INTEGER, SEQUENCE] => Shape::Other(LooksLike::Parameters),
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

/// What a sequence is that begins with a version and another sequence, by that: a keystore names the kind of its
/// contents; a question for a time stamp has a digest (RFC 3161), an evidence record a list of algorithms (RFC 4998),
/// a question for a certificate a template (RFC 4211).
fn versioned_shape(second: &Element<'_>) -> Shape {
    let parts = parts_of(second).unwrap_or_default();
    match tags_of(&parts).as_slice() {
        [SEQUENCE, OCTET_STRING] => Shape::Other(LooksLike::TimeStamp),
        [SEQUENCE, ..] if parts.iter().all(is_algorithm) => Shape::Other(LooksLike::EvidenceRecord),
        [first, ..] if is_context(*first) => Shape::Other(LooksLike::AuthorityMessage),
        _ => Shape::Pkcs12,
    }
}

const fn is_context(tag: u8) -> bool {
    tag & 0xc0 == 0x80
}

fn is_algorithm(element: &Element<'_>) -> bool {
    element.tag == SEQUENCE
        && parts_of(element).is_ok_and(|parts| {
            matches!(
                tags_of(&parts).as_slice(),
                [OBJECT_IDENTIFIER] | [OBJECT_IDENTIFIER, _]
            )
        })
}

/// The answer of a time stamping authority: a status, and where that is good a signed message.
fn is_stamped(parts: &[Element<'_>]) -> bool {
    let is_status = |status: &Element<'_>| {
        let parts = parts_of(status).unwrap_or_default();
        matches!(
            tags_of(&parts).as_slice(),
            [INTEGER] | [INTEGER, SEQUENCE | BIT_STRING] | [INTEGER, SEQUENCE, BIT_STRING]
        )
    };
    let is_message = |one: &Element<'_>| bears(one, &[OBJECT_IDENTIFIER, CONTEXT_0]);
    parts.first().is_some_and(is_status) && parts.get(1).is_none_or(is_message)
}

/// A message of CMP (RFC 4210), or one or several of CRMF (RFC 4211).
fn is_to_or_from_an_authority(outer: &Element<'_>, parts: &[Element<'_>]) -> bool {
    is_managed(outer)
        || is_requested(outer)
        || parts.iter().all(|one| is_managed(one) || is_requested(one))
}

/// A header with a version and two names, and a body of a numbered kind.
fn is_managed(message: &Element<'_>) -> bool {
    let parts = parts_of(message).unwrap_or_default();
    let [header, body, ..] = parts.as_slice() else {
        return false;
    };
    let names = parts_of(header).unwrap_or_default();
    let has_names = matches!(tags_of(&names).as_slice(), [INTEGER, one, other, ..] if is_context(*one) && is_context(*other));
    header.tag == SEQUENCE && has_names && is_context(body.tag)
}

/// A number and a template, in which all is numbered; a proof may follow.
fn is_requested(message: &Element<'_>) -> bool {
    let parts = parts_of(message).unwrap_or_default();
    let Some(request) = parts.first().filter(|one| one.tag == SEQUENCE) else {
        return false;
    };
    let inside = parts_of(request).unwrap_or_default();
    let template = match inside.as_slice() {
        [number, template, ..] if (number.tag, template.tag) == (INTEGER, SEQUENCE) => template,
        _ => return false,
    };
    let fields = parts_of(template).unwrap_or_default();
    !fields.is_empty() && fields.iter().all(|field| is_context(field.tag))
}

/// The bases that Diffie-Hellman uses and no RSA key has for its exponent.
fn is_base(number: &Element<'_>) -> bool {
    matches!(number.content, [2 | 5])
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
        // The second version of an attribute certificate (RFC 5755) and the first, whose issuer is a list.
        [
            INTEGER,
            SEQUENCE,
            CONTEXT_0 | SEQUENCE,
            SEQUENCE,
            INTEGER,
            ..,
        ]
        | [
            INTEGER,
            CONTEXT_0 | CONTEXT_1,
            SEQUENCE,
            SEQUENCE,
            INTEGER,
            ..,
        ]
        | [CONTEXT_0 | CONTEXT_1, SEQUENCE, SEQUENCE, INTEGER, ..] => {
            Shape::Other(LooksLike::AttributeCertificate)
        }
        // Only a revocation list has a date at this level.
        tags if tags
            .iter()
            .any(|tag| matches!(*tag, UTC_TIME | GENERALIZED_TIME)) =>
        {
            return Err(signed.damaged("the revocation list is damaged"));
        }
        _ => Shape::Certificate,
    })
}

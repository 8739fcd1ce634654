//! PKCS#7: certificates in the shell of a signed message (`.p7b`).

use crate::asn1::ber::{CONTEXT_0, Element, INTEGER, SEQUENCE, SET};
use crate::{Certificate, Contents, LooksLike, ReadError};

const SIGNED_DATA: &str = "1.2.840.113549.1.7.2";
/// The same without the shell of a message: what Netscape made of it.
const NETSCAPE_SEQUENCE: &str = "2.16.840.1.113730.2.5";

/// Signed and encrypted at once (RFC 2315 §11), and what names its recipients (RFC 5652 §6 and §9): all may
/// bring the certificates of who made them.
const SIGNED_AND_ENVELOPED: &str = "1.2.840.113549.1.7.4";
const ENVELOPED: [&str; 3] = [
    "1.2.840.113549.1.7.3",
    "1.2.840.113549.1.9.16.1.2",
    "1.2.840.113549.1.9.16.1.23",
];

const MESSAGE: ReadError = ReadError::NotAKeystore {
    looks_like: LooksLike::Message,
};

/// Reads the certificates of a ContentInfo.
pub(crate) fn read(info: &Element<'_>, contents: &mut Contents) -> Result<(), ReadError> {
    let mut parts = info.inside()?;
    let kind = parts.any()?.oid()?;
    let known = [SIGNED_DATA, NETSCAPE_SEQUENCE, SIGNED_AND_ENVELOPED];
    if !known.contains(&kind.as_str()) && !ENVELOPED.contains(&kind.as_str()) {
        return Err(MESSAGE);
    }
    let wrapped = parts.expect(CONTEXT_0, "the signed message is missing")?;
    let content = wrapped
        .inside()?
        .expect(SEQUENCE, "the signed message is missing")?;
    match kind.as_str() {
        NETSCAPE_SEQUENCE => take_some(&content, contents),
        SIGNED_DATA => read_signed(&content, contents),
        SIGNED_AND_ENVELOPED => read_signed_and_enveloped(&content, contents),
        _ => read_originator(&content, contents),
    }
}

/// Reads the certificates of a message that is signed and encrypted at once.
pub(crate) fn read_signed_and_enveloped(
    message: &Element<'_>,
    contents: &mut Contents,
) -> Result<(), ReadError> {
    let mut parts = message.inside()?;
    parts.expect(INTEGER, "the message has no version")?;
    parts.expect(SET, "the message names no recipients")?;
    parts.expect(SET, "the message names no digests")?;
    parts.expect(SEQUENCE, "the message has no content")?;
    let certificates = parts.optional(CONTEXT_0)?.ok_or(MESSAGE)?;
    take_some(&certificates, contents)
}

/// Reads the certificates of who encrypted a message.
fn read_originator(message: &Element<'_>, contents: &mut Contents) -> Result<(), ReadError> {
    let mut parts = message.inside()?;
    parts.expect(INTEGER, "the message has no version")?;
    let originator = parts.optional(CONTEXT_0)?.ok_or(MESSAGE)?;
    let certificates = originator.inside()?.optional(CONTEXT_0)?.ok_or(MESSAGE)?;
    take_some(&certificates, contents)
}

/// Reads the certificates of a signed message itself.
pub(crate) fn read_signed(signed: &Element<'_>, contents: &mut Contents) -> Result<(), ReadError> {
    let certificates = signed_certificates(signed)?.ok_or(MESSAGE)?;
    take_some(&certificates, contents)
}

fn take_some(list: &Element<'_>, contents: &mut Contents) -> Result<(), ReadError> {
    let before = contents.certificates.len();
    take_all(list, contents)?;
    if contents.certificates.len() == before {
        return Err(MESSAGE);
    }
    Ok(())
}

/// The certificates beside a signed message.
fn signed_certificates<'a>(signed: &Element<'a>) -> Result<Option<Element<'a>>, ReadError> {
    let mut parts = signed.inside()?;
    parts.expect(INTEGER, "the signed message has no version")?;
    parts.expect(SET, "the signed message names no digests")?;
    parts.expect(SEQUENCE, "the signed message has no content")?;
    parts.optional(CONTEXT_0)
}

/// Takes every certificate of a list.
pub(crate) fn take_all(list: &Element<'_>, contents: &mut Contents) -> Result<(), ReadError> {
    for certificate in list.inside()?.elements()? {
        // Attribute certificates and other kinds bear tags of their own.
        if certificate.tag == SEQUENCE {
            let read = Certificate::from_der(certificate.raw.to_vec())
                .map_err(|_| certificate.damaged("a certificate inside is damaged"))?;
            contents.take_certificate(read)?;
        }
    }
    Ok(())
}

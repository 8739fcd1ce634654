//! PKCS#7: certificates in the shell of a signed message (`.p7b`).

use super::ber::{CONTEXT_0, Element, INTEGER, SEQUENCE, SET};
use crate::{Certificate, Contents, LooksLike, ReadError};

const SIGNED_DATA: &str = "1.2.840.113549.1.7.2";
/// The same without the shell of a message: what Netscape made of it.
const NETSCAPE_SEQUENCE: &str = "2.16.840.1.113730.2.5";

const MESSAGE: ReadError = ReadError::NotAKeystore {
    looks_like: LooksLike::Message,
};

/// Reads the certificates of a ContentInfo.
pub(crate) fn read(info: &Element<'_>, contents: &mut Contents) -> Result<(), ReadError> {
    let mut parts = info.inside()?;
    let kind = parts.any()?.oid()?;
    if ![SIGNED_DATA, NETSCAPE_SEQUENCE].contains(&kind.as_str()) {
        return Err(MESSAGE);
    }
    let wrapped = parts.expect(CONTEXT_0, "the signed message is missing")?;
    let content = wrapped
        .inside()?
        .expect(SEQUENCE, "the signed message is missing")?;
    if kind == NETSCAPE_SEQUENCE {
        return take_some(&content, contents);
    }
    read_signed(&content, contents)
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

//! PKCS#7: certificates in the shell of a signed message (`.p7b`).

use super::ber::{CONTEXT_0, Element, INTEGER, SEQUENCE, SET};
use crate::{Certificate, Contents, LooksLike, ReadError};

const SIGNED_DATA: &str = "1.2.840.113549.1.7.2";

/// Reads the certificates of a ContentInfo.
pub(crate) fn read(info: &Element<'_>, contents: &mut Contents) -> Result<(), ReadError> {
    let message = ReadError::NotAKeystore {
        looks_like: LooksLike::Message,
    };
    let mut parts = info.inside()?;
    if parts.any()?.oid()? != SIGNED_DATA {
        return Err(message);
    }
    let wrapped = parts.expect(CONTEXT_0, "the signed message is missing")?;
    let signed = wrapped
        .inside()?
        .expect(SEQUENCE, "the signed message is missing")?;
    let mut parts = signed.inside()?;
    parts.expect(INTEGER, "the signed message has no version")?;
    parts.expect(SET, "the signed message names no digests")?;
    parts.expect(SEQUENCE, "the signed message has no content")?;
    let Some(certificates) = parts.optional(CONTEXT_0)? else {
        return Err(message);
    };
    let before = contents.certificates.len();
    for certificate in certificates.inside()?.elements()? {
        // Attribute certificates and other kinds bear tags of their own.
        if certificate.tag == SEQUENCE {
            let read = Certificate::from_der(certificate.raw.to_vec())
                .map_err(|_| certificate.damaged("a certificate inside is damaged"))?;
            contents.take_certificate(read)?;
        }
    }
    if contents.certificates.len() == before {
        return Err(message);
    }
    Ok(())
}

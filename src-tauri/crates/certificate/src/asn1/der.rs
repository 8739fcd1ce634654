//! Writing DER: for keys that came in another wrapping, or in the looser BER.

use zeroize::Zeroizing;

use crate::ReadError;
use crate::asn1::ber::{CONSTRUCTED, Element, OCTET_STRING};

/// One DER element around its parts.
pub(crate) fn element(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let length = parts.iter().map(|part| part.len()).sum::<usize>();
    let bytes = length.to_be_bytes();
    let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
    let significant = bytes.get(zeros..).unwrap_or_default();
    let mut all = Vec::with_capacity(length + 10);
    all.push(tag);
    if length >= 0x80 {
        all.push(0x80 | significant.len() as u8);
        all.extend_from_slice(significant);
    } else {
        all.push(length as u8);
    }
    parts.iter().for_each(|part| all.extend_from_slice(part));
    all
}

/// An element as DER has it: every length definite, every string whole. Programs that take a key read no
/// other form.
pub(crate) fn of(ber: &Element<'_>) -> Result<Zeroizing<Vec<u8>>, ReadError> {
    if ber.tag == OCTET_STRING | CONSTRUCTED {
        return Ok(Zeroizing::new(element(OCTET_STRING, &[&ber.octets()?])));
    }
    if ber.tag & CONSTRUCTED == 0 {
        return Ok(Zeroizing::new(ber.raw.to_vec()));
    }
    let parts: Result<Vec<_>, _> = ber.inside()?.elements()?.iter().map(of).collect();
    let parts = parts?;
    let parts: Vec<&[u8]> = parts.iter().map(|part| part.as_slice()).collect();
    Ok(Zeroizing::new(element(ber.tag, &parts)))
}

//! A reader of BER, of which DER is a part: every length checked before use, every depth bounded.
//!
//! Firefox and Bouncy Castle write keystores with indefinite lengths and strings in pieces. Elements are
//! read where they lie, so that a certificate keeps its own bytes whatever surrounds it.

use std::borrow::Cow;

use x509_parser::der_parser::oid::Oid;

use crate::ReadError;

pub(crate) const INTEGER: u8 = 0x02;
pub(crate) const BIT_STRING: u8 = 0x03;
pub(crate) const OCTET_STRING: u8 = 0x04;
pub(crate) const OBJECT_IDENTIFIER: u8 = 0x06;
pub(crate) const BMP_STRING: u8 = 0x1e;
pub(crate) const SEQUENCE: u8 = 0x30;
pub(crate) const SET: u8 = 0x31;
/// `[0]`, constructed.
pub(crate) const CONTEXT_0: u8 = 0xa0;
/// `[1]`, constructed.
pub(crate) const CONTEXT_1: u8 = 0xa1;
/// The context-specific tag 1 in place of the tag of what is not constructed.
pub(crate) const IMPLICIT_1: u8 = 0x81;
pub(crate) const CONSTRUCTED: u8 = 0x20;

/// The deepest nesting that is followed; real files need about 12.
const DEEPEST: u8 = 24;

/// Reads elements one after the other.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reader<'a> {
    rest: &'a [u8],
    at: usize,
    /// What the offsets count in: the file itself, or a part that was decrypted.
    within: &'static str,
    depth: u8,
}

/// One element: a tag and its content.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Element<'a> {
    pub(crate) tag: u8,
    pub(crate) content: &'a [u8],
    /// The element with its header, as it lies in the file.
    pub(crate) raw: &'a [u8],
    at: usize,
    content_at: usize,
    within: &'static str,
    depth: u8,
}

/// A header: how long it is, and the content's length unless that is indefinite.
struct Header {
    tag: u8,
    length: Option<usize>,
    size: usize,
}

impl<'a> Reader<'a> {
    /// Reads `bytes`; `within` names them in a message, empty for the file itself.
    pub(crate) const fn new(bytes: &'a [u8], within: &'static str) -> Self {
        Self {
            rest: bytes,
            at: 0,
            within,
            depth: 0,
        }
    }

    pub(crate) const fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    /// The tag of the next element, without reading it.
    pub(crate) fn peek(&self) -> Option<u8> {
        self.rest.first().copied()
    }

    /// The next element, whatever it is.
    pub(crate) fn any(&mut self) -> Result<Element<'a>, ReadError> {
        let header = self.header()?;
        let body = self.rest.get(header.size..).unwrap_or_default();
        let (content, size) = match header.length {
            Some(length) => (
                body.get(..length)
                    .ok_or_else(|| self.damaged("a length points behind the end"))?,
                header.size + length,
            ),
            None => self.indefinite(body, &header)?,
        };
        let element = Element {
            tag: header.tag,
            content,
            raw: self.rest.get(..size).unwrap_or_default(),
            at: self.at,
            content_at: self.at + header.size,
            within: self.within,
            depth: self.depth,
        };
        self.rest = self.rest.get(size..).unwrap_or_default();
        self.at += size;
        Ok(element)
    }

    /// The next element, which has to bear `tag`.
    pub(crate) fn expect(&mut self, tag: u8, what: &'static str) -> Result<Element<'a>, ReadError> {
        match self.peek() {
            Some(found) if same_kind(found, tag) => self.any(),
            _ => Err(self.damaged(what)),
        }
    }

    /// The next element if it bears `tag`.
    pub(crate) fn optional(&mut self, tag: u8) -> Result<Option<Element<'a>>, ReadError> {
        match self.peek() {
            Some(found) if same_kind(found, tag) => self.any().map(Some),
            _ => Ok(None),
        }
    }

    /// All the elements that are left.
    pub(crate) fn elements(mut self) -> Result<Vec<Element<'a>>, ReadError> {
        let mut all = Vec::new();
        while !self.is_empty() {
            all.push(self.any()?);
        }
        Ok(all)
    }

    pub(crate) fn damaged(&self, what: &'static str) -> ReadError {
        damaged(self.at, self.within, what)
    }

    fn header(&self) -> Result<Header, ReadError> {
        let cut = || self.damaged("it ends in the middle of an element");
        let tag = *self.rest.first().ok_or_else(cut)?;
        if tag & 0x1f == 0x1f {
            return Err(self.damaged("a tag that no keystore has"));
        }
        let first = *self.rest.get(1).ok_or_else(cut)?;
        let count = usize::from(first & 0x7f);
        match first {
            0x80 => Ok(Header {
                tag,
                length: None,
                size: 2,
            }),
            0..0x80 => Ok(Header {
                tag,
                length: Some(usize::from(first)),
                size: 2,
            }),
            _ => {
                let bytes = self.rest.get(2..2 + count).ok_or_else(cut)?;
                let length = bytes.iter().try_fold(0_usize, |length, byte| {
                    length.checked_mul(256)?.checked_add(usize::from(*byte))
                });
                let length = length.ok_or_else(|| self.damaged("a length beyond all measure"))?;
                Ok(Header {
                    tag,
                    length: Some(length),
                    size: 2 + count,
                })
            }
        }
    }

    /// Finds the end marker of an element of indefinite length: its content, and its size with both ends.
    fn indefinite(&self, body: &'a [u8], header: &Header) -> Result<(&'a [u8], usize), ReadError> {
        if header.tag & CONSTRUCTED == 0 {
            return Err(self.damaged("an indefinite length where none may be"));
        }
        let mut inner = Reader {
            rest: body,
            at: self.at + header.size,
            ..*self
        }
        .deeper()?;
        while !inner.rest.starts_with(&[0, 0]) {
            inner.any()?;
        }
        let length = body.len() - inner.rest.len();
        Ok((
            body.get(..length).unwrap_or_default(),
            header.size + length + 2,
        ))
    }

    fn deeper(self) -> Result<Self, ReadError> {
        if self.depth >= DEEPEST {
            return Err(self.damaged("elements are nested too deep"));
        }
        Ok(Self {
            depth: self.depth + 1,
            ..self
        })
    }
}

impl<'a> Element<'a> {
    /// A reader of what is inside.
    pub(crate) fn inside(&self) -> Result<Reader<'a>, ReadError> {
        Reader {
            rest: self.content,
            at: self.content_at,
            within: self.within,
            depth: self.depth,
        }
        .deeper()
    }

    /// The bytes of a string, put together where it came in pieces.
    pub(crate) fn octets(&self) -> Result<Cow<'a, [u8]>, ReadError> {
        if self.tag & CONSTRUCTED == 0 {
            return Ok(Cow::Borrowed(self.content));
        }
        let mut all = Vec::with_capacity(self.content.len());
        for piece in self.inside()?.elements()? {
            all.extend_from_slice(&piece.octets()?);
        }
        Ok(Cow::Owned(all))
    }

    /// The value of an INTEGER that is not negative.
    pub(crate) fn number(&self) -> Result<u64, ReadError> {
        match self.content {
            [] => Err(self.damaged("a number without digits")),
            [first, ..] if *first & 0x80 != 0 => Err(self.damaged("a number below zero")),
            digits => digits
                .iter()
                .try_fold(0_u64, |value, byte| {
                    value.checked_mul(256)?.checked_add(u64::from(*byte))
                })
                // Whatever is larger is larger than any limit, too.
                .map_or(Ok(u64::MAX), Ok),
        }
    }

    /// An object identifier with dots.
    pub(crate) fn oid(&self) -> Result<String, ReadError> {
        if self.tag != OBJECT_IDENTIFIER || self.content.is_empty() || self.content.len() > 64 {
            return Err(self.damaged("an object identifier is missing"));
        }
        Ok(Oid::new(Cow::Borrowed(self.content)).to_id_string())
    }

    pub(crate) fn damaged(&self, what: &'static str) -> ReadError {
        damaged(self.at, self.within, what)
    }
}

/// Whether two tags mean the same type: a string may come whole or in pieces.
const fn same_kind(found: u8, wanted: u8) -> bool {
    found == wanted || (wanted == OCTET_STRING && found == OCTET_STRING | CONSTRUCTED)
}

fn damaged(at: usize, within: &'static str, what: &'static str) -> ReadError {
    let at = if within.is_empty() {
        format!("byte {at}")
    } else {
        format!("byte {at} of {within}")
    };
    let what = what.into();
    ReadError::Damaged { at, what }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn puts_a_string_in_pieces_together() {
        let bytes = [0x24, 0x80, 4, 2, 1, 2, 0x24, 3, 4, 1, 3, 0, 0, 9];
        let mut reader = Reader::new(&bytes, "");
        let string = reader.expect(OCTET_STRING, "a string").unwrap();
        assert_eq!(string.octets().unwrap().as_ref(), [1, 2, 3]);
        assert_eq!(reader.peek(), Some(9));
    }

    #[test]
    fn refuses_nesting_without_end() {
        let bytes = [0x30, 0x80].repeat(100_000);
        let error = Reader::new(&bytes, "").any().unwrap_err();
        assert_eq!(error.answer(), "damaged");
    }

    #[test]
    fn refuses_a_length_behind_the_end() {
        let bytes = [0x30, 0x84, 0xff, 0xff, 0xff, 0xff, 2, 1, 3];
        assert!(Reader::new(&bytes, "").any().is_err());
        let bytes = [0x30, 0x89, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 1, 3];
        assert!(Reader::new(&bytes, "").any().is_err());
    }

    #[test]
    fn says_where_it_is_damaged() {
        let mut reader = Reader::new(&[2, 1, 3, 4, 1], "the decrypted key");
        reader.any().unwrap();
        let at = "byte 3 of the decrypted key".to_owned();
        let what = "a length points behind the end";
        let what = what.into();
        assert_eq!(reader.any().unwrap_err(), ReadError::Damaged { at, what });
    }
}

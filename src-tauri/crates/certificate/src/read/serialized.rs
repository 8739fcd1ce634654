//! Microsoft's serialized stores (`.sst`), and the blobs in which Windows keeps a certificate in its registry:
//! properties one behind the other, of which one is the certificate.

use crate::{Certificate, Contents, ReadError};

/// How a store begins: a version, and a mark.
const HEADER: &[u8] = b"\0\0\0\0CERT";
/// The property that is the certificate itself.
const CERTIFICATE: u32 = 32;
/// Properties are numbered below this.
const MOST: u32 = 0xffff;
/// Each has a number, a kind that is always this, and a length.
const KIND: u32 = 1;

/// Whether a file is a store, or a certificate with its properties in front.
pub(crate) fn is_one(input: &[u8]) -> bool {
    input.starts_with(HEADER)
        || matches!(Properties { rest: input, at: 0 }.all(), Ok(all) if all.iter().any(is_certificate))
}

/// Reads the certificates of a store or of a blob.
pub(crate) fn read(input: &[u8], contents: &mut Contents) -> Result<(), ReadError> {
    let body = input.strip_prefix(HEADER).unwrap_or(input);
    let at = input.len() - body.len();
    let all = Properties { rest: body, at }.all()?;
    for (at, _, value) in all.into_iter().filter(is_certificate) {
        let certificate = Certificate::from_der(value.to_vec())
            .map_err(|_| damaged(at, "a certificate inside is damaged"))?;
        contents.take_certificate(certificate)?;
    }
    Ok(())
}

/// Where a property is, its number and its value.
type Property<'a> = (usize, u32, &'a [u8]);

fn is_certificate((_, number, _): &Property<'_>) -> bool {
    *number == CERTIFICATE
}

struct Properties<'a> {
    rest: &'a [u8],
    at: usize,
}

impl<'a> Properties<'a> {
    /// All of them, up to the end of the file or the mark of the end.
    fn all(mut self) -> Result<Vec<Property<'a>>, ReadError> {
        let mut all = Vec::new();
        while !self.rest.is_empty() {
            let at = self.at;
            let (number, kind, length) = (self.number()?, self.number()?, self.number()?);
            match (number, kind) {
                (0, 0) => break,
                (1..=MOST, KIND) => {
                    let length = usize::try_from(length).unwrap_or(usize::MAX);
                    all.push((at, number, self.bytes(length)?));
                }
                _ => return Err(damaged(at, "a property of an unknown kind")),
            }
        }
        Ok(all)
    }

    fn number(&mut self) -> Result<u32, ReadError> {
        let bytes = self.bytes(4)?.iter().rev();
        Ok(bytes.fold(0, |number, byte| number << 8 | u32::from(*byte)))
    }

    fn bytes(&mut self, count: usize) -> Result<&'a [u8], ReadError> {
        let (taken, rest) = self
            .rest
            .split_at_checked(count)
            .ok_or_else(|| damaged(self.at, "it ends in the middle of a property"))?;
        self.rest = rest;
        self.at += count;
        Ok(taken)
    }
}

fn damaged(at: usize, what: &'static str) -> ReadError {
    ReadError::Damaged {
        at: format!("byte {at}"),
        what: what.into(),
    }
}

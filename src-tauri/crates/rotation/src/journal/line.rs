//! One line of the journal: a record, sealed by a checksum and chained to the line before.
//!
//! `{"crc":"9f2c01aa","n":17,"prev":"c1d6…","at":"…","kind":"stepStarted",…}`: the checksum
//! covers every byte between itself and the line's end, `prev` is the first half of the SHA-256
//! of the line before. The first line also carries the format's version as `v`.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::event::Record;

/// How every line begins; the checksum's eight digits follow.
pub(super) const HEAD: &[u8] = b"{\"crc\":\"";

/// What stands between the checksum and the part that it covers.
const SEAM: &[u8] = b"\",";

/// The first half of a line's SHA-256.
pub(super) type Link = [u8; 16];

/// What the first line is chained to.
pub(super) const NO_LINK: Link = [0; 16];

/// A line taken apart.
pub(super) struct Line {
    /// Its place in the file, from 0.
    pub(super) n: u64,
    /// The link to the line before, in hexadecimal.
    pub(super) prev: String,
    /// The format's version, on the first line.
    pub(super) format: Option<u32>,
    /// What it records.
    pub(super) record: Record,
}

/// The covered part, written.
#[derive(Serialize)]
struct Written<'a> {
    n: u64,
    prev: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    v: Option<u32>,
    #[serde(flatten)]
    record: &'a Record,
}

/// The covered part, read.
#[derive(Deserialize)]
struct Read {
    n: u64,
    prev: String,
    v: Option<u32>,
    #[serde(flatten)]
    record: Record,
}

/// The line for a record, with its line end.
pub(super) fn write(
    n: u64,
    prev: Link,
    format: u32,
    record: &Record,
) -> Result<Vec<u8>, serde_json::Error> {
    let v = (n == 0).then_some(format);
    let body = serde_json::to_vec(&Written {
        n,
        prev: hex(&prev),
        v,
        record,
    })?;
    let covered = body.get(1..).unwrap_or_default();
    let crc = format!("{:08x}", crc32fast::hash(covered));
    Ok([HEAD, crc.as_bytes(), SEAM, covered, b"\n"].concat())
}

/// Takes a line apart, given without its line end; none when anything of it is not as written.
pub(super) fn read(line: &[u8]) -> Option<Line> {
    let (crc, rest) = line.strip_prefix(HEAD)?.split_at_checked(8)?;
    let covered = rest.strip_prefix(SEAM)?;
    // Compared as text: a checksum in capitals is not what was written.
    if crc != format!("{:08x}", crc32fast::hash(covered)).as_bytes() {
        return None;
    }
    let read: Read = serde_json::from_slice(&[b"{", covered].concat()).ok()?;
    Some(Line {
        n: read.n,
        prev: read.prev,
        format: read.v,
        record: read.record,
    })
}

/// The link that the next line carries, from this one without its line end.
pub(super) fn link(line: &[u8]) -> Link {
    let digest = Sha256::digest(line);
    let mut link = NO_LINK;
    link.iter_mut()
        .zip(digest)
        .for_each(|(to, from)| *to = from);
    link
}

/// Bytes in lower-case hexadecimal.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

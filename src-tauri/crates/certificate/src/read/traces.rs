//! What is left of a certificate or a key where neither can be found: a file that lost its first bytes, a
//! text that lost its frame. Saying "a file of no known kind" would send people to look for another file.

use base64::Engine as _;
use base64::alphabet::STANDARD;
use base64::engine::{GeneralPurpose, GeneralPurposeConfig};

use super::text::contains;
use crate::{LooksLike, ReadError};

/// Pieces that stand in nearly every file that is read here: the beginnings of the identifiers of RSA and
/// PKCS, of elliptic curves and of the parts of a name, two curves without a beginning, the usual public
/// exponent, and the marks of a frame.
const PIECES: [&[u8]; 10] = [
    &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01],
    &[0x2a, 0x86, 0x48, 0xce, 0x3d],
    &[0x06, 0x03, 0x55, 0x04],
    &[0x06, 0x03, 0x2b, 0x65],
    &[0x06, 0x05, 0x2b, 0x81, 0x04, 0x00],
    &[0x02, 0x03, 0x01, 0x00, 0x01],
    b"-----BEGIN ",
    b"-----END ",
    b" PRIVATE KEY-----",
    b" CERTIFICATE-----",
];

/// The shortest run of base64 that is looked into.
const RUN: usize = 16;

/// A line of base64 that was cut has bits to spare.
const LENIENT: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new().with_decode_allow_trailing_bits(true),
);

/// The same error, or the damage where parts of a certificate or a key are in what nobody knows, as they
/// are or in base64.
pub(crate) fn seen(error: ReadError, input: &[u8]) -> ReadError {
    let nobody_knows = matches!(
        error,
        ReadError::NotAKeystore {
            looks_like: LooksLike::UnknownBytes | LooksLike::Text
        }
    );
    let place = || place_in(input).or_else(|| place_in_base64(input));
    match nobody_knows.then(place).flatten() {
        Some(at) => ReadError::Damaged {
            at: format!("byte {at}"),
            what: "it holds parts of a certificate or a key, but no whole one".into(),
        },
        None => error,
    }
}

fn place_in(bytes: &[u8]) -> Option<usize> {
    let is_there = PIECES.into_iter().any(|piece| contains(bytes, piece));
    let places =
        || (0..bytes.len()).find(|at| PIECES.iter().any(|piece| begins(bytes, *at, piece)));
    is_there.then(places).flatten()
}

fn begins(bytes: &[u8], at: usize, piece: &[u8]) -> bool {
    bytes.get(at..).is_some_and(|rest| rest.starts_with(piece))
}

/// Where a run of base64 begins that holds a piece. Characters may be missing in front of it, so it is
/// read from each of four beginnings.
fn place_in_base64(input: &[u8]) -> Option<usize> {
    let is_digit = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/');
    let mut at = 0;
    for run in input.split(|byte| !is_digit(byte)) {
        let holds = |skipped: usize| {
            let digits = run.get(skipped..).unwrap_or_default();
            let whole = digits.get(..digits.len() / 4 * 4).unwrap_or_default();
            LENIENT
                .decode(whole)
                .is_ok_and(|bytes| place_in(&bytes).is_some())
        };
        if run.len() >= RUN && (0..4).any(holds) {
            return Some(at);
        }
        at += run.len() + 1;
    }
    None
}

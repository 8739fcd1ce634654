//! The thumbprint by which the product knows a certificate: SHA-256 over the leaf's DER.
//!
//! Source: `docs/vcda-api.md` §2.6.

use std::fmt;
use std::str::FromStr;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest, Sha256};

use crate::typed;

/// SHA-256 over the DER of a certificate.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Thumbprint([u8; 32]);

impl Thumbprint {
    /// The thumbprint of a certificate given as DER.
    pub fn of(der: &[u8]) -> Self {
        Self(Sha256::digest(der).into())
    }

    /// The 32 bytes.
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Lower-case hexadecimal digits without separators.
    pub fn plain(&self) -> String {
        self.0.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// The 16 groups of four upper-case digits of the fingerprint card, rows A to D.
    pub fn groups(&self) -> [String; 16] {
        std::array::from_fn(|group| {
            let pair = self.0.get(group * 2..group * 2 + 2).unwrap_or_default();
            pair.iter().map(|byte| format!("{byte:02X}")).collect()
        })
    }
}

impl fmt::Display for Thumbprint {
    /// The vendor's form: `SHA-256:AA:BB:…`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SHA-256")?;
        self.0.iter().try_for_each(|byte| write!(f, ":{byte:02X}"))
    }
}

impl fmt::Debug for Thumbprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Thumbprint {
    type Err = ParseThumbprintError;

    /// Reads what people paste: with or without prefix, colons, spaces, dashes and line breaks, in any case;
    /// or in base64, as OpenSSH and pins have it.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = typed(text);
        let text = without_prefix(&text);
        if let Some(print) = from_base64(text) {
            return Ok(Self(print));
        }
        let digits = hex_digits(text)?;
        match digits.len() {
            0 => Err(ParseThumbprintError::Empty),
            32 => Err(ParseThumbprintError::Md5Length),
            40 => Err(ParseThumbprintError::Sha1Length),
            64 => Ok(Self::from_digits(&digits)),
            count => Err(ParseThumbprintError::WrongLength { digits: count }),
        }
    }
}

impl Thumbprint {
    fn from_digits(digits: &[u8]) -> Self {
        let mut bytes = [0; 32];
        for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
            *byte = pair.iter().fold(0, |value, digit| value << 4 | digit);
        }
        Self(bytes)
    }
}

/// Drops an algorithm's name in front: `SHA-256:`, `sha256/`, `SHA256 Fingerprint=`.
fn without_prefix(text: &str) -> &str {
    let lower = text.to_ascii_lowercase();
    let name = ["sha-256", "sha256", "sha-1", "sha1"]
        .into_iter()
        .find(|name| lower.starts_with(name));
    let Some(rest) = name.and_then(|name| text.get(name.len()..)) else {
        return text;
    };
    let rest = rest.trim_start();
    let is_fingerprint = rest.to_ascii_lowercase().starts_with("fingerprint");
    let rest = if is_fingerprint {
        rest.get(11..).unwrap_or(rest)
    } else {
        rest
    };
    let rest = rest.trim_start_matches([':', '=', ' ']);
    // The slash behind the name is none of the digits; another one may be.
    rest.strip_prefix('/').unwrap_or(rest)
}

/// 32 bytes in base64: 43 digits, of which the first may be the slash that a prefix ends with as well.
fn from_base64(text: &str) -> Option<[u8; 32]> {
    let digits = text
        .trim_end_matches('=')
        .replace('-', "+")
        .replace('_', "/");
    let digits = match digits.len() {
        DIGITS_IN_BASE64 => digits,
        _ => digits.strip_prefix('/')?.to_owned(),
    };
    // A thumbprint in hexadecimal digits that lost some is none in base64.
    let is_hex = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    let bytes = STANDARD_NO_PAD.decode(digits).ok().filter(|_| !is_hex)?;
    bytes.try_into().ok()
}

/// Digits of base64 for 32 bytes.
const DIGITS_IN_BASE64: usize = 43;

fn hex_digits(text: &str) -> Result<Vec<u8>, ParseThumbprintError> {
    text.chars()
        .filter(|c| !(c.is_whitespace() || matches!(c, ':' | '-' | '.' | '\u{a0}')))
        .map(|c| match c.to_digit(16).map(u8::try_from) {
            Some(Ok(digit)) => Ok(digit),
            _ => Err(ParseThumbprintError::NotHex { found: c }),
        })
        .collect()
}

impl Serialize for Thumbprint {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Thumbprint {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}

/// Why a text is no thumbprint.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ParseThumbprintError {
    /// There is no digit in it.
    #[error("there is no thumbprint in it")]
    Empty,
    /// 40 digits: a SHA-1 print.
    #[error("it is a SHA-1 print of 40 digits; the SHA-256 one is needed")]
    Sha1Length,
    /// 32 digits: an MD5 print.
    #[error("it is an MD5 print of 32 digits; the SHA-256 one is needed")]
    Md5Length,
    /// Another number of digits than 64.
    #[error("it has {digits} digits; a SHA-256 thumbprint has 64")]
    WrongLength {
        /// How many digits there are.
        digits: usize,
    },
    /// A character that no thumbprint has.
    #[error("{found:?} is no hexadecimal digit")]
    NotHex {
        /// The character.
        found: char,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    const VENDOR: &str = "SHA-256:E3:B0:C4:42:98:FC:1C:14:9A:FB:F4:C8:99:6F:B9:24:27:AE:41:E4:64:9B:93:4C:A4:95:99:1B:78:52:B8:55";

    #[test]
    fn writes_the_vendors_form() {
        assert_eq!(Thumbprint::of(b"").to_string(), VENDOR);
    }

    #[test]
    fn reads_what_people_paste() {
        let plain = Thumbprint::of(b"").plain();
        let spaced = Thumbprint::of(b"").groups().join(" \n");
        for text in [
            VENDOR,
            &plain,
            &spaced,
            &format!("sha256/{plain}"),
            &VENDOR.replace(':', "-"),
            &format!("\u{200e}\u{201c}{VENDOR}\u{201d}"),
            &VENDOR.replace(':', "\u{2013}"),
            "sha256/47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
            "sha256//47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
            "SHA256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU",
            "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU=",
        ] {
            assert_eq!(text.parse(), Ok(Thumbprint::of(b"")), "{text}");
        }
        let openssl = VENDOR.replace("SHA-256:", "sha256 Fingerprint=");
        assert_eq!(openssl.parse(), Ok(Thumbprint::of(b"")));
    }

    #[test]
    fn says_why_a_text_is_no_thumbprint() {
        let of = |text: &str| text.parse::<Thumbprint>().unwrap_err();
        assert_eq!(of("  "), ParseThumbprintError::Empty);
        assert_eq!(of(&"a".repeat(40)), ParseThumbprintError::Sha1Length);
        assert_eq!(of(&"a".repeat(32)), ParseThumbprintError::Md5Length);
        assert_eq!(of("aabb"), ParseThumbprintError::WrongLength { digits: 4 });
        assert_eq!(of("xyz"), ParseThumbprintError::NotHex { found: 'x' });
    }
}

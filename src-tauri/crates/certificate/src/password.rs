//! Passwords that the product can take, and one made here.

use rand::{CryptoRng, Rng};
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};

/// Characters of a generated password: letters and digits that are not mistaken for one another.
const ALPHABET: &[u8] = b"abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
const LENGTH: usize = 24;

/// Why a password cannot go with an import.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum UnfitPassword {
    /// It has no characters.
    #[error("use the password: it is empty")]
    Empty,
    /// It has characters beyond printable ASCII.
    #[error("use the password: it has characters that are not printable ASCII")]
    NotAscii,
    /// It begins or ends with a blank, which a header loses on its way.
    #[error("use the password: it begins or ends with a blank")]
    OuterBlank,
}

/// Whether a password can travel in a header and be read by a Java keystore: printable ASCII, no outer blanks.
pub fn ascii_password(password: &SecretString) -> Result<(), UnfitPassword> {
    let text = password.expose_secret();
    if text.is_empty() {
        return Err(UnfitPassword::Empty);
    }
    if !text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return Err(UnfitPassword::NotAscii);
    }
    if text.starts_with(' ') || text.ends_with(' ') {
        return Err(UnfitPassword::OuterBlank);
    }
    Ok(())
}

/// A random password of 24 letters and digits from this source: about 139 bits.
pub fn generated_password(mut random: impl CryptoRng) -> SecretString {
    let draw = |_| {
        let place = random.random_range(0..ALPHABET.len());
        ALPHABET.get(place).map_or('x', |byte| char::from(*byte))
    };
    let password: String = (0..LENGTH).map(draw).collect();
    SecretString::from(password)
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "tests read the machine's clock")]
mod tests {
    use super::*;

    #[test]
    fn generates_what_the_product_takes() {
        let (one, other) = (
            generated_password(rand::rng()),
            generated_password(rand::rng()),
        );
        assert_eq!(ascii_password(&one), Ok(()));
        assert_eq!(one.expose_secret().len(), LENGTH);
        assert_ne!(one.expose_secret(), other.expose_secret());
    }

    #[test]
    fn refuses_what_a_header_loses() {
        let of = |text: &str| ascii_password(&SecretString::from(text));
        assert_eq!(of(""), Err(UnfitPassword::Empty));
        assert_eq!(of("pässword"), Err(UnfitPassword::NotAscii));
        assert_eq!(of("tab\there"), Err(UnfitPassword::NotAscii));
        assert_eq!(of("changeit "), Err(UnfitPassword::OuterBlank));
        assert_eq!(of("change it~!"), Ok(()));
    }
}

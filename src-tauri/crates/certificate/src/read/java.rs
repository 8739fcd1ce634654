//! What Java makes nothing of in a PKCS#12 keystore that is read here: measured with Java 8, 11 and 17
//! (`docs/keystores.md` §5).

use super::cipher::Cipher;
use super::derivation::{Derivation, Pbkdf2};
use super::digest::Digest;
use crate::asn1::ber::Reader;

/// The most rounds of key derivation that Java runs.
pub(crate) const MOST_ROUNDS: u64 = 5_000_000;

/// Whether Java computes the checksum of PKCS#12 with this digest.
pub(crate) const fn knows_checksum(digest: Digest) -> bool {
    !matches!(
        digest,
        Digest::Md5 | Digest::Sha3_224 | Digest::Sha3_256 | Digest::Sha3_384 | Digest::Sha3_512
    )
}

/// Whether Java decrypts with this cipher under a key that is derived so.
pub(crate) const fn knows_encryption(derivation: &Derivation<'_>, cipher: Cipher) -> bool {
    match derivation {
        Derivation::Pkcs12 { .. } => {
            matches!(
                cipher,
                Cipher::TripleDes | Cipher::Rc2 { .. } | Cipher::Rc4 { .. }
            )
        }
        Derivation::Pbkdf1 { digest, .. } => {
            matches!((digest, cipher), (Digest::Md5, Cipher::Des))
        }
        Derivation::Pbkdf2(Pbkdf2 { digest, .. }) => {
            let is_known = matches!(
                digest,
                Digest::Sha1 | Digest::Sha224 | Digest::Sha256 | Digest::Sha384 | Digest::Sha512
            );
            is_known && matches!(cipher, Cipher::Aes128 | Cipher::Aes256)
        }
        Derivation::Scrypt(_) => false,
    }
}

/// Whether every length in `bytes`, from the outermost element down, takes as few bytes as it can. What
/// cannot be read at all is somebody else's to tell.
pub(crate) fn lengths_are_minimal(bytes: &[u8]) -> bool {
    all_are_minimal(Reader::new(bytes, ""))
}

fn all_are_minimal(mut elements: Reader<'_>) -> bool {
    while !elements.is_empty() {
        let Ok(element) = elements.any() else {
            return true;
        };
        let is_minimal = element.header_is_minimal();
        let is_constructed = element.tag & 0x20 != 0;
        let inside = element.inside().ok().filter(|_| is_constructed);
        if !is_minimal || !inside.is_none_or(all_are_minimal) {
            return false;
        }
    }
    true
}

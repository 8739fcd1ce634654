//! Digests by their object identifiers, and the four ways in which a password becomes a key.

use hmac::digest::block_api::BlockSizeUser;
use hmac::{Hmac, KeyInit, Mac, SimpleHmac};
use sha2::digest::Digest as _;
use zeroize::{Zeroize, Zeroizing};

/// A digest that keystores use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Digest {
    Md5,
    Sha1,
    Sha224,
    Sha256,
    Sha384,
    Sha512,
    Sha512_224,
    Sha512_256,
    Sha3_224,
    Sha3_256,
    Sha3_384,
    Sha3_512,
}

/// Runs `$body` with `$H` standing for the digest's type.
macro_rules! with_digest {
    ($digest:expr, $H:ident => $body:expr) => {{
        macro_rules! run {
            ($type:ty) => {{
                type $H = $type;
                $body
            }};
        }
        match $digest {
            Digest::Md5 => run!(md5::Md5),
            Digest::Sha1 => run!(sha1::Sha1),
            Digest::Sha224 => run!(sha2::Sha224),
            Digest::Sha256 => run!(sha2::Sha256),
            Digest::Sha384 => run!(sha2::Sha384),
            Digest::Sha512 => run!(sha2::Sha512),
            Digest::Sha512_224 => run!(sha2::Sha512_224),
            Digest::Sha512_256 => run!(sha2::Sha512_256),
            Digest::Sha3_224 => run!(sha3::Sha3_224),
            Digest::Sha3_256 => run!(sha3::Sha3_256),
            Digest::Sha3_384 => run!(sha3::Sha3_384),
            Digest::Sha3_512 => run!(sha3::Sha3_512),
        }
    }};
}

/// Runs `$body` with `$M` standing for the type of the HMAC over the digest.
macro_rules! with_hmac {
    ($digest:expr, $M:ident => $body:expr) => {{
        macro_rules! run {
            ($type:ty) => {{
                type $M = $type;
                $body
            }};
        }
        match $digest {
            Digest::Md5 => run!(Hmac<md5::Md5>),
            Digest::Sha1 => run!(Hmac<sha1::Sha1>),
            Digest::Sha224 => run!(Hmac<sha2::Sha224>),
            Digest::Sha256 => run!(Hmac<sha2::Sha256>),
            Digest::Sha384 => run!(Hmac<sha2::Sha384>),
            Digest::Sha512 => run!(Hmac<sha2::Sha512>),
            Digest::Sha512_224 => run!(Hmac<sha2::Sha512_224>),
            Digest::Sha512_256 => run!(Hmac<sha2::Sha512_256>),
            Digest::Sha3_224 => run!(SimpleHmac<sha3::Sha3_224>),
            Digest::Sha3_256 => run!(SimpleHmac<sha3::Sha3_256>),
            Digest::Sha3_384 => run!(SimpleHmac<sha3::Sha3_384>),
            Digest::Sha3_512 => run!(SimpleHmac<sha3::Sha3_512>),
        }
    }};
}

impl Digest {
    /// The digest with this object identifier.
    pub(crate) fn from_oid(oid: &str) -> Option<Self> {
        Some(match oid {
            "1.2.840.113549.2.5" => Self::Md5,
            "1.3.14.3.2.26" => Self::Sha1,
            "2.16.840.1.101.3.4.2.4" => Self::Sha224,
            "2.16.840.1.101.3.4.2.1" => Self::Sha256,
            "2.16.840.1.101.3.4.2.2" => Self::Sha384,
            "2.16.840.1.101.3.4.2.3" => Self::Sha512,
            "2.16.840.1.101.3.4.2.5" => Self::Sha512_224,
            "2.16.840.1.101.3.4.2.6" => Self::Sha512_256,
            "2.16.840.1.101.3.4.2.7" => Self::Sha3_224,
            "2.16.840.1.101.3.4.2.8" => Self::Sha3_256,
            "2.16.840.1.101.3.4.2.9" => Self::Sha3_384,
            "2.16.840.1.101.3.4.2.10" => Self::Sha3_512,
            _ => return None,
        })
    }

    /// The digest under the HMAC with this object identifier.
    pub(crate) fn from_hmac_oid(oid: &str) -> Option<Self> {
        Some(match oid {
            "1.2.840.113549.2.6" => Self::Md5,
            "1.2.840.113549.2.7" => Self::Sha1,
            "1.2.840.113549.2.8" => Self::Sha224,
            "1.2.840.113549.2.9" => Self::Sha256,
            "1.2.840.113549.2.10" => Self::Sha384,
            "1.2.840.113549.2.11" => Self::Sha512,
            "1.2.840.113549.2.12" => Self::Sha512_224,
            "1.2.840.113549.2.13" => Self::Sha512_256,
            "2.16.840.1.101.3.4.2.13" => Self::Sha3_224,
            "2.16.840.1.101.3.4.2.14" => Self::Sha3_256,
            "2.16.840.1.101.3.4.2.15" => Self::Sha3_384,
            "2.16.840.1.101.3.4.2.16" => Self::Sha3_512,
            _ => return None,
        })
    }

    /// The usual name.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Md5 => "MD5",
            Self::Sha1 => "SHA-1",
            Self::Sha224 => "SHA-224",
            Self::Sha256 => "SHA-256",
            Self::Sha384 => "SHA-384",
            Self::Sha512 => "SHA-512",
            Self::Sha512_224 => "SHA-512/224",
            Self::Sha512_256 => "SHA-512/256",
            Self::Sha3_224 => "SHA3-224",
            Self::Sha3_256 => "SHA3-256",
            Self::Sha3_384 => "SHA3-384",
            Self::Sha3_512 => "SHA3-512",
        }
    }

    /// Bytes of the result.
    pub(crate) fn size(self) -> usize {
        with_digest!(self, H => <H as sha2::digest::Digest>::output_size())
    }

    /// How many times the work of SHA-256 one round is, roughly and on no particular machine.
    pub(crate) const fn weight(self) -> u64 {
        match self {
            Self::Md5 | Self::Sha1 | Self::Sha224 | Self::Sha256 => 1,
            Self::Sha384 | Self::Sha512 | Self::Sha512_224 | Self::Sha512_256 => 2,
            Self::Sha3_224 | Self::Sha3_256 | Self::Sha3_384 | Self::Sha3_512 => 4,
        }
    }

    /// Whether `expected` is the HMAC over `message`, compared in constant time.
    pub(crate) fn hmac_fits(self, key: &[u8], message: &[u8], expected: &[u8]) -> bool {
        with_hmac!(self, M => match <M as KeyInit>::new_from_slice(key) {
            Ok(mac) => mac.chain_update(message).verify_slice(expected).is_ok(),
            Err(_) => false,
        })
    }

    /// PBKDF2 (RFC 8018).
    pub(crate) fn pbkdf2(
        self,
        password: &[u8],
        salt: &[u8],
        rounds: u32,
        size: usize,
    ) -> Zeroizing<Vec<u8>> {
        let mut key = Zeroizing::new(vec![0; size]);
        let done = with_hmac!(self, M => pbkdf2::pbkdf2::<M>(password, salt, rounds, &mut key));
        debug_assert!(done.is_ok(), "HMAC takes a key of any length");
        key
    }

    /// PBKDF1 (RFC 8018): one digest, hashed again and again.
    pub(crate) fn pbkdf1(self, password: &[u8], salt: &[u8], rounds: u32) -> Zeroizing<Vec<u8>> {
        with_digest!(self, H => {
            let first = H::new().chain_update(password).chain_update(salt).finalize();
            let last = (1..rounds).fold(first, |hash, _| H::digest(hash));
            Zeroizing::new(last.to_vec())
        })
    }

    /// The derivation of PKCS#12 (RFC 7292, appendix B.2) for a purpose: 1 key, 2 vector, 3 checksum.
    pub(crate) fn pkcs12(
        self,
        purpose: u8,
        password: &[u8],
        salt: &[u8],
        rounds: u32,
        size: usize,
    ) -> Zeroizing<Vec<u8>> {
        with_digest!(self, H => pkcs12_derive::<H>(purpose, password, salt, rounds, size))
    }
}

fn pkcs12_derive<H: sha2::digest::Digest + BlockSizeUser>(
    purpose: u8,
    password: &[u8],
    salt: &[u8],
    rounds: u32,
    size: usize,
) -> Zeroizing<Vec<u8>> {
    let block = <H as BlockSizeUser>::block_size();
    let diversifier = vec![purpose; block];
    let mut input = Zeroizing::new(filled(salt, block));
    input.extend_from_slice(&Zeroizing::new(filled(password, block)));
    let mut key = Zeroizing::new(Vec::with_capacity(size + block));
    while key.len() < size {
        let first = H::new()
            .chain_update(&diversifier)
            .chain_update(input.as_slice());
        let mut hash = (1..rounds).fold(first.finalize(), |hash, _| H::digest(hash));
        key.extend_from_slice(&hash);
        let addend: Vec<u8> = hash.iter().copied().cycle().take(block).collect();
        for chunk in input.chunks_exact_mut(block) {
            add_with_one(chunk, &addend);
        }
        hash.zeroize();
    }
    key.truncate(size);
    key
}

/// `bytes` repeated to the next multiple of `block`; nothing stays nothing.
fn filled(bytes: &[u8], block: usize) -> Vec<u8> {
    let size = bytes.len().div_ceil(block) * block;
    bytes.iter().copied().cycle().take(size).collect()
}

/// `number + addend + 1`, all of the same length, the carry dropped.
fn add_with_one(number: &mut [u8], addend: &[u8]) {
    let mut carry = 1_u16;
    for (digit, other) in number.iter_mut().zip(addend).rev() {
        carry += u16::from(*digit) + u16::from(*other);
        *digit = (carry & 0xff) as u8;
        carry >>= 8;
    }
}

/// The key derivation of `DEK-Info` blocks: MD5 over and over, without rounds.
pub(crate) fn dek_key(password: &[u8], salt: &[u8], size: usize) -> Zeroizing<Vec<u8>> {
    let mut key: Zeroizing<Vec<u8>> = Zeroizing::new(Vec::with_capacity(size + 16));
    let mut last: Vec<u8> = Vec::new();
    while key.len() < size {
        let hash = md5::Md5::new()
            .chain_update(&last)
            .chain_update(password)
            .chain_update(salt);
        last.zeroize();
        last = hash.finalize().to_vec();
        key.extend_from_slice(&last);
    }
    key.truncate(size);
    key
}

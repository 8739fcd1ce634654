//! RSA keys for practice, made at once from a pool of primes that everybody can read.
//!
//! The product's own certificates have RSA keys of 2048 bits (`docs/vcda-api.md` §2.8). Making one takes
//! a good part of a second, and a lab of a hundred sites needs hundreds. So the pool in
//! `keys/practice-primes.txt` holds 64 primes of 1024 bits, and any two of them make a key: 2016 keys.
//! They are public and share their factors. They protect nothing and must never leave the lab.

use rsa::pkcs8::EncodePrivateKey;
use rsa::{BoxedUint, PrivateKey};
use rustls::pki_types::PrivatePkcs8KeyDer;

const POOL: &str = include_str!("../keys/practice-primes.txt");
const EXPONENT: u64 = 65_537;

/// Why a practice key could not be made.
#[derive(Debug, thiserror::Error)]
pub enum MakeKeyError {
    /// The two primes do not make a key.
    #[error("make a practice key from the pool")]
    Primes(#[source] rsa::Error),
    /// The key could not be written as PKCS#8.
    #[error("write a practice key as PKCS#8")]
    Encode(#[source] rsa::pkcs8::Error),
}

/// Hands out a key that was not handed out before, in an order that the seed decides.
#[derive(Debug)]
pub(crate) struct KeyPool {
    primes: Vec<&'static str>,
    next: usize,
}

impl KeyPool {
    /// A pool whose order depends on the seed alone.
    pub(crate) fn new(seed: u64) -> Self {
        let primes: Vec<_> = POOL.lines().collect();
        let pairs = pair_count(primes.len()) as u64;
        Self {
            primes,
            next: (seed.wrapping_mul(2_654_435_761) % pairs) as usize,
        }
    }

    /// The next pair of primes; after all 2016 pairs the first comes again.
    pub(crate) fn draw(&mut self) -> PrimePair {
        let (first, second) = pair(self.next % pair_count(self.primes.len()));
        self.next += 1;
        let prime = |index: usize| self.primes.get(index).copied().unwrap_or_default();
        PrimePair {
            p: prime(first),
            q: prime(second),
        }
    }
}

/// Two primes of the pool: a key in the making.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PrimePair {
    p: &'static str,
    q: &'static str,
}

impl PrimePair {
    /// The key as PKCS#8. Costs some milliseconds of arithmetic.
    pub(crate) fn into_key(self) -> Result<PrivatePkcs8KeyDer<'static>, MakeKeyError> {
        let number = |hex: &str| BoxedUint::from_be_slice_vartime(&bytes(hex));
        let key = PrivateKey::from_p_q(number(self.p), number(self.q), BoxedUint::from(EXPONENT))
            .map_err(MakeKeyError::Primes)?;
        let der = key.to_pkcs8_der().map_err(MakeKeyError::Encode)?;
        Ok(PrivatePkcs8KeyDer::from(der.as_bytes().to_vec()))
    }
}

fn bytes(hex: &str) -> Vec<u8> {
    let digits: Vec<u8> = hex
        .chars()
        .filter_map(|c| c.to_digit(16))
        .map(|d| d as u8)
        .collect();
    digits
        .chunks_exact(2)
        .map(|pair| pair.iter().fold(0, |value, digit| value << 4 | digit))
        .collect()
}

const fn pair_count(primes: usize) -> usize {
    primes * primes.saturating_sub(1) / 2
}

/// The n-th pair of a triangle: (1,0), (2,0), (2,1), (3,0) …
fn pair(mut n: usize) -> (usize, usize) {
    let mut row = 1;
    while n >= row {
        n -= row;
        row += 1;
    }
    (row, n)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn draws_every_pair_once() {
        let mut pool = KeyPool::new(7);
        let drawn: HashSet<_> = (0..2016)
            .map(|_| pool.draw())
            .map(|pair| (pair.p, pair.q))
            .collect();
        assert_eq!(drawn.len(), 2016);
        assert!(drawn.iter().all(|(p, q)| p != q && p.len() == 256));
    }

    #[test]
    fn makes_keys_that_the_tls_library_takes() {
        let key = KeyPool::new(1).draw().into_key().unwrap();
        let key = rustls::pki_types::PrivateKeyDer::from(key);
        rustls::crypto::ring::sign::any_supported_type(&key).unwrap();
    }

    #[test]
    fn depends_on_the_seed_alone() {
        let key = |seed| KeyPool::new(seed).draw().into_key().unwrap();
        assert_eq!(key(3).secret_pkcs8_der(), key(3).secret_pkcs8_der());
        assert_ne!(key(3).secret_pkcs8_der(), key(4).secret_pkcs8_der());
    }
}

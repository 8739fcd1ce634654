//! Names for things that have to look random and still be the same for the same seed.

use std::sync::atomic::{AtomicU64, Ordering};

use sha2::{Digest, Sha256};

/// Derives ids, passwords, tokens and serial numbers from the lab's seed.
#[derive(Debug)]
pub(crate) struct Seeded {
    seed: u64,
    drawn: AtomicU64,
}

impl Seeded {
    pub(crate) const fn new(seed: u64) -> Self {
        Self {
            seed,
            drawn: AtomicU64::new(0),
        }
    }

    fn digest(&self, what: &str) -> [u8; 32] {
        Sha256::new()
            .chain_update(self.seed.to_be_bytes())
            .chain_update(what)
            .finalize()
            .into()
    }

    /// Another digest at each call.
    fn fresh(&self, what: &str) -> [u8; 32] {
        let count = self.drawn.fetch_add(1, Ordering::Relaxed);
        self.digest(&format!("{what}/{count}"))
    }

    /// An id in the form of a UUID, the same for the same words.
    pub(crate) fn uuid(&self, what: &str) -> String {
        let hex = hex(&self.digest(what));
        let part = |from: usize, to: usize| hex.get(from..to).unwrap_or_default().to_owned();
        [
            part(0, 8),
            part(8, 12),
            part(12, 16),
            part(16, 20),
            part(20, 32),
        ]
        .join("-")
    }

    /// An id that was not given out before.
    pub(crate) fn fresh_uuid(&self) -> String {
        let count = self.drawn.fetch_add(1, Ordering::Relaxed);
        self.uuid(&format!("fresh/{count}"))
    }

    /// A session token that was not given out before.
    pub(crate) fn token(&self) -> String {
        hex(&self.fresh("token"))
    }

    /// A password by the product's rule: lower and upper case, a digit, a special character (§1.7).
    pub(crate) fn password(&self, what: &str) -> String {
        let hex = hex(&self.digest(what));
        format!("Pr-{}", hex.get(..14).unwrap_or_default())
    }

    /// The password of a site's keystore files.
    pub(crate) fn keystore_password(&self, site: &str) -> String {
        self.password(&format!("{site}/keystore"))
    }

    /// A positive serial number of eight bytes (§2.8).
    pub(crate) fn serial(&self) -> u64 {
        let bytes = self.fresh("serial");
        bytes
            .iter()
            .take(8)
            .fold(0_u64, |value, byte| value << 8 | u64::from(*byte))
            >> 1
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

//! What opening a file may take, and what it may be given.

use serde::{Deserialize, Serialize};

/// Limits on what is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Options {
    /// Hashes that key derivation may compute for the whole file, in units of one SHA-256. A round of
    /// PBKDF2 takes two, a round of PKCS#12's own derivation one.
    pub hashes: u64,
    /// Bytes of memory that a derivation (scrypt) may take at one time.
    pub memory: u64,
    /// Bytes of the file.
    pub size: usize,
}

impl Default for Options {
    /// 8,000,000 hashes, 40 MiB for scrypt (N = 32768, r = 8), and 1 MiB of file. GnuTLS asks for 6,000,000
    /// hashes (600,000 rounds in ten places).
    fn default() -> Self {
        Self {
            hashes: 8_000_000,
            memory: 40 << 20,
            size: 1 << 20,
        }
    }
}

impl Options {
    /// What is done for a person who agreed to wait: 500 times the work, which takes minutes, and memory for
    /// scrypt with N = 131072 and r = 8. Beyond that nothing opens, whoever asks.
    pub fn patient() -> Self {
        let usual = Self::default();
        Self {
            hashes: usual.hashes * 500,
            memory: 160 << 20,
            ..usual
        }
    }
}

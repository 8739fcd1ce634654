//! Why a file could not be opened, and why what is in it is no bundle.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::looks_like::LooksLike;
use crate::options::Options;

/// Why a file could not be opened. Wrong password, an encryption that is not read, damage and another
/// kind of file altogether are four different answers: see [`ReadError::answer`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum ReadError {
    /// The file is encrypted and no password was given.
    #[error("open the file: it needs a password")]
    PasswordNeeded,
    /// The file was understood; the password is not its own.
    #[error("open the file: the password is wrong")]
    WrongPassword,
    /// The password is that of the file, but the key or another part inside has another one.
    #[error("open a part of the file: its password differs from the password of the file")]
    KeyPasswordDiffers,
    /// The password is that of a key inside; the file itself has another one, or its end was altered.
    #[error("open the file: the password opens the key inside, but not the file around it")]
    StorePasswordDiffers,
    /// The file is protected by an algorithm that is not read here. This is not about the password.
    #[error("open the file: {algorithm} is not supported")]
    UnsupportedEncryption {
        /// The algorithm by its usual name, or its object identifier.
        algorithm: String,
    },
    /// It is a file of a known kind, but incomplete or altered.
    #[error("read the file: {what} (at {at})")]
    Damaged {
        /// The place, such as `byte 17` or `block 2, line 40`.
        at: String,
        /// What is wrong there.
        what: Cow<'static, str>,
    },
    /// It is something else.
    #[error("find a certificate or a key: this is {looks_like:?}")]
    NotAKeystore {
        /// What it looks like instead.
        looks_like: LooksLike,
    },
    /// It is longer than anything that is read here.
    #[error("read the file: it has more than {limit} bytes")]
    TooLarge {
        /// The limit in bytes.
        limit: usize,
    },
    /// It holds more of something than anything that is read here.
    #[error("read the file: it has more than {limit} {of}")]
    TooMany {
        /// The limit.
        limit: usize,
        /// Of what, such as `certificates`.
        of: Cow<'static, str>,
    },
    /// The key derivation asks for more than allowed.
    #[error("open the file: {work} is more than allowed")]
    TooSlow {
        /// What opening the whole file takes, as far as that can be seen.
        work: Work,
    },
}

/// What it takes to make keys of a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Work {
    /// Rounds of key derivation, as the file counts them.
    pub rounds: u64,
    /// The same in units of one SHA-256.
    pub hashes: u64,
    /// Bytes of memory at one time, where a derivation takes any to speak of.
    pub memory: u64,
}

impl Work {
    /// So many rounds of so many hashes each.
    pub(crate) const fn of(rounds: u64, each: u64) -> Self {
        Self {
            rounds,
            hashes: rounds.saturating_mul(each),
            memory: 0,
        }
    }

    /// One after the other.
    pub(crate) fn then(self, other: Self) -> Self {
        Self {
            rounds: self.rounds.saturating_add(other.rounds),
            hashes: self.hashes.saturating_add(other.hashes),
            memory: self.memory.max(other.memory),
        }
    }

    /// The larger in each respect.
    pub(crate) fn or(self, other: Self) -> Self {
        Self {
            rounds: self.rounds.max(other.rounds),
            hashes: self.hashes.max(other.hashes),
            memory: self.memory.max(other.memory),
        }
    }

    /// Whether `options` allow it.
    pub const fn is_within(&self, options: &Options) -> bool {
        self.hashes <= options.hashes && self.memory <= options.memory
    }
}

impl fmt::Display for Work {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { rounds, memory, .. } = self;
        match memory >> 20 {
            0 => write!(f, "{rounds} rounds of key derivation"),
            mebibytes => write!(
                f,
                "{rounds} rounds of key derivation in {mebibytes} MiB of memory"
            ),
        }
    }
}

impl ReadError {
    /// Whether a password that is not known yet may open it.
    pub const fn wants_password(&self) -> bool {
        matches!(
            self,
            Self::PasswordNeeded
                | Self::WrongPassword
                | Self::KeyPasswordDiffers
                | Self::StorePasswordDiffers
        )
    }

    /// Whether a certificate or a key may be in the file although none was read: who makes something of other
    /// files has to know. What is a request, a public key or the like by its kind holds neither.
    pub const fn may_hide_a_key(&self) -> bool {
        match self {
            Self::NotAKeystore { looks_like } => !looks_like.is_companion(),
            Self::PasswordNeeded
            | Self::WrongPassword
            | Self::KeyPasswordDiffers
            | Self::StorePasswordDiffers
            | Self::UnsupportedEncryption { .. }
            | Self::Damaged { .. }
            | Self::TooLarge { .. }
            | Self::TooMany { .. }
            | Self::TooSlow { .. } => true,
        }
    }

    /// The answer in one word, as machines read it. A password that was not given is not wrong, and one that
    /// opens the file is right.
    pub const fn answer(&self) -> &'static str {
        match self {
            Self::PasswordNeeded | Self::KeyPasswordDiffers => "locked",
            Self::WrongPassword | Self::StorePasswordDiffers => "wrong-password",
            Self::UnsupportedEncryption { .. } | Self::TooSlow { .. } => "unsupported-encryption",
            Self::Damaged { .. } => "damaged",
            Self::NotAKeystore { .. } | Self::TooLarge { .. } | Self::TooMany { .. } => {
                "not-a-keystore"
            }
        }
    }
}

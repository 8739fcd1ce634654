//! One opening of one file: its password in all spellings, and the work it may still cost.

use secrecy::{ExposeSecret, SecretString};
use zeroize::Zeroizing;

use super::Options;
use crate::ReadError;

/// What is carried through the reading of one file.
pub(crate) struct Opening<'a> {
    password: Option<&'a str>,
    /// Hashes that may be computed, and that were.
    limit: u64,
    spent: u64,
    rounds: u64,
    /// Protections met so far, in words.
    pub(crate) encryption: Vec<String>,
}

/// One spelling of the password as bytes.
pub(crate) type Spelling = Zeroizing<Vec<u8>>;

impl<'a> Opening<'a> {
    pub(crate) fn new(password: Option<&'a SecretString>, options: &Options) -> Self {
        Self {
            password: password.map(ExposeSecret::expose_secret),
            limit: options.hashes,
            spent: 0,
            rounds: 0,
            encryption: Vec::new(),
        }
    }

    /// Rounds run so far.
    pub(crate) const fn rounds(&self) -> u64 {
        self.rounds
    }

    /// Allows `rounds` more rounds of `hashes` each, or none: the limit is for the whole file.
    pub(crate) fn spend(&mut self, rounds: u64, hashes: u64) -> Result<(), ReadError> {
        let left = self.limit - self.spent;
        let work = rounds.saturating_mul(hashes);
        if work > left {
            return Err(ReadError::TooSlow {
                iterations: self.rounds.saturating_add(rounds),
                limit: self.rounds + left / hashes.max(1),
            });
        }
        self.spent += work;
        self.rounds += rounds;
        Ok(())
    }

    /// Remembers a protection that was met.
    pub(crate) fn met(&mut self, protection: String) {
        if !self.encryption.contains(&protection) {
            self.encryption.push(protection);
        }
    }

    /// The answer when no spelling of the password opens the file.
    pub(crate) const fn refused(&self) -> ReadError {
        match self.password {
            None => ReadError::PasswordNeeded,
            Some(_) => ReadError::WrongPassword,
        }
    }

    /// The password as PKCS#12's own derivation takes it: UTF-16 with an end mark.
    ///
    /// Without a password both of its forms are tried: nothing at all (Windows, Go), and the end mark alone.
    /// OpenSSL before 1.1 widened the bytes of UTF-8 one by one.
    pub(crate) fn wide(&self) -> Vec<Spelling> {
        let mut spellings = Vec::new();
        for text in self.texts() {
            spellings.push(with_end_mark(text.encode_utf16()));
            if text.is_empty() {
                spellings.push(Zeroizing::new(Vec::new()));
            }
            if !text.is_ascii() {
                spellings.push(with_end_mark(text.bytes().map(u16::from)));
            }
        }
        spellings
    }

    /// The password as Java's own keystores take it: UTF-16 without an end mark.
    pub(crate) fn wide_without_end(&self) -> Option<Spelling> {
        let units = self.password?.encode_utf16();
        Some(Zeroizing::new(units.flat_map(u16::to_be_bytes).collect()))
    }

    /// The password as the other derivations take it: UTF-8. Some programs take Latin-1 instead.
    pub(crate) fn narrow(&self) -> Vec<Spelling> {
        let mut spellings = Vec::new();
        for text in self.texts() {
            spellings.push(Zeroizing::new(text.as_bytes().to_vec()));
            let latin: Result<Vec<u8>, _> = text.chars().map(u8::try_from).collect();
            if let (false, Ok(latin)) = (text.is_ascii(), latin) {
                spellings.push(Zeroizing::new(latin));
            }
        }
        spellings
    }

    /// The same, and at last UTF-16, which NSS before 2017 took for PBKDF2 as well.
    pub(crate) fn narrow_or_wide(&self) -> Vec<Spelling> {
        let mut spellings = self.narrow();
        let texts = self.texts().filter(|text| !text.is_empty());
        spellings.extend(texts.map(|text| with_end_mark(text.encode_utf16())));
        spellings
    }

    /// The password as it was given, and without the line break that a clipboard may have added.
    fn texts(&self) -> impl Iterator<Item = &'a str> {
        let text = self.password.unwrap_or_default();
        let line = text.trim_end_matches(['\r', '\n']);
        [text].into_iter().chain((line != text).then_some(line))
    }
}

fn with_end_mark(units: impl Iterator<Item = u16>) -> Spelling {
    Zeroizing::new(units.chain([0]).flat_map(u16::to_be_bytes).collect())
}

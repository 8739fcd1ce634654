//! One opening of one file: its password in all spellings, and the work it may still cost.

use secrecy::{ExposeSecret, SecretString};

use super::spelling::{Spelling, Way};
use super::{Options, java};
use crate::bundle::BeyondJava;
use crate::{ReadError, UnfitPassword, ascii_password};

/// What is carried through the reading of one file.
pub(crate) struct Opening<'a> {
    password: Option<&'a str>,
    /// Hashes that may be computed, and that were.
    limit: u64,
    spent: u64,
    rounds: u64,
    /// Spellings of the password that have opened something.
    right: Vec<(Way, Spelling)>,
    /// Protections met so far, in words.
    pub(crate) encryption: Vec<String>,
    /// What keeps Java from opening the same.
    pub(crate) beyond_java: Vec<BeyondJava>,
}

impl<'a> Opening<'a> {
    pub(crate) fn new(password: Option<&'a SecretString>, options: &Options) -> Self {
        Self {
            password: password.map(ExposeSecret::expose_secret),
            limit: options.hashes,
            spent: 0,
            rounds: 0,
            right: Vec::new(),
            encryption: Vec::new(),
            beyond_java: Vec::new(),
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
        if rounds > java::MOST_ROUNDS {
            self.is_beyond_java(BeyondJava::Rounds(rounds));
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

    /// Remembers something that Java makes nothing of.
    pub(crate) fn is_beyond_java(&mut self, what: BeyondJava) {
        if !self.beyond_java.contains(&what) {
            self.beyond_java.push(what);
        }
    }

    /// Whether the password that opened the file can go with it to the appliance; nothing where nothing
    /// in the file is protected. A line break at its end came from the clipboard.
    pub(crate) fn fitness(&self) -> Option<Result<(), UnfitPassword>> {
        let typed = self.password.unwrap_or_default();
        let password = SecretString::from(typed.trim_end_matches(['\r', '\n']));
        (!self.encryption.is_empty()).then(|| ascii_password(&password))
    }

    /// Whether a password was given; an empty one is one.
    pub(crate) const fn has_password(&self) -> bool {
        self.password.is_some()
    }

    /// The answer when no spelling of the password opens the file.
    pub(crate) const fn refused(&self) -> ReadError {
        match self.password {
            None => ReadError::PasswordNeeded,
            Some(_) => ReadError::WrongPassword,
        }
    }

    /// What `fits` gives for the first spelling of the password that gives anything. Every one costs work;
    /// where the limit leaves only some of them, these are the answer.
    pub(crate) fn find<T>(
        &mut self,
        way: Way,
        mut fits: impl FnMut(&mut Self, &[u8]) -> Result<Option<T>, ReadError>,
    ) -> Result<Option<T>, ReadError> {
        for (place, spelling) in self.spellings(way).into_iter().enumerate() {
            match fits(self, &spelling) {
                Ok(None) => {}
                Ok(found) => {
                    self.right.push((way, spelling));
                    return Ok(found);
                }
                // The password as it was typed did not open it; that is the answer.
                Err(ReadError::TooSlow { .. }) if place > 0 => break,
                Err(error) => return Err(error),
            }
        }
        Ok(None)
    }

    /// All spellings; what opened one part of the file comes first for the next.
    fn spellings(&self, way: Way) -> Vec<Spelling> {
        let mut all = way.spellings(self.password);
        let is_right = |one: &Spelling| {
            self.right
                .iter()
                .any(|(of, right)| *of == way && right == one)
        };
        all.sort_by_key(|spelling| !is_right(spelling));
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_rounds_than_java_runs_are_beyond_it() {
        let options = Options {
            hashes: u64::MAX,
            ..Options::default()
        };
        let mut opening = Opening::new(None, &options);
        opening.spend(java::MOST_ROUNDS, 1).unwrap();
        assert_eq!(opening.beyond_java, []);
        opening.spend(java::MOST_ROUNDS + 1, 1).unwrap();
        let rounds = BeyondJava::Rounds(java::MOST_ROUNDS + 1);
        assert_eq!(opening.beyond_java, [rounds]);
    }
}

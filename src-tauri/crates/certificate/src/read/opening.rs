//! One opening of one file: its passwords in all spellings, and the work it may still cost.

use secrecy::{ExposeSecret, SecretString};

use super::spelling::{Spelling, Way};
use crate::bundle::BeyondJava;
use crate::options::Options;
use crate::{ReadError, UnfitPassword, Work, ascii_password, java};

/// What is carried through the reading of one file.
pub(crate) struct Opening<'a> {
    passwords: Vec<&'a str>,
    /// What may be done, what was, and what the file can be seen to take in all.
    options: Options,
    spent: Work,
    foreseen: Work,
    /// Spellings of the password that have opened something.
    right: Vec<(Way, Spelling)>,
    /// The place of the password that has opened something, among those that were given.
    used: Option<usize>,
    /// Protections met so far, in words.
    pub(crate) encryption: Vec<String>,
    /// What keeps Java from opening the same.
    pub(crate) beyond_java: Vec<BeyondJava>,
}

impl<'a> Opening<'a> {
    pub(crate) fn new(passwords: &[&'a SecretString], options: &Options) -> Self {
        Self {
            passwords: passwords.iter().map(|one| one.expose_secret()).collect(),
            options: *options,
            spent: Work::default(),
            foreseen: Work::default(),
            right: Vec::new(),
            used: None,
            encryption: Vec::new(),
            beyond_java: Vec::new(),
        }
    }

    /// Rounds run so far.
    pub(crate) const fn rounds(&self) -> u64 {
        self.spent.rounds
    }

    /// Adds to what the file can be seen to take, so that a refusal tells all of it and not the first part.
    pub(crate) fn foresee(&mut self, work: Work) {
        self.foreseen = self.foreseen.then(work);
    }

    /// Refuses now what would be refused half-way.
    pub(crate) fn has_room_for(&self, coming: Work) -> Result<(), ReadError> {
        let all = self.spent.then(coming);
        if all.is_within(&self.options) {
            return Ok(());
        }
        let work = all.or(self.foreseen);
        Err(ReadError::TooSlow { work })
    }

    /// Allows some work, or none: the limit is for the whole file.
    pub(crate) fn spend(&mut self, work: Work) -> Result<(), ReadError> {
        self.has_room_for(work)?;
        if work.rounds > java::MOST_ROUNDS {
            self.is_beyond_java(BeyondJava::Rounds(work.rounds));
        }
        self.spent = self.spent.then(work);
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
        let typed = self.passwords.first().copied().unwrap_or_default();
        let password = SecretString::from(typed.trim_end_matches(['\r', '\n']));
        (!self.encryption.is_empty()).then(|| ascii_password(&password))
    }

    /// Whether a password was given; an empty one is one.
    pub(crate) fn has_password(&self) -> bool {
        !self.passwords.is_empty()
    }

    /// The answer when no spelling of the password opens the file.
    pub(crate) fn refused(&self) -> ReadError {
        if self.has_password() {
            ReadError::WrongPassword
        } else {
            ReadError::PasswordNeeded
        }
    }

    /// What `fits` gives for the first spelling of the password that gives anything. Every one costs work;
    /// where the limit leaves only some of them, these are the answer.
    pub(crate) fn find<T>(
        &mut self,
        way: Way,
        mut fits: impl FnMut(&mut Self, &[u8]) -> Result<Option<T>, ReadError>,
    ) -> Result<Option<T>, ReadError> {
        for (place, (whose, spelling)) in self.spellings(way).into_iter().enumerate() {
            match fits(self, &spelling) {
                Ok(None) => {}
                Ok(found) => {
                    self.right.push((way, spelling));
                    if self.used.replace(whose).is_some_and(|other| other != whose) {
                        self.is_beyond_java(BeyondJava::TwoPasswords);
                    }
                    return Ok(found);
                }
                // The password as it was typed did not open it; that is the answer.
                Err(ReadError::TooSlow { .. }) if place > 0 => break,
                Err(error) => return Err(error),
            }
        }
        Ok(None)
    }

    /// All spellings, and the place of their password; what opened one part of the file comes first for the
    /// next.
    fn spellings(&self, way: Way) -> Vec<(usize, Spelling)> {
        let of = |place: usize, password: Option<&str>| {
            let spellings = way.spellings(password).into_iter();
            spellings.map(move |spelling| (place, spelling))
        };
        let mut all: Vec<(usize, Spelling)> = match self.passwords.as_slice() {
            [] => of(0, None).collect(),
            given => {
                let given = given.iter().enumerate();
                given
                    .flat_map(|(place, one)| of(place, Some(one)))
                    .collect()
            }
        };
        let is_right = |one: &Spelling| {
            self.right
                .iter()
                .any(|(of, right)| *of == way && right == one)
        };
        all.sort_by_key(|(_, spelling)| !is_right(spelling));
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
        let mut opening = Opening::new(&[], &options);
        opening.spend(Work::of(java::MOST_ROUNDS, 1)).unwrap();
        assert_eq!(opening.beyond_java, []);
        opening.spend(Work::of(java::MOST_ROUNDS + 1, 1)).unwrap();
        let rounds = BeyondJava::Rounds(java::MOST_ROUNDS + 1);
        assert_eq!(opening.beyond_java, [rounds]);
    }
}

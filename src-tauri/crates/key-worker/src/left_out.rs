//! What did not open, where something is made of the rest.

use std::fmt;

use certificate::{LockedKey, ReadError};
use serde::{Deserialize, Serialize};

use crate::Inside;

/// A file, or a key in one, that is not part of what was made of the files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// The file's place among those that were offered.
    pub(crate) place: usize,
    /// What people call the file.
    pub file: String,
    /// The private key that stayed locked, where the rest of the file was read.
    pub key: Option<LockedKey>,
    /// Why it did not open.
    pub why: ReadError,
}

impl fmt::Display for LeftOut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.key {
            None => f.write_str(&self.file),
            Some(key) => write!(f, "{}, its private key {key}", self.file),
        }
    }
}

impl LeftOut {
    /// The same with what people call its file.
    pub(crate) fn named(self, names: &[String]) -> Self {
        let file = names.get(self.place).cloned().unwrap_or_default();
        Self { file, ..self }
    }
}

/// What most likely holds what is missing: rather something that waits for a password, rather a private key in a
/// form that is not read here. What holds neither by its kind is in the way only where there is nothing else.
pub(crate) fn likeliest(files: &[Result<Inside, ReadError>]) -> Option<LeftOut> {
    let mut all = of(files);
    let is_any_open = files.iter().any(Result::is_ok);
    all.retain(|one| !is_any_open || one.why.may_hide_a_key());
    let is_key = |why: &ReadError| matches!(why, ReadError::NotAKeystore { looks_like } if looks_like.is_private_key());
    all.sort_by_key(|one| (!one.why.wants_password(), !is_key(&one.why)));
    all.into_iter().next()
}

/// Everything that did not open, file by file.
pub(crate) fn of(files: &[Result<Inside, ReadError>]) -> Vec<LeftOut> {
    let mut all = Vec::new();
    for (place, file) in files.iter().enumerate() {
        let of = |key: Option<&LockedKey>, why: &ReadError| LeftOut {
            place,
            file: String::new(),
            key: key.cloned(),
            why: why.clone(),
        };
        match file {
            Ok(inside) => all.extend(inside.locked.iter().map(|key| of(Some(key), &key.why))),
            Err(why) => all.push(of(None, why)),
        }
    }
    all
}

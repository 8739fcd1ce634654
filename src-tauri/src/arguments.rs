//! The command line of the desktop app: two switches, for a portable folder and for practice.

use std::{ffi::OsString, path::PathBuf};

/// What the app was started with.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Arguments {
    /// `--state DIR`: keep everything in this folder.
    pub(crate) state: Option<PathBuf>,
    /// `--practice-lab`: start the practice lab at once.
    pub(crate) practice_lab: bool,
}

/// Why the command line was not understood.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum ArgumentError {
    #[error("--state wants a folder")]
    NoFolder,
    #[error("{0} is not an argument of Reseal; it takes --state DIR and --practice-lab")]
    Unknown(String),
}

impl Arguments {
    /// Reads what follows the program's name.
    pub(crate) fn read(given: impl IntoIterator<Item = OsString>) -> Result<Self, ArgumentError> {
        let (mut read, mut given) = (Self::default(), given.into_iter());
        while let Some(argument) = given.next() {
            match argument.to_str() {
                Some("--practice-lab") => read.practice_lab = true,
                Some("--state") => read.state = Some(folder(given.next())?),
                _ => return Err(ArgumentError::Unknown(argument.display().to_string())),
            }
        }
        Ok(read)
    }
}

fn folder(given: Option<OsString>) -> Result<PathBuf, ArgumentError> {
    given
        .filter(|path| !path.is_empty())
        .map(PathBuf::from)
        .ok_or(ArgumentError::NoFolder)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(given: &[&str]) -> Result<Arguments, ArgumentError> {
        Arguments::read(given.iter().map(OsString::from))
    }

    #[test]
    fn takes_a_folder_and_the_practice_lab_in_any_order() {
        let wanted = Arguments {
            state: Some("here".into()),
            practice_lab: true,
        };
        assert_eq!(read(&["--state", "here", "--practice-lab"]), Ok(wanted));
        assert_eq!(read(&[]), Ok(Arguments::default()));
    }

    #[test]
    fn refuses_what_it_does_not_know() {
        assert_eq!(
            read(&["--password=x"]),
            Err(ArgumentError::Unknown("--password=x".to_owned()))
        );
        assert_eq!(read(&["--state"]), Err(ArgumentError::NoFolder));
    }
}

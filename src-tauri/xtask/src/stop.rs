//! Why a command of this repository stopped.

use std::fmt;
use std::io;
use std::process::ExitStatus;

/// Why a command stopped, in words for the person who typed it.
#[derive(Debug)]
pub(crate) enum Stop {
    /// The command was not understood.
    Usage(&'static str),
    /// Something must be installed that this program cannot install by itself.
    Missing {
        /// What.
        what: String,
        /// What to type.
        todo: String,
    },
    /// A program could not be started.
    NotStarted {
        /// The program.
        program: String,
        /// Why.
        source: io::Error,
    },
    /// A program ended with a failure, which it has told by itself.
    Failed {
        /// The program.
        program: String,
        /// How it ended.
        status: ExitStatus,
    },
    /// A file could not be read or written.
    File {
        /// The file.
        path: String,
        /// Why.
        source: io::Error,
    },
    /// Rules of this house are broken.
    Broken(Vec<String>),
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(usage) => f.write_str(usage),
            Self::Missing { what, todo } => write!(f, "\nMissing: {what}\n{todo}"),
            Self::NotStarted { program, source } => {
                write!(f, "\n{program} could not be started: {source}")
            }
            Self::Failed { program, status } => write!(f, "\n{program} failed ({status})"),
            Self::File { path, source } => write!(f, "\n{path}: {source}"),
            Self::Broken(rules) => write!(f, "\n{}", rules.join("\n")),
        }
    }
}

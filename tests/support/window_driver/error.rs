//! What can go wrong while a window is driven.

use std::io;
use std::time::Duration;

/// Why a window could not be driven.
#[derive(Debug, thiserror::Error)]
pub enum DriveError {
    /// A program that the driving needs did not start or did not end well.
    #[error("run {program}")]
    Program {
        /// The program.
        program: &'static str,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// A file or folder of the driven app could not be used.
    #[error("use the files of the driven app")]
    Files(#[from] io::Error),
    /// The driver answered no new session.
    #[error("open a WebDriver session: {log}")]
    NoSession {
        /// What the driver and the app wrote.
        log: String,
        /// Why.
        #[source]
        source: fantoccini::error::NewSessionError,
    },
    /// The page did not answer.
    #[error("ask the page")]
    Page(#[from] fantoccini::error::CmdError),
    /// Something that was waited for did not show.
    #[error("see {what} within {waited:?}; on the page: {page}")]
    NotSeen {
        /// What was waited for.
        what: String,
        /// How long.
        waited: Duration,
        /// What could be read instead.
        page: String,
    },
}

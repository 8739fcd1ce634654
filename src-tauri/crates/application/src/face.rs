//! What the application asks of whoever shows it: a window, a terminal, a test.

use std::{
    future::Future,
    path::{Path, PathBuf},
    pin::Pin,
};

use rotation::{Problem, RunView};
use secrecy::SecretString;
use zeroize::Zeroizing;

use crate::error::{Answer, Refusal};

mod confirmation;
mod secret_prompt;

pub use confirmation::{Agreed, Confirmation, Fact, TitledCertificate, parse_thumbprint};
pub use secret_prompt::SecretPrompt;

/// What a person answers; nothing where they gave no answer.
pub type Asking<'a, T> = Pin<Box<dyn Future<Output = Answer<Option<T>>> + Send + 'a>>;

/// Whoever agrees to something in the name of a person.
pub trait Agrees: Send + Sync {
    /// Asks for the agreement.
    fn agreement(&self, asks: Confirmation) -> Asking<'_, Agreed>;
}

/// Whoever shows the application to a person.
pub trait Face: Agrees {
    /// Asks for one secret.
    fn secret(&self, prompt: SecretPrompt) -> Asking<'_, SecretString>;

    /// A run that this process works on has come to another status.
    fn stands(&self, view: &RunView);
}

/// A path that a person chose, or nothing when the dialog was closed.
pub type Chosen<'a> = Pin<Box<dyn Future<Output = Option<PathBuf>> + Send + 'a>>;

/// Paths that a person chose; none when the dialog was closed.
pub type ChosenSeveral<'a> = Pin<Box<dyn Future<Output = Vec<PathBuf>> + Send + 'a>>;

/// What is asked of a person about files.
pub trait FileDialog: Send + Sync {
    /// Certificate files to read, one or several; the dialog opens in `folder` if one is given.
    fn pick_certificates(&self, folder: Option<&Path>) -> ChosenSeveral<'_>;

    /// Where to save a keystore that is proposed to be called `name`.
    fn save_keystore(&self, name: &str) -> Chosen<'_>;

    /// Where to save a request for a certificate that is proposed to be called `name`.
    fn save_request(&self, name: &str) -> Chosen<'_>;

    /// The folder for reports that are saved by themselves.
    fn pick_reports_folder(&self) -> Chosen<'_>;

    /// Where to save a report that is proposed to be called `name`.
    fn save_report(&self, name: &str) -> Chosen<'_>;
}

/// What is asked of the clipboard. All of it may wait for another program: never on an async thread.
pub trait Clipboard: Send + Sync {
    /// The text on it.
    fn text(&self) -> Result<Zeroizing<String>, ClipboardError>;

    /// Puts a secret on it; where the system keeps a history of it, outside of that.
    fn put(&self, secret: &SecretString) -> Result<(), ClipboardError>;

    /// Empties it, if the secret is still what is on it.
    fn take_off(&self, secret: &SecretString) -> Result<(), ClipboardError>;
}

/// Why the clipboard could not be used.
#[derive(Debug, thiserror::Error)]
pub enum ClipboardError {
    /// There is nothing on it, or a picture.
    #[error("read the clipboard: there is no text on it")]
    NoText,
    /// The system did not let us.
    #[error("use the clipboard")]
    Refused(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl From<ClipboardError> for Refusal {
    fn from(error: ClipboardError) -> Self {
        let ClipboardError::Refused(_) = error else {
            return Self::new(
                "clipboard.no_text",
                "There is no text on the clipboard.",
                "Nothing was read from it.",
                "Copy the text from -----BEGIN to -----END and paste again, or drop the file.",
            );
        };
        let problem = Problem::new(
            "clipboard.refused",
            "The clipboard cannot be used.",
            "Nothing was read from it and nothing was put on it.",
            "Use files in its place: drop them, and type the password of the one that is made.",
        );
        Self::from(problem.quoting(&format!("{error:#}")))
    }
}

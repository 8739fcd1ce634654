//! What is read when something goes wrong before the core is asked: the words of this program's own
//! errors, and those of the saved sites.

use rotation::Problem;
use sites::KeyringError;

use crate::arguments::ArgumentsError;
use crate::secrets::SecretsError;

const NOTHING_DONE: &str = "Nothing was done at any site.";

impl From<&ArgumentsError> for Problem {
    fn from(error: &ArgumentsError) -> Self {
        if let ArgumentsError::Address(error) = error {
            return error.into();
        }
        let todo = match error {
            ArgumentsError::Thumbprint { .. } => {
                "Give the SHA-256 thumbprint: 64 digits, with or without colons."
            }
            ArgumentsError::Answer { .. } => {
                "Write --answer QUESTION=ANSWER, or QUESTION=ANSWER=TYPED."
            }
            ArgumentsError::Size { .. } => {
                "Use 2048, 3072 or 4096: the appliance takes RSA of at least 2048 bits."
            }
            ArgumentsError::NoVerb
            | ArgumentsError::UnknownVerb { .. }
            | ArgumentsError::Word(_)
            | ArgumentsError::NotForVerb { .. }
            | ArgumentsError::Missing { .. }
            | ArgumentsError::TooMany { .. }
            | ArgumentsError::Address(_) => "See what there is with reseal-cli --help.",
        };
        Self::of(error, "arguments.not_understood", NOTHING_DONE, todo)
    }
}

impl From<&SecretsError> for Problem {
    fn from(error: &SecretsError) -> Self {
        // A cause may hold a part of what was read, so only the error's own facts are told.
        let problem = Self::of(
            error,
            "secrets.unreadable",
            NOTHING_DONE,
            "Write one JSON document to standard input: \
             {\"sites\":{\"ADDRESS\":{\"user\":\"root\",\"password\":\"...\"}},\"bundle\":\"...\"}",
        );
        Self {
            quote: None,
            ..problem
        }
    }
}

/// Words for the keyring, asked for a password that nobody gave.
pub(crate) fn of_keyring(error: &KeyringError) -> Problem {
    Problem {
        meaning: "Nobody signed in with this password, and nothing was changed.".to_owned(),
        todo: "Give the password with --secrets-stdin.".to_owned(),
        ..Problem::from(error)
    }
}

/// Nobody said by which certificate the site is known.
pub(crate) fn no_thumbprint(address: &str) -> Problem {
    Problem::new(
        "site.unverified",
        format!("It is not known which certificate {address} must present."),
        "No password was sent there, and nothing was changed.",
        format!(
            "Name it as {address}=SHA-256:..., with the thumbprint from the appliance's console or from vCenter."
        ),
    )
}

/// Nobody said with what to sign in.
pub(crate) fn no_password(address: &str) -> Problem {
    Problem::new(
        "site.password_needed",
        format!("There is no password for {address}."),
        "Nobody signed in there, and nothing was changed.",
        "Give it with --secrets-stdin, or let the window remember it in the keyring.",
    )
}

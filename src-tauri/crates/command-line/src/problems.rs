//! What is read when something goes wrong before the core is asked: the words of this program's own
//! errors, and those of the saved sites.

use appliance::ServiceType;
use rotation::Problem;
use sites::{Advice, KeyringError, SitesError};

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
            ArgumentsError::NoVerb
            | ArgumentsError::UnknownVerb { .. }
            | ArgumentsError::Word(_)
            | ArgumentsError::NotForVerb { .. }
            | ArgumentsError::Missing { .. }
            | ArgumentsError::TooMany { .. }
            | ArgumentsError::Address(_) => "See what there is with reseal-cli --help.",
        };
        let problem = Self::new(
            "arguments.not_understood",
            sentence(error),
            NOTHING_DONE,
            todo,
        );
        problem.quoting(&causes(error))
    }
}

impl From<&SecretsError> for Problem {
    fn from(error: &SecretsError) -> Self {
        // A cause may hold a part of what was read, so only the error's own facts are told.
        Self::new(
            "secrets.unreadable",
            sentence(error),
            NOTHING_DONE,
            "Write one JSON document to standard input: \
             {\"sites\":{\"ADDRESS\":{\"user\":\"root\",\"password\":\"...\"}},\"bundle\":\"...\"}",
        )
    }
}

/// Words for the list of saved sites.
pub(crate) fn of_sites(error: &SitesError) -> Problem {
    advised(error, error.advice())
}

/// Words for the keyring.
pub(crate) fn of_keyring(error: &KeyringError) -> Problem {
    let advice = error.advice();
    let problem = advised(error, advice);
    Problem {
        todo: "Give the password with --secrets-stdin.".to_owned(),
        ..problem
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

/// The Manager, the Tunnel or the Replicator Service answers: the same login, another certificate.
pub(crate) fn another_service(address: &str, service: &ServiceType) -> Problem {
    Problem::new(
        "site.another_service",
        format!("The {service} answers at {address}, not the Cloud Service."),
        NOTHING_DONE,
        "Give the address of the Cloud Service: the one without a port, or with 443.",
    )
}

fn advised(error: &dyn std::error::Error, advice: Advice) -> Problem {
    let problem = Problem::new(advice.code, sentence(error), advice.meaning, advice.todo);
    problem.quoting(&causes(error))
}

fn causes(error: &dyn std::error::Error) -> String {
    let sources = std::iter::successors(error.source(), |cause| cause.source());
    let causes: Vec<String> = sources.map(ToString::to_string).collect();
    causes.join(": ")
}

/// The error's own words as a sentence.
fn sentence(error: &dyn std::error::Error) -> String {
    let words = error.to_string();
    let mut letters = words.chars();
    let first = letters
        .next()
        .map(|letter| letter.to_uppercase().to_string());
    format!("{}{}.", first.unwrap_or_default(), letters.as_str())
}

//! What the errors of this crate mean to the operator, and what to do.

use certificate::MakeRequestError;
use key_worker::RequestError;
use rotation::Problem;

use crate::RequestsError;

/// Nothing of what was asked for was kept.
const NOTHING_KEPT: &str = "No request and no key were kept.";

impl From<&RequestsError> for Problem {
    fn from(error: &RequestsError) -> Self {
        match error {
            RequestsError::File(source) => {
                let file = Self::from(source);
                Self::of(error, &file.code, file.meaning, file.todo)
            }
            RequestsError::Unfit(why) => unfit(why),
            RequestsError::Make(RequestError::Worker(worker)) => worker.into(),
            RequestsError::Make(RequestError::NotMade { .. }) | RequestsError::Stopped => Self::of(
                error,
                "request.not_made",
                NOTHING_KEPT,
                "Try again; if it stays like this, report it with these words.",
            ),
            RequestsError::NotKept(_) => Self::of(
                error,
                "request.no_keyring",
                "The key of a request waits encrypted, and what decrypts it waits in the keyring of \
                 this machine. The keyring does not take it, so no request and no key were kept.",
                "Unlock the keyring and try again, or protect the key with a password of your own.",
            ),
            RequestsError::NotRecalled(_) => Self::of(
                error,
                "request.keyring",
                "The key is still there, encrypted; what decrypts it is in the keyring of this \
                 machine, which does not hand it out.",
                "Unlock the keyring and try again.",
            ),
            RequestsError::KeyGone { .. } => Self::of(
                error,
                "request.key_gone",
                "The key of this request cannot be decrypted any more: the request was made under \
                 another account or on another machine, or the keyring was emptied.",
                "Use the account that made it, or make a new request and have it signed.",
            ),
            RequestsError::NotPending { .. } => Self::of(
                error,
                "request.gone",
                "It was forgotten, here or in another window. Nothing was changed.",
                "Look at the list of requests.",
            ),
        }
    }
}

fn unfit(why: &MakeRequestError) -> Problem {
    let (code, todo) = match why {
        MakeRequestError::NoName => (
            "request.no_name",
            "Name the host that peers and browsers use, and the one that administrators use.",
        ),
        MakeRequestError::BadName { .. } => (
            "request.bad_name",
            "Use letters, digits and hyphens, with one * as the whole first label at most, or an IP \
             address; write an international name in its xn-- form.",
        ),
        MakeRequestError::Generate(_)
        | MakeRequestError::Encode(_)
        | MakeRequestError::ReadBack(_)
        | MakeRequestError::Sign(_) => ("request.not_made", "Try again."),
    };
    Problem::of(why, code, NOTHING_KEPT, todo)
}

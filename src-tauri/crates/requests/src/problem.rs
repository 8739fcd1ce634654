//! What the errors of this crate are to a person.

use certificate::MakeRequestError;
use key_worker::RequestError;
use message::{Problem, message, problem};

use crate::RequestsError;

impl From<&RequestsError> for Problem {
    fn from(error: &RequestsError) -> Self {
        match error {
            RequestsError::File(source) => {
                let problem = Self::from(source);
                let cause = problem.message.clone();
                problem.told_as(message!("requests.file", cause = cause))
            }
            RequestsError::Unfit(why) => unfit(why),
            RequestsError::Make(RequestError::Worker(worker)) => worker.into(),
            RequestsError::Make(RequestError::NotMade { .. }) | RequestsError::Stopped => {
                problem!("request.not_made").caused_by(error)
            }
            RequestsError::NotKept(_) => problem!("request.no_keyring").caused_by(error),
            RequestsError::NotRecalled(_) => problem!("request.keyring").caused_by(error),
            RequestsError::KeyGone { name, day } => {
                problem!("request.key_gone", name = name, day = day)
            }
            RequestsError::NotPending { id } => problem!("request.gone", id = id),
        }
    }
}

fn unfit(why: &MakeRequestError) -> Problem {
    match why {
        MakeRequestError::NoName => problem!("request.no_name"),
        MakeRequestError::BadName { name } => problem!("request.bad_name", name = name),
        MakeRequestError::Generate(_)
        | MakeRequestError::Encode(_)
        | MakeRequestError::ReadBack(_)
        | MakeRequestError::Sign(_) => problem!("request.not_made").caused_by(why),
    }
}

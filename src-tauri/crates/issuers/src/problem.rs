//! What it is to a person that a chain could not be completed.

use message::{Message, Problem, message, problem};

use crate::complete::CompleteError;
use crate::error::{FetchError, Unvisited};

impl From<&CompleteError> for Problem {
    fn from(error: &CompleteError) -> Self {
        match error {
            CompleteError::NotFound => problem!("chain.issuer_not_found"),
            CompleteError::NoAddress => problem!("chain.no_address"),
            CompleteError::NotFetched { address, source } => problem!(
                "chain.not_fetched",
                address = address,
                cause = source.message()
            )
            .caused_by(source),
        }
    }
}

impl FetchError {
    /// What happened, with what a person can do instead as `todo`.
    pub fn message(&self) -> Message {
        match self {
            Self::NotAnAddress { address } => message!("fetch.not_an_address", address = address),
            Self::NotVisited { address, why } => {
                message!("fetch.not_visited", address = address, why = why.message())
            }
            Self::NotFound { host, .. } => message!("fetch.not_found", host = host),
            Self::NotPublic { host, address } => message!(
                "fetch.not_public",
                host = host,
                address = address.to_string()
            ),
            Self::Unreachable { host, .. } => message!("fetch.unreachable", host = host),
            Self::TookTooLong { host, limit } => {
                message!("fetch.took_too_long", host = host, limit = *limit)
            }
            Self::Refused { host, status } => {
                message!("fetch.refused", host = host, status = status.to_string())
            }
            Self::TooLarge { host, limit } => {
                message!("fetch.too_large", host = host, limit = *limit)
            }
            Self::NoCertificate { host, .. } => message!("fetch.no_certificate", host = host),
        }
    }
}

impl Unvisited {
    fn message(self) -> Message {
        match self {
            Self::Scheme => message!("fetch.scheme"),
            Self::UserName => message!("fetch.user_name"),
            Self::Port => message!("fetch.port"),
        }
    }
}

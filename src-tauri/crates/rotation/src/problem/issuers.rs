//! Words for a chain that could not be completed.

use issuers::CompleteError;

use super::Problem;

impl From<&CompleteError> for Problem {
    fn from(error: &CompleteError) -> Self {
        let ask = "Ask the authority for the certificate of the issuer that is missing, and add the file.";
        let (code, todo) = match error {
            CompleteError::NotFound => ("chain.issuer_not_found", ask),
            CompleteError::NoAddress => ("chain.no_address", ask),
            CompleteError::NotFetched { source, .. } => ("chain.not_fetched", source.todo()),
        };
        let meaning = "The chain stays as it is. Nothing was sent to any site.";
        Self::of(error, code, meaning, todo)
    }
}

//! Why a site could not be read, to a person.

use appliance::ServiceType;
use message::{Problem, problem};

use crate::survey::SurveyError;

impl SurveyError {
    /// Why the site at this address could not be read.
    pub(crate) fn problem(&self, address: &str) -> Problem {
        match self {
            Self::AnotherService { service } => another_service(service, address),
            Self::Request(error) => error.problem(address),
        }
    }
}

/// The Manager, the Tunnel or the Replicator Service answers: the same login, another certificate.
pub fn another_service(service: &ServiceType, address: &str) -> Problem {
    problem!(
        "site.another_service",
        service = service.to_string(),
        address = address
    )
}

//! Words for why a site could not be read.

use appliance::ServiceType;

use crate::problem::{Problem, UNCHANGED};
use crate::survey::SurveyError;

impl From<(&str, &SurveyError)> for Problem {
    /// Why the site at this address could not be read.
    fn from((address, error): (&str, &SurveyError)) -> Self {
        match error {
            SurveyError::AnotherService { service } => Self::from((address, service)),
            SurveyError::Request(error) => Self::from((address, error)),
        }
    }
}

impl From<(&str, &ServiceType)> for Problem {
    /// The Manager, the Tunnel or the Replicator Service answers: the same login, another certificate.
    fn from((address, service): (&str, &ServiceType)) -> Self {
        Self::new(
            "site.another_service",
            format!("The {service} answers at {address}, not the Cloud Service."),
            UNCHANGED,
            "Give the address of the Cloud Service: the one without a port, or with 443.",
        )
    }
}

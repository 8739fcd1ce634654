//! Why a certificate is not replaced, to a person.

use message::{Problem, message, problem};

use crate::problem::other_certificate;
use crate::replace::ReplaceError;

impl From<&ReplaceError> for Problem {
    fn from(error: &ReplaceError) -> Self {
        match error {
            ReplaceError::ChangedMeanwhile { site, uses } => problem!(
                "replace.changed_meanwhile",
                site = site,
                uses = uses.to_string()
            ),
            ReplaceError::PairingChanged { site, peer } => {
                problem!("replace.pairing_changed", site = site, peer = peer)
            }
            ReplaceError::Refused { site, source } => {
                let cause = source.problem(site);
                let message = message!("replace.refused", site = site, cause = cause.message);
                Self {
                    quote: cause.quote,
                    ..message.into()
                }
            }
            ReplaceError::OtherCertificate { site, seen } => other_certificate(site, seen),
            ReplaceError::NobodyToRepair { site } => {
                problem!("replace.nobody_to_repair", site = site)
            }
            ReplaceError::OtherTaken { site, uses } => {
                problem!("replace.other_taken", site = site, uses = uses.to_string())
            }
            ReplaceError::Away { site } => problem!("replace.away", site = site),
            ReplaceError::EarlierStands { site, run } => {
                problem!("replace.earlier_stands", site = site, run = run.to_string())
            }
            ReplaceError::GivenUp { site } => problem!("replace.given_up", site = site),
        }
    }
}

//! What a person asks for: which site, which peers, what to replace the certificate with.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use appliance::{Appliance, ApplianceAddress, Credential, Limits, Session, SignInError, SignIns};
use certificate::{Sealed, Thumbprint};

use crate::event::Action;
use crate::pace::Pace;

/// A site that may be signed in to, and by which certificate it is known.
#[derive(Debug, Clone)]
pub struct SiteAccess {
    /// Where its Cloud Service answers.
    pub address: ApplianceAddress,
    /// The certificate it must present.
    pub pin: Thumbprint,
    /// How surely the pin is known.
    pub grade: Grade,
    /// Who signs in.
    pub credential: Credential,
    /// Who keeps the session, for everybody that needs it.
    pub sign_ins: SignIns,
}

impl SiteAccess {
    /// The session at the site over the certificate it is known by.
    pub async fn sign_in(&self, limits: Limits) -> Result<Arc<Session>, Arc<SignInError>> {
        self.sign_in_over(self.pin, limits).await
    }

    /// The session over exactly this certificate.
    pub(crate) async fn sign_in_over(
        &self,
        pin: Thumbprint,
        limits: Limits,
    ) -> Result<Arc<Session>, Arc<SignInError>> {
        let surroundings = self.sign_ins.surroundings();
        let appliance = Appliance::new(self.address.clone(), pin, limits, surroundings);
        self.sign_ins.session(appliance, &self.credential).await
    }
}

/// What the certificate is replaced with.
#[derive(Debug)]
pub enum Replacement {
    /// A certificate and its key, sealed for the way to the appliance.
    Import {
        /// The keystore in both forms, and its password.
        sealed: Box<Sealed>,
    },
    /// A self-signed certificate that the appliance makes itself.
    Regenerate,
}

impl Replacement {
    /// What is done, in one word.
    pub const fn action(&self) -> Action {
        match self {
            Self::Import { .. } => Action::Import,
            Self::Regenerate => Action::Regenerate,
        }
    }
}

/// A whole rotation, asked for.
#[derive(Debug)]
pub struct Request {
    /// The site whose certificate is replaced.
    pub local: SiteAccess,
    /// The peer sites that may be signed in to; the others are left to their administrators.
    pub peers: Vec<SiteAccess>,
    /// What the certificate is replaced with.
    pub replacement: Replacement,
    /// Who asks, for the record.
    pub operator: String,
    /// How often to look and how long to wait.
    pub pace: Pace,
}

/// A run that was cut off, paused or left with something to do, taken up again.
#[derive(Debug)]
pub struct Resumption {
    /// The site whose certificate is replaced. Its pin may be the old or the new certificate.
    pub local: SiteAccess,
    /// The peer sites that may be signed in to.
    pub peers: Vec<SiteAccess>,
    /// The bundle again. Needed only where the replacement has not been made yet, and it must be
    /// the same file.
    pub replacement: Option<Replacement>,
    /// Who resumes it, for the record.
    pub operator: String,
    /// How often to look and how long to wait.
    pub pace: Pace,
}

/// How surely a site's certificate is known (docs/security.md).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grade {
    /// Met for the first time, and nothing confirms it.
    E0,
    /// A public authority vouches for the exact name.
    E1,
    /// It equals what other verified sites have pinned.
    E2,
    /// A person pasted its thumbprint from a trusted place.
    E3,
    /// It was learned over the connection that the previous certificate proved.
    E4,
    /// It was known in advance.
    E5,
}

impl Grade {
    const ALL: [Self; 6] = [Self::E0, Self::E1, Self::E2, Self::E3, Self::E4, Self::E5];

    /// Whether a private key may be sent to a site known this well.
    pub fn allows_upload(self) -> bool {
        self >= Self::E1
    }

    const fn word(self) -> &'static str {
        match self {
            Self::E0 => "E0",
            Self::E1 => "E1",
            Self::E2 => "E2",
            Self::E3 => "E3",
            Self::E4 => "E4",
            Self::E5 => "E5",
        }
    }
}

impl fmt::Display for Grade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// The text names no grade.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{given:?} is not one of the grades E0 to E5")]
pub struct ParseGradeError {
    /// What was given.
    pub given: String,
}

impl FromStr for Grade {
    type Err = ParseGradeError;

    fn from_str(given: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|grade| grade.word() == given)
            .ok_or_else(|| ParseGradeError {
                given: given.to_owned(),
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_back_every_grade_it_writes() {
        for grade in Grade::ALL {
            assert_eq!(grade.to_string().parse(), Ok(grade));
        }
    }

    #[test]
    fn sends_no_private_key_to_a_site_met_for_the_first_time() {
        assert!(!Grade::E0.allows_upload());
        assert!(Grade::E1.allows_upload());
    }
}

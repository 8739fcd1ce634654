//! What was seen, from where, and when.

use std::fmt;

use appliance::RequestError;
use certificate::Thumbprint;
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

/// From where a certificate was seen.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Vantage {
    /// It is the certificate of the imported file.
    File,
    /// The appliance told it about itself, to somebody signed in.
    ApplianceItself,
    /// It was shown to this computer in a TLS handshake.
    ThisComputer,
    /// Another site fetched it.
    SeenBy {
        /// That site.
        site: String,
    },
    /// Another site has it as its pin.
    PinnedBy {
        /// That site.
        site: String,
    },
    /// A person pasted it.
    Pasted,
}

impl fmt::Display for Vantage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File => f.write_str("the imported file"),
            Self::ApplianceItself => f.write_str("the appliance itself (signed in)"),
            Self::ThisComputer => f.write_str("seen from this computer"),
            Self::SeenBy { site } => write!(f, "seen by {site}"),
            Self::PinnedBy { site } => write!(f, "pinned by {site}"),
            Self::Pasted => f.write_str("pasted by you"),
        }
    }
}

/// What a look brought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Found {
    /// A certificate, by its thumbprint.
    Certificate(Thumbprint),
    /// Nothing, and why.
    Nothing(Obstacle),
}

/// Why something could not be seen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Obstacle {
    /// Nobody looked.
    NotAsked,
    /// Nobody is signed in at the site that would have to look.
    NotSignedIn,
    /// The site that would have to look is not paired with the other one.
    NotPaired,
    /// The site is paired and tells no thumbprint that can be read.
    NoPin,
    /// Nothing vouches for the certificate in force, so there is nothing to compare with.
    CurrentUnknown,
    /// The site that would have to look does not answer.
    NoAnswer,
    /// It shows another certificate than the expected one, so it was asked nothing.
    NotTheExpectedSite,
    /// It refuses to tell.
    Refused {
        /// Its own words.
        msg: String,
    },
    /// Its answer could not be understood.
    NotUnderstood,
    /// It has the right thumbprint on record and tells all the same that it refused the other one's certificate.
    Contradicted,
}

impl From<&RequestError> for Obstacle {
    fn from(error: &RequestError) -> Self {
        match error {
            RequestError::OtherCertificate { .. } => Self::NotTheExpectedSite,
            RequestError::SessionGone | RequestError::NotRenewed { .. } => Self::NotSignedIn,
            RequestError::CredentialRefused { msg }
            | RequestError::Forbidden { msg, .. }
            | RequestError::Refused { msg, .. } => Self::Refused { msg: msg.clone() },
            RequestError::Unreachable { .. }
            | RequestError::NotTls { .. }
            | RequestError::Handshake { .. }
            | RequestError::TimedOut { .. }
            | RequestError::ConnectionLost { .. }
            | RequestError::NotReady { .. } => Self::NoAnswer,
            RequestError::NotSent { .. }
            | RequestError::NotTheProduct { .. }
            | RequestError::Unreadable { .. }
            | RequestError::TooLarge { .. } => Self::NotUnderstood,
        }
    }
}

impl fmt::Display for Obstacle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAsked => f.write_str("nobody looked"),
            Self::NotSignedIn => f.write_str("nobody is signed in there"),
            Self::NotPaired => f.write_str("the two sites are not paired"),
            Self::NoPin => f.write_str("it tells no thumbprint that can be read"),
            Self::CurrentUnknown => f.write_str("the certificate in force is not known"),
            Self::NoAnswer => f.write_str("it does not answer"),
            Self::NotTheExpectedSite => {
                f.write_str("it shows another certificate than the expected one")
            }
            Self::Refused { msg } if msg.is_empty() => f.write_str("it refuses to tell"),
            Self::Refused { msg } => write!(f, "it refuses to tell (“{msg}”)"),
            Self::NotUnderstood => f.write_str("its answer could not be understood"),
            Self::Contradicted => f.write_str(
                "it has the right thumbprint on record and tells that it refused the certificate",
            ),
        }
    }
}

/// One look at the certificate of one site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Observation {
    /// The site whose certificate it is about.
    pub subject: String,
    /// From where it was looked at.
    pub vantage: Vantage,
    /// What the look brought.
    pub found: Found,
    /// When.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
}

impl Observation {
    /// A look that brought a certificate.
    pub fn seen(
        subject: impl Into<String>,
        vantage: Vantage,
        thumbprint: Thumbprint,
        at: OffsetDateTime,
    ) -> Self {
        Self {
            subject: subject.into(),
            vantage,
            found: Found::Certificate(thumbprint),
            at,
        }
    }

    /// A look that brought nothing.
    pub fn failed(
        subject: impl Into<String>,
        vantage: Vantage,
        obstacle: Obstacle,
        at: OffsetDateTime,
    ) -> Self {
        Self {
            subject: subject.into(),
            vantage,
            found: Found::Nothing(obstacle),
            at,
        }
    }

    /// The thumbprint, where there is one.
    pub fn thumbprint(&self) -> Option<&Thumbprint> {
        match &self.found {
            Found::Certificate(thumbprint) => Some(thumbprint),
            Found::Nothing(_) => None,
        }
    }

    /// The reason, where there is no thumbprint.
    pub fn obstacle(&self) -> Option<&Obstacle> {
        match &self.found {
            Found::Certificate(_) => None,
            Found::Nothing(obstacle) => Some(obstacle),
        }
    }
}

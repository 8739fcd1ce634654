//! The one shape in which an appliance reports what went wrong (docs/vcda-api.md §6).

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::reading;

/// The code of a peer whose certificate is not the pinned one (docs/vcda-api.md §6).
const CERTIFICATE_MISMATCH: &str = "CertificateMismatch";

/// The code of a contact that the other site refused (docs/vcda-api.md §3.3, §6).
const FORBIDDEN: &str = "Forbidden";

/// An error in the appliance's own words. Show `msg`; decide on no `code` that docs/vcda-api.md §6 does not list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApiProblem {
    /// The code.
    #[serde(default, deserialize_with = "reading::words")]
    pub code: String,
    /// The message.
    #[serde(default, deserialize_with = "reading::words")]
    pub msg: String,
}

impl ApiProblem {
    /// Whether it says that a certificate differs from the pinned one.
    pub fn is_certificate_mismatch(&self) -> bool {
        self.code == CERTIFICATE_MISMATCH
    }

    /// Whether it says that the other site refused the contact.
    pub fn is_forbidden(&self) -> bool {
        self.code == FORBIDDEN
    }
}

impl fmt::Display for ApiProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.code.as_str(), self.msg.as_str()) {
            (code, "") => f.write_str(code),
            ("", msg) => f.write_str(msg),
            (code, msg) => write!(f, "{msg} ({code})"),
        }
    }
}

//! What is known of one half of a pairing: the four verdicts, never three.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The four verdicts on a thumbprint.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Verdict {
    /// The certificate that belongs there.
    Same,
    /// Another certificate.
    Different,
    /// The certificate that was replaced.
    Old,
    /// It could not be checked.
    #[default]
    Unknown,
}

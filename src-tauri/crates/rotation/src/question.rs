//! A question that waits for a person, with every answer there is.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::card::CertificateCard;

/// A question that waits for a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Question {
    /// Its id; an answer names it.
    pub id: String,
    /// What is asked.
    pub what: String,
    /// What hangs on it.
    pub meaning: String,
    /// The answers to choose from.
    pub answers: Vec<QuestionAnswer>,
    /// Whether a thumbprint may be pasted.
    pub paste_thumbprint: bool,
    /// The certificate it is about.
    pub seen: Option<CertificateCard>,
}

/// One answer to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct QuestionAnswer {
    /// Its id.
    pub id: String,
    /// The words on the button.
    pub label: String,
    /// What has to be typed for it: a site's name, for example.
    pub needs_typed: Option<String>,
}

impl QuestionAnswer {
    /// Whether it ends the run: nothing is accepted or sent by it.
    pub fn stops(&self) -> bool {
        self.id == STOP
    }

    /// Whether it is given with a thumbprint that a person got another way.
    pub fn is_of_a_thumbprint(&self) -> bool {
        self.id == PASTE
    }
}

/// The answer that comes with a pasted thumbprint.
pub(crate) const PASTE: &str = "paste";

/// The answer that stops the run.
pub(crate) const STOP: &str = "stop";

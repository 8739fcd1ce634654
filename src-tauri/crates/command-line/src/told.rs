//! Certificates and promises as they are told: parts of JSON lines, and lines for people.

use certificate::{Certificate, Issuance, Kept, Promise};
use message::Message;
use rotation::Outcome;
use serde::Serialize;
use time::format_description::well_known::Rfc3339;

use crate::console::{Console, words};

/// One certificate.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Leaf {
    thumbprint: String,
    subject: String,
    names: Vec<String>,
    not_after: String,
}

/// One promise, as machines read it: kept or not, and how much that matters.
#[derive(Serialize)]
pub(crate) struct Told {
    name: &'static str,
    kept: bool,
    severity: Option<&'static str>,
    says: String,
    means: String,
    todo: String,
    message: Message,
    source: &'static str,
}

const WARNING: &str = "warning";
const BROKEN: &str = "broken";

impl Leaf {
    pub(crate) fn of(certificate: &Certificate) -> Self {
        let names = certificate.names().iter();
        Self {
            thumbprint: certificate.thumbprint().to_string(),
            subject: certificate.subject().to_owned(),
            names: names.map(ToString::to_string).collect(),
            // Only years beyond 9999 cannot be written that way.
            not_after: certificate.not_after().format(&Rfc3339).unwrap_or_default(),
        }
    }

    pub(crate) fn say(&self, console: &Console) {
        console.say(&format!(
            "  {} until {}\n    {}",
            self.subject, self.not_after, self.thumbprint
        ));
    }
}

impl From<Promise> for Told {
    fn from(promise: Promise) -> Self {
        let part = |part| words().part(&promise.message, part).unwrap_or_default();
        Self {
            name: promise.name,
            kept: promise.kept == Kept::Yes,
            severity: match promise.kept {
                Kept::Yes => None,
                Kept::Warning => Some(WARNING),
                Kept::No => Some(BROKEN),
            },
            says: words().say(&promise.message),
            means: part("meaning"),
            todo: part("todo"),
            message: promise.message,
            source: promise.source,
        }
    }
}

impl Told {
    pub(crate) fn all(promises: Vec<Promise>) -> Vec<Self> {
        promises.into_iter().map(Self::from).collect()
    }

    pub(crate) fn say(&self, console: &Console) {
        console.say(&self.in_words());
    }

    fn in_words(&self) -> String {
        let Self {
            name,
            says,
            means,
            todo,
            source,
            ..
        } = self;
        match self.severity {
            None => format!("  kept     {name}: {says}"),
            Some(word) => format!(
                "  {word:8} {name}: {says}\n           {means}\n           {todo}\n           (rule: {source})"
            ),
        }
    }
}

/// How it ends where these promises decide: a broken one is for a person.
pub(crate) fn outcome_of(promises: &[Told]) -> Outcome {
    if promises
        .iter()
        .any(|promise| promise.severity == Some(BROKEN))
    {
        Outcome::Attention
    } else {
        Outcome::Done
    }
}

/// The worst of two ends.
pub(crate) const fn worse(one: Outcome, other: Outcome) -> Outcome {
    match (one, other) {
        (Outcome::Refused, _) | (_, Outcome::Refused) => Outcome::Refused,
        (Outcome::Attention, _) | (_, Outcome::Attention) => Outcome::Attention,
        (Outcome::Done, Outcome::Done) => Outcome::Done,
    }
}

/// Who stands behind the certificate, in the words of the command line.
pub(crate) const fn issuer(issuance: &Issuance) -> &'static str {
    match issuance {
        Issuance::Public { .. } => "public",
        Issuance::Private { .. } => "private",
        Issuance::SelfSigned => "self-signed",
        Issuance::Unknown { .. } => "unknown",
    }
}

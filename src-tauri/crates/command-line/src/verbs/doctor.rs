//! `doctor`: what a certificate file is, and which promises it keeps and breaks.

use std::path::{Path, PathBuf};

use certificate::{
    Certificate, Contents, Context, Issuance, Kept, Promise, Roots, examine, examine_chain,
    issuance_of,
};
use rotation::{Outcome, Problem};
use serde::Serialize;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use crate::console::Console;
use crate::file::{self, Unopened};
use crate::secrets::Secrets;

/// What one file is: one JSON line.
#[derive(Serialize)]
struct Finding {
    file: PathBuf,
    answer: &'static str,
    kind: Option<String>,
    encryption: Option<String>,
    keys: usize,
    certificates: usize,
    leaf: Option<Leaf>,
    chain: Vec<Leaf>,
    promises: Vec<Told>,
    issuer: &'static str,
    problem: Option<Problem>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Leaf {
    thumbprint: String,
    subject: String,
    names: Vec<String>,
    not_after: String,
}

#[derive(Serialize)]
struct Told {
    name: &'static str,
    kept: Kept,
    says: String,
    means: &'static str,
    todo: String,
}

/// Looks into every file. The worst of them decides how it ends.
pub(crate) fn doctor(files: &[PathBuf], secrets: &Secrets, console: &Console) -> Outcome {
    let now = OffsetDateTime::now_utc();
    let mut worst = Outcome::Done;
    for file in files {
        let finding = look(file, secrets, now);
        worst = worse(worst, finding.outcome());
        finding.say(console);
        console.line(&finding);
    }
    worst
}

const fn worse(one: Outcome, other: Outcome) -> Outcome {
    match (one, other) {
        (Outcome::Refused, _) | (_, Outcome::Refused) => Outcome::Refused,
        (Outcome::Attention, _) | (_, Outcome::Attention) => Outcome::Attention,
        (Outcome::Done, Outcome::Done) => Outcome::Done,
    }
}

fn look(file: &Path, secrets: &Secrets, now: OffsetDateTime) -> Finding {
    match file::open(file, secrets.bundle()) {
        Ok(contents) => opened(file, contents, now),
        Err(unopened) => Finding {
            answer: match &unopened {
                Unopened::Unreadable(_) => "not-a-keystore",
                Unopened::Closed(error) => error.answer(),
            },
            problem: Some(Problem::from(&unopened)),
            ..Finding::of(file)
        },
    }
}

fn opened(file: &Path, contents: Contents, now: OffsetDateTime) -> Finding {
    let encryption = &contents.source.encryption;
    let finding = Finding {
        kind: Some(contents.source.format.to_string()),
        encryption: (!encryption.is_empty()).then(|| encryption.join("; ")),
        keys: contents.keys.len(),
        certificates: contents.certificates.len(),
        ..Finding::of(file)
    };
    let chain = contents.chain();
    match contents.into_bundle() {
        Ok(bundle) => {
            let promises = examine(&bundle, &Context::at(now));
            finding.with(&bundle.leaf, &bundle.chain, promises, now)
        }
        Err(error) => {
            // Without a key that fits, what can be said of the certificates is said all the same.
            let finding = match &chain {
                Some(chain) => {
                    let promises = examine_chain(chain, &Context::at(now));
                    finding.with(&chain.leaf, &chain.issuers, promises, now)
                }
                None => finding,
            };
            let problem = Some(Problem::from(&error));
            Finding { problem, ..finding }
        }
    }
}

impl Finding {
    fn of(file: &Path) -> Self {
        Self {
            file: file.to_owned(),
            answer: "opened",
            kind: None,
            encryption: None,
            keys: 0,
            certificates: 0,
            leaf: None,
            chain: Vec::new(),
            promises: Vec::new(),
            issuer: "unknown",
            problem: None,
        }
    }

    fn with(
        self,
        leaf: &Certificate,
        chain: &[Certificate],
        promises: Vec<Promise>,
        now: OffsetDateTime,
    ) -> Self {
        Self {
            leaf: Some(Leaf::of(leaf)),
            chain: chain.iter().map(Leaf::of).collect(),
            issuer: issuer(&issuance_of(leaf, chain, Roots::default(), now)),
            promises: promises.into_iter().map(Told::from).collect(),
            ..self
        }
    }

    fn outcome(&self) -> Outcome {
        if self.answer != "opened" {
            return Outcome::Refused;
        }
        let is_broken = |promise: &Told| promise.kept == Kept::No;
        if self.problem.is_some() || self.promises.iter().any(is_broken) {
            return Outcome::Attention;
        }
        Outcome::Done
    }

    fn say(&self, console: &Console) {
        console.say(&format!("{}: {}", self.file.display(), self.in_a_line()));
        for certificate in self.leaf.iter().chain(&self.chain) {
            console.say(&format!(
                "  {} until {}\n    {}",
                certificate.subject, certificate.not_after, certificate.thumbprint
            ));
        }
        for promise in &self.promises {
            console.say(&promise.in_words());
        }
        if let Some(problem) = &self.problem {
            console.complain(problem);
        }
    }

    fn in_a_line(&self) -> String {
        let kind = self.kind.as_deref().unwrap_or(self.answer);
        let Self {
            keys, certificates, ..
        } = self;
        let encryption = self.encryption.as_deref();
        let encryption = encryption.map(|how| format!(", {how}")).unwrap_or_default();
        format!("{kind}, private keys: {keys}, certificates: {certificates}{encryption}")
    }
}

impl Leaf {
    fn of(certificate: &Certificate) -> Self {
        let names = certificate.names().iter();
        Self {
            thumbprint: certificate.thumbprint().to_string(),
            subject: certificate.subject().to_owned(),
            names: names.map(ToString::to_string).collect(),
            // Only years beyond 9999 cannot be written that way.
            not_after: certificate.not_after().format(&Rfc3339).unwrap_or_default(),
        }
    }
}

impl From<Promise> for Told {
    fn from(promise: Promise) -> Self {
        Self {
            name: promise.name,
            kept: promise.kept,
            says: promise.says,
            means: promise.means,
            todo: promise.todo,
        }
    }
}

impl Told {
    fn in_words(&self) -> String {
        let Self {
            name,
            says,
            means,
            todo,
            ..
        } = self;
        match self.kept {
            Kept::Yes => format!("  kept     {name}: {says}"),
            Kept::Warning => {
                format!("  warning  {name}: {says}\n           {means}\n           {todo}")
            }
            Kept::No => format!("  broken   {name}: {says}\n           {means}\n           {todo}"),
        }
    }
}

/// Who stands behind the certificate, in the words of the command line.
const fn issuer(issuance: &Issuance) -> &'static str {
    match issuance {
        Issuance::Public { .. } => "public",
        Issuance::Private { .. } => "private",
        Issuance::SelfSigned => "self-signed",
        Issuance::Unknown { .. } => "unknown",
    }
}

//! `doctor`: what a certificate file is, and which promises it keeps and breaks.

use std::path::{Path, PathBuf};

use certificate::{
    Certificate, Context, Issuance, Kept, Options, Promise, ReadError, examine, examine_chain,
    issuance_of,
};
use key_worker::{Inside, OfferedFile, Opened, Together, Worker, estimate};
use requests::{PendingRequest, Reply, reply_to};
use rotation::{Outcome, Problem};
use secrecy::SecretString;
use serde::Serialize;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use crate::console::Console;
use crate::secrets::Secrets;
use crate::verbs::request::waiting;
use crate::wish::Doctor;
use crate::{file, make, prompt};

/// How many times the usual work is done where somebody asked for it.
const MUCH_MORE: u64 = 5_000;

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
    /// What a certificate without its key is to the requests that wait.
    reply: Option<String>,
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

/// Looks into every file, and makes the one for the appliance if that was asked for. The worst of them
/// decides how it ends.
pub(crate) async fn doctor(
    wish: &Doctor,
    state: Option<&Path>,
    secrets: &Secrets,
    console: &Console,
) -> Result<Outcome, Problem> {
    let now = OffsetDateTime::now_utc();
    let mut worker = file::worker()?;
    if wish.open_anyway {
        worker = worker.allowing(Options::default().hashes.saturating_mul(MUCH_MORE));
    }
    let looking = Looking {
        worker,
        password: secrets.bundle(),
        waiting: waiting(state),
        console,
        now,
    };
    let mut worst = Outcome::Done;
    let mut offered = Vec::new();
    for path in &wish.files {
        let (finding, file) = looking.at(path).await;
        worst = worse(worst, finding.outcome());
        finding.say(console);
        console.line(&finding);
        offered.extend(file);
    }
    match &wish.write {
        Some(out) => {
            let made = make::keystore(&looking.worker, &offered, secrets, wish.older, out).await?;
            console.say(&made.in_words());
            console.line(&made);
            Ok(worst)
        }
        None => Ok(worst),
    }
}

const fn worse(one: Outcome, other: Outcome) -> Outcome {
    match (one, other) {
        (Outcome::Refused, _) | (_, Outcome::Refused) => Outcome::Refused,
        (Outcome::Attention, _) | (_, Outcome::Attention) => Outcome::Attention,
        (Outcome::Done, Outcome::Done) => Outcome::Done,
    }
}

/// What every file is looked at with.
struct Looking<'a> {
    worker: Worker,
    password: Option<&'a SecretString>,
    waiting: Vec<PendingRequest>,
    console: &'a Console,
    now: OffsetDateTime,
}

impl Looking<'_> {
    /// What the file is, and the file itself where it could be read.
    async fn at(&self, path: &Path) -> (Finding, Option<OfferedFile>) {
        let mut offered = match file::offered(path, self.password) {
            Ok(offered) => offered,
            Err(problem) => return (Finding::unread(path, problem), None),
        };
        let mut opened = self.open(&offered).await;
        let may_ask = self.password.is_none() && !self.console.is_for_programs();
        if may_ask
            && is_closed_for(&opened, &ReadError::PasswordNeeded)
            && let Some(typed) = prompt::opening(&path.display().to_string())
        {
            offered.password = Some(typed);
            opened = self.open(&offered).await;
        }
        let finding = match opened {
            Ok(opened) => self.finding(path, opened),
            Err(problem) => Finding::unread(path, problem),
        };
        (finding, Some(offered))
    }

    async fn open(&self, offered: &OfferedFile) -> Result<Opened, Problem> {
        let opened = self.worker.open(std::slice::from_ref(offered), &[]).await;
        opened.map_err(|error| Problem::from(&error))
    }

    /// A certificate that answers a request is one for `join`.
    fn reply(&self, leaf: &Certificate) -> Option<String> {
        match reply_to(&self.waiting, leaf) {
            Reply::Stray => None,
            reply @ Reply::Resembles { .. } => Some(reply.says()),
            reply @ Reply::Answers { .. } => Some(format!(
                "{} reseal-cli join puts them together.",
                reply.says()
            )),
        }
    }

    fn finding(&self, path: &Path, opened: Opened) -> Finding {
        match opened.files.into_iter().next() {
            Some(Ok(inside)) => Finding {
                problem: opened.problem.as_ref().map(Problem::from),
                ..self.judged(Finding::open(path, &inside), opened.together)
            },
            Some(Err(error)) => Finding {
                answer: error.answer(),
                problem: Some(closed(&error)),
                ..Finding::of(path)
            },
            None => Finding::of(path),
        }
    }

    fn judged(&self, finding: Finding, together: Option<Together>) -> Finding {
        let context = Context {
            roots: issuers::to_judge_by(),
            ..Context::at(self.now)
        };
        // Without a key that fits, what can be said of the certificates is said all the same.
        match together {
            Some(Together::WithKey(bundle)) => {
                let promises = examine(&bundle, &context);
                finding.with(&bundle.leaf, &bundle.chain, promises, self.now)
            }
            Some(Together::WithoutKey(chain)) => {
                let promises = examine_chain(&chain, &context);
                let finding = Finding {
                    reply: self.reply(&chain.leaf),
                    ..finding
                };
                finding.with(&chain.leaf, &chain.issuers, promises, self.now)
            }
            None => finding,
        }
    }
}

fn is_closed_for(opened: &Result<Opened, Problem>, why: &ReadError) -> bool {
    let answer = opened.as_ref().ok().and_then(|opened| opened.files.first());
    matches!(answer, Some(Err(error)) if error == why)
}

/// Why a file does not open, with this program's own way on.
fn closed(error: &ReadError) -> Problem {
    let problem = file::without_password(Problem::from(error));
    let ReadError::TooSlow { iterations, .. } = error else {
        return problem;
    };
    let seconds = estimate(*iterations).as_secs().max(1);
    Problem {
        what: format!(
            "This file asks for {iterations} rounds of key derivation: about {seconds} s on this computer."
        ),
        todo: "Open it with --open-anyway, or export it again with fewer rounds.".to_owned(),
        ..problem
    }
}

impl Finding {
    fn unread(file: &Path, problem: Problem) -> Self {
        Self {
            answer: "not-a-keystore",
            problem: Some(problem),
            ..Self::of(file)
        }
    }

    fn open(file: &Path, inside: &Inside) -> Self {
        let encryption = &inside.source.encryption;
        Self {
            kind: Some(inside.source.format.to_string()),
            encryption: (!encryption.is_empty()).then(|| encryption.join("; ")),
            keys: inside.keys.len(),
            certificates: inside.certificates.len(),
            ..Self::of(file)
        }
    }

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
            reply: None,
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
            issuer: issuer(&issuance_of(leaf, chain, issuers::to_judge_by(), now)),
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
        if let Some(reply) = &self.reply {
            console.say(&format!("  {reply}"));
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

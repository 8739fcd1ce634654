//! What one file is: one JSON line.

use std::path::Path;

use application::files::Added;
use certificate::{ReadError, issuance_of};
use key_worker::{Inside, LeftOut, Patience, Together};
use message::message;
use rotation::{Outcome, Problem};
use serde::Serialize;

use crate::console::{Console, text_of, told, words};
use crate::file;
use crate::judge::Judge;
use crate::told::{Leaf, Told, issuer, outcome_of};

/// What certificates are and promise: part of the line of a file, and of that of several together.
#[derive(Serialize)]
pub(super) struct Judged {
    leaf: Option<Leaf>,
    chain: Vec<Leaf>,
    promises: Vec<Told>,
    issuer: &'static str,
}

impl Judged {
    /// There is no certificate.
    pub(super) const NOTHING: Self = Self {
        leaf: None,
        chain: Vec::new(),
        promises: Vec::new(),
        issuer: "unknown",
    };

    pub(super) fn of(together: &Together, judge: &Judge) -> Self {
        let (leaf, chain) = (together.leaf(), together.issuers());
        let issuance = issuance_of(leaf, chain, issuers::to_judge_by(), judge.now);
        Self {
            leaf: Some(Leaf::of(leaf)),
            chain: chain.iter().map(Leaf::of).collect(),
            promises: Told::all(judge.promises(together)),
            issuer: issuer(&issuance),
        }
    }

    pub(super) fn outcome(&self) -> Outcome {
        outcome_of(&self.promises)
    }

    pub(super) fn say(&self, console: &Console) {
        let certificates = self.leaf.iter().chain(&self.chain);
        certificates.for_each(|certificate| certificate.say(console));
        self.promises
            .iter()
            .for_each(|promise| promise.say(console));
    }
}

/// What one file is.
#[derive(Serialize)]
pub(super) struct Finding {
    file: String,
    answer: &'static str,
    kind: Option<String>,
    encryption: Option<String>,
    keys: usize,
    /// Private keys that stayed locked, by the names of their entries.
    locked: Vec<String>,
    certificates: usize,
    #[serde(flatten)]
    pub(super) judged: Judged,
    /// What a certificate without its key is to the requests that wait.
    pub(super) reply: Option<String>,
    pub(super) problem: Option<Problem>,
}

impl Finding {
    pub(super) fn unread(file: &Path, problem: Problem) -> Self {
        Self {
            // Nobody knows what it is: it is not there, cannot be read, or reading it was stopped.
            answer: "not-read",
            problem: Some(problem),
            ..Self::of(file)
        }
    }

    pub(super) fn closed(file: &Path, error: &ReadError) -> Self {
        Self {
            answer: error.answer(),
            problem: Some(closed(error)),
            ..Self::of(file)
        }
    }

    pub(super) fn open(file: &Path, inside: &Inside) -> Self {
        let encryption = &inside.source.encryption;
        Self {
            answer: answer(inside),
            locked: inside.locked.iter().map(ToString::to_string).collect(),
            kind: Some(words().say(&inside.source.format.message())),
            encryption: (!encryption.is_empty()).then(|| encryption.join("; ")),
            keys: inside.keys.len(),
            certificates: inside.certificates.len(),
            ..Self::of(file)
        }
    }

    pub(super) fn of(file: &Path) -> Self {
        Self {
            file: text_of(file),
            answer: "opened",
            kind: None,
            encryption: None,
            keys: 0,
            locked: Vec::new(),
            certificates: 0,
            judged: Judged::NOTHING,
            reply: None,
            problem: None,
        }
    }

    pub(super) fn outcome(&self) -> Outcome {
        let is_closed = self.answer != "opened" && self.certificates == 0;
        if is_closed {
            return Outcome::Refused;
        }
        if self.problem.is_some() || !self.locked.is_empty() {
            return Outcome::Attention;
        }
        self.judged.outcome()
    }

    pub(super) fn tell(&self, console: &Console) {
        console.say(&format!("{}: {}", self.file, self.in_a_line()));
        self.judged.say(console);
        if let Some(reply) = &self.reply {
            console.say(&format!("  {reply}"));
        }
        if let Some(problem) = &self.problem {
            console.complain(problem);
        }
        console.line(self);
    }

    fn in_a_line(&self) -> String {
        let kind = self.kind.as_deref().unwrap_or(self.answer);
        let Self {
            keys, certificates, ..
        } = self;
        let encryption = self.encryption.as_deref();
        let encryption = encryption.map(|how| format!(", {how}")).unwrap_or_default();
        let locked = match self.locked.as_slice() {
            [] => String::new(),
            names => format!(", locked: {}", names.join(", ")),
        };
        format!("{kind}, private keys: {keys}{locked}, certificates: {certificates}{encryption}")
    }
}

/// A file whose keys are all locked is, although its certificates were read.
fn answer(inside: &Inside) -> &'static str {
    match inside.locked.first() {
        Some(key) if inside.keys.is_empty() => key.why.answer(),
        _ => "opened",
    }
}

/// Why a file does not open, with this program's own way on.
fn closed(error: &ReadError) -> Problem {
    let problem = file::without_password(Problem::from(error));
    match Patience::asked_by(error) {
        None => problem,
        Some(patience) => {
            let problem = problem.told_as(patience.asks);
            if patience.helps {
                problem.with_todo(message!("arguments.open_anyway"))
            } else {
                problem
            }
        }
    }
}

/// The files together, with what completed their chain: one more JSON line.
#[derive(Serialize)]
pub(super) struct Whole {
    together: Vec<String>,
    /// What is not in it: files that did not open, and keys that stayed locked.
    without: Vec<Without>,
    /// Issuers that were in no file.
    added: Vec<Leaf>,
    #[serde(flatten)]
    judged: Judged,
    problem: Option<Problem>,
}

/// A file that is not part of what the files are together, or a key in one.
#[derive(Serialize)]
pub(super) struct Without {
    file: String,
    /// The name of the entry, where the rest of the file was read.
    key: Option<String>,
    answer: &'static str,
    says: String,
}

impl From<&LeftOut> for Without {
    fn from(closed: &LeftOut) -> Self {
        Self {
            file: closed.file.clone(),
            key: closed.key.as_ref().map(ToString::to_string),
            answer: closed.why.answer(),
            says: told(&Problem::from(closed)),
        }
    }
}

impl Without {
    /// A file that could not be read at all.
    pub(super) fn unread(file: &Path) -> Self {
        let file = text_of(file);
        Self {
            says: format!("{file}: It could not be read."),
            file,
            key: None,
            answer: "not-read",
        }
    }
}

impl Whole {
    pub(super) fn of(
        files: &[&Path],
        without: Vec<Without>,
        added: &[Added],
        judged: Judged,
        problem: Option<Problem>,
    ) -> Self {
        Self {
            together: files.iter().map(|file| text_of(file)).collect(),
            without,
            added: added.iter().map(|it| Leaf::of(&it.certificate)).collect(),
            judged,
            problem,
        }
    }

    pub(super) fn outcome(&self) -> Outcome {
        match &self.problem {
            None if self.without.is_empty() => self.judged.outcome(),
            _ => Outcome::Attention,
        }
    }

    pub(super) fn tell(&self, console: &Console) {
        console.say(&format!("Together: {}", self.together.join(", ")));
        for one in &self.without {
            console.say(&format!("  Not in it: {}", one.says));
        }
        self.judged.say(console);
        for added in &self.added {
            console.say("  Added, for it was in no file:");
            added.say(console);
        }
        if let Some(problem) = &self.problem {
            console.complain(problem);
        }
        console.line(self);
    }
}

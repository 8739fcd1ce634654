//! `doctor`: what certificate files are, each by itself and all together, and which promises they keep.

use std::path::{Path, PathBuf};

use application::files::{Added, HeldFile};
use certificate::{Options, ReadError};
use ground::Surroundings;
use key_worker::{OfferedFile, Opened, Patience, Together, Worker};
use requests::{PendingRequest, Reply, replies_to};
use rotation::{Outcome, Problem};
use secrecy::SecretString;

use crate::console::{Console, words};
use crate::judge::{Joined, Judge};
use crate::secrets::Secrets;
use crate::told::worse;
use crate::verbs::request::waiting;
use crate::wish::Doctor;
use crate::{file, make, prompt};

mod finding;

use finding::{Finding, Judged, Whole, Without};

/// Looks into every file, then at all of them together, and makes the one for the appliance if that was
/// asked for.
pub(crate) async fn doctor(
    wish: &Doctor,
    state: Option<&Path>,
    secrets: &Secrets,
    console: &Console,
    surroundings: &Surroundings,
) -> Result<Outcome, Problem> {
    let worker = file::worker(surroundings)?.choosing(wish.entry.clone());
    let patient = wish
        .open_anyway
        .then(|| worker.clone().allowing(Options::patient()));
    let looking = Looking {
        worker,
        patient,
        passwords: secrets.opening(),
        waiting: waiting(state),
        judge: Judge::new(&wish.judging, state, surroundings)?,
        console,
    };
    let seen = looking.at_each(&wish.files).await;
    let joined = if seen.offered.len() > 1 || wish.judging.completes() {
        let joining = looking
            .judge
            .join(looking.willing(), &seen.offered, &wish.judging);
        Some(joining.await?)
    } else {
        None
    };
    let incomplete = joined.as_ref().and_then(|joined| joined.problem.as_ref());
    if let Some(problem) = incomplete {
        console.tell(problem);
    }
    let outcome = match (&wish.write, &joined) {
        (Some(out), joined) => {
            let added = joined.as_ref().map(|joined| joined.added.as_slice());
            let added = added.unwrap_or_default();
            looking.make(wish, out, &seen, added, secrets).await?
        }
        (None, Some(joined)) => looking.whole(&seen, joined),
        (None, None) => seen.worst,
    };
    Ok(match incomplete {
        Some(_) => worse(outcome, Outcome::Attention),
        None => outcome,
    })
}

/// What every file is looked at with.
struct Looking<'a> {
    worker: Worker,
    /// The one for files that take long, where somebody asked for it.
    patient: Option<Worker>,
    passwords: Vec<SecretString>,
    waiting: Vec<PendingRequest>,
    judge: Judge,
    console: &'a Console,
}

/// The files that were looked at.
struct Seen<'a> {
    /// Those that could be read, and their names.
    offered: Vec<HeldFile>,
    names: Vec<&'a Path>,
    /// The others.
    unread: Vec<&'a Path>,
    /// How the worst of them ends by itself.
    worst: Outcome,
}

impl Seen<'_> {
    /// How it ends where the files serve for something together: one that does not open is for a person.
    fn beside(&self, together: Outcome) -> Outcome {
        match self.worst {
            Outcome::Refused => worse(together, Outcome::Attention),
            Outcome::Attention | Outcome::Done => together,
        }
    }
}

impl Looking<'_> {
    async fn at_each<'a>(&self, files: &'a [PathBuf]) -> Seen<'a> {
        let mut seen = Seen {
            offered: Vec::new(),
            names: Vec::new(),
            unread: Vec::new(),
            worst: Outcome::Done,
        };
        for path in files {
            let (finding, file) = self.at(path).await;
            seen.worst = worse(seen.worst, finding.outcome());
            finding.tell(self.console);
            if let Some(file) = file {
                seen.offered.push(file.into());
                seen.names.push(path);
            } else {
                seen.unread.push(path);
            }
        }
        seen
    }

    /// What the file is, and the file itself where it could be read.
    async fn at(&self, path: &Path) -> (Finding, Option<OfferedFile>) {
        let mut offered = match file::offered(path, self.passwords.clone()) {
            Ok(offered) => offered,
            Err(problem) => return (Finding::unread(path, problem), None),
        };
        let mut opened = self.open(&offered).await;
        let may_ask = !self.console.is_for_programs();
        while may_ask
            && let Some(whose) = asks_for(&opened, offered.passwords.len())
            && let Some(typed) = prompt::opening(&format!("{whose}{}", path.display()))
        {
            let before = locked(&opened);
            offered.passwords.push(typed);
            opened = self.open(&offered).await;
            if before > 0 && locked(&opened) >= before {
                break;
            }
        }
        let finding = match opened {
            Ok(opened) => self.finding(path, opened),
            Err(problem) => Finding::unread(path, problem),
        };
        (finding, Some(offered))
    }

    /// How long a slow file takes is told before that is spent on it.
    async fn open(&self, offered: &OfferedFile) -> Result<Opened, Problem> {
        let opened = open_with(&self.worker, offered).await?;
        let closed = opened.files.first().and_then(|file| file.as_ref().err());
        let asked = closed.and_then(Patience::asked_by);
        match (&self.patient, asked.filter(|patience| patience.helps)) {
            (Some(patient), Some(patience)) => {
                self.console.say(&words().say(&patience.asks));
                open_with(patient, offered).await
            }
            _ => Ok(opened),
        }
    }

    /// The worker that opens whatever was opened before, one by one.
    fn willing(&self) -> &Worker {
        self.patient.as_ref().unwrap_or(&self.worker)
    }

    fn finding(&self, path: &Path, opened: Opened) -> Finding {
        match opened.files.into_iter().next() {
            Some(Ok(inside)) => {
                let mut finding = Finding::open(path, &inside);
                finding.problem = opened
                    .problem
                    .as_ref()
                    .map(Problem::from)
                    .map(file::without_password);
                finding.reply = self.reply(opened.together.as_ref());
                finding.judged = self.judged(opened.together.as_ref());
                finding
            }
            Some(Err(error)) => Finding::closed(path, &error),
            None => Finding::of(path),
        }
    }

    /// Without a key that fits, what can be said of the certificates is said all the same.
    fn judged(&self, together: Option<&Together>) -> Judged {
        together.map_or(Judged::NOTHING, |it| Judged::of(it, &self.judge))
    }

    /// A certificate that answers a request is one for `join`.
    fn reply(&self, together: Option<&Together>) -> Option<String> {
        let lonely = together.filter(|together| together.bundle().is_none())?;
        let replies = replies_to(&self.waiting, lonely.leaf(), lonely.certificates());
        let told: Vec<String> = replies.iter().filter_map(in_words).collect();
        (!told.is_empty()).then(|| told.join(" "))
    }

    /// Makes the file for the appliance, and tells what is in it.
    async fn make(
        &self,
        wish: &Doctor,
        out: &Path,
        seen: &Seen<'_>,
        added: &[Added],
        secrets: &Secrets,
    ) -> Result<Outcome, Problem> {
        if let Some(path) = seen.unread.first() {
            return Err(unread(path));
        }
        let wanted = make::Wanted {
            out,
            older: wish.older,
            judge: &self.judge,
        };
        let making = wanted.keystore(self.willing(), &seen.offered, added, secrets);
        let made = making.await?;
        made.tell(self.console);
        Ok(seen.beside(made.outcome()))
    }

    /// Tells what the files are together. Where that is a certificate with its key, it counts; what a file
    /// lacks by itself does not.
    fn whole(&self, seen: &Seen<'_>, joined: &Joined) -> Outcome {
        let Joined { opened, added, .. } = joined;
        let judged = self.judged(opened.together.as_ref());
        let problem = opened.why_not().map(file::without_password);
        let is_one_entry = problem.is_none() && opened.together.is_some();
        let files = seen.names.iter().zip(&opened.files);
        let inside: Vec<&Path> = files
            .filter_map(|(name, it)| it.is_ok().then_some(*name))
            .collect();
        let mut without: Vec<Without> = opened.left_out().iter().map(Without::from).collect();
        without.extend(seen.unread.iter().map(|path| Without::unread(path)));
        let whole = Whole::of(&inside, without, added, judged, problem);
        whole.tell(self.console);
        if is_one_entry && seen.worst != Outcome::Refused {
            whole.outcome()
        } else {
            worse(seen.worst, whole.outcome())
        }
    }
}

/// What a file that cannot be read holds is not known either.
fn unread(path: &Path) -> Problem {
    Problem::new(
        "bundle.left_out",
        format!("{} could not be read.", path.display()),
        "What is meant may be in there, so nothing was made of the rest.",
        "Name only the files that are wanted.",
    )
}

fn in_words(reply: &Reply) -> Option<String> {
    match reply {
        Reply::Stray => None,
        Reply::Resembles { .. } => Some(reply.says()),
        Reply::Answers { .. } => Some(format!(
            "{} reseal-cli join puts them together.",
            reply.says()
        )),
    }
}

async fn open_with(worker: &Worker, offered: &OfferedFile) -> Result<Opened, Problem> {
    let opened = worker.open(std::slice::from_ref(offered), &[]).await;
    opened.map_err(|error| Problem::from(&error))
}

/// Whose password is missing, where one more would help: a file has two of them at most, but each key that
/// stays locked may have its own.
fn asks_for(opened: &Result<Opened, Problem>, given: usize) -> Option<String> {
    match opened.as_ref().ok()?.files.first()? {
        Ok(inside) => {
            let key = inside.locked.first()?;
            let alias = key.alias.as_ref();
            let called = alias.map(|alias| format!("{alias:?} ")).unwrap_or_default();
            Some(format!("the private key {called}in "))
        }
        Err(ReadError::PasswordNeeded) if given < 1 => Some(String::new()),
        Err(ReadError::KeyPasswordDiffers) if given < 2 => Some("the private key in ".into()),
        Err(ReadError::StorePasswordDiffers) if given < 2 => Some("the keystore itself, ".into()),
        Err(_) => None,
    }
}

/// How many keys stayed locked.
fn locked(opened: &Result<Opened, Problem>) -> usize {
    let files = opened.as_ref().ok().map(|opened| &opened.files);
    let file = files.and_then(|files| files.first()?.as_ref().ok());
    file.map_or(0, |inside| inside.locked.len())
}

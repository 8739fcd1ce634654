//! `join`: the reply of an authority and the key of its request become the file for the appliance.

use std::path::Path;

use application::files::{self, HeldFile};
use ground::Surroundings;
use key_worker::{Together, Worker};
use message::message;
use requests::{Reply, Requests, replies_to};
use rotation::{Outcome, Problem};
use serde::Serialize;

use crate::console::Console;
use crate::file;
use crate::judge::Judge;
use crate::make::{self, Made};
use crate::secrets::Secrets;
use crate::verbs::request;
use crate::wish::Join;

/// What the certificate is to the requests that wait: one JSON line.
#[derive(Serialize)]
struct Told {
    reply: Option<String>,
    says: String,
    changes: Vec<String>,
}

impl Told {
    fn say(&self, console: &Console) {
        console.say(&self.says);
        for change in &self.changes {
            console.say(&format!("  {change}"));
        }
        console.line(self);
    }
}

/// Finds the key, joins it, and writes the file. Names that differ from what was asked for want a look.
pub(crate) async fn join(
    wish: &Join,
    home: &Path,
    secrets: &Secrets,
    console: &Console,
    surroundings: &Surroundings,
) -> Result<Outcome, Problem> {
    let mut files: Vec<HeldFile> = Vec::new();
    for path in &wish.files {
        files.push(file::offered(path, secrets.opening())?.into());
    }
    let worker = file::worker(surroundings)?.choosing(wish.entry.clone());
    let mut told = Vec::new();
    if let Some(together) = without_key(&worker, &files).await? {
        for reply in replies(&together, home)? {
            let (of_it, key) = key_for(reply, &request::of(home), secrets, surroundings).await?;
            of_it.say(console);
            files.extend(key);
            told.push(of_it);
        }
    }
    let judge = Judge::new(&wish.judging, Some(home), surroundings)?;
    let made = make(wish, &worker, &files, &judge, secrets).await;
    let (made, incomplete) = made.map_err(|problem| with_reply(problem, told.first()))?;
    if let Some(problem) = &incomplete {
        console.tell(problem);
    }
    made.tell(console);
    let differs = told.iter().any(|told| !told.changes.is_empty());
    Ok(if differs || incomplete.is_some() {
        Outcome::Attention
    } else {
        made.outcome()
    })
}

/// Makes the file, and says why its chain is not complete where that was asked for.
async fn make(
    wish: &Join,
    worker: &Worker,
    files: &[HeldFile],
    judge: &Judge,
    secrets: &Secrets,
) -> Result<(Made, Option<Problem>), Problem> {
    let joined = judge.join(worker, files, &wish.judging).await?;
    let wanted = make::Wanted {
        out: &wish.write,
        older: wish.older,
        judge,
    };
    let made = wanted
        .keystore(worker, files, &joined.added, secrets)
        .await?;
    Ok((made, joined.problem))
}

/// What the files are together, if it has no key.
async fn without_key(worker: &Worker, files: &[HeldFile]) -> Result<Option<Together>, Problem> {
    let together = files::join(worker, files, &[]).await?.together;
    Ok(together.filter(|together| together.bundle().is_none()))
}

/// What the certificates are to the requests that wait. Any of them may be the one that was asked for.
fn replies(together: &Together, home: &Path) -> Result<Vec<Reply>, Problem> {
    let waiting = request::of(home).list();
    let waiting = waiting.map_err(|error| Problem::from(&error))?;
    Ok(replies_to(
        &waiting,
        together.leaf(),
        together.certificates(),
    ))
}

async fn key_for(
    reply: Reply,
    requests: &Requests,
    secrets: &Secrets,
    surroundings: &Surroundings,
) -> Result<(Told, Option<HeldFile>), Problem> {
    let says = reply.says();
    let Reply::Answers { request, changes } = reply else {
        let told = Told {
            reply: None,
            says,
            changes: Vec::new(),
        };
        return Ok((told, None));
    };
    let key = requests.key_of(&request, secrets.request().cloned()).await;
    let key = key.map_err(|error| Problem::from(&error))?;
    let noted = requests.note_answer(&request.id, surroundings.now());
    noted.map_err(|error| Problem::from(&error))?;
    let told = Told {
        reply: Some(request.id),
        says,
        changes,
    };
    Ok((told, Some(key.into())))
}

/// A key that is not here is a stray reply; a key that does not open lacks the password of its request.
fn with_reply(problem: Problem, told: Option<&Told>) -> Problem {
    match told {
        Some(told) if told.reply.is_none() && problem.code == "bundle.no_key" => Problem {
            code: "request.stray".to_owned(),
            ..problem.with_meaning(message!("request.stray_reply", says = &told.says))
        },
        Some(_) if problem.code == "bundle.locked" => {
            problem.with_todo(message!("arguments.give_request"))
        }
        _ if problem.code == "bundle.several_entries" => {
            problem.with_todo(message!("arguments.join_entry"))
        }
        _ => file::without_password(problem),
    }
}

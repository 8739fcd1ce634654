//! `request`: keys and requests for certificates that wait for their reply.

use std::path::Path;
use std::sync::Arc;

use certificate::Name;
use ground::Surroundings;
use message::message;
use requests::{PendingRequest, Requests, Wanted, names_for};
use rotation::{Outcome, Problem};
use serde::Serialize;
use sites::{SavedSite, Sites, SystemKeyring};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use crate::console::Console;
use crate::make::write;
use crate::secrets::Secrets;
use crate::wish::{MakeRequest, Request};
use crate::{file, home};

/// One request: one JSON line. The key is no part of it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Told {
    id: String,
    names: Vec<String>,
    size: usize,
    made: String,
    days_old: i64,
    site: Option<String>,
    answered: Option<String>,
    request: String,
}

/// The requests of this state folder, with the keyring of this machine.
pub(crate) fn of(home: &Path) -> Requests {
    Requests::new(home, Arc::new(SystemKeyring::open()))
}

/// The requests that wait, for who only looks: a list that cannot be read stands in nobody's way.
pub(crate) fn waiting(state: Option<&Path>) -> Vec<PendingRequest> {
    let home = home::find(state).ok();
    home.and_then(|home| of(&home).list().ok())
        .unwrap_or_default()
}

/// Makes, lists, shows or forgets.
pub(crate) async fn request(
    wish: Request,
    home: &Path,
    secrets: &Secrets,
    console: &Console,
    surroundings: &Surroundings,
) -> Result<Outcome, Problem> {
    let requests = of(home);
    let problem = |error| Problem::from(&error);
    match wish {
        Request::Make(wish) => make(wish, home, &requests, secrets, console, surroundings).await,
        Request::List => {
            let waiting = requests.list().map_err(problem)?;
            if waiting.is_empty() {
                console.say("No request waits here.");
            }
            for request in &waiting {
                Told::of(request, surroundings).tell(console);
            }
            Ok(Outcome::Done)
        }
        Request::Show(id) => {
            let told = Told::of(&requests.find(&id).map_err(problem)?, surroundings);
            console.say(told.request.trim_end());
            console.line(&told);
            Ok(Outcome::Done)
        }
        Request::Forget(id) => {
            let forgotten = requests.forget(&id).await.map_err(problem)?;
            console.say(&format!(
                "The request for {} is forgotten, and its key with it.",
                forgotten.name()
            ));
            console.line(&Told::of(&forgotten, surroundings));
            Ok(Outcome::Done)
        }
    }
}

async fn make(
    wish: MakeRequest,
    home: &Path,
    requests: &Requests,
    secrets: &Secrets,
    console: &Console,
    surroundings: &Surroundings,
) -> Result<Outcome, Problem> {
    let wanted = Wanted {
        names: names(&wish, home)?,
        size: wish.size,
        meant_for: wish.site.as_ref().map(ToString::to_string),
    };
    let typed = secrets.request().cloned();
    let worker = file::worker(surroundings)?;
    let made = requests.make(&worker, wanted, typed, surroundings).await;
    let made = made.map_err(|error| without_keyring(Problem::from(&error)))?;
    let told = Told::of(&made, surroundings);
    if let Some(says) = made.says_of_common_name() {
        console.say(&says);
    }
    match &wish.out {
        Some(out) => {
            write(out, made.request.as_bytes())?;
            console.say(&format!("The request is in {}.", out.display()));
        }
        None => console.say(made.request.trim_end()),
    }
    told.tell(console);
    Ok(Outcome::Done)
}

/// The names that were given, else those of the site.
fn names(wish: &MakeRequest, home: &Path) -> Result<Vec<Name>, Problem> {
    let Some(address) = wish.site.as_ref().filter(|_| wish.names.is_empty()) else {
        return Ok(wish.names.clone());
    };
    let sites = Sites::open(home).map_err(|error| Problem::from(&error))?;
    let saved = sites.at(address);
    let present = saved.and_then(SavedSite::certificate);
    let public_host = saved.and_then(|site| site.public_host.as_deref());
    Ok(names_for(
        public_host,
        Some(address.host()),
        present.as_ref(),
    ))
}

/// Where there is no keyring, this program's own way on.
fn without_keyring(problem: Problem) -> Problem {
    if problem.code != "request.no_keyring" {
        return problem;
    }
    problem.with_todo(message!("arguments.give_password_of_request"))
}

impl Told {
    fn of(request: &PendingRequest, surroundings: &Surroundings) -> Self {
        // Only years beyond 9999 cannot be written that way.
        let written = |at: OffsetDateTime| at.format(&Rfc3339).unwrap_or_default();
        Self {
            id: request.id.clone(),
            names: request.names.iter().map(ToString::to_string).collect(),
            size: request.size.bits(),
            made: written(request.made),
            days_old: request.days_old(surroundings.now()),
            site: request.meant_for.clone(),
            answered: request.answered.map(written),
            request: request.request.clone(),
        }
    }

    fn tell(&self, console: &Console) {
        let answered = if self.answered.is_some() {
            "answered"
        } else {
            "waits for its reply"
        };
        console.say(&format!(
            "{}: {}, RSA {}, {} days old, {answered}",
            self.id,
            self.names.join(", "),
            self.size,
            self.days_old
        ));
        console.line(self);
    }
}

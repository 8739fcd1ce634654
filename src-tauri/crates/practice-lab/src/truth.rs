//! What really happened in the lab: the ground truth that tests and benches compare with.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use ground::{Instant, Surroundings};

/// One HTTP request as a site received it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// The site.
    pub site: String,
    /// The service that was asked: `CLOUD`, `MANAGER`, `TUNNEL`, `REPLICATOR`.
    pub service: &'static str,
    /// The method.
    pub method: String,
    /// The path with its query.
    pub path: String,
    /// The header `operationID`.
    pub operation: Option<String>,
    /// Whether it carried credentials, a token or a keystore password.
    pub carried_a_secret: bool,
    /// Since the lab's start.
    pub at: Duration,
}

/// One restart of a machine's services.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restart {
    /// The site.
    pub site: String,
    /// The service that was told to restart: `CLOUD`, `MANAGER`, `TUNNEL`, `REPLICATOR`.
    pub service: &'static str,
    /// From the answer to the replacement until the new listener is ready to work.
    pub took: Duration,
}

/// One pairing task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PairTask {
    /// The site that ran it.
    pub site: String,
    /// The peer that was repaired.
    pub peer: String,
    /// From the call to the task's end.
    pub took: Duration,
}

/// The record of everything that happened.
#[derive(Debug)]
pub(crate) struct Truth {
    surroundings: Surroundings,
    started: Instant,
    pages: Mutex<Pages>,
}

#[derive(Debug, Default)]
struct Pages {
    requests: Vec<Request>,
    handshakes: Vec<String>,
    restarts: Vec<Restart>,
    pair_tasks: Vec<PairTask>,
    logins: Vec<String>,
    failed_logins: Vec<(String, String)>,
    replacements: Vec<String>,
}

impl Truth {
    pub(crate) fn new(surroundings: Surroundings) -> Self {
        Self {
            started: surroundings.instant(),
            surroundings,
            pages: Mutex::default(),
        }
    }

    fn write(&self, change: impl FnOnce(&mut Pages)) {
        change(&mut self.pages.lock().unwrap_or_else(PoisonError::into_inner));
    }

    fn read<T>(&self, look: impl FnOnce(&Pages) -> T) -> T {
        look(&self.pages.lock().unwrap_or_else(PoisonError::into_inner))
    }

    pub(crate) fn elapsed(&self) -> Duration {
        self.surroundings.since(self.started)
    }

    pub(crate) fn request(&self, request: Request) {
        self.write(|pages| pages.requests.push(request));
    }

    pub(crate) fn handshake(&self, site: &str) {
        self.write(|pages| pages.handshakes.push(site.to_owned()));
    }

    pub(crate) fn restart(&self, restart: Restart) {
        self.write(|pages| pages.restarts.push(restart));
    }

    pub(crate) fn pair_task(&self, task: PairTask) {
        self.write(|pages| pages.pair_tasks.push(task));
    }

    pub(crate) fn login(&self, site: &str) {
        self.write(|pages| pages.logins.push(site.to_owned()));
    }

    pub(crate) fn failed_login(&self, site: &str, user: &str) {
        self.write(|pages| pages.failed_logins.push((site.to_owned(), user.to_owned())));
    }

    pub(crate) fn replacement(&self, site: &str) {
        self.write(|pages| pages.replacements.push(site.to_owned()));
    }

    pub(crate) fn requests(&self) -> Vec<Request> {
        self.read(|pages| pages.requests.clone())
    }

    pub(crate) fn handshakes(&self, site: &str) -> usize {
        self.read(|pages| pages.handshakes.iter().filter(|at| *at == site).count())
    }

    pub(crate) fn restarts(&self) -> Vec<Restart> {
        self.read(|pages| pages.restarts.clone())
    }

    pub(crate) fn pair_tasks(&self) -> Vec<PairTask> {
        self.read(|pages| pages.pair_tasks.clone())
    }

    pub(crate) fn logins(&self, site: &str) -> usize {
        self.read(|pages| pages.logins.iter().filter(|at| *at == site).count())
    }

    pub(crate) fn failed_logins(&self, site: &str) -> usize {
        self.read(|pages| {
            pages
                .failed_logins
                .iter()
                .filter(|(at, _)| at == site)
                .count()
        })
    }

    pub(crate) fn replacements(&self, site: &str) -> usize {
        self.read(|pages| pages.replacements.iter().filter(|at| *at == site).count())
    }
}

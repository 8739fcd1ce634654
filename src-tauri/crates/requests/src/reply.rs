//! Which waiting request a certificate answers, and what the authority made of it.

use certificate::{Certificate, CertificateRequest, Name};

use crate::{PendingRequest, names::has};

/// What a certificate is to the requests that wait.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// It bears the key of this request.
    Answers {
        /// The request.
        request: Box<PendingRequest>,
        /// What differs from what was asked, each in a sentence.
        changes: Vec<String>,
    },
    /// It bears names of this request, and another key.
    Resembles {
        /// The request that shares most names with it.
        request: Box<PendingRequest>,
    },
    /// No request that waits here has its key or a name of it.
    Stray,
}

/// What certificates are to the requests that wait: every request that one of them answers, by the public
/// key. Which of them is the leaf shows only when its key is there. Where none answers any, what `leaf`,
/// the likeliest of them, is; so there is always one.
#[must_use]
pub fn replies_to<'a>(
    requests: &[PendingRequest],
    leaf: &Certificate,
    all: impl Iterator<Item = &'a Certificate> + Clone,
) -> Vec<Reply> {
    let answers = requests.iter().filter_map(|request| {
        let answering = all.clone().filter(|one| request.is_answered_by(one));
        // Of two replies to one request the newer one counts, as it does for the key.
        let newest = answering.max_by_key(|one| one.not_before())?;
        Some(Reply::Answers {
            changes: changes(request, newest),
            request: Box::new(request.clone()),
        })
    });
    let answers: Vec<Reply> = answers.collect();
    if answers.is_empty() {
        vec![without_answer(requests, leaf)]
    } else {
        answers
    }
}

fn without_answer(requests: &[PendingRequest], leaf: &Certificate) -> Reply {
    let shared = |request: &&PendingRequest| {
        let names = request.names.iter();
        names.filter(|name| has(leaf.names(), name)).count()
    };
    let nearest = requests.iter().max_by_key(shared);
    match nearest.filter(|request| shared(request) > 0) {
        Some(request) => Reply::Resembles {
            request: Box::new(request.clone()),
        },
        None => Reply::Stray,
    }
}

impl Reply {
    /// What it is, in a sentence or two.
    #[must_use]
    pub fn says(&self) -> String {
        match self {
            Self::Answers { request, .. } => format!(
                "This is the reply to the request for {} of {}. Its key is here.",
                request.name(),
                request.day()
            ),
            Self::Resembles { request } => format!(
                "It bears names of the request for {} of {}, but another key: it does not answer that \
                 request. It belongs to a request made elsewhere, or to one that was forgotten.",
                request.name(),
                request.day()
            ),
            Self::Stray => {
                "Its private key is not here, and no request that waits here asked for it."
                    .to_owned()
            }
        }
    }
}

fn changes(request: &PendingRequest, leaf: &Certificate) -> Vec<String> {
    let asked = &request.names;
    let lost: Vec<&Name> = asked
        .iter()
        .filter(|name| !has(leaf.names(), name))
        .collect();
    let gained: Vec<&Name> = leaf
        .names()
        .iter()
        .filter(|name| !has(asked, name))
        .collect();
    let lost = listed(&lost).map(|names| format!("Asked for and not in the certificate: {names}."));
    let gained =
        listed(&gained).map(|names| format!("In the certificate and not asked for: {names}."));
    let unusable = CertificateRequest::usages_lost_in(leaf);
    let unusable = (!unusable.is_empty()).then(|| {
        let usages = unusable.join(", ");
        format!("Asked for and not allowed by the certificate: {usages}.")
    });
    [lost, gained, unusable].into_iter().flatten().collect()
}

fn listed(names: &[&Name]) -> Option<String> {
    let names: Vec<String> = names.iter().map(ToString::to_string).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

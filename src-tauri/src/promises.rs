//! What a held file is, and which promises its certificate keeps for a site.

use certificate::{
    Bundle, BundleError, Context, Kept as Found, Promise, ReadError, Thumbprint, examine,
    generated_password,
};
use key_worker::{Opened, Together, Worker};
use requests::Reply;
use rotation::{Problem, Replacement, card::CertificateCard};
use time::OffsetDateTime;

use crate::{
    bundle::HeldBundle,
    cards,
    commands::replace::{BundleView, Kept, PromiseView},
    error::Refusal,
    state::Shell,
};

/// What a certificate is measured against: the site it is meant for.
#[derive(Clone, Default)]
pub(crate) struct Measure {
    /// The host that peers and browsers use.
    pub(crate) public_host: Option<String>,
    /// The host that administrators use.
    pub(crate) management_host: Option<String>,
    /// The certificate in use.
    pub(crate) in_use: Option<Thumbprint>,
    /// Since when that one is valid.
    pub(crate) in_use_since: Option<OffsetDateTime>,
    /// The certificates of the site's other services.
    pub(crate) other_services: Vec<(String, Thumbprint)>,
}

impl Measure {
    /// What the checks judge by.
    pub(crate) fn context(&self, now: OffsetDateTime) -> Context<'_> {
        Context {
            public_endpoint: self.public_host.as_deref(),
            management_host: self.management_host.as_deref(),
            in_use: self.in_use,
            in_use_since: self.in_use_since,
            other_services: &self.other_services,
            roots: issuers::to_judge_by(),
            ..Context::at(now)
        }
    }
}

/// Why a file cannot be used as it is.
enum Unusable {
    Closed(ReadError),
    NoBundle(BundleError),
}

impl Shell {
    /// What the site is known to be; more of it after a check.
    pub(crate) fn measure(&self, site: &str) -> Result<Measure, Refusal> {
        let saved = self.saved(site)?;
        let seen = self
            .last_seen(site)
            .map(|seen| seen.measure)
            .unwrap_or_default();
        let management_host = Some(saved.address.host().to_owned());
        Ok(Measure {
            management_host,
            in_use: Some(saved.pin),
            ..seen
        })
    }
}

/// Opens a held file.
pub(crate) async fn open(worker: &Worker, held: &HeldBundle) -> Result<Opened, Refusal> {
    let opened = worker.open(&held.offered(), &[]).await;
    Ok(opened.map_err(|error| Problem::from(&error))?)
}

/// Judges what is in a held file.
pub(crate) fn of(held: &HeldBundle, opened: Opened, measure: &Measure) -> BundleView {
    let closed = opened.files.into_iter().find_map(Result::err);
    let unusable = match (closed, opened.together) {
        (None, Some(Together::WithKey(bundle))) => return kept(held, &bundle, measure),
        (Some(error), _) => Unusable::Closed(error),
        // A file that opens and holds nothing lacks the certificate first.
        _ => Unusable::NoBundle(opened.problem.unwrap_or(BundleError::NoCertificate)),
    };
    self::closed(held, &unusable)
}

/// The replacement that a held file makes. The keystore that goes to the appliance is written anew
/// and protected by a password made for it: what was typed stays here.
pub(crate) async fn replacement(
    worker: &Worker,
    held: &HeldBundle,
) -> Result<Replacement, Refusal> {
    let sealed = worker
        .seal(&held.offered(), &[], &generated_password())
        .await;
    Ok(Replacement::Import {
        sealed: Box::new(sealed.map_err(|error| Problem::from(&error))?),
    })
}

fn kept(held: &HeldBundle, bundle: &Bundle, measure: &Measure) -> BundleView {
    let now = OffsetDateTime::now_utc();
    let promises: Vec<PromiseView> = examine(bundle, &measure.context(now))
        .into_iter()
        .map(view)
        .collect();
    BundleView {
        certificate: Some(CertificateCard::of(&bundle.leaf, &bundle.chain, now)),
        chain: bundle.chain.iter().map(cards::of).collect(),
        acceptable: promises.iter().all(|promise| promise.kept != Kept::No),
        answer: answer(held, bundle),
        promises,
        ..held.just_read()
    }
}

fn answer(held: &HeldBundle, bundle: &Bundle) -> String {
    let above = match bundle.chain.len() {
        0 => "no certificate above it".to_owned(),
        1 => "one certificate above it".to_owned(),
        count => format!("{count} certificates above it"),
    };
    match &held.answered {
        Some((reply, _)) => format!("{} There is {above}.{}", reply.says(), changes(reply)),
        None => format!(
            "{}: one private key, its certificate, and {above}.",
            bundle.source.format
        ),
    }
}

/// What the authority changed about the request, behind everything else.
fn changes(reply: &Reply) -> String {
    match reply {
        Reply::Answers { changes, .. } => {
            changes.iter().map(|change| format!(" {change}")).collect()
        }
        Reply::Resembles { .. } | Reply::Stray => String::new(),
    }
}

fn closed(held: &HeldBundle, unusable: &Unusable) -> BundleView {
    let needs_password = unusable.is_about_the_password();
    // A file whose password nobody has typed yet has no problem: it is asked for next.
    let is_unasked = matches!(unusable, Unusable::Closed(ReadError::PasswordNeeded));
    BundleView {
        needs_password,
        problem: (!is_unasked).then(|| unusable.problem()),
        answer: if is_unasked {
            "The file is encrypted.".to_owned()
        } else {
            "The file could not be used.".to_owned()
        },
        ..held.just_read()
    }
}

pub(crate) fn view(promise: Promise) -> PromiseView {
    PromiseView {
        name: promise.name.to_owned(),
        kept: match promise.kept {
            Found::Yes => Kept::Yes,
            Found::Warning => Kept::Warning,
            Found::No => Kept::No,
        },
        says: promise.says,
        means: promise.means.to_owned(),
        todo: promise.todo.to_owned(),
    }
}

impl Unusable {
    const fn is_about_the_password(&self) -> bool {
        matches!(
            self,
            Self::Closed(ReadError::PasswordNeeded | ReadError::WrongPassword)
        )
    }

    fn problem(&self) -> Problem {
        match self {
            Self::Closed(error) => error.into(),
            Self::NoBundle(error) => error.into(),
        }
    }
}

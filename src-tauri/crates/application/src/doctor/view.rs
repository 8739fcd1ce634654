//! Everything on the screen, from what is held. Pure but for the clock.

use certificate::{
    BundleError, Certificate, Promise, examine, examine_chain, issuance_of, leads_to_a_root,
    missing_above,
};
use key_worker::Together;
use rotation::{Problem, card::CertificateCard, form_for};
use sites::{Measure, SavedSite};
use time::OffsetDateTime;

use super::{
    Doctor, Held,
    comparing::{comparison, in_use, of_files},
    mending::changes,
    ticket,
};
use crate::{
    bundles, cards,
    error::Answer,
    files::{Added, Facts, Opened},
    locks::lock,
    views::certificates::{Choice, DoctorView, EntryView, MissingView},
};

impl Doctor {
    /// Everything on the screen.
    pub(super) fn view(&self) -> Answer<DoctorView> {
        let (saved, now) = (self.shared.sites.all()?, self.shared.surroundings.now());
        let held = lock(&self.held);
        // A site that was forgotten meanwhile is nothing a certificate can be meant for.
        let site = saved
            .iter()
            .find(|site| held.meant_for.as_ref() == Some(&site.id));
        let measure = site
            .map(|site| self.shared.checks.measure(&site.id))
            .transpose()?;
        let entry =
            held.opened.together.as_ref().map(|together| {
                held.entry(together, &measure.unwrap_or_default(), version(site), now)
            });
        let mut comparable = of_files(&held);
        comparable.extend(saved.iter().map(|site| in_use(site, &held.wire)));
        let chosen = held.compared.as_ref();
        Ok(DoctorView {
            files: held.file_views(),
            entry,
            replies: held.reply_views(),
            entries: held.entry_choices(),
            problem: problem(&held.opened),
            sites: saved.iter().map(Choice::of).collect(),
            meant_for: site.map(|site| site.id.clone()),
            comparison: chosen.and_then(|(one, other)| comparison(&comparable, one, other)),
            comparable: comparable.into_iter().map(|(choice, _)| choice).collect(),
            made: held.made.as_ref().map(|made| made.view()),
            handed_over: None,
        })
    }
}

fn version(site: Option<&SavedSite>) -> Option<&str> {
    site?.last_check.as_ref()?.version.as_deref()
}

/// That there is no key is said by the certificate itself, unless it may be in a file that did not open; where
/// there are several one is chosen from a list. The rest stands in the way of putting the files together.
fn problem(opened: &Opened) -> Option<Problem> {
    let is_closed = opened.files.iter().any(Facts::may_hide_a_key);
    let is_said_elsewhere = match opened.problem.as_ref()? {
        BundleError::NoKey { .. } => !is_closed,
        BundleError::SeveralEntries { .. } => true,
        BundleError::NoCertificate
        | BundleError::OnlyAuthorities
        | BundleError::KeyLocked { .. }
        | BundleError::KeyDoesNotMatch { .. }
        | BundleError::KeyNotComparable { .. }
        | BundleError::NoSuchEntry { .. } => false,
    };
    opened.says.clone().filter(|_| !is_said_elsewhere)
}

impl Held {
    fn entry(
        &self,
        together: &Together,
        measure: &Measure,
        version: Option<&str>,
        now: OffsetDateTime,
    ) -> EntryView {
        let cards = |of: &[Certificate]| of.iter().map(|it| cards::of(it, now)).collect();
        let judged = judged(together, measure, now);
        let broken = Broken::among(&judged);
        let has_key = together.bundle().is_some();
        let form = form_for(version);
        let is_held_up = self.is_held_up();
        let mut view = EntryView {
            says: says(has_key, is_held_up, &broken),
            certificate: card(together, now),
            pem: together.leaf().to_pem(),
            has_key,
            chain: cards(together.issuers()),
            missing: missing(together, now),
            added: self.added.iter().map(came_from).collect(),
            strangers: cards(together.strangers()),
            left_out: left_out(together, &self.opened.left_out),
            acceptable: has_key && broken.of_certificate == 0 && !is_held_up,
            promises: judged.into_iter().map(bundles::view).collect(),
            changes: together
                .bundle()
                .map(|bundle| changes(&self.opened.files, bundle, self.added.len(), form))
                .unwrap_or_default(),
            form: form.into(),
            ticket: String::new(),
        };
        view.ticket = ticket::text(&view);
        view
    }
}

/// The card of the leaf, judged by this computer's roots as well.
fn card(together: &Together, now: OffsetDateTime) -> CertificateCard {
    let (leaf, issuers) = (together.leaf(), together.issuers());
    let issuance = issuance_of(leaf, issuers, issuers::to_judge_by(), now);
    CertificateCard {
        issuance_why: issuance.why(),
        issuance: (&issuance).into(),
        ..CertificateCard::of(leaf, issuers, now)
    }
}

fn judged(together: &Together, measure: &Measure, now: OffsetDateTime) -> Vec<Promise> {
    let context = measure.context(now, issuers::to_judge_by());
    match together {
        Together::WithKey(bundle) => examine(bundle, &context),
        Together::WithoutKey(chain) => examine_chain(chain, &context),
    }
}

/// What stands between the certificate and the appliance.
struct Broken {
    /// Promises of the certificate that it breaks.
    of_certificate: usize,
    /// Promises of the file, which making it anew keeps.
    of_file: usize,
}

impl Broken {
    fn among(judged: &[Promise]) -> Self {
        let of_file =
            |promise: &&Promise| promise.is_of_the_file() && promise.kept != certificate::Kept::Yes;
        let of_certificate =
            |promise: &&Promise| !promise.is_of_the_file() && promise.kept == certificate::Kept::No;
        Self {
            of_certificate: judged.iter().filter(of_certificate).count(),
            of_file: judged.iter().filter(of_file).count(),
        }
    }
}

fn says(has_key: bool, is_held_up: bool, broken: &Broken) -> String {
    if has_key && is_held_up {
        return "Not everything opened: this certificate may not be the one that is meant."
            .to_owned();
    }
    match (has_key, broken.of_certificate, broken.of_file) {
        (true, 0, 0) => "The appliance will take this file.".to_owned(),
        (true, 0, _) => {
            "The certificate is fit, but the appliance does not take it like this: make the \
                         file for it."
                .to_owned()
        }
        (true, 1, _) => "One promise is broken: the certificate is not fit as it is.".to_owned(),
        (true, many, _) => {
            format!("{many} promises are broken: the certificate is not fit as it is.")
        }
        (false, 0, _) => "The private key is not among the files.".to_owned(),
        (false, _, _) => {
            "The private key is not among the files, and promises are broken.".to_owned()
        }
    }
}

/// Who is missing, unless the chain leads to a known root without them.
fn missing(together: &Together, now: OffsetDateTime) -> Option<MissingView> {
    let (leaf, issuers) = (together.leaf(), together.issuers());
    if leads_to_a_root(leaf, issuers, issuers::to_judge_by(), now) {
        return None;
    }
    let missing = missing_above(leaf, issuers)?;
    Some(MissingView {
        issuer: missing.issuer,
        key_id: missing.key_id,
        address: issuers::address_above(leaf, issuers),
    })
}

fn came_from(added: &Added) -> String {
    format!("{} {}", name(&added.certificate), added.from)
}

/// What a certificate is called: its common name, else its first name, else its subject.
pub(super) fn name(certificate: &Certificate) -> String {
    let first = certificate.names().first().map(ToString::to_string);
    let common = certificate.common_name().map(ToOwned::to_owned);
    common
        .or(first)
        .unwrap_or_else(|| certificate.subject().to_owned())
}

fn left_out(together: &Together, closed: &[String]) -> Vec<String> {
    let twice = match together.duplicates() {
        0 => None,
        1 => Some("One certificate is there more than once.".to_owned()),
        many => Some(format!("{many} certificates are there more than once.")),
    };
    let keys = match together.bundle().map_or(0, |bundle| bundle.unused_keys) {
        0 => None,
        1 => Some("One private key has no certificate here.".to_owned()),
        many => Some(format!("{many} private keys have no certificate here.")),
    };
    let closed = closed.iter().map(|one| format!("Not in it: {one}"));
    [twice, keys].into_iter().flatten().chain(closed).collect()
}

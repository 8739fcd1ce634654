//! Any two certificates side by side: of files, or in use at a saved site.

use std::collections::HashMap;

use appliance::{ProbeLimits, probe};
use certificate::{Certificate, Difference, compare, relation};
use sites::SavedSite;
use time::OffsetDateTime;

use super::{Doctor, Held, view::name};
use crate::{
    cards::moment,
    error::Answer,
    files::Facts,
    locks::lock,
    views::certificates::{Choice, ComparisonView, DifferenceView},
};

/// What stands for the certificate of a saved site.
const SITE: &str = "site:";

/// A certificate that can be compared, and what stands for it. That of a site may have to be looked at
/// first.
pub(super) type Comparable = (Choice, Option<Certificate>);

/// What saved sites show, by their identity, as comparisons looked there.
pub(super) type Wire = HashMap<String, Look>;

/// One look at a saved site.
pub(super) struct Look {
    at: OffsetDateTime,
    /// What it showed; nothing where it did not answer.
    shown: Option<Certificate>,
}

impl Doctor {
    /// Puts two certificates side by side, those of sites as the sites show them now.
    pub(super) async fn compare(&self, one: String, other: String) -> Answer<()> {
        for id in [&one, &other] {
            if let Some(site) = id.strip_prefix(SITE) {
                self.look_at(site).await?;
            }
        }
        lock(&self.held).compared = Some((one, other));
        Ok(())
    }

    /// A bare handshake: nothing is sent there. A site that does not answer is compared as it was seen last.
    async fn look_at(&self, site: &str) -> Answer<()> {
        let (site, here) = (self.shared.sites.find(site)?, &self.shared.surroundings);
        let shown = match probe(&site.address, ProbeLimits::default(), here).await {
            Ok(sighting) => Some(sighting.leaf),
            Err(error) if site.leaf.is_none() => return Err(error.problem(&site.name).into()),
            Err(_) => None,
        };
        let at = here.now();
        let mut held = lock(&self.held);
        held.wire.insert(site.id, Look { at, shown });
        Ok(())
    }
}

/// Every certificate of every file, once.
pub(super) fn of_files(held: &Held) -> Vec<Comparable> {
    let mut all: Vec<Comparable> = Vec::new();
    for (file, facts) in held.files.iter().zip(&held.opened.files) {
        let Facts::Open(inside) = facts else { continue };
        for certificate in &inside.certificates {
            if all
                .iter()
                .any(|(_, other)| other.as_ref() == Some(certificate))
            {
                continue;
            }
            let choice = Choice {
                id: certificate.thumbprint().to_string(),
                label: format!("{} ({})", name(certificate), file.name),
            };
            all.push((choice, Some(certificate.clone())));
        }
    }
    all
}

/// The certificate in use at a saved site: as a comparison saw it, else as the last check did.
pub(super) fn in_use(site: &SavedSite, wire: &Wire) -> Comparable {
    let (certificate, when) = match wire.get(&site.id) {
        None => (site.certificate(), String::new()),
        Some(Look { at, shown: None }) => {
            let when = format!(" before; nothing answered on {}", moment(*at));
            (site.certificate(), when)
        }
        Some(Look { at, shown }) => (shown.clone(), format!(", seen on {}", moment(*at))),
    };
    let choice = Choice {
        id: format!("{SITE}{}", site.id),
        label: format!("In use at {}{when}", site.name),
    };
    (choice, certificate)
}

/// Two of them side by side; nothing when one is not there any more.
pub(super) fn comparison(all: &[Comparable], one: &str, other: &str) -> Option<ComparisonView> {
    let find = |id: &str| all.iter().find(|(choice, _)| choice.id == id);
    let ((one, before), (other, after)) = (find(one)?, find(other)?);
    let (before, after) = (before.as_ref()?, after.as_ref()?);
    Some(ComparisonView {
        one: one.clone(),
        other: other.clone(),
        says: relation(before, after),
        rows: compare(before, after).into_iter().map(row).collect(),
    })
}

fn row(difference: Difference) -> DifferenceView {
    DifferenceView {
        what: difference.what.label(),
        before: difference.before,
        after: difference.after,
        differs: difference.differs,
        says: difference.says,
    }
}

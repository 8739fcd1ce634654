//! Any two certificates side by side: of files, or in use at a saved site.

use certificate::{Certificate, Difference, compare, relation};
use sites::SavedSite;

use super::{Held, view::name};
use crate::{
    commands::certificates::{Choice, ComparisonView, DifferenceView},
    opening::Facts,
};

/// A certificate that can be compared, and what stands for it.
pub(super) type Comparable = (Choice, Certificate);

/// Every certificate of every file, once.
pub(super) fn of_files(held: &Held) -> Vec<Comparable> {
    let mut all: Vec<Comparable> = Vec::new();
    for (file, facts) in held.files.iter().zip(&held.opened.files) {
        let Facts::Open(inside) = facts else { continue };
        for certificate in &inside.certificates {
            if all.iter().any(|(_, other)| other == certificate) {
                continue;
            }
            let choice = Choice {
                id: certificate.thumbprint().to_string(),
                label: format!("{} ({})", name(certificate), file.name),
            };
            all.push((choice, certificate.clone()));
        }
    }
    all
}

/// The certificate that a saved site was last seen with.
pub(super) fn in_use(site: &SavedSite) -> Option<Comparable> {
    let certificate = site.certificate()?;
    let choice = Choice {
        id: format!("site:{}", site.id),
        label: format!("In use at {}", site.name),
    };
    Some((choice, certificate))
}

/// Two of them side by side; nothing when one is not there any more.
pub(super) fn comparison(all: &[Comparable], one: &str, other: &str) -> Option<ComparisonView> {
    let find = |id: &str| all.iter().find(|(choice, _)| choice.id == id);
    let ((one, before), (other, after)) = (find(one)?, find(other)?);
    Some(ComparisonView {
        one: one.clone(),
        other: other.clone(),
        says: relation(before, after).to_owned(),
        rows: compare(before, after).into_iter().map(row).collect(),
    })
}

fn row(difference: Difference) -> DifferenceView {
    DifferenceView {
        what: difference.what.label().to_owned(),
        before: difference.before,
        after: difference.after,
        differs: difference.differs,
        says: difference.says,
    }
}

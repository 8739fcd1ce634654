//! The keys that have a certificate, and which of several is meant.

use crate::certificate::escaped;
use crate::entry_name::EntryName;
use crate::{BundleError, Certificate, PrivateKey};

impl EntryName {
    fn of(key: &PrivateKey, leaf: &Certificate) -> Self {
        Self {
            alias: key.alias().map(ToOwned::to_owned),
            subject: leaf.subject().to_owned(),
            common_name: leaf.common_name().map(ToOwned::to_owned),
            not_after: leaf.not_after(),
            thumbprint: leaf.thumbprint(),
        }
    }

    /// Whether it is the entry's own name, down to the case of its letters.
    fn is_named_exactly(&self, wanted: &str) -> bool {
        self.alias.as_ref() == Some(&escaped(wanted.trim()))
    }

    /// Whether a person who typed `wanted` may mean this one. Java folds the case of the names.
    fn is_called(&self, wanted: &str) -> bool {
        let wanted = wanted.trim();
        let is_so = |name: &String| name.to_lowercase() == escaped(wanted).to_lowercase();
        wanted.parse() == Ok(self.thumbprint)
            || self.alias.as_ref().is_some_and(is_so)
            || self.common_name.as_ref().is_some_and(is_so)
            || is_so(&self.subject)
    }
}

/// A key with the best of its certificates.
type Found = (EntryName, PrivateKey, Certificate);

/// Every key that has a certificate.
pub(crate) fn entries(keys: &[PrivateKey], certificates: &[Certificate]) -> Vec<Found> {
    let found = keys.iter().filter_map(|key| {
        let leaf = best_leaf(key, certificates)?;
        Some((EntryName::of(key, leaf), key.clone(), leaf.clone()))
    });
    found.collect()
}

/// The one key that has a certificate, or of several the one that is called `wanted`.
pub(crate) fn only_entry(
    keys: &[PrivateKey],
    certificates: &[Certificate],
    wanted: Option<&str>,
) -> Result<(PrivateKey, Certificate), BundleError> {
    let mut found = entries(keys, certificates);
    let names: Vec<EntryName> = found.iter().map(|(name, ..)| name.clone()).collect();
    if let Some(wanted) = wanted {
        let is_exact = |(name, ..): &Found| name.is_named_exactly(wanted);
        let is_one_exact = found.iter().filter(|one| is_exact(one)).count() == 1;
        found.retain(|one| match is_one_exact {
            true => is_exact(one),
            false => one.0.is_called(wanted),
        });
    }
    match (found.pop(), found.is_empty(), wanted) {
        (Some((_, key, leaf)), true, _) => Ok((key, leaf)),
        (Some(last), false, _) => Err(BundleError::SeveralEntries {
            entries: found
                .into_iter()
                .chain([last])
                .map(|(name, ..)| name)
                .collect(),
        }),
        (None, _, Some(wanted)) if !names.is_empty() => Err(BundleError::NoSuchEntry {
            wanted: escaped(wanted),
            entries: names,
        }),
        (None, ..) => Err(without_entry(keys, certificates)),
    }
}

/// Why no key has a certificate: something is missing, none belongs to any, or for one that cannot be told.
fn without_entry(keys: &[PrivateKey], certificates: &[Certificate]) -> BundleError {
    let is_authority = |one: &Certificate| one.is_authority() && one.names().is_empty();
    if keys.is_empty() && !certificates.is_empty() && certificates.iter().all(is_authority) {
        return BundleError::OnlyAuthorities;
    }
    if keys.is_empty() {
        return BundleError::NoKey {
            certificates: certificates.len(),
        };
    }
    if certificates.is_empty() {
        return BundleError::NoCertificate;
    }
    let is_open = |key: &&PrivateKey| certificates.iter().any(|other| key.leaves_open(other));
    match keys.iter().find(is_open) {
        Some(key) => BundleError::KeyNotComparable {
            kind: key.kind().to_string(),
        },
        None => BundleError::KeyDoesNotMatch {
            offered: certificates
                .iter()
                .map(|certificate| certificate.subject().to_owned())
                .collect(),
        },
    }
}

/// Rather a server's than another, rather a newer one, rather one that lasts longer.
fn best_leaf<'a>(key: &PrivateKey, certificates: &'a [Certificate]) -> Option<&'a Certificate> {
    certificates
        .iter()
        .filter(|certificate| key.matches(certificate))
        .max_by_key(|certificate| {
            let dates = (certificate.not_before(), certificate.not_after());
            (certificate.is_for_servers(), dates)
        })
}

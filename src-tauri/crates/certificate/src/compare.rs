//! Two certificates side by side: what matters first, each difference told in a sentence.

use std::collections::HashSet;

use message::{Argument, Message, message};
use serde::Serialize;
use time::OffsetDateTime;
use x509_parser::certificate::X509Certificate;
use x509_parser::prelude::FromDer;

use crate::{Certificate, Name};

/// What of two certificates is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Aspect {
    /// The subject alternative names.
    Names,
    /// The end of the validity.
    ValidUntil,
    /// The start of the validity.
    ValidFrom,
    /// Who issued it.
    Issuer,
    /// The subject's distinguished name.
    Subject,
    /// The key: its kind and size, and whether it is the same one.
    Key,
    /// What the certificate may be used for.
    Uses,
    /// What its key may be used for.
    KeyUsage,
    /// Whether it is the certificate of an authority.
    Authority,
    /// The signature algorithm.
    Signature,
    /// The serial number.
    Serial,
    /// SHA-256 over the whole.
    Thumbprint,
}

impl Aspect {
    /// The aspect as a heading.
    pub fn label(self) -> Message {
        match self {
            Self::Names => message!("aspect.names"),
            Self::ValidUntil => message!("aspect.valid_until"),
            Self::ValidFrom => message!("aspect.valid_from"),
            Self::Issuer => message!("aspect.issuer"),
            Self::Subject => message!("aspect.subject"),
            Self::Key => message!("aspect.key"),
            Self::Uses => message!("aspect.uses"),
            Self::KeyUsage => message!("aspect.key_usage"),
            Self::Authority => message!("aspect.authority"),
            Self::Signature => message!("aspect.signature"),
            Self::Serial => message!("aspect.serial"),
            Self::Thumbprint => message!("aspect.thumbprint"),
        }
    }
}

/// One aspect of two certificates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// What is compared.
    pub what: Aspect,
    /// The first certificate's value, fit to be shown.
    pub before: Argument,
    /// The second one's.
    pub after: Argument,
    /// Whether the two differ.
    pub differs: bool,
    /// What the difference is, in a sentence; also where the same needs a word.
    pub says: Option<Message>,
}

/// Compares two certificates, in the order in which people should look. Every aspect is listed, the equal
/// ones too.
pub fn compare(before: &Certificate, after: &Certificate) -> Vec<Difference> {
    let pair = Pair { before, after };
    vec![
        pair.names(),
        pair.date(Aspect::ValidUntil, Certificate::not_after),
        pair.date(Aspect::ValidFrom, Certificate::not_before),
        pair.issuer(),
        pair.plain(Aspect::Subject, |one| one.subject().to_owned()),
        pair.key(),
        pair.listed(Aspect::Uses, uses),
        pair.listed(Aspect::KeyUsage, key_usages),
        pair.plain(Aspect::Authority, |one| {
            if one.is_authority() {
                message!("value.yes")
            } else {
                message!("value.no")
            }
        }),
        pair.plain(Aspect::Signature, |one| one.signature().to_owned()),
        pair.plain(Aspect::Serial, |one| one.serial().to_owned()),
        pair.plain(Aspect::Thumbprint, |one| one.thumbprint().to_string()),
    ]
}

/// What two certificates are to each other, in a sentence.
pub fn relation(before: &Certificate, after: &Certificate) -> Message {
    if before == after {
        message!("relation.one_and_the_same")
    } else if before.public_key() == after.public_key() {
        message!("relation.same_key")
    } else {
        message!("relation.two_keys")
    }
}

struct Pair<'a> {
    before: &'a Certificate,
    after: &'a Certificate,
}

impl Pair<'_> {
    fn plain<T: Into<Argument>>(
        &self,
        what: Aspect,
        value: impl Fn(&Certificate) -> T,
    ) -> Difference {
        let (before, after) = (value(self.before).into(), value(self.after).into());
        Difference {
            what,
            differs: before != after,
            before,
            after,
            says: None,
        }
    }

    fn names(&self) -> Difference {
        self.listed(Aspect::Names, |one| {
            one.names().iter().map(Name::to_string).collect()
        })
    }

    /// Compares two lists whose order means nothing.
    fn listed(&self, what: Aspect, values: impl Fn(&Certificate) -> Vec<String>) -> Difference {
        let (before, after) = (values(self.before), values(self.after));
        let lost = without(&before, &after);
        let added = without(&after, &before);
        let mut told = Vec::new();
        if !lost.is_empty() {
            told.push(message!("difference.lost", values = lost));
        }
        if !added.is_empty() {
            told.push(message!("difference.added", values = added));
        }
        Difference {
            what,
            before: joined(&before),
            after: joined(&after),
            differs: !told.is_empty(),
            says: (!told.is_empty())
                .then(|| message!("difference.values", told = Argument::sentences(told))),
        }
    }

    fn date(&self, what: Aspect, moment: impl Fn(&Certificate) -> OffsetDateTime) -> Difference {
        let (before, after) = (moment(self.before), moment(self.after));
        let by = span(after - before);
        Difference {
            what,
            before: Argument::Minute(before),
            after: Argument::Minute(after),
            differs: before != after,
            says: (before != after).then(|| {
                if after < before {
                    message!("difference.earlier", by = by)
                } else {
                    message!("difference.later", by = by)
                }
            }),
        }
    }

    /// Two authorities may bear the same name with different keys.
    fn issuer(&self) -> Difference {
        let mut issuer = self.plain(Aspect::Issuer, |one| one.issuer().to_owned());
        let ids = (
            self.before.authority_key_id(),
            self.after.authority_key_id(),
        );
        if let (false, (Some(before), Some(after))) = (issuer.differs, ids) {
            if before != after {
                issuer.differs = true;
                issuer.says = Some(message!("difference.another_key_of_issuer"));
            }
        } else if self.before.is_self_signed() != self.after.is_self_signed() {
            issuer.says = Some(if self.after.is_self_signed() {
                message!("difference.second_self_signed")
            } else {
                message!("difference.first_self_signed")
            });
        }
        issuer
    }

    fn key(&self) -> Difference {
        let mut key = self.plain(Aspect::Key, |one| one.key().to_string());
        let is_same = self.before.public_key() == self.after.public_key();
        key.says = Some(if is_same {
            message!("difference.same_key")
        } else {
            message!("difference.another_key")
        });
        key.differs = !is_same;
        key
    }
}

/// What is in `one` and not in `other`, each once.
fn without(one: &[String], other: &[String]) -> Vec<String> {
    let folded: HashSet<String> = other.iter().map(|value| value.to_lowercase()).collect();
    let mut seen = HashSet::new();
    one.iter()
        .filter(|value| !folded.contains(&value.to_lowercase()))
        .filter(|value| seen.insert(value.to_lowercase()))
        .cloned()
        .collect()
}

fn joined(values: &[String]) -> Argument {
    if values.is_empty() {
        return message!("value.none").into();
    }
    Argument::list(values)
}

/// A span of time in the unit that people would choose.
fn span(difference: time::Duration) -> Argument {
    let whole = difference.abs();
    let told = match (whole.whole_days(), whole.whole_hours()) {
        (0, 0) => time::Duration::minutes(whole.whole_minutes().max(1)),
        (0, hours) => time::Duration::hours(hours),
        (days, _) => time::Duration::days(days),
    };
    told.into()
}

fn uses(certificate: &Certificate) -> Vec<String> {
    let named = |oid: &String| {
        match oid.as_str() {
            "2.5.29.37.0" => "Any",
            "1.3.6.1.5.5.7.3.1" => "Server Authentication",
            "1.3.6.1.5.5.7.3.2" => "Client Authentication",
            "1.3.6.1.5.5.7.3.3" => "Code Signing",
            "1.3.6.1.5.5.7.3.4" => "E-mail Protection",
            "1.3.6.1.5.5.7.3.8" => "Time Stamping",
            "1.3.6.1.5.5.7.3.9" => "OCSP Signing",
            other => other,
        }
        .to_owned()
    };
    certificate
        .extended_key_usages()
        .iter()
        .map(named)
        .collect()
}

fn key_usages(certificate: &Certificate) -> Vec<String> {
    let Ok((_, parsed)) = X509Certificate::from_der(certificate.der()) else {
        return Vec::new();
    };
    let Ok(Some(usage)) = parsed.key_usage() else {
        return Vec::new();
    };
    let usage = usage.value;
    [
        (usage.digital_signature(), "Digital Signature"),
        (usage.non_repudiation(), "Non-Repudiation"),
        (usage.key_encipherment(), "Key Encipherment"),
        (usage.data_encipherment(), "Data Encipherment"),
        (usage.key_agreement(), "Key Agreement"),
        (usage.key_cert_sign(), "Certificate Signing"),
        (usage.crl_sign(), "CRL Signing"),
        (usage.encipher_only(), "Encipher Only"),
        (usage.decipher_only(), "Decipher Only"),
    ]
    .into_iter()
    .filter(|(is_set, _)| *is_set)
    .map(|(_, name)| name.to_owned())
    .collect()
}

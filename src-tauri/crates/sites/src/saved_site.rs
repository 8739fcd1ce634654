//! One saved site: where it is, which certificate it is known by, and how that came to be known.

use appliance::{ApplianceAddress, Credential, SignIns};
use certificate::Thumbprint;
use ground::Surroundings;
use rand::Rng;
use rotation::{Grade, SiteAccess};
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;
use trust::{Generation, KnownSite};

use crate::Account;

/// A site as it is kept in the file. Nothing in here is secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SavedSite {
    /// Made here, never shown; keys the password in the keyring.
    pub id: String,
    /// The site's own name, as its Cloud Service reports it.
    pub name: String,
    /// Where its Cloud Service answers.
    pub address: ApplianceAddress,
    /// The certificate it must present; the last of `lineage`.
    pub pin: Thumbprint,
    /// Every certificate that this site was known by, oldest first, in one unbroken line.
    pub lineage: Vec<PinGeneration>,
    /// How well the pin is known (docs/security.md). One that cannot be read counts for nothing.
    #[serde(with = "grade_word")]
    pub grade: Grade,
    /// Who signs in.
    pub account: Account,
    /// The password may be kept in the keyring of the operating system.
    pub remember: bool,
    /// A practice site lives as long as the practice lab and is never written to the file.
    #[serde(skip)]
    pub practice: bool,
    /// Own site or a peer's.
    pub role: Role,
    /// The pinned certificate itself (DER), so that a list can be shown without asking anybody.
    #[serde(
        default,
        with = "crate::document::base64_bytes",
        skip_serializing_if = "Option::is_none"
    )]
    pub leaf: Option<Vec<u8>>,
    /// The host of its public service endpoint, as the last check read it.
    #[serde(default)]
    pub public_host: Option<String>,
    /// Seconds that its clock was ahead of this computer's, as the last check read it.
    #[serde(default)]
    pub clock_ahead: Option<i64>,
    /// What the last check found.
    pub last_check: Option<LastCheck>,
}

/// Which side of a pairing a saved site is on; own sites come first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Role {
    /// A site whose certificate is replaced here.
    Own,
    /// A site that is paired with an own one.
    Peer,
}

/// One certificate of a site's life.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PinGeneration {
    /// Its thumbprint.
    pub thumbprint: Thumbprint,
    /// When it became the pin.
    #[serde(with = "time::serde::rfc3339")]
    pub since: OffsetDateTime,
    /// How it came to be known.
    pub how: Learned,
}

/// How a pin came to be known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Learned {
    /// The operator pasted the thumbprint and it matched in full.
    Pasted,
    /// Other sites had it pinned, or a public authority vouches for the name.
    Corroborated,
    /// Accepted by typing a name; nothing agreed with it.
    Unverified,
    /// A rotation run here put it there.
    Replaced,
    /// The practice lab said so.
    Practice,
}

/// What the last check of a site found, for the list of sites.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct LastCheck {
    /// When it ended.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    /// The product version that the site reported.
    pub version: Option<String>,
    /// The worst verdict over its peers: `same`, `different`, `old` or `unknown`.
    pub verdict: String,
    /// The same in words, as "9 of 10 peers agree".
    pub says: String,
    /// What needs attention, if anything does.
    pub attention: Option<String>,
}

impl SavedSite {
    /// A site that is about to be saved for the first time.
    #[must_use]
    pub fn new(
        address: ApplianceAddress,
        pin: Thumbprint,
        how: Learned,
        surroundings: &Surroundings,
    ) -> Self {
        Self {
            id: format!("{:016x}", surroundings.chance().random::<u64>()),
            name: address.host().to_owned(),
            address,
            pin,
            lineage: vec![PinGeneration {
                thumbprint: pin,
                since: surroundings.now(),
                how,
            }],
            grade: Grade::E0,
            account: Account::Appliance,
            remember: false,
            practice: how == Learned::Practice,
            role: Role::Own,
            leaf: None,
            public_host: None,
            clock_ahead: None,
            last_check: None,
        }
    }

    /// Follows a replacement: the new certificate continues the line, so the password stays usable.
    pub fn follow(&mut self, pin: &Thumbprint, now: OffsetDateTime) {
        if self.pin != *pin {
            self.pin = *pin;
            self.lineage.push(PinGeneration {
                thumbprint: *pin,
                since: now,
                how: Learned::Replaced,
            });
            self.leaf = None;
        }
    }

    /// With what to sign in there, and who keeps the session.
    #[must_use]
    pub fn access(&self, credential: Credential, sign_ins: &SignIns) -> SiteAccess {
        SiteAccess {
            address: self.address.clone(),
            pin: self.pin,
            grade: self.grade,
            credential,
            sign_ins: sign_ins.clone(),
        }
    }

    /// The site as a survey knows it, with the certificates that it had before, newest first.
    #[must_use]
    pub fn known(&self, is_own: bool) -> KnownSite {
        KnownSite {
            is_own,
            current: Some(self.pin),
            history: self.history(),
            ..KnownSite::named(&*self.name)
        }
    }

    /// The certificates that it had before, newest first.
    #[must_use]
    pub fn history(&self) -> Vec<Generation> {
        let newer = self.lineage.iter().skip(1).map(|newer| newer.since);
        let generations = self.lineage.iter().zip(newer);
        let mut history: Vec<Generation> = generations
            .map(|(old, replaced)| Generation {
                thumbprint: old.thumbprint,
                replaced: Some(replaced),
            })
            .collect();
        history.reverse();
        history
    }

    /// True when `pin` is one of the certificates that this site was known by.
    #[must_use]
    pub fn has_been_known_by(&self, pin: &Thumbprint) -> bool {
        self.lineage
            .iter()
            .any(|generation| generation.thumbprint == *pin)
    }

    /// When a rotation run here last replaced the certificate.
    #[must_use]
    pub fn last_replaced(&self) -> Option<OffsetDateTime> {
        let replaced = self
            .lineage
            .iter()
            .rev()
            .find(|pin| pin.how == Learned::Replaced);
        replaced.map(|pin| pin.since)
    }
}

/// A grade as its word.
mod grade_word {
    use rotation::Grade;
    use serde::{Deserialize as _, Deserializer, Serializer};

    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "the form that serde calls"
    )]
    pub(super) fn serialize<S: Serializer>(grade: &Grade, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(grade)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Grade, D::Error> {
        let word = String::deserialize(from)?;
        Ok(word.parse().unwrap_or(Grade::E0))
    }
}

//! Who stands behind a certificate: a public authority, a private one, or nobody but itself.
//!
//! From 4.3 on, on-premises sites keep their trust when the new certificate is signed by an authority
//! (`docs/vcda-api.md` §3.5); so this answer decides who has to act.

use message::{Message, message};
use rustls_pki_types::{CertificateDer, TrustAnchor, UnixTime};
use serde::Serialize;
use time::OffsetDateTime;

use crate::{Certificate, missing_above, path};

/// Who issued a certificate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase", tag = "kind")]
pub enum Issuance {
    /// An authority among the public roots.
    Public {
        /// The subject of the topmost certificate that the path was followed through.
        through: String,
    },
    /// An authority that is not public: its root is in the file or in this machine's store.
    Private {
        /// The subject of the topmost certificate that the path was followed through.
        through: String,
    },
    /// Nobody: it signed itself.
    SelfSigned,
    /// It cannot be told.
    Unknown {
        /// Why not.
        why: Message,
    },
}

impl Issuance {
    /// `public`, `private`, `selfSigned` or `unknown`.
    pub const fn slug(&self) -> &'static str {
        match self {
            Self::Public { .. } => "public",
            Self::Private { .. } => "private",
            Self::SelfSigned => "selfSigned",
            Self::Unknown { .. } => "unknown",
        }
    }

    /// The reason, as a sentence.
    pub fn why(&self) -> Message {
        match self {
            Self::Public { through } => message!("issuance.public", through = through),
            Self::Private { through } => message!("issuance.private", through = through),
            Self::SelfSigned => message!("issuance.self_signed"),
            Self::Unknown { why } => why.clone(),
        }
    }
}

/// The roots to judge by: the public ones are built in, the machine's come from the caller.
#[derive(Debug, Clone, Copy)]
pub struct Roots {
    /// Roots that this machine trusts. Public ones among them do no harm. Asked for only where they
    /// decide: reading them takes longer than opening most keystores.
    pub of_this_machine: fn() -> &'static [Certificate],
}

impl Roots {
    /// None of any machine.
    pub const PUBLIC_ONLY: Self = Self {
        of_this_machine: || &[],
    };
}

/// Decides who issued `leaf`, offline. Expiry plays no part: an expired certificate keeps its issuer.
pub fn issuance_of(
    leaf: &Certificate,
    chain: &[Certificate],
    roots: Roots,
    now: OffsetDateTime,
) -> Issuance {
    if leaf.is_self_signed() {
        return Issuance::SelfSigned;
    }
    let through = chain.last().unwrap_or(leaf).subject().to_owned();
    let below = |roots: &[CertificateDer<'_>]| is_below(&path::anchors(roots), leaf, chain, now);
    let public = below(webpki_root_certs::TLS_SERVER_ROOT_CERTS);
    let Err(why_not) = public else {
        return Issuance::Public { through };
    };
    let below_this_machine = || {
        let ders = (roots.of_this_machine)().iter().map(Certificate::der);
        let ders: Vec<_> = ders.map(CertificateDer::from).collect();
        below(&ders).is_ok()
    };
    let ends_in_a_root = chain.last().is_some_and(Certificate::is_self_issued);
    if ends_in_a_root || below_this_machine() {
        return Issuance::Private { through };
    }
    let missing = chain.last().unwrap_or(leaf).issuer();
    Issuance::Unknown {
        why: if matches!(why_not, webpki::Error::UnknownIssuer) {
            message!("issuance.not_found", issuer = missing)
        } else {
            message!(
                "issuance.not_held",
                issuer = missing,
                why = path::why(&why_not)
            )
        },
    }
}

/// Whether nothing is missing above a chain: it ends in a root, or leads to one that is known.
pub fn leads_to_a_root(
    leaf: &Certificate,
    chain: &[Certificate],
    roots: Roots,
    now: OffsetDateTime,
) -> bool {
    let is_known = || match issuance_of(leaf, chain, roots, now) {
        Issuance::Public { .. } => true,
        // A root that this machine alone may know is better in the file than nothing above the certificate.
        Issuance::Private { .. } => !chain.is_empty(),
        Issuance::SelfSigned | Issuance::Unknown { .. } => false,
    };
    missing_above(leaf, chain).is_none() || is_known()
}

/// Whether a path leads to one of `anchors` at present, or did on the day of issue: an issuer may have
/// expired since.
fn is_below(
    anchors: &[TrustAnchor<'_>],
    leaf: &Certificate,
    chain: &[Certificate],
    now: OffsetDateTime,
) -> Result<(), webpki::Error> {
    let at_issue = path::unix_time(leaf.not_before());
    let at_present = within_validity(leaf, now);
    let at = |moment| path::verify(leaf, chain, anchors, moment, path::AnyUse);
    at(at_present).or_else(|error| at(at_issue).map_err(|_| error))
}

/// `now`, or the nearest moment at which `leaf` is valid.
pub(crate) fn within_validity(leaf: &Certificate, now: OffsetDateTime) -> UnixTime {
    let at = now.min(leaf.not_after()).max(leaf.not_before());
    path::unix_time(at)
}

//! The promises that a bundle keeps or breaks, in the order in which they are told.

mod allows_server_authentication;
mod authority_stands_behind;
mod chain_is_complete;
mod chain_is_valid_now;
mod chain_keys_are_strong;
mod chain_verifies;
mod is_its_own;
mod is_newer;
mod is_no_authority;
mod is_not_in_use;
mod is_valid_now;
mod java_opens_it;
pub(crate) mod java_reads_the_certificates;
mod keeps_client_authentication;
mod key_is_rsa;
mod key_matches;
mod key_usage_fits;
mod lasts;
mod lifetime_is_accepted;
mod names_are_permitted;
mod names_are_well_formed;
mod names_cover;
mod nothing_is_superfluous;
mod one_entry;
mod password_is_ascii;
mod signatures_are_modern;
mod wildcard_is_not_shared;

use message::Message;
use serde::Serialize;
use time::{Duration, OffsetDateTime};

use crate::{Bundle, Certificate, Chain, Issuance, Roots, Source, Thumbprint, issuance_of};

/// Whether a promise is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Kept {
    /// It is.
    Yes,
    /// It is not, and a person has to decide whether that matters.
    Warning,
    /// It is not: the appliance refuses the file, or the certificate is not fit for the Cloud Service.
    No,
}

/// One promise about a bundle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Promise {
    /// Named for what is true when it is kept, such as `names_cover`.
    pub name: &'static str,
    /// Whether it is kept.
    pub kept: Kept,
    /// What was found; where the promise is broken, with what that means for the Cloud Service as `meaning` and what
    /// to do as `todo`.
    pub message: Message,
    /// Where the rule comes from.
    pub source: &'static str,
}

/// The promises about the file itself: making it anew keeps them.
const OF_THE_FILE: [&str; 3] = [
    one_entry::CHECK.name,
    java_opens_it::CHECK.name,
    password_is_ascii::CHECK.name,
];

impl Promise {
    /// Whether making the file for the appliance keeps this promise, whatever it is now.
    pub fn is_of_the_file(&self) -> bool {
        OF_THE_FILE.contains(&self.name)
    }
}

/// Clocks that differ by less agree.
const AGREEMENT: Duration = Duration::minutes(2);

/// What a bundle is judged by, besides itself.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The moment of the judgement.
    pub now: OffsetDateTime,
    /// The site's clock minus this computer's, where it is known.
    pub clock_ahead: Option<Duration>,
    /// The public service endpoint's host, under which peers and on-premises sites reach the Cloud Service.
    pub public_endpoint: Option<&'a str>,
    /// The host under which administrators reach the appliance.
    pub management_host: Option<&'a str>,
    /// The certificate that the Cloud Service uses at present.
    pub in_use: Option<Thumbprint>,
    /// That certificate whole, where it is known.
    pub present: Option<&'a Certificate>,
    /// Names and thumbprints of the site's other services.
    pub other_services: &'a [(String, Thumbprint)],
    /// The keystore is written anew before it goes to the appliance: how the file at hand is protected
    /// decides nothing.
    pub written_anew: bool,
    /// The roots to judge the issuer by.
    pub roots: Roots,
}

impl Context<'_> {
    /// Nothing known but the time.
    pub const fn at(now: OffsetDateTime) -> Self {
        Self {
            now,
            clock_ahead: None,
            public_endpoint: None,
            management_host: None,
            in_use: None,
            present: None,
            other_services: &[],
            written_anew: false,
            roots: Roots::PUBLIC_ONLY,
        }
    }

    /// How far the site's clock is from this computer's. Clocks that are nearly alike agree.
    fn disagreement(&self) -> Duration {
        let ahead = self.clock_ahead.filter(|ahead| ahead.abs() >= AGREEMENT);
        ahead.unwrap_or_default()
    }

    /// The moment of the judgement by the site's clock.
    fn now_there(&self) -> OffsetDateTime {
        self.now + self.disagreement()
    }
}

/// One check: its name, where its rule comes from, and the judgement.
pub(crate) struct Check {
    name: &'static str,
    source: &'static str,
    /// What was found, or nothing where the promise does not apply.
    judge: fn(&Subject<'_>, &Context<'_>) -> Option<Finding>,
}

/// What a check found.
pub(crate) struct Finding {
    kept: Kept,
    message: Message,
}

impl Finding {
    /// The promise is kept.
    const fn kept(message: Message) -> Option<Self> {
        let kept = Kept::Yes;
        Some(Self { kept, message })
    }

    /// The promise is broken, and a person decides whether that matters.
    const fn warning(message: Message) -> Option<Self> {
        let kept = Kept::Warning;
        Some(Self { kept, message })
    }

    /// The promise is broken, and what is at hand is not fit for use.
    const fn no(message: Message) -> Option<Self> {
        let kept = Kept::No;
        Some(Self { kept, message })
    }
}

/// The order of the promises: what the product demands, what the web demands, what the operator wants to know.
const ORDER: [Check; 27] = [
    key_matches::CHECK,
    one_entry::CHECK,
    java_opens_it::CHECK,
    java_reads_the_certificates::CHECK,
    password_is_ascii::CHECK,
    key_is_rsa::CHECK,
    signatures_are_modern::CHECK,
    is_no_authority::CHECK,
    is_valid_now::CHECK,
    lifetime_is_accepted::CHECK,
    allows_server_authentication::CHECK,
    keeps_client_authentication::CHECK,
    key_usage_fits::CHECK,
    names_cover::CHECK,
    names_are_well_formed::CHECK,
    wildcard_is_not_shared::CHECK,
    chain_is_complete::CHECK,
    chain_verifies::CHECK,
    names_are_permitted::CHECK,
    chain_is_valid_now::CHECK,
    chain_keys_are_strong::CHECK,
    nothing_is_superfluous::CHECK,
    is_its_own::CHECK,
    is_not_in_use::CHECK,
    is_newer::CHECK,
    lasts::CHECK,
    authority_stands_behind::CHECK,
];

/// The names of all promises, in their order.
pub fn names() -> impl Iterator<Item = &'static str> {
    ORDER.iter().map(|check| check.name)
}

/// Judges a bundle by every promise that applies to it.
pub fn examine(bundle: &Bundle, context: &Context<'_>) -> Vec<Promise> {
    let subject = Subject {
        leaf: &bundle.leaf,
        chain: &bundle.chain,
        strangers: &bundle.strangers,
        duplicates: bundle.duplicates,
        unused_keys: bundle.unused_keys,
        source: Some(&bundle.source),
        foreign_keys: 0,
        issuance: issuance_of(&bundle.leaf, &bundle.chain, context.roots, context.now),
    };
    subject.judged(context)
}

/// Judges certificates that came without a key: what is promised of a key is left out.
/// Of authorities alone nothing is promised: that the certificate of the server is not there is one finding
/// ([`crate::BundleError::OnlyAuthorities`]).
pub fn examine_chain(chain: &Chain, context: &Context<'_>) -> Vec<Promise> {
    if chain.leaf.is_authority() && chain.leaf.names().is_empty() {
        return Vec::new();
    }
    let subject = Subject {
        leaf: &chain.leaf,
        chain: &chain.issuers,
        strangers: &chain.strangers,
        duplicates: chain.duplicates,
        unused_keys: 0,
        source: None,
        foreign_keys: chain.foreign_keys,
        issuance: issuance_of(&chain.leaf, &chain.issuers, context.roots, context.now),
    };
    subject.judged(context)
}

/// What is judged: a bundle, or certificates without a key.
pub(crate) struct Subject<'a> {
    leaf: &'a Certificate,
    chain: &'a [Certificate],
    strangers: &'a [Certificate],
    duplicates: usize,
    unused_keys: usize,
    /// What the leaf and its key were read from; nothing where that key is not there.
    source: Option<&'a Source>,
    /// Keys that belong to none of the certificates.
    foreign_keys: usize,
    /// Who issued the leaf: several promises depend on it.
    issuance: Issuance,
}

impl Subject<'_> {
    /// The end of the chain as far as it is at hand.
    fn highest(&self) -> &Certificate {
        self.chain.last().unwrap_or(self.leaf)
    }

    /// The certificate at hand that the highest one names as its issuer, down to the key, and that did not
    /// sign it as it is.
    fn falsely_named(&self) -> Option<&Certificate> {
        let highest = self.highest();
        let mut candidates = self.strangers.iter().chain([highest]);
        candidates.find(|candidate| highest.is_refuted_by(candidate))
    }

    fn judged(&self, context: &Context<'_>) -> Vec<Promise> {
        ORDER
            .iter()
            .filter_map(|check| Some((check, (check.judge)(self, context)?)))
            .map(|(check, finding)| Promise {
                name: check.name,
                kept: finding.kept,
                message: finding.message,
                source: check.source,
            })
            .collect()
    }
}

//! What the file of a new certificate promises, as findings of a plan.

use certificate::{Context, Form, Kept, Promise, examine};
use time::OffsetDateTime;

use crate::card::CertificateCard;
use crate::plan::{Finding, FindingKind};
use crate::request::{Replacement, Request};
use crate::survey::SiteFacts;
use message::Problem;

/// The first version whose Java surely opens a modern keystore. That older ones may not is inferred
/// from their age (docs/vcda-api.md §2.7 names no encryption).
const READS_MODERN: appliance::ApiVersion = appliance::ApiVersion { major: 4, minor: 3 };

/// The card of the new certificate, where there is a file.
pub(crate) fn card(replacement: &Replacement, now: OffsetDateTime) -> Option<CertificateCard> {
    let Replacement::Import { sealed } = replacement else {
        return None;
    };
    let bundle = &sealed.bundle;
    Some(CertificateCard::of(&bundle.leaf, &bundle.chain, now))
}

/// Every promise that the file does not keep: a stop where it is not fit, else a warning.
pub(crate) fn broken(request: &Request, facts: &SiteFacts, now: OffsetDateTime) -> Vec<Finding> {
    let Replacement::Import { sealed } = &request.replacement else {
        return Vec::new();
    };
    let context = Context {
        clock_ahead: facts.clock_skew,
        public_endpoint: facts.public_host.as_deref(),
        // Where the administrator reached it, which a browser will be pointed at again.
        management_host: Some(request.local.address.host()),
        in_use: Some(facts.certificate),
        present: facts.encoded.as_ref(),
        other_services: &facts.other_services,
        roots: issuers::to_judge_by(),
        ..Context::at(now)
    };
    let promises = examine(&sealed.bundle, &context);
    promises.iter().filter_map(finding).collect()
}

fn finding(promise: &Promise) -> Option<Finding> {
    let kind = match promise.kept {
        Kept::Yes => return None,
        Kept::Warning => FindingKind::Warning,
        Kept::No => FindingKind::Stop,
    };
    Some(Finding {
        kind,
        problem: Problem::from(promise),
    })
}

/// How a keystore is protected for an appliance of this version.
pub fn form_for(version: Option<&str>) -> Form {
    let version = version.and_then(|version| version.parse::<appliance::ApiVersion>().ok());
    if version.is_some_and(|version| version < READS_MODERN) {
        Form::Older
    } else {
        Form::Modern
    }
}

//! Saved sites as lines of a list: what needs attention, and in which order.

use rotation::{card::CertificateCard, verdict::Verdict};
use sites::{Role, SavedSite};
use time::{OffsetDateTime, format_description::well_known::Rfc3339};

use crate::{
    cards,
    views::sites::{SiteRow, TrustWord},
};

/// From this many days on a certificate should be replaced: an authority may take a week or two.
const SOON: i32 = 30;

/// Saved sites in the order to show, each with whether it can be signed in to.
pub(crate) fn in_order(
    sites: impl IntoIterator<Item = (SavedSite, bool)>,
    now: OffsetDateTime,
) -> Vec<SiteRow> {
    let rows = sites
        .into_iter()
        .map(|(site, can_sign_in)| (site.role, row(&site, can_sign_in, now)));
    let mut rows: Vec<_> = rows.collect();
    rows.sort_by_key(|(role, row)| urgency(*role, row));
    rows.into_iter().map(|(_, row)| row).collect()
}

/// A saved site as its line in the list.
pub(crate) fn row(site: &SavedSite, can_sign_in: bool, now: OffsetDateTime) -> SiteRow {
    let check = site.last_check.as_ref();
    let certificate = site
        .leaf
        .as_deref()
        .and_then(|leaf| cards::of_der(leaf, now));
    let found = check.and_then(|check| check.attention.clone());
    SiteRow {
        id: site.id.clone(),
        name: site.name.clone(),
        address: site.address.to_string(),
        practice: site.practice,
        trust: check.map(|check| trust_word(&check.verdict, &check.says)),
        version: check.and_then(|check| check.version.clone()),
        last_replaced: site.last_replaced().and_then(rfc3339),
        checked_at: check.and_then(|check| rfc3339(check.at)),
        can_sign_in,
        attention: found.or_else(|| certificate.as_ref().and_then(of_expiry)),
        certificate,
    }
}

fn trust_word(verdict: &str, says: &str) -> TrustWord {
    let verdict = serde_json::from_value(verdict.into()).unwrap_or(Verdict::Unknown);
    TrustWord {
        verdict,
        says: says.to_owned(),
    }
}

fn rfc3339(at: OffsetDateTime) -> Option<String> {
    at.format(&Rfc3339).ok()
}

/// What needs attention comes first, then own sites, then what ends soonest; names decide the rest.
fn urgency(role: Role, row: &SiteRow) -> (bool, Role, i32, String) {
    let days = row
        .certificate
        .as_ref()
        .map_or(i32::MAX, |card| card.days_left);
    (row.attention.is_none(), role, days, row.name.to_lowercase())
}

fn of_expiry(card: &CertificateCard) -> Option<String> {
    match card.days_left {
        ..0 => Some("Its certificate has expired".to_owned()),
        0 => Some("Its certificate expires today".to_owned()),
        1 => Some("Its certificate expires tomorrow".to_owned()),
        days @ 2..=SOON => Some(format!("Its certificate expires in {days} days")),
        _ => None,
    }
}

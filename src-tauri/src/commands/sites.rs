//! The screen Sites: every saved site, what needs attention first.

use rotation::card::CertificateCard;
use rotation::verdict::Verdict;
use serde::Serialize;
use sites::{Role, SavedSite};
use tauri::State;
use time::{OffsetDateTime, format_description::well_known::Rfc3339};
use ts_rs::TS;

use super::Answer;
use crate::{cards, state::Shell};

/// From this many days on a certificate should be replaced: an authority may take a week or two.
const SOON: i32 = 30;

/// One line of the list of sites.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SiteRow {
    /// Names the site in commands.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Where its Cloud Service answers.
    pub address: String,
    /// It lives in the practice lab.
    pub practice: bool,
    /// The certificate it is known by.
    pub certificate: Option<CertificateCard>,
    /// What the last check said of trust.
    pub trust: Option<TrustWord>,
    /// The product version that the last check read.
    pub version: Option<String>,
    /// When a run of this app last replaced its certificate, RFC 3339.
    pub last_replaced: Option<String>,
    /// When it was last checked, RFC 3339.
    pub checked_at: Option<String>,
    /// A password is at hand.
    pub can_sign_in: bool,
    /// What needs attention, if anything does.
    pub attention: Option<String>,
}

/// A verdict and its sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TrustWord {
    /// One of four.
    pub verdict: Verdict,
    /// The sentence.
    pub says: String,
}

/// Every saved site in the order to show.
#[tauri::command]
pub fn list_sites(shell: State<'_, Shell>) -> Answer<Vec<SiteRow>> {
    let saved = shell.all_sites()?;
    let mut rows: Vec<_> = saved
        .iter()
        .map(|site| (site.role, row(&shell, site)))
        .collect();
    rows.sort_by_key(|(role, row)| urgency(*role, row));
    Ok(rows.into_iter().map(|(_, row)| row).collect())
}

/// Forgets a site and its password. Nothing happens at the site.
#[tauri::command]
pub async fn forget_site(shell: State<'_, Shell>, id: String) -> Answer<()> {
    let site = shell.sites(|sites| sites.forget(&id))?;
    shell.forget_seen(&site)?;
    shell.forget_password(site).await
}

/// A saved site as its line in the list.
pub(crate) fn row(shell: &Shell, site: &SavedSite) -> SiteRow {
    let check = site.last_check.as_ref();
    let certificate = site.leaf.as_deref();
    let certificate = certificate.and_then(|leaf| cards::of_der(leaf, shell.surroundings.now()));
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
        can_sign_in: shell.can_sign_in(site),
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

pub(crate) fn rfc3339(at: OffsetDateTime) -> Option<String> {
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

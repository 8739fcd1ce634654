//! Says which on-premises sites must act, and what is seen of each after the change. The cloud cannot
//! repair them (docs/vcda-api.md §3.5).

use appliance::OnPremisesSite;

use super::{Ending, Step};
use crate::card::Issuance;
use crate::event::Event;
use crate::halt::Halt;
use crate::live::Live;
use crate::on_premises::{self, Change, Forecast, OnPremisesView};
use crate::reporter::Reporter;
use crate::survey;
use crate::verdict::Verdict;
use message::Problem;

pub(crate) struct AdviseOnPremises;

/// What is not as it was said beforehand.
#[derive(Debug, thiserror::Error)]
pub(crate) enum AdviseError {
    /// On-premises sites refuse the new certificate that had nothing to do.
    #[error("on-premises sites of {site} refuse the new certificate: {}", names.join(", "))]
    Refused { site: String, names: Vec<String> },
}

impl Step for AdviseOnPremises {
    const TITLE: &'static str = "Advise on-premises sites";

    fn intent(site: &str) -> String {
        format!("Listing the on-premises sites of {site} and what each has to do.")
    }

    fn way_back() -> &'static str {
        "Nothing is changed by this step."
    }

    async fn already_done(_live: &Live) -> Option<String> {
        // Sites may have come or gone since the plan: the list is read again.
        None
    }

    async fn perform(live: &mut Live, reporter: &Reporter) -> Result<Ending, Halt> {
        let listed = read_again(live).await;
        if let Some(sites) = listed
            .as_ref()
            .and_then(|listed| forecast_again(live, listed))
        {
            live.on_premises = sites;
        }
        let sites = live.on_premises.clone();
        live.keep(reporter, Event::OnPremisesForecast { sites })
            .await?;
        look(live, listed.as_deref().unwrap_or_default(), reporter);
        let says = format!(
            "{}{}",
            forecast_in_words(&live.local.name, &live.on_premises),
            seen_in_words(&live.local.name, &live.on_premises)
        );
        let surprising = live.on_premises.iter().filter(|site| site.is_surprising());
        let names: Vec<String> = surprising.map(|site| site.name.clone()).collect();
        if names.is_empty() {
            return Ok(Ending::done(says));
        }
        let site = live.local.name.clone();
        let problem = Problem::from(&AdviseError::Refused { site, names });
        Ok(Ending::with_attention(says, Some(problem)))
    }
}

/// The sites that are listed at the end. Without an answer the earlier forecast stands, and nothing is seen.
async fn read_again(live: &Live) -> Option<Vec<OnPremisesSite>> {
    let session = live.local.new_session()?;
    live.patience.read(|| session.vc_sites()).await.ok()
}

/// The forecast once more: after a regenerate the message to the tenants can name the new thumbprint.
fn forecast_again(live: &Live, listed: &[OnPremisesSite]) -> Option<Vec<OnPremisesView>> {
    let opening = live.memory.opening.as_ref()?;
    let new = live.local.new?.to_string();
    let change = Change {
        site: &live.local.name,
        endpoint: live.local.before.public_endpoint.as_deref(),
        version: live.local.before.version.as_deref(),
        old: opening.old.issuance,
        new: opening
            .new
            .as_ref()
            .map_or(Issuance::SelfSigned, |new| new.issuance),
        thumbprint: Some(&new),
    };
    Some(survey::forecast(listed, &change))
}

/// Tells of each site what the list says of its last contact.
fn look(live: &mut Live, listed: &[OnPremisesSite], reporter: &Reporter) {
    for view in &mut live.on_premises {
        let told = listed.iter().find(|site| site.name == view.name);
        view.seen = told.map(|told| on_premises::seen(told, view.forecast));
        if let Some(seen) = view.seen {
            let name = view.name.clone();
            reporter.mention(Event::OnPremisesSeen { name, seen });
        }
    }
}

fn forecast_in_words(site: &str, sites: &[OnPremisesView]) -> String {
    let count = |forecast| {
        sites
            .iter()
            .filter(|site| site.forecast == forecast)
            .count()
    };
    match (count(Forecast::MustRepair), count(Forecast::Uncertain)) {
        _ if sites.is_empty() => format!("{site} has no on-premises sites."),
        (0, 0) => "No on-premises site has to do anything.".to_owned(),
        (must, 0) => format!("On-premises sites that must repair their pairing: {must}."),
        (0, may) => format!("On-premises sites that may have to repair their pairing: {may}."),
        (must, may) => format!(
            "On-premises sites that must repair their pairing: {must}; that may have to: {may}."
        ),
    }
}

fn seen_in_words(site: &str, sites: &[OnPremisesView]) -> String {
    let count = |seen| sites.iter().filter(|site| site.seen == Some(seen)).count();
    match (count(Verdict::Old), count(Verdict::Same)) {
        (0, 0) => String::new(),
        (refusing, 0) => format!(" {site} tells so far that it is refused by: {refusing}."),
        (0, fine) => format!(" {site} tells so far of no error with: {fine}."),
        (refusing, fine) => format!(
            " {site} tells so far that it is refused by: {refusing}; of no error with: {fine}."
        ),
    }
}

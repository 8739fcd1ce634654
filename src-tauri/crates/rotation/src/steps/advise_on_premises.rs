//! Says which on-premises sites must act. The cloud cannot repair them (docs/vcda-api.md §3.5).

use super::{Ending, Step};
use crate::card::Issuance;
use crate::engine::Halt;
use crate::event::Event;
use crate::live::Live;
use crate::on_premises::{Change, Forecast, OnPremisesView};
use crate::reporter::Reporter;
use crate::survey;

pub(crate) struct AdviseOnPremises;

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
        if let Some(sites) = forecast_again(live).await {
            live.on_premises = sites;
        }
        let sites = live.on_premises.clone();
        let count = |forecast| {
            sites
                .iter()
                .filter(|site| site.forecast == forecast)
                .count()
        };
        let (must, may) = (count(Forecast::MustRepair), count(Forecast::Uncertain));
        let says = match (must, may) {
            _ if sites.is_empty() => format!("{} has no on-premises sites.", live.local.name),
            (0, 0) => "No on-premises site has to do anything.".to_owned(),
            (must, 0) => format!("On-premises sites that must repair their pairing: {must}."),
            (0, may) => format!("On-premises sites that may have to repair their pairing: {may}."),
            (must, may) => format!(
                "On-premises sites that must repair their pairing: {must}; that may have to: {may}."
            ),
        };
        live.keep(reporter, Event::OnPremisesForecast { sites })
            .await?;
        Ok(Ending::done(says))
    }
}

/// The forecast once more, for the sites that are listed at the end: after a regenerate the message
/// to the tenants can name the new thumbprint. Without an answer the earlier forecast stands.
async fn forecast_again(live: &Live) -> Option<Vec<OnPremisesView>> {
    let session = live.local.new_session()?;
    let listed = live.patience.read(|| session.vc_sites()).await.ok()?;
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
    Some(survey::forecast(&listed, &change))
}

//! Says which on-premises sites must act. The cloud cannot repair them (docs/vcda-api.md §3.5).

use super::{Ending, Step};
use crate::engine::Halt;
use crate::event::Event;
use crate::live::Live;
use crate::on_premises::Forecast;
use crate::reporter::Reporter;

pub(crate) struct AdviseOnPremises;

impl Step for AdviseOnPremises {
    const TITLE: &'static str = "Advise on-premises sites";

    fn intent(site: &str) -> String {
        format!("Listing the on-premises sites of {site} and what each has to do.")
    }

    fn way_back() -> &'static str {
        "Nothing is changed by this step."
    }

    async fn already_done(live: &Live) -> Option<String> {
        live.on_premises
            .is_empty()
            .then(|| format!("{} has no on-premises sites.", live.local.name))
    }

    async fn perform(live: &mut Live, reporter: &Reporter) -> Result<Ending, Halt> {
        let sites = live.on_premises.clone();
        let count = |forecast| sites.iter().filter(|site| site.forecast == forecast).count();
        let (must, may) = (count(Forecast::MustRepair), count(Forecast::Uncertain));
        let says = match (must, may) {
            (0, 0) => "No on-premises site has to do anything.".to_owned(),
            (must, 0) => format!("On-premises sites that must repair their pairing: {must}."),
            (0, may) => format!("On-premises sites that may have to repair their pairing: {may}."),
            (must, may) => format!(
                "On-premises sites that must repair their pairing: {must}; that may have to: {may}."
            ),
        };
        live.keep(reporter, Event::OnPremisesForecast { sites }).await?;
        Ok(Ending::done(says))
    }
}

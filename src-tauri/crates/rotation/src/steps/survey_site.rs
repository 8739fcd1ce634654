//! Reads what the local site is and whom it is paired with.

use super::{Ending, Step};
use crate::enumerate::enumerate;
use crate::halt::Halt;
use crate::live::Live;
use crate::reporter::Reporter;

pub(crate) struct SurveySite;

impl Step for SurveySite {
    const TITLE: &'static str = "Survey the site";

    fn intent(site: &str) -> String {
        format!("Reading what {site} is and whom it is paired with.")
    }

    fn way_back() -> &'static str {
        "Nothing was changed."
    }

    async fn already_done(live: &Live) -> Option<String> {
        live.memory.is_recorded.then(|| survey(live))
    }

    async fn perform(live: &mut Live, _reporter: &Reporter) -> Result<Ending, Halt> {
        // The plan read it, moments ago, and the guarded call reads again what it depends on.
        Ok(Ending::done(survey(live)))
    }
}

fn survey(live: &Live) -> String {
    let site = &live.local.name;
    let version = live
        .local
        .before
        .version
        .as_deref()
        .unwrap_or("an unknown version");
    let names: Vec<String> = live.peers.iter().map(|peer| peer.name.clone()).collect();
    match names.as_slice() {
        [] => format!("{site} runs {version} and has no peer sites."),
        few if few.len() <= 5 => {
            format!(
                "{site} runs {version} and is paired with {}.",
                enumerate(few)
            )
        }
        many => format!(
            "{site} runs {version} and is paired with {} sites.",
            many.len()
        ),
    }
}

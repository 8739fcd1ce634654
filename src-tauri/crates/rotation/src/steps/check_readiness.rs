//! Checks that every site can take part before anything is changed. A peer that cannot never
//! blocks the others; it is set aside, with the reason.

use super::{Ending, Step};
use crate::engine::Halt;
use crate::live::Live;
use crate::questions::enumerate;
use crate::reporter::Reporter;

pub(crate) struct CheckReadiness;

impl Step for CheckReadiness {
    const TITLE: &'static str = "Check readiness";

    fn intent(_site: &str) -> String {
        "Checking that every site can take part before anything is changed.".to_owned()
    }

    fn way_back() -> &'static str {
        "Nothing was changed."
    }

    async fn already_done(live: &Live) -> Option<String> {
        live.memory
            .is_recorded
            .then(|| "Readiness was checked before the run began.".to_owned())
    }

    async fn perform(live: &mut Live, _reporter: &Reporter) -> Result<Ending, Halt> {
        // A plan with something in the way at the local site was not allowed to start.
        let absent: Vec<String> = live
            .peers
            .iter()
            .filter(|peer| peer.problem.is_some())
            .map(|peer| peer.name.clone())
            .collect();
        if absent.is_empty() {
            return Ok(Ending::done("Every site is ready."));
        }
        let says = format!("{} cannot be repaired in this run; the others can.", enumerate(&absent));
        Ok(Ending::with_attention(says, None))
    }
}

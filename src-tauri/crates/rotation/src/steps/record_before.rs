//! Writes down who trusts whom before the change, so that afterwards every difference is known to
//! be meant.

use super::{Ending, Step};
use crate::event::Event;
use crate::halt::Halt;
use crate::live::Live;
use crate::reporter::Reporter;

pub(crate) struct RecordBefore;

impl Step for RecordBefore {
    const TITLE: &'static str = "Record who trusts whom";

    fn intent(_site: &str) -> String {
        "Writing down who trusts whom before the change.".to_owned()
    }

    fn way_back() -> &'static str {
        "Nothing was changed."
    }

    async fn already_done(live: &Live) -> Option<String> {
        live.memory
            .is_recorded
            .then(|| "It was written down when the run began.".to_owned())
    }

    async fn perform(live: &mut Live, reporter: &Reporter) -> Result<Ending, Halt> {
        for peer in &live.peers {
            reporter.mention(Event::PeerRecorded(peer.before.clone()));
        }
        let before = live.local.before.clone();
        live.keep(reporter, Event::SiteRecorded(before)).await?;
        let site = &live.local.name;
        Ok(Ending::done(match live.peers.len() {
            0 => format!("{site} has no peer sites whose trust could be recorded."),
            1 => format!("The trust of {site} and its peer site is on record."),
            count => format!("The trust of {site} and its {count} peer sites is on record."),
        }))
    }
}

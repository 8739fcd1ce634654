//! Makes sure that the record is complete on the disk: the report is made from it, at any time.

use super::{Ending, Step};
use crate::event::{Event, StepId};
use crate::halt::Halt;
use crate::live::Live;
use crate::reporter::Reporter;

pub(crate) struct WriteReport;

impl Step for WriteReport {
    const TITLE: &'static str = "Write the report";

    fn intent(_site: &str) -> String {
        "Completing the record from which the report is made.".to_owned()
    }

    fn way_back() -> &'static str {
        "Nothing is changed by this step."
    }

    async fn already_done(_live: &Live) -> Option<String> {
        None
    }

    async fn perform(live: &mut Live, reporter: &Reporter) -> Result<Ending, Halt> {
        let note = Event::Note {
            step: Some(StepId::WriteReport),
            says: "The record is complete.".to_owned(),
        };
        live.keep(reporter, note).await?;
        Ok(Ending::done("The report can be saved and printed."))
    }
}

//! Where a run stands whose record is damaged or lost: what is left of it, and the word that it is not all.

use super::{RunStatus, RunView, fold, headline, written};
use crate::event::{Event, Record};
use crate::journal::{RunId, Salvage};
use message::Problem;
use words::{Language, Words};

impl Salvage {
    /// The records that are left, with the calls that only the guard knows, and the view of them.
    pub(crate) fn told(self, run: &RunId, problem: &Problem) -> (Vec<Record>, RunView) {
        let Self { mut records, calls } = self;
        let view = RunView::of_damaged(fold(&records), run, problem, &calls);
        let known: Vec<String> = records.iter().filter_map(intended).collect();
        let lost = calls
            .into_iter()
            .filter(|call| !known.contains(&call.operation));
        records.extend(lost.map(|call| Record {
            at: call.at,
            event: Event::ReplacementIntended {
                operation: call.operation,
                old: call.old,
                new: call.new,
                grade: String::new(),
            },
        }));
        records.sort_by_key(|record| record.at);
        (records, view)
    }
}

fn intended(record: &Record) -> Option<String> {
    let Event::ReplacementIntended { operation, .. } = &record.event else {
        return None;
    };
    Some(operation.clone())
}

impl RunView {
    fn of_damaged(
        left: Self,
        run: &RunId,
        problem: &Problem,
        calls: &[crate::event::Guarded],
    ) -> Self {
        let mut view = left.left_behind();
        if let (Some(call), true) = (calls.last(), view.site.is_empty()) {
            view.site.clone_from(&call.site);
            view.site_address.clone_from(&call.address);
            view.action = call.action;
            view.started_at = written(call.at);
        }
        view.run = run.to_string();
        view.status = RunStatus::Attention;
        view.finished_at = None;
        let words = Words::in_language(Language::ENGLISH);
        view.outcome = Some(format!(
            "{} {}",
            words.what(problem),
            words.meaning(problem)
        ));
        view.headline = headline::of(&view, None);
        view
    }
}

//! The file holds exactly one entry, its chain inside it.

use message::message;

use super::{Check, Context, Finding, Subject};
use crate::missing_above;

pub(super) const CHECK: Check = Check {
    name: "one_entry",
    source: "docs/vcda-api.md §2.7",
    judge,
};

fn judge(subject: &Subject<'_>, context: &Context<'_>) -> Option<Finding> {
    let entries = subject.source?.entries;
    if entries == 1 {
        let is_whole = missing_above(subject.leaf, subject.chain).is_none();
        return Finding::kept(if is_whole && !subject.chain.is_empty() {
            message!("one_entry.with_chain")
        } else {
            message!("one_entry.kept")
        });
    }
    Finding::warning(if context.written_anew {
        message!("one_entry.several_written_anew", entries = entries)
    } else {
        message!("one_entry.several", entries = entries)
    })
}

//! The file holds exactly one entry, its chain inside it.

use super::{ANEW, Check, Context, Finding, Subject};
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
            "There is one entry, with its chain inside."
        } else {
            "There is one entry."
        });
    }
    Finding::warning(
        format!("The file holds {entries} entries; the product takes exactly one."),
        "Imported as it is, the file would be refused, or another entry be used than you think.",
        if context.written_anew {
            "Nothing: Reseal writes a new file with this one entry and imports that."
        } else {
            ANEW
        },
    )
}

//! A moment as people read it. Runs travel between zones, so it is always UTC, and says so.

use time::macros::format_description;
use time::{OffsetDateTime, UtcOffset};

/// The moment in words: "23 Nov 2026, 14:02:11 UTC".
pub(crate) fn said(at: OffsetDateTime) -> String {
    let format = format_description!(
        "[day padding:none] [month repr:short] [year], [hour]:[minute]:[second] UTC"
    );
    let utc = at.to_offset(UtcOffset::UTC);
    // Only a year of five digits has no such form; the moment's own form is better than none.
    utc.format(&format).unwrap_or_else(|_| utc.to_string())
}

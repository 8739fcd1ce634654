//! The roots that this computer trusts, read once: they decide between a private authority and one that
//! nobody knows.

use certificate::{Certificate, Roots};

/// The certificates of this computer's store. Reading them takes a moment: never on an async thread.
pub(crate) fn of_this_machine() -> &'static [Certificate] {
    issuers::machine_roots()
}

/// The same as the checks take them.
pub(crate) fn to_judge_by() -> Roots<'static> {
    issuers::to_judge_by()
}

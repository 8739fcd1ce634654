//! The password can travel in a header and opens a Java keystore.

use super::{Check, Context, Finding, Subject};
use crate::ascii_password;

pub(super) const CHECK: Check = Check {
    name: "password_is_ascii",
    source: "docs/keystores.md §3",
    judge,
};

fn judge(_: &Subject<'_>, context: &Context<'_>) -> Option<Finding> {
    match ascii_password(context.password?) {
        Ok(()) => Finding::kept("The password is plain ASCII."),
        Err(unfit) => Finding::warning(
            format!("The password does not fit: {unfit}."),
            "Java refuses such a password, and the header that carries it cannot hold it.",
            "Nothing: Reseal writes a new file with a password of its own and imports that.",
        ),
    }
}

//! The password can travel in a header and opens a Java keystore.

use message::message;

use super::{Check, Context, Finding, Subject};
use crate::{Format, UnfitPassword};

pub(super) const CHECK: Check = Check {
    name: "password_is_ascii",
    source: "docs/keystores.md §3",
    judge,
};

fn judge(subject: &Subject<'_>, context: &Context<'_>) -> Option<Finding> {
    let source = subject.source.filter(|_| !context.written_anew)?;
    if source.format != Format::Pkcs12 {
        return None;
    }
    match source.password? {
        Ok(()) => Finding::kept(message!("password_is_ascii.kept")),
        Err(UnfitPassword::NotAscii) => Finding::no(message!("password_is_ascii.not_ascii")),
        Err(UnfitPassword::Empty) => Finding::warning(message!("password_is_ascii.empty")),
        Err(UnfitPassword::OuterBlank) => {
            Finding::warning(message!("password_is_ascii.outer_blank"))
        }
    }
}

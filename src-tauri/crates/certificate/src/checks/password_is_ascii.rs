//! The password can travel in a header and opens a Java keystore.

use super::{ANEW, Check, Context, Finding, Subject};
use crate::{Format, UnfitPassword};

pub(super) const CHECK: Check = Check {
    name: "password_is_ascii",
    source: "docs/keystores.md §3",
    judge,
};

const MEANS: &str = "Java refuses such a password and calls it wrong, and the header that carries it to \
                     the appliance cannot hold it.";
fn judge(subject: &Subject<'_>, context: &Context<'_>) -> Option<Finding> {
    let source = subject.source.filter(|_| !context.written_anew)?;
    if source.format != Format::Pkcs12 {
        return None;
    }
    match source.password? {
        Ok(()) => Finding::kept("The password is plain ASCII."),
        Err(UnfitPassword::NotAscii) => {
            Finding::no("The password has characters beyond ASCII.", MEANS, ANEW)
        }
        Err(UnfitPassword::Empty) => Finding::warning(
            "The password is empty.",
            "Anybody can open the file, and the appliance may want a password with it.",
            ANEW,
        ),
        Err(UnfitPassword::OuterBlank) => Finding::warning(
            "The password begins or ends with a blank.",
            "The header that carries it to the appliance loses the blank.",
            ANEW,
        ),
    }
}

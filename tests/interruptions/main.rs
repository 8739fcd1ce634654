//! Runs that are cut off: anywhere, in any wait, with an answer lost. The next start finds out
//! where things stand and goes on to the same end, and the certificate is replaced once.
#![expect(clippy::disallowed_methods, reason = "tests read the machine's clock")]
#![cfg(test)]

mod at_every_event;
mod in_a_wait;
mod twin;
mod with_a_pause;
mod with_a_record_lost;
mod with_a_sleep;
mod with_an_answer_lost;

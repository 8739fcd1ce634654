//! What the window can ask for, one file per screen. `build.rs` lists the names again: a command
//! that is not listed there is refused before it gets here.

pub mod add_site;
pub mod app;
pub mod certificates;
pub mod confirm;
pub mod lab;
pub mod replace;
pub mod requests;
pub mod run;
pub mod secret;
pub mod site;
pub mod sites;

/// What every command answers: its result, or a problem in words.
pub type Answer<T> = Result<T, crate::error::Refusal>;

//! Every sentence that a person can read, in every language.
//!
//! The catalogue is `locales/`: one folder a language, Project Fluent's files in it, shared with the window. What is
//! to be told comes as a [`message::Message`]; [`Words`] says it in one language. English has every message; another
//! language that lacks one falls back to it.

mod catalogue;
mod json;
mod words;

pub use json::with_words;
pub use words::{Language, Words};

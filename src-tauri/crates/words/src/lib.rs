//! Every sentence that a person reads, in each language.
//!
//! `locales/` is the catalogue, one folder a language; the window reads it too (docs/decisions/words.md).

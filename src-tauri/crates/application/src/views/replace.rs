//! The screen Replace certificate: a file and its promises.

use message::Message;
use rotation::{Problem, card::CertificateCard};
use serde::Serialize;
use ts_rs::TS;

/// What one file is, or several together, and which promises they keep.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BundleView {
    /// Names the files in commands: their paths stay in Rust.
    pub token: String,
    /// The name of the file without the folder, or how many there are; where one of them cannot be opened,
    /// the name of that one.
    pub file_name: String,
    /// It is encrypted and no password that opens it is at hand.
    pub needs_password: bool,
    /// What it is, in a sentence.
    pub answer: String,
    /// The certificate in it that the key belongs to.
    pub certificate: Option<CertificateCard>,
    /// The certificates above that one, in order.
    pub chain: Vec<CertificateCard>,
    /// The checks, in order.
    pub promises: Vec<PromiseView>,
    /// Why it could not be read.
    pub problem: Option<Problem>,
    /// No promise is broken that would make an import fail.
    pub acceptable: bool,
}

/// A promise, kept or broken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PromiseView {
    /// Its name, which says what is true when it is kept.
    pub name: String,
    /// Whether it is kept.
    #[ts(inline)]
    pub kept: Kept,
    /// What was found, what follows from it and what to do.
    pub message: Message,
    /// Where the rule comes from.
    pub source: String,
}

/// Whether a promise is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Kept {
    /// It is.
    Yes,
    /// It is not, and an import works all the same.
    Warning,
    /// It is not, and an import would fail or do harm.
    No,
}

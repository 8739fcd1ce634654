//! The screen Requests. No private key is part of what is wished or shown.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::certificates::Choice;

/// What the person wants next.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum RequestsWish {
    /// See how things are, with the names that the next certificate of a site should bear.
    Look {
        /// The site's identity.
        site: Option<String>,
    },
    /// Make a key and a request.
    Make {
        /// The names; the first one becomes the common name.
        names: Vec<String>,
        /// Bits of the RSA key.
        bits: usize,
        /// The site that it is for.
        site: Option<String>,
    },
    /// Save a request where the person says.
    Save {
        /// The request's identity.
        id: String,
    },
    /// Forget a request and its key.
    Forget {
        /// The request's identity.
        id: String,
    },
}

/// Everything on the screen.
#[derive(Debug, Clone, Default, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RequestsView {
    /// The requests, the newest first.
    pub requests: Vec<RequestView>,
    /// The saved sites.
    pub sites: Vec<Choice>,
    /// The names that the next certificate should bear, where they were asked for.
    pub names: Vec<String>,
    /// The sizes of key that the product takes, in bits.
    pub sizes: Vec<usize>,
    /// The request that was made just now.
    pub made: Option<String>,
    /// Where a request was saved just now.
    pub saved: Option<String>,
}

/// One request that waits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RequestView {
    /// Names it in wishes.
    pub id: String,
    /// What was asked for, fit to be shown.
    pub names: Vec<String>,
    /// The kind of its key.
    pub key: String,
    /// When it was made.
    pub made: String,
    /// How long that is ago, in whole days.
    pub days_old: i64,
    /// The site that it is for, as it was called then.
    pub meant_for: Option<String>,
    /// When its reply was first seen.
    pub answered: Option<String>,
    /// Its key opens with a password that the person typed; else the keyring knows it.
    pub typed: bool,
    /// The request as PEM.
    pub request: String,
}

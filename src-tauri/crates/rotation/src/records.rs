//! The list of sites of one appliance, read once for everybody who waits for it.
//!
//! The list grows with the number of peers. If every peer's repair read it for itself, a hundred
//! repairs would read a hundred rows a hundred times over. A reader is content with any reading
//! that began after it asked.

use std::sync::Arc;

use appliance::{PeerSite, RequestError, Session};
use ground::Instant;
use tokio::sync::Mutex;

use crate::patience::Patience;

/// The latest reading of one appliance's list of sites. Clones share it.
#[derive(Debug, Clone, Default)]
pub(crate) struct SiteRecords {
    latest: Arc<Mutex<Option<Reading>>>,
}

#[derive(Debug)]
struct Reading {
    begun: Instant,
    sites: Arc<[PeerSite]>,
}

impl SiteRecords {
    /// The list as it was at some moment after this call.
    pub(crate) async fn read(
        &self,
        session: &Session,
        patience: &Patience,
    ) -> Result<Arc<[PeerSite]>, RequestError> {
        let asked = patience.surroundings.instant();
        let mut latest = self.latest.lock().await;
        if let Some(reading) = latest.as_ref().filter(|reading| reading.begun >= asked) {
            return Ok(Arc::clone(&reading.sites));
        }
        let begun = patience.surroundings.instant();
        let sites: Arc<[PeerSite]> = patience.read(|| session.sites()).await?.into();
        *latest = Some(Reading {
            begun,
            sites: Arc::clone(&sites),
        });
        Ok(sites)
    }
}

/// The thumbprint on record, in the vendor's form.
pub(crate) fn stored(record: &PeerSite) -> Option<String> {
    record.api_thumbprint.as_ref().map(ToString::to_string)
}

/// Whether two addresses are the same; a closing slash says nothing (docs/vcda-api.md §3.2).
pub(crate) fn is_same_url(one: &str, other: &str) -> bool {
    one.trim_end_matches('/')
        .eq_ignore_ascii_case(other.trim_end_matches('/'))
}

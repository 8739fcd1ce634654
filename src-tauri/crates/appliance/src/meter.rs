//! Counts what is sent to one appliance, so that "few and flat" is a figure and not a hope.

use std::sync::atomic::{AtomicU64, Ordering};

/// The running counts of one appliance.
#[derive(Debug, Default)]
pub struct Meter {
    requests: AtomicU64,
    handshakes: AtomicU64,
}

/// The counts at one moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// HTTP requests begun.
    pub requests: u64,
    /// TLS handshakes in which the appliance showed its certificate.
    pub handshakes: u64,
}

impl Meter {
    /// The counts so far.
    pub fn read(&self) -> Reading {
        Reading {
            requests: self.requests.load(Ordering::Relaxed),
            handshakes: self.handshakes.load(Ordering::Relaxed),
        }
    }

    pub(crate) fn count_request(&self) {
        self.requests.fetch_add(1, Ordering::Relaxed);
    }

    pub(crate) fn count_handshake(&self) {
        self.handshakes.fetch_add(1, Ordering::Relaxed);
    }
}

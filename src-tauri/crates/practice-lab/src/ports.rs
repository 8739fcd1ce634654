//! Addresses on this machine's loopback for the lab's listeners.

use std::io;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use tokio::net::TcpListener;

/// Below the range from which the system takes ports for outgoing connections, so that a listener that is
/// closed for a while finds its port free when it comes back.
const RANGE: std::ops::Range<u16> = 10_240..32_000;

/// Hands out listeners on ports that are free.
#[derive(Debug)]
pub(crate) struct Ports(AtomicU32);

impl Ports {
    /// Starts somewhere in the range, so that labs that run side by side seldom meet.
    pub(crate) fn new() -> Self {
        let nanos = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .map_or(0, |since| since.subsec_nanos());
        Self(AtomicU32::new(nanos ^ std::process::id().rotate_left(16)))
    }

    /// A listener on the next free port.
    pub(crate) async fn listen(&self) -> io::Result<TcpListener> {
        let width = u32::from(RANGE.end - RANGE.start);
        for _ in 0..width {
            let step = self.0.fetch_add(1, Ordering::Relaxed) % width;
            let port = RANGE.start + u16::try_from(step).unwrap_or_default();
            if let Ok(listener) = TcpListener::bind(("127.0.0.1", port)).await {
                return Ok(listener);
            }
        }
        Err(io::Error::new(
            io::ErrorKind::AddrNotAvailable,
            "no port is free",
        ))
    }
}

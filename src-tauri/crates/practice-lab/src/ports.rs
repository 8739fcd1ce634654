//! Addresses on this machine's loopback for the lab's listeners.
//!
//! A lab takes its ports in blocks and claims each block by holding the block's first port for UDP, which
//! the lab has no other use for. A listener that is closed for a restart then finds its port free when it
//! comes back, also where many labs run side by side.

use std::io;
use std::net::{SocketAddr, UdpSocket};
use std::ops::Range;

use ground::{Listener, Surroundings};
use rand::Rng;
use tokio::sync::Mutex;

/// Below the range from which the system takes ports for outgoing connections, which would take the port of
/// a closed listener.
const RANGE: Range<u16> = 10_240..32_000;

/// How many ports are claimed at once.
const BLOCK: u16 = 32;

/// How many blocks there are.
const BLOCKS: u16 = (RANGE.end - RANGE.start) / BLOCK;

/// Hands out listeners on ports that no other lab takes while this one lives.
#[derive(Debug)]
pub(crate) struct Ports {
    surroundings: Surroundings,
    claims: Mutex<Claims>,
}

#[derive(Debug)]
struct Claims {
    /// Whether others must be kept off: in memory there are none.
    claims: bool,
    held: Vec<UdpSocket>,
    free: Range<u16>,
    next: u16,
}

impl Ports {
    /// Starts somewhere in the range, so that labs that run side by side seldom ask for the same block.
    pub(crate) fn new(surroundings: &Surroundings) -> Self {
        let claims = Mutex::new(Claims {
            claims: !surroundings.is_simulated(),
            held: Vec::new(),
            free: 0..0,
            next: surroundings.chance().random_range(0..BLOCKS),
        });
        let surroundings = surroundings.clone();
        Self {
            surroundings,
            claims,
        }
    }

    /// A listener on the next free port.
    pub(crate) async fn listen(&self) -> io::Result<Listener> {
        let mut claims = self.claims.lock().await;
        loop {
            let Some(port) = claims.free.next() else {
                claims.add()?;
                continue;
            };
            // Another program than a lab may be there.
            let at = SocketAddr::from(([127, 0, 0, 1], port));
            if let Ok(listener) = self.surroundings.listen(at).await {
                return Ok(listener);
            }
        }
    }
}

impl Claims {
    /// Claims the next block that nobody holds.
    fn add(&mut self) -> io::Result<()> {
        for _ in 0..BLOCKS {
            let first = RANGE.start + self.next * BLOCK;
            self.next = (self.next + 1) % BLOCKS;
            if !self.claims {
                self.free = first..first + BLOCK;
                return Ok(());
            }
            if let Ok(claim) = UdpSocket::bind(("127.0.0.1", first)) {
                self.held.push(claim);
                self.free = first..first + BLOCK;
                return Ok(());
            }
        }
        Err(io::Error::new(
            io::ErrorKind::AddrNotAvailable,
            "no port is free",
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether somebody else may take the block that this listener is in.
    fn is_claimed(listener: &Listener) -> bool {
        let port = listener.local_addr().unwrap().port();
        let first = port - (port - RANGE.start) % BLOCK;
        UdpSocket::bind(("127.0.0.1", first)).is_err()
    }

    #[tokio::test]
    async fn a_port_stays_the_labs_while_its_listener_is_closed() {
        let here = Surroundings::of_this_machine();
        let lab = Ports::new(&here);
        let mut listeners = Vec::new();
        for _ in 0..2 * BLOCK {
            listeners.push(lab.listen().await.unwrap());
        }
        assert!(listeners.iter().all(is_claimed));
        let block =
            |listener: &Listener| (listener.local_addr().unwrap().port() - RANGE.start) / BLOCK;
        let taken: Vec<u16> = listeners.iter().map(block).collect();
        drop(listeners);
        // Another lab that starts at the very same block goes on to the next one that is free.
        let other = Ports::new(&here);
        other.claims.lock().await.next = taken[0];
        let listener = other.listen().await.unwrap();
        assert!(!taken.contains(&block(&listener)));
    }
}

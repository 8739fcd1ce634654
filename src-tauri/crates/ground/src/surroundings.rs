//! The one value.

use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use time::OffsetDateTime;
use tokio::time::Instant;
use tokio::time::error::Elapsed;

use crate::chance::Chance;
use crate::clock::{MachineClock, StartedClock, WallClock, instant};
use crate::network::{Listener, Network};
use crate::stream::Stream;

/// The clock, the chance and the network that a program has. Clones are the same.
#[derive(Clone, Debug)]
pub struct Surroundings {
    clock: Arc<dyn WallClock>,
    chance: Chance,
    network: Network,
}

impl Surroundings {
    /// Those of this computer. Only what starts a program makes them: `main`, and a test.
    pub fn of_this_machine() -> Self {
        Self {
            clock: Arc::new(MachineClock),
            chance: Chance::of_this_machine(),
            network: Network::Tcp,
        }
    }

    /// Some of one's own: the clock starts at this moment and goes on as the waits of the runtime do, chance comes
    /// from the seed, and the network is in memory. On a runtime of one thread whose time is paused nothing waits in
    /// earnest, and the same seed does the same.
    pub fn simulated(start: OffsetDateTime, seed: u64) -> Self {
        Self {
            clock: Arc::new(StartedClock::new(start)),
            chance: Chance::seeded(seed),
            network: Network::in_memory(),
        }
    }

    /// The same with another clock for the time of day.
    #[must_use]
    pub fn with_clock(self, clock: Arc<dyn WallClock>) -> Self {
        Self { clock, ..self }
    }

    /// The same with a clock that shows this moment now, and goes on from there.
    #[must_use]
    pub fn starting_at(self, start: OffsetDateTime) -> Self {
        self.with_clock(Arc::new(StartedClock::new(start)))
    }

    /// The time of day.
    pub fn now(&self) -> OffsetDateTime {
        self.clock.now()
    }

    /// This moment, to measure a wait from.
    pub fn instant(&self) -> Instant {
        instant()
    }

    /// How long ago that moment was.
    pub fn since(&self, moment: Instant) -> Duration {
        self.instant().saturating_duration_since(moment)
    }

    /// Waits.
    #[expect(clippy::disallowed_methods, reason = "the one place that waits")]
    pub async fn sleep(&self, wait: Duration) {
        tokio::time::sleep(wait).await;
    }

    /// What comes of this, if it comes within the limit.
    #[expect(clippy::disallowed_methods, reason = "the one place that waits")]
    pub async fn timeout<F: Future>(&self, limit: Duration, work: F) -> Result<F::Output, Elapsed> {
        tokio::time::timeout(limit, work).await
    }

    /// Where chance comes from.
    pub fn chance(&self) -> Chance {
        self.chance.clone()
    }

    /// Opens a connection to this host, by name or by address.
    pub async fn connect(&self, host: &str, port: u16) -> io::Result<Stream> {
        self.network.connect(host, port).await
    }

    /// Listens at this address.
    pub async fn listen(&self, at: SocketAddr) -> io::Result<Listener> {
        self.network.listen(at).await
    }

    /// Whether these are some of one's own.
    pub fn is_simulated(&self) -> bool {
        matches!(self.network, Network::Memory(_))
    }
}

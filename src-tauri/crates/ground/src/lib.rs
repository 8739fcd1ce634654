//! What the program stands on: the time of day, waiting, chance and the network, as one value.
//!
//! Whatever the program does that another run would do otherwise comes through [`Surroundings`], which are made once,
//! at the top: [`Surroundings::of_this_machine`]. A test or a simulator makes others, [`Surroundings::simulated`]: a
//! clock of its own, chance from a seed, connections that are pipes in memory (docs/decisions/clocks.md).

mod blocking;
mod chance;
mod clock;
mod memory;
mod network;
mod stream;
mod surroundings;

pub use chance::Chance;
pub use clock::WallClock;
pub use network::{Listener, NameNotFound};
pub use stream::Stream;
pub use surroundings::Surroundings;
pub use tokio::time::Instant;
pub use tokio::time::error::Elapsed;

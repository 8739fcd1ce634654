//! Where chance comes from.

use std::sync::{Arc, Mutex, PoisonError};

use rand::rngs::StdRng;
use rand::{CryptoRng, RngCore, SeedableRng};

/// A source of chance. Clones draw from the same source. Either kind is fit for secrets, as long as nobody knows the
/// seed.
#[derive(Clone, Debug)]
pub struct Chance(Source);

#[derive(Clone, Debug)]
enum Source {
    /// The generator of this thread, which the system seeds again and again.
    Machine,
    /// One that draws the same after the same seed.
    Seeded(Arc<Mutex<StdRng>>),
}

impl Chance {
    pub(crate) const fn of_this_machine() -> Self {
        Self(Source::Machine)
    }

    pub(crate) fn seeded(seed: u64) -> Self {
        let source = StdRng::seed_from_u64(seed);
        Self(Source::Seeded(Arc::new(Mutex::new(source))))
    }

    #[expect(clippy::disallowed_methods, reason = "the one place that draws it")]
    fn draw<T>(&self, draw: impl FnOnce(&mut dyn RngCore) -> T) -> T {
        match &self.0 {
            Source::Machine => draw(&mut rand::rng()),
            Source::Seeded(source) => {
                draw(&mut *source.lock().unwrap_or_else(PoisonError::into_inner))
            }
        }
    }
}

impl RngCore for Chance {
    fn next_u32(&mut self) -> u32 {
        self.draw(|source| source.next_u32())
    }

    fn next_u64(&mut self) -> u64 {
        self.draw(|source| source.next_u64())
    }

    fn fill_bytes(&mut self, bytes: &mut [u8]) {
        self.draw(|source| source.fill_bytes(bytes));
    }
}

impl CryptoRng for Chance {}

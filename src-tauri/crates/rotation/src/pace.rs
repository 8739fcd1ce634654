//! How often to look and how long to wait, as one value: real appliances get a polite pace,
//! a practice lab a compressed one, and nothing in the engine knows which.

use std::time::Duration;

use appliance::Limits;

/// What a computer that is busy with something else may need for itself: no limit becomes shorter, or a slow machine
/// would be called a fault of a site.
const OWN_SLOWNESS: Duration = Duration::from_secs(5);

/// Intervals, budgets and limits of every wait. All waits use the monotonic clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// Between two bare handshakes while the service restarts.
    pub handshake: Duration,
    /// How long one bare handshake may take.
    pub handshake_limit: Duration,
    /// Between two reads while the service comes up, and between two tries of a failed read.
    pub settle: Duration,
    /// How long a site gets to answer properly: the retries of one read, or an error that clears.
    pub settle_budget: Duration,
    /// Between two reads of a task.
    pub task: Duration,
    /// How long a task may take.
    pub task_budget: Duration,
    /// How long a health is waited for: not long, for much can be done without it.
    pub health_budget: Duration,
    /// How long the restart may take before the watch ends with a problem.
    pub restart_budget: Duration,
    /// After how long a wait for the restart is told to the person, and told again.
    pub tell: Duration,
    /// How long the old certificate must keep answering before a replacement of unknown fate is
    /// taken to have failed. Twice the vendor's own limit (docs/vcda-api.md §2.4).
    pub quiet_window: Duration,
    /// How long the old connection is asked for the certificate that a regenerate made.
    pub learning_window: Duration,
    /// The longest pause between two tries of a read that failed.
    pub pause_max: Duration,
    /// After this long an answer about readiness is not taken for granted any more.
    pub stale: Duration,
    /// How long each phase of a request may take.
    pub limits: Limits,
    /// At how many sites requests are under way at once. Waiting for a task does not count.
    pub at_once: usize,
}

impl Pace {
    /// For real appliances. The vendor's own script asks every ten seconds for ten minutes
    /// (docs/vcda-api.md §2.4); a bare handshake costs far less than its page request.
    pub const fn polite() -> Self {
        Self {
            handshake: Duration::from_secs(2),
            handshake_limit: Duration::from_secs(5),
            settle: Duration::from_secs(1),
            settle_budget: Duration::from_secs(120),
            task: Duration::from_secs(1),
            task_budget: Duration::from_secs(1800),
            health_budget: Duration::from_secs(15),
            restart_budget: Duration::from_secs(1200),
            tell: Duration::from_secs(300),
            quiet_window: Duration::from_secs(1200),
            learning_window: Duration::from_secs(8),
            pause_max: Duration::from_secs(30),
            stale: Duration::from_secs(300),
            limits: Limits::usual(),
            at_once: 8,
        }
    }

    /// The polite pace with every wait, budget and limit `factor` times shorter, down to what keeps a slow machine from
    /// being called a fault. Where time is simulated no floor is needed, and nothing need be compressed.
    pub fn compressed(factor: u32) -> Self {
        let polite = Self::polite();
        let shorter = |wait: Duration, floor: u64| {
            wait.checked_div(factor)
                .unwrap_or(wait)
                .max(Duration::from_millis(floor))
        };
        let own = OWN_SLOWNESS.as_secs() * 1_000;
        Self {
            handshake: shorter(polite.handshake, 10),
            handshake_limit: shorter(polite.handshake_limit, own),
            settle: shorter(polite.settle, 10),
            settle_budget: shorter(polite.settle_budget, 3_000),
            task: shorter(polite.task, 10),
            task_budget: shorter(polite.task_budget, 20_000),
            health_budget: shorter(polite.health_budget, 2_000),
            restart_budget: shorter(polite.restart_budget, 30_000),
            tell: shorter(polite.tell, 1_000),
            quiet_window: shorter(polite.quiet_window, 1_000),
            learning_window: shorter(polite.learning_window, 500),
            pause_max: shorter(polite.pause_max, 1_000),
            stale: shorter(polite.stale, own),
            limits: Limits::compressed(factor, OWN_SLOWNESS),
            at_once: polite.at_once,
        }
    }
}

impl Default for Pace {
    fn default() -> Self {
        Self::polite()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compresses_waits_but_not_the_limit_of_one_handshake() {
        let pace = Pace::compressed(20);
        assert_eq!(pace.handshake, Duration::from_millis(100));
        assert_eq!(pace.handshake_limit, Pace::polite().handshake_limit);
    }

    #[test]
    fn limits_shrink_with_the_waits_and_not_below_what_this_computer_may_need() {
        let pace = Pace::compressed(4);
        assert_eq!(pace.limits.total, Duration::from_secs(15));
        assert_eq!(pace.limits.connect, OWN_SLOWNESS);
        assert_eq!(pace.pause_max, Duration::from_millis(7_500));
        assert_eq!(pace.stale, Duration::from_secs(75));
        assert_eq!(Pace::compressed(1), Pace::polite());
    }

    #[test]
    fn survives_a_factor_of_zero() {
        assert_eq!(Pace::compressed(0).handshake, Pace::polite().handshake);
    }
}

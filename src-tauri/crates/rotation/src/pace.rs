//! How often to look and how long to wait, as one value: real appliances get a polite pace,
//! a practice lab a compressed one, and nothing in the engine knows which.

use std::time::Duration;

/// Intervals and budgets of every wait. All waits use the monotonic clock.
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
    /// How long the restart may take before the watch ends with a problem.
    pub restart_budget: Duration,
    /// After how long a wait for the restart is told to the person, and told again.
    pub tell: Duration,
    /// How long the old certificate must keep answering before a replacement of unknown fate is
    /// taken to have failed. Twice the vendor's own limit (docs/vcda-api.md §2.4).
    pub quiet_window: Duration,
    /// How long the old connection is asked for the certificate that a regenerate made.
    pub learning_window: Duration,
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
            restart_budget: Duration::from_secs(1200),
            tell: Duration::from_secs(300),
            quiet_window: Duration::from_secs(1200),
            learning_window: Duration::from_secs(8),
            at_once: 8,
        }
    }

    /// The polite pace with everything that waits for an appliance `factor` times shorter.
    /// Limits of single exchanges and floors stay, so that a slow machine is not called a fault.
    pub fn compressed(factor: u32) -> Self {
        let polite = Self::polite();
        let shorter = |wait: Duration, floor: u64| {
            wait.checked_div(factor)
                .unwrap_or(wait)
                .max(Duration::from_millis(floor))
        };
        Self {
            handshake: shorter(polite.handshake, 10),
            handshake_limit: polite.handshake_limit,
            settle: shorter(polite.settle, 10),
            settle_budget: shorter(polite.settle_budget, 3_000),
            task: shorter(polite.task, 10),
            task_budget: shorter(polite.task_budget, 20_000),
            restart_budget: shorter(polite.restart_budget, 30_000),
            tell: shorter(polite.tell, 1_000),
            quiet_window: shorter(polite.quiet_window, 1_000),
            learning_window: shorter(polite.learning_window, 500),
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
    fn survives_a_factor_of_zero() {
        assert_eq!(Pace::compressed(0).handshake, Pace::polite().handshake);
    }
}

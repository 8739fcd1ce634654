//! The certificate was not issued for longer than clients accept.

use message::{Argument, message};

use super::{Check, Context, Finding, Subject};
use crate::Issuance;
use time::macros::datetime;
use time::{Duration, OffsetDateTime};

pub(super) const CHECK: Check = Check {
    name: "lifetime_is_accepted",
    source: "CA/Browser Forum ballot SC-081; Apple HT210176",
    judge,
};

/// The longest lifetime from a day of issue on, newest first: public authorities, as clients enforce it.
const STEPS: [(OffsetDateTime, Duration); 4] = [
    (datetime!(2029-03-15 00:00 UTC), Duration::days(47)),
    (datetime!(2027-03-15 00:00 UTC), Duration::days(100)),
    (datetime!(2026-03-15 00:00 UTC), Duration::days(200)),
    (datetime!(2020-09-01 00:00 UTC), Duration::days(398)),
];

/// What Apple's systems accept of any authority, private ones included.
const LONGEST_OF_ALL: Duration = Duration::days(825);

/// The longest lifetime that a public authority may give on a day.
pub(super) fn longest(issued: OffsetDateTime) -> Duration {
    let step = STEPS.iter().find(|(from, _)| issued >= *from);
    step.map_or(LONGEST_OF_ALL, |(_, longest)| *longest)
}

fn judge(subject: &Subject<'_>, _: &Context<'_>) -> Option<Finding> {
    let leaf = subject.leaf;
    let issued = leaf.not_before();
    let allowed = match subject.issuance {
        Issuance::Public { .. } => longest(issued),
        Issuance::Private { .. } | Issuance::SelfSigned | Issuance::Unknown { .. } => {
            LONGEST_OF_ALL
        }
    };
    let lifetime = leaf.not_after() - issued;
    if lifetime.is_negative() {
        return Finding::no(message!(
            "lifetime_is_accepted.ends_before_it_begins",
            from = Argument::Minute(issued),
            until = Argument::Minute(leaf.not_after())
        ));
    }
    let days = lifetime.whole_days();
    // The last second counts as part of the last day.
    if lifetime <= allowed + Duration::seconds(1) {
        return Finding::kept(message!("lifetime_is_accepted.kept", days = days));
    }
    Finding::warning(message!(
        "lifetime_is_accepted.too_long",
        issued = Argument::Day(issued),
        days = days,
        allowed = allowed.whole_days()
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn follows_the_steps_of_public_authorities() {
        for (issued, days) in [
            (datetime!(2020-08-31 12:00 UTC), 825),
            (datetime!(2026-03-14 23:59 UTC), 398),
            (datetime!(2026-03-15 00:00 UTC), 200),
            (datetime!(2027-03-15 00:00 UTC), 100),
            (datetime!(2029-03-15 00:00 UTC), 47),
        ] {
            assert_eq!(longest(issued).whole_days(), days);
        }
    }
}

//! Notices that the computer slept in the middle of a run: between two looks at the time of day far more
//! of it went by than was waited.
//!
//! Nothing has to be mended for it. The waits stand still while the computer sleeps; a connection that
//! did not outlive the sleep is opened anew and proves its site again before anything is sent; a session
//! that ended is renewed. It is kept on record, because the times in the record make no sense without it.

use std::convert::Infallible;

use ground::Surroundings;

use crate::event::Event;
use crate::pace::Pace;
use crate::reporter::Reporter;

/// How far the time of day jumps ahead of a wait before it was a sleep and no busy computer.
const JUMP: time::Duration = time::Duration::seconds(30);

/// Tells the record of every sleep, for as long as it is polled.
pub(crate) async fn watch(
    surroundings: &Surroundings,
    pace: &Pace,
    reporter: &Reporter,
) -> Infallible {
    loop {
        let before = surroundings.now();
        surroundings.sleep(pace.settle).await;
        let gone = surroundings.now() - before;
        if gone > JUMP + pace.settle {
            let says = format!(
                "This computer slept, or its clock was set: {} went by at once.",
                in_words(gone)
            );
            reporter.mention(Event::Slept { says });
        }
    }
}

fn in_words(gone: time::Duration) -> String {
    match (gone.whole_hours(), gone.whole_minutes() % 60) {
        (0, 0) => format!("{} s", gone.whole_seconds()),
        (0, minutes) => format!("{minutes} min"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    }
}

#[cfg(test)]
mod tests {
    use time::Duration;

    use super::*;

    #[test]
    fn tells_a_sleep_in_the_units_that_fit_it() {
        assert_eq!(in_words(Duration::seconds(45)), "45 s");
        assert_eq!(in_words(Duration::seconds(150)), "2 min");
        assert_eq!(in_words(Duration::minutes(61)), "1 h 1 min");
    }
}

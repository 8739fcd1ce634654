//! What the languages make of messages.

use super::*;
use message::{Argument, message};
use time::macros::datetime;

const fn words(tag: &'static str) -> Words {
    Words::in_language(Language(tag))
}

fn in_all(argument: &Argument) -> [String; 3] {
    ["en", "de", "ja"].map(|tag| arguments::text(words(tag), argument, None))
}

#[test]
fn each_language_writes_a_moment_its_own_way() {
    let at = datetime!(2026-03-05 04:07:09 UTC);
    assert_eq!(
        in_all(&Argument::Moment(at)),
        [
            "5 Mar 2026, 04:07:09 UTC",
            "05.03.2026, 04:07:09 UTC",
            "2026年3月5日 04:07:09 UTC"
        ]
    );
    assert_eq!(
        in_all(&Argument::Day(at)),
        ["5 Mar 2026", "05.03.2026", "2026年3月5日"]
    );
}

#[test]
fn each_language_writes_lengths_and_lists_its_own_way() {
    assert_eq!(in_all(&Argument::Seconds(0))[0], "under 1 s");
    assert_eq!(
        in_all(&Argument::Seconds(3 * 86_400)),
        ["3 days", "3 Tage", "3 日"]
    );
    assert_eq!(
        in_all(&Argument::Seconds(125)),
        ["2 min 5 s", "2 min 5 s", "2 分 5 秒"]
    );
    assert_eq!(
        in_all(&Argument::list(["A", "B", "C"])),
        ["A, B and C", "A, B und C", "A、B、C"]
    );
}

#[test]
fn a_message_that_nobody_knows_is_told_by_its_code_and_arguments() {
    let told = words("de").say(&message!("from.the_future", site = "Berlin", count = 2));
    assert_eq!(told, "from.the_future (count: 2; site: Berlin)");
}

#[test]
fn each_language_parts_thousands_its_own_way_and_counts_its_own_way() {
    assert_eq!(
        in_all(&Argument::Number(10_000_000)),
        ["10,000,000", "10.000.000", "10,000,000"]
    );
    assert_eq!(in_all(&Argument::Number(999))[0], "999");
    let one = message!("plan.password_ending", site = "Paris", days = 1);
    assert_eq!(
        words("en").say(&one),
        "The root password of Paris expires in 1 day."
    );
}

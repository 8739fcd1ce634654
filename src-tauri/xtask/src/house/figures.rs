//! `cargo xtask house`: how the house stands, in figures.

use super::modules::cycles;
use super::source::{File, Room, rooms};
use super::words;
use crate::programs::root;
use crate::say;
use crate::stop::Stop;

/// Calls that read a clock or draw chance by themselves.
const TIME_AND_CHANCE: [[&str; 2]; 11] = [
    ["OffsetDateTime", "now_utc"],
    ["Instant", "now"],
    ["SystemTime", "now"],
    ["rand", "rng"],
    ["rand", "random"],
    ["getrandom", "fill"],
    ["time", "sleep"],
    ["time", "sleep_until"],
    ["time", "interval"],
    ["time", "timeout"],
    ["UnixTime", "now"],
];

/// The one room that asks the machine for them, for everybody else (docs/decisions/clocks.md).
const ASKS_THE_MACHINE: &str = "ground";

/// The rooms in which a program starts. Each makes its surroundings once and hands them in.
const TOPS: [&str; 3] = ["shell", "command-line", "practice-lab"];

/// Every ring of modules, and every room that reads a clock of its own.
pub(super) fn check() -> Result<Vec<String>, Stop> {
    let rooms = rooms(&root())?;
    let mut broken = words::check(&rooms)?;
    broken.extend(rings(&rooms));
    let others = rooms.iter().filter(|room| room.name != ASKS_THE_MACHINE);
    broken.extend(others.flat_map(own_surroundings));
    Ok(broken)
}

/// What a room asks the machine for by itself, or makes in place of what is handed in.
fn own_surroundings(room: &Room) -> Vec<String> {
    let name = &room.name;
    let asked: usize = room.files.iter().map(time_and_chance).sum();
    let made: usize = room.files.iter().map(surroundings_made).sum();
    let may_make = usize::from(TOPS.contains(&name.as_str()));
    let asks = format!("{name} asks the machine for time or chance in {asked} places");
    let makes = format!("{name} makes its surroundings in {made} places, not in {may_make}");
    let broken = [
        (asked > 0).then_some(asks),
        (made > may_make).then_some(makes),
    ];
    broken.into_iter().flatten().collect()
}

fn surroundings_made(file: &File) -> usize {
    let makes = ["Surroundings", "of_this_machine"].map(str::to_owned);
    file.paths
        .iter()
        .filter(|path| path.ends_with(&makes))
        .count()
}

fn rings(rooms: &[Room]) -> Vec<String> {
    let rings = rooms
        .iter()
        .flat_map(|room| cycles(room).into_iter().map(move |ring| (room, ring)));
    rings
        .map(|(room, ring)| {
            format!(
                "modules of {} know each other in a ring: {}",
                room.name,
                ring.join(", ")
            )
        })
        .collect()
}

/// Prints the figures, worst room first.
pub(crate) fn tell() -> Result<(), Stop> {
    let rooms = rooms(&root())?;
    let mut largest = 1;
    for room in &rooms {
        for cycle in cycles(room) {
            largest = largest.max(cycle.len());
            say(&format!(
                "{}: a cycle of {}: {}",
                room.name,
                cycle.len(),
                cycle.join(", ")
            ));
        }
    }
    say(&format!("largest cycle of modules: {largest}"));
    tell_count("sentences outside the words", &rooms, |file| {
        file.texts.iter().filter(|text| is_sentence(text)).count()
    });
    words::tell()?;
    tell_count(
        "places that read the clock or draw chance (bar: 0 outside ground)",
        &rooms,
        time_and_chance,
    );
    tell_count("lines of product code", &rooms, |file| file.lines);
    Ok(())
}

fn tell_count(what: &str, rooms: &[Room], count: impl Fn(&File) -> usize) {
    let of = |room: &Room| room.files.iter().map(&count).sum::<usize>();
    let mut counts: Vec<_> = rooms.iter().map(|room| (of(room), &room.name)).collect();
    counts.sort_by(|one, other| other.cmp(one));
    let total: usize = counts.iter().map(|(count, _)| count).sum();
    let each: Vec<_> = counts
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, room)| format!("{room} {count}"))
        .collect();
    say(&format!("{what}: {total} ({})", each.join(", ")));
}

/// What a person would read as a sentence: three words or more, a capital first or a stop at the end.
fn is_sentence(text: &str) -> bool {
    let is_word = |word: &&str| word.chars().filter(|it| it.is_alphabetic()).count() >= 2;
    let words = text.split([' ', '\n']).filter(is_word).count();
    let begins = text.starts_with(|it: char| it.is_uppercase());
    words >= 3 && (begins || text.trim_end().ends_with(['.', '?', ':']))
}

fn time_and_chance(file: &File) -> usize {
    let asks = |path: &&Vec<String>| {
        TIME_AND_CHANCE
            .iter()
            .any(|call| path.ends_with(&call.map(str::to_owned)))
    };
    file.paths.iter().filter(asks).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_told_from_a_code_and_from_a_path() {
        assert!(is_sentence("The site {site} did not answer."));
        assert!(is_sentence("Nothing was changed at {site}"));
        assert!(!is_sentence("no-peer-ready") && !is_sentence("application/json; charset=utf-8"));
    }

    #[test]
    fn a_clock_is_found_however_it_is_written() {
        let text =
            "fn f() { time::OffsetDateTime::now_utc(); Instant::now(); rand::rng(); later(); }";
        let file = File::of(vec!["a".to_owned()], text).expect("it is Rust");
        assert_eq!(time_and_chance(&file), 3);
    }
}

//! Which top-level modules of a room know each other, and the cycles among them.

use std::collections::{BTreeMap, BTreeSet};

use super::source::Room;

/// Modules, and for each those that it knows.
type Arrows = BTreeMap<String, BTreeSet<String>>;

/// The cycles of a room: each is a set of modules of which every one reaches every other.
pub(super) fn cycles(room: &Room) -> Vec<Vec<String>> {
    let arrows = arrows(room);
    let reach: BTreeMap<_, _> = arrows.keys().map(|it| (it, reached(&arrows, it))).collect();
    let mut cycles: Vec<Vec<String>> = Vec::new();
    for module in arrows.keys() {
        if cycles.iter().flatten().any(|known| known == module) {
            continue;
        }
        let meets =
            |other: &&String| reach[module].contains(*other) && reach[*other].contains(module);
        let cycle: Vec<_> = arrows.keys().filter(meets).cloned().collect();
        if cycle.len() > 1 {
            cycles.push(cycle);
        }
    }
    cycles
}

fn reached(arrows: &Arrows, from: &str) -> BTreeSet<String> {
    let (mut seen, mut next) = (BTreeSet::new(), vec![from.to_owned()]);
    while let Some(module) = next.pop() {
        for other in arrows.get(&module).into_iter().flatten() {
            if seen.insert(other.clone()) {
                next.push(other.clone());
            }
        }
    }
    seen
}

/// A name that the root hands on stands for the module behind it.
fn arrows(room: &Room) -> Arrows {
    let tops = room.files.iter().filter_map(|file| file.module.first());
    let mut arrows: Arrows = tops.map(|top| (top.clone(), BTreeSet::new())).collect();
    let handed_on: BTreeMap<_, _> = room
        .files
        .iter()
        .flat_map(|file| &file.handed_on)
        .filter_map(|(name, path)| Some((name.as_str(), top_of(path)?)))
        .collect();
    for file in &room.files {
        let Some(own) = file.module.first() else {
            continue;
        };
        let ours = file.paths.iter().filter(|path| path[0] == "crate");
        let named = ours.filter_map(|path| path.get(1));
        let known: BTreeSet<String> = named
            .map(|name| match arrows.contains_key(name) {
                true => name.as_str(),
                false => handed_on.get(name.as_str()).copied().unwrap_or_default(),
            })
            .filter(|other| arrows.contains_key(*other) && other != own)
            .map(str::to_owned)
            .collect();
        arrows.entry(own.clone()).or_default().extend(known);
    }
    arrows
}

fn top_of(path: &[String]) -> Option<&str> {
    let mut parts = path.iter().map(String::as_str);
    parts.find(|part| !matches!(*part, "crate" | "self"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::house::source::File;

    fn room(files: &[(&str, &str)]) -> Room {
        let file = |(module, text): &(&str, &str)| {
            let parts = module.split("::").filter(|it| !it.is_empty());
            File::of(parts.map(str::to_owned).collect(), text).expect("it is Rust")
        };
        Room {
            name: "room".to_owned(),
            files: files.iter().map(file).collect(),
        }
    }

    #[test]
    fn a_circle_of_three_is_found_and_who_only_looks_at_it_is_not_in_it() {
        let room = room(&[
            ("a", "use crate::b::B;"),
            ("b::inner", "use crate::c;"),
            ("c", "fn f() { crate::a::g() }"),
            ("d", "use crate::a::A;"),
        ]);
        assert_eq!(cycles(&room), [["a", "b", "c"]]);
    }

    #[test]
    fn a_name_that_the_root_hands_on_does_not_hide_an_arrow() {
        let room = room(&[
            ("", "pub use a::Thing;"),
            ("a", "use crate::b::B;"),
            ("b", "use crate::Thing;"),
        ]);
        assert_eq!(cycles(&room), [["a", "b"]]);
    }
}

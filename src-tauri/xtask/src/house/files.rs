//! Rules for single files: how long, how they begin, what they must not speak of.

use std::fs;

use crate::programs::root;
use crate::stop::Stop;

/// A longer file is two files.
const LONGEST: usize = 600;

/// Endings of files that people write and read.
const WRITTEN: [&str; 7] = [".rs", ".ts", ".svelte", ".css", ".js", ".toml", ".sh"];

/// Folders in which files are made by programs, or by other people.
const MADE: [&str; 4] = [
    "ui/src/ipc/generated/",
    "src-tauri/gen/",
    "docs/vcda-api",
    "tests/fixtures/",
];

/// Every breach in the tracked files.
pub(super) fn check(tracked: &[String]) -> Result<Vec<String>, Stop> {
    let (mut broken, places) = (Vec::new(), places());
    for path in tracked.iter().filter(|path| is_written(path)) {
        let text = fs::read_to_string(root().join(path));
        let text = text.map_err(|source| Stop::File {
            path: path.clone(),
            source,
        })?;
        broken.extend(breaches(path, &text, &places));
    }
    Ok(broken)
}

fn is_written(path: &str) -> bool {
    WRITTEN.iter().any(|ending| path.ends_with(ending))
        && !MADE.iter().any(|folder| path.starts_with(folder))
}

/// Folders that exist on this machine alone: the repository's own, and the home of who runs this.
fn places() -> Vec<String> {
    let home = std::env::home_dir();
    let folders = std::iter::once(root()).chain(home);
    folders
        .map(|folder| format!("{}/", folder.display()))
        .filter(|place| place.len() > 3)
        .collect()
}

fn breaches(path: &str, text: &str, places: &[String]) -> Vec<String> {
    let lines = text.lines().count();
    let mut broken = Vec::new();
    if lines > LONGEST {
        broken.push(format!("{path} has {lines} lines; {LONGEST} is the most"));
    }
    if path.ends_with(".rs") && !text.starts_with("//! ") {
        broken.push(format!(
            "{path} does not begin by saying what it is for (//!)"
        ));
    }
    if places.iter().any(|place| text.contains(place.as_str())) {
        broken.push(format!("{path} names a folder of this machine"));
    }
    broken
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_601_lines_is_too_long() {
        let text = "//! A file.\n".repeat(LONGEST);
        assert!(breaches("a.rs", &text, &[]).is_empty());
        assert_eq!(breaches("a.rs", &format!("{text}\n"), &[]).len(), 1);
    }

    #[test]
    fn a_file_says_what_it_is_for() {
        assert_eq!(breaches("a.rs", "fn main() {}\n", &[]).len(), 1);
    }

    #[test]
    fn a_folder_of_this_machine_is_named_nowhere() {
        let text = format!("const at = '{}/x'\n", root().display());
        assert_eq!(breaches("a.ts", &text, &places()).len(), 1);
    }
}

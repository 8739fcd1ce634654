//! Stands in for compilers and archivers of other systems: writes what they would write, empty.

use std::fs;

use crate::stop::Stop;

/// The beginning of every archive, and all of an empty one.
const EMPTY_ARCHIVE: &str = "!<arch>\n";

/// Writes the file that the words name as the output, if they name one.
pub(crate) fn stand_in(words: &[String]) -> Result<(), Stop> {
    let Some(path) = output(words) else {
        return Ok(());
    };
    let is_archive = [".a", ".lib"].iter().any(|ending| path.ends_with(ending));
    let content = if is_archive { EMPTY_ARCHIVE } else { "" };
    fs::write(&path, content).map_err(|source| Stop::File { path, source })
}

/// The output in the words of a compiler (`-o FILE`, `/FoFILE`), of a resource compiler
/// (`--output FILE`, `/fo FILE`) or of an archiver (`/out:FILE`, `cq FILE OBJECT…`).
fn output(words: &[String]) -> Option<String> {
    let mut rest = words.iter();
    while let Some(word) = rest.next() {
        if ["-o", "--output", "/fo", "-fo"].contains(&word.as_str()) {
            return rest.next().cloned();
        }
        let joined = ["-Fo", "/Fo", "-out:", "/out:", "/OUT:", "-OUT:"];
        if let Some(path) = joined.iter().find_map(|flag| word.strip_prefix(flag)) {
            return Some(path.to_owned());
        }
    }
    words
        .iter()
        .find(|word| word.ends_with(".a") || word.ends_with(".lib"))
        .cloned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn output_of(words: &str) -> Option<String> {
        output(&words.split(' ').map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn finds_the_output_of_every_tool() {
        let rows = [
            ("-O2 -o x.o -c x.c", Some("x.o")),
            ("-nologo -Fox.obj -c x.c", Some("x.obj")),
            ("/fo x.lib x.rc", Some("x.lib")),
            ("--input x.rc --output libx.a", Some("libx.a")),
            ("cq libx.a x.o", Some("libx.a")),
            ("-out:x.lib x.obj", Some("x.lib")),
            ("--version", None),
        ];
        for (words, expected) in rows {
            assert_eq!(output_of(words).as_deref(), expected, "{words}");
        }
    }
}

//! Links between pages: what a page points at exists.

use std::fs;
use std::path::Path;

use crate::programs::root;
use crate::stop::Stop;

/// Every link in a tracked page whose file does not exist.
pub(super) fn check(tracked: &[String]) -> Result<Vec<String>, Stop> {
    let mut broken = Vec::new();
    for page in tracked.iter().filter(|path| path.ends_with(".md")) {
        let text = fs::read_to_string(root().join(page));
        let text = text.map_err(|source| Stop::File {
            path: page.clone(),
            source,
        })?;
        let folder = Path::new(page).parent().unwrap_or_else(|| Path::new(""));
        for target in targets(&text) {
            if !root().join(folder).join(target).exists() {
                broken.push(format!("{page} points at {target}, which does not exist"));
            }
        }
    }
    Ok(broken)
}

/// The files that a page's links point at, without links to elsewhere and to its own headings.
fn targets(text: &str) -> impl Iterator<Item = &str> {
    let links = text
        .split("](")
        .skip(1)
        .filter_map(|rest| rest.split(')').next());
    let files = links.map(|link| link.split(['#', ' ']).next().unwrap_or_default());
    files.filter(|file| !file.is_empty() && !file.contains("://") && !file.starts_with("mailto:"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sees_links_to_files_and_no_others() {
        let page = "[a](b.md#c) [d](https://example.com/e) [f](#g) ![h](i/j.png)";
        assert_eq!(targets(page).collect::<Vec<_>>(), ["b.md", "i/j.png"]);
    }
}

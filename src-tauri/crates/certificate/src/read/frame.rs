//! The lines around PEM blocks, also where a mouse cut their dashes off or an editor made them pretty.

use super::pem::is_blank;

/// Dashes on each side of a line as it should be.
const DASHES: usize = 5;
/// The longest label that is looked for.
const LONGEST_LABEL: usize = 60;
/// A frame with fewer dashes counts only with one of these words: prose has dashes too.
const KNOWN: [&str; 4] = ["CERTIFICATE", "KEY", "PKCS", "CMS"];

/// A BEGIN or END with its dashes and its label.
#[derive(Debug)]
pub(crate) struct Frame<'a> {
    pub(crate) is_begin: bool,
    /// Whether its label ends with a dash.
    pub(crate) is_whole: bool,
    pub(crate) label: &'a str,
    /// Where its first dash is.
    pub(crate) start: usize,
    /// Behind its last dash.
    pub(crate) end: usize,
}

/// All frames of a text.
pub(crate) fn all(text: &str) -> impl Iterator<Item = Frame<'_>> {
    text.match_indices(['B', 'b', 'E', 'e'])
        .filter_map(|(at, _)| Frame::at(text, at))
}

impl<'a> Frame<'a> {
    fn at(text: &'a str, at: usize) -> Option<Self> {
        let (before, behind) = text.split_at_checked(at)?;
        let is_begin = starts_with(behind, "BEGIN");
        let word = if is_begin { "BEGIN" } else { "END" };
        let behind = behind
            .get(word.len()..)
            .filter(|_| starts_with(behind, word))?;
        let before = before.trim_end_matches([' ', '\t']);
        let left = before.trim_end_matches(is_dash);
        let dashes = before.chars().rev().take_while(|c| is_dash(*c)).count();
        let (label, rest) = label_of(behind);
        let is_whole = rest.starts_with(is_dash);
        // Where a form took all blanks away, the label alone tells a frame from a longer word.
        let is_apart = behind.starts_with(is_blank);
        let is_glued = is_whole && is_known(label) && !label.contains(is_blank);
        let is_frame = match dashes {
            DASHES.. if !is_apart => is_glued,
            _ if !is_apart => false,
            DASHES.. => true,
            0 => is_begin && is_whole && is_known(label) && left.trim().is_empty(),
            _ => is_whole && is_known(label),
        };
        is_frame.then(|| Self {
            is_begin,
            is_whole,
            label,
            start: left.len(),
            end: text.len() - rest.trim_start_matches(is_dash).len(),
        })
    }
}

/// The label in front of `text`, and what follows it.
fn label_of(text: &str) -> (&str, &str) {
    let is_inner = |c: char| c.is_alphanumeric() || " \t\u{a0}#./_+".contains(c);
    let end = text
        .char_indices()
        .find(|(at, c)| *at > LONGEST_LABEL || !is_inner(*c));
    let (label, rest) = text.split_at(end.map_or(text.len(), |(at, _)| at));
    (label.trim(), rest)
}

fn is_known(label: &str) -> bool {
    let label = label.to_ascii_uppercase();
    KNOWN.iter().any(|word| label.contains(word))
}

fn starts_with(text: &str, word: &str) -> bool {
    let start = text.get(..word.len());
    start.is_some_and(|start| start.eq_ignore_ascii_case(word))
}

/// A hyphen, or what a word processor makes of two or three.
const fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

//! Text blocks between BEGIN and END, in every shape in which editors, mail and shells leave them.

use base64::Engine as _;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

use super::bare;
use super::frame::{self, Frame};
use crate::ReadError;

/// Padding may be missing: some mail programs cut trailing `=`.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

/// One block.
#[derive(Debug)]
pub(crate) struct Block {
    /// What stands behind BEGIN.
    pub(crate) label: String,
    /// The value of `DEK-Info`, if the block is encrypted in the old way.
    pub(crate) dek_info: Option<String>,
    /// The lines between the frame's, headers left out.
    lines: Vec<String>,
    /// What stands on its first line in front of the frame.
    prefix: String,
    /// Everything between the frame's lines.
    inner: String,
    number: usize,
    line: usize,
}

/// Finds all blocks of a text, without decoding them. Every BEGIN needs its END: a block that was passed
/// over would be a certificate lost in silence.
pub(crate) fn blocks(text: &str) -> Result<Vec<Block>, ReadError> {
    let mut found: Vec<Block> = Vec::new();
    let mut open: Option<(Frame<'_>, usize)> = None;
    let mut lines = Lines {
        text,
        at: 0,
        line: 1,
    };
    // Where the frame before ended.
    let mut left = 0;
    // The text that PGP signs has a beginning and no end; a block may well stand in it.
    let is_framed = |frame: &Frame<'_>| !frame.label.eq_ignore_ascii_case("PGP SIGNED MESSAGE");
    for frame in frame::all(text).filter(is_framed) {
        let number = found.len() + 1;
        let line = lines.up_to(frame.start);
        let end = frame.end;
        match (frame.is_begin, open.take()) {
            (true, None) if frame.is_whole => open = Some((frame, line)),
            (true, None) => return Err(damaged(number, line, "the BEGIN line is damaged")),
            // A template shows where something goes: words about a block, and then a block.
            (true, Some((begin, _))) if frame.is_whole && is_comment(text, &begin, frame.start) => {
                open = Some((frame, line));
            }
            (true, Some((_, line))) => return Err(damaged(number, line, NO_END)),
            (false, None) => {
                // Without its BEGIN a whole structure would be lost; rubbish may be.
                if !bare::found(text.get(left..frame.start).unwrap_or_default()).is_empty() {
                    return Err(damaged(number, line, "the BEGIN line is missing"));
                }
            }
            (false, Some((begin, line))) => {
                let inner = text.get(begin.end..frame.start).unwrap_or_default();
                let mut block = Block::of(begin.label, inner, number, line);
                block.prefix = prefix(text, begin.start).to_owned();
                found.push(block);
            }
        }
        left = end;
    }
    match open {
        None => Ok(found),
        // Words about a block, not one.
        Some((begin, _)) if !holds_digits(text.get(begin.end..).unwrap_or_default()) => Ok(found),
        Some((_, line)) => Err(damaged(found.len() + 1, line, NO_END)),
    }
}

/// Whether a frame stands in a comment, and nothing that could be a block behind it.
fn is_comment(text: &str, begin: &Frame<'_>, end: usize) -> bool {
    let behind = text.get(begin.end..end).unwrap_or_default();
    is_comment_mark(prefix(text, begin.start)) && !holds_digits(behind)
}

/// Whether what stands in front of a line makes it a comment of a script, a setting or a page.
fn is_comment_mark(prefix: &str) -> bool {
    let prefix = prefix.trim_start();
    let marks = ["#", "//", ";", "/*", "*", "--", "<!--", "%", "!", "'"];
    let rem = prefix
        .get(..4)
        .is_some_and(|start| start.eq_ignore_ascii_case("rem "));
    rem || marks.iter().any(|mark| prefix.starts_with(mark))
}

/// The longest text in front of a line that is taken for a mark of every line, such as a log's.
const LONGEST_PREFIX: usize = 256;

/// What stands in front of a place on its line; nothing where that is long.
fn prefix(text: &str, place: usize) -> &str {
    let near = place.saturating_sub(LONGEST_PREFIX + 1)..place;
    let line = text.as_bytes().get(near).unwrap_or_default();
    let line = line
        .rsplit(|byte| *byte == b'\n')
        .next()
        .unwrap_or_default();
    match std::str::from_utf8(line) {
        Ok(line) if line.len() <= LONGEST_PREFIX => line,
        _ => "",
    }
}

/// Whether anything in a text could be a line of a block.
fn holds_digits(text: &str) -> bool {
    let mut runs = text.split(|c| !is_digit(c));
    runs.any(|run| run.len() >= SHORTEST_LINE)
}

/// A run of base64 digits that is no word.
const SHORTEST_LINE: usize = 24;

const fn is_digit(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '+' | '/' | '=')
}

const NO_END: &str = "the END line is missing";

fn damaged(number: usize, line: usize, what: &'static str) -> ReadError {
    let at = place(number, line);
    ReadError::Damaged {
        at,
        what: what.into(),
    }
}

impl Block {
    fn of(label: &str, inner: &str, number: usize, line: usize) -> Self {
        let mut block = Self {
            label: label.to_ascii_uppercase(),
            dek_info: None,
            lines: Vec::new(),
            prefix: String::new(),
            inner: inner.to_owned(),
            number,
            line,
        };
        // A shell that printed a variable leaves the two characters `\n` where a line ended.
        let inner = inner.replace("\\r", "\n").replace("\\n", "\n");
        // A page breaks its lines in a way of its own.
        let inner = inner.replace("<br>", "\n").replace("<br/>", "\n");
        let inner = inner.replace("<br />", "\n");
        let inner = match glued_header(&inner) {
            Some((header, digits)) => {
                block.dek_info = Some(header);
                digits.to_owned()
            }
            None => inner,
        };
        for line in inner.split(['\n', '\r']) {
            match line.split_once(':') {
                Some((name, value))
                    if name.trim_matches(in_front).eq_ignore_ascii_case("DEK-Info") =>
                {
                    block.dek_info = Some(value.trim().to_owned());
                }
                Some((name, _)) if !is_number(name) => {}
                _ => block.lines.push(line.to_owned()),
            }
        }
        block
    }

    /// The bytes of the block. What mail, listings and source code put around its lines is taken off
    /// where it keeps them from being a sequence; the numbers of lines are digits of base64, too.
    pub(crate) fn decode(&self) -> Result<Vec<u8>, ReadError> {
        let as_it_is = decode(&self.lines.concat());
        let fits = |bytes: &Vec<u8>| self.dek_info.is_some() || bytes.starts_with(&[0x30]);
        if !as_it_is.as_ref().is_some_and(fits) {
            let cleaned: String = self.lines.iter().map(|line| cleaned(line)).collect();
            let bytes = decode(&cleaned).filter(fits);
            if let Some(bytes) = bytes.or_else(|| self.between()) {
                return Ok(bytes);
            }
        }
        as_it_is.ok_or_else(|| self.damaged("it is no base64"))
    }

    /// The bytes of lines with words, tags or times around them: what stands in front of the frame is in front
    /// of every line, or the lines are the runs of digits of one length, and a shorter one at the end.
    fn between(&self) -> Option<Vec<u8>> {
        let inner = match self.prefix.as_str() {
            "" => self.inner.clone(),
            prefix => self.inner.replace(&format!("\n{prefix}"), "\n"),
        };
        let runs: Vec<&str> = inner.split(|c| !is_digit(c)).collect();
        let width = runs.iter().find(|run| run.len() >= SHORTEST_LINE)?.len();
        let is_line = |run: &&&str| run.len() == width;
        let lines: String = runs.iter().filter(is_line).copied().collect();
        let last = runs.iter().rposition(|run| run.len() == width)?;
        let behind = runs.get(last + 1..).unwrap_or_default().iter();
        // The structure itself says how many digits it takes.
        let needed = bare::needed_for(&lines)?;
        let unpadded = |digits: &str| digits.trim_end_matches('=').len();
        if unpadded(&lines) == needed {
            return decode(&lines);
        }
        let end = behind
            .copied()
            .find(|end| lines.len() + unpadded(end) == needed)?;
        decode(&(lines + end))
    }

    /// Whether nothing in it could be a line of a block, or it is a comment.
    pub(crate) fn is_words(&self) -> bool {
        is_comment_mark(&self.prefix) || !holds_digits(&self.inner)
    }

    /// Damage in this block.
    pub(crate) fn damaged(&self, what: &'static str) -> ReadError {
        damaged(self.number, self.line, what)
    }

    /// Tells where in the text an error inside this block is.
    pub(crate) fn locate(&self, error: ReadError) -> ReadError {
        let ReadError::Damaged { at, what } = error else {
            return error;
        };
        ReadError::Damaged {
            at: format!("{}, {at}", place(self.number, self.line)),
            what,
        }
    }
}

/// The value of a `DEK-Info` header behind which no line breaks, and what follows: how long the vector is, the
/// cipher tells.
fn glued_header(inner: &str) -> Option<(String, &str)> {
    let at = inner.to_ascii_lowercase().find(DEK_INFO)?;
    let value = inner
        .get(at + DEK_INFO.len()..)?
        .trim_start_matches([' ', '\t']);
    let (name, rest) = value.split_once(',')?;
    let rest = rest.trim_start_matches([' ', '\t']);
    let has_blocks_of_8 = name
        .trim()
        .to_ascii_uppercase()
        .starts_with(['D', 'R', 'B', 'I']);
    let (vector, digits) = rest.split_at_checked(if has_blocks_of_8 { 16 } else { 32 })?;
    let is_hex = |text: &str| text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let is_glued = digits.trim_start_matches([' ', '\t']).starts_with(is_digit);
    let is_whole = name.len() <= LONGEST_NAME && is_hex(vector) && is_glued;
    is_whole.then(|| (format!("{},{vector}", name.trim()), digits))
}

const DEK_INFO: &str = "dek-info:";
/// The longest name of a cipher in that header.
const LONGEST_NAME: usize = 32;

/// The bytes of base64 digits, blanks between them left out.
pub(crate) fn decode(text: &str) -> Option<Vec<u8>> {
    let digits: String = text.chars().filter(|c| !is_blank(*c)).collect();
    BASE64.decode(digits).ok().filter(|bytes| !bytes.is_empty())
}

/// White space, and what is left of it: NUL at the end, a mark of byte order in the middle.
pub(crate) fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\0' | '\u{1a}' | '\u{feff}' | '\u{200b}')
}

fn in_front(c: char) -> bool {
    is_blank(c) || is_quoting(c)
}

/// What mail and source code put in front of a line.
pub(crate) const fn is_quoting(c: char) -> bool {
    matches!(c, '>' | '|' | '#' | '*' | '"' | '\'' | '`')
}

fn is_number(text: &str) -> bool {
    let digits = text.trim();
    (1..=5).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// The base64 of a line: without quoting or a number in front, and without what follows, such as
/// `\n" +`, `<br>` or the `=` of a mail's broken line. The padding goes with it, which costs nothing.
fn cleaned(line: &str) -> &str {
    let mut line = line.trim_start_matches(in_front);
    if let Some((number, rest)) = line.split_once([' ', '\t', ':', '.', ')'])
        && is_number(number)
    {
        line = rest.trim_start_matches(in_front);
    }
    let is_inner = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '/') || is_blank(c);
    let end = line.find(|c| !is_inner(c)).unwrap_or(line.len());
    let line = line.get(..end).unwrap_or_default();
    // The operator that joins strings in source code.
    if line.trim() == "+" { "" } else { line }
}

fn place(number: usize, line: usize) -> String {
    format!("block {number}, line {line}")
}

/// Counts lines on the way through a text, each once.
struct Lines<'a> {
    text: &'a str,
    at: usize,
    line: usize,
}

impl Lines<'_> {
    /// The number of the line at a place that is not before the last one asked for.
    fn up_to(&mut self, place: usize) -> usize {
        let passed = self.text.get(self.at..place).unwrap_or_default();
        self.line += passed.matches('\n').count();
        self.at = place.max(self.at);
        self.line
    }
}

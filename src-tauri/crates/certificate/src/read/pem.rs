//! Text blocks between BEGIN and END, in every shape in which editors, mail and shells leave them.

use base64::Engine as _;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

use crate::ReadError;

const BEGIN: &str = "-----BEGIN ";
const END: &str = "-----END ";
const DASHES: &str = "-----";
/// The shortest text that is taken for base64 without a frame; words are shorter.
const SHORTEST_BARE: usize = 64;
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
    /// The text between the frame's lines, headers left out.
    body: String,
    number: usize,
    line: usize,
}

/// Finds all blocks of a text, without decoding them.
pub(crate) fn blocks(text: &str) -> Result<Vec<Block>, ReadError> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((_, behind)) = rest.split_once(BEGIN) {
        let line = line_of(text, behind);
        let number = found.len() + 1;
        let damaged = |what| ReadError::Damaged {
            at: place(number, line),
            what,
        };
        let (label, behind) = behind
            .split_once(DASHES)
            .filter(|(label, _)| !label.contains(['\n', '\r']))
            .ok_or_else(|| damaged("the BEGIN line is damaged"))?;
        let (inner, behind) = behind
            .split_once(END)
            .ok_or_else(|| damaged("the END line is missing"))?;
        if inner.contains(BEGIN) {
            return Err(damaged("the END line is missing"));
        }
        found.push(Block::of(label, inner, number, line));
        rest = behind;
    }
    Ok(found)
}

impl Block {
    fn of(label: &str, inner: &str, number: usize, line: usize) -> Self {
        let mut block = Self {
            label: label.trim().to_ascii_uppercase(),
            dek_info: None,
            body: String::new(),
            number,
            line,
        };
        // A shell that printed a variable leaves the two characters `\n` where a line ended.
        let inner = inner.replace("\\r", "\n").replace("\\n", "\n");
        for line in inner.split(['\n', '\r']) {
            match line.split_once(':') {
                Some((name, value)) if name.trim().eq_ignore_ascii_case("DEK-Info") => {
                    block.dek_info = Some(value.trim().to_owned());
                }
                Some(_) => {}
                None => block.body.push_str(line),
            }
        }
        block
    }

    /// The bytes of the block.
    pub(crate) fn decode(&self) -> Result<Vec<u8>, ReadError> {
        decode(&self.body).ok_or_else(|| self.damaged("it is no base64"))
    }

    /// Damage in this block.
    pub(crate) fn damaged(&self, what: &'static str) -> ReadError {
        ReadError::Damaged {
            at: place(self.number, self.line),
            what,
        }
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

/// The bytes of base64 that stands without a frame.
pub(crate) fn bare(text: &str) -> Option<Vec<u8>> {
    let digits = text.chars().filter(|c| !is_blank(*c)).count();
    if digits < SHORTEST_BARE {
        return None;
    }
    decode(text).filter(|bytes| bytes.starts_with(&[0x30]))
}

fn decode(text: &str) -> Option<Vec<u8>> {
    let digits: String = text.chars().filter(|c| !is_blank(*c)).collect();
    BASE64.decode(digits).ok().filter(|bytes| !bytes.is_empty())
}

/// White space, and what is left of it: NUL at the end, a mark of byte order in the middle.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\0' | '\u{feff}' | '\u{200b}')
}

fn place(number: usize, line: usize) -> String {
    format!("block {number}, line {line}")
}

/// The number of the line on which `behind`, a part of `text`, starts.
fn line_of(text: &str, behind: &str) -> usize {
    let before = text.get(..text.len() - behind.len()).unwrap_or_default();
    before.split('\n').count()
}

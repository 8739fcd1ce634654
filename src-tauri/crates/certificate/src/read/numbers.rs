//! Bytes that were written as numbers: dumps of every usual program, arrays in source code, settings, a
//! router's listing. Nothing is known of the program; what counts is that the numbers make a structure.

/// The fewest bytes that are taken for a structure.
const SHORTEST: usize = 32;
/// Lines at which a structure is looked for.
const STARTS: usize = 3;
/// The fewest digits of an offset in front of a line.
const OFFSET: usize = 4;

/// All structures in a text of numbers, hexadecimal or decimal.
pub(crate) fn found(text: &str) -> Vec<Vec<u8>> {
    let lines: Vec<Line<'_>> = text.lines().map(Line::of).collect();
    let runs = lines.split(|line| line.words.is_empty());
    let dumped = runs.filter_map(structure_in);
    let listed = decimal(text)
        .into_iter()
        .filter(|bytes| is_structure(bytes));
    dumped.chain(listed).collect()
}

/// What lines hold that follow one another. A word in front may have looked like a number, and an offset
/// may be as long as the words behind it.
fn structure_in(lines: &[Line<'_>]) -> Option<Vec<u8>> {
    let starts = (0..lines.len().min(STARTS)).filter_map(|start| lines.get(start..));
    starts
        .flat_map(|lines| {
            let first = lines.first();
            let is_likely = first.is_some_and(Line::has_offset);
            let is_possible = first.is_some_and(|first| first.offset.is_some()) && !is_likely;
            let ways = [Some(is_likely), is_possible.then_some(true)];
            ways.into_iter()
                .flatten()
                .map(move |has_offset| (lines, has_offset))
        })
        .filter_map(|(lines, has_offset)| bytes_of(lines, has_offset))
        .find(|bytes| is_structure(bytes))
}

/// Whether bytes begin like something that is read here; whether they are whole is told by who reads them.
fn is_structure(bytes: &[u8]) -> bool {
    let begins = matches!(
        bytes,
        [0x30, 0x80..=0x84, ..]
            | [0xfe, 0xed, 0xfe, 0xed, ..]
            | [0xce, 0xce, 0xce, 0xce, ..]
            | [b'-', b'-', b'-', b'-', b'-', ..]
    );
    bytes.len() >= SHORTEST && (begins || super::serialized::is_one(bytes))
}

/// One line: the hexadecimal words that stand together in it.
struct Line<'a> {
    words: Vec<&'a str>,
    /// What stands in front of them, if it can be an offset.
    offset: Option<&'a str>,
}

impl<'a> Line<'a> {
    /// A line of other words counts for nothing, even where one of these could be a number.
    fn of(line: &'a str) -> Self {
        let words: Vec<&str> = line
            .split(separates)
            .map(without_mark)
            .filter(|word| !word.is_empty())
            .collect();
        let (start, longest) = longest_run(&words);
        let offset = words.first().copied().filter(|word| is_offset(word));
        let offset = offset.filter(|_| start < 2);
        let counts = start == 0 || offset.is_some() || size_of(longest) >= 4;
        Self {
            words: if counts { longest.to_vec() } else { Vec::new() },
            offset,
        }
    }

    /// The words without the offset, where the lines have one.
    fn behind_offset(&self) -> &[&'a str] {
        match (self.offset, self.words.split_first()) {
            (Some(offset), Some((first, rest))) if *first == offset => rest,
            _ => &self.words,
        }
    }

    /// An offset is longer than the words behind it, or has an odd number of digits, which bytes never have.
    fn has_offset(&self) -> bool {
        let behind = self.behind_offset().first();
        let differs = |offset: &str| behind.is_some_and(|word| word.len() != offset.len());
        self.offset.is_some_and(differs)
    }
}

/// The longest run of words that are bytes, and at which word it starts.
fn longest_run<'w, 'a>(words: &'w [&'a str]) -> (usize, &'w [&'a str]) {
    let mut at = 0;
    let runs = words.split(|word| !is_bytes(word)).map(|run| {
        let start = at;
        at += run.len() + 1;
        (start, run)
    });
    runs.max_by_key(|(_, run)| size_of(run)).unwrap_or_default()
}

/// The bytes of lines that follow one another.
fn bytes_of(lines: &[Line<'_>], has_offset: bool) -> Option<Vec<u8>> {
    let first = lines.first()?;
    if !has_offset {
        let words = lines.iter().flat_map(|line| line.words.iter());
        return Some(words.flat_map(|word| pairs(word)).collect());
    }
    // Text follows the numbers, and may look like more of them; no line has more than the first.
    let width = size_of(first.behind_offset());
    let mut bytes = Vec::new();
    for line in lines {
        let words = line.behind_offset().iter();
        bytes.extend(words.flat_map(|word| pairs(word)).take(width));
    }
    Some(in_order(bytes))
}

/// `hexdump` and `od -x` show numbers of two bytes, of which this machine keeps the lower one first.
fn in_order(mut bytes: Vec<u8>) -> Vec<u8> {
    if matches!(bytes.as_slice(), [0x80..=0x84, 0x30, ..]) {
        bytes.chunks_exact_mut(2).for_each(<[u8]>::reverse);
    }
    bytes
}

/// What stands between numbers in some language or listing.
fn separates(c: char) -> bool {
    matches!(c, '-' | '=' | '%' | '&' | '<' | '>' | '\\') || separates_numbers(c)
}

/// The same without the minus of a number, and what never stands before one.
fn separates_numbers(c: char) -> bool {
    matches!(
        c,
        ',' | ':' | ';' | '"' | '\'' | '{' | '}' | '[' | ']' | '(' | ')'
    ) || super::pem::is_blank(c)
}

/// `0x30`, `\x30`, `&H30`.
fn without_mark(word: &str) -> &str {
    let word = word
        .strip_prefix('0')
        .filter(|rest| rest.starts_with(['x', 'X']))
        .unwrap_or(word);
    word.strip_prefix(['x', 'X', 'h', 'H']).unwrap_or(word)
}

fn is_hexadecimal(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn is_bytes(word: &&str) -> bool {
    word.len().is_multiple_of(2) && is_hexadecimal(word)
}

fn is_offset(word: &str) -> bool {
    word.len() >= OFFSET && is_hexadecimal(word)
}

fn size_of(words: &[&str]) -> usize {
    words.iter().map(|word| word.len() / 2).sum()
}

fn pairs(word: &str) -> impl Iterator<Item = u8> {
    let digits = word.as_bytes().chunks_exact(2);
    digits.filter_map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok())
}

/// Bytes as decimal numbers one behind the other, signed as Java has them or not.
fn decimal(text: &str) -> Vec<Vec<u8>> {
    // What begins otherwise is no structure.
    if !text.contains("48") {
        return Vec::new();
    }
    let words = text.split(separates_numbers);
    let numbers: Vec<Option<u8>> = words
        .filter(|word| !word.is_empty())
        .map(|word| {
            let number: i16 = word.parse().ok()?;
            u8::try_from(number)
                .or_else(|_| i8::try_from(number).map(i8::cast_unsigned))
                .ok()
        })
        .collect();
    let runs = numbers.split(Option::is_none);
    runs.map(|run| run.iter().flatten().copied().collect())
        .collect()
}

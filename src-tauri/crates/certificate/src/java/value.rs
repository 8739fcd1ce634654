//! Elements as Java's `DerValue` reads them: BER, with any length that fits, and no tag above 30.

use std::borrow::Cow;

use x509_parser::der_parser::oid::Oid;

/// What was read, or what Java complains of: the end of a sentence that begins with the place.
pub(super) type Parsed<T> = Result<T, &'static str>;

pub(super) const BOOLEAN: u8 = 0x01;
pub(super) const INTEGER: u8 = 0x02;
pub(super) const BIT_STRING: u8 = 0x03;
pub(super) const OCTET_STRING: u8 = 0x04;
pub(super) const NULL: u8 = 0x05;
pub(super) const OBJECT_IDENTIFIER: u8 = 0x06;
pub(super) const ENUMERATED: u8 = 0x0a;
pub(super) const UTC_TIME: u8 = 0x17;
pub(super) const GENERALIZED_TIME: u8 = 0x18;
pub(super) const BMP_STRING: u8 = 0x1e;
pub(super) const SEQUENCE: u8 = 0x30;
pub(super) const SET: u8 = 0x31;

const CONSTRUCTED: u8 = 0x20;
/// The deepest nesting that is followed. Java follows any; real certificates need about 12.
const DEEPEST: u8 = 32;
/// The longest object identifier that Java takes, in bytes.
const LONGEST_IDENTIFIER: usize = 4096;

/// Elements one behind the other.
#[derive(Debug, Clone, Copy)]
pub(super) struct Values<'a> {
    rest: &'a [u8],
    depth: u8,
}

/// One element.
#[derive(Debug, Clone, Copy)]
pub(super) struct Value<'a> {
    pub(super) tag: u8,
    pub(super) content: &'a [u8],
    /// Whether its length has more bytes than it needs.
    pub(super) has_spare_length: bool,
    depth: u8,
}

impl<'a> Values<'a> {
    pub(super) const fn new(bytes: &'a [u8]) -> Self {
        Self {
            rest: bytes,
            depth: 0,
        }
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    /// The next element.
    pub(super) fn take(&mut self) -> Parsed<Value<'a>> {
        let [tag, first, body @ ..] = self.rest else {
            return Err("ends in the middle of an element");
        };
        if tag & 0x1f == 0x1f {
            return Err("has a tag above 30");
        }
        let mut has_spare_length = false;
        let (content, rest) = match usize::from(*first) {
            0x80 => self.indefinite(*tag, body)?,
            length @ 0..0x80 => split(body, length)?,
            count => {
                let (digits, body) = split(body, count & 0x7f)?;
                has_spare_length = matches!(digits, [0, ..] | [0..0x80]);
                split(body, length_of(digits)?)?
            }
        };
        self.rest = rest;
        Ok(Value {
            tag: *tag,
            content,
            has_spare_length,
            depth: self.depth,
        })
    }

    /// The content of an element without a stated length, and what follows its end marker.
    fn indefinite(&self, tag: u8, body: &'a [u8]) -> Parsed<(&'a [u8], &'a [u8])> {
        if tag & CONSTRUCTED == 0 {
            return Err("has an element without an end");
        }
        let mut inside = Self {
            rest: body,
            depth: deeper(self.depth)?,
        };
        loop {
            if let [0, 0, rest @ ..] = inside.rest {
                let (content, _) = split(body, body.len() - rest.len() - 2)?;
                return Ok((content, rest));
            }
            inside.take()?;
        }
    }

    /// All that are left.
    pub(super) fn all(mut self) -> Parsed<Vec<Value<'a>>> {
        let mut all = Vec::new();
        while !self.is_empty() {
            all.push(self.take()?);
        }
        Ok(all)
    }

    /// Nothing may be left.
    pub(super) const fn end(&self) -> Parsed<()> {
        if self.is_empty() {
            Ok(())
        } else {
            Err("has something behind its end")
        }
    }
}

fn split(bytes: &[u8], at: usize) -> Parsed<(&[u8], &[u8])> {
    bytes
        .split_at_checked(at)
        .ok_or("has a length that points behind its end")
}

fn length_of(digits: &[u8]) -> Parsed<usize> {
    let number = |length: u32, digit: &u8| length << 8 | u32::from(*digit);
    let is_short = digits.len() <= 4;
    let length = digits.iter().filter(|_| is_short).fold(0, number);
    let length = i32::try_from(length).ok().filter(|_| is_short);
    let length = length.and_then(|length| usize::try_from(length).ok());
    length.ok_or("has a length beyond all measure")
}

const fn deeper(depth: u8) -> Parsed<u8> {
    if depth >= DEEPEST {
        return Err("is nested too deep");
    }
    Ok(depth + 1)
}

impl<'a> Value<'a> {
    /// The one element that is all of `bytes`.
    pub(super) fn only(bytes: &'a [u8]) -> Parsed<Self> {
        let mut values = Values::new(bytes);
        let value = values.take()?;
        values.end()?;
        Ok(value)
    }

    /// What is inside.
    pub(super) fn inside(&self) -> Parsed<Values<'a>> {
        Ok(Values {
            rest: self.content,
            depth: deeper(self.depth)?,
        })
    }

    /// What is inside a SEQUENCE.
    pub(super) fn sequence(&self) -> Parsed<Values<'a>> {
        if self.tag != SEQUENCE {
            return Err("is no sequence where one has to be");
        }
        self.inside()
    }

    /// The same element, taken for one with another tag.
    pub(super) const fn retagged(self, tag: u8) -> Self {
        Self { tag, ..self }
    }

    pub(super) const fn is_constructed(&self) -> bool {
        self.tag & CONSTRUCTED != 0
    }

    /// Whether it bears the context-specific tag `number`.
    pub(super) const fn is_context(&self, number: u8) -> bool {
        self.tag & 0xc0 == 0x80 && self.tag & 0x1f == number
    }

    /// The bytes of an OCTET STRING, put together where it came in pieces.
    pub(super) fn octets(&self) -> Parsed<Cow<'a, [u8]>> {
        if self.tag == OCTET_STRING {
            return Ok(Cow::Borrowed(self.content));
        }
        if self.tag & 0x3f != OCTET_STRING | CONSTRUCTED {
            return Err("is no octet string where one has to be");
        }
        let mut all = Vec::new();
        for piece in self.inside()?.all()? {
            all.extend_from_slice(&piece.octets()?);
        }
        Ok(Cow::Owned(all))
    }

    /// The bytes of a BIT STRING, whatever its tag.
    pub(super) fn bits_inside(&self) -> Parsed<&'a [u8]> {
        match self.content {
            [0..=7, bits @ ..] if self.content.first() == Some(&0) || !bits.is_empty() => Ok(bits),
            _ => Err("has a malformed bit string"),
        }
    }

    /// The bytes of a BIT STRING.
    pub(super) fn bits(&self) -> Parsed<&'a [u8]> {
        if self.tag != BIT_STRING {
            return Err("is no bit string where one has to be");
        }
        self.bits_inside()
    }

    /// An INTEGER of any size.
    pub(super) const fn integer(&self) -> Parsed<&'a [u8]> {
        if self.tag != INTEGER || self.content.is_empty() {
            return Err("is no number where one has to be");
        }
        Ok(self.content)
    }

    /// An INTEGER of 32 bits.
    pub(super) fn small_integer(&self) -> Parsed<i32> {
        self.integer()?;
        self.number_inside()
    }

    /// The number of an INTEGER or ENUMERATED, which Java keeps in 32 bits.
    pub(super) fn number_inside(&self) -> Parsed<i32> {
        let is_negative = self.content.first().is_some_and(|byte| byte & 0x80 != 0);
        let start = if is_negative { -1_i64 } else { 0 };
        let number = self.content.iter().try_fold(start, |number, byte| {
            let number = number.checked_mul(256)?.checked_add(i64::from(*byte))?;
            i32::try_from(number).ok().map(i64::from)
        });
        let number = number.filter(|_| !self.content.is_empty());
        let number = number.and_then(|number| i32::try_from(number).ok());
        number.ok_or("has a number that does not fit into 32 bits")
    }

    /// A BOOLEAN.
    pub(super) const fn boolean(&self) -> Parsed<bool> {
        match (self.tag, self.content) {
            (BOOLEAN, [byte]) => Ok(*byte != 0),
            _ => Err("has a malformed yes or no"),
        }
    }

    /// An OBJECT IDENTIFIER with dots.
    pub(super) fn identifier(&self) -> Parsed<String> {
        let begins_with_zeros = self
            .content
            .split_inclusive(|byte| byte & 0x80 == 0)
            .any(|number| number.first() == Some(&0x80));
        let is_ended = self.content.last().is_some_and(|byte| byte & 0x80 == 0);
        let is_sound = is_ended && !begins_with_zeros && self.content.len() <= LONGEST_IDENTIFIER;
        if self.tag != OBJECT_IDENTIFIER || !is_sound {
            return Err("has a malformed object identifier");
        }
        Ok(Oid::new(Cow::Borrowed(self.content)).to_id_string())
    }
}

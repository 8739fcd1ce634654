//! Algorithms and public keys as Java's `AlgorithmId` and its key factories read them. A key of a kind that Java
//! does not know is kept as it is.

use super::value::{NULL, OBJECT_IDENTIFIER, Parsed, Value, Values};

/// An algorithm and its parameters, of which NULL is none.
#[derive(Debug, Clone)]
pub(super) struct Algorithm<'a> {
    kind: String,
    parameters: Option<Value<'a>>,
}

/// Elliptic curves that Java 17 knows by name, and the bits of their fields: those of SECG by the last number
/// of their identifiers, then the others.
const SECG: &str = "1.3.132.0.";
const OF_SECG: [(u8, usize); 31] = [
    (1, 163),
    (2, 163),
    (3, 239),
    (4, 113),
    (5, 113),
    (6, 112),
    (7, 112),
    (8, 160),
    (9, 160),
    (10, 256),
    (15, 163),
    (16, 283),
    (17, 283),
    (22, 131),
    (23, 131),
    (24, 193),
    (25, 193),
    (26, 233),
    (27, 233),
    (28, 128),
    (29, 128),
    (30, 160),
    (31, 192),
    (32, 224),
    (33, 224),
    (34, 384),
    (35, 521),
    (36, 409),
    (37, 409),
    (38, 571),
    (39, 571),
];
const CURVES: [(&str, usize); 22] = [
    ("1.2.840.10045.3.1.1", 192),
    ("1.2.840.10045.3.1.2", 192),
    ("1.2.840.10045.3.1.3", 192),
    ("1.2.840.10045.3.1.4", 239),
    ("1.2.840.10045.3.1.5", 239),
    ("1.2.840.10045.3.1.6", 239),
    ("1.2.840.10045.3.1.7", 256),
    ("1.2.840.10045.3.0.5", 191),
    ("1.2.840.10045.3.0.6", 191),
    ("1.2.840.10045.3.0.7", 191),
    ("1.2.840.10045.3.0.11", 239),
    ("1.2.840.10045.3.0.12", 239),
    ("1.2.840.10045.3.0.13", 239),
    ("1.2.840.10045.3.0.18", 359),
    ("1.2.840.10045.3.0.20", 431),
    ("1.3.36.3.3.2.8.1.1.1", 160),
    ("1.3.36.3.3.2.8.1.1.3", 192),
    ("1.3.36.3.3.2.8.1.1.5", 224),
    ("1.3.36.3.3.2.8.1.1.7", 256),
    ("1.3.36.3.3.2.8.1.1.9", 320),
    ("1.3.36.3.3.2.8.1.1.11", 384),
    ("1.3.36.3.3.2.8.1.1.13", 512),
];

/// The digests that Java's masks for RSASSA-PSS are made with.
const DIGESTS: [&str; 11] = [
    "1.3.14.3.2.26",
    "2.16.840.1.101.3.4.2.1",
    "2.16.840.1.101.3.4.2.2",
    "2.16.840.1.101.3.4.2.3",
    "2.16.840.1.101.3.4.2.4",
    "2.16.840.1.101.3.4.2.5",
    "2.16.840.1.101.3.4.2.6",
    "2.16.840.1.101.3.4.2.7",
    "2.16.840.1.101.3.4.2.8",
    "2.16.840.1.101.3.4.2.9",
    "2.16.840.1.101.3.4.2.10",
];

impl<'a> Algorithm<'a> {
    /// Reads an AlgorithmIdentifier, its parameters too where Java knows them.
    pub(super) fn read(algorithm: &Value<'a>) -> Parsed<Self> {
        let mut parts = algorithm.sequence()?;
        let kind = parts.take()?.identifier()?;
        let parameters = if parts.is_empty() {
            None
        } else {
            Some(parts.take()?)
        };
        parts.end()?;
        let parameters = match parameters {
            Some(null) if null.tag == NULL && null.content.is_empty() => None,
            Some(null) if null.tag == NULL => return Err("has an algorithm with a malformed NULL"),
            other => other,
        };
        let algorithm = Self { kind, parameters };
        algorithm.parameters_are_sound()?;
        Ok(algorithm)
    }

    pub(super) fn is_same_as(&self, other: &Self) -> bool {
        let parts = |one: &Self| {
            one.parameters
                .map(|value| (value.tag, value.content.to_vec()))
        };
        self.kind == other.kind && parts(self) == parts(other)
    }

    fn parameters_are_sound(&self) -> Parsed<()> {
        let Some(parameters) = &self.parameters else {
            return Ok(());
        };
        match self.kind.as_str() {
            "1.2.840.10045.2.1" => field_of(parameters).map(drop),
            "1.2.840.113549.1.1.10" => pss(parameters),
            "1.2.840.10040.4.1" => numbers(parameters, 3),
            "1.2.840.113549.1.3.1" => numbers(parameters, 2),
            _ => Ok(()),
        }
    }
}

/// So many numbers in a sequence, and perhaps more.
fn numbers(sequence: &Value<'_>, count: usize) -> Parsed<()> {
    let mut parts = sequence.sequence()?;
    for _ in 0..count {
        parts.take()?.integer()?;
    }
    Ok(())
}

/// The bits of the field of a named curve.
fn field_of(curve: &Value<'_>) -> Parsed<usize> {
    if curve.tag != OBJECT_IDENTIFIER {
        return Err("is on a curve that is spelt out, and Java knows named ones alone");
    }
    let identifier = curve.identifier()?;
    let of_secg = || {
        let number = identifier.strip_prefix(SECG)?.parse::<u8>().ok()?;
        OF_SECG.iter().find(|(last, _)| *last == number)
    };
    let named = CURVES.iter().find(|(named, _)| *named == identifier);
    let bits = named.map(|(_, bits)| *bits);
    let bits = bits.or_else(|| of_secg().map(|(_, bits)| *bits));
    bits.ok_or("is on a curve that Java does not know")
}

/// The parameters of RSASSA-PSS.
fn pss(parameters: &Value<'_>) -> Parsed<()> {
    for part in parameters.sequence()?.all()? {
        let inner = part.inside()?.take()?;
        let is_sound = match part.tag & 0xdf {
            0x80 => Algorithm::read(&inner).is_ok(),
            0x81 => is_mask(&Algorithm::read(&inner)?),
            0x82 => inner.small_integer()? >= 0,
            0x83 => inner.small_integer()? == 1,
            _ => false,
        };
        if !is_sound {
            return Err("has parameters of RSASSA-PSS that Java does not know");
        }
    }
    Ok(())
}

fn is_mask(mask: &Algorithm<'_>) -> bool {
    let digest = mask.parameters.as_ref().map(Algorithm::read);
    let is_known = |digest: Algorithm<'_>| DIGESTS.contains(&digest.kind.as_str());
    mask.kind == "1.2.840.113549.1.1.8" && digest.is_some_and(|digest| digest.is_ok_and(is_known))
}

/// Reads a SubjectPublicKeyInfo.
pub(super) fn read(key: &Value<'_>) -> Parsed<()> {
    let mut parts = key.sequence()?;
    let algorithm = Algorithm::read(&parts.take()?)?;
    let bits = parts.take()?.bits()?;
    match algorithm.kind.as_str() {
        "1.2.840.113549.1.1.1" | "1.2.840.113549.1.1.10" => rsa(bits)?,
        "1.2.840.10045.2.1" => point(&algorithm, bits)?,
        "1.2.840.10040.4.1" => drop(Values::new(bits).take()?.integer()?),
        "1.3.101.110" | "1.3.101.112" => of_length(bits, 32)?,
        "1.3.101.111" => of_length(bits, 56)?,
        "1.3.101.113" => of_length(bits, 57)?,
        _ => {}
    }
    parts.end()
}

fn of_length(bits: &[u8], length: usize) -> Parsed<()> {
    if bits.len() == length {
        Ok(())
    } else {
        Err("has a wrong length")
    }
}

/// A point with both its coordinates.
fn point(algorithm: &Algorithm<'_>, bits: &[u8]) -> Parsed<()> {
    let curve = algorithm.parameters.as_ref();
    let field = field_of(curve.ok_or("names no curve")?)?;
    match bits {
        [4, both @ ..] if both.len() / 2 == field.div_ceil(8) => Ok(()),
        [4, ..] => Err("is a point of a wrong length"),
        _ => Err("is a point that is not written with both coordinates"),
    }
}

/// Modulus and exponent, in the sizes that Java's RSA takes.
fn rsa(bits: &[u8]) -> Parsed<()> {
    let mut parts = Value::only(bits)?.sequence()?;
    let (modulus, exponent) = (parts.take()?.integer()?, parts.take()?.integer()?);
    parts.end()?;
    let (modulus, exponent) = (without_zeros(modulus), without_zeros(exponent));
    match bits_of(modulus).next_multiple_of(8) {
        0..512 => Err("is an RSA key of fewer than 512 bits"),
        16_385.. => Err("is an RSA key of more than 16384 bits"),
        3_073.. if bits_of(exponent) > 64 => {
            Err("is an RSA key with an exponent of more than 64 bits")
        }
        _ if (exponent.len(), exponent) >= (modulus.len(), modulus) => {
            Err("is an RSA key with an exponent larger than its modulus")
        }
        _ if matches!(exponent, [] | [0..=2]) => Err("is an RSA key with an exponent below 3"),
        _ => Ok(()),
    }
}

fn without_zeros(number: &[u8]) -> &[u8] {
    let zeros = number.iter().take_while(|byte| **byte == 0).count();
    number.get(zeros..).unwrap_or_default()
}

fn bits_of(number: &[u8]) -> usize {
    let unused = number.first().map_or(0, |byte| byte.leading_zeros());
    number.len() * 8 - unused as usize
}

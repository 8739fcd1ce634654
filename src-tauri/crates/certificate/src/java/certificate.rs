//! One certificate as Java's `X509CertImpl` and `X509CertInfo` read it.

use std::collections::HashSet;

use super::key::Algorithm;
use super::value::{BOOLEAN, Parsed, SEQUENCE, SET, Value, Values};
use super::{Part, Refusal, extensions, key, name, time};

const ALTERNATIVE_NAMES: &str = "2.5.29.17";
const VERSION_1: i32 = 0;
const VERSION_3: i32 = 2;

/// Names the part in which Java stumbles.
trait In<T> {
    fn within(self, part: Part) -> Result<T, Refusal>;
}

impl<T> In<T> for Parsed<T> {
    fn within(self, part: Part) -> Result<T, Refusal> {
        self.map_err(|why| Refusal { part, why })
    }
}

/// Reads a certificate, and nothing behind it.
pub(super) fn read(der: &[u8]) -> Result<(), Refusal> {
    let (signed, outer) = parts(der).within(Part::Structure)?;
    let inner = contents(signed)?;
    if inner.is_same_as(&outer) {
        Ok(())
    } else {
        Err("names two different algorithms").within(Part::Signature)
    }
}

/// What is signed, and with what.
fn parts(der: &[u8]) -> Parsed<(Values<'_>, Algorithm<'_>)> {
    let mut parts = Value::only(der)?.sequence()?;
    let signed = parts.take()?.sequence()?;
    let algorithm = Algorithm::read(&parts.take()?)?;
    parts.take()?.bits()?;
    parts.end()?;
    Ok((signed, algorithm))
}

/// Reads what is signed; the algorithm that it names.
fn contents(mut parts: Values<'_>) -> Result<Algorithm<'_>, Refusal> {
    let mut next = parts.take().within(Part::Structure)?;
    let mut version = VERSION_1;
    if next.is_context(0) {
        version = version_of(&next).within(Part::Version)?;
        next = parts.take().within(Part::Serial)?;
    }
    next.integer().within(Part::Serial)?;
    let algorithm = taken(&mut parts, Part::Signature, Algorithm::read)?;
    if taken(&mut parts, Part::Issuer, name::is_empty)? {
        return Err("is empty").within(Part::Issuer);
    }
    taken(&mut parts, Part::Validity, validity)?;
    let is_nameless = taken(&mut parts, Part::Subject, name::is_empty)?;
    if is_nameless && version == VERSION_1 {
        return Err("is empty").within(Part::Subject);
    }
    taken(&mut parts, Part::Key, key::read)?;
    behind_the_key(parts, version, is_nameless)?;
    Ok(algorithm)
}

fn taken<'a, T>(
    parts: &mut Values<'a>,
    part: Part,
    read: fn(&Value<'a>) -> Parsed<T>,
) -> Result<T, Refusal> {
    parts.take().and_then(|value| read(&value)).within(part)
}

fn version_of(version: &Value<'_>) -> Parsed<i32> {
    if !version.is_constructed() {
        return Ok(VERSION_1);
    }
    version.inside()?.take()?.small_integer()
}

fn validity(validity: &Value<'_>) -> Parsed<()> {
    let moments = validity.sequence()?.all()?;
    if moments.len() != 2 {
        return Err("has not two moments");
    }
    moments.iter().try_for_each(time::read)
}

/// Reads the unique identifiers and the extensions. What is neither is passed over.
fn behind_the_key(mut parts: Values<'_>, version: i32, is_nameless: bool) -> Result<(), Refusal> {
    if parts.is_empty() {
        return Ok(());
    }
    if version == VERSION_1 {
        return Err("is 1, which has no extensions").within(Part::Version);
    }
    let mut next = parts.take().within(Part::Structure)?;
    for number in [1, 2] {
        if next.is_context(number) {
            next.bits_inside().within(Part::Structure)?;
            if parts.is_empty() {
                return Ok(());
            }
            next = parts.take().within(Part::Structure)?;
        }
    }
    if version != VERSION_3 {
        return Err("is not 3, and there are extensions").within(Part::Version);
    }
    let mut names = Names::None;
    if next.is_context(3) && next.is_constructed() {
        names = names_among(&next)?;
    }
    names.stand_in(is_nameless)
}

/// What the alternative names are to Java: those that it cannot read and may pass over are none.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Names {
    None,
    Casual,
    Critical,
}

impl Names {
    /// Alternative names may take the place of the subject where they are critical.
    fn stand_in(self, is_nameless: bool) -> Result<(), Refusal> {
        match self {
            _ if !is_nameless => Ok(()),
            Self::Critical => Ok(()),
            Self::Casual => Err("is empty, and the alternative names are not critical"),
            Self::None => Err("is empty, and there are no alternative names in its place"),
        }
        .within(Part::Subject)
    }
}

/// Reads the extensions; the alternative names among them.
fn names_among(wrapped: &Value<'_>) -> Result<Names, Refusal> {
    let list = wrapped.inside().and_then(|mut inside| inside.take());
    let list = list.and_then(|list| list.sequence()?.all());
    let mut seen = HashSet::new();
    let mut names = Names::None;
    for extension in list.within(Part::Extensions)? {
        let Extension {
            identifier,
            is_critical,
            content,
        } = Extension::of(&extension).within(Part::Extensions)?;
        let part = || Part::Extension {
            identifier: identifier.clone(),
            is_critical,
        };
        match extensions::read(&identifier, &content) {
            Ok(()) => {}
            Err(why) if is_critical => return Err(why).within(part()),
            Err(_) => continue,
        }
        if identifier == ALTERNATIVE_NAMES {
            names = if is_critical {
                Names::Critical
            } else {
                Names::Casual
            };
        }
        if !seen.insert(identifier.clone()) {
            return Err("is there twice").within(part());
        }
    }
    Ok(names)
}

struct Extension<'a> {
    identifier: String,
    is_critical: bool,
    content: std::borrow::Cow<'a, [u8]>,
}

impl<'a> Extension<'a> {
    fn of(extension: &Value<'a>) -> Parsed<Self> {
        if !matches!(extension.tag, SEQUENCE | SET) {
            return Err("have one that is no sequence");
        }
        let mut parts = extension.inside()?;
        let identifier = parts.take()?.identifier()?;
        let mut content = parts.take()?;
        let mut is_critical = false;
        if content.tag == BOOLEAN {
            is_critical = content.boolean()?;
            content = parts.take()?;
        }
        Ok(Self {
            identifier,
            is_critical,
            content: content.octets()?,
        })
    }
}

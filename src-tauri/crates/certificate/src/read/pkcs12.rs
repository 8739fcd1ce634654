//! PKCS#12 (RFC 7292): a checksum, and below it keys and certificates, each under its own encryption.

use std::borrow::Cow;

use super::encryption::Sealed;
use super::opening::Opening;
use super::unsupported::unsupported;
use super::{keys, mac};
use crate::asn1::ber::{
    BMP_STRING, CONTEXT_0, Element, INTEGER, OCTET_STRING, Reader, SEQUENCE, SET,
};
use crate::bundle::BeyondJava;
use crate::java::{self, Place};
use crate::{Certificate, Contents, PrivateKey, ReadError, Thumbprint, Work};

const DATA: &str = "1.2.840.113549.1.7.1";
const SIGNED_DATA: &str = "1.2.840.113549.1.7.2";
const ENVELOPED_DATA: &str = "1.2.840.113549.1.7.3";
const ENCRYPTED_DATA: &str = "1.2.840.113549.1.7.6";
const SHROUDED_KEY: &str = "1.2.840.113549.1.12.10.1.2";
const SECRET: &str = "1.2.840.113549.1.12.10.1.5";
/// The kinds of bags all start with this.
const BAGS: &str = "1.2.840.113549.1.12.10.1.";
const FRIENDLY_NAME: &str = "1.2.840.113549.1.9.20";
const LOCAL_KEY_ID: &str = "1.2.840.113549.1.9.21";
/// Oracle's mark on a certificate that a Java keystore shall trust: an entry of its own.
const TRUSTED_BY_JAVA: &str = "2.16.840.1.113894.746875.1.1";

/// Reads a keystore into `contents`.
pub(crate) fn read(
    pfx: &Element<'_>,
    opening: &mut Opening<'_>,
    contents: &mut Contents,
) -> Result<(), ReadError> {
    let mut parts = pfx.inside()?;
    let version = parts.expect(INTEGER, "the keystore has no version")?;
    if version.number() != Ok(java::VERSION) {
        opening.is_beyond_java(BeyondJava::Version);
    }
    let outer = parts.expect(SEQUENCE, "the keystore has no contents")?;
    let safe = plain_content(&outer)?;
    let parts_take = work_in(&safe);
    opening.foresee(parts_take);
    let is_verified = match parts.optional(SEQUENCE)? {
        None => false,
        Some(checksum) => {
            if !mac::fits(&checksum, &safe, opening)? {
                return Err(why_it_does_not_fit(&safe, opening));
            }
            true
        }
    };
    opening.has_room_for(parts_take)?;
    let mut store = Store {
        opening,
        contents,
        is_right: is_verified,
        java: java::Entries::default(),
    };
    store.look_at_lengths(pfx.raw);
    store.look_at_lengths(&safe);
    for part in parts_of(&safe, "the contents")? {
        store.take_part(&part)?;
    }
    store.contents.source.served = store.java.served();
    Ok(())
}

/// A keystore while it is being opened.
struct Store<'s, 'a> {
    opening: &'s mut Opening<'a>,
    contents: &'s mut Contents,
    /// Whether the checksum or a decrypted part has shown that the password is right.
    is_right: bool,
    /// What Java makes of it.
    java: java::Entries<Thumbprint>,
}

impl Store<'_, '_> {
    /// Takes one ContentInfo: plain or encrypted.
    fn take_part(&mut self, part: &Element<'_>) -> Result<(), ReadError> {
        // Heimdal leaves the list of parts out where nothing is encrypted.
        if part.inside()?.any()?.oid()?.starts_with(BAGS) {
            return self.take_bag(part, None);
        }
        match encrypted_content(part)? {
            None => self.take_bags(&plain_content(part)?, "the contents"),
            Some(sealed) => match sealed.open(self.opening)? {
                Some(plain) => {
                    self.is_right = true;
                    self.take_bags(&plain, "the decrypted contents")
                }
                None if self.is_right => Err(ReadError::KeyPasswordDiffers),
                None => Err(self.opening.refused()),
            },
        }
    }

    /// Java follows indefinite lengths and refuses those that are longer than need be.
    fn look_at_lengths(&mut self, bytes: &[u8]) {
        if !java::lengths_are_minimal(bytes) {
            self.opening.is_beyond_java(BeyondJava::RedundantLength);
        }
    }

    fn take_bags(&mut self, bags: &[u8], within: &'static str) -> Result<(), ReadError> {
        self.look_at_lengths(bags);
        for (number, bag) in parts_of(bags, within)?.iter().enumerate() {
            self.take_bag(bag, Some(number))?;
        }
        Ok(())
    }

    /// Takes one bag; its number in its part, where it is one that Java looks into.
    fn take_bag(&mut self, bag: &Element<'_>, number: Option<usize>) -> Result<(), ReadError> {
        let bag = Bag {
            number,
            ..Bag::of(bag)?
        };
        let complaint = bag.marks.and_then(java::complaint_of_attributes);
        if let Some(why) = complaint {
            self.opening.is_beyond_java(BeyondJava::Bag(why.to_owned()));
        }
        match bag.kind.as_str() {
            "1.2.840.113549.1.12.10.1.1" => {
                let key = self.open_key(bag.value.content)?;
                self.take_key(key, &bag)
            }
            SHROUDED_KEY => match self.shrouded_key(&bag.value)? {
                Some(key) => self.take_key(key, &bag),
                None => {
                    self.lock_key(&bag);
                    Ok(())
                }
            },
            "1.2.840.113549.1.12.10.1.3" => self.take_certificate(&bag),
            "1.2.840.113549.1.12.10.1.6" => {
                let mut inside = bag.value.inside()?;
                let nested = inside.expect(SEQUENCE, "a nested part is damaged")?;
                for bag in nested.inside()?.elements()? {
                    self.take_bag(&bag, None)?;
                }
                Ok(())
            }
            SECRET => {
                self.java.meet_other(bag.place());
                self.count_entry(&bag);
                Ok(())
            }
            // Revocation lists are neither keys nor certificates.
            _ => Ok(()),
        }
    }

    fn take_key(&mut self, key: PrivateKey, bag: &Bag<'_>) -> Result<(), ReadError> {
        self.contents.take_key(key.called(bag.alias()))?;
        self.java.meet_key(bag.place());
        self.count_entry(bag);
        Ok(())
    }

    /// A key that no password opens is an entry all the same.
    fn lock_key(&mut self, bag: &Bag<'_>) {
        let why = match self.is_right {
            true => ReadError::KeyPasswordDiffers,
            false => self.opening.refused(),
        };
        self.contents.lock_key(bag.alias(), why);
        self.java.meet_key(bag.place());
        self.count_entry(bag);
    }

    /// Counts what Java takes for an entry; a secret is one too.
    fn count_entry(&mut self, bag: &Bag<'_>) {
        self.contents.source.entries += 1;
        self.contents.source.aliases.extend(bag.alias());
    }

    fn take_certificate(&mut self, bag: &Bag<'_>) -> Result<(), ReadError> {
        let mut parts = bag.value.inside()?.any()?.inside()?;
        let kind = parts.any()?.oid()?;
        // There is another kind, SDSI, which no program of today reads.
        if kind != "1.2.840.113549.1.9.22.1" {
            let what = "has a certificate of another kind (SDSI)";
            self.opening
                .is_beyond_java(BeyondJava::Bag(what.to_owned()));
            return Ok(());
        }
        let wrapped = parts.expect(CONTEXT_0, "a certificate is missing")?;
        let octets = wrapped
            .inside()?
            .expect(OCTET_STRING, "a certificate is missing")?;
        let octets_inside = octets.octets()?;
        let der = Reader::new(&octets_inside, "a certificate").any()?.raw;
        let certificate = Certificate::from_der(der.to_vec())
            .map_err(|_| octets.damaged("a certificate inside is damaged"))?;
        if bag.has(TRUSTED_BY_JAVA) {
            self.java.meet_other(bag.place());
            self.count_entry(bag);
        } else {
            let thumbprint = certificate.thumbprint();
            self.java.meet_certificate(bag.place(), thumbprint);
        }
        self.contents.take_certificate(certificate)
    }

    fn open_key(&mut self, key: &[u8]) -> Result<PrivateKey, ReadError> {
        self.opening.is_beyond_java(BeyondJava::OpenKey);
        keys::read(key)
    }

    /// The key of a bag; nothing where it stays locked.
    fn shrouded_key(&mut self, value: &Element<'_>) -> Result<Option<PrivateKey>, ReadError> {
        if is_plain(value)? {
            return self.open_key(value.content).map(Some);
        }
        match shrouded(value)?.open(self.opening)? {
            Some(plain) => {
                self.is_right = true;
                keys::read(&plain).map(Some)
            }
            None => Ok(None),
        }
    }
}

/// A SafeBag: a kind, a value, and attributes.
struct Bag<'a> {
    kind: String,
    /// The `[0]` around the value.
    value: Element<'a>,
    attributes: Vec<(String, Element<'a>)>,
    /// The attributes as they are written.
    marks: Option<&'a [u8]>,
    /// Its place in its part, where it is one that Java looks into.
    number: Option<usize>,
}

impl<'a> Bag<'a> {
    fn of(bag: &Element<'a>) -> Result<Self, ReadError> {
        let mut parts = bag.inside()?;
        let kind = parts.any()?.oid()?;
        let value = parts.expect(CONTEXT_0, "a part has no value")?;
        let set = parts.optional(SET)?;
        let attributes = match &set {
            Some(set) => set.inside()?.elements()?,
            None => Vec::new(),
        };
        Ok(Self {
            kind,
            value,
            marks: set.map(|set| set.raw),
            attributes: attributes.iter().filter_map(attribute).collect(),
            number: None,
        })
    }

    fn place(&self) -> Place {
        let mut attributes = self.attributes.iter();
        let mark = attributes.find(|(oid, value)| oid == LOCAL_KEY_ID && value.tag == OCTET_STRING);
        Place {
            id: mark.map(|(_, value)| value.content.to_vec()),
            name: self.alias(),
            number: self.number,
        }
    }

    fn has(&self, attribute: &str) -> bool {
        self.attributes.iter().any(|(oid, _)| oid == attribute)
    }

    /// The friendly name, if it is text.
    fn alias(&self) -> Option<String> {
        let (_, value) = self
            .attributes
            .iter()
            .find(|(oid, value)| oid == FRIENDLY_NAME && value.tag == BMP_STRING)?;
        let units = value.content.chunks_exact(2).map(|pair| {
            pair.iter()
                .fold(0, |unit, byte| unit << 8 | u16::from(*byte))
        });
        let name: String = char::decode_utf16(units)
            .map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER))
            .collect();
        Some(crate::certificate::escaped(&name))
    }
}

/// An attribute's kind and first value. One that cannot be read is left out: nothing depends on it.
fn attribute<'a>(attribute: &Element<'a>) -> Option<(String, Element<'a>)> {
    let mut parts = attribute.inside().ok()?;
    let oid = parts.any().ok()?.oid().ok()?;
    let values = parts.expect(SET, "").ok()?;
    Some((oid, values.inside().ok()?.any().ok()?))
}

/// The elements of a SEQUENCE OF that is all of `bytes`.
fn parts_of<'a>(bytes: &'a [u8], within: &'static str) -> Result<Vec<Element<'a>>, ReadError> {
    let mut reader = Reader::new(bytes, within);
    let list = reader.expect(SEQUENCE, "a list of parts is missing")?;
    list.inside()?.elements()
}

/// The bytes of a ContentInfo that is not encrypted.
fn plain_content<'a>(info: &Element<'a>) -> Result<Cow<'a, [u8]>, ReadError> {
    let mut parts = info.inside()?;
    match parts.any()?.oid()?.as_str() {
        DATA => {
            let wrapped = parts.expect(CONTEXT_0, "the contents are missing")?;
            let octets = wrapped
                .inside()?
                .expect(OCTET_STRING, "the contents are missing")?;
            octets.octets()
        }
        SIGNED_DATA => Err(unsupported(
            "protection by a signature in place of a password",
        )),
        ENVELOPED_DATA => Err(unsupported(
            "protection by a certificate in place of a password",
        )),
        _ => Err(info.damaged("a part of an unknown kind")),
    }
}

/// What is sealed in a ContentInfo, if anything is.
fn encrypted_content<'a>(info: &Element<'a>) -> Result<Option<Sealed<'a>>, ReadError> {
    let mut parts = info.inside()?;
    if parts.any()?.oid()? != ENCRYPTED_DATA {
        return Ok(None);
    }
    let wrapped = parts.expect(CONTEXT_0, "the encrypted contents are missing")?;
    let data = wrapped
        .inside()?
        .expect(SEQUENCE, "the encrypted contents are missing")?;
    let mut parts = data.inside()?;
    parts.expect(INTEGER, "the encrypted contents have no version")?;
    let content = parts.expect(SEQUENCE, "the encrypted contents are missing")?;
    let mut parts = content.inside()?;
    parts.any()?.oid()?;
    let algorithm = parts.expect(SEQUENCE, "the encryption is not named")?;
    let data = parts.any()?;
    if data.tag & !0x20 != 0x80 {
        return Err(data.damaged("the encrypted contents are missing"));
    }
    Sealed::of(&algorithm, data.octets()?).map(Some)
}

/// What is sealed in an EncryptedPrivateKeyInfo that lies in `wrapper`.
pub(crate) fn shrouded<'a>(wrapper: &Element<'a>) -> Result<Sealed<'a>, ReadError> {
    let outer = wrapper
        .inside()?
        .expect(SEQUENCE, "an encrypted key is damaged")?;
    encrypted_key(&outer)
}

/// What is sealed in an EncryptedPrivateKeyInfo.
pub(crate) fn encrypted_key<'a>(outer: &Element<'a>) -> Result<Sealed<'a>, ReadError> {
    let mut parts = outer.inside()?;
    let algorithm = parts.expect(SEQUENCE, "the encryption of the key is not named")?;
    let data = parts.expect(OCTET_STRING, "the encrypted key itself is missing")?;
    Sealed::of(&algorithm, data.octets()?)
}

/// The checksum does not fit. If a part opens all the same, the password is right for what is inside.
fn why_it_does_not_fit(safe: &[u8], opening: &mut Opening<'_>) -> ReadError {
    let opens = any_sealed(safe, &mut |sealed| Ok(sealed.open(opening)?.is_some()));
    match opens {
        Ok(true) => ReadError::Damaged {
            at: "the checksum".to_owned(),
            what: "the password opens what is inside, but the checksum does not fit: the contents were altered, or the file has a second password".into(),
        },
        Ok(false) | Err(ReadError::TooSlow { .. }) => opening.refused(),
        Err(other) => other,
    }
}

/// What opening all parts takes that can be seen without a password.
fn work_in(safe: &[u8]) -> Work {
    let mut all = Work::default();
    let counted = any_sealed(safe, &mut |sealed| {
        all = all.then(sealed.work());
        Ok(false)
    });
    // What is wrong with a part is told when that is its turn.
    drop(counted);
    all
}

/// Asks of everything encrypted that can be seen without a password, until one is what is looked for.
fn any_sealed(safe: &[u8], is_it: &mut IsIt<'_>) -> Result<bool, ReadError> {
    for part in parts_of(safe, "the contents")? {
        let found = match encrypted_content(&part)? {
            Some(sealed) => is_it(&sealed)?,
            None => any_shrouded(&plain_content(&part)?, is_it)?,
        };
        if found {
            return Ok(true);
        }
    }
    Ok(false)
}

type IsIt<'f> = dyn FnMut(&Sealed<'_>) -> Result<bool, ReadError> + 'f;

fn any_shrouded(bags: &[u8], is_it: &mut IsIt<'_>) -> Result<bool, ReadError> {
    for bag in parts_of(bags, "the contents")? {
        let bag = Bag::of(&bag)?;
        let is_shrouded = bag.kind == SHROUDED_KEY && !is_plain(&bag.value)?;
        if is_shrouded && is_it(&shrouded(&bag.value)?)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// GnuTLS puts a key that it does not encrypt into the wrapping of an encrypted one.
fn is_plain(value: &Element<'_>) -> Result<bool, ReadError> {
    Ok(value.inside()?.any()?.inside()?.peek() == Some(INTEGER))
}

//! Java's own keystores, JKS and JCEKS: a list of entries, keys under two protections of Java's making, and a
//! digest at the end. The formats are those of OpenJDK's `JavaKeyStore` and `JceKeyStore`.

use md5::Md5;
use sha1::{Digest as _, Sha1};
use zeroize::Zeroizing;

use super::cipher::Cipher;
use super::derivation::salt_and_rounds;
use super::encryption::{is_one_sequence, whole};
use super::keys;
use super::opening::Opening;
use super::spelling::Way;
use super::unsupported::unsupported;
use crate::asn1::ber::{Element, OCTET_STRING, Reader, SEQUENCE};
use crate::{Certificate, Contents, PrivateKey, ReadError, Work};

const JKS: [u8; 4] = [0xfe, 0xed, 0xfe, 0xed];
const JCEKS: [u8; 4] = [0xce, 0xce, 0xce, 0xce];
const KEY: u32 = 1;
const TRUSTED: u32 = 2;
const SECRET: u32 = 3;
/// How every object begins that Java wrote.
const OBJECT: &[u8] = &[0xac, 0xed, 0, 5];
/// The digest at the end is taken over the password, these words, and the rest.
const WORDS: &[u8] = b"Mighty Aphrodite";
/// Bytes of that digest, and of salt and checksum around a key.
const DIGEST: usize = 20;

/// Whether a file starts like a Java keystore.
pub(crate) fn is_one(input: &[u8]) -> bool {
    input.starts_with(&JKS) || input.starts_with(&JCEKS)
}

/// Reads a Java keystore into `contents`.
pub(crate) fn read(
    input: &[u8],
    opening: &mut Opening<'_>,
    contents: &mut Contents,
) -> Result<(), ReadError> {
    let mut store = Store {
        rest: input,
        at: 0,
        opening,
        contents,
        is_right: None,
    };
    let keys = store.take_entries()?;
    let body = input.get(..store.at).unwrap_or_default();
    // Like Java, and whatever follows: a line break, or the zeros of a disk.
    let digest = store.bytes(DIGEST)?;
    let found = store.opening.find(Way::WideWithoutEnd, |_, password| {
        let parts = [password, WORDS, body];
        Ok((sha1_of(&parts) == digest).then_some(()))
    })?;
    store.is_right = store.opening.has_password().then_some(found.is_some());
    store.take_keys(&keys)
}

struct Store<'s, 'a> {
    rest: &'s [u8],
    at: usize,
    opening: &'s mut Opening<'a>,
    contents: &'s mut Contents,
    /// Whether the digest fits the password; nothing where none was given, or it has yet to be read.
    is_right: Option<bool>,
}

impl<'s> Store<'s, '_> {
    /// Takes all certificates; the keys, still sealed, with their names.
    fn take_entries(&mut self) -> Result<Vec<(String, &'s [u8])>, ReadError> {
        self.bytes(4)?;
        let version = self.number()?;
        if !matches!(version, 1 | 2) {
            return Err(self.damaged("a version that Java does not know"));
        }
        let mut keys = Vec::new();
        let entries = self.number()?;
        for number in 1..=entries {
            let kind = self.number()?;
            let alias = self.text()?;
            self.bytes(8)?;
            match kind {
                KEY => {
                    keys.push((alias.clone(), self.sized()?));
                    for _ in 0..self.number()? {
                        self.take_certificate(version)?;
                    }
                }
                TRUSTED => self.take_certificate(version)?,
                SECRET => self.pass_over_secret(number == entries)?,
                _ => return Err(self.damaged("an entry of an unknown kind")),
            }
            self.contents.source.entries += 1;
            self.contents.source.aliases.push(alias);
        }
        Ok(keys)
    }

    /// A secret key is an object of Java's and does not say how long it is: it ends where the next entry
    /// begins, or all of them end.
    fn pass_over_secret(&mut self, is_last: bool) -> Result<(), ReadError> {
        if !self.rest.starts_with(OBJECT) {
            return Err(self.damaged("a secret key is damaged"));
        }
        let ends = |at: &usize| self.rest.get(*at..).is_some_and(begins_entry);
        let size = match is_last {
            true => self.rest.len().checked_sub(DIGEST),
            false => (OBJECT.len()..self.rest.len()).find(ends),
        };
        let size = size.ok_or_else(|| self.damaged("no entry follows a secret key"))?;
        self.bytes(size)?;
        Ok(())
    }

    /// The digest tells a wrong password from a right one. A key that opens all the same has a password of
    /// its own, unless what is around it was altered.
    fn take_keys(&mut self, sealed: &[(String, &[u8])]) -> Result<(), ReadError> {
        self.opening.met("checksum SHA-1".to_owned());
        for (alias, key) in sealed {
            match (self.open(key)?, self.is_right) {
                (Some(key), _) => {
                    let key = key.called(Some(alias.clone()));
                    self.contents.take_key(key)?;
                }
                (None, is_right) => {
                    let why = match is_right {
                        Some(true) => ReadError::KeyPasswordDiffers,
                        _ => self.opening.refused(),
                    };
                    self.contents.lock_key(Some(alias.clone()), why);
                }
            }
        }
        match self.is_right {
            Some(false) if self.contents.keys.is_empty() => Err(self.opening.refused()),
            Some(false) if self.contents.agree() => Err(ReadError::StorePasswordDiffers),
            Some(false) => Err(ReadError::Damaged {
                at: "the checksum".to_owned(),
                what: "the password opens the key, but the certificates were altered".into(),
            }),
            _ => Ok(()),
        }
    }

    fn open(&mut self, sealed: &[u8]) -> Result<Option<PrivateKey>, ReadError> {
        let outer = Reader::new(sealed, "an encrypted key").expect(SEQUENCE, "a key is damaged")?;
        let mut parts = outer.inside()?;
        let algorithm = parts.expect(SEQUENCE, "the encryption of a key is not named")?;
        let data = parts.expect(OCTET_STRING, "the encrypted key itself is missing")?;
        let data = data.octets()?;
        let oid = algorithm.inside()?.any()?.oid()?;
        let plain = match oid.as_str() {
            "1.3.6.1.4.1.42.2.17.1.1" => {
                self.opening.met("Java's key protection (SHA-1)".to_owned());
                let opened = |_: &mut _, password: &[u8]| Ok(unmasked(&data, password));
                self.opening.find(Way::WideWithoutEnd, opened)?
            }
            "1.3.6.1.4.1.42.2.19.1" => open_jce(&algorithm, &data, self.opening)?,
            other => return Err(unsupported(other)),
        };
        plain.map(|plain| keys::read(&plain)).transpose()
    }

    fn take_certificate(&mut self, version: u32) -> Result<(), ReadError> {
        if version == 2 {
            match self.text()?.as_str() {
                "X.509" => {}
                "PGP" | "SDSI" | "X9.68" => {
                    return Err(unsupported("a certificate that is not X.509"));
                }
                _ => return Err(self.damaged("a certificate is of no kind that there is")),
            }
        }
        let der = self.sized()?.to_vec();
        let certificate = Certificate::from_der(der)
            .map_err(|_| self.damaged("a certificate inside is damaged"))?;
        self.contents.take_certificate(certificate)
    }

    fn bytes(&mut self, count: usize) -> Result<&'s [u8], ReadError> {
        let (taken, rest) = self
            .rest
            .split_at_checked(count)
            .ok_or_else(|| self.damaged("it ends in the middle of an entry"))?;
        self.rest = rest;
        self.at += count;
        Ok(taken)
    }

    fn number(&mut self) -> Result<u32, ReadError> {
        let bytes = self.bytes(4)?;
        Ok(bytes
            .iter()
            .fold(0, |number, byte| number << 8 | u32::from(*byte)))
    }

    fn sized(&mut self) -> Result<&'s [u8], ReadError> {
        let size = self.number()?;
        self.bytes(usize::try_from(size).unwrap_or(usize::MAX))
    }

    fn text(&mut self) -> Result<String, ReadError> {
        let size = self.bytes(2)?;
        let size = size
            .iter()
            .fold(0, |size, byte| size << 8 | usize::from(*byte));
        let text = String::from_utf8_lossy(self.bytes(size)?);
        Ok(crate::certificate::escaped(&text))
    }

    fn damaged(&self, what: &'static str) -> ReadError {
        ReadError::Damaged {
            at: format!("byte {}", self.at),
            what: what.into(),
        }
    }
}

/// Whether an entry begins here: its kind, a name, a date, and the beginning of what such an entry holds.
fn begins_entry(bytes: &[u8]) -> bool {
    let [0, 0, 0, kind @ 1..=3, high, low, rest @ ..] = bytes else {
        return false;
    };
    let name = usize::from(u16::from_be_bytes([*high, *low]));
    let Some((name, [0, 0, _, _, _, _, _, _, held @ ..])) = rest.split_at_checked(name) else {
        return false;
    };
    let holds = match u32::from(*kind) {
        KEY => matches!(held, [_, _, _, _, SEQUENCE, ..]),
        TRUSTED => held.starts_with(b"\0\x05X.509"),
        _ => held.starts_with(OBJECT),
    };
    holds && std::str::from_utf8(name).is_ok()
}

fn sha1_of(parts: &[&[u8]]) -> [u8; DIGEST] {
    let mut digest = Sha1::new();
    parts.iter().for_each(|part| digest.update(part));
    digest.finalize().into()
}

/// Takes off JKS's mask: a chain of digests over password and salt. What is under it ends with a digest of
/// password and key.
fn unmasked(data: &[u8], password: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let (salt, rest) = data.split_at_checked(DIGEST)?;
    let (masked, expected) = rest.split_at_checked(rest.len().checked_sub(DIGEST)?)?;
    let mut mask: [u8; DIGEST] = salt.try_into().ok()?;
    let mut plain = Zeroizing::new(Vec::with_capacity(masked.len()));
    for piece in masked.chunks(DIGEST) {
        mask = sha1_of(&[password, &mask]);
        plain.extend(piece.iter().zip(mask).map(|(byte, mask)| byte ^ mask));
    }
    (sha1_of(&[password, &plain]) == expected).then_some(plain)
}

/// Opens a key of JCEKS: 3DES under a derivation of Sun's own from two halves of the salt.
fn open_jce(
    algorithm: &Element<'_>,
    data: &[u8],
    opening: &mut Opening<'_>,
) -> Result<Option<Zeroizing<Vec<u8>>>, ReadError> {
    let mut parts = algorithm.inside()?;
    parts.any()?;
    let parameters = parts.expect(SEQUENCE, "the encryption has no parameters")?;
    let (salt, rounds) = salt_and_rounds(&parameters)?;
    opening.met(format!(
        "3DES (Java's derivation with MD5, {rounds} rounds)"
    ));
    whole(Cipher::TripleDes, data)?;
    opening.find(Way::Narrow, |opening, password| {
        opening.spend(Work::of(rounds, 2))?;
        let Some(derived) = jce_key(password, &salt, rounds) else {
            return Err(parameters.damaged("the salt has a wrong length"));
        };
        let (key, vector) = derived.split_at(24);
        let plain = Cipher::TripleDes.open(key, vector, data);
        Ok(plain.filter(|plain| is_one_sequence(plain)))
    })
}

/// Key and vector: each half of the salt is digested with the password, round by round.
fn jce_key(password: &[u8], salt: &[u8], rounds: u64) -> Option<Zeroizing<Vec<u8>>> {
    let mut salt: [u8; 8] = salt.try_into().ok()?;
    let [a, b, c, d, rest @ ..] = salt;
    if [a, b, c, d] == rest {
        // Meant to turn the first half around; an index that is off by one makes it this.
        [salt[0], salt[1], salt[2]] = [d, a, b];
    }
    let mut both = Zeroizing::new(Vec::with_capacity(32));
    for half in salt.chunks(4) {
        let mut digest = Zeroizing::new(half.to_vec());
        for _ in 0..rounds {
            let next = Md5::new().chain_update(&*digest).chain_update(password);
            *digest = next.finalize().to_vec();
        }
        both.extend_from_slice(&digest);
    }
    Some(both)
}

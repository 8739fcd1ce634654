//! Opens whatever file people have: guesses what it is, then reads it.
//!
//! What a file is gets decided by what is in it. Every length, depth and amount of work is bounded before
//! it is believed, and nothing here panics on any input.

mod bare;
mod cipher;
mod derivation;
mod digest;
mod encryption;
mod escapes;
mod frame;
mod jks;
mod keys;
mod lookalike;
mod mac;
mod numbers;
mod opening;
mod pem;
mod pkcs12;
mod pkcs7;
mod serialized;
mod shape;
mod spelling;
mod text;
mod traces;
mod unsupported;

use secrecy::SecretString;

use crate::asn1::ber::{Element, Reader, SEQUENCE};
use crate::bundle::{Format, Source};
use crate::options::Options;
use crate::{Certificate, Contents, LooksLike, PrivateKey, ReadError};
pub use derivation::derive_in_vain;
use opening::Opening;
use pem::Block;
use shape::Shape;

/// Reads all keys and certificates in `input`. `None` means that no password was given; an empty one is a
/// password.
pub fn read(
    input: &[u8],
    password: Option<&SecretString>,
    options: &Options,
) -> Result<Contents, ReadError> {
    let passwords: Vec<&SecretString> = password.into_iter().collect();
    read_with(input, &passwords, options)
}

/// The same with several passwords, of which each part of the file takes the one that opens it: a key in a
/// keystore may have a password of its own.
pub fn read_with(
    input: &[u8],
    passwords: &[&SecretString],
    options: &Options,
) -> Result<Contents, ReadError> {
    if input.len() > options.size {
        let limit = options.size;
        return Err(ReadError::TooLarge { limit });
    }
    let mut file = File {
        opening: Opening::new(passwords, options),
        contents: Contents {
            keys: Vec::new(),
            certificates: Vec::new(),
            locked: Vec::new(),
            source: Source::of(Format::Pem),
        },
        curve: None,
    };
    match (text::binary_in(input), text::text_of(input)) {
        (None, Some(text)) => {
            let taken = file.take_text(&text);
            taken.map_err(|error| traces::seen(error, text.as_bytes()))?;
        }
        (binary, _) => {
            let taken = file.take_binary(binary.unwrap_or(input));
            let format = taken.map_err(|error| traces::seen(error, input))?;
            file.contents.source.format = format;
        }
    }
    file.finished()
}

/// A file while it is being read.
struct File<'a> {
    opening: Opening<'a>,
    contents: Contents,
    /// The curve that an `EC PARAMETERS` block named, for the key that follows.
    curve: Option<Vec<u8>>,
}

/// A block in which nothing is known: of another program, or one that must not get lost in silence.
fn unknown_block(block: &Block) -> Result<Option<LooksLike>, ReadError> {
    if lookalike::is_foreign(&block.label) {
        return Ok(Some(LooksLike::OtherBlock));
    }
    Err(block.damaged("it is neither a certificate nor a key"))
}

impl File<'_> {
    /// What was found. A file in which nothing opened is closed; what stayed locked tells why.
    fn finished(self) -> Result<Contents, ReadError> {
        let is_closed = self.is_empty();
        let mut contents = self.contents;
        if is_closed && !contents.locked.is_empty() {
            return Err(contents.locked.remove(0).why);
        }
        contents.source.rounds = self.opening.rounds();
        contents.source.password = self.opening.fitness();
        contents.source.encryption = self.opening.encryption;
        contents.source.beyond_java = self.opening.beyond_java;
        let counts_itself = matches!(
            contents.source.format,
            Format::Pkcs12 | Format::JavaKeystore
        );
        if !counts_itself {
            contents.source.entries = contents.keys.len() + contents.locked.len();
        }
        Ok(contents)
    }

    /// Whether neither a certificate nor an open key was found.
    const fn is_empty(&self) -> bool {
        self.contents.keys.is_empty() && self.contents.certificates.is_empty()
    }

    /// Whether nothing of ours was found, not even locked.
    const fn is_none_of_ours(&self) -> bool {
        self.is_empty() && self.contents.locked.is_empty()
    }

    fn take_text(&mut self, text: &str) -> Result<(), ReadError> {
        let text = escapes::resolved(text);
        let blocks = pem::blocks(&text)?;
        if blocks.is_empty() {
            return self.take_bare(&text);
        }
        self.take_blocks(&blocks)
    }

    /// Takes what stands in a text without frames.
    fn take_bare(&mut self, text: &str) -> Result<(), ReadError> {
        for bytes in bare::found(text) {
            if bytes.starts_with(b"--") {
                self.take_blocks(&pem::blocks(&String::from_utf8_lossy(&bytes))?)?;
            } else {
                self.contents.source.format = self.take_binary(&bytes)?;
            }
        }
        if self.is_none_of_ours() {
            let looks_like = lookalike::of_text(text);
            return Err(ReadError::NotAKeystore { looks_like });
        }
        Ok(())
    }

    fn take_blocks(&mut self, blocks: &[Block]) -> Result<(), ReadError> {
        let (mut other, mut words) = (None, None);
        for block in blocks {
            match self.take_block(block) {
                Ok(taken) => other = taken.or(other),
                // A template, or what another program has between such lines.
                Err(error @ ReadError::Damaged { .. })
                    if block.is_words() || lookalike::is_foreign(&block.label) =>
                {
                    words = words.or(Some(error));
                }
                Err(error) => return Err(error),
            }
        }
        match (other, words) {
            (Some(looks_like), _) if self.is_none_of_ours() => {
                Err(ReadError::NotAKeystore { looks_like })
            }
            (None, Some(error)) if self.is_none_of_ours() => Err(error),
            _ => Ok(()),
        }
    }

    /// Takes one block; tells what it is where it is neither a certificate nor a key.
    fn take_block(&mut self, block: &Block) -> Result<Option<LooksLike>, ReadError> {
        if let Some(other) = lookalike::of_label(&block.label) {
            if other == LooksLike::SshPrivateKey {
                // Probably the very key that the certificates need: going on without it would mislead.
                return Err(ReadError::NotAKeystore { looks_like: other });
            }
            if block.label == "EC PARAMETERS" {
                self.curve = Some(block.decode()?);
            }
            return Ok(Some(other));
        }
        let bytes = block.decode()?;
        let taken = match &block.dek_info {
            Some(header) => self.take_dek(header, &bytes),
            None => self.take_binary(&bytes),
        };
        match taken {
            // A PFX inside a block stays what it is: its entries are counted its own way.
            Ok(Format::Pkcs12) => self.contents.source.format = Format::Pkcs12,
            Ok(_) => {}
            Err(ReadError::NotAKeystore {
                looks_like: LooksLike::UnknownBytes,
            }) => return unknown_block(block),
            Err(ReadError::NotAKeystore { looks_like }) => return Ok(Some(looks_like)),
            Err(error) => return Err(block.locate(error)),
        }
        Ok(None)
    }

    /// Takes a key that is encrypted in the old way.
    fn take_dek(&mut self, header: &str, bytes: &[u8]) -> Result<Format, ReadError> {
        match keys::open_dek(header, bytes, &mut self.opening)? {
            Some(plain) => self.take_binary(&plain),
            None => Ok(self.lock_key()),
        }
    }

    fn lock_key(&mut self) -> Format {
        self.contents.lock_key(None, self.opening.refused());
        Format::PrivateKey
    }

    /// Takes one structure, and certificates or keys that follow it. Anything else behind it is let be.
    fn take_binary(&mut self, input: &[u8]) -> Result<Format, ReadError> {
        if jks::is_one(input) {
            jks::read(input, &mut self.opening, &mut self.contents)?;
            return Ok(Format::JavaKeystore);
        }
        if serialized::is_one(input) {
            serialized::read(input, &mut self.contents)?;
            return Ok(Format::SerializedStore);
        }
        let mut reader = Reader::new(input, "");
        if reader.peek() != Some(SEQUENCE) {
            let looks_like = lookalike::of_bytes(input);
            return Err(ReadError::NotAKeystore { looks_like });
        }
        let outer = reader.any()?;
        let format = self.take(&outer)?;
        if matches!(format, Format::Certificate | Format::PrivateKey) {
            self.take_following(reader)?;
        }
        Ok(format)
    }

    /// Takes certificates and keys that were simply put one behind the other.
    fn take_following(&mut self, mut reader: Reader<'_>) -> Result<(), ReadError> {
        while reader.peek() == Some(SEQUENCE)
            && let Ok(outer) = reader.any()
            && let Ok(Shape::Certificate | Shape::Pkcs8 | Shape::Pkcs1 | Shape::Sec1) =
                shape::of(&outer)
        {
            self.take(&outer)?;
        }
        Ok(())
    }

    fn take(&mut self, outer: &Element<'_>) -> Result<Format, ReadError> {
        match shape::of(outer)? {
            Shape::Pkcs12 => {
                pkcs12::read(outer, &mut self.opening, &mut self.contents)?;
                Ok(Format::Pkcs12)
            }
            Shape::Pkcs7 => {
                pkcs7::read(outer, &mut self.contents)?;
                Ok(Format::Pkcs7)
            }
            Shape::SignedData => {
                pkcs7::read_signed(outer, &mut self.contents)?;
                Ok(Format::Pkcs7)
            }
            Shape::SignedAndEnveloped => {
                pkcs7::read_signed_and_enveloped(outer, &mut self.contents)?;
                Ok(Format::Pkcs7)
            }
            Shape::Certificate => {
                let certificate = Certificate::from_der(outer.raw.to_vec())
                    .map_err(|_| outer.damaged("the certificate is damaged"))?;
                self.contents.take_certificate(certificate)?;
                Ok(Format::Certificate)
            }
            Shape::Path => {
                pkcs7::take_all(outer, &mut self.contents)?;
                Ok(Format::Certificate)
            }
            Shape::Pkcs8 => self.take_key(PrivateKey::read(outer.raw)),
            Shape::Pkcs1 => self.take_key(keys::from_pkcs1(outer)),
            Shape::Sec1 => self.take_key(keys::from_sec1(outer, self.curve.as_deref())),
            Shape::EncryptedPkcs8 => {
                match pkcs12::encrypted_key(outer)?.open(&mut self.opening)? {
                    Some(plain) => self.take_key(keys::read(&plain)),
                    None => Ok(self.lock_key()),
                }
            }
            Shape::DsaKey => self.take_key(keys::from_dsa(outer)),
            Shape::Other(looks_like) => Err(ReadError::NotAKeystore { looks_like }),
        }
    }

    fn take_key(&mut self, key: Result<PrivateKey, ReadError>) -> Result<Format, ReadError> {
        self.contents.take_key(key?)?;
        Ok(Format::PrivateKey)
    }
}

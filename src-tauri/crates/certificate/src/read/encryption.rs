//! From an AlgorithmIdentifier to what it means: which cipher, under a key derived how.

use std::borrow::Cow;

use zeroize::Zeroizing;

use super::cipher::Cipher;
use super::derivation::{Derivation, salt_and_rounds};
use super::digest::Digest;
use super::opening::Opening;
use super::unsupported::unsupported;
use crate::asn1::ber::{Element, INTEGER, OBJECT_IDENTIFIER, OCTET_STRING, Reader, SEQUENCE};
use crate::bundle::BeyondJava;
use crate::java::{self, Unfit};
use crate::{ReadError, Work};

/// Something encrypted, and how.
#[derive(Debug)]
pub(crate) struct Sealed<'a> {
    derivation: Derivation<'a>,
    cipher: Cipher,
    /// The initialisation vector, unless it is derived from the password too.
    vector: Option<Cow<'a, [u8]>>,
    data: Cow<'a, [u8]>,
    /// What Java does not take of it.
    unfit: Option<Unfit>,
}

impl<'a> Sealed<'a> {
    /// Reads an AlgorithmIdentifier; `data` is what it protects.
    pub(crate) fn of(algorithm: &Element<'a>, data: Cow<'a, [u8]>) -> Result<Self, ReadError> {
        let sealed = Self::read(algorithm, data)?;
        Ok(Self {
            unfit: java::of_encryption(algorithm.raw),
            ..sealed
        })
    }

    fn read(algorithm: &Element<'a>, data: Cow<'a, [u8]>) -> Result<Self, ReadError> {
        let mut parts = algorithm.inside()?;
        let oid = parts.any()?.oid()?;
        let parameters = parts.expect(SEQUENCE, "the encryption has no parameters");
        let rc2 = |bytes| Cipher::Rc2 { bytes };
        let (derivation, cipher) = match oid.as_str() {
            "1.2.840.113549.1.5.13" => return Self::pbes2(&parameters?, data),
            "1.2.840.113549.1.12.1.1" => pkcs12(parameters, Cipher::Rc4 { bytes: 16 })?,
            "1.2.840.113549.1.12.1.2" => pkcs12(parameters, Cipher::Rc4 { bytes: 5 })?,
            "1.2.840.113549.1.12.1.3" => pkcs12(parameters, Cipher::TripleDes)?,
            "1.2.840.113549.1.12.1.4" => pkcs12(parameters, Cipher::TwoKeyTripleDes)?,
            "1.2.840.113549.1.12.1.5" => pkcs12(parameters, rc2(16))?,
            "1.2.840.113549.1.12.1.6" => pkcs12(parameters, rc2(5))?,
            "1.2.840.113549.1.5.3" => pbes1(parameters, Digest::Md5, Cipher::Des)?,
            "1.2.840.113549.1.5.6" => pbes1(parameters, Digest::Md5, rc2(8))?,
            "1.2.840.113549.1.5.10" => pbes1(parameters, Digest::Sha1, Cipher::Des)?,
            "1.2.840.113549.1.5.11" => pbes1(parameters, Digest::Sha1, rc2(8))?,
            other => return Err(unsupported(other)),
        };
        Ok(Self {
            derivation,
            cipher,
            vector: None,
            data,
            unfit: None,
        })
    }

    fn pbes2(parameters: &Element<'a>, data: Cow<'a, [u8]>) -> Result<Self, ReadError> {
        let mut parts = parameters.inside()?;
        // Java 8 to 10 put the whole AlgorithmIdentifier in the place of its parameters (JDK-8202837).
        if parts.optional(OBJECT_IDENTIFIER)?.is_some() {
            let inner = parts.expect(SEQUENCE, "the encryption has no parameters")?;
            parts = inner.inside()?;
        }
        let derivation = parts.expect(SEQUENCE, "the key derivation is missing")?;
        let scheme = parts.expect(SEQUENCE, "the cipher is missing")?;
        let derivation = Derivation::of(&derivation)?;
        let (cipher, vector) = cipher_of(&scheme)?;
        // NSS once named AES-128 and used a key of the size that it stated.
        let stated = derivation
            .key_size()
            .unwrap_or_else(|| cipher.key_size() as u64);
        let cipher = cipher
            .with_key_of(stated)
            .ok_or_else(|| scheme.damaged("the cipher and its key differ in size"))?;
        Ok(Self {
            derivation,
            cipher,
            vector: Some(vector),
            data,
            unfit: None,
        })
    }

    /// What opening it takes with a password of one spelling.
    pub(crate) fn work(&self) -> Work {
        self.derivation.work(self.cipher)
    }

    /// Decrypts with every spelling of the password in turn. Nothing where none opens it: what comes out
    /// has to be padded rightly and to be one ASN.1 sequence from end to end.
    pub(crate) fn open(
        &self,
        opening: &mut Opening<'_>,
    ) -> Result<Option<Zeroizing<Vec<u8>>>, ReadError> {
        let (cipher, derivation) = (self.cipher.name(), self.derivation.to_words());
        match self.unfit {
            None => {}
            Some(Unfit::Unknown) => {
                opening.is_beyond_java(BeyondJava::Encryption(format!("{cipher} ({derivation})")));
            }
            Some(Unfit::ShortSalt) => opening.is_beyond_java(BeyondJava::ShortSalt),
        }
        opening.met(format!("{cipher} ({derivation})"));
        whole(self.cipher, &self.data)?;
        opening.find(self.derivation.way(), |opening, spelling| {
            let derived = self.derivation.derive(self.cipher, spelling, opening)?;
            let own = derived.vector.as_ref().map(|vector| vector.as_slice());
            let vector = own.or(self.vector.as_deref()).unwrap_or_default();
            let plain = self.cipher.open(&derived.key, vector, &self.data);
            Ok(plain.filter(|plain| is_one_sequence(plain)))
        })
    }
}

type Parameters<'a> = Result<Element<'a>, ReadError>;

fn pkcs12<'a>(
    parameters: Parameters<'a>,
    cipher: Cipher,
) -> Result<(Derivation<'a>, Cipher), ReadError> {
    let (salt, rounds) = salt_and_rounds(&parameters?)?;
    Ok((Derivation::Pkcs12 { salt, rounds }, cipher))
}

fn pbes1<'a>(
    parameters: Parameters<'a>,
    digest: Digest,
    cipher: Cipher,
) -> Result<(Derivation<'a>, Cipher), ReadError> {
    let (salt, rounds) = salt_and_rounds(&parameters?)?;
    let derivation = Derivation::Pbkdf1 {
        digest,
        salt,
        rounds,
    };
    Ok((derivation, cipher))
}

/// The cipher of PBES2 and its initialisation vector.
fn cipher_of<'a>(scheme: &Element<'a>) -> Result<(Cipher, Cow<'a, [u8]>), ReadError> {
    let mut parts = scheme.inside()?;
    let oid = parts.any()?.oid()?;
    let cipher = match oid.as_str() {
        "2.16.840.1.101.3.4.1.2" => Cipher::Aes128,
        "2.16.840.1.101.3.4.1.22" => Cipher::Aes192,
        "2.16.840.1.101.3.4.1.42" => Cipher::Aes256,
        "2.16.840.1.101.3.4.1.6" => Cipher::Aes128Gcm,
        "2.16.840.1.101.3.4.1.46" => Cipher::Aes256Gcm,
        "1.2.392.200011.61.1.1.1.2" => Cipher::Camellia128,
        "1.2.392.200011.61.1.1.1.3" => Cipher::Camellia192,
        "1.2.392.200011.61.1.1.1.4" => Cipher::Camellia256,
        "1.2.410.200046.1.1.2" => Cipher::Aria128,
        "1.2.410.200046.1.1.7" => Cipher::Aria192,
        "1.2.410.200046.1.1.12" => Cipher::Aria256,
        "1.2.156.10197.1.104.2" => Cipher::Sm4,
        "1.2.840.113549.3.7" => Cipher::TripleDes,
        "1.3.14.3.2.7" => Cipher::Des,
        "1.2.840.113549.3.2" => return rc2_of(parts),
        other => return Err(unsupported(other)),
    };
    // GCM has two parameters: the vector, and the length of a tag that has 16 bytes everywhere.
    let parameters = parts.optional(SEQUENCE)?;
    let mut parts = parameters.map_or(Ok(parts), |both| both.inside())?;
    let vector = parts.expect(OCTET_STRING, "the initialisation vector is missing")?;
    Ok((cipher, sized(&vector, cipher.vector_size())?))
}

/// RC2 tells its effective bits by a code (RFC 8018, B.2.3).
fn rc2_of<'a>(mut parts: Reader<'a>) -> Result<(Cipher, Cow<'a, [u8]>), ReadError> {
    let parameters = parts.expect(SEQUENCE, "RC2 has no parameters")?;
    let mut parts = parameters.inside()?;
    let code = parts.optional(INTEGER)?;
    let code = code.map(|code| code.number()).transpose()?;
    let bytes = match code {
        Some(160) => 5,
        Some(120) => 8,
        Some(58) => 16,
        _ => return Err(unsupported("RC2 with an unusual key size")),
    };
    let vector = parts.expect(OCTET_STRING, "the initialisation vector is missing")?;
    Ok((Cipher::Rc2 { bytes }, sized(&vector, 8)?))
}

fn sized<'a>(vector: &Element<'a>, size: usize) -> Result<Cow<'a, [u8]>, ReadError> {
    let bytes = vector.octets()?;
    if bytes.len() != size {
        return Err(vector.damaged("the initialisation vector has a wrong length"));
    }
    Ok(bytes)
}

/// Whatever the password is: an encrypted part whose length its cipher never makes is cut or has grown.
pub(crate) fn whole(cipher: Cipher, data: &[u8]) -> Result<(), ReadError> {
    if cipher.makes(data.len()) {
        return Ok(());
    }
    let (name, length) = (cipher.name(), data.len());
    Err(ReadError::Damaged {
        at: "the encrypted part".to_owned(),
        what: format!("it has {length} bytes, which {name} never makes").into(),
    })
}

/// Whether bytes are one SEQUENCE and nothing else: so decrypted content looks when the key was right.
pub(crate) fn is_one_sequence(plain: &[u8]) -> bool {
    let mut reader = Reader::new(plain, "");
    reader.peek() == Some(SEQUENCE) && reader.any().is_ok() && reader.is_empty()
}

//! How a password becomes a key, and what that may cost.

use std::borrow::Cow;

use zeroize::Zeroizing;

use super::cipher::Cipher;
use super::digest::Digest;
use super::opening::Opening;
use super::spelling::Way;
use super::unsupported::unsupported;
use crate::asn1::ber::{Element, INTEGER, OCTET_STRING, SEQUENCE};
use crate::options::Options;
use crate::{ReadError, Work};

/// Hashes that one block of scrypt, in and out of memory, is worth.
const SCRYPT_WEIGHT: u64 = 3;

/// The derivation of a key from a password, with its parameters.
#[derive(Debug)]
pub(crate) enum Derivation<'a> {
    /// PKCS#12's own (RFC 7292, appendix B).
    Pkcs12 { salt: Cow<'a, [u8]>, rounds: u64 },
    /// The first of RFC 8018.
    Pbkdf1 {
        digest: Digest,
        salt: Cow<'a, [u8]>,
        rounds: u64,
    },
    /// The second of RFC 8018.
    Pbkdf2(Pbkdf2<'a>),
    /// RFC 7914.
    Scrypt(Scrypt<'a>),
}

/// The parameters of PBKDF2, for encryption and for checksums.
#[derive(Debug)]
pub(crate) struct Pbkdf2<'a> {
    pub(crate) digest: Digest,
    pub(crate) salt: Cow<'a, [u8]>,
    pub(crate) rounds: u64,
    pub(crate) key_size: Option<u64>,
}

/// The parameters of scrypt.
#[derive(Debug)]
pub(crate) struct Scrypt<'a> {
    salt: Cow<'a, [u8]>,
    cost: u64,
    block: u64,
    parallel: u64,
    key_size: Option<u64>,
}

/// A key, and the initialisation vector where that is derived too.
pub(crate) struct Derived {
    pub(crate) key: Zeroizing<Vec<u8>>,
    pub(crate) vector: Option<Zeroizing<Vec<u8>>>,
}

/// Derives a key of PBKDF2 with HMAC-SHA-256 and so many rounds, for nothing: how long it takes tells how
/// long a file will take on this machine.
pub fn derive_in_vain(rounds: u64) {
    let rounds = u32::try_from(rounds).unwrap_or(u32::MAX);
    std::hint::black_box(Digest::Sha256.pbkdf2(b"in vain", &[0; 16], rounds, 32));
}

impl<'a> Derivation<'a> {
    /// Reads the key derivation of PBES2.
    pub(crate) fn of(algorithm: &Element<'a>) -> Result<Self, ReadError> {
        let mut parts = algorithm.inside()?;
        let oid = parts.any()?.oid()?;
        let parameters = parts.expect(SEQUENCE, "the key derivation has no parameters")?;
        match oid.as_str() {
            "1.2.840.113549.1.5.12" => Pbkdf2::of(&parameters).map(Self::Pbkdf2),
            "1.3.6.1.4.1.11591.4.11" => Scrypt::of(&parameters).map(Self::Scrypt),
            other => Err(unsupported(other)),
        }
    }

    /// The size that the file itself gives the key.
    pub(crate) const fn key_size(&self) -> Option<u64> {
        match self {
            Self::Pkcs12 { .. } | Self::Pbkdf1 { .. } => None,
            Self::Pbkdf2(pbkdf2) => pbkdf2.key_size,
            Self::Scrypt(scrypt) => scrypt.key_size,
        }
    }

    /// How this derivation takes the password.
    pub(crate) const fn way(&self) -> Way {
        match self {
            Self::Pkcs12 { .. } => Way::Wide,
            Self::Pbkdf1 { .. } | Self::Scrypt(_) => Way::Narrow,
            Self::Pbkdf2(_) => Way::NarrowOrWide,
        }
    }

    /// What it takes to derive what `cipher` needs.
    pub(crate) fn work(&self, cipher: Cipher) -> Work {
        let (size, vector_size) = (cipher.key_size(), cipher.vector_size());
        match self {
            Self::Pkcs12 { rounds, .. } => {
                let blocks = size.div_ceil(20) + vector_size.div_ceil(20);
                Work::of(*rounds, blocks as u64)
            }
            Self::Pbkdf1 { rounds, .. } => Work::of(*rounds, 1),
            Self::Pbkdf2(pbkdf2) => pbkdf2.work(size),
            Self::Scrypt(scrypt) => scrypt.work(),
        }
    }

    /// Derives what `cipher` needs.
    pub(crate) fn derive(
        &self,
        cipher: Cipher,
        password: &[u8],
        opening: &mut Opening<'_>,
    ) -> Result<Derived, ReadError> {
        let (size, vector_size) = (cipher.key_size(), cipher.vector_size());
        let alone = |key| Derived { key, vector: None };
        match self {
            Self::Pkcs12 { salt, rounds } => {
                opening.spend(self.work(cipher))?;
                let rounds = within_u32(*rounds)?;
                let vector = Digest::Sha1.pkcs12(2, password, salt, rounds, vector_size);
                Ok(Derived {
                    key: Digest::Sha1.pkcs12(1, password, salt, rounds, size),
                    vector: Some(vector),
                })
            }
            Self::Pbkdf1 {
                digest,
                salt,
                rounds,
            } => {
                opening.spend(self.work(cipher))?;
                let both = digest.pbkdf1(password, salt, within_u32(*rounds)?);
                let part = |from| both.get(from..from + 8).unwrap_or_default().to_vec();
                Ok(Derived {
                    key: Zeroizing::new(part(0)),
                    vector: Some(Zeroizing::new(part(8))),
                })
            }
            Self::Pbkdf2(pbkdf2) => pbkdf2.derive(password, size, opening).map(alone),
            Self::Scrypt(scrypt) => scrypt.derive(password, size, opening).map(alone),
        }
    }

    /// Such as `PBKDF2 with HMAC-SHA-256, 2048 rounds`.
    pub(crate) fn to_words(&self) -> String {
        match self {
            Self::Pkcs12 { rounds, .. } => {
                format!("PKCS#12 derivation with SHA-1, {rounds} rounds")
            }
            Self::Pbkdf1 { digest, rounds, .. } => {
                format!("PBKDF1 with {}, {rounds} rounds", digest.name())
            }
            Self::Pbkdf2(Pbkdf2 { digest, rounds, .. }) => {
                format!("PBKDF2 with HMAC-{}, {rounds} rounds", digest.name())
            }
            Self::Scrypt(Scrypt {
                cost,
                block,
                parallel,
                ..
            }) => format!("scrypt, N={cost}, r={block}, p={parallel}"),
        }
    }
}

impl<'a> Pbkdf2<'a> {
    /// Reads the parameters.
    pub(crate) fn of(parameters: &Element<'a>) -> Result<Self, ReadError> {
        let mut parts = parameters.inside()?;
        let salt = parts.expect(OCTET_STRING, "the salt is missing")?;
        let salt = salt.octets()?;
        let rounds = at_least_one(&parts.expect(INTEGER, "the number of rounds is missing")?)?;
        let key_size = parts.optional(INTEGER)?;
        let digest = match parts.optional(SEQUENCE)? {
            None => Digest::Sha1,
            Some(prf) => {
                let oid = prf.inside()?.any()?.oid()?;
                Digest::from_hmac_oid(&oid).ok_or_else(|| unsupported(&oid))?
            }
        };
        Ok(Self {
            digest,
            salt,
            rounds,
            key_size: key_size.map(|size| size.number()).transpose()?,
        })
    }

    /// What a key of `size` bytes takes.
    pub(crate) fn work(&self, size: usize) -> Work {
        let blocks = size.div_ceil(self.digest.size()) as u64;
        Work::of(self.rounds, blocks * 2 * self.digest.weight())
    }

    /// Derives a key of `size` bytes.
    pub(crate) fn derive(
        &self,
        password: &[u8],
        size: usize,
        opening: &mut Opening<'_>,
    ) -> Result<Zeroizing<Vec<u8>>, ReadError> {
        opening.spend(self.work(size))?;
        let rounds = within_u32(self.rounds)?;
        Ok(self.digest.pbkdf2(password, &self.salt, rounds, size))
    }
}

impl<'a> Scrypt<'a> {
    fn of(parameters: &Element<'a>) -> Result<Self, ReadError> {
        let mut parts = parameters.inside()?;
        let salt = parts.expect(OCTET_STRING, "the salt is missing")?;
        let mut number =
            || at_least_one(&parts.expect(INTEGER, "a parameter of scrypt is missing")?);
        let (cost, block, parallel) = (number()?, number()?, number()?);
        if !cost.is_power_of_two() || cost < 2 {
            return Err(parameters.damaged("the cost of scrypt is no power of two"));
        }
        let key_size = parts.optional(INTEGER)?;
        Ok(Self {
            salt: salt.octets()?,
            cost,
            block,
            parallel,
            key_size: key_size.map(|size| size.number()).transpose()?,
        })
    }

    fn work(&self) -> Work {
        let blocks = self.block.saturating_mul(self.parallel);
        let lanes = self.cost.saturating_add(self.parallel);
        Work {
            memory: lanes.saturating_mul(self.block.saturating_mul(128)),
            ..Work::of(self.cost, blocks.saturating_mul(SCRYPT_WEIGHT))
        }
    }

    /// More memory than is given to anybody: the parameters are told by name, for waiting does not help.
    fn beyond_memory(&self, memory: u64) -> String {
        let Self {
            cost,
            block,
            parallel,
            ..
        } = self;
        let mebibytes = memory >> 20;
        format!("scrypt with N={cost}, r={block}, p={parallel} ({mebibytes} MiB of memory)")
    }

    fn derive(
        &self,
        password: &[u8],
        size: usize,
        opening: &mut Opening<'_>,
    ) -> Result<Zeroizing<Vec<u8>>, ReadError> {
        let work = self.work();
        if work.memory > Options::patient().memory {
            return Err(unsupported(&self.beyond_memory(work.memory)));
        }
        opening.spend(work)?;
        let cost = u8::try_from(self.cost.ilog2()).unwrap_or(u8::MAX);
        let (block, parallel) = (within_u32(self.block)?, within_u32(self.parallel)?);
        let mut key = Zeroizing::new(vec![0; size]);
        let derived = scrypt::Params::new(cost, block, parallel)
            .map(|params| scrypt::scrypt(password, &self.salt, &params, &mut key));
        match derived {
            Ok(Ok(())) => Ok(key),
            _ => Err(unsupported("scrypt with these parameters")),
        }
    }
}

/// Salt and rounds as PBES1 and PKCS#12 have them.
pub(crate) fn salt_and_rounds<'a>(
    parameters: &Element<'a>,
) -> Result<(Cow<'a, [u8]>, u64), ReadError> {
    let mut parts = parameters.inside()?;
    let salt = parts.expect(OCTET_STRING, "the salt is missing")?;
    let rounds = at_least_one(&parts.expect(INTEGER, "the number of rounds is missing")?)?;
    Ok((salt.octets()?, rounds))
}

/// A number of rounds.
pub(crate) fn at_least_one(number: &Element<'_>) -> Result<u64, ReadError> {
    match number.number()? {
        0 => Err(number.damaged("a number of rounds of zero")),
        rounds => Ok(rounds),
    }
}

/// Rounds that passed the limit always fit.
pub(crate) fn within_u32(rounds: u64) -> Result<u32, ReadError> {
    u32::try_from(rounds).map_err(|_| ReadError::TooSlow {
        work: Work::of(rounds, 1),
    })
}

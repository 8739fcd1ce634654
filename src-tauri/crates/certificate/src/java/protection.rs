//! The algorithms of PKCS#12 that Java knows, and the salts and rounds that it takes.

use super::value::{INTEGER, OCTET_STRING, Parsed, SEQUENCE, Value, Values};

/// The most rounds of key derivation that Java runs.
pub(crate) const MOST_ROUNDS: u64 = 5_000_000;
/// The shortest salt, in bytes.
const SHORTEST_SALT: usize = 8;

/// What Java does not take of a protection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unfit {
    /// It does not know the algorithm.
    Unknown,
    /// The salt has fewer than eight bytes.
    ShortSalt,
}

/// Digests of the checksum: SHA-1 and the second family.
const DIGESTS: [&str; 7] = [
    "1.3.14.3.2.26",
    "2.16.840.1.101.3.4.2.1",
    "2.16.840.1.101.3.4.2.2",
    "2.16.840.1.101.3.4.2.3",
    "2.16.840.1.101.3.4.2.4",
    "2.16.840.1.101.3.4.2.5",
    "2.16.840.1.101.3.4.2.6",
];

/// HMAC with SHA-1 and the second family, as PBKDF2 is run with it.
const FUNCTIONS: [&str; 5] = [
    "1.2.840.113549.2.7",
    "1.2.840.113549.2.8",
    "1.2.840.113549.2.9",
    "1.2.840.113549.2.10",
    "1.2.840.113549.2.11",
];

/// What Java does not take of a checksum.
pub(crate) fn of_checksum(digest: &str, salt: &[u8]) -> Option<Unfit> {
    if DIGESTS.contains(&digest) {
        short(salt)
    } else {
        Some(Unfit::Unknown)
    }
}

/// What Java does not take of an encryption (an AlgorithmIdentifier).
pub(crate) fn of_encryption(algorithm: &[u8]) -> Option<Unfit> {
    salt_of(algorithm).map_or(Some(Unfit::Unknown), |salt| short(&salt))
}

fn short(salt: &[u8]) -> Option<Unfit> {
    (salt.len() < SHORTEST_SALT).then_some(Unfit::ShortSalt)
}

/// The salt, where the algorithm is one that Java knows.
fn salt_of(algorithm: &[u8]) -> Parsed<Vec<u8>> {
    let mut parts = Value::only(algorithm)?.sequence()?;
    let kind = parts.take()?.identifier()?;
    let parameters = parts.take()?.sequence()?;
    match kind.as_str() {
        // PKCS#12's own with RC4, three-key 3DES and RC2; the first of PKCS#5 with MD5 and DES.
        "1.2.840.113549.1.12.1.1"
        | "1.2.840.113549.1.12.1.2"
        | "1.2.840.113549.1.12.1.3"
        | "1.2.840.113549.1.12.1.5"
        | "1.2.840.113549.1.12.1.6"
        | "1.2.840.113549.1.5.3" => salt(parameters),
        "1.2.840.113549.1.5.13" => salt_of_pbes2(parameters),
        _ => Err("is of a kind that Java does not know"),
    }
}

fn salt(mut parameters: Values<'_>) -> Parsed<Vec<u8>> {
    Ok(parameters.take()?.octets()?.into_owned())
}

/// PBKDF2 with one of its functions, and AES-128 or AES-256 in CBC.
fn salt_of_pbes2(mut parameters: Values<'_>) -> Parsed<Vec<u8>> {
    let mut first = parameters.take()?;
    if first.tag != SEQUENCE {
        // Java 8 to 10 wrote the algorithm once more in front of its parameters, and all read that.
        parameters = parameters.take()?.sequence()?;
        first = parameters.take()?;
    }
    let mut derivation = first.sequence()?;
    let is_pbkdf2 = derivation.take()?.identifier()? == "1.2.840.113549.1.5.12";
    let mut of_derivation = derivation.take()?.sequence()?;
    let salt = of_derivation.take()?;
    let mut function = None;
    for part in of_derivation.all()? {
        match part.tag {
            INTEGER => {}
            _ => function = Some(part.sequence()?.take()?.identifier()?),
        }
    }
    let knows_function = function.is_none_or(|function| FUNCTIONS.contains(&function.as_str()));
    let cipher = parameters.take()?.sequence()?.take()?.identifier()?;
    let knows_cipher =
        ["2.16.840.1.101.3.4.1.2", "2.16.840.1.101.3.4.1.42"].contains(&cipher.as_str());
    if salt.tag == OCTET_STRING && is_pbkdf2 && knows_function && knows_cipher {
        Ok(salt.content.to_vec())
    } else {
        Err("is of a kind that Java does not know")
    }
}

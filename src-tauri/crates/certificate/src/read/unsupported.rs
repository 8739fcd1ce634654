//! Algorithms that are not read here, each by the name that people know.

use crate::ReadError;

/// What all object identifiers with such a beginning are, where a single one is not told.
const FAMILIES: [(&str, &str); 13] = [
    ("0.3.4401.5.3.1.9.", "Camellia in another mode than CBC"),
    ("1.2.156.10197.1.104.", "SM4 in another mode than CBC"),
    ("1.2.156.10197.1.401", "SM3"),
    ("1.2.410.200004.1.", "SEED"),
    ("1.2.410.200046.1.1.", "ARIA in another mode than CBC"),
    ("1.2.643.", "a GOST algorithm"),
    ("1.3.6.1.4.1.11591.13.2.", "Serpent"),
    ("1.3.6.1.4.1.1722.12.2.", "BLAKE2"),
    ("1.3.6.1.4.1.22554.1.", "Bouncy Castle's own derivation"),
    ("1.3.6.1.4.1.25258.3.", "Twofish"),
    ("1.3.6.1.4.1.3029.1.", "Blowfish"),
    ("2.16.840.1.101.3.4.1.", "AES in a rare mode"),
    ("2.16.840.1.101.3.4.2.", "a rare form of SHA"),
];

/// A refusal by the algorithm's name; `algorithm` is an object identifier, a name in a PEM header, or words.
pub(crate) fn unsupported(algorithm: &str) -> ReadError {
    let algorithm = match name(algorithm).or_else(|| family(algorithm)) {
        Some(name) => name.to_owned(),
        None if algorithm.starts_with(|c: char| c.is_ascii_digit()) => {
            format!("an algorithm that is not known here ({algorithm})")
        }
        None => algorithm.to_owned(),
    };
    ReadError::UnsupportedEncryption { algorithm }
}

fn family(oid: &str) -> Option<&'static str> {
    let mut families = FAMILIES.iter();
    let (_, name) = families.find(|(start, _)| oid.starts_with(start))?;
    Some(name)
}

fn name(algorithm: &str) -> Option<&'static str> {
    Some(match algorithm {
        "1.2.840.113549.1.5.1" => "MD2 with DES (PBES1)",
        "1.2.840.113549.1.5.4" => "MD2 with RC2 (PBES1)",
        "1.2.840.113549.1.5.14" => "PBMAC1 in this place",
        "2.16.840.1.101.3.4.1.26" => "AES-192-GCM",
        "2.16.840.1.101.3.4.1.7" | "2.16.840.1.101.3.4.1.27" | "2.16.840.1.101.3.4.1.47" => {
            "AES-CCM"
        }
        "2.16.840.1.101.3.4.1.4" | "2.16.840.1.101.3.4.1.24" | "2.16.840.1.101.3.4.1.44" => {
            "AES-CFB"
        }
        "2.16.840.1.101.3.4.1.3" | "2.16.840.1.101.3.4.1.23" | "2.16.840.1.101.3.4.1.43" => {
            "AES-OFB"
        }
        "2.16.840.1.101.3.4.1.1" | "2.16.840.1.101.3.4.1.21" | "2.16.840.1.101.3.4.1.41" => {
            "AES-ECB"
        }
        "2.16.840.1.101.3.4.1.5"
        | "2.16.840.1.101.3.4.1.25"
        | "2.16.840.1.101.3.4.1.45"
        | "2.16.840.1.101.3.4.1.8"
        | "2.16.840.1.101.3.4.1.28"
        | "2.16.840.1.101.3.4.1.48" => "AES key wrap",
        "1.2.840.113549.1.9.16.3.18" => "ChaCha20-Poly1305",
        "1.2.840.113533.7.66.10" | "CAST5-CBC" => "CAST5",
        "1.3.6.1.4.1.188.7.1.1.2" | "IDEA-CBC" => "IDEA",
        "BF-CBC" | "BF-CFB" | "BF-OFB" | "BF-ECB" => "Blowfish",
        "SEED-CBC" => "SEED",
        "1.2.840.113549.3.4" => "RC4 (PBES2)",
        "1.2.840.113549.3.9" => "RC5",
        "1.2.840.113549.2.2" => "MD2",
        "1.2.840.113549.2.4" => "MD4",
        "1.3.14.3.2.6" => "DES-ECB",
        "1.3.14.3.2.7" => "DES",
        "1.3.14.3.2.8" => "DES-OFB",
        "1.3.14.3.2.9" => "DES-CFB",
        "1.3.14.3.2.17" => "3DES-ECB",
        "1.3.14.3.2.19" => "MDC-2",
        "1.0.10118.3.0.55" => "Whirlpool",
        "1.3.36.3.2.1" | "1.3.6.1.5.5.8.1.4" => "RIPEMD-160",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_what_no_program_at_hand_writes() {
        for (algorithm, name) in [
            ("2.16.840.1.101.3.4.1.26", "AES-192-GCM"),
            ("2.16.840.1.101.3.4.1.27", "AES-CCM"),
            ("1.2.840.113549.1.9.16.3.18", "ChaCha20-Poly1305"),
            ("1.3.6.1.4.1.188.7.1.1.2", "IDEA"),
            ("1.2.643.7.1.1.5.2.2", "a GOST algorithm"),
            ("DES-CFB", "DES-CFB"),
            ("1.2.3.4", "an algorithm that is not known here (1.2.3.4)"),
        ] {
            let algorithm = unsupported(algorithm);
            let expected = ReadError::UnsupportedEncryption {
                algorithm: name.to_owned(),
            };
            assert_eq!(algorithm, expected);
        }
    }
}

//! Signature algorithms and digests by their usual names (RFC 4055, 5758, 8410, 8692, 9215, 9814, 9881, the
//! register of NIST).

/// The usual name of a signature algorithm, and of the digest under it. Where the algorithm brings its own, that
/// is its name again.
pub(super) fn of(identifier: &str) -> Option<(&'static str, &'static str)> {
    Some(match identifier {
        "1.2.840.113549.1.1.2" | "1.3.14.7.2.3.1" => ("md2WithRSAEncryption", "MD2"),
        "1.2.840.113549.1.1.3" => ("md4WithRSAEncryption", "MD4"),
        "1.2.840.113549.1.1.4" | "1.3.14.3.2.3" | "1.3.14.3.2.25" => {
            ("md5WithRSAEncryption", "MD5")
        }
        "1.2.840.113549.1.1.5" | "1.3.14.3.2.29" => ("sha1WithRSAEncryption", "SHA-1"),
        "1.2.840.113549.1.1.10" => ("rsassaPss", "SHA-1"),
        "1.2.840.113549.1.1.11" => ("sha256WithRSAEncryption", "SHA-256"),
        "1.2.840.113549.1.1.12" => ("sha384WithRSAEncryption", "SHA-384"),
        "1.2.840.113549.1.1.13" => ("sha512WithRSAEncryption", "SHA-512"),
        "1.2.840.113549.1.1.14" => ("sha224WithRSAEncryption", "SHA-224"),
        "1.2.840.113549.1.1.15" => ("sha512-224WithRSAEncryption", "SHA-512/224"),
        "1.2.840.113549.1.1.16" => ("sha512-256WithRSAEncryption", "SHA-512/256"),
        "1.3.36.3.3.1.2" => ("ripemd160WithRSAEncryption", "RIPEMD-160"),
        "1.2.840.10040.4.3" | "1.3.14.3.2.27" | "1.3.14.3.2.13" => ("dsaWithSHA1", "SHA-1"),
        "1.2.840.10045.4.1" => ("ecdsa-with-SHA1", "SHA-1"),
        "1.2.840.10045.4.3.1" => ("ecdsa-with-SHA224", "SHA-224"),
        "1.2.840.10045.4.3.2" => ("ecdsa-with-SHA256", "SHA-256"),
        "1.2.840.10045.4.3.3" => ("ecdsa-with-SHA384", "SHA-384"),
        "1.2.840.10045.4.3.4" => ("ecdsa-with-SHA512", "SHA-512"),
        "1.3.101.112" => ("Ed25519", "SHA-512"),
        "1.3.101.113" => ("Ed448", "SHAKE256"),
        "1.2.643.2.2.3" => ("GOST R 34.10-2001 with GOST R 34.11-94", "GOST R 34.11-94"),
        "1.2.643.7.1.1.3.2" => ("GOST R 34.10-2012 (256 bits)", "Streebog-256"),
        "1.2.643.7.1.1.3.3" => ("GOST R 34.10-2012 (512 bits)", "Streebog-512"),
        "1.2.156.10197.1.501" => ("SM2 with SM3", "SM3"),
        _ => return of_nist(identifier).or_else(|| digest(identifier).map(|name| (name, name))),
    })
}

/// Signature algorithms in the register of NIST, by the last number of their identifiers.
fn of_nist(identifier: &str) -> Option<(&'static str, &'static str)> {
    let last = identifier.strip_prefix("2.16.840.1.101.3.4.3.")?;
    Some(match last.parse::<u8>().ok()? {
        1 => ("dsaWithSHA224", "SHA-224"),
        2 => ("dsaWithSHA256", "SHA-256"),
        3 => ("dsaWithSHA384", "SHA-384"),
        4 => ("dsaWithSHA512", "SHA-512"),
        5 => ("dsaWithSHA3-224", "SHA3-224"),
        6 => ("dsaWithSHA3-256", "SHA3-256"),
        7 => ("dsaWithSHA3-384", "SHA3-384"),
        8 => ("dsaWithSHA3-512", "SHA3-512"),
        9 => ("ecdsa-with-SHA3-224", "SHA3-224"),
        10 => ("ecdsa-with-SHA3-256", "SHA3-256"),
        11 => ("ecdsa-with-SHA3-384", "SHA3-384"),
        12 => ("ecdsa-with-SHA3-512", "SHA3-512"),
        13 => ("sha3-224WithRSAEncryption", "SHA3-224"),
        14 => ("sha3-256WithRSAEncryption", "SHA3-256"),
        15 => ("sha3-384WithRSAEncryption", "SHA3-384"),
        16 => ("sha3-512WithRSAEncryption", "SHA3-512"),
        17 => ("ML-DSA-44", "ML-DSA-44"),
        18 => ("ML-DSA-65", "ML-DSA-65"),
        19 => ("ML-DSA-87", "ML-DSA-87"),
        20..=31 => ("SLH-DSA", "SLH-DSA"),
        _ => return None,
    })
}

/// The usual name of a digest; some certificates name one in the place of a signature algorithm.
pub(super) fn digest(identifier: &str) -> Option<&'static str> {
    Some(match identifier {
        "1.2.840.113549.2.2" => "MD2",
        "1.2.840.113549.2.4" => "MD4",
        "1.2.840.113549.2.5" => "MD5",
        "1.3.14.3.2.26" => "SHA-1",
        "1.3.36.3.2.1" => "RIPEMD-160",
        "2.16.840.1.101.3.4.2.1" => "SHA-256",
        "2.16.840.1.101.3.4.2.2" => "SHA-384",
        "2.16.840.1.101.3.4.2.3" => "SHA-512",
        "2.16.840.1.101.3.4.2.4" => "SHA-224",
        "2.16.840.1.101.3.4.2.5" => "SHA-512/224",
        "2.16.840.1.101.3.4.2.6" => "SHA-512/256",
        "2.16.840.1.101.3.4.2.7" => "SHA3-224",
        "2.16.840.1.101.3.4.2.8" => "SHA3-256",
        "2.16.840.1.101.3.4.2.9" => "SHA3-384",
        "2.16.840.1.101.3.4.2.10" => "SHA3-512",
        _ => return None,
    })
}

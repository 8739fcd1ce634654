//! Every cipher and digest that OpenSSL writes opens, or is refused by a name that people know. How the files
//! were made is told by `tests/fixtures/keystores/rare/make-ciphers.sh`.

use std::collections::BTreeMap;
use std::io::Read as _;

use certificate::{Options, ReadError, read};
use flate2::read::GzDecoder;
use secrecy::SecretString;

use crate::workshop::fixture_bytes;

/// Files that open, and what their protection is called.
const OPENED: &[(&str, &str)] = &[
    ("dek-aria-256-cbc", "ARIA-256"),
    ("dek-camellia-256-cbc", "Camellia-256"),
    ("dek-sm4-cbc", "SM4"),
    ("mac-md5", "HMAC-MD5"),
    ("mac-sha1", "HMAC-SHA-1 "),
    ("mac-sha224", "HMAC-SHA-224"),
    ("mac-sha256", "HMAC-SHA-256"),
    ("mac-sha3-224", "HMAC-SHA3-224"),
    ("mac-sha3-256", "HMAC-SHA3-256"),
    ("mac-sha3-384", "HMAC-SHA3-384"),
    ("mac-sha3-512", "HMAC-SHA3-512"),
    ("mac-sha384", "HMAC-SHA-384"),
    ("mac-sha512", "HMAC-SHA-512 "),
    ("mac-sha512-224", "HMAC-SHA-512/224"),
    ("mac-sha512-256", "HMAC-SHA-512/256"),
    ("pbes2-aes-128-cbc", "AES-128"),
    ("pbes2-aes-192-cbc", "AES-192"),
    ("pbes2-aes-256-cbc", "AES-256"),
    ("pbes2-aria-128-cbc", "ARIA-128"),
    ("pbes2-aria-192-cbc", "ARIA-192"),
    ("pbes2-aria-256-cbc", "ARIA-256"),
    ("pbes2-camellia-128-cbc", "Camellia-128"),
    ("pbes2-camellia-192-cbc", "Camellia-192"),
    ("pbes2-camellia-256-cbc", "Camellia-256"),
    ("pbes2-des-cbc", "DES"),
    ("pbes2-des-ede3-cbc", "3DES"),
    ("pbes2-rc2-40-cbc", "RC2-40"),
    ("pbes2-rc2-64-cbc", "RC2-64"),
    ("pbes2-rc2-cbc", "RC2-128"),
    ("pbes2-sm4-cbc", "SM4"),
    ("pbmac1-sha1", "PBMAC1 with HMAC-SHA-1 "),
    ("pbmac1-sha224", "PBMAC1 with HMAC-SHA-224"),
    ("pbmac1-sha256", "PBMAC1 with HMAC-SHA-256"),
    ("pbmac1-sha256-sha512", "PBMAC1 with HMAC-SHA-512 "),
    ("pbmac1-sha384", "PBMAC1 with HMAC-SHA-384"),
    ("pbmac1-sha3_256", "PBMAC1 with HMAC-SHA3-256"),
    ("pbmac1-sha3_512", "PBMAC1 with HMAC-SHA3-512"),
    ("pbmac1-sha512", "PBMAC1 with HMAC-SHA-512 "),
    ("pbmac1-sha512_224", "PBMAC1 with HMAC-SHA-512/224"),
    ("pbmac1-sha512_256", "PBMAC1 with HMAC-SHA-512/256"),
    ("pkcs12-aria-256-cbc", "ARIA-256"),
    ("pkcs12-camellia-256-cbc", "Camellia-256"),
    ("pkcs12-sm4-cbc", "SM4"),
    ("prf-hmacWithMD5", "HMAC-MD5"),
    ("prf-hmacWithSHA1", "HMAC-SHA-1,"),
    ("prf-hmacWithSHA224", "HMAC-SHA-224"),
    ("prf-hmacWithSHA384", "HMAC-SHA-384"),
    ("prf-hmacWithSHA512", "HMAC-SHA-512,"),
    ("prf-hmacWithSHA512-224", "HMAC-SHA-512/224"),
    ("prf-hmacWithSHA512-256", "HMAC-SHA-512/256"),
    ("scrypt-1024-1-3", "scrypt, N=1024, r=1, p=3"),
    ("scrypt-16384-8-1", "scrypt, N=16384, r=8, p=1"),
];

/// Files that are refused, and the name by which they are.
const REFUSED: &[(&str, &str)] = &[
    ("dek-aes-256-cfb", "AES-256-CFB"),
    ("dek-bf", "Blowfish"),
    ("dek-bf-ofb", "Blowfish"),
    ("dek-cast5-cbc", "CAST5"),
    ("dek-des-ede3-cfb", "DES-EDE3-CFB"),
    ("dek-seed", "SEED"),
    ("mac-blake2b512", "BLAKE2"),
    ("mac-rmd160", "RIPEMD-160"),
    ("mac-sm3", "SM3"),
    ("pbes2-aes-256-cfb", "AES-CFB"),
    ("pbes2-aes-256-ecb", "AES-ECB"),
    ("pbes2-aes-256-ofb", "AES-OFB"),
    ("pbes2-aes-256-wrap-pad", "AES key wrap"),
    ("pbes2-aria-256-cfb", "ARIA in another mode than CBC"),
    ("pbes2-aria-256-ctr", "ARIA in another mode than CBC"),
    ("pbes2-bf-cbc", "Blowfish"),
    (
        "pbes2-camellia-256-cfb",
        "Camellia in another mode than CBC",
    ),
    (
        "pbes2-camellia-256-ctr",
        "Camellia in another mode than CBC",
    ),
    ("pbes2-cast5-cbc", "CAST5"),
    ("pbes2-des-cfb", "DES-CFB"),
    ("pbes2-des-ecb", "DES-ECB"),
    ("pbes2-des-ede", "3DES-ECB"),
    ("pbes2-des-ofb", "DES-OFB"),
    ("pbes2-rc4", "RC4 (PBES2)"),
    ("pbes2-seed-cbc", "SEED"),
    ("pbes2-seed-cfb", "SEED"),
    ("pbes2-seed-ecb", "SEED"),
    ("pbes2-sm4-cfb", "SM4 in another mode than CBC"),
    ("pbes2-sm4-ctr", "SM4 in another mode than CBC"),
    ("pbmac1-sm3", "SM3"),
    ("pkcs12-bf-cbc", "Blowfish"),
    ("pkcs12-cast5-cbc", "CAST5"),
    ("pkcs12-seed-cbc", "SEED"),
];

fn files() -> BTreeMap<String, Vec<u8>> {
    let archive = fixture_bytes("rare/ciphers.tar.gz");
    let mut files = BTreeMap::new();
    let mut archive = tar::Archive::new(GzDecoder::new(archive.as_slice()));
    for file in archive.entries().unwrap() {
        let mut file = file.unwrap();
        let name = file.path().unwrap().to_string_lossy().into_owned();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        if file.header().entry_type().is_file() {
            files.insert(name.trim_start_matches("./").to_owned(), bytes);
        }
    }
    files
}

/// The protections of an opened file, or the name under which it is refused.
fn answer(bytes: &[u8], password: &str) -> Result<String, String> {
    let password = SecretString::from(password);
    match read(bytes, Some(&password), &Options::default()) {
        Ok(held) if held.keys.len() == 1 => Ok(held.source.encryption.join("; ")),
        Err(ReadError::UnsupportedEncryption { algorithm }) => Err(algorithm),
        other => Err(format!("{other:?}")),
    }
}

#[test]
fn opens_every_cipher_and_digest_or_refuses_it_by_name() {
    let files = files();
    for (file, words) in OPENED {
        let met = answer(&files[*file], "changeit").unwrap();
        assert!(met.contains(words), "{file}: {met}");
    }
    for (file, name) in REFUSED {
        let refused = answer(&files[*file], "changeit");
        assert_eq!(refused, Err((*name).to_owned()), "{file}");
    }
    let told: Vec<&str> = OPENED
        .iter()
        .chain(REFUSED)
        .map(|(file, _)| *file)
        .collect();
    let untold: Vec<&String> = files
        .keys()
        .filter(|file| !told.contains(&file.as_str()))
        .collect();
    assert!(untold.is_empty(), "{untold:?}");
}

#[test]
fn tells_a_wrong_password_under_every_cipher_that_opens() {
    let files = files();
    for (file, _) in OPENED {
        let refused = answer(&files[*file], "wrong").unwrap_err();
        assert_eq!(refused, "Err(WrongPassword)", "{file}");
    }
}

#[test]
fn refuses_parameters_of_scrypt_that_nobody_can_mean() {
    let text = String::from_utf8(files()["scrypt-1024-1-3"].clone()).unwrap();
    let held = pem_bytes(&text);
    // N, r and p: three numbers behind a salt.
    let numbers = [2, 2, 4, 0, 2, 1, 1, 2, 1, 3];
    let with = |replaced: [u8; 10]| {
        let place = held.windows(10).position(|part| part == numbers).unwrap();
        let mut altered = held.clone();
        altered[place..place + 10].copy_from_slice(&replaced);
        let password = SecretString::from("changeit");
        read(&altered, Some(&password), &Options::default()).unwrap_err()
    };
    let odd = [2, 2, 4, 1, 2, 1, 1, 2, 1, 3];
    let no_blocks = [2, 2, 4, 0, 2, 1, 0, 2, 1, 3];
    let no_lanes = [2, 2, 4, 0, 2, 1, 1, 2, 1, 0];
    for replaced in [odd, no_blocks, no_lanes] {
        assert_eq!(with(replaced).answer(), "damaged", "{replaced:?}");
    }
    let negative = with([2, 2, 0x84, 0, 2, 1, 1, 2, 1, 3]);
    assert_eq!(negative.answer(), "damaged", "{negative}");
}

fn pem_bytes(text: &str) -> Vec<u8> {
    use base64::Engine as _;
    let lines: String = text.lines().filter(|line| !line.starts_with('-')).collect();
    base64::engine::general_purpose::STANDARD
        .decode(lines)
        .unwrap()
}

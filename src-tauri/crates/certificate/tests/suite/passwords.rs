//! Passwords beyond ASCII, spelt by their makers otherwise than they are typed. How each file was made is told
//! by `tests/fixtures/keystores/rare/make-passwords.sh`.

use certificate::{Contents, Options, ReadError, read};
use secrecy::SecretString;

use crate::workshop::{self, fixture_bytes};

const TYPED: &str = "pässwörd";
/// The same, each umlaut as a letter and a mark.
const TYPED_APART: &str = "pa\u{308}sswo\u{308}rd";
const WINDOWS: &str = "€uro “ß”";

fn open(name: &str, password: &str, options: &Options) -> Result<Contents, ReadError> {
    let password = SecretString::from(password);
    read(
        &fixture_bytes(&format!("rare/{name}")),
        Some(&password),
        options,
    )
}

#[test]
fn opens_what_was_spelt_otherwise_than_it_is_typed() {
    for (maker, typed) in [
        ("apart", TYPED),
        ("composed", TYPED),
        ("composed", TYPED_APART),
        ("apart", TYPED_APART),
        ("console", TYPED),
        ("console", TYPED_APART),
        ("windows", WINDOWS),
    ] {
        let files = [
            format!("{maker}.p12"),
            format!("pkcs8-{maker}.key.pem"),
            format!("dek-{maker}.key.pem"),
        ];
        for file in files {
            let held = open(&file, typed, &Options::default());
            assert_eq!(held.unwrap().keys.len(), 1, "{file} with {typed}");
        }
    }
    for (file, typed) in [
        ("legacy-console.p12", TYPED),
        ("legacy-windows.p12", WINDOWS),
        ("legacy-widened.p12", TYPED),
        ("apart.jks", TYPED),
        ("apart.jks", TYPED_APART),
        ("apart.p12", "pässwörd\r\n"),
    ] {
        let held = open(file, typed, &Options::default());
        assert_eq!(held.unwrap().keys.len(), 1, "{file} with {typed}");
    }
}

#[test]
fn opens_what_java_writes_with_bouncy_castle_beside_it() {
    let file = fixture_bytes("java-with-bouncy.p12");
    let held = workshop::open(&file, "pässwört").unwrap();
    assert_eq!((held.keys.len(), held.certificates.len()), (1, 1));
}

#[test]
fn tells_a_wrong_password_beyond_ascii() {
    for file in [
        "apart.p12",
        "console.p12",
        "legacy-widened.p12",
        "apart.jks",
        "pkcs8-windows.key.pem",
        "dek-composed.key.pem",
    ] {
        for wrong in ["pässword", "Pässwörd", "passwörd", "密码"] {
            let refused = open(file, wrong, &Options::default()).unwrap_err();
            assert_eq!(refused, ReadError::WrongPassword, "{file} with {wrong}");
        }
    }
}

/// The rounds that `file` takes with a password, within so many hashes.
fn rounds(file: &str, typed: &str, hashes: u64) -> Result<u64, ReadError> {
    let options = Options {
        hashes,
        ..Options::default()
    };
    open(file, typed, &options).map(|held| held.source.rounds)
}

#[test]
fn counts_every_spelling_and_searches_once_for_each_derivation() {
    // A checksum and two parts of 2048 rounds each.
    let all = u64::MAX;
    assert_eq!(rounds("composed.p12", TYPED, all), Ok(3 * 2048));
    // The second spelling: found once for the checksum, once for the first part, known for the next.
    assert_eq!(rounds("apart.p12", TYPED, all), Ok(5 * 2048));
}

#[test]
fn stops_trying_spellings_where_the_work_is_used_up() {
    let file = "slow-apart.p12";
    let iter = 600_000;
    assert_eq!(rounds(file, TYPED, u64::MAX), Ok(5 * iter));
    // The second spelling fits the checksum, and then two parts of twice its work are more than is left.
    let too_slow = rounds(file, TYPED, 2_500_000).unwrap_err();
    let ReadError::TooSlow { work } = too_slow else {
        panic!("{too_slow}");
    };
    assert_eq!((work.rounds, work.hashes), (4 * iter, 3_600_000));
    assert_eq!(
        rounds(file, "falsch: ä", 1_000_000),
        Err(ReadError::WrongPassword)
    );
    assert!(matches!(
        rounds(file, TYPED, 500_000),
        Err(ReadError::TooSlow { .. })
    ));
}

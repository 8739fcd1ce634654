//! Where inputs begin: the keystores in `tests/fixtures/keystores` and the lines in `tests/fixtures/fuzz`.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Read as _;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use flate2::read::GzDecoder;
use serde::Deserialize;
use serde_json::value::RawValue;

use crate::mutator::Dice;

/// A file that is altered.
pub(crate) struct Seed {
    pub(crate) bytes: Vec<u8>,
    pub(crate) password: Option<String>,
    pub(crate) is_text: bool,
}

impl Seed {
    fn of(bytes: Vec<u8>, password: Option<String>) -> Self {
        let is_text = bytes
            .iter()
            .all(|byte| !byte.is_ascii_control() || byte.is_ascii_whitespace());
        Self {
            bytes,
            password,
            is_text,
        }
    }
}

/// What the matrix says of one of its files.
#[derive(Deserialize)]
struct Described {
    path: String,
    pw: String,
    cat: String,
    kind: String,
}

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures")
}

/// Certificates and keys without their armour, so that what is inside is altered too.
fn bare() -> impl Iterator<Item = Seed> {
    let all = keystores(&["pem", "der"]).into_iter();
    all.flat_map(|seed| match std::str::from_utf8(&seed.bytes) {
        Ok(text) => unarmoured(text, seed.password.as_deref()),
        Err(_) => vec![seed],
    })
}

/// What stands between the frames of a text.
fn unarmoured(text: &str, password: Option<&str>) -> Vec<Seed> {
    let inside = text.split("-----").filter_map(|part| {
        let digits: String = part.split_whitespace().collect();
        BASE64_STANDARD
            .decode(digits)
            .ok()
            .filter(|bytes| bytes.len() > 40)
    });
    inside
        .map(|bytes| Seed::of(bytes, password.map(str::to_owned)))
        .collect()
}

/// A certificate holds the identifier of a name's part; a key hardly ever does.
fn is_certificate(seed: &Seed) -> bool {
    seed.bytes.windows(4).any(|bytes| bytes == [6, 3, 0x55, 4])
}

/// Certificates alone.
pub(crate) fn certificates() -> Vec<Seed> {
    bare().filter(is_certificate).collect()
}

/// Keys alone, in every wrapping.
pub(crate) fn keys() -> Vec<Seed> {
    bare().filter(|seed| !is_certificate(seed)).collect()
}

/// The matrix's and the single files of these kinds. Files that are slow by themselves
/// are left out: they would only be refused.
pub(crate) fn keystores(kinds: &[&str]) -> Vec<Seed> {
    let mut files = matrix();
    let index = files.remove("index.json").unwrap_or_default();
    let described: Vec<Described> = serde_json::from_slice(&index).unwrap_or_default();
    let is_wanted = |file: &Described| {
        kinds.contains(&file.kind.as_str())
            && matches!(file.cat.as_str(), "open" | "odd" | "mismatch" | "jks")
            && !file.path.contains("iter")
    };
    let of_matrix = described.into_iter().filter(is_wanted).filter_map(|file| {
        let bytes = files.remove(&file.path)?;
        Some(Seed::of(bytes, Some(file.pw)))
    });
    let of_matrix: Vec<Seed> = of_matrix.collect();
    of_matrix.into_iter().chain(single(kinds)).collect()
}

fn single(kinds: &[&str]) -> Vec<Seed> {
    let listed = fs::read_dir(fixtures().join("keystores"))
        .into_iter()
        .flatten();
    let paths = listed.filter_map(|file| Some(file.ok()?.path()));
    let is_wanted = |path: &PathBuf| {
        let ending = path
            .extension()
            .and_then(|ending| ending.to_str())
            .unwrap_or_default();
        let kind = if ending == "jceks" { "jks" } else { ending };
        kinds.contains(&kind)
    };
    let wanted = paths.filter(is_wanted);
    wanted
        .filter_map(|path| {
            let password = if path.extension()? == "pem" {
                "pw"
            } else {
                "changeit"
            };
            Some(Seed::of(fs::read(path).ok()?, Some(password.to_owned())))
        })
        .collect()
}

fn matrix() -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let Ok(archive) = File::open(fixtures().join("keystores/matrix.tar.gz")) else {
        return files;
    };
    let mut archive = tar::Archive::new(GzDecoder::new(archive));
    for mut file in archive.entries().into_iter().flatten().flatten() {
        let path = file
            .path()
            .map(|path| path.to_string_lossy().into_owned())
            .unwrap_or_default();
        let mut bytes = Vec::new();
        if file.read_to_end(&mut bytes).is_ok() {
            files.insert(path.trim_start_matches("matrix/").to_owned(), bytes);
        }
    }
    files
}

/// Every line of a small corpus.
pub(crate) fn lines(name: &str) -> Vec<Seed> {
    let file = fixtures().join(format!("fuzz/{name}.txt"));
    let text = fs::read_to_string(file).unwrap_or_default();
    text.lines()
        .map(|line| Seed::of(line.into(), None))
        .collect()
}

/// Every file of a small corpus.
pub(crate) fn files(name: &str) -> Vec<Seed> {
    let listed = fs::read_dir(fixtures().join("fuzz").join(name))
        .into_iter()
        .flatten();
    let bytes = listed.filter_map(|file| fs::read(file.ok()?.path()).ok());
    bytes.map(|bytes| Seed::of(bytes, None)).collect()
}

/// Gives the lines of a journal their checksums, but not their links: `docs/decisions/journal.md`.
pub(crate) fn seal_journal(bytes: &mut Vec<u8>, dice: &mut Dice) {
    if dice.roll(8) == 0 {
        return;
    }
    let lines = bytes
        .split_inclusive(|byte| *byte == b'\n')
        .map(sealed_line);
    *bytes = lines.collect::<Vec<_>>().concat();
}

fn sealed_line(line: &[u8]) -> Vec<u8> {
    const HEAD: &[u8] = b"{\"crc\":\"";
    match (line.get(18..), line.starts_with(HEAD)) {
        (Some(rest), true) => {
            let covered = rest.strip_suffix(b"\n").unwrap_or(rest);
            let crc = format!("{:08x}\",", crc32fast::hash(covered));
            [HEAD, crc.as_bytes(), rest].concat()
        }
        _ => line.to_vec(),
    }
}

/// The outside of a saved document.
#[derive(Deserialize)]
struct Envelope<'a> {
    #[serde(borrow)]
    content: &'a RawValue,
}

/// Gives a saved document its checksum, where it is still JSON.
pub(crate) fn seal_document(bytes: &mut Vec<u8>, dice: &mut Dice) {
    if dice.roll(8) == 0 {
        return;
    }
    if let Ok(Envelope { content }) = serde_json::from_slice(bytes) {
        let crc = crc32fast::hash(content.get().as_bytes());
        let sealed = format!("{{\"version\":1,\"crc\":\"{crc:08x}\",\"content\":{content}}}");
        *bytes = sealed.into_bytes();
    }
}

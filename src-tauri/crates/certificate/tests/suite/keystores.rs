//! Every keystore of the matrix, made by tools that are not ours, opens with what it holds, or is refused by
//! the right one of four answers. `tests/fixtures/keystores/README.md` says how each was made.

use std::collections::BTreeMap;
use std::io::Read as _;
use std::path::Path;

use certificate::{Contents, LooksLike, Options, ReadError, read};
use cpu_time::ThreadTime;
use flate2::read::GzDecoder;
use secrecy::SecretString;
use serde::Deserialize;

use crate::figures::tell;

/// One file of the matrix, as its generator describes it.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Entry {
    pub(crate) path: String,
    pub(crate) pw: String,
    keys: usize,
    certs: usize,
    cat: String,
    kind: String,
    #[serde(skip)]
    pub(crate) bytes: Vec<u8>,
}

impl Entry {
    fn open(&self) -> Result<Contents, ReadError> {
        let password = SecretString::from(self.pw.as_str());
        read(&self.bytes, Some(&password), &Options::default())
    }

    pub(crate) fn is(&self, kinds: &[&str], cats: &[&str]) -> bool {
        kinds.contains(&self.kind.as_str()) && cats.contains(&self.cat.as_str())
    }
}

pub(crate) fn matrix() -> Vec<Entry> {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures/keystores");
    let archive = std::fs::File::open(fixtures.join("matrix.tar.gz")).unwrap();
    let mut files = BTreeMap::new();
    for file in tar::Archive::new(GzDecoder::new(archive))
        .entries()
        .unwrap()
    {
        let mut file = file.unwrap();
        let path = file.path().unwrap().to_string_lossy().into_owned();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        files.insert(path.trim_start_matches("matrix/").to_owned(), bytes);
    }
    let index: Vec<Entry> = serde_json::from_slice(&files["index.json"]).unwrap();
    let mut entries: Vec<Entry> = Vec::new();
    for entry in index {
        if let Some(bytes) = files.get(&entry.path) {
            let bytes = bytes.clone();
            entries.push(Entry { bytes, ..entry });
        }
    }
    entries
}

fn wrong_counts<'a>(entries: impl Iterator<Item = &'a Entry>) -> (usize, Vec<String>) {
    let mut all = 0;
    let mut wrong = Vec::new();
    for entry in entries {
        all += 1;
        match entry.open() {
            Ok(held) if (held.keys.len(), held.certificates.len()) == (entry.keys, entry.certs) => {
            }
            Ok(held) => wrong.push(format!(
                "{}: {} keys, {} certificates instead of {}, {}",
                entry.path,
                held.keys.len(),
                held.certificates.len(),
                entry.keys,
                entry.certs
            )),
            Err(error) => wrong.push(format!("{}: {error}", entry.path)),
        }
    }
    (all, wrong)
}

/// Demands that all of so many files were answered right, and tells how many were.
fn demand(what: &str, all: usize, wrong: &[String]) {
    let right = all - wrong.len();
    let (is, bar) = (format!("{right} of {all}"), format!("{all} of {all}"));
    let what = format!("{what}: answered right");
    assert!(tell(&what, &is, &bar, wrong.is_empty()), "{wrong:?}");
}

#[test]
fn answers_every_valid_keystore_with_what_it_holds() {
    let matrix = matrix();
    let valid = matrix
        .iter()
        .filter(|entry| entry.is(&["p12"], &["open", "odd", "mismatch"]));
    let (all, wrong) = wrong_counts(valid);
    demand("keystores of other tools", all, &wrong);
    assert_eq!(all, 145);
}

#[test]
fn answers_every_pem_der_and_pkcs7_file() {
    for (kind, count) in [("pem", 46), ("p7b", 10), ("der", 5)] {
        let matrix = matrix();
        let files = matrix
            .iter()
            .filter(|entry| entry.is(&[kind], &["open", "odd"]));
        let (refused, read): (Vec<_>, Vec<_>) = files.partition(|entry| is_refused_rightly(entry));
        let (all, wrong) = wrong_counts(read.into_iter());
        let all = all + refused.len();
        demand(&format!("{kind} files of other tools"), all, &wrong);
        assert_eq!(all, count);
    }
}

/// Neither a certificate nor a key is in these: they are recognised by name.
fn is_refused_rightly(entry: &Entry) -> bool {
    let looks_like = match entry.path.as_str() {
        "pem/openssh.pem" => LooksLike::SshPrivateKey,
        "pem/csr.pem" => LooksLike::CertificateRequest,
        _ => return false,
    };
    assert_eq!(
        entry.open().unwrap_err(),
        ReadError::NotAKeystore { looks_like }
    );
    true
}

#[test]
fn answers_every_broken_file_with_the_right_one_of_four() {
    let matrix = matrix();
    let broken: Vec<&Entry> = matrix.iter().filter(|entry| entry.cat == "bad").collect();
    let is_wrong = |entry: &&Entry| {
        let name = entry.path.trim_start_matches("bad/");
        let expected = match name {
            "zero.p12" | "random.p12" | "text.p12" | "html.p12" => "not-a-keystore",
            _ => "damaged",
        };
        let error = entry.open().unwrap_err();
        (error.answer() != expected).then(|| format!("{name}: {error}"))
    };
    let wrong: Vec<String> = broken.iter().filter_map(is_wrong).collect();
    demand(
        "broken files, by the right one of four",
        broken.len(),
        &wrong,
    );
    assert_eq!(broken.len(), 17);
    let page = matrix
        .iter()
        .find(|entry| entry.path == "bad/html.p12")
        .unwrap();
    let looks_like = LooksLike::WebPage;
    assert_eq!(
        page.open().unwrap_err(),
        ReadError::NotAKeystore { looks_like }
    );
}

#[test]
fn refuses_hostile_files_at_once() {
    let matrix = matrix();
    let slowest = matrix
        .iter()
        .find(|entry| entry.path == "p12/o30_iter1000000.p12")
        .unwrap();
    let begun = ThreadTime::now();
    slowest.open().unwrap();
    // About half a second of the processor's time.
    let measure = begun.elapsed();
    for entry in matrix.iter().filter(|entry| entry.cat == "dos") {
        let begun = ThreadTime::now();
        let answer = entry.open();
        let took = begun.elapsed();
        assert!(answer.is_err(), "{} opens", entry.path);
        assert!(
            took < measure * 4,
            "{} took {took:?}, a valid file {measure:?}",
            entry.path
        );
    }
    let huge = vec![0; 2 << 20];
    let limit = 1 << 20;
    let answer = read(&huge, None, &Options::default());
    assert_eq!(answer.unwrap_err(), ReadError::TooLarge { limit });
}

#[test]
fn gives_mutated_files_one_of_the_answers() {
    let matrix = matrix();
    let mutated: Vec<&Entry> = matrix.iter().filter(|entry| entry.cat == "fuzz").collect();
    assert_eq!(mutated.len(), 300);
    let mut answers = BTreeMap::new();
    for entry in mutated {
        let answer = entry
            .open()
            .map_or_else(|error| error.answer(), |_| "opened");
        *answers.entry(answer).or_insert(0) += 1;
    }
    let opened = answers.get("opened").copied().unwrap_or(0);
    // A flipped bit that no checksum covers may do no harm.
    assert!(opened <= 20, "{answers:?}");
}

#[test]
fn tells_a_wrong_password_from_everything_else() {
    let wrong = SecretString::from("not the password");
    let matrix = matrix();
    let has_password = |entry: &&Entry| entry.is(&["p12"], &["open"]) && !entry.pw.is_empty();
    // Slow files prove nothing more here, and there are many of them.
    let brisk = Options {
        hashes: 500_000,
        ..Options::default()
    };
    let mut told = 0;
    for entry in matrix.iter().filter(has_password) {
        let with = |password| read(&entry.bytes, password, &brisk).map(|_| ());
        match (with(Some(&wrong)), with(None)) {
            (Err(ReadError::WrongPassword), Err(ReadError::PasswordNeeded)) => told += 1,
            (Err(ReadError::TooSlow { .. }), _) => {}
            // Neither a checksum nor encryption is in these, whatever the generator typed.
            (Ok(()), Ok(())) => {}
            other => panic!("{}: {other:?}", entry.path),
        }
    }
    assert!(told > 80, "only {told} files told");
}

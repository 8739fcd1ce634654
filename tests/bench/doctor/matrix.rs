//! Files of other tools, and how many of them are answered right.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read as _;

use certificate::{Options, read};
use flate2::read::GzDecoder;
use secrecy::SecretString;
use serde::Deserialize;

use super::fixtures;
use crate::table::{Figure, Measured};

/// One file of the matrix, as its generator describes it.
#[derive(Deserialize)]
pub(crate) struct Described {
    pub(super) path: String,
    pub(super) pw: String,
    keys: usize,
    certs: usize,
    pub(super) cat: String,
    kind: String,
}

/// Every file of the matrix with its bytes.
pub(super) fn matrix() -> Measured<Vec<(Described, Vec<u8>)>> {
    let archive = File::open(fixtures().join("matrix.tar.gz"))?;
    let mut files = BTreeMap::new();
    for file in tar::Archive::new(GzDecoder::new(archive)).entries()? {
        let mut file = file?;
        let path = file.path()?.to_string_lossy().into_owned();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        files.insert(path.trim_start_matches("matrix/").to_owned(), bytes);
    }
    let index = files.remove("index.json").unwrap_or_default();
    let described: Vec<Described> = serde_json::from_slice(&index)?;
    let with_bytes = described.into_iter().filter_map(|file| {
        let bytes = files.remove(&file.path)?;
        Some((file, bytes))
    });
    Ok(with_bytes.collect())
}

/// How many valid files open with the keys and certificates that they hold. An SSH key and a request for
/// a certificate are in the matrix too: those have to be refused.
pub(super) fn opened(what: &str, files: &[(Described, Vec<u8>)], kinds: &[&str]) -> Figure {
    let is_valid = |file: &Described| {
        kinds.contains(&file.kind.as_str())
            && matches!(file.cat.as_str(), "open" | "odd" | "mismatch")
    };
    let valid = files.iter().filter(|(file, _)| is_valid(file));
    let (mut right, mut all) = (0, 0);
    for (file, bytes) in valid {
        let password = SecretString::from(file.pw.as_str());
        let answer = read(bytes, Some(&password), &Options::default());
        let is_other = matches!(file.path.as_str(), "pem/openssh.pem" | "pem/csr.pem");
        all += 1;
        right += usize::from(match answer {
            Ok(held) => (held.keys.len(), held.certificates.len()) == (file.keys, file.certs),
            Err(error) => is_other && error.answer() == "not-a-keystore",
        });
    }
    Figure {
        what: format!("{what}: answered right"),
        is: format!("{right} of {all}"),
        bar: format!("{all} of {all}"),
        is_met: right == all && all > 0,
    }
}

//! Files of other tools.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read as _;

use flate2::read::GzDecoder;
use serde::Deserialize;

use super::fixtures;
use crate::table::Measured;

/// One file of the matrix, as its generator describes it.
#[derive(Deserialize)]
pub(crate) struct Described {
    pub(super) path: String,
    pub(super) pw: String,
    pub(super) cat: String,
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

//! What is readable of a run whose journal cannot be gone on with.

use std::fs;
use std::path::Path;

use super::folder::Paths;
use super::{RunId, guard, line};
use crate::event::{Guarded, Record};

/// What is left of a run.
#[derive(Debug, Clone)]
pub struct Salvage {
    /// Every whole record, in the order of the file, whatever lies between them.
    pub records: Vec<Record>,
    /// The guarded calls that may have been sent, as far as they can be read.
    pub calls: Vec<Guarded>,
}

/// Reads what is readable of a run, without touching it.
pub fn salvage(home: &Path, run: &RunId) -> Salvage {
    let paths = Paths::new(home, run);
    let bytes = fs::read(paths.journal()).unwrap_or_default();
    let lines = bytes.split(|byte| *byte == b'\n');
    Salvage {
        records: lines
            .filter_map(line::read)
            .map(|line| line.record)
            .collect(),
        calls: guard::read(&paths.guard()).calls().to_vec(),
    }
}

//! Files that ask for too much: how soon each is refused, and what that costs in memory.

use std::fs::{self, File};
use std::path::Path;
use std::time::Duration;

use super::matrix::{Described, matrix};
use super::{look, start};
use crate::process::{children_of, memory, read_by};
use crate::table::{Figure, Measured};

/// The size of the large file. It has no blocks on the disk, only a length.
pub(crate) const LARGE: u64 = 300_000_000;

/// What a process took at most, as far as it was seen.
#[derive(Default)]
struct Watched {
    /// Resident memory of the child that opens files, in MiB.
    child: f64,
    /// What the program read, and the child too if it was waited for, in MiB.
    read: f64,
}

/// The files of the matrix that ask for too much: too much work, or too deep a nesting.
pub(crate) fn files() -> Measured<Vec<(Described, Vec<u8>)>> {
    let is_hostile = |file: &Described| file.cat == "dos" || file.path.starts_with("bad/deep_");
    let all = matrix()?.into_iter();
    Ok(all.filter(|(file, _)| is_hostile(file)).collect())
}

/// The slowest hostile file and the one that takes most memory, and a large one.
pub(super) fn measure(program: &Path, scratch: &Path) -> Measured<Vec<Figure>> {
    let file = scratch.join("hostile");
    fs::write(&file, [])?;
    let empty = watch(program, &file, "")?;
    let files = files()?;
    let (mut slowest, mut child) = (Duration::ZERO, 0.0_f64);
    for (described, bytes) in &files {
        fs::write(&file, bytes)?;
        let took = refused(program, &file, &described.pw)?;
        slowest = slowest.max(took.ok_or_else(|| format!("{} opens", described.path))?);
        child = child.max(watch(program, &file, &described.pw)?.child);
    }
    File::create(&file)?.set_len(LARGE)?;
    let took = refused(program, &file, "")?.ok_or("the large file opens")?;
    let large = watch(program, &file, "")?;
    let count = files.len();
    let slow = format!("{count} hostile files refused, the slowest, whole process");
    let memory = format!("{count} hostile files: the child's memory above that for an empty file");
    Ok(vec![
        Figure::at_most(slow, slowest.as_secs_f64(), 1.0, " s"),
        Figure::at_most(memory, child.max(large.child) - empty.child, 64.0, " MiB"),
        Figure::at_most(
            "a file of 300 MB refused, whole process",
            took.as_secs_f64(),
            1.0,
            " s",
        ),
        Figure::at_most(
            "a file of 300 MB: read, above what is read for an empty one",
            large.read - empty.read,
            // One mebibyte shows that it is larger than any keystore. The child gets it as base64, which
            // the system adds where the child was waited for.
            3.0,
            " MiB",
        ),
    ])
}

/// How long it takes to refuse the file; nothing where it opens.
fn refused(program: &Path, file: &Path, password: &str) -> Measured<Option<Duration>> {
    let (took, is_opened) = look(program, file, password)?;
    Ok((!is_opened).then_some(took))
}

/// How often the program is watched until its child is seen: on a busy machine it may come and go unseen.
const TIMES: usize = 20;

/// What it and its child took at most.
fn watch(program: &Path, file: &Path, password: &str) -> Measured<Watched> {
    for _ in 0..TIMES {
        let seen = watch_once(program, file, password)?;
        if seen.child > 0.0 && seen.read > 0.0 {
            return Ok(seen);
        }
    }
    // The program hides itself from other programs of the user.
    Err(
        "the child that opens files was never seen, or what was read, which is told to root alone"
            .into(),
    )
}

/// Looks at the program and at its child, again and again, until they end: the high-water marks of the
/// system, so that only what a process takes in the very last moment can be missed.
fn watch_once(program: &Path, file: &Path, password: &str) -> Measured<Watched> {
    let mut parent = start(program, file, password)?;
    let mut seen = Watched::default();
    let mut child = None;
    while parent.try_wait()?.is_none() {
        child = child.or_else(|| children_of(parent.id()).first().copied());
        let resident = child.and_then(|child| memory(child, "VmHWM"));
        seen.child = seen.child.max(resident.unwrap_or(0.0));
        seen.read = seen.read.max(read_by(parent.id()).unwrap_or(0.0));
    }
    Ok(seen)
}

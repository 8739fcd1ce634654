//! What the memory of a process holds.

use std::fs::{self, File};
use std::io;
use std::os::unix::fs::FileExt as _;
use std::path::PathBuf;

/// How often the memory of the process with this folder in /proc holds these bytes.
pub(super) fn occurrences(process: PathBuf, wanted: &[u8]) -> io::Result<usize> {
    let maps = fs::read_to_string(process.join("maps"))?;
    let memory = File::open(process.join("mem"))?;
    let regions = maps.lines().filter_map(writable);
    Ok(regions
        .map(|(from, length)| within(&memory, from, length, wanted))
        .sum())
}

/// Where a region that can be written begins, and how long it is.
fn writable(line: &str) -> Option<(u64, usize)> {
    let mut words = line.split_whitespace();
    let (from, to) = words.next()?.split_once('-')?;
    let is_writable = words.next()?.starts_with("rw");
    let number = |text| u64::from_str_radix(text, 16).ok();
    let (from, to) = (number(from)?, number(to)?);
    is_writable.then_some((from, usize::try_from(to - from).ok()?))
}

fn within(memory: &File, from: u64, length: usize, wanted: &[u8]) -> usize {
    let mut bytes = vec![0; length];
    // A region may go while it is looked at; what has gone holds nothing.
    let read = memory.read_at(&mut bytes, from).unwrap_or_default();
    let held = bytes[..read].windows(wanted.len());
    held.filter(|bytes| *bytes == wanted).count()
}

//! What the memory of a process holds.

use std::fs::{self, File};
use std::io;
use std::os::unix::fs::FileExt as _;
use std::path::PathBuf;

/// The kernel tells of memory by pages of this many bytes.
const PAGE: u64 = 4096;

/// Of each page eight bytes are told; the highest bit is set where it is in memory (kernel, admin-guide/mm/pagemap).
const TOLD: u64 = 8;

/// How often the memory of the process with this folder in /proc holds these bytes.
pub(super) fn occurrences(process: PathBuf, wanted: &[u8]) -> io::Result<usize> {
    let maps = fs::read_to_string(process.join("maps"))?;
    let memory = File::open(process.join("mem"))?;
    let pages = File::open(process.join("pagemap"))?;
    let held = maps.lines().filter_map(writable).map(|(from, to)| {
        let present = present(&pages, from, to);
        let runs = present.chunk_by(|one, next| one + PAGE == *next);
        runs.map(|run| within(&memory, run, wanted)).sum::<usize>()
    });
    Ok(held.sum())
}

/// Where a region that can be written begins and ends.
fn writable(line: &str) -> Option<(u64, u64)> {
    let mut words = line.split_whitespace();
    let (from, to) = words.next()?.split_once('-')?;
    let is_writable = words.next()?.starts_with("rw");
    let number = |text| u64::from_str_radix(text, 16).ok();
    is_writable.then_some((number(from)?, number(to)?))
}

/// The pages of a region that are in memory: of a large one that is only set aside there are few.
fn present(pages: &File, from: u64, to: u64) -> Vec<u64> {
    const AT_ONCE: u64 = 64 * 1024;
    let mut found = Vec::new();
    let mut told = vec![0; usize::try_from(AT_ONCE * TOLD).unwrap_or_default()];
    for block in (from..to).step_by(usize::try_from(AT_ONCE * PAGE).unwrap_or(usize::MAX)) {
        let read = pages
            .read_at(&mut told, block / PAGE * TOLD)
            .unwrap_or_default();
        let entries = told[..read].chunks_exact(8).zip(0..);
        let here = entries.filter(|(entry, _)| entry[7] & 0x80 != 0);
        found.extend(here.map(|(_, number)| block + number * PAGE));
    }
    found.retain(|page| *page < to);
    found
}

fn within(memory: &File, run: &[u64], wanted: &[u8]) -> usize {
    let Some(from) = run.first() else { return 0 };
    let length = run.len() * usize::try_from(PAGE).unwrap_or_default();
    let mut bytes = vec![0; length];
    // A page may go while it is looked at; what has gone holds nothing.
    let read = memory.read_at(&mut bytes, *from).unwrap_or_default();
    let held = bytes[..read].windows(wanted.len());
    held.filter(|bytes| *bytes == wanted).count()
}

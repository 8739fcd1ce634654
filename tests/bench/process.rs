//! What the system knows of a process: memory while it lives, CPU when it has ended.

use std::fs;
use std::time::Duration;

use crate::table::Measured;

/// Linux tells CPU time in hundredths of a second, on every machine that this runs on.
const TICKS_PER_SECOND: f64 = 100.0;

/// A figure of `/proc/PID/status` in MiB, such as `VmHWM`.
pub(crate) fn memory(pid: u32, name: &str) -> Option<f64> {
    let status = fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(name))?;
    let kib: f64 = line
        .trim_start_matches(':')
        .split_whitespace()
        .next()?
        .parse()
        .ok()?;
    Some(kib / 1024.0)
}

/// The processes that it started and that have not been waited for.
pub(crate) fn children_of(pid: u32) -> Vec<u32> {
    let listed = fs::read_to_string(format!("/proc/{pid}/task/{pid}/children"));
    let listed = listed.unwrap_or_default();
    let words = listed.split_whitespace();
    words.filter_map(|word| word.parse().ok()).collect()
}

/// What it read, and what processes read that it waited for, from whatever source, in MiB.
pub(crate) fn read_by(pid: u32) -> Option<f64> {
    let read = fs::read_to_string(format!("/proc/{pid}/io")).ok()?;
    let bytes = read.lines().find_map(|line| line.strip_prefix("rchar: "))?;
    Some(bytes.parse::<f64>().ok()? / 1024.0 / 1024.0)
}

/// The CPU time of every child that has ended and was waited for.
pub(crate) fn cpu_of_children() -> Measured<Duration> {
    let stat = fs::read_to_string("/proc/self/stat")?;
    // The name in parentheses may hold spaces: fields are counted from behind it.
    let after = stat
        .rsplit_once(')')
        .map(|(_, after)| after)
        .unwrap_or_default();
    let fields: Vec<&str> = after.split_whitespace().collect();
    let ticks = |at: usize| {
        fields
            .get(at)
            .and_then(|field| field.parse().ok())
            .unwrap_or(0.0)
    };
    Ok(Duration::from_secs_f64(
        (ticks(13) + ticks(14)) / TICKS_PER_SECOND,
    ))
}

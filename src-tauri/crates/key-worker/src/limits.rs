//! What the child may not do, whatever is in the file.

use std::io;

/// Memory that the child may take for itself, beyond the program and its libraries.
#[cfg(any(unix, windows))]
const MEMORY: u64 = 256 << 20;

/// Windows wants to know the least as well.
#[cfg(windows)]
const LEAST: usize = 1 << 20;

/// Gives up, for good, more memory than [`MEMORY`], more than a few open files, core dumps, and being looked
/// at by other programs of the user. How long it may work is known with the task.
#[cfg(unix)]
pub(crate) fn take() -> io::Result<()> {
    use rustix::process::Resource;
    hide()?;
    most(Resource::Core, 0)?;
    most(Resource::Nofile, 8)?;
    // Nothing is written to any file: a pipe is none.
    most(Resource::Fsize, 0)?;
    // Linux counts here what a program allocates, unlike RLIMIT_AS, which counts its libraries too.
    // macOS does not enforce it: there the reader's own bounds and the parent's clock remain.
    most(Resource::Data, MEMORY)
}

/// Gives up more processor time than so many seconds. The parent's clock ends the child sooner; this one
/// goes on where the parent was killed.
#[cfg(unix)]
pub(crate) fn take_time(seconds: u64) -> io::Result<()> {
    most(rustix::process::Resource::Cpu, seconds)
}

#[cfg(unix)]
fn most(resource: rustix::process::Resource, limit: u64) -> io::Result<()> {
    let limit = rustix::process::Rlimit {
        current: Some(limit),
        maximum: Some(limit),
    };
    Ok(rustix::process::setrlimit(resource, limit)?)
}

/// Also where the program that this is a child of cannot hide itself.
#[cfg(target_os = "linux")]
fn hide() -> io::Result<()> {
    use rustix::process::{DumpableBehavior, set_dumpable_behavior};
    Ok(set_dumpable_behavior(DumpableBehavior::NotDumpable)?)
}

#[cfg(all(unix, not(target_os = "linux")))]
fn hide() -> io::Result<()> {
    Ok(())
}

/// The crate that makes the job knows no limit on time: the clock is the parent's alone.
#[cfg(windows)]
pub(crate) fn take_time(_seconds: u64) -> io::Result<()> {
    Ok(())
}

/// As far as a job object goes that this process is alone in: the memory of the machine that it may
/// occupy. What it asks for beyond that goes to the page file, until the parent's clock ends it.
#[cfg(windows)]
pub(crate) fn take() -> io::Result<()> {
    use win32job::{ExtendedLimitInfo, Job};
    let mut limits = ExtendedLimitInfo::new();
    let most = usize::try_from(MEMORY).unwrap_or(usize::MAX);
    limits
        .limit_working_memory(LEAST, most)
        .limit_kill_on_job_close();
    let job = Job::create_with_limit_info(&limits).map_err(io::Error::other)?;
    job.assign_current_process().map_err(io::Error::other)?;
    // Closing the handle would end this process before its work is done.
    std::mem::forget(job);
    Ok(())
}

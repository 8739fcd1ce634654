//! What the child may not do, whatever is in the file.

use std::io;

/// Memory that the child may take for itself, beyond the program and its libraries.
#[cfg(any(unix, windows))]
const MEMORY: u64 = 256 << 20;

/// Windows wants to know the least as well.
#[cfg(windows)]
const LEAST: usize = 1 << 20;

/// Gives up, for good, more memory than [`MEMORY`], more than a few open files, and core dumps. Time is
/// the parent's to limit: it knows how long a person agreed to wait.
#[cfg(unix)]
pub(crate) fn take() -> io::Result<()> {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let most = |limit| Rlimit {
        current: Some(limit),
        maximum: Some(limit),
    };
    setrlimit(Resource::Core, most(0))?;
    setrlimit(Resource::Nofile, most(8))?;
    // Nothing is written to any file: a pipe is none.
    setrlimit(Resource::Fsize, most(0))?;
    // Linux counts here what a program allocates, unlike RLIMIT_AS, which counts its libraries too.
    // macOS does not enforce it: there the reader's own bounds and the parent's clock remain.
    setrlimit(Resource::Data, most(MEMORY))?;
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

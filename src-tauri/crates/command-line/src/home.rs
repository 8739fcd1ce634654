//! The folder in which everything is kept.

use std::io;
use std::path::{Path, PathBuf};

use message::Problem;
use sites::state_folder;

/// The folder that was named, which keeps its rights, else the usual one, which is for its owner alone.
pub(crate) fn open(named: Option<&Path>) -> Result<PathBuf, Problem> {
    let home = find(named)?;
    let used = match named {
        Some(named) => private_files::use_folder(named),
        None => private_files::make_folder(&home),
    };
    used.map_err(|error| not_made(&home, &error))?;
    Ok(home)
}

/// Where it is, for who only reads what is in it.
pub(crate) fn find(named: Option<&Path>) -> Result<PathBuf, Problem> {
    match named {
        Some(named) => Ok(named.to_owned()),
        None => state_folder().map_err(|error| no_folder(&error)),
    }
}

fn no_folder(error: &sites::NoStateFolder) -> Problem {
    let problem = Problem::new(
        "state.no_folder",
        "It is not known where to keep the record of runs.",
        "Nothing was done at any site.",
        "Name a folder with --state DIR.",
    );
    problem.quoting(&error.to_string())
}

fn not_made(home: &Path, error: &io::Error) -> Problem {
    let problem = Problem::new(
        "state.folder",
        format!("The folder {} cannot be used.", home.display()),
        "Nothing was done at any site.",
        "Name a folder that belongs to you with --state DIR.",
    );
    problem.quoting(&error.to_string())
}

/// The operating system gives no threads.
pub(crate) fn no_runtime(error: &io::Error) -> Problem {
    let problem = Problem::new(
        "machine.no_threads",
        "This computer does not let the program start.",
        "Nothing was done at any site.",
        "Close other programs or raise the limit of processes, then try again.",
    );
    problem.quoting(&error.to_string())
}

//! Opens files with private keys, and makes keys, in a child process: a file that makes the reader go
//! astray takes the child with it and nothing else, and a key is in memory no longer than one answer
//! takes (docs/security.md, T7).
//!
//! The child is the same program with the one argument [`ARGUMENT`]. It limits itself before it reads
//! anything, takes one task from its standard input, answers on its standard output and ends.

mod child;
mod estimate;
mod exchange;
mod inside;
mod left_out;
mod limits;
mod offered_file;
mod opened;
mod opening;
mod problem;
mod worker;

pub use child::{is_wanted, serve};
pub use estimate::Patience;
pub use exchange::MadeRequest;
pub use inside::Inside;
pub use left_out::LeftOut;
pub use offered_file::OfferedFile;
pub use opened::{Opened, Together};
pub use worker::{RequestError, SealError, Worker, WorkerError};

/// What makes the program a child that opens files.
pub const ARGUMENT: &str = "--key-worker";

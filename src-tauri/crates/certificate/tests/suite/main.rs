//! The crate as others use it: files of other tools, promises, mends, and hostile input.
#![expect(clippy::disallowed_methods, reason = "tests read the machine's clock")]
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test that cannot go on shall stop where it stands"
)]

mod any_bundle;
mod cases;
mod cases_of_java;
mod chain_promises;
mod chains;
mod ciphers;
mod comparing;
mod dumps;
mod entries;
mod figures;
mod in_english;
mod java;
mod java_certificates;
mod java_keystores;
mod keystores;
mod mutations;
mod odd_certificates;
mod odd_contents;
mod odd_der;
mod odd_files;
mod other_kinds;
mod passwords;
mod pasted;
mod promises;
mod rare_keys;
mod requests;
mod workshop;
mod writing;
mod written;

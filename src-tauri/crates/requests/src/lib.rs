//! Requests for certificates that wait for an authority's reply, which may take weeks.
//!
//! A request and its key are made in a child process; the key leaves it encrypted and is kept so, in
//! one file of the state folder. What decrypts it is drawn at random and kept in the keyring of the
//! operating system, or, where there is none, typed by the person each time. The reply finds its
//! request by the public key (docs/decisions/requests.md).

mod names;
mod pending;
mod problem;
mod reply;
mod requests;

pub use names::names_for;
pub use pending::{PendingRequest, Protection};
pub use reply::{Reply, replies_to};
pub use requests::{Requests, RequestsError, Wanted};

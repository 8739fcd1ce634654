//! Where missing issuers come from: this machine's store, and the address that a certificate names.
//!
//! Nothing here runs by itself. An address stands in a certificate that anybody may have made, so it is
//! visited only when a person asks, and never inside the own network: `docs/decisions/issuers.md`.

mod complete;
mod error;
mod fetch;
mod problem;
mod reach;
mod store;

pub use complete::{CompleteError, Fetched, address_above, from_address, from_machine};
pub use error::{FetchError, Unvisited};
pub use store::{machine_roots, to_judge_by};

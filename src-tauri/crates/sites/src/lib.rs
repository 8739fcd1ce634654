//! The saved sites, a file, and their secrets, the keyring of the operating system.
//!
//! Three things are kept apart on purpose: what a site *is* ([`SavedSite`], plain and printable),
//! where the list *lives* ([`Sites`], one file in the state folder), and what is *secret*
//! ([`Keyring`], never in a file of ours). A password leaves a keyring only for the endpoint, and
//! under one of the pins, that it was given for.

mod account;
mod document;
mod folder;
mod keyring;
mod keyring_error;
mod measure;
mod memory_keyring;
mod problem;
mod refused;
mod saved_site;
mod sealed;
mod sites;
mod system_keyring;

pub use account::Account;
pub use document::{Document, DocumentError, Opened};
pub use folder::{NoStateFolder, state_folder};
pub use keyring::{Keyring, KeyringStatus};
pub use keyring_error::KeyringError;
pub use measure::Measure;
pub use memory_keyring::MemoryKeyring;
pub use refused::{forget_refused, is_refused};
pub use saved_site::{LastCheck, Learned, PinGeneration, Role, SavedSite};
pub use sites::{Sites, SitesError};
pub use system_keyring::SystemKeyring;

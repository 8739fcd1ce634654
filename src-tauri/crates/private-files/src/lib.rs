//! Files and folders for the eyes of their owner: made, opened and replaced without following a link.
//!
//! One door for everything this program writes. A folder that others may write to is a folder in which somebody else
//! decides what a name leads to, so none is used; and a name that leads elsewhere is refused, never followed.

mod file;
mod folder;

pub use file::{append, create_new, open, options, replace};
pub use folder::{make_folder, use_folder};

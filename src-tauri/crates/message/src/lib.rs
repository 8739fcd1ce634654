//! What is to be told, in no language yet: a code and typed arguments. The catalogue of crate `words` holds the
//! sentence for each code in each language; whoever shows a message chooses the language then.

mod message;
mod problem;

pub use message::{Argument, Message};
pub use problem::Problem;

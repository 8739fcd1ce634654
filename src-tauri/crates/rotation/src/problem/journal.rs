//! Words for what can go wrong with a journal.

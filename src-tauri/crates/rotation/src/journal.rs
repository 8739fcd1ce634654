//! The record of a run: an append-only file that survives whatever ends the app.

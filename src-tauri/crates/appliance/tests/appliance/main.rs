//! The client of one appliance against real TLS servers: the practice lab for what an appliance does, scripted ones
//! for what no honest appliance does.
#![expect(clippy::disallowed_methods, reason = "tests read the machine's clock")]
#![cfg(test)]
#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a test names the one variant it expects"
)]

mod answers;
mod calls;
mod lab;
mod pinning;
mod probing;
mod server;
mod sessions;
mod sharing;
mod signing_in;
mod tasks;

//! The lab, looked at from outside with tools that know nothing of its code: curl and openssl.
#![expect(clippy::disallowed_methods, reason = "tests read the machine's clock")]
#![cfg(test)]

mod certificates;
mod faults;
mod passwords;
mod program;
mod restarts;
mod seed;
mod services;
mod sessions;
mod support;
mod trust;

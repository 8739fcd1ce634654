//! The lab, looked at from outside with tools that know nothing of its code: curl and openssl.
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

//! Why an issuer's certificate could not be fetched.

use std::io;
use std::net::IpAddr;
use std::time::Duration;

use certificate::ReadError;

/// Why an issuer's certificate could not be fetched.
#[derive(Debug, thiserror::Error)]
pub enum FetchError {
    /// The text is no address.
    #[error("fetch the issuer: {address} is no address")]
    NotAnAddress {
        /// What stood there.
        address: String,
    },
    /// The address is none that is visited: another scheme or port, or with a user name in it.
    #[error("fetch the issuer from {address}: {why:?} is not visited")]
    NotVisited {
        /// The address.
        address: String,
        /// What about it.
        why: Unvisited,
    },
    /// The host's name does not resolve.
    #[error("fetch the issuer: the name {host} does not resolve")]
    NotFound {
        /// The host.
        host: String,
        /// What the system says.
        #[source]
        source: io::Error,
    },
    /// The host is inside a network, this machine's or another's. A certificate must not send us there.
    #[error("fetch the issuer: {host} is at {address}, which is no public address")]
    NotPublic {
        /// The host.
        host: String,
        /// The address that is not public.
        address: IpAddr,
    },
    /// The host does not answer, or breaks off.
    #[error("fetch the issuer: {host} does not answer")]
    Unreachable {
        /// The host.
        host: String,
        /// What happened.
        #[source]
        source: reqwest::Error,
    },
    /// It took too long altogether.
    #[error("fetch the issuer: {host} took longer than {} s", limit.as_secs())]
    TookTooLong {
        /// The host.
        host: String,
        /// How long it may take.
        limit: Duration,
    },
    /// The answer is none with content. Redirections are not followed.
    #[error("fetch the issuer: {host} answers with status {status}")]
    Refused {
        /// The host.
        host: String,
        /// The status of HTTP.
        status: u16,
    },
    /// The answer is longer than certificates are.
    #[error("fetch the issuer: the answer of {host} has more than {limit} bytes")]
    TooLarge {
        /// The host.
        host: String,
        /// The limit in bytes.
        limit: usize,
    },
    /// The answer is something else than certificates.
    #[error("fetch the issuer: {host} sends no certificate")]
    NoCertificate {
        /// The host.
        host: String,
        /// What it is instead; nothing where it is a key.
        #[source]
        source: Option<ReadError>,
    },
}

/// What about an address keeps it from being visited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unvisited {
    /// Its scheme is neither http nor https.
    Scheme,
    /// It carries a user name or a password.
    UserName,
    /// Its port is neither 80 nor 443.
    Port,
}

//! Bytes in, facts out: certificates, keystores and the promises they keep. No network, no clock.

mod certificate;
mod thumbprint;

pub use certificate::{Certificate, KeyKind, Name, ReadCertificateError};
pub use thumbprint::{ParseThumbprintError, Thumbprint};

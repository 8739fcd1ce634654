//! How long and how much: every bound this crate sets on an appliance, in one place.

use std::time::Duration;

/// The longest text field an appliance may send; longer names are refused, longer messages cut.
pub(crate) const TEXT_CAP: usize = 4 * 1024;

/// The longest list an appliance may send.
pub(crate) const LIST_CAP: usize = 5_000;

/// The most header fields of one answer.
pub(crate) const HEADER_COUNT_CAP: usize = 100;

/// The most bytes of header of one answer.
pub(crate) const HEADER_BYTES_CAP: usize = 64 * 1024;

/// The answer of a login.
pub(crate) const SESSION_CAP: usize = 64 * 1024;

/// Answers of a handful of fields, and every answer that reports an error.
pub(crate) const SMALL_CAP: usize = 64 * 1024;

/// Answers that carry a certificate.
pub(crate) const CERTIFICATE_CAP: usize = 256 * 1024;

/// Answers about tasks.
pub(crate) const TASKS_CAP: usize = 4 * 1024 * 1024;

/// Lists of sites.
pub(crate) const SITES_CAP: usize = 8 * 1024 * 1024;

/// The page that is asked for to see whether the service is back; its content is not used.
pub(crate) const PAGE_CAP: usize = 8 * 1024 * 1024;

/// How long each phase of a request may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Name, TCP and TLS together: 10 s for the connection and 10 s for the handshake.
    pub connect: Duration,
    /// From the request to the first byte of the answer, once connected.
    pub first_byte: Duration,
    /// Between two pieces of the answer.
    pub idle: Duration,
    /// The whole of an ordinary request.
    pub total: Duration,
    /// The whole of the request that uploads a certificate.
    pub upload: Duration,
}

impl Limits {
    /// For real appliances.
    pub const fn usual() -> Self {
        Self {
            connect: Duration::from_secs(20),
            first_byte: Duration::from_secs(30),
            idle: Duration::from_secs(15),
            total: Duration::from_secs(60),
            upload: Duration::from_secs(120),
        }
    }

    /// The usual limits, `factor` times shorter, and none below `floor`: what this computer itself may need.
    pub fn compressed(factor: u32, floor: Duration) -> Self {
        let usual = Self::usual();
        let shorter = |limit: Duration| limit.checked_div(factor).unwrap_or(limit).max(floor);
        Self {
            connect: shorter(usual.connect),
            first_byte: shorter(usual.first_byte),
            idle: shorter(usual.idle),
            total: shorter(usual.total),
            upload: shorter(usual.upload),
        }
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self::usual()
    }
}

/// How long each phase of a probe may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProbeLimits {
    /// Looking the name up and connecting.
    pub connect: Duration,
    /// The TLS handshake.
    pub handshake: Duration,
}

impl Default for ProbeLimits {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(10),
            handshake: Duration::from_secs(10),
        }
    }
}

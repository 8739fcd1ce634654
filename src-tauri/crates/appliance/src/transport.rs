//! From what the libraries say about a broken connection to what it means.

use std::error::Error;
use std::io::{self, ErrorKind};

use ground::NameNotFound;
use hyper_util::client::legacy;
use rustls::{CertificateError, InvalidMessage};

use crate::call::Call;
use crate::error::{Phase, RequestError, Unreachable};
use crate::tls::CertificateDiffers;

/// What the system says when the machine is out of reach.
const NO_ROUTE: [ErrorKind; 3] = [
    ErrorKind::HostUnreachable,
    ErrorKind::NetworkUnreachable,
    ErrorKind::NetworkDown,
];

/// What it says when the other end hangs up.
const CLOSED: [ErrorKind; 5] = [
    ErrorKind::ConnectionReset,
    ErrorKind::ConnectionAborted,
    ErrorKind::BrokenPipe,
    ErrorKind::NotConnected,
    ErrorKind::UnexpectedEof,
];

/// What a failure to send, or to receive the answer, means. As long as the connection was being made, nothing was
/// sent; from then on the outcome is open, whatever broke, TLS included.
pub(crate) fn failed_request(call: Call, error: legacy::Error) -> RequestError {
    if !error.is_connect() {
        return lost(call, error);
    }
    if let Some(source) = tls_error_in(&error).cloned() {
        return failed_handshake(source);
    }
    if has_timed_out(&error) {
        return RequestError::TimedOut {
            call,
            phase: Phase::Connecting,
        };
    }
    RequestError::Unreachable {
        why: why_unreachable(&error),
        source: Box::new(error),
    }
}

/// The connection broke after the request was on its way.
pub(crate) fn lost(call: Call, error: impl Error + Send + Sync + 'static) -> RequestError {
    let source = Box::new(error);
    RequestError::ConnectionLost { call, source }
}

/// Whether a limit passed while the connection was being made: ours, or the system's.
fn has_timed_out(error: &(dyn Error + 'static)) -> bool {
    causes(error)
        .filter_map(|cause| cause.downcast_ref::<io::Error>())
        .any(|cause| cause.kind() == ErrorKind::TimedOut)
}

fn failed_handshake(source: rustls::Error) -> RequestError {
    if let Some(differs) = differing_certificate(&source) {
        return RequestError::OtherCertificate {
            expected: differs.expected,
            seen: differs.seen,
            leaf: differs.leaf.clone().map(Box::new),
        };
    }
    if speaks_no_tls(&source) {
        RequestError::NotTls { source }
    } else {
        RequestError::Handshake { source }
    }
}

fn differing_certificate(error: &rustls::Error) -> Option<&CertificateDiffers> {
    let rustls::Error::InvalidCertificate(CertificateError::Other(other)) = error else {
        return None;
    };
    other.0.downcast_ref()
}

/// Whether the first bytes of the answer were no TLS record.
pub(crate) fn speaks_no_tls(error: &rustls::Error) -> bool {
    matches!(
        error,
        rustls::Error::InvalidMessage(
            InvalidMessage::InvalidContentType
                | InvalidMessage::UnknownProtocolVersion
                | InvalidMessage::MessageTooLarge
                | InvalidMessage::InvalidEmptyPayload
        )
    )
}

/// The TLS error among the causes, if one is there.
pub(crate) fn tls_error_in<'a>(error: &'a (dyn Error + 'static)) -> Option<&'a rustls::Error> {
    causes(error).find_map(|cause| cause.downcast_ref())
}

/// The most telling reason among the causes.
pub(crate) fn why_unreachable(error: &(dyn Error + 'static)) -> Unreachable {
    if causes(error).any(|cause| cause.is::<NameNotFound>()) {
        return Unreachable::NameNotFound;
    }
    causes(error)
        .filter_map(|cause| cause.downcast_ref::<io::Error>())
        .map(|cause| of_kind(cause.kind()))
        .find(|why| *why != Unreachable::Other)
        .unwrap_or(Unreachable::Other)
}

fn of_kind(kind: ErrorKind) -> Unreachable {
    let is_one_of = |kinds: &[ErrorKind]| kinds.contains(&kind);
    if kind == ErrorKind::ConnectionRefused {
        Unreachable::Refused
    } else if is_one_of(&NO_ROUTE) {
        Unreachable::NoRoute
    } else if is_one_of(&CLOSED) {
        Unreachable::Closed
    } else {
        Unreachable::Other
    }
}

/// An error and its causes, outermost first. What an `io::Error` wraps is a cause too; its `source()` skips it.
fn causes<'a>(error: &'a (dyn Error + 'static)) -> impl Iterator<Item = &'a (dyn Error + 'static)> {
    std::iter::successors(Some(error), |&error| {
        let wrapped = error
            .downcast_ref::<io::Error>()
            .and_then(io::Error::get_ref);
        match wrapped {
            Some(inner) => Some(inner as &(dyn Error + 'static)),
            None => error.source(),
        }
    })
}

//! What can go wrong between us and an appliance.

use std::error::Error;
use std::fmt;
use std::sync::Arc;

use certificate::{Certificate, Thumbprint};

use crate::call::Call;

/// Why a request did not bring its answer.
#[derive(Debug, thiserror::Error)]
pub enum RequestError {
    /// The request was refused by this program before a byte was sent.
    #[error("{call} was not sent")]
    NotSent {
        /// The request.
        call: Call,
        /// Why it cannot be sent.
        #[source]
        reason: NotSent,
    },
    /// No connection came about.
    #[error("the appliance cannot be reached: {why}")]
    Unreachable {
        /// What is known of the reason.
        why: Unreachable,
        /// What the system said.
        #[source]
        source: Box<dyn Error + Send + Sync>,
    },
    /// Something answers there, and it does not speak TLS.
    #[error("the port answers, but not with TLS")]
    NotTls {
        /// What the TLS library made of the answer.
        #[source]
        source: rustls::Error,
    },
    /// The handshake failed for another reason than the certificate's identity.
    #[error("the TLS handshake failed")]
    Handshake {
        /// What the TLS library said.
        #[source]
        source: rustls::Error,
    },
    /// Another certificate than the expected one was shown. Nothing was sent.
    #[error("another certificate was shown: {seen}")]
    OtherCertificate {
        /// The pinned one.
        expected: Thumbprint,
        /// The thumbprint of what was shown.
        seen: Thumbprint,
        /// What was shown, where it can be read.
        leaf: Option<Box<Certificate>>,
    },
    /// A time limit passed.
    #[error("{call} took too long: {phase}")]
    TimedOut {
        /// The request.
        call: Call,
        /// What was being waited for.
        phase: Phase,
    },
    /// The connection broke after the request was on its way; what became of the request is unknown.
    #[error("the connection broke during {call}")]
    ConnectionLost {
        /// The request.
        call: Call,
        /// What the HTTP library said.
        #[source]
        source: Box<dyn Error + Send + Sync>,
    },
    /// The session has ended (docs/vcda-api.md §1.5).
    #[error("the session has ended")]
    SessionGone,
    /// The session has ended, and no other one could be opened in its place. The request itself had no effect.
    #[error("the session has ended, and signing in again failed")]
    NotRenewed {
        /// What stopped the sign-in.
        #[source]
        source: Arc<SignInError>,
    },
    /// The appliance refuses who is asking: the password, or the network it is asked from, which look the same
    /// (docs/vcda-api.md §1.9).
    #[error("the appliance refuses this account or this network: {msg}")]
    CredentialRefused {
        /// The appliance's own words.
        msg: String,
    },
    /// The account may not do this.
    #[error("the appliance does not permit {call}: {msg}")]
    Forbidden {
        /// The request.
        call: Call,
        /// The appliance's own words.
        msg: String,
    },
    /// The appliance answered with an error of its own.
    #[error("the appliance refused {call} with status {status}: {msg}")]
    Refused {
        /// The request.
        call: Call,
        /// The HTTP status.
        status: u16,
        /// The appliance's error code; empty where it gave none.
        code: String,
        /// The appliance's own words; empty where it gave none.
        msg: String,
    },
    /// A proxy in front of the services answers that they are not there yet (docs/vcda-api.md §2.4).
    #[error("the services behind the appliance's port are not ready (status {status})")]
    NotReady {
        /// 502, 503 or 504.
        status: u16,
    },
    /// A page for people, or the way to one, came where an answer for programs was expected.
    #[error("{call} was answered as a web site does, not as the appliance's API")]
    NotTheProduct {
        /// The request.
        call: Call,
    },
    /// The answer is not what the API gives.
    #[error("the answer to {call} is not {expected}")]
    Unreadable {
        /// The request.
        call: Call,
        /// What was expected, in words.
        expected: &'static str,
        /// Where reading failed.
        #[source]
        source: Option<serde_json::Error>,
    },
    /// The answer is larger than any honest answer to this request.
    #[error("the answer to {call} is larger than {limit} bytes")]
    TooLarge {
        /// The request.
        call: Call,
        /// The bound that was passed.
        limit: usize,
    },
}

impl RequestError {
    /// Whether the same request may succeed later without anybody doing anything.
    pub fn is_retryable(&self) -> bool {
        match self {
            Self::Unreachable { .. }
            | Self::TimedOut { .. }
            | Self::ConnectionLost { .. }
            | Self::NotReady { .. } => true,
            Self::Refused { status, .. } => matches!(status, 408 | 429 | 500..),
            Self::NotRenewed { source } => source.proves_nothing_was_looked_at(),
            Self::NotSent { .. }
            | Self::NotTls { .. }
            | Self::Handshake { .. }
            | Self::OtherCertificate { .. }
            | Self::SessionGone
            | Self::CredentialRefused { .. }
            | Self::Forbidden { .. }
            | Self::NotTheProduct { .. }
            | Self::Unreadable { .. }
            | Self::TooLarge { .. } => false,
        }
    }

    /// Whether the request certainly had no effect: it was not sent, or refused as a whole.
    ///
    /// That an appliance which answers 4xx did nothing is an inference from what these statuses mean.
    pub fn is_definite_refusal(&self) -> bool {
        match self {
            Self::NotSent { .. }
            | Self::Unreachable { .. }
            | Self::NotTls { .. }
            | Self::Handshake { .. }
            | Self::OtherCertificate { .. }
            | Self::SessionGone
            | Self::NotRenewed { .. }
            | Self::CredentialRefused { .. }
            | Self::Forbidden { .. } => true,
            Self::TimedOut { phase, .. } => *phase == Phase::Connecting,
            Self::Refused { status, .. } => (400..500).contains(status) && *status != 408,
            Self::ConnectionLost { .. }
            | Self::NotReady { .. }
            | Self::NotTheProduct { .. }
            | Self::Unreadable { .. }
            | Self::TooLarge { .. } => false,
        }
    }
}

impl RequestError {
    /// Whether the request never left, and the way to the appliance may open by itself.
    pub fn never_left(&self) -> bool {
        let is_connecting = |phase: &Phase| *phase == Phase::Connecting;
        matches!(self, Self::Unreachable { .. })
            || matches!(self, Self::TimedOut { phase, .. } if is_connecting(phase))
    }

    /// Whether the request left and no answer came: what became of it is unknown.
    pub fn lost_its_answer(&self) -> bool {
        matches!(self, Self::ConnectionLost { .. } | Self::TimedOut { .. }) && !self.never_left()
    }
}

/// Why this program refuses to send a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotSent {
    /// The password travels in a header, which carries printable ASCII and neither begins nor ends with a space
    /// (docs/vcda-api.md §1.6).
    #[error("the password has characters that a header cannot carry faithfully")]
    PasswordDoesNotFitAHeader,
    /// A name that has to stand in the path cannot: it is empty or a dot.
    #[error("a name cannot stand in the address of the request")]
    NameDoesNotFitAPath,
    /// The session was given up after a request that ends it.
    #[error("this session was given up when the certificate was replaced")]
    SessionGivenUp,
}

/// Why no connection came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unreachable {
    /// The name is not known to this computer's resolver.
    NameNotFound,
    /// The machine is there and nothing listens on the port.
    Refused,
    /// No way leads to the machine.
    NoRoute,
    /// The connection was closed before the handshake was complete.
    Closed,
    /// The system gave another reason.
    Other,
}

impl fmt::Display for Unreachable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NameNotFound => "the name does not resolve",
            Self::Refused => "nothing listens on the port",
            Self::NoRoute => "no route leads there",
            Self::Closed => "the connection was closed before the handshake was complete",
            Self::Other => "the system could not connect",
        })
    }
}

/// What was being waited for when time ran out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Phase {
    /// Name, TCP or TLS; nothing of the request was sent.
    Connecting,
    /// The TLS handshake of a probe.
    Handshake,
    /// The first byte of the answer.
    FirstByte,
    /// The next piece of the answer.
    Body,
    /// The request as a whole.
    Whole,
}

impl fmt::Display for Phase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Connecting => "no connection",
            Self::Handshake => "no TLS handshake",
            Self::FirstByte => "no answer",
            Self::Body => "the answer stopped",
            Self::Whole => "the answer did not end",
        })
    }
}

/// Why nobody is signed in.
#[derive(Debug, thiserror::Error)]
pub enum SignInError {
    /// The appliance said no. A wrong password and an administrator coming in from a network that may not
    /// administer get the very same answer (docs/vcda-api.md §1.9).
    #[error("the appliance refused the sign-in: {msg}")]
    Refused {
        /// The appliance's own words.
        msg: String,
    },
    /// The appliance said no before, and the password was not typed anew since: it was not sent again.
    #[error("the appliance refused this password before, and it was not sent again: {msg}")]
    RefusedBefore {
        /// The appliance's own words at that time.
        msg: String,
    },
    /// The answer grants a session and names no token: this is not the product.
    #[error("the sign-in was answered without a session token")]
    NoToken,
    /// The request itself failed.
    #[error("the sign-in failed")]
    Request(#[source] RequestError),
}

impl SignInError {
    /// Whether the appliance said no, now or before.
    pub fn is_refusal(&self) -> bool {
        matches!(self, Self::Refused { .. } | Self::RefusedBefore { .. })
    }

    /// Whether the password certainly never left this computer, and the way may open by itself.
    pub fn never_left(&self) -> bool {
        matches!(self, Self::Request(error) if error.never_left())
    }

    /// Whether the failure proves that nobody looked at the password, so that the same sign-in may be asked for
    /// with patience while a service starts: it never left, or a proxy answered with a page of its own that the
    /// service behind it is not there (502, 503). Every other answer may be the service's, and so does a proxy
    /// that waited for the service in vain (504): the password may have been counted (docs/vcda-api.md §1.5).
    pub fn proves_nothing_was_looked_at(&self) -> bool {
        let is_of_a_proxy = matches!(
            self,
            Self::Request(RequestError::NotReady { status: 502 | 503 })
        );
        is_of_a_proxy || self.never_left()
    }
}

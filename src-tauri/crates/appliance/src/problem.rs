//! What the errors between this computer and an appliance are to a person. Each names the site as people know it.

use message::{Message, Problem, message, problem};

use crate::address::ParseAddressError;
use crate::error::{NotSent, RequestError, SignInError, Unreachable};
use crate::probe::ProbeError;

impl From<&ParseAddressError> for Problem {
    fn from(error: &ParseAddressError) -> Self {
        match error {
            ParseAddressError::Empty => problem!("address.empty"),
            ParseAddressError::HasPath { path } => problem!("address.has_path", path = path),
            ParseAddressError::NotHttps { scheme } => {
                problem!("address.not_https", scheme = scheme)
            }
            ParseAddressError::BadPort { port } => problem!("address.bad_port", port = port),
            ParseAddressError::BadHost { host } => problem!("address.bad_host", host = host),
            ParseAddressError::HasZone { host } => problem!("address.zone", host = host),
            ParseAddressError::HasUser => problem!("address.has_user"),
        }
    }
}

impl ProbeError {
    /// Why the site of this name or address could not be looked at.
    pub fn problem(&self, site: &str) -> Problem {
        match self {
            Self::Unreachable { why, .. } => unreachable(site, *why).into(),
            Self::TimedOut { .. } => problem!("site.timed_out", site = site),
            Self::NotTls { .. } => problem!("site.not_tls", site = site),
            Self::Handshake { .. } => problem!("site.handshake", site = site),
            Self::UnreadableCertificate { shown, .. } => problem!(
                "site.unreadable_certificate",
                site = site,
                shown = shown.to_string()
            ),
        }
    }
}

impl SignInError {
    /// What went wrong with signing in at the site of this name.
    pub fn problem(&self, site: &str) -> Problem {
        match self {
            // A wrong password and an administrator from a network that may not administer get the very same
            // answer (docs/vcda-api.md §1.9), so the words name both.
            Self::Refused { msg } => problem!("site.sign_in_refused", site = site).quoting(msg),
            Self::RefusedBefore { msg } => {
                problem!("site.password_refused", site = site).quoting(msg)
            }
            Self::NoToken => problem!("site.not_the_product", site = site),
            Self::Request(error) => error.problem(site),
        }
    }
}

impl RequestError {
    /// What went wrong with a request to the site of this name.
    pub fn problem(&self, site: &str) -> Problem {
        match self {
            Self::NotSent { reason, .. } => not_sent(site, *reason),
            Self::Unreachable { why, .. } => unreachable(site, *why).into(),
            Self::NotTls { .. } => problem!("site.not_tls", site = site),
            Self::Handshake { .. } => problem!("site.handshake", site = site),
            Self::OtherCertificate { expected, seen, .. } => problem!(
                "site.other_certificate",
                site = site,
                seen = seen.to_string(),
                expected = expected.to_string()
            ),
            Self::TimedOut { .. } => problem!("site.timed_out", site = site),
            Self::ConnectionLost { .. } => problem!("site.connection_lost", site = site),
            Self::SessionGone => problem!("site.session_gone", site = site),
            Self::NotRenewed { source } => source.problem(site),
            Self::CredentialRefused { msg } => {
                problem!("site.sign_in_refused", site = site).quoting(msg)
            }
            Self::Forbidden { call, msg } => {
                problem!("site.forbidden", site = site, call = call.to_string()).quoting(msg)
            }
            Self::Refused {
                call,
                status,
                msg,
                code,
            } => problem!(
                "site.refused",
                site = site,
                call = call.to_string(),
                status = status.to_string()
            )
            .quoting(if msg.is_empty() { code } else { msg }),
            Self::NotReady { .. } => problem!("site.not_ready", site = site),
            Self::NotTheProduct { .. } => problem!("site.not_the_product", site = site),
            Self::Unreadable { call, expected, .. } => problem!(
                "site.unreadable",
                site = site,
                call = call.to_string(),
                expected = expected.to_string()
            ),
            Self::TooLarge { call, limit } => problem!(
                "site.too_large",
                site = site,
                call = call.to_string(),
                limit = *limit
            ),
        }
    }
}

fn unreachable(site: &str, why: Unreachable) -> Message {
    match why {
        Unreachable::NameNotFound => message!("site.name_not_found", site = site),
        Unreachable::Refused => message!("site.nobody_listens", site = site),
        Unreachable::NoRoute => message!("site.no_route", site = site),
        Unreachable::Closed => message!("site.closed", site = site),
        Unreachable::Other => message!("site.unreachable", site = site),
    }
}

fn not_sent(site: &str, reason: NotSent) -> Problem {
    match reason {
        // The same fault as in a bundle, found later.
        NotSent::PasswordDoesNotFitAHeader => problem!("bundle.password_not_ascii")
            .told_as(message!("site.password_not_ascii", site = site)),
        NotSent::NameDoesNotFitAPath => problem!("site.strange_name", site = site),
        NotSent::SessionGivenUp => problem!("site.session_given_up", site = site),
    }
}

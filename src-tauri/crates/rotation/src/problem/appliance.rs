//! Words for what can go wrong between this computer and an appliance.

use appliance::{NotSent, ParseAddressError, ProbeError, RequestError, SignInError, Unreachable};

use super::Problem;

/// What a failed read leaves behind.
const READ_ONLY: &str = "Nothing was changed by this request.";

/// What to do about a site that does not answer.
const CHECK_THE_WAY: &str =
    "Check the address, the network and any firewall on the way, then try again.";

impl From<&ParseAddressError> for Problem {
    fn from(error: &ParseAddressError) -> Self {
        let (code, what) = match error {
            ParseAddressError::Empty => ("address.empty", "No address was given.".to_owned()),
            ParseAddressError::HasPath { path } => (
                "address.has_path",
                format!("The address goes on with {path} after the host."),
            ),
            ParseAddressError::NotHttps { scheme } => (
                "address.not_https",
                format!("The address begins with {scheme}, not with https."),
            ),
            ParseAddressError::BadPort { port } => {
                ("address.bad_port", format!("{port} is not a port."))
            }
            ParseAddressError::BadHost { host } => (
                "address.bad_host",
                format!("{host} is neither a host name nor an IP address."),
            ),
            ParseAddressError::HasZone { host } => (
                "address.zone",
                format!(
                    "The address {host} holds on one link of one computer only: that is what % and a name behind it say."
                ),
            ),
            ParseAddressError::HasUser => (
                "address.has_user",
                "The address has a user name in it.".to_owned(),
            ),
        };
        Self::new(
            code,
            what,
            "Nothing was sent.",
            "Give the host name or IP address of the appliance, with a port if it is not 443.",
        )
    }
}

impl From<&ProbeError> for Problem {
    fn from(error: &ProbeError) -> Self {
        match error {
            ProbeError::Unreachable { why, .. } => unreachable("The site", *why),
            ProbeError::TimedOut { .. } => timed_out("The site"),
            ProbeError::NotTls { .. } => not_tls("The site"),
            ProbeError::Handshake { .. } => handshake("The site"),
            ProbeError::UnreadableCertificate { shown, .. } => Self::new(
                "site.unreadable_certificate",
                format!(
                    "The certificate that the site shows cannot be read. Its thumbprint is {shown}."
                ),
                "Nothing was sent to it.",
                "Check that the address is that of the appliance.",
            ),
        }
    }
}

impl From<(&str, &SignInError)> for Problem {
    /// What went wrong with signing in at a site, by the name that people know it by.
    fn from((site, error): (&str, &SignInError)) -> Self {
        match error {
            SignInError::Refused { msg } => refused(site, msg),
            SignInError::RefusedBefore { msg } => refused_before(site, msg),
            SignInError::NoToken => not_the_product(site),
            SignInError::Request(error) => Self::from((site, error)),
        }
    }
}

impl From<(&str, &RequestError)> for Problem {
    /// What went wrong with a request to a site, by the name that people know it by.
    fn from((site, error): (&str, &RequestError)) -> Self {
        match error {
            RequestError::NotSent { reason, .. } => not_sent(site, *reason),
            RequestError::Unreachable { why, .. } => unreachable(site, *why),
            RequestError::NotTls { .. } => not_tls(site),
            RequestError::Handshake { .. } => handshake(site),
            RequestError::OtherCertificate { expected, seen, .. } => Self::new(
                "site.other_certificate",
                format!(
                    "{site} shows another certificate than it is known by: {seen} in place of {expected}."
                ),
                "The connection was closed before anything was sent: no password, no request.",
                "Find out whether the certificate was replaced, or whether something stands between \
                 this computer and the site. Verify the new thumbprint before you accept it.",
            ),
            RequestError::TimedOut { .. } => timed_out(site),
            RequestError::ConnectionLost { .. } => Self::new(
                "site.connection_lost",
                format!("The connection to {site} broke before the answer was complete."),
                "What became of the last request is looked up before anything is sent again.",
                CHECK_THE_WAY,
            ),
            RequestError::SessionGone => Self::new(
                "site.session_gone",
                format!("{site} has ended the session."),
                READ_ONLY,
                "Try again; a new session is opened.",
            ),
            RequestError::NotRenewed { source } => Self::from((site, &**source)),
            RequestError::CredentialRefused { msg } => refused(site, msg),
            RequestError::Forbidden { call, msg } => Self::new(
                "site.forbidden",
                format!("The account may not do this at {site}: {call}."),
                READ_ONLY,
                "Sign in with an account that may administer the site.",
            )
            .quoting(msg),
            RequestError::Refused {
                call,
                status,
                msg,
                code,
            } => Self::new(
                "site.refused",
                format!("{site} refused a request: {call} was answered with status {status}."),
                READ_ONLY,
                "Read the appliance's own words and its log; then try again.",
            )
            .quoting(if msg.is_empty() { code } else { msg }),
            RequestError::NotReady { .. } => Self::new(
                "site.not_ready",
                format!("The services of {site} are not ready."),
                READ_ONLY,
                "Wait until they are up, then try again.",
            ),
            RequestError::NotTheProduct { .. } => not_the_product(site),
            RequestError::Unreadable { call, expected, .. } => Self::new(
                "site.unreadable",
                format!("{site} answered {call} with something that is not {expected}."),
                READ_ONLY,
                "Check that the address is that of a VMware Cloud Director Availability appliance.",
            ),
            RequestError::TooLarge { call, limit } => Self::new(
                "site.too_large",
                format!("{site} answered {call} with more than {limit} bytes."),
                "The answer was thrown away.",
                "Check that the address is that of a VMware Cloud Director Availability appliance.",
            ),
        }
    }
}

/// A wrong password and an administrator from a network that may not administer get the very same
/// answer (docs/vcda-api.md §1.9), so both are named.
fn refused(site: &str, msg: &str) -> Problem {
    Problem::new(
        "site.sign_in_refused",
        format!("{site} refused the sign-in."),
        "Nothing was changed there. It was tried once and not again, so that no account is locked.",
        "Check user and password. The very same answer comes when administrators are kept out of \
         the network you come from: then sign in from an inside address, or allow your network for \
         the moment.",
    )
    .quoting(msg)
}

/// The same, known from an attempt before: nothing was sent this time.
fn refused_before(site: &str, msg: &str) -> Problem {
    Problem::new(
        "site.password_refused",
        format!("{site} refused this password before, so it was not sent again."),
        "Nothing was changed there. A password that was refused is sent again only after somebody typed it anew, so \
         that no account is locked.",
        "Type the password of the site. The very same answer comes when administrators are kept out of the network \
         you come from: then sign in from an inside address, or allow your network for the moment, and type it again.",
    )
    .quoting(msg)
}

fn unreachable(site: &str, why: Unreachable) -> Problem {
    let (code, what) = match why {
        Unreachable::NameNotFound => (
            "site.name_not_found",
            format!("The name of {site} does not resolve."),
        ),
        Unreachable::Refused => (
            "site.nobody_listens",
            format!("{site} is there, but nothing listens on the port."),
        ),
        Unreachable::NoRoute => (
            "site.no_route",
            format!("No network route leads to {site}."),
        ),
        Unreachable::Closed => (
            "site.closed",
            format!("{site} closes the connection before it is secured."),
        ),
        Unreachable::Other => ("site.unreachable", format!("{site} cannot be reached.")),
    };
    Problem::new(code, what, "Nothing was sent there.", CHECK_THE_WAY)
}

fn timed_out(site: &str) -> Problem {
    Problem::new(
        "site.timed_out",
        format!("{site} did not answer in time."),
        "What became of the last request is looked up before anything is sent again.",
        CHECK_THE_WAY,
    )
}

fn not_tls(site: &str) -> Problem {
    Problem::new(
        "site.not_tls",
        format!("Something answers at {site}, but not with TLS."),
        "Nothing was sent there.",
        "Check the port: the appliance's own pages are on 443.",
    )
}

fn handshake(site: &str) -> Problem {
    Problem::new(
        "site.handshake",
        format!("The TLS handshake with {site} failed."),
        "Nothing was sent there.",
        CHECK_THE_WAY,
    )
}

fn not_the_product(site: &str) -> Problem {
    Problem::new(
        "site.not_the_product",
        format!("What answers at {site} is not VMware Cloud Director Availability."),
        "Nothing was changed there.",
        "Check the address and the port.",
    )
}

fn not_sent(site: &str, reason: NotSent) -> Problem {
    match reason {
        NotSent::PasswordDoesNotFitAHeader => Problem::new(
            "bundle.password_not_ascii",
            "The password has characters that the appliance cannot be told.",
            format!("Nothing was sent to {site}."),
            "Use a password of printable ASCII characters that neither begins nor ends with a space.",
        ),
        NotSent::NameDoesNotFitAPath => Problem::new(
            "site.strange_name",
            format!("{site} lists a site whose name cannot be asked for."),
            "Nothing was sent there.",
            "Repair this pairing in the appliance's own pages.",
        ),
        NotSent::SessionGivenUp => Problem::new(
            "site.session_given_up",
            format!("The session with {site} was given up when the certificate was replaced."),
            "Nothing was sent there.",
            "Resume the run: it signs in anew.",
        ),
    }
}

//! Words for what can be wrong with the file of a certificate.

use std::error::Error as _;

use certificate::{BundleError, EntryName, LockedKey, Promise, ReadError, UnfitPassword};
use key_worker::{LeftOut, Opened, SealError, WorkerError};

use super::Problem;

/// Where everything stands while a file is only looked at.
const NOTHING_SENT: &str = "Nothing was sent to any site.";

impl From<&ReadError> for Problem {
    fn from(error: &ReadError) -> Self {
        let (code, what, todo): (_, String, String) = match error {
            ReadError::PasswordNeeded => (
                "bundle.locked",
                "The file is locked: it needs a password, and none was given.".into(),
                "Type its password.".into(),
            ),
            ReadError::WrongPassword => (
                "bundle.wrong_password",
                "The password does not open the file.".into(),
                "Type it again; mind upper and lower case.".into(),
            ),
            ReadError::KeyPasswordDiffers => (
                "bundle.key_password_differs",
                "The password opens the file, but the private key inside has another one.".into(),
                "Type the password of the key as well: what goes to the appliance has one for both."
                    .into(),
            ),
            ReadError::StorePasswordDiffers => (
                "bundle.store_password_differs",
                "The password opens the private key inside, but not the keystore around it: that has another one, or its end was altered."
                    .into(),
                "Type the password of the keystore, or export it again with one password for both."
                    .into(),
            ),
            ReadError::UnsupportedEncryption { algorithm } => (
                "bundle.unsupported_encryption",
                format!("The file is protected with {algorithm}, which is not supported."),
                "Export it again with AES-256. The password is not the problem.".into(),
            ),
            ReadError::Damaged { at, what } => (
                "bundle.damaged",
                format!("The file is damaged at {at}: {what}."),
                "Fetch or export it again.".into(),
            ),
            ReadError::NotAKeystore { looks_like } => (
                "bundle.not_a_keystore",
                format!("This is {looks_like}, not a certificate."),
                looks_like.todo().into(),
            ),
            ReadError::TooLarge { limit } => (
                "bundle.too_large",
                format!("The file has more than {limit} bytes; no certificate is that large."),
                "Choose the file of the certificate.".into(),
            ),
            ReadError::TooMany { limit, of } => (
                "bundle.too_many",
                format!("The file has more than {limit} {of}; no bundle of one certificate has."),
                "Choose the file of the one certificate, its chain and its key.".into(),
            ),
            ReadError::TooSlow { work } => (
                "bundle.too_slow",
                format!("Opening the file takes {work}; that is more than is done unasked."),
                "Export it again with fewer rounds.".into(),
            ),
        };
        Self::new(code, what, NOTHING_SENT, todo)
    }
}

impl From<&BundleError> for Problem {
    fn from(error: &BundleError) -> Self {
        match error {
            BundleError::NoKey { .. } => Self::new(
                "bundle.no_key",
                "The file holds no private key.",
                "Without the key the appliance cannot use the certificate. Nothing was sent to any site.",
                "Choose the file that holds certificate and key, or add the key's file.",
            ),
            BundleError::OnlyAuthorities => Self::new(
                "bundle.only_authorities",
                "The certificate of the site is not in it: there are only certificates of authorities.",
                NOTHING_SENT,
                "Add the certificate that the authority issued for the site, and its private key.",
            ),
            BundleError::NoCertificate => Self::new(
                "bundle.no_certificate",
                "The file holds a private key and no certificate.",
                NOTHING_SENT,
                "Add the file of the certificate.",
            ),
            BundleError::KeyLocked { locked } => of_locked(locked),
            BundleError::KeyDoesNotMatch { offered } => Self::new(
                "bundle.key_does_not_match",
                format!(
                    "The private key does not belong to the certificate: {}.",
                    offered.join("; ")
                ),
                NOTHING_SENT,
                "Choose the key that was made with the request of this certificate.",
            ),
            BundleError::KeyNotComparable { kind } => Self::new(
                "bundle.key_not_comparable",
                format!(
                    "The private key is {kind}. Its file lacks the public half, so it cannot be compared with the certificate."
                ),
                "The product takes RSA keys only. Nothing was sent to any site.",
                "Request a certificate with an RSA key of 2048, 3072 or 4096 bits.",
            ),
            BundleError::SeveralEntries { entries } => Self::new(
                "bundle.several_entries",
                format!("Several keys here have a certificate: {}.", listed(entries)),
                "The appliance takes exactly one. Nothing was sent to any site.",
                "Choose the one that is meant on the screen Certificates and use it from there; on the \
                 command line make its file first: reseal-cli doctor FILE --entry NAME --write OUT.",
            ),
            BundleError::NoSuchEntry { wanted, entries } => Self::new(
                "bundle.no_such_entry",
                format!(
                    "No entry is called {wanted:?}. There are {}.",
                    listed(entries)
                ),
                NOTHING_SENT,
                "Name an entry by its own name, its subject or its thumbprint.",
            ),
        }
    }
}

/// A key that is there and does not open: why the first of them does not is what to do about.
fn of_locked(locked: &[LockedKey]) -> Problem {
    let why = locked.first().map(|key| &key.why);
    let problem = Problem::from(why.unwrap_or(&ReadError::PasswordNeeded));
    let names: Vec<String> = locked.iter().map(ToString::to_string).collect();
    let what = match names.as_slice() {
        [_] => "The private key is there and locked.".to_owned(),
        several => format!(
            "The private keys are there and locked: {}.",
            several.join(", ")
        ),
    };
    Problem { what, ..problem }
}

impl Problem {
    /// Why files are no certificate with its key, by the file that seems to hold what is missing; nothing
    /// where they are one.
    pub fn of_files(opened: &Opened) -> Option<Self> {
        let error = opened.problem.as_ref()?;
        let is_missing = matches!(
            error,
            BundleError::NoKey { .. }
                | BundleError::OnlyAuthorities
                | BundleError::NoCertificate
                | BundleError::KeyDoesNotMatch { .. }
        );
        let closed = opened.in_the_way().filter(|_| is_missing);
        Some(match closed {
            Some(closed) => missing_in(&closed, error),
            None => error.into(),
        })
    }
}

/// What is missing, and the file that may hold it.
fn missing_in(closed: &LeftOut, error: &BundleError) -> Problem {
    let missing = match error {
        BundleError::NoCertificate => "No certificate was read.",
        BundleError::OnlyAuthorities => "The certificate of the site was not read.",
        BundleError::NoKey { .. }
        | BundleError::KeyLocked { .. }
        | BundleError::KeyDoesNotMatch { .. }
        | BundleError::KeyNotComparable { .. }
        | BundleError::SeveralEntries { .. }
        | BundleError::NoSuchEntry { .. } => "The private key of the certificate was not read.",
    };
    let problem = Problem::from(closed);
    Problem {
        what: format!("{missing} {}", problem.what),
        ..problem
    }
}

impl From<&LeftOut> for Problem {
    fn from(closed: &LeftOut) -> Self {
        let problem = Self::from(&closed.why);
        let what = match &closed.key {
            None => format!("{}: {}", closed.file, problem.what),
            Some(LockedKey { alias, .. }) => match alias {
                Some(alias) => format!("{}: The private key {alias:?} is locked.", closed.file),
                None => format!("{}: A private key in it is locked.", closed.file),
            },
        };
        Self { what, ..problem }
    }
}

/// Something is there, and what did not open might be what is meant.
fn of_left_out(left_out: &[LeftOut]) -> Problem {
    let each: Vec<String> = left_out.iter().map(|one| Problem::from(one).what).collect();
    Problem::new(
        "bundle.left_out",
        format!("Not everything opened. {}", each.join(" ")),
        "What is meant may be in there, so nothing was made of the rest. Nothing was sent to any site.",
        "Open it, or put away what is not wanted; of several keys choose one.",
    )
}

fn listed(entries: &[EntryName]) -> String {
    let names: Vec<String> = entries.iter().map(ToString::to_string).collect();
    names.join("; ")
}

impl From<&UnfitPassword> for Problem {
    fn from(error: &UnfitPassword) -> Self {
        let (code, what) = match error {
            UnfitPassword::Empty => ("bundle.password_empty", "The password is empty."),
            UnfitPassword::NotAscii => (
                "bundle.password_not_ascii",
                "The password has characters that the appliance cannot be told.",
            ),
            UnfitPassword::OuterBlank => (
                "bundle.password_outer_blank",
                "The password begins or ends with a blank, which is lost on its way.",
            ),
        };
        Self::new(
            code,
            what,
            NOTHING_SENT,
            "Use a password of printable ASCII characters that neither begins nor ends with a blank.",
        )
    }
}

fn not_written(why: &str) -> Problem {
    Problem::new(
        "bundle.not_written",
        "The keystore for the appliance could not be made from this file.",
        NOTHING_SENT,
        "Export the certificate and its key again, as PKCS#12.",
    )
    .quoting(why)
}

impl From<&WorkerError> for Problem {
    fn from(error: &WorkerError) -> Self {
        let (code, what, todo) = match error {
            WorkerError::TookTooLong { limit } => (
                "bundle.took_too_long",
                format!(
                    "Opening took longer than {} s and was stopped.",
                    limit.as_secs()
                ),
                "Export the certificate and its key again, with fewer rounds of key derivation.",
            ),
            WorkerError::Ended { .. } => (
                "bundle.not_survived",
                "The process that opens files ended before it had an answer. A file that asks for \
                 far too much memory, or is made to do harm, does that."
                    .to_owned(),
                "Leave this file alone unless you know where it is from; export the certificate and \
                 its key again.",
            ),
            WorkerError::NotStarted(_) | WorkerError::Pipe(_) | WorkerError::NotUnderstood => (
                "bundle.no_worker",
                "The process that opens files with private keys could not do its work.".to_owned(),
                "Close some programs and try again. If Reseal was updated while it ran, start it again.",
            ),
        };
        let problem = Self::new(code, what, NOTHING_SENT, todo);
        match error.source() {
            Some(cause) => problem.quoting(&cause.to_string()),
            None => problem,
        }
    }
}

impl From<&SealError> for Problem {
    fn from(error: &SealError) -> Self {
        match error {
            SealError::Closed(closed) => closed.as_ref().into(),
            SealError::LeftOut(left_out) => of_left_out(left_out),
            SealError::Incomplete(error) => error.into(),
            SealError::Worker(error) => error.into(),
            SealError::Refused { says } => Self::new(
                "bundle.java_reads_the_certificates",
                says.as_str(),
                "The appliance, which is a Java program, could open no keystore with this certificate inside. \
                 No file was made, and nothing was sent to any site.",
                "Request the certificate again, and tell the authority what Java refuses.",
            ),
            SealError::NotWritten { why } => not_written(why),
        }
    }
}

impl From<&Promise> for Problem {
    fn from(promise: &Promise) -> Self {
        Self::new(
            &format!("bundle.{}", promise.name),
            promise.says.clone(),
            promise.means,
            promise.todo.clone(),
        )
    }
}

//! Words for what can be wrong with the file of a certificate.

use certificate::{BundleError, Promise, ReadError, UnfitPassword, WriteError};

use super::Problem;

/// Where everything stands while a file is only looked at.
const NOTHING_SENT: &str = "Nothing was sent to any site.";

impl From<&ReadError> for Problem {
    fn from(error: &ReadError) -> Self {
        let (code, what, todo): (_, String, String) = match error {
            ReadError::PasswordNeeded => (
                "bundle.password_needed",
                "The file is encrypted.".into(),
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
                "Export it again with one password for both; the appliance takes nothing else."
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
            ReadError::TooSlow { iterations, limit } => (
                "bundle.too_slow",
                format!(
                    "Opening the file takes {iterations} rounds of key derivation; {limit} are allowed."
                ),
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
            BundleError::NoCertificate => Self::new(
                "bundle.no_certificate",
                "The file holds a private key and no certificate.",
                NOTHING_SENT,
                "Add the file of the certificate.",
            ),
            BundleError::KeyDoesNotMatch { offered } => Self::new(
                "bundle.key_does_not_match",
                format!(
                    "The private key does not belong to the certificate: {}.",
                    offered.join("; ")
                ),
                NOTHING_SENT,
                "Choose the key that was made with the request of this certificate.",
            ),
            BundleError::SeveralEntries { subjects } => Self::new(
                "bundle.several_entries",
                format!(
                    "The file holds several keys with certificates: {}.",
                    subjects.join("; ")
                ),
                "The appliance takes exactly one. Nothing was sent to any site.",
                "Export the one that is meant on its own.",
            ),
        }
    }
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

impl From<&WriteError> for Problem {
    fn from(error: &WriteError) -> Self {
        match error {
            WriteError::Password(unfit) => unfit.into(),
            WriteError::Encode(_)
            | WriteError::ReadBack(_)
            | WriteError::Incomplete(_)
            | WriteError::Differs { .. } => Self::new(
                "bundle.not_written",
                "The keystore for the appliance could not be made from this file.",
                NOTHING_SENT,
                "Export the certificate and its key again, as PKCS#12.",
            )
            .quoting(&error.to_string()),
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

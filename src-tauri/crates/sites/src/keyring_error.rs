//! Why a keyring does not do what it is asked for.

use appliance::ApplianceAddress;
use certificate::Thumbprint;

/// Why a password could not be kept, recalled or forgotten.
#[derive(Debug, thiserror::Error)]
pub enum KeyringError {
    /// Nothing on this machine answers as a keyring.
    #[error("no keyring answers on this machine")]
    Unavailable {
        /// Why not, in the system's words.
        says: String,
    },
    /// There is a keyring, and it is locked.
    #[error("the keyring of this machine is locked")]
    Locked(#[source] keyring_core::Error),
    /// The keyring answered and refused.
    #[error("the keyring refused")]
    Refused(#[source] keyring_core::Error),
    /// What is kept is not what was written here.
    #[error("the keyring holds something that Reseal did not write")]
    Unreadable(#[source] serde_json::Error),
    /// The password belongs to another endpoint.
    #[error("the password was given for {given_for}, not for {asked_for}")]
    OtherEndpoint {
        /// The endpoint it was typed for.
        given_for: String,
        /// The endpoint it was wanted for.
        asked_for: ApplianceAddress,
    },
    /// The site is known by a certificate that does not descend from the one the password was given under.
    #[error(
        "the password was given under the certificate {given_under}, which this site is not known by"
    )]
    OtherLineage {
        /// The certificate it was typed under.
        given_under: Thumbprint,
    },
}

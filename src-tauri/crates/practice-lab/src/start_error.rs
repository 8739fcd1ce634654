//! Why a lab did not start.

use std::io;

use crate::faults::Fault;
use crate::identity::IdentityError;
use crate::version::Version;

/// Why a lab did not start.
#[derive(Debug, thiserror::Error)]
pub enum StartLabError {
    /// No address could be opened.
    #[error("open a listener on 127.0.0.1")]
    Listen(#[source] io::Error),
    /// A certificate or a keystore could not be made.
    #[error("make the certificates of the lab")]
    Identity(#[from] IdentityError),
    /// A fault names a site that the lab has not.
    #[error("find the site {site:?} of the fault {fault}")]
    NoSuchSite {
        /// The site.
        site: String,
        /// The fault.
        fault: Fault,
    },
    /// A version is said of a site that the lab has not.
    #[error("find the site {site:?} whose version is to be {version}")]
    NoSiteOfVersion {
        /// The site.
        site: String,
        /// The version.
        version: Version,
    },
    /// The work was cut off.
    #[error("finish building: the lab was stopped while it was built")]
    Interrupted,
}

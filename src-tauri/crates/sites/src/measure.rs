//! What a certificate for a site is measured against, as far as the site is known.

use certificate::{Certificate, Context, Roots, Thumbprint};
use time::{Duration, OffsetDateTime};

use crate::SavedSite;

/// What a certificate is measured against: the site it is meant for.
#[derive(Debug, Clone, Default)]
pub struct Measure {
    /// Its clock minus this computer's.
    pub clock_ahead: Option<Duration>,
    /// The host that peers and browsers use.
    pub public_host: Option<String>,
    /// The host that administrators use.
    pub management_host: Option<String>,
    /// The certificate in use.
    pub in_use: Option<Thumbprint>,
    /// That certificate whole, where it was told.
    pub present: Option<Certificate>,
    /// The certificates of the site's other services.
    pub other_services: Vec<(String, Thumbprint)>,
}

impl Measure {
    /// What the checks judge by at this moment.
    #[must_use]
    pub fn context(&self, now: OffsetDateTime, roots: Roots) -> Context<'_> {
        Context {
            clock_ahead: self.clock_ahead,
            public_endpoint: self.public_host.as_deref(),
            management_host: self.management_host.as_deref(),
            in_use: self.in_use,
            present: self.present.as_ref(),
            other_services: &self.other_services,
            roots,
            ..Context::at(now)
        }
    }
}

impl SavedSite {
    /// What is known of the site without asking it: its last check may tell more.
    #[must_use]
    pub fn measure(&self) -> Measure {
        Measure {
            clock_ahead: self.clock_ahead.map(Duration::seconds),
            public_host: self.public_host.clone(),
            management_host: Some(self.address.host().to_owned()),
            in_use: Some(self.pin),
            present: self.certificate(),
            other_services: Vec::new(),
        }
    }

    /// The pinned certificate, where the site was seen with it.
    #[must_use]
    pub fn certificate(&self) -> Option<Certificate> {
        Certificate::from_der(self.leaf.clone()?).ok()
    }
}

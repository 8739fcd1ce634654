//! Has the Cloud Service make itself a new self-signed certificate, and learns which one it is.

use super::{Ending, Step};
use crate::halt::Halt;
use crate::live::Live;
use crate::replace;
use crate::reporter::Reporter;

pub(crate) struct RegenerateCertificate;

impl Step for RegenerateCertificate {
    const TITLE: &'static str = "Regenerate the certificate";

    fn intent(site: &str) -> String {
        format!("Having {site} make itself a new certificate. Everybody is logged out there.")
    }

    fn way_back() -> &'static str {
        "The vendor promises no copy of the old keystore after a regenerate. Import a certificate \
         from a file, or regenerate again; every peer site is repaired again afterwards."
    }

    async fn already_done(live: &Live) -> Option<String> {
        replace::is_done(live)
    }

    async fn perform(live: &mut Live, reporter: &Reporter) -> Result<Ending, Halt> {
        replace::replace(live, reporter).await?;
        let site = &live.local.name;
        Ok(Ending::done(match live.local.new {
            Some(_) => format!("{site} made a new certificate and told which one."),
            None => format!("{site} made a new certificate and did not tell which one."),
        }))
    }
}

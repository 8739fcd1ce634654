//! Hands the new certificate to the Cloud Service: the one call that is never repeated blindly.

use super::{Ending, Step};
use crate::halt::Halt;
use crate::live::Live;
use crate::replace;
use crate::reporter::Reporter;

pub(crate) struct ImportCertificate;

impl Step for ImportCertificate {
    const TITLE: &'static str = "Import the certificate";

    fn intent(site: &str) -> String {
        format!("Sending the new certificate to {site}. Everybody is logged out there.")
    }

    fn way_back() -> &'static str {
        replace::WAY_BACK_AFTER_IMPORT
    }

    async fn already_done(live: &Live) -> Option<String> {
        replace::is_done(live)
    }

    async fn perform(live: &mut Live, reporter: &Reporter) -> Result<Ending, Halt> {
        replace::replace(live, reporter).await?;
        let site = &live.local.name;
        Ok(Ending::done(format!("{site} took the new certificate.")))
    }
}

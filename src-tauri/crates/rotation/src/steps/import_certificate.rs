//! Hands the new certificate to the Cloud Service: the one call that is never repeated blindly.

use super::{Ending, Step};
use crate::engine::Halt;
use crate::event::Event;
use crate::live::Live;
use crate::replace;
use crate::reporter::Reporter;

/// Where the appliance keeps the old keystore after an import (docs/vcda-api.md §2.2).
const BACKUP: &str = "/opt/vmware/h4/cloud/config/keystore.p12.bak";

pub(crate) struct ImportCertificate;

impl Step for ImportCertificate {
    const TITLE: &'static str = "Import the certificate";

    fn intent(site: &str) -> String {
        format!("Sending the new certificate to {site}. Everybody is logged out there.")
    }

    fn way_back() -> &'static str {
        "Import the old certificate's file again, or as root on the appliance put keystore.p12.bak \
         back in place of keystore.p12 and restart the Cloud Service. The copy holds one \
         generation: a second import overwrites it. Afterwards every peer site is repaired again."
    }

    async fn already_done(live: &Live) -> Option<String> {
        replace::is_done(live)
    }

    async fn perform(live: &mut Live, reporter: &Reporter) -> Result<Ending, Halt> {
        replace::replace(live, reporter).await?;
        reporter.mention(Event::BackupKept {
            path: BACKUP.to_owned(),
            says: Self::way_back().to_owned(),
        });
        let site = &live.local.name;
        Ok(Ending::done(format!("{site} took the new certificate.")))
    }
}

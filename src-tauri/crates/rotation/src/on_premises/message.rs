//! The message for the tenant of an on-premises site, ready to copy into a mail or a ticket.

use super::{Change, Forecast, Tenancy};
use crate::visible::visible;

/// Writes the message. It holds names and a thumbprint, and nothing secret.
pub(super) fn write(tenancy: &Tenancy<'_>, change: &Change<'_>, forecast: Forecast) -> String {
    let (name, site) = (visible(tenancy.name), visible(change.site));
    let endpoint = change
        .endpoint
        .map(|endpoint| format!(" ({})", visible(endpoint)))
        .unwrap_or_default();
    let subject = format!("{site}: new Cloud Service certificate, on-premises site {name}");
    let news = format!(
        "the certificate of the VMware Cloud Director Availability Cloud Service of {site}{endpoint} \
         is being replaced. This concerns your on-premises site {name}."
    );
    let ask = match forecast {
        Forecast::Nothing => nothing(&name),
        Forecast::MustRepair => must_repair(&name, &site, change.thumbprint),
        Forecast::Uncertain => uncertain(&name, &site, change.thumbprint),
    };
    format!(
        "Subject: {subject}\n\nDear administrators of {},\n\n{news}\n\n{ask}",
        visible(tenancy.owner)
    )
}

fn nothing(name: &str) -> String {
    format!(
        "You need to do nothing: {name} keeps its trust. Should its pairing show an error all the \
         same, please tell us."
    )
}

fn must_repair(name: &str, site: &str, thumbprint: Option<&str>) -> String {
    format!(
        "Until you repair the pairing, {name} does not trust {site}. Please do this once the \
         replacement is done:\n\n{}",
        how(thumbprint)
    )
}

fn uncertain(name: &str, site: &str, thumbprint: Option<&str>) -> String {
    format!(
        "It may be that {name} does not trust {site} afterwards; we cannot see that from here. \
         Once the replacement is done, please look at the pairing on your on-premises appliance. \
         If it shows an error:\n\n{}",
        how(thumbprint)
    )
}

/// The wizard's way, in the words of `docs/vcda-api.md` §3.5.
fn how(thumbprint: Option<&str>) -> String {
    let compare = thumbprint.map_or_else(
        || {
            "   We will send you the thumbprint of the new certificate after the replacement; \
            please accept no certificate before you have it."
                .to_owned()
        },
        |thumbprint| {
            format!(
                "   {thumbprint}\n   If it is another one, please stop and tell us: something \
                 stands between your site and ours."
            )
        },
    );
    format!(
        "1. Log in to the management interface of your on-premises appliance.\n\
         2. Under Settings, Site settings, Pairing, click Repair and complete the Update Pairing \
         wizard.\n\
         3. Accept the certificate only if its whole SHA-256 thumbprint is this one:\n{compare}"
    )
}

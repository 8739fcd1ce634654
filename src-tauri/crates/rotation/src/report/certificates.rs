//! The two certificates side by side, and the way back to the old one.

use super::page::Page;
use super::{Report, words};
use crate::card::{CertificateCard, Issuance};
use crate::event::Action;
use crate::progress::{RunStatus, RunView};

/// Old and new certificate.
pub(super) fn section(page: &mut Page, report: &Report) {
    let run = &report.run;
    page.element("section", "", |page| {
        page.line("h2", "", "The certificate of the Cloud Service");
        page.element("div", "cards", |page| {
            let is_refused = run.status == RunStatus::Refused;
            let (old, new) = if is_refused {
                ("In use", "Not put in place")
            } else {
                ("Before", "After")
            };
            card(page, old, run.old.as_ref());
            card(page, new, run.new.as_ref());
        });
        if let Some(how) = report.how_known {
            let how = words::knowledge(how);
            page.line("p", "quiet", &format!("The new certificate was {how}."));
        }
    });
}

fn card(page: &mut Page, title: &'static str, card: Option<&CertificateCard>) {
    page.element("div", "card", |page| {
        page.line("h3", "", title);
        let Some(card) = card else {
            page.line("p", "quiet", "Not known.");
            return;
        };
        page.element("dl", "facts", |page| {
            page.fact("Names", &card.names.join(", "));
            page.fact("Subject", &card.subject);
            page.fact("Issuer", &card.issuer);
            page.fact("Kind", kind(card.issuance));
            let (from, to) = (words::day(&card.not_before), words::day(&card.not_after));
            page.fact("Valid", &format!("{from} to {to}"));
            page.fact("Key", &format!("{}, {}", card.key, card.signature));
        });
        page.line("p", "label", "SHA-256 thumbprint, 16 groups");
        thumbprint(page, &card.groups);
    });
}

const fn kind(issuance: Issuance) -> &'static str {
    match issuance {
        Issuance::Public => "Signed by a public CA",
        Issuance::Private => "Signed by a private CA",
        Issuance::SelfSigned => "Self-signed",
        Issuance::Unknown => "Not known who stands behind it",
    }
}

/// All 16 groups, in rows A to D and columns 1 to 4, so that two people can speak of `C3`.
fn thumbprint(page: &mut Page, groups: &[String]) {
    page.raw("<table class=\"print\"><thead><tr><td></td>");
    for column in ["1", "2", "3", "4"] {
        page.line("th", "", column);
    }
    page.raw("</tr></thead><tbody>\n");
    for (row, groups) in ["A", "B", "C", "D"].into_iter().zip(groups.chunks(4)) {
        page.element("tr", "", |page| {
            page.line("th", "", row);
            for group in groups {
                page.line("td", "", group);
            }
        });
    }
    page.raw("</tbody></table>\n");
}

/// What the appliance keeps of the old certificate, and how an administrator goes back with it.
pub(super) fn way_back(page: &mut Page, run: &RunView) {
    page.element("section", "", |page| {
        page.line("h2", "", "The way back");
        match (&run.backup, run.action) {
            (Some(backup), _) => {
                page.element("p", "", |page| {
                    page.raw("The appliance keeps the old keystore as ");
                    page.code(&backup.path).raw(". ").text(&backup.says);
                });
                steps_back(page, &run.site);
            }
            (None, Action::Import) => {
                page.line(
                    "p",
                    "",
                    "No import took place, so there is nothing to go back from.",
                );
            }
            (None, Action::Regenerate) => {
                page.line(
                    "p",
                    "",
                    "The vendor promises a copy of the old keystore after an import only. After a \
                     regeneration, import or regenerate again and repair every pairing.",
                );
            }
        }
    });
}

/// The steps of an administrator with the appliance's root password. See `docs/vcda-api.md` §2.2.
fn steps_back(page: &mut Page, site: &str) {
    page.raw("<ol>\n");
    page.line("li", "", &format!("Sign in to the Cloud Service's appliance of {site} as root, on its console or over SSH."));
    page.raw("<li>In <code>/opt/vmware/h4/cloud/config</code>, copy <code>keystore.p12</code> to a safe place, then copy <code>keystore.p12.bak</code> over <code>keystore.p12</code>, keeping its owner and rights.</li>\n");
    page.line("li", "", "Restart the appliance's services, and wait until the old thumbprint above is presented again.");
    page.line("li", "", &format!("Repair {site} at every peer site, and every peer site at {site}: by then they trust the new certificate."));
    page.raw("</ol>\n");
    page.element("p", "", |page| {
        page.raw("<span class=\"inferred\">Inferred</span> The copy holds <b>one generation</b>: one more import overwrites it. Save it elsewhere first if you may need it. The vendor documents the copy, not these steps.");
    });
}

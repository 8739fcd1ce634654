//! The on-premises sites: what was forecast, what was seen, and the messages to send.

use super::page::Page;
use super::{peers, words};
use crate::on_premises::{Forecast, OnPremisesView};
use crate::progress::RunView;

/// Every on-premises site, and a message for each that may have to act.
pub(super) fn section(page: &mut Page, run: &RunView) {
    page.element("section", "", |page| {
        page.line("h2", "", "On-premises sites");
        if run.on_premises.is_empty() {
            page.line("p", "", "No on-premises site is paired with this site.");
            return;
        }
        page.line("p", "", &summary(&run.on_premises));
        page.element("table", "rows", |page| {
            page.head(&["On-premises site", "Owner", "Forecast", "Why", "Seen after"]);
            page.element("tbody", "", |page| {
                for site in &run.on_premises {
                    row(page, site);
                }
            });
        });
        let mut concerned = run
            .on_premises
            .iter()
            .filter(|s| s.forecast != Forecast::Nothing)
            .peekable();
        if concerned.peek().is_some() {
            page.line("h3", "", "Messages to send");
        }
        for site in concerned {
            page.element("pre", "message", |page| {
                page.lines(&site.message);
            });
        }
    });
}

fn summary(sites: &[OnPremisesView]) -> String {
    let count = |forecast| {
        sites
            .iter()
            .filter(|site| site.forecast == forecast)
            .count()
    };
    format!(
        "{} must repair their pairing, {} are uncertain, {} need nothing. The cloud cannot repair \
         an on-premises site: its administrators do it on their appliance.",
        count(Forecast::MustRepair),
        count(Forecast::Uncertain),
        count(Forecast::Nothing),
    )
}

fn row(page: &mut Page, site: &OnPremisesView) {
    page.element("tr", "", |page| {
        page.element("td", "", |page| {
            page.raw("<b>").name(&site.name).raw("</b>");
        });
        page.element("td", "", |page| {
            page.name(&site.owner);
        });
        let class = match site.forecast {
            Forecast::Nothing => "forecast nothing",
            Forecast::MustRepair => "forecast must",
            Forecast::Uncertain => "forecast uncertain",
        };
        page.element("td", "", |page| {
            page.line("span", class, words::forecast(site.forecast));
        });
        page.element("td", "", |page| why(page, &site.why));
        page.element("td", "", |page| match site.seen {
            Some(seen) => peers::verdict(page, seen),
            None => {
                page.raw("<span class=\"quiet\">not seen from here</span>");
            }
        });
    });
}

/// The reason; what is inferred in it is marked as everywhere in the report.
fn why(page: &mut Page, why: &str) {
    match why.split_once("Inferred: ") {
        Some((known, inferred)) => {
            page.text(known)
                .raw("<span class=\"inferred\">Inferred</span> ")
                .text(inferred);
        }
        None => {
            page.text(why);
        }
    }
}

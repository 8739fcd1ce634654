//! The on-premises sites: what was forecast, what was seen, and the messages to send.

use super::page::Page;
use super::{peers, words};
use crate::on_premises::{Forecast, OnPremisesView};
use crate::progress::RunView;

/// What the last column rests on (docs/vcda-api.md §3.5).
const ABOUT_SEEN: &str = "What is seen after the change is read from this site's list of them. Inferred: a refused \
    certificate shows there as it does for a peer site. A site that has not called since the change shows nothing yet.";

/// Every on-premises site, and a message for each that may have to act.
pub(super) fn section(page: &mut Page, run: &RunView) {
    page.element("section", "", |page| {
        page.line("h2", "", "On-premises sites");
        if run.on_premises.is_empty() {
            page.line("p", "", "No on-premises site is paired with this site.");
            return;
        }
        page.line("p", "", &summary(&run.on_premises));
        page.element("p", "", |page| why(page, ABOUT_SEEN));
        page.element("table", "rows", |page| {
            page.head(&[
                ("w16", "Site"),
                ("w12", "Owner"),
                ("w16", "Forecast"),
                ("", "Why"),
                ("w24", "Seen after"),
            ]);
            page.element("tbody", "", |page| {
                for site in &run.on_premises {
                    row(page, site);
                }
            });
        });
    });
}

/// A message for each site that may have to act. They come last: there may be many.
pub(super) fn messages(page: &mut Page, run: &RunView) {
    let sites = run.on_premises.iter();
    let mut concerned = sites
        .filter(|site| site.forecast != Forecast::Nothing)
        .peekable();
    if concerned.peek().is_none() {
        return;
    }
    page.element("section", "", |page| {
        page.line("h2", "", "Messages to on-premises sites");
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
        "Must repair: {}. Uncertain: {}. Nothing to do: {}. The cloud cannot repair an on-premises \
         site: its administrators do it on their appliance. The messages to them are at the end.",
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

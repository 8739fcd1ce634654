//! The peer sites: both halves of each, before and after.

use super::page::Page;
use super::{PeerHistory, Report, words};
use crate::activity::Activity;
use crate::progress::RunPeer;
use crate::verdict::Verdict;

/// Every peer site with both halves.
pub(super) fn section(page: &mut Page, report: &Report) {
    let run = &report.run;
    page.element("section", "", |page| {
        page.line("h2", "", "Peer sites");
        if run.peers.is_empty() {
            page.line("p", "", "The site has no peer sites.");
            return;
        }
        page.line("p", "", &summary(&run.peers));
        page.element("table", "rows", |page| {
            let at_local = format!("Peer trusted at {}", run.site);
            let at_peer = format!("{} trusted at peer", run.site);
            page.head(&[
                ("w24", "Peer site"),
                ("w24", &at_peer),
                ("w24", &at_local),
                ("", "Result"),
            ]);
            page.element("tbody", "", |page| {
                for peer in &run.peers {
                    let history = report.peers.iter().find(|known| known.name == peer.name);
                    row(page, peer, history);
                }
            });
        });
        page.line(
            "p",
            "quiet",
            "Same: the certificate that belongs there is trusted. Old certificate: the one that \
             was replaced is trusted.",
        );
    });
}

fn summary(peers: &[RunPeer]) -> String {
    let is_done = |peer: &&RunPeer| {
        peer.at_peer.activity == Activity::Done && peer.at_local.activity == Activity::Done
    };
    let done = peers.iter().filter(is_done).count();
    format!("{done} of {} repaired at both sites.", peers.len())
}

fn row(page: &mut Page, peer: &RunPeer, history: Option<&PeerHistory>) {
    let before = history.and_then(|history| history.readings.before.as_ref());
    let version = history.and_then(|history| {
        let readings = [history.readings.after.as_ref(), before];
        readings
            .into_iter()
            .flatten()
            .find_map(|reading| reading.version.as_deref())
    });
    page.element("tr", "", |page| {
        page.element("td", "", |page| {
            page.raw("<b>").name(&peer.name).raw("</b>");
            page.element("div", "quiet", |page| {
                page.text(&peer.address);
                if let Some(version) = version {
                    page.raw("<br>version ").text(version);
                }
            });
        });
        half(
            page,
            before.map(|before| before.at_peer),
            peer.at_peer.verdict,
        );
        half(
            page,
            before.map(|before| before.at_local),
            peer.at_local.verdict,
        );
        page.line("td", "", &peer.says);
    });
}

fn half(page: &mut Page, before: Option<Verdict>, after: Verdict) {
    page.element("td", "", |page| {
        verdict(page, after);
        if let Some(before) = before {
            page.line(
                "div",
                "quiet",
                &format!("before: {}", words::verdict(before)),
            );
        }
    });
}

/// A verdict: sign, word and shape. Colour only adds to them, paper may have none.
pub(super) fn verdict(page: &mut Page, verdict: Verdict) {
    page.raw(match verdict {
        Verdict::Same => {
            "<span class=\"verdict same\"><svg aria-hidden=\"true\"><use href=\"#same\"/></svg>"
        }
        Verdict::Different => {
            "<span class=\"verdict different\"><svg aria-hidden=\"true\"><use href=\"#different\"/></svg>"
        }
        Verdict::Old => {
            "<span class=\"verdict old\"><svg aria-hidden=\"true\"><use href=\"#old\"/></svg>"
        }
        Verdict::Unknown => {
            "<span class=\"verdict unknown\"><svg aria-hidden=\"true\"><use href=\"#unknown\"/></svg>"
        }
    });
    page.text(words::verdict(verdict)).raw("</span>");
}

//! The report as a page: its order, its head, and what is left to do.

use super::page::Page;
use super::{Report, certificates, on_premises, peers, support, words};
use crate::event::Action;
use crate::progress::{RunStatus, RunView};
use ::words::{Language, Words};
use message::Problem;

/// The page's rules. There are no others: nothing is fetched and nothing runs.
const STYLE: &str = include_str!("style.css");

/// Our mark, two rings that touch, and the signs that go with the verdicts.
const SIGNS: &str = include_str!("signs.svg");

/// Writes the page.
pub(super) fn write(report: &Report) -> String {
    let mut page = Page::default();
    page.raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    // The policy stops scripts and requests even if text ever got through as markup.
    page.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
    page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
    page.text(&format!(
        "{}: certificate report {}",
        report.run.site, report.run.run
    ));
    page.raw("</title>\n<style>\n")
        .raw(STYLE)
        .raw("</style>\n</head>\n<body>\n")
        .raw(SIGNS);
    header(&mut page, report);
    page.element("main", "", |page| {
        left_to_do(page, &report.run);
        certificates::section(page, report);
        peers::section(page, report);
        on_premises::section(page, &report.run);
        certificates::way_back(page, &report.run);
        support::steps(page, &report.run);
        support::section(page, report);
        support::history(page, report);
        support::inferred(page, report);
        on_premises::messages(page, &report.run);
    });
    footer(&mut page, report);
    page.raw("</body>\n</html>\n");
    page.into_html()
}

fn header(page: &mut Page, report: &Report) {
    let run = &report.run;
    page.element("header", "", |page| {
        page.raw("<p class=\"brand\"><svg class=\"mark\" aria-hidden=\"true\"><use href=\"#mark\"/></svg>Reseal report</p>\n");
        page.element("h1", "", |page| {
            page.name(&run.site).raw(title(run));
        });
        let class = match run.status {
            RunStatus::Done => "outcome done",
            RunStatus::Attention => "outcome attention",
            RunStatus::Refused => "outcome refused",
            RunStatus::Running
            | RunStatus::Pausing
            | RunStatus::Paused
            | RunStatus::Interrupted
            | RunStatus::Question => "outcome unfinished",
        };
        page.element("div", class, |page| {
            page.line("strong", "", words::outcome(run.status));
            page.line("p", "", &run.headline);
        });
        page.element("dl", "facts", |page| facts(page, report));
    });
}

/// What the run did, or did not do, to the certificate.
fn title(run: &RunView) -> &'static str {
    let is_replaced = matches!(run.status, RunStatus::Done | RunStatus::Attention);
    match (run.action, is_replaced) {
        (Action::Import, true) => ": certificate imported",
        (Action::Regenerate, true) => ": certificate regenerated",
        (Action::Import, false) => ": import of a certificate",
        (Action::Regenerate, false) => ": regeneration of the certificate",
    }
}

fn facts(page: &mut Page, report: &Report) {
    let run = &report.run;
    page.fact("Site", &format!("{}, {}", run.site, run.site_address));
    let version = report.site.after.as_ref().or(report.site.before.as_ref());
    if let Some(version) = version.and_then(|site| site.version.as_deref()) {
        page.fact("Version", version);
    }
    page.fact("Started", &words::moment(&run.started_at));
    if let Some(finished) = &run.finished_at {
        page.fact("Finished", &words::moment(finished));
        if let Some(took) = words::between(&run.started_at, finished) {
            page.fact("Took", &took);
        }
    }
    page.fact("Operator", &run.operator);
    page.fact("Run", &run.run);
}

/// What still needs a person, first of all: the reader of a ticket wants that before anything.
fn left_to_do(page: &mut Page, run: &RunView) {
    let of_steps = run
        .steps
        .iter()
        .filter_map(|step| Some((&step.title, step.problem.as_ref()?)));
    let of_peers = run
        .peers
        .iter()
        .filter_map(|peer| Some((&peer.name, peer.problem.as_ref()?)));
    let mut told: Vec<&Problem> = Vec::new();
    let mut left = Vec::new();
    for (who, what) in of_peers.chain(of_steps) {
        // A step repeats what a peer said already.
        if !told.contains(&what) {
            told.push(what);
            left.push((who, what));
        }
    }
    if left.is_empty() {
        return;
    }
    page.element("section", "", |page| {
        page.line("h2", "", "What is left to do");
        for (who, what) in left {
            problem(page, who, what);
        }
    });
}

fn problem(page: &mut Page, who: &str, problem: &Problem) {
    page.element("div", "problem", |page| {
        page.element("h3", "", |page| {
            page.name(who);
        });
        let words = Words::in_language(Language::ENGLISH);
        page.line("p", "", &words.what(problem))
            .line("p", "", &words.meaning(problem));
        page.element("p", "", |page| {
            page.raw("<b>To do: </b>").text(&words.todo(problem));
        });
        if let Some(quote) = &problem.quote {
            page.element("blockquote", "", |page| {
                page.raw("<span>The appliance said: </span>").text(quote);
            });
        }
        page.line("p", "code", &problem.code);
    });
}

fn footer(page: &mut Page, report: &Report) {
    page.element("footer", "", |page| {
        page.text(&format!(
            "Made by Reseal {} on {}. All times are UTC. Names, addresses and thumbprints are in \
             this report; passwords, keys and session tokens are not.",
            report.app_versions.join(", then "),
            words::moment(&report.made_at),
        ));
    });
}

//! The steps, and what the vendor's support asks for: ids, pins, versions, moments.

use super::page::Page;
use super::{PeerHistory, Report, peers, words};
use crate::activity::StepStatus;
use crate::event::{PeerReading, SiteReading};
use crate::progress::RunView;

/// The steps of the procedure with their times.
pub(super) fn steps(page: &mut Page, run: &RunView) {
    page.element("section", "", |page| {
        page.line("h2", "", "The steps");
        page.element("table", "rows", |page| {
            page.head(&[
                ("w24", "Step"),
                ("w14", "Started, UTC"),
                ("w14", "Took"),
                ("", "Result"),
            ]);
            page.element("tbody", "", |page| {
                for step in &run.steps {
                    page.element("tr", "", |page| {
                        page.line("td", "", &step.title);
                        let started = step.started_at.as_deref().map(words::time_of_day);
                        page.line("td", "number", &started.unwrap_or_default());
                        let took = step.took_ms.map(|took| words::duration(took.into()));
                        page.line("td", "number", &took.unwrap_or_default());
                        page.element("td", "", |page| {
                            page.line("b", "", status(step.status)).raw(" ");
                            page.text(step.says.as_deref().unwrap_or_default());
                        });
                    });
                }
            });
        });
    });
}

const fn status(status: StepStatus) -> &'static str {
    match status {
        StepStatus::Waiting => "Not reached.",
        StepStatus::Running => "Under way.",
        StepStatus::Done => "Done.",
        StepStatus::Skipped => "Not needed.",
        StepStatus::Attention => "Needs attention.",
        StepStatus::Failed => "Failed.",
    }
}

/// Everything that the vendor's support asks for.
pub(super) fn section(page: &mut Page, report: &Report) {
    page.element("section", "", |page| {
        page.line("h2", "", "For the vendor's support");
        operations(page, report);
        page.line("h3", "", "The site's process");
        page.element("dl", "facts", |page| {
            reading(page, "Before", report.site.before.as_ref());
            reading(page, "After", report.site.after.as_ref());
        });
        page.line("h3", "", "Pinned thumbprints");
        for peer in &report.peers {
            pins(page, &report.run.site, peer);
        }
        sightings(page, report);
    });
}

fn operations(page: &mut Page, report: &Report) {
    if report.operations.is_empty() {
        page.line("p", "", "No call that changes anything was sent.");
        return;
    }
    page.raw("<p>Every call that changes something carried an <code>operationID</code>; it is in the appliances' logs under <code>/opt/vmware/h4</code>.</p>\n");
    page.element("table", "rows", |page| {
        page.head(&[
            ("w12", "UTC"),
            ("w14", "At"),
            ("w20", "Call"),
            ("", "operationID and task"),
            ("w16", "Result"),
        ]);
        page.element("tbody", "", |page| {
            for sent in &report.operations {
                page.element("tr", "", |page| {
                    page.line("td", "number", &words::time_of_day(&sent.at));
                    page.element("td", "", |page| {
                        page.name(&sent.site);
                    });
                    page.line("td", "", &sent.asked);
                    page.element("td", "", |page| {
                        page.code(&sent.id);
                        if let Some(task) = &sent.task {
                            page.raw("<br>").code(task);
                        }
                    });
                    page.line("td", "", &sent.result);
                });
            }
        });
    });
}

fn reading(page: &mut Page, when: &str, reading: Option<&SiteReading>) {
    let Some(reading) = reading else {
        page.fact(when, "not read");
        return;
    };
    let parts = [
        ("version", reading.version.clone()),
        ("public service endpoint", reading.public_endpoint.clone()),
        ("runtime id", reading.runtime_id.clone()),
        (
            "service started",
            reading.service_boot.as_deref().map(words::moment),
        ),
    ];
    let told = parts
        .into_iter()
        .filter_map(|(what, value)| Some(format!("{what} {}", value?)));
    page.fact(when, &told.collect::<Vec<_>>().join("; "));
}

/// The whole thumbprints that two sites hold of each other.
fn pins(page: &mut Page, site: &str, peer: &PeerHistory) {
    type Pin = fn(&PeerReading) -> Option<&str>;
    let sides: [(&str, &str, Pin); 2] = [
        (&peer.name, site, |reading| {
            reading.pinned_at_peer.as_deref()
        }),
        (site, &peer.name, |reading| {
            reading.pinned_at_local.as_deref()
        }),
    ];
    page.element("div", "pins", |page| {
        for (at, of, pin) in sides {
            page.element("h4", "", |page| {
                page.raw("At ").name(at).raw(", for ").name(of);
            });
            let before = peer.readings.before.as_ref().and_then(pin);
            let after = peer.readings.after.as_ref().and_then(pin);
            page.element("dl", "facts", |page| {
                if before.is_some() && before == after {
                    pinned(page, "Unchanged", before);
                } else {
                    pinned(page, "Before", before);
                    pinned(page, "After", after);
                }
            });
        }
    });
}

fn pinned(page: &mut Page, when: &'static str, thumbprint: Option<&str>) {
    page.line("dt", "", when);
    page.line("dd", "mono", thumbprint.unwrap_or("not read"));
}

fn sightings(page: &mut Page, report: &Report) {
    if report.sightings.is_empty() {
        return;
    }
    page.line("h3", "", "Certificates seen");
    page.element("table", "rows", |page| {
        page.head(&[
            ("w12", "UTC"),
            ("w16", "Certificate of"),
            ("w20", "Seen by"),
            ("", "Verdict and thumbprint"),
        ]);
        page.element("tbody", "", |page| {
            for sighting in &report.sightings {
                page.element("tr", "", |page| {
                    page.line("td", "number", &words::time_of_day(&sighting.at));
                    page.line("td", "", &sighting.subject);
                    page.line("td", "", &sighting.vantage);
                    page.element("td", "", |page| {
                        peers::verdict(page, sighting.verdict);
                        page.line("div", "mono", &sighting.thumbprint);
                    });
                });
            }
        });
    });
}

/// What else happened.
pub(super) fn history(page: &mut Page, report: &Report) {
    if report.history.is_empty() {
        return;
    }
    page.element("section", "", |page| {
        page.line("h2", "", "What else happened");
        page.element("table", "rows", |page| {
            page.head(&[("w12", "UTC"), ("", "Event")]);
            page.element("tbody", "", |page| {
                for entry in &report.history {
                    page.element("tr", "", |page| {
                        page.line("td", "number", &words::time_of_day(&entry.at));
                        page.line("td", "", &entry.says);
                    });
                }
            });
        });
    });
}

/// What rests on inference.
pub(super) fn inferred(page: &mut Page, report: &Report) {
    page.element("section", "", |page| {
        page.raw("<h2>What is inferred</h2>\n<ul>\n");
        for sentence in &report.inferred {
            page.line("li", "", sentence);
        }
        page.raw("</ul>\n");
    });
}

//! From a run's records to the facts that its report tells.

use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use super::{BeforeAfter, Entry, FORMAT, Operation, PeerHistory, Report, Sighting};
use crate::activity::Activity;
use crate::event::{Action, Event, Opening, PeerReading, Record, Side};
use crate::progress::RunView;

/// Gathers a run's facts.
pub(super) fn report(records: &[Record], run: RunView, made_at: OffsetDateTime) -> Report {
    let mut report = Report {
        format: FORMAT,
        made_at: written(made_at),
        app_versions: Vec::new(),
        run,
        how_known: None,
        site: BeforeAfter::default(),
        peers: Vec::new(),
        operations: Vec::new(),
        sightings: Vec::new(),
        history: Vec::new(),
        inferred: Vec::new(),
    };
    for record in records {
        let at = written(record.at);
        report.take_fact(&record.event, &at);
        report.take_operation(&record.event, &at);
        if let Some(says) = super::words::entry(&record.event) {
            report.history.push(Entry { at, says });
        }
    }
    report.inferred = inferred(&report);
    report
}

impl Report {
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "the other events are not facts on their own"
    )]
    fn take_fact(&mut self, event: &Event, at: &str) {
        match event {
            Event::RunStarted(opening) => self.open(opening),
            Event::Resumed { app_version, .. } => self.versions(app_version),
            Event::SiteRecorded(reading) => self.site.put(reading.moment, reading.clone()),
            Event::PeerRecorded(reading) => self.peer(reading),
            Event::NewCertificateKnown { how, .. } => self.how_known = Some(*how),
            Event::CertificateObserved {
                subject,
                vantage,
                thumbprint,
                verdict,
            } => {
                self.sightings.push(Sighting {
                    at: at.to_owned(),
                    subject: subject.clone(),
                    vantage: vantage.clone(),
                    thumbprint: thumbprint.clone(),
                    verdict: *verdict,
                });
            }
            _ => {}
        }
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "the other events change nothing anywhere"
    )]
    fn take_operation(&mut self, event: &Event, at: &str) {
        match event {
            Event::ReplacementIntended { operation, new, .. } => {
                let asked = match self.run.action {
                    Action::Import => "import of the certificate",
                    Action::Regenerate => "regeneration of the certificate",
                };
                let site = self.run.site.clone();
                self.intend(at, site, asked.to_owned(), operation, new.clone());
            }
            Event::ReplacementAccepted { operation, .. } => self.ended(operation, "accepted"),
            Event::ReplacementRefused { operation, .. } => self.ended(operation, "refused"),
            Event::ReplacementAmbiguous { operation, .. } => {
                self.ended(operation, "answer lost; found out from outside");
            }
            Event::RepairIntended {
                peer,
                side,
                operation,
                thumbprint,
            } => {
                let (at_site, of_site) = match side {
                    Side::AtPeer => (peer.clone(), self.run.site.clone()),
                    Side::AtLocal => (self.run.site.clone(), peer.clone()),
                };
                let asked = format!("repair of {of_site}");
                self.intend(at, at_site, asked, operation, Some(thumbprint.clone()));
            }
            Event::RepairTask {
                operation, task, ..
            } => {
                let sent = self
                    .operations
                    .iter_mut()
                    .filter(|sent| sent.id == *operation);
                sent.for_each(|sent| sent.task = Some(task.clone()));
            }
            Event::PeerHalf {
                peer,
                side,
                activity,
                ..
            } => self.repaired(peer, *side, *activity),
            _ => {}
        }
    }

    fn open(&mut self, opening: &Opening) {
        self.versions(&opening.app_version);
        self.site.before = Some(opening.baseline.site.clone());
        for peer in &opening.peers {
            self.peers.push(PeerHistory {
                name: peer.name.clone(),
                readings: BeforeAfter::default(),
            });
        }
        opening
            .baseline
            .peers
            .iter()
            .for_each(|reading| self.peer(reading));
    }

    fn versions(&mut self, version: &str) {
        if self.app_versions.last().is_none_or(|last| last != version) {
            self.app_versions.push(version.to_owned());
        }
    }

    fn peer(&mut self, reading: &PeerReading) {
        let known = self.peers.iter_mut().find(|peer| peer.name == reading.peer);
        if let Some(peer) = known {
            peer.readings.put(reading.moment, reading.clone());
        } else {
            let mut readings = BeforeAfter::default();
            readings.put(reading.moment, reading.clone());
            self.peers.push(PeerHistory {
                name: reading.peer.clone(),
                readings,
            });
        }
    }

    fn intend(
        &mut self,
        at: &str,
        site: String,
        asked: String,
        id: &str,
        thumbprint: Option<String>,
    ) {
        self.operations.push(Operation {
            at: at.to_owned(),
            site,
            asked,
            id: id.to_owned(),
            task: None,
            thumbprint,
            result: "no answer recorded".to_owned(),
        });
    }

    fn ended(&mut self, id: &str, result: &str) {
        let sent = self.operations.iter_mut().filter(|sent| sent.id == id);
        sent.for_each(|sent| sent.result = result.to_owned());
    }

    /// The last repair at that side ended with what the half's activity says.
    fn repaired(&mut self, peer: &str, side: Side, activity: Activity) {
        let result = match activity {
            Activity::Done => "repaired",
            Activity::Failed => "needs attention",
            Activity::Waiting | Activity::Working | Activity::Skipped => return,
        };
        let (at_site, of_site) = match side {
            Side::AtPeer => (peer, self.run.site.as_str()),
            Side::AtLocal => (self.run.site.as_str(), peer),
        };
        let asked = format!("repair of {of_site}");
        let sent = self.operations.iter_mut().rev();
        if let Some(sent) = sent
            .into_iter()
            .find(|s| s.site == at_site && s.asked == asked)
        {
            sent.result = result.to_owned();
        }
    }
}

/// What of this report rests on inference, `docs/vcda-api.md`.
fn inferred(report: &Report) -> Vec<&'static str> {
    let mut inferred = vec![
        "The calls that read, import and regenerate a certificate are not in the vendor's \
         published API reference. Reseal uses them as public clients of the product do.",
    ];
    if report.run.action == Action::Regenerate {
        inferred.push(
            "That the Cloud Service regenerates its certificate by the same call as the vendor's \
             own module uses for the other services.",
        );
    }
    if report.run.backup.is_some() {
        inferred.push(
            "The vendor documents that the old keystore is kept as keystore.p12.bak. That a further \
             import overwrites it, and the way back described here, are inferred.",
        );
    }
    if report
        .run
        .on_premises
        .iter()
        .any(|site| site.why.contains("Inferred"))
    {
        inferred.push(
            "What on-premises sites do with a certificate of a private CA, or by their own version. \
             The reason given for each site says which part is inferred.",
        );
    }
    inferred
}

fn written(at: OffsetDateTime) -> String {
    at.format(&Rfc3339).unwrap_or_default()
}

//! What a person agrees to: a change that is about to start, an answer to a run's question. All of it is made
//! here, from what the core knows; a page says only which.

use certificate::Thumbprint;
use rotation::card::CertificateCard;
use rotation::event::Action;
use rotation::on_premises::Forecast;
use rotation::question::{Question, QuestionAnswer};
use rotation::{PlanView, Problem};
use serde::Serialize;
use sites::SavedSite;
use ts_rs::TS;

use crate::error::Refusal;

/// What is agreed to.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Confirmation {
    /// What is asked.
    pub title: String,
    /// What follows from a yes.
    pub says: Vec<String>,
    /// What it is about, a line each.
    pub facts: Vec<Fact>,
    /// The certificates it is about.
    pub certificates: Vec<TitledCertificate>,
    /// What has to be agreed to by itself, if anything has.
    pub to_decide: Option<String>,
    /// A thumbprint has to be given that a person got another way.
    pub wants_thumbprint: bool,
    /// What has to be typed, letter for letter.
    pub wants_typed: Option<String>,
    /// The words on the button that agrees.
    pub button: String,
    /// The thumbprint that the given one must equal.
    #[serde(skip)]
    expected: Option<Thumbprint>,
}

/// One line of facts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Fact {
    /// What it is.
    pub label: String,
    /// What is so.
    pub says: String,
}

impl Fact {
    /// One line.
    pub(crate) fn new(label: &str, says: impl Into<String>) -> Self {
        Self {
            label: label.to_owned(),
            says: says.into(),
        }
    }
}

/// A certificate and what it is here.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TitledCertificate {
    /// What it is.
    pub title: String,
    /// Its facts.
    pub certificate: CertificateCard,
}

/// A person agreed.
#[derive(Debug)]
pub struct Agreed {
    /// What they typed or pasted for it.
    pub typed: Option<String>,
}

impl Confirmation {
    /// Before a plan starts.
    pub(crate) fn of_start(site: &SavedSite, plan: &PlanView) -> Self {
        let name = &plan.site;
        let mut facts = vec![Fact::new("Site", place(site)), peers(plan)];
        let old = titled("In use now", Some(&plan.old));
        let new = titled("The new one", plan.new.as_ref());
        if plan.action == Action::Regenerate {
            let says = format!("{name} makes it for itself; nobody has seen it yet.");
            facts.push(Fact::new("New certificate", says));
        }
        facts.extend(on_premises(plan));
        Self {
            title: format!("Replace the certificate of {name}?"),
            says: plan.happens.clone(),
            facts,
            certificates: old.into_iter().chain(new).collect(),
            to_decide: plan.to_decide.clone(),
            wants_thumbprint: false,
            wants_typed: None,
            button: format!("Replace the certificate of {name}"),
            expected: None,
        }
    }

    /// Before an answer is given with which a run goes on.
    pub(crate) fn of_answer(
        site: &str,
        address: &str,
        known: Option<&CertificateCard>,
        question: &Question,
        answer: &QuestionAnswer,
    ) -> Self {
        let wants_thumbprint = answer.is_of_a_thumbprint();
        let seen = question.seen.as_ref();
        let expected = seen.filter(|_| wants_thumbprint);
        let seen_now = titled(&format!("{site} shows now"), seen);
        let known = titled("Known until this run", known.filter(|_| seen.is_some()));
        Self {
            title: question.what.clone(),
            says: vec![question.meaning.clone()],
            facts: vec![Fact::new("Site", format!("{site} at {address}"))],
            certificates: seen_now.into_iter().chain(known).collect(),
            to_decide: None,
            wants_thumbprint,
            wants_typed: answer.needs_typed.clone(),
            button: answer.label.clone(),
            expected: expected.and_then(|seen| seen.thumbprint.parse().ok()),
        }
    }

    /// Before an issuer is fetched from an address that a certificate names.
    pub(crate) fn of_fetch(address: &str) -> Self {
        let says = "Reseal asks there for the missing issuer and sends nothing else. Whoever is there learns that \
                    somebody looks at this certificate. What comes back counts only by its signature.";
        Self {
            title: "Fetch the missing issuer?".to_owned(),
            says: vec![says.to_owned()],
            facts: vec![Fact::new("Address in the certificate", address)],
            certificates: Vec::new(),
            to_decide: None,
            wants_thumbprint: false,
            wants_typed: None,
            button: "Fetch it".to_owned(),
            expected: None,
        }
    }

    /// Whether what was typed is what is wanted. A thumbprint that differs answers nothing: it may be a slip.
    pub fn check(&self, typed: Option<&str>) -> Result<(), Refusal> {
        let typed = typed.unwrap_or_default().trim();
        if self.wants_thumbprint {
            let given = parse_thumbprint(typed)?;
            return match &self.expected {
                Some(seen) if *seen != given => Err(other_thumbprint()),
                _ => Ok(()),
            };
        }
        match &self.wants_typed {
            Some(wanted) if wanted != typed => Err(not_typed(wanted)),
            _ => Ok(()),
        }
    }
}

/// A thumbprint as a person typed or pasted it.
pub fn parse_thumbprint(text: &str) -> Result<Thumbprint, Refusal> {
    text.parse()
        .map_err(|error: certificate::ParseThumbprintError| {
            let what = format!("What was pasted is no thumbprint: {error}.");
            let meaning = "Nothing was accepted, saved or sent.";
            let todo = "Paste the SHA-256 thumbprint: 64 digits, with or without colons.";
            Refusal::from(Problem::new("thumbprint.unreadable", what, meaning, todo))
        })
}

fn place(site: &SavedSite) -> String {
    let practice = if site.practice {
        ", in the practice lab"
    } else {
        ""
    };
    format!("{} at {}{practice}", site.name, site.address)
}

fn peers(plan: &PlanView) -> Fact {
    let ready = plan.peers.iter().filter(|peer| peer.ready);
    let names: Vec<&str> = ready.map(|peer| peer.name.as_str()).collect();
    let says = match (plan.peers.len(), names.len()) {
        (0, _) => format!("{} has none.", plan.site),
        (all, 0) => format!("0 of {all} are repaired."),
        (all, ready) => format!(
            "{ready} of {all} are repaired, at both ends: {}.",
            names.join(", ")
        ),
    };
    Fact::new("Peer sites", says)
}

fn on_premises(plan: &PlanView) -> Option<Fact> {
    let must = |site: &&rotation::on_premises::OnPremisesView| site.forecast != Forecast::Nothing;
    let concerned = plan.on_premises.iter().filter(must).count();
    let all = plan.on_premises.len();
    let says = format!("{concerned} of {all} have to re-pair, or may have to.");
    (concerned > 0).then(|| Fact::new("On-premises sites", says))
}

fn titled(title: &str, certificate: Option<&CertificateCard>) -> Option<TitledCertificate> {
    certificate.map(|certificate| TitledCertificate {
        title: title.to_owned(),
        certificate: certificate.clone(),
    })
}

fn other_thumbprint() -> Refusal {
    Refusal::new(
        "thumbprint.differs",
        "This is the thumbprint of another certificate than the one that the site shows now.",
        "The question is still open: nothing was accepted and nothing was sent. Either the thumbprint is of \
         an older certificate or of another site, or somebody stands between this computer and the site.",
        "Get the thumbprint again from the appliance's own console. If it still differs, cancel and stop the run.",
    )
}

fn not_typed(wanted: &str) -> Refusal {
    Refusal::from(Problem::new(
        "confirm.not_typed",
        format!("What was typed is not “{wanted}”."),
        "Nothing was accepted and nothing was sent.",
        "Type it letter for letter, or cancel.",
    ))
}

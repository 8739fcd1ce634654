//! What a check found, in the words and shapes that screens show. Pure.

use appliance::ApplianceAddress;
use certificate::Thumbprint;
use rotation::SiteFacts;
use rotation::card::Issuance;
use rotation::on_premises::OnPremisesView;
use rotation::verdict::Verdict;
use sites::LastCheck;
use time::OffsetDateTime;
use trust::{Cell, Matrix};

use crate::{
    cards,
    views::{
        site::{OtherService, PeerView, SuggestedSite},
        sites::TrustWord,
    },
};

pub(super) fn other_service((name, thumbprint): &(String, Thumbprint)) -> OtherService {
    OtherService {
        name: name.clone(),
        thumbprint: thumbprint.to_string(),
    }
}

pub(super) fn word(matrix: &Matrix, from: &str, to: &str) -> TrustWord {
    let Some(cell) = matrix.cell(from, to) else {
        let says = "The two sites are not paired in this direction.".to_owned();
        return TrustWord {
            verdict: Verdict::Unknown,
            says,
        };
    };
    TrustWord {
        verdict: verdict(cell),
        says: cell.meaning.clone(),
    }
}

/// A mark that says "same" says that nothing has to be done, so a contact that fails takes it away.
fn verdict(of: &Cell) -> Verdict {
    match of.verdict {
        trust::Verdict::Same if of.is_well() => Verdict::Same,
        trust::Verdict::Different => Verdict::Different,
        trust::Verdict::OldCertificate { .. } => Verdict::Old,
        trust::Verdict::Same | trust::Verdict::CouldNotCheck { .. } => Verdict::Unknown,
    }
}

/// What is the first to be mended between a site and its peers: a pin, or a contact that fails.
fn attention(matrix: &Matrix, site: &str, peers: &[PeerView]) -> Option<String> {
    let directions = |peer: &'_ PeerView| {
        let (coming, going) = (matrix.cell(&peer.name, site), matrix.cell(site, &peer.name));
        [coming, going].into_iter().flatten()
    };
    let needs_repair = |cell: &&Cell| {
        let is_wrong = matches!(verdict(cell), Verdict::Different | Verdict::Old);
        is_wrong || cell.complaint.is_some()
    };
    let mut cells = peers.iter().flat_map(directions);
    cells.find(needs_repair).map(|cell| cell.meaning.clone())
}

/// The list of sites shows the worst of all directions, in one sentence.
pub(super) fn last_check(
    told: &SiteFacts,
    peers: &[PeerView],
    matrix: &Matrix,
    now: OffsetDateTime,
) -> LastCheck {
    let agreeing = peers
        .iter()
        .filter(|peer| peer.trusts_us.verdict == Verdict::Same)
        .count();
    let halves = || {
        peers
            .iter()
            .flat_map(|peer| [&peer.trusts_us, &peer.we_trust_it])
    };
    let worst = [Verdict::Different, Verdict::Old, Verdict::Unknown]
        .into_iter()
        .find(|verdict| halves().any(|half| half.verdict == *verdict));
    LastCheck {
        at: now,
        version: Some(told.version.clone()),
        verdict: cards::word(worst.unwrap_or(Verdict::Same)),
        says: match peers.len() {
            0 => "It has no peer sites".to_owned(),
            all => format!("{agreeing} of {all} peers agree"),
        },
        attention: attention(matrix, &told.name, peers),
    }
}

/// What can be said before anybody has chosen a certificate. A plan says it for the chosen one.
pub(super) fn forecasts(told: &SiteFacts, now: OffsetDateTime) -> Vec<OnPremisesView> {
    let in_use = told.encoded.as_ref().map(|it| cards::of(it, now));
    let old = in_use.map_or(Issuance::Unknown, |card| card.issuance);
    told.forecast(old, Issuance::Unknown, None)
}

/// The peers that are not saved, at the addresses where they may be found.
pub(super) fn suggested(
    peers: &[PeerView],
    likely_address: impl Fn(&PeerView) -> String,
) -> Vec<SuggestedSite> {
    let unsaved = peers.iter().filter(|peer| peer.saved_as.is_none());
    unsaved
        .map(|peer| SuggestedSite {
            name: peer.name.clone(),
            address: likely_address(peer),
        })
        .collect()
}

/// The host of an address that an appliance told, without its port.
pub(super) fn host(address: &str) -> String {
    let address = address.parse::<ApplianceAddress>();
    address.map_or_else(|_| String::new(), |address| address.host().to_owned())
}

#[cfg(test)]
mod tests {
    use super::{PeerView, TrustWord, Verdict, attention, host, word};
    use trust::{Cell, Matrix};

    fn cell(from: &str, to: &str, complaint: Option<&str>) -> Cell {
        Cell {
            from: from.into(),
            to: to.into(),
            verdict: trust::Verdict::Same,
            meaning: format!("{from} trusts {to}. {}", complaint.unwrap_or_default()),
            action: String::new(),
            complaint: complaint.map(Into::into),
            observations: Vec::new(),
        }
    }

    #[test]
    fn a_contact_that_fails_is_not_marked_as_the_same_and_asks_for_attention() {
        let sites = vec!["Paris".to_owned(), "Berlin".to_owned()];
        let cells = vec![
            cell("Paris", "Berlin", Some("Permission denied.")),
            cell("Berlin", "Paris", None),
        ];
        let matrix = Matrix { sites, cells };
        let (coming, going) = (
            word(&matrix, "Berlin", "Paris"),
            word(&matrix, "Paris", "Berlin"),
        );
        assert_eq!(coming.verdict, Verdict::Same);
        assert_eq!(going.verdict, Verdict::Unknown);
        let peers = [berlin(coming, going)];
        let found = attention(&matrix, "Paris", &peers).unwrap();
        assert!(found.contains("Permission denied."), "{found}");
    }

    fn berlin(trusts_us: TrustWord, we_trust_it: TrustWord) -> PeerView {
        PeerView {
            name: "Berlin".into(),
            address: String::new(),
            description: String::new(),
            saved_as: None,
            trusts_us,
            we_trust_it,
            version: None,
        }
    }

    #[test]
    fn a_host_is_what_is_left_without_scheme_and_port() {
        assert_eq!(
            host("https://vcda.berlin.example:8048"),
            "vcda.berlin.example"
        );
        assert_eq!(host("https://[2001:db8::7]:8048"), "2001:db8::7");
        assert_eq!(host("not told"), "");
    }
}

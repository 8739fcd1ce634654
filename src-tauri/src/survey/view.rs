//! What a check found, in the words and shapes that screens show. Pure.

use appliance::OnPremisesSite;
use certificate::Thumbprint;
use rotation::{
    Problem,
    card::Issuance,
    on_premises::{self, OnPremisesView, Tenancy},
    progress::Verdict,
};
use sites::LastCheck;
use time::OffsetDateTime;
use trust::Matrix;

use super::Told;
use crate::{
    cards,
    commands::site::{OtherService, PeerView, SuggestedSite},
    commands::sites::TrustWord,
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
        verdict: verdict(&cell.verdict),
        says: cell.meaning.clone(),
    }
}

fn verdict(of: &trust::Verdict) -> Verdict {
    match of {
        trust::Verdict::Same => Verdict::Same,
        trust::Verdict::Different => Verdict::Different,
        trust::Verdict::OldCertificate { .. } => Verdict::Old,
        trust::Verdict::CouldNotCheck { .. } => Verdict::Unknown,
    }
}

/// The list of sites shows the worst of all directions, in one sentence.
pub(super) fn last_check(told: &Told, peers: &[PeerView]) -> LastCheck {
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
    let needs_repair =
        |half: &&TrustWord| matches!(half.verdict, Verdict::Different | Verdict::Old);
    LastCheck {
        at: OffsetDateTime::now_utc(),
        version: Some(told.about.build_version.clone()),
        verdict: cards::word(worst.unwrap_or(Verdict::Same)),
        says: match peers.len() {
            0 => "It has no peer sites".to_owned(),
            all => format!("{agreeing} of {all} peers agree"),
        },
        attention: halves().find(needs_repair).map(|half| half.says.clone()),
    }
}

pub(super) fn failed_check(problem: &Problem) -> LastCheck {
    LastCheck {
        at: OffsetDateTime::now_utc(),
        version: None,
        verdict: cards::word(Verdict::Unknown),
        says: "Could not be checked".to_owned(),
        attention: Some(problem.what.clone()),
    }
}

/// What can be said before anybody has chosen a certificate. A plan says it for the chosen one.
pub(super) fn forecasts(told: &Told) -> Vec<OnPremisesView> {
    let in_use = told.leaf.as_ref().map(cards::of);
    let endpoint = told
        .endpoints
        .public
        .address()
        .map(|address| address.to_string());
    let change = on_premises::Change {
        site: &told.name,
        endpoint: endpoint.as_deref(),
        version: Some(&told.about.build_version),
        old: in_use.map_or(Issuance::Unknown, |card| card.issuance),
        new: Issuance::Unknown,
        thumbprint: None,
    };
    let tenancy = |site: &OnPremisesSite| {
        let version = site
            .build_version
            .as_deref()
            .or(site.api_version.as_deref());
        on_premises::forecast(
            &Tenancy {
                name: &site.name,
                owner: &site.owner,
                version,
            },
            &change,
        )
    };
    told.on_premises.iter().map(tenancy).collect()
}

pub(super) fn suggested(peers: &[PeerView]) -> Vec<SuggestedSite> {
    let unsaved = peers.iter().filter(|peer| peer.saved_as.is_none());
    unsaved
        .map(|peer| SuggestedSite {
            name: peer.name.clone(),
            address: peer.address.clone(),
        })
        .collect()
}

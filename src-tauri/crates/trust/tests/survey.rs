//! Surveys of a running practice lab: what is seen from where, and what follows from it.
#![expect(clippy::disallowed_methods, reason = "tests read the machine's clock")]
#![cfg(test)]
#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a test names the one variant it expects"
)]

use std::path::PathBuf;

use appliance::{Appliance, Credential, Limits, SignIns};
use certificate::Thumbprint;
use ground::Surroundings;
use practice_lab::{Fault, FaultAt, Lab, Scenario};
use time::OffsetDateTime;
use trust::{
    Generation, KnownSite, Matrix, Obstacle, Recognition, Scope, SignedIn, Snapshot, Survey,
    Vantage, Verdict, judge_site, observe, recognise,
};

/// A lab and the folder it lives in.
struct Started {
    lab: Lab,
    folder: PathBuf,
}

impl Drop for Started {
    fn drop(&mut self) {
        // The folder lies among temporary files; one that stays behind does no harm.
        drop(std::fs::remove_dir_all(&self.folder));
    }
}

impl Started {
    async fn new(name: &str, peers: usize) -> Self {
        let folder = std::env::temp_dir().join(format!("trust-{}-{name}", std::process::id()));
        let scenario = Scenario {
            peers,
            on_premises: 0,
            ..Scenario::new(&folder)
        };
        let lab = Lab::start(scenario, &Surroundings::of_this_machine())
            .await
            .unwrap();
        Self { lab, folder }
    }

    fn names(&self) -> Vec<String> {
        self.lab
            .description()
            .sites
            .into_iter()
            .map(|site| site.name)
            .collect()
    }

    async fn strike(&self, fault: Fault, site: &str) {
        let at = FaultAt {
            fault,
            site: site.to_owned(),
            times: None,
        };
        self.lab.inject(at).await.unwrap();
    }

    async fn sign_in(&self, name: &str) -> SignedIn {
        let sites = self.lab.description().sites;
        let site = sites.into_iter().find(|site| site.name == name).unwrap();
        let pin: Thumbprint = site.cloud.thumbprint.parse().unwrap();
        let appliance = Appliance::new(
            site.cloud.address.parse().unwrap(),
            pin,
            Limits::usual(),
            &Surroundings::of_this_machine(),
        );
        let credential = Credential::Appliance {
            password: site.password.into(),
        };
        let session = SignIns::new(Surroundings::of_this_machine())
            .session(appliance, &credential)
            .await;
        let session = session.unwrap();
        SignedIn {
            site: KnownSite {
                current: Some(pin),
                ..KnownSite::named(name)
            },
            session,
        }
    }

    async fn sign_in_everywhere(&self) -> Vec<SignedIn> {
        let mut signed_in = Vec::new();
        for name in self.names() {
            signed_in.push(self.sign_in(&name).await);
        }
        signed_in
    }

    fn requests_at(&self, site: &str) -> usize {
        self.lab
            .requests()
            .iter()
            .filter(|request| request.site == site)
            .count()
    }
}

async fn survey(signed_in: &[SignedIn]) -> Survey {
    observe(
        signed_in,
        Vec::new(),
        &Scope::Everything,
        OffsetDateTime::now_utc(),
    )
    .await
}

fn verdict(matrix: &Matrix, from: &str, to: &str) -> Verdict {
    matrix.cell(from, to).unwrap().verdict.clone()
}

#[tokio::test]
async fn a_healthy_lab_is_the_same_in_both_directions_and_only_where_sites_are_paired() {
    let lab = Started::new("healthy", 3).await;
    let survey = survey(&lab.sign_in_everywhere().await).await;
    let matrix = Matrix::of(&survey);
    assert_eq!(matrix.sites, ["Paris", "Berlin", "Madrid", "Oslo"]);
    assert_eq!(
        matrix.cells.len(),
        6,
        "Paris with three peers, in both directions"
    );
    for cell in &matrix.cells {
        assert_eq!(
            cell.verdict,
            Verdict::Same,
            "{} trusts {}",
            cell.from,
            cell.to
        );
        assert_eq!(cell.observations.len(), 2);
    }
    assert!(matrix.cell("Berlin", "Madrid").is_none());
    for site in survey.sites() {
        assert_eq!(
            judge_site(&site, &survey.observations).verdict,
            Verdict::Same
        );
    }
}

#[tokio::test]
async fn an_old_pin_is_told_from_a_strange_one_by_the_history() {
    let lab = Started::new("old-pin", 2).await;
    lab.strike(Fault::PinsAnOldOne, "Berlin").await;
    let mut signed_in = lab.sign_in_everywhere().await;
    let strange = Matrix::of(&survey(&signed_in).await);
    assert_eq!(verdict(&strange, "Berlin", "Paris"), Verdict::Different);
    let pinned = lab.lab.pin("Berlin", "Paris").unwrap();
    signed_in[0].site.history.push(Generation {
        thumbprint: pinned,
        replaced: None,
    });
    let old = Matrix::of(&survey(&signed_in).await);
    assert_eq!(
        verdict(&old, "Berlin", "Paris"),
        Verdict::OldCertificate { replaced: None }
    );
    assert_eq!(verdict(&old, "Madrid", "Paris"), Verdict::Same);
    assert_eq!(verdict(&old, "Paris", "Berlin"), Verdict::Same);
    let cell = old.cell("Berlin", "Paris").unwrap();
    assert_eq!(
        cell.action,
        "Ask an administrator of Berlin to repair the pairing with Paris."
    );
}

#[tokio::test]
async fn somebody_between_two_sites_is_seen_by_the_one_whose_path_it_is() {
    let lab = Started::new("interception", 2).await;
    lab.strike(Fault::Interception, "Berlin").await;
    let survey = survey(&lab.sign_in_everywhere().await).await;
    let matrix = Matrix::of(&survey);
    assert_eq!(verdict(&matrix, "Berlin", "Paris"), Verdict::Different);
    assert_eq!(verdict(&matrix, "Madrid", "Paris"), Verdict::Same);
    let cell = matrix.cell("Berlin", "Paris").unwrap();
    assert!(
        cell.action.starts_with("Repair nothing."),
        "{}",
        cell.action
    );
    let paris = survey
        .sites()
        .into_iter()
        .find(|site| site.name == "Paris")
        .unwrap();
    let judgement = judge_site(&paris, &survey.observations);
    assert_eq!(judgement.odd_ones.len(), 1);
    assert_eq!(
        judgement.odd_ones[0].vantage,
        Vantage::SeenBy {
            site: "Berlin".into()
        }
    );
}

#[tokio::test]
async fn one_session_sees_its_own_half_of_every_pairing() {
    let lab = Started::new("one-session", 2).await;
    let matrix = Matrix::of(&survey(&[lab.sign_in("Paris").await]).await);
    assert_eq!(verdict(&matrix, "Paris", "Berlin"), Verdict::Same);
    assert_eq!(
        verdict(&matrix, "Berlin", "Paris"),
        Verdict::CouldNotCheck {
            why: Obstacle::NotSignedIn
        }
    );
    let cell = matrix.cell("Berlin", "Paris").unwrap();
    assert_eq!(
        cell.action,
        "Sign in to Berlin as an administrator and check again."
    );
}

#[tokio::test]
async fn a_peer_that_is_down_could_not_be_looked_at_and_its_pin_still_counts() {
    let lab = Started::new("down", 2).await;
    let signed_in = lab.sign_in("Paris").await;
    lab.strike(Fault::SiteDown, "Berlin").await;
    let berlin = KnownSite {
        current: lab.lab.pin("Paris", "Berlin"),
        ..KnownSite::named("Berlin")
    };
    let now = OffsetDateTime::now_utc();
    let survey = observe(&[signed_in], vec![berlin], &Scope::Everything, now).await;
    let matrix = Matrix::of(&survey);
    assert_eq!(verdict(&matrix, "Paris", "Berlin"), Verdict::Same);
    let cell = matrix.cell("Paris", "Berlin").unwrap();
    assert!(
        cell.observations
            .iter()
            .any(|seen| seen.obstacle().is_some()),
        "{cell:?}"
    );
}

#[tokio::test]
async fn a_site_that_refuses_to_tell_is_not_called_different() {
    let lab = Started::new("refuses", 1).await;
    let signed_in = lab.sign_in_everywhere().await;
    lab.strike(Fault::ServerError, "Berlin").await;
    let matrix = Matrix::of(&survey(&signed_in).await);
    match verdict(&matrix, "Berlin", "Paris") {
        Verdict::CouldNotCheck {
            why: Obstacle::Refused { msg },
        } => assert!(!msg.is_empty()),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn looking_around_one_site_costs_the_same_for_each_peer() {
    let mut costs = Vec::new();
    for peers in [2, 6] {
        let lab = Started::new(&format!("cost-{peers}"), peers).await;
        let signed_in = lab.sign_in_everywhere().await;
        let around = Scope::Around {
            site: "Paris".into(),
        };
        observe(&signed_in, Vec::new(), &around, OffsetDateTime::now_utc()).await;
        let per_peer = lab.requests_at("Berlin");
        assert_eq!(
            lab.requests_at("Paris"),
            3 + peers,
            "login, certificate, list, and each peer"
        );
        for peer in lab.names().iter().skip(1) {
            assert_eq!(lab.requests_at(peer), per_peer);
        }
        for it in &signed_in {
            let handshakes = it.session.meter().read().handshakes;
            assert!(
                handshakes <= 8,
                "{} handshakes with {}",
                handshakes,
                it.site.name
            );
        }
        costs.push(per_peer);
    }
    assert_eq!(costs, [4, 4], "login, certificate, list, one look at Paris");
}

#[tokio::test]
async fn a_snapshot_answers_whose_thumbprint_it_is_without_any_session() {
    let lab = Started::new("snapshot", 2).await;
    let snapshot = Snapshot::of(&survey(&lab.sign_in_everywhere().await).await);
    let text = snapshot.to_json();
    let password = &lab.lab.description().sites[0].password;
    assert!(!text.contains(password.as_str()));
    let read = Snapshot::from_json(&text).unwrap();
    assert_eq!(read, snapshot);
    let berlin = &lab.lab.description().sites[1].cloud.thumbprint;
    let expected = Recognition::Current {
        site: "Berlin".into(),
        is_own: false,
    };
    assert_eq!(recognise(&berlin.replace(':', " "), &read.sites), expected);
}

//! Whole rotations on a clock of their own: the lab, the engine and TLS between them are the real ones, the wires are
//! pipes in memory, and no wait takes time (docs/decisions/clocks.md).
#![expect(clippy::disallowed_methods, reason = "tests read the machine's clock")]
#![cfg(test)]

use std::path::Path;
use std::time::{Duration, Instant};

use appliance::SignIns;
use cpu_time::ThreadTime;
use ground::Surroundings;
use practice_lab::{Lab, LabDescription, Pace as LabPace, Scenario, Service, SiteDescription};
use rotation::{Engine, Outcome, Pace, Replacement, Request, RunId, SiteAccess, prepare};
use secrecy::SecretString;
use support::files;
use support::folder::Folder;
use time::macros::datetime;

/// How many peers the own site has.
const PEERS: usize = 10;

/// What one rotation costs the processor at most. It takes a fraction of that.
const BUDGET: Duration = Duration::from_secs(20);

/// A rotation that came to its end.
struct Played {
    /// The bytes of its journal.
    journal: Vec<u8>,
    /// How long it took by its own clock.
    simulated: Duration,
    /// How long it took, and the lab's start before it, by the clock on the wall and by the processor's.
    lab: Cost,
    rotation: Cost,
}

#[derive(Debug, Clone, Copy)]
struct Cost {
    real: Duration,
    processor: Duration,
}

struct Meter(Instant, ThreadTime);

impl Meter {
    fn start() -> Self {
        Self(Instant::now(), ThreadTime::now())
    }

    fn read(&self) -> Cost {
        Cost {
            real: self.0.elapsed(),
            processor: self.1.elapsed(),
        }
    }
}

#[test]
fn ten_peers_follow_a_rotation_in_no_time_and_the_same_seed_writes_the_same_journal() {
    let (first, second, other) = (played(7), played(7), played(8));
    for Cost { real, processor } in [first.rotation, second.rotation, other.rotation] {
        println!("ten peers, whole rotation: {real:?}, processor {processor:?}");
        assert!(processor < BUDGET, "{processor:?}");
    }
    let Cost { real, processor } = first.lab;
    println!("the lab before it: {real:?}, processor {processor:?}");
    println!("by its own clock: {:?}", first.simulated);
    assert!(first.simulated > Duration::from_secs(60), "nobody waited");
    let (text, again) = (lines(&first.journal), lines(&second.journal));
    for (one, same) in text.iter().zip(&again) {
        assert_eq!(one, same);
    }
    assert_eq!(first.journal, second.journal);
    assert_ne!(first.journal, other.journal);
}

fn lines(journal: &[u8]) -> Vec<String> {
    String::from_utf8_lossy(journal)
        .lines()
        .map(str::to_owned)
        .collect()
}

/// Plays a whole rotation with this seed.
fn played(seed: u64) -> Played {
    let folder = Folder::new();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .start_paused(true)
        .build();
    let playing = play(folder.path(), seed);
    runtime.unwrap().block_on(playing)
}

async fn play(folder: &Path, seed: u64) -> Played {
    let here = Surroundings::simulated(datetime!(2026-11-01 08:00 UTC), seed);
    let mut scenario = Scenario::new(folder.join("lab"));
    (scenario.peers, scenario.seed) = (PEERS, seed);
    scenario.pace = LabPace::LikeReal { scale: 1.0 };
    let meter = Meter::start();
    let lab = Lab::start(scenario, &here).await.unwrap();
    let cost_of_lab = meter.read();
    let before = lab.description();
    let home = folder.join("state");
    let request = request(&before, &SignIns::new(here.clone()));
    let (began, meter) = (here.instant(), Meter::start());
    let plan = prepare(&request, &here).await.unwrap();
    let engine = Engine::new(&home, here.clone());
    let run = engine.start(request, plan).await.unwrap();
    assert_eq!(
        run.finished().await,
        Outcome::Done,
        "{:#?}",
        engine.view(run.id())
    );
    let (rotation, simulated) = (meter.read(), here.since(began));
    is_right(&lab, &before).await;
    Played {
        journal: bytes_of(&home, run.id()),
        simulated,
        lab: cost_of_lab,
        rotation,
    }
}

/// What the lab itself knows of the end.
async fn is_right(lab: &Lab, before: &LabDescription) {
    let new = before.authority.bundle_thumbprint.parse().unwrap();
    let (own, peers) = before.sites.split_first().unwrap();
    assert_eq!(peers.len(), PEERS);
    assert_eq!(lab.thumbprint(&own.name, Service::Cloud), Some(new));
    assert_eq!(lab.replacements(&own.name), 1);
    assert_eq!(lab.restarts().len(), 1);
    assert_eq!(lab.pair_tasks().len(), 2 * PEERS);
    for peer in peers {
        assert_eq!(lab.pin(&peer.name, &own.name), Some(new));
        for (from, to) in [(peer, own), (own, peer)] {
            assert!(lab.trusts(&from.name, &to.name).await, "{}", from.name);
            assert!(lab.is_clean(&from.name, &to.name), "{}", from.name);
        }
    }
}

fn request(lab: &LabDescription, sign_ins: &SignIns) -> Request {
    let authority = &lab.authority;
    let password = SecretString::from(authority.bundle_password.clone());
    let contents = files::read(&authority.bundle, Some(&authority.bundle_password));
    let sealed = contents.into_entry().unwrap().seal(&password).unwrap();
    let (own, peers) = lab.sites.split_first().unwrap();
    let access = |site: &SiteDescription| SiteAccess {
        sign_ins: sign_ins.clone(),
        ..support::stage::access(site)
    };
    Request {
        local: access(own),
        peers: peers.iter().map(access).collect(),
        replacement: Replacement::Import {
            sealed: Box::new(sealed),
        },
        operator: "Ada".to_owned(),
        pace: Pace::polite(),
    }
}

fn bytes_of(home: &Path, run: &RunId) -> Vec<u8> {
    std::fs::read(home.join("runs").join(format!("{run}.jsonl"))).unwrap()
}

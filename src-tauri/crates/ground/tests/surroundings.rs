//! What the one value promises: the same again for the same seed, and pipes that behave as connections do.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test measures by the machine's clock, and has failed where it cannot be set up"
)]

use std::io::ErrorKind;
use std::net::SocketAddr;
use std::time::{Duration, Instant};

use ground::Surroundings;
use rand::RngCore;
use time::macros::datetime;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

const AT: &str = "127.0.0.1:8048";

fn simulated(seed: u64) -> Surroundings {
    Surroundings::simulated(datetime!(2026-11-01 08:00 UTC), seed)
}

#[tokio::test(start_paused = true)]
async fn a_simulated_day_takes_no_time_and_the_clock_shows_it() {
    let (began, here) = (Instant::now(), simulated(1));
    here.sleep(Duration::from_secs(24 * 3600)).await;
    assert_eq!(here.now(), datetime!(2026-11-02 08:00 UTC));
    assert!(began.elapsed() < Duration::from_secs(3600));
    let never = here.timeout(Duration::from_secs(60), std::future::pending::<()>());
    assert!(never.await.is_err());
    assert_eq!(here.now(), datetime!(2026-11-02 08:01 UTC));
}

#[tokio::test]
async fn the_same_seed_draws_the_same() {
    let draw = |here: &Surroundings| (here.chance().next_u64(), here.chance().next_u64());
    assert_eq!(draw(&simulated(7)), draw(&simulated(7)));
    assert_ne!(draw(&simulated(7)), draw(&simulated(8)));
    let (one, other) = draw(&Surroundings::of_this_machine());
    assert_ne!(one, other);
}

/// What is said here and there over one connection: the same over TCP and in memory.
async fn conversation(here: &Surroundings, at: &str) -> SocketAddr {
    let mut listener = here.listen(at.parse().unwrap()).await.unwrap();
    let at = listener.local_addr().unwrap();
    let host = at.ip().to_string();
    let calling = here.connect(&host, at.port());
    let (called, caller) = tokio::join!(listener.accept(), calling);
    let (mut called, mut caller) = (called.unwrap(), caller.unwrap());
    assert_eq!(caller.peer_addr(), at);
    assert!(called.peer_addr().ip().is_loopback());
    caller.write_all(b"who is there?").await.unwrap();
    let mut heard = [0; 13];
    called.read_exact(&mut heard).await.unwrap();
    assert_eq!(&heard, b"who is there?");
    drop(called);
    assert_eq!(caller.read(&mut heard).await.unwrap(), 0, "hung up");
    drop(listener);
    let refused = here.connect(&host, at.port()).await.unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::ConnectionRefused);
    at
}

#[tokio::test]
async fn a_pipe_behaves_as_a_connection_does() {
    conversation(&Surroundings::of_this_machine(), "127.0.0.1:0").await;
    let here = simulated(1);
    conversation(&here, AT).await;
    let held = here.listen(AT.parse().unwrap()).await.unwrap();
    let second = here.listen(AT.parse().unwrap()).await.unwrap_err();
    assert_eq!(second.kind(), ErrorKind::AddrInUse);
    drop(held);
    here.listen(AT.parse().unwrap()).await.unwrap();
}

#[tokio::test]
async fn a_name_that_leads_nowhere_is_told_apart() {
    for here in [Surroundings::of_this_machine(), simulated(1)] {
        let error = here.connect("nowhere.invalid", 443).await.unwrap_err();
        assert!(error.get_ref().unwrap().is::<ground::NameNotFound>());
    }
}

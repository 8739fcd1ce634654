//! "Who is there?" asked of servers of every kind.

use std::time::Duration;

use appliance::{ApplianceAddress, Phase, ProbeError, ProbeLimits, Unreachable, probe};
use ground::Surroundings;
use rustls::version::{TLS12, TLS13};
use tokio::io::AsyncWriteExt;
use tokio::net::TcpListener;

use crate::server::{Identity, Received, Reply, Server};

fn nothing(_: &Received) -> Reply {
    Reply::HangUp
}

fn hasty() -> ProbeLimits {
    ProbeLimits {
        connect: Duration::from_secs(5),
        handshake: Duration::from_millis(300),
    }
}

/// A TCP server that greets with these bytes, keeps the connection or closes it.
async fn plain_server(greeting: &'static [u8], keeps_connection: bool) -> ApplianceAddress {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address =
        ApplianceAddress::new("127.0.0.1", listener.local_addr().unwrap().port()).unwrap();
    tokio::spawn(async move {
        let mut kept = Vec::new();
        while let Ok((mut stream, _)) = listener.accept().await {
            stream.write_all(greeting).await.unwrap();
            if keeps_connection {
                kept.push(stream);
            }
        }
    });
    address
}

#[tokio::test]
async fn reports_the_leaf_over_both_versions_of_tls_and_sends_no_http() {
    for version in [&TLS12, &TLS13] {
        let identity = Identity::fresh();
        let server = Server::start_as(&identity, &[version], nothing).await;
        let sighting = probe(
            &server.address,
            ProbeLimits::default(),
            &Surroundings::of_this_machine(),
        )
        .await
        .unwrap();
        assert_eq!(sighting.leaf.thumbprint(), identity.pin());
        assert_eq!(sighting.address.port(), server.address.port());
        server.saw_out(1).await;
        assert_eq!((server.bytes(), sighting.chain.len()), (0, 0));
    }
}

#[tokio::test]
async fn a_server_that_cannot_prove_its_key_is_told_by_its_certificate_and_not_believed() {
    let (honest, thief) = (Identity::fresh(), Identity::fresh());
    let pretender = Identity {
        shown: honest.shown,
        key: thief.key,
    };
    for version in [&TLS12, &TLS13] {
        let server = Server::start_as(&pretender, &[version], nothing).await;
        match probe(
            &server.address,
            ProbeLimits::default(),
            &Surroundings::of_this_machine(),
        )
        .await
        .unwrap_err()
        {
            ProbeError::Handshake { shown, leaf, .. } => {
                assert_eq!(shown, Some(pretender.pin()));
                assert_eq!(leaf.map(|leaf| leaf.thumbprint()), Some(pretender.pin()));
            }
            other => panic!("{other:?}"),
        }
    }
}

#[tokio::test]
async fn a_server_that_speaks_no_tls_is_named_as_such() {
    for greeting in [
        &b"HTTP/1.1 400 Bad Request\r\n\r\n"[..],
        b"SSH-2.0-OpenSSH_9.6\r\n",
        b"220 mail\r\n",
    ] {
        let address = plain_server(greeting, true).await;
        let error = probe(&address, hasty(), &Surroundings::of_this_machine())
            .await
            .unwrap_err();
        assert!(matches!(error, ProbeError::NotTls { .. }), "{error:?}");
        assert!(!error.is_absence(), "somebody is there");
    }
}

#[tokio::test]
async fn a_silent_port_runs_into_the_time_limit() {
    let address = plain_server(b"", true).await;
    let error = probe(&address, hasty(), &Surroundings::of_this_machine())
        .await
        .unwrap_err();
    assert!(
        matches!(
            error,
            ProbeError::TimedOut {
                phase: Phase::Handshake
            }
        ),
        "{error:?}"
    );
    assert!(error.is_absence());
}

#[tokio::test]
async fn a_port_that_hangs_up_and_a_port_where_nobody_listens_are_absences() {
    let hangs_up = plain_server(b"", false).await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let closed = ApplianceAddress::new("127.0.0.1", listener.local_addr().unwrap().port()).unwrap();
    drop(listener);
    for (address, expected) in [
        (hangs_up, Unreachable::Closed),
        (closed, Unreachable::Refused),
    ] {
        match probe(&address, hasty(), &Surroundings::of_this_machine())
            .await
            .unwrap_err()
        {
            ProbeError::Unreachable { why, .. } => assert_eq!(why, expected),
            other => panic!("{other:?}"),
        }
    }
}

#[tokio::test]
async fn a_name_that_does_not_resolve_is_told_from_a_closed_port() {
    let address = "no-such-name.invalid".parse().unwrap();
    let error = probe(
        &address,
        ProbeLimits::default(),
        &Surroundings::of_this_machine(),
    )
    .await
    .unwrap_err();
    match error {
        ProbeError::Unreachable { why, .. } => assert_eq!(why, Unreachable::NameNotFound),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn ipv6_is_reached_by_its_bracketed_form() {
    let Ok(listener) = TcpListener::bind("[::1]:0").await else {
        eprintln!("skipped: this machine has no IPv6");
        return;
    };
    let port = listener.local_addr().unwrap().port();
    drop(listener);
    let address: ApplianceAddress = format!("[::1]:{port}").parse().unwrap();
    match probe(
        &address,
        ProbeLimits::default(),
        &Surroundings::of_this_machine(),
    )
    .await
    .unwrap_err()
    {
        ProbeError::Unreachable { why, .. } => assert_eq!(why, Unreachable::Refused),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn every_probe_is_a_full_handshake() {
    let server = Server::start(nothing).await;
    for _ in 0..3 {
        probe(
            &server.address,
            ProbeLimits::default(),
            &Surroundings::of_this_machine(),
        )
        .await
        .unwrap();
    }
    server.saw_out(3).await;
    assert_eq!(server.handshakes(), [rustls::HandshakeKind::Full; 3]);
}

//! Bad input: each comes to a problem with a name, before anything is changed.

use appliance::{Credential, ParseAddressError};
use certificate::{Entry, Options, Thumbprint, WriteError, read};
use ground::Surroundings;
use rotation::event::Action;
use rotation::{Problem, Record, prepare};
use secrecy::SecretString;
use support::files::{by_openssl, self_signed};
use support::in_english::InEnglish as _;
use support::stage::{OWN, Stage};
use time::{Duration, OffsetDateTime};

fn now() -> OffsetDateTime {
    OffsetDateTime::now_utc()
}

/// What the engine says to importing this bundle: the first thing in the way.
async fn refusal_of(stage: &Stage, entry: Entry) -> Problem {
    let plan = stage.plan(&stage.import(entry.clone())).await.unwrap();
    assert!(!plan.can_start, "{:?}", plan.findings);
    let problem = stage.run(stage.import(entry)).await.unwrap_err();
    stage.assert_nothing_was_changed();
    assert!(
        !problem.meaning().is_empty() && !problem.todo().is_empty(),
        "{problem:?}"
    );
    problem
}

#[tokio::test(flavor = "multi_thread")]
async fn a_certificate_that_is_not_fit_is_not_sent() {
    let stage = Stage::open().await;
    let at = stage.folder();
    let san = "subjectAltName=IP:127.0.0.1";
    let rsa = [
        "-newkey",
        "rsa:2048",
        "-subj",
        "/CN=vcda.example",
        "-addext",
        san,
    ];
    let with = |more: &[&str]| by_openssl(&at, &[&rsa[..], more].concat());
    let small = [
        "-newkey",
        "rsa:1024",
        "-subj",
        "/CN=small.example",
        "-addext",
        san,
    ];
    let curve = [
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:prime256v1",
        "-subj",
        "/CN=ec.example",
        "-addext",
        san,
    ];
    let rows = [
        (
            "expired",
            self_signed(&["127.0.0.1"], now() - Duration::days(700)),
            "is_valid_now",
        ),
        (
            "not yet valid",
            self_signed(&["127.0.0.1"], now() + Duration::days(7)),
            "is_valid_now",
        ),
        ("RSA 1024", by_openssl(&at, &small), "key_is_rsa"),
        ("EC", by_openssl(&at, &curve), "key_is_rsa"),
        ("SHA-1", with(&["-sha1"]), "signatures_are_modern"),
        (
            "no serverAuth",
            with(&["-addext", "extendedKeyUsage=clientAuth"]),
            "allows_server_authentication",
        ),
        (
            "a CA",
            with(&["-addext", "keyUsage=critical,keyCertSign"]),
            "is_no_authority",
        ),
    ];
    for (about, entry, promise) in rows {
        let plan = stage.plan(&stage.import(entry.clone())).await.unwrap();
        let mut codes = plan.findings.iter().map(|finding| &*finding.problem.code);
        let expected = format!("bundle.{promise}");
        assert!(
            codes.any(|code| code == expected),
            "{about}: {:?}",
            plan.findings
        );
        refusal_of(&stage, entry).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_certificate_in_use_is_not_imported_again() {
    let stage = Stage::open().await;
    stage.run(stage.request(Action::Import)).await.unwrap();
    let mut request = stage.request(Action::Import);
    request.local.pin = stage.presented();
    let problem = stage.run(request).await.unwrap_err();
    assert!(problem.code.ends_with("in_use"), "{problem:?}");
    stage.assert_replaced_exactly_once();
}

/// The bundle that a service of the own site uses.
fn bundle_of(stage: &Stage, service: &str) -> Entry {
    let file = stage.own().state.join(service).join("config/keystore.p12");
    let contents = support::files::read(&file, Some(&stage.own().keystore_password));
    contents.into_entry().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_certificate_of_the_sites_tunnel_is_not_imported() {
    let stage = Stage::open().await;
    for service in ["tunnel", "replicator"] {
        let problem = refusal_of(&stage, bundle_of(&stage, service)).await;
        assert_eq!(problem.code, "bundle.is_its_own", "{service}");
    }
}

/// The Manager Service is found by its usual port beside the Cloud Service's, so both get theirs
/// on an address of their own. Only Linux has more than one on its loopback.
#[cfg(target_os = "linux")]
#[tokio::test(flavor = "multi_thread")]
async fn nor_is_that_of_the_sites_manager() {
    let stage = Stage::open().await;
    let [_, high, low, _] = std::process::id().to_be_bytes().map(|byte| byte | 1);
    let host = format!("127.46.{high}.{low}");
    pass_on(&format!("{host}:8046"), &stage.own().cloud.address).await;
    pass_on(&format!("{host}:8441"), &stage.own().manager.address).await;
    let mut request = stage.import(bundle_of(&stage, "manager"));
    request.local.address = format!("{host}:8046").parse().unwrap();
    let problem = stage.run(request).await.unwrap_err();
    assert_eq!(problem.code, "bundle.is_its_own");
    assert!(problem.what().contains("Manager Service"), "{problem:?}");
    stage.assert_nothing_was_changed();
}

/// Passes every connection on, byte by byte, for as long as the test runs.
#[cfg(target_os = "linux")]
async fn pass_on(from: &str, to: &str) {
    let (listener, to) = (
        tokio::net::TcpListener::bind(from).await.unwrap(),
        to.to_owned(),
    );
    tokio::spawn(async move {
        while let Ok((mut caller, _)) = listener.accept().await {
            let mut service = tokio::net::TcpStream::connect(&to).await.unwrap();
            tokio::spawn(async move {
                // Either end may hang up whenever it likes.
                drop(tokio::io::copy_bidirectional(&mut caller, &mut service).await);
            });
        }
    });
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_sealed_by_a_password_that_does_not_fit_a_header() {
    let stage = Stage::open().await;
    let refused = stage.entry().seal(&SecretString::from("Schlüssel"));
    let Err(WriteError::Password(unfit)) = refused else {
        panic!("it was sealed");
    };
    assert_eq!(Problem::from(&unfit).code, "bundle.password_not_ascii");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_port_of_another_service_is_refused() {
    let stage = Stage::open().await;
    let own = stage.own();
    for door in [&own.manager, &own.tunnel_service, &own.replicator] {
        let mut request = stage.request(Action::Import);
        request.local.address = door.address.parse().unwrap();
        request.local.pin = door.thumbprint.parse().unwrap();
        let problem = stage.run(request).await.unwrap_err();
        assert_eq!(problem.code, "site.another_service");
    }
    stage.assert_nothing_was_changed();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_private_key_is_not_sent_to_a_site_that_nobody_verified() {
    let stage = Stage::open().await;
    let mut request = stage.request(Action::Import);
    request.local.grade = rotation::Grade::E0;
    let problem = stage.run(request).await.unwrap_err();
    assert_eq!(problem.code, "plan.unverified");
    stage.assert_nothing_was_changed();
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_where_nobody_is_gets_a_name() {
    let stage = Stage::open().await;
    let free = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let closed = free.local_addr().unwrap().to_string();
    drop(free);
    for (address, code) in [
        (&*closed, "site.nobody_listens"),
        ("nowhere.invalid", "site.name_not_found"),
    ] {
        let mut request = stage.request(Action::Import);
        request.local.address = address.parse().unwrap();
        let problem = stage.run(request).await.unwrap_err();
        assert_eq!(problem.code, code, "{address}: {problem:?}");
    }
    stage.assert_nothing_was_changed();
}

#[tokio::test(flavor = "multi_thread")]
async fn something_that_does_not_speak_tls_gets_a_name() {
    let stage = Stage::open().await;
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let mut request = stage.request(Action::Import);
    request.local.address = listener.local_addr().unwrap().to_string().parse().unwrap();
    let plain = tokio::spawn(async move {
        use tokio::io::AsyncWriteExt as _;
        while let Ok((mut caller, _)) = listener.accept().await {
            // The caller may have hung up already.
            drop(caller.write_all(b"220 mail.example ESMTP\r\n").await);
        }
    });
    let problem = stage.run(request).await.unwrap_err();
    assert_eq!(problem.code, "site.not_tls", "{problem:?}");
    plain.abort();
}

#[test]
fn an_address_with_a_path_is_refused_by_name() {
    let parsed = "https://vcda.example/sites".parse::<appliance::ApplianceAddress>();
    let error = parsed.unwrap_err();
    assert!(matches!(error, ParseAddressError::HasPath { .. }));
    assert_eq!(Problem::from(&error).code, "address.has_path");
}

#[test]
fn a_thumbprint_is_read_however_it_is_written_and_sha_1_is_refused() {
    let plain = "ab".repeat(32);
    let expected: Thumbprint = plain.parse().unwrap();
    let pairs = vec!["AB"; 32];
    for written in [
        pairs.join(":"),
        pairs.join(" "),
        format!("SHA-256:{}", pairs.join(":")),
    ] {
        assert_eq!(
            written.parse::<Thumbprint>().as_ref(),
            Ok(&expected),
            "{written}"
        );
    }
    assert!("ab".repeat(20).parse::<Thumbprint>().is_err());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_holds_no_bundle_says_what_it_is() {
    let stage = Stage::open().await;
    let authority = &stage.before.authority;
    let page = read(b"<!doctype html><p>Sign in</p>", None, &Options::default()).unwrap_err();
    assert_eq!(Problem::from(&page).code, "bundle.not_a_keystore");
    let empty = read(b"", None, &Options::default()).unwrap_err();
    assert!(Problem::from(&empty).what().contains("empty"));
    let bundle = std::fs::read(&authority.bundle).unwrap();
    let wrong = SecretString::from("wrong");
    let locked = read(&bundle, Some(&wrong), &Options::default()).unwrap_err();
    assert_eq!(Problem::from(&locked).code, "bundle.wrong_password");
}

/// What is said of a file of these parts.
fn said_of(parts: &[&str]) -> Problem {
    let contents = read(parts.concat().as_bytes(), None, &Options::default()).unwrap();
    let error = contents.into_bundle().unwrap_err();
    Problem::from(&error)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_without_exactly_one_key_and_its_certificate_has_a_name() {
    let stage = Stage::open().await;
    let at = stage.folder();
    let leaf = stage.entry().bundle.leaf.to_pem();
    assert_eq!(said_of(&[&leaf]).code, "bundle.no_key", "a leaf alone");
    let authority = std::fs::read_to_string(&stage.before.authority.issuing).unwrap();
    assert_eq!(
        said_of(&[&authority]).code,
        "bundle.only_authorities",
        "a CA's own"
    );
    let mut pairs = ["one", "two"].map(|name| {
        let subject = format!("/CN={name}.example");
        by_openssl(&at, &["-newkey", "rsa:2048", "-subj", &subject]);
        ["made.key", "made.pem"].map(|file| std::fs::read_to_string(at.join(file)).unwrap())
    });
    let [[key, own], [other_key, other]] = &mut pairs;
    let foreign = said_of(&[&leaf, key]);
    assert_eq!(foreign.code, "bundle.key_does_not_match");
    assert!(!foreign.todo().is_empty());
    let two = said_of(&[key, own, other_key, other]);
    assert_eq!(two.code, "bundle.several_entries");
    assert!(two.what().contains("one.example") && two.what().contains("two.example"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_leaf_without_its_chain_can_be_imported_and_the_plan_warns_of_it() {
    let stage = Stage::open().await;
    let mut entry = stage.entry();
    entry.bundle.chain.clear();
    let plan = stage.plan(&stage.import(entry)).await.unwrap();
    let mut findings = plan.findings.iter();
    let missing = findings.find(|it| it.problem.code == "bundle.chain_is_complete");
    assert_eq!(missing.unwrap().kind, rotation::FindingKind::Warning);
    assert!(
        plan.can_start,
        "the appliance takes it (docs/vcda-api.md §2.7)"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_start_for_the_site_is_refused_while_a_run_is_open() {
    let stage = Stage::of(|scenario| scenario.pace = practice_lab::Pace::WhenTold).await;
    (0..20).for_each(|_| stage.lab.release("health-task@Paris"));
    let request = stage.request(Action::Import);
    let plan = prepare(&request, &Surroundings::of_this_machine())
        .await
        .unwrap();
    let second = stage.request(Action::Import);
    let second_plan = prepare(&second, &Surroundings::of_this_machine())
        .await
        .unwrap();
    let run = stage.engine().start(request, plan).await.unwrap();
    let problem = stage.engine().start(second, second_plan).await.unwrap_err();
    assert!(problem.code.ends_with("busy"), "{problem:?}");
    run.pause();
    run.finished().await;
    assert!(stage.lab.replacements(OWN) <= 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_state_folder_that_is_a_file_starts_nothing() {
    let stage = Stage::open().await;
    std::fs::write(stage.home(), b"in the way").unwrap();
    let problem = stage.run(stage.request(Action::Import)).await.unwrap_err();
    assert!(problem.code.starts_with("journal."), "{problem:?}");
    stage.assert_nothing_was_changed();
}

#[tokio::test(flavor = "multi_thread")]
async fn another_file_than_at_the_start_is_not_taken_on_resuming() {
    let stage = Stage::open().await;
    let cut = |record: &Record| matches!(record.event, rotation::Event::PeerRecorded(_));
    let ended = stage
        .run_until(stage.request(Action::Import), cut)
        .await
        .unwrap();
    let mut with = stage.again(Action::Import);
    let other = stage.import(self_signed(&["127.0.0.1"], now())).replacement;
    with.replacement = Some(other);
    let problem = stage.resume(&ended.run, with).await.unwrap_err();
    assert_eq!(problem.code, "run.other_file");
    let mut with = stage.again(Action::Import);
    with.local.credential = Credential::Appliance {
        password: "wrong".into(),
    };
    let refused = stage.resume(&ended.run, with).await.unwrap();
    assert_eq!(refused.problem().as_deref(), Some("site.sign_in_refused"));
    stage.assert_nothing_was_changed();
}

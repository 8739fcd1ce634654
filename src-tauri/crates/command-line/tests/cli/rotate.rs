//! Whole rotations, and plans of them.

use serde_json::json;

use super::stage::{Stage, paris_over_ipv6, start};

#[tokio::test(flavor = "multi_thread")]
async fn an_import_ends_done_and_everybody_trusts_everybody() {
    let stage = Stage::open().await;
    let ended = stage.run(&stage.import()).await;
    assert_eq!(ended.code, Some(0), "{} {}", ended.stdout, ended.stderr);
    let last = ended.last();
    assert_eq!(last["outcome"], "done");
    let both = |name: &str| json!({"name": name, "atPeer": "same", "atLocal": "same"});
    assert_eq!(
        last["peers"],
        json!([both("Berlin"), both("Madrid"), both("Oslo")])
    );
    assert_eq!(last["onPremises"][0]["owner"], "Nantes Clinic");
    for site in last["onPremises"].as_array().unwrap() {
        assert!(site["forecast"].is_string());
        let trusts = stage.lab.on_premises_trusts(site["name"].as_str().unwrap());
        let seen = if trusts.await { "same" } else { "old" };
        assert_eq!(site["seen"], seen, "{site}");
    }
    assert!(stage.is_whole().await);
    let shown = stage
        .lab
        .thumbprint("Paris", practice_lab::Service::Cloud)
        .unwrap();
    assert_eq!(shown.to_string(), stage.told.authority.bundle_thumbprint);
    assert_eq!(stage.lab.replacements("Paris"), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_line_is_an_event_until_the_last() {
    let stage = Stage::open().await;
    let mut lines = stage.run(&stage.import()).await.lines();
    let last = lines.pop().unwrap();
    assert!(last["kind"].is_null());
    assert_eq!(lines[0]["kind"], "runStarted");
    assert_eq!(lines.last().unwrap()["kind"], "runFinished");
    assert!(
        lines
            .iter()
            .all(|line| line["kind"].is_string() && line["at"].is_string())
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_regenerate_ends_done_and_everybody_trusts_everybody() {
    let stage = Stage::open().await;
    let words = stage.rotation(&["--regenerate"], &["Berlin", "Madrid", "Oslo"]);
    let ended = stage.run(&words).await;
    assert_eq!(ended.code, Some(0), "{} {}", ended.stdout, ended.stderr);
    assert!(stage.is_whole().await);
    assert_eq!(stage.lab.replacements("Paris"), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn single_sign_on_works_as_well_as_root() {
    let stage = Stage::open().await;
    let mut secrets = stage.secrets();
    for site in &stage.told.sites {
        secrets["sites"][&site.cloud.address] =
            json!({"user": site.sso.user, "password": site.sso.password});
    }
    let ended = super::stage::run(&stage.import(), &secrets.to_string()).await;
    assert_eq!(ended.code, Some(0), "{} {}", ended.stdout, ended.stderr);
    assert!(stage.is_whole().await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_peer_that_was_not_named_needs_attention_and_the_others_are_done() {
    let stage = Stage::open().await;
    let bundle = stage.bundle();
    let words = stage.rotation(&["--import", &bundle], &["Berlin", "Oslo"]);
    let ended = stage.run(&words).await;
    assert_eq!(ended.code, Some(1), "{} {}", ended.stdout, ended.stderr);
    assert_eq!(ended.last()["outcome"], "attention");
    assert!(stage.lab.trusts("Berlin", "Paris").await);
    assert!(!stage.lab.trusts("Madrid", "Paris").await);
}

#[tokio::test(flavor = "multi_thread")]
async fn plan_only_changes_nothing() {
    let stage = Stage::open().await;
    let mut words = stage.import();
    words.insert(0, "--plan-only".to_owned());
    let ended = stage.run(&words).await;
    assert_eq!(ended.code, Some(0), "{} {}", ended.stdout, ended.stderr);
    let last = ended.last();
    assert_eq!(last["plan"]["canStart"], true);
    assert_eq!(last["run"], serde_json::Value::Null, "there is no run");
    for peer in last["peers"].as_array().unwrap() {
        let told = (&peer["atPeer"], &peer["atLocal"]);
        assert_eq!(told, (&json!("same"), &json!("same")), "{peer}");
    }
    assert_eq!(
        last["plan"]["new"]["thumbprint"],
        stage.told.authority.bundle_thumbprint.as_str()
    );
    // Signing in and two kinds of question are sent with POST and change nothing.
    let is_asking = |request: &practice_lab::Request| {
        let asks = ["/sessions", "health", "remote-certificate"];
        request.method == "GET" || asks.iter().any(|part| request.path.contains(part))
    };
    let changes: Vec<_> = stage
        .lab
        .requests()
        .into_iter()
        .filter(|request| !is_asking(request))
        .collect();
    assert!(changes.is_empty(), "{changes:?}");
    assert!(!stage.folder.at("state/runs").exists());
}

#[tokio::test(flavor = "multi_thread")]
async fn plan_only_tells_what_each_end_holds_before_the_change() {
    let stage = Stage::open().await;
    let at = "pins-an-old-one@Berlin".parse().unwrap();
    stage.lab.inject(at).await.unwrap();
    let bundle = stage.bundle();
    let mut words = stage.rotation(&["--import", &bundle], &["Berlin", "Oslo"]);
    words.insert(0, "--plan-only".to_owned());
    let ended = stage.run(&words).await;
    assert_eq!(ended.code, Some(1), "{} {}", ended.stdout, ended.stderr);
    let last = ended.last();
    let told = |name: &str| {
        let mut peers = last["peers"].as_array().unwrap().iter();
        let peer = peers.find(|peer| peer["name"] == name).unwrap();
        (peer["atPeer"].clone(), peer["atLocal"].clone())
    };
    assert_eq!(told("Berlin"), (json!("different"), json!("same")));
    assert_eq!(told("Oslo"), (json!("same"), json!("same")));
    assert_eq!(told("Madrid").0, json!("unknown"), "nobody signed in there");
}

#[tokio::test(flavor = "multi_thread")]
async fn people_read_plain_words() {
    let stage = Stage::open().await;
    let mut words = stage.import();
    words.retain(|word| word != "--json");
    let ended = stage.run(&words).await;
    assert_eq!(ended.code, Some(0), "{} {}", ended.stdout, ended.stderr);
    assert!(
        ended
            .stdout
            .contains("Paris has its new certificate, and all 3 peer sites trust it at both ends.")
    );
    assert!(!ended.stdout.contains('{'), "{}", ended.stdout);
    assert_eq!(ended.stderr, "");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reader_that_goes_away_does_not_stop_the_run() {
    let stage = Stage::open().await;
    let mut child = start(&stage.import(), &stage.secrets().to_string()).await;
    drop((child.stdout.take(), child.stderr.take()));
    assert_eq!(child.wait().await.unwrap().code(), Some(0));
    assert!(stage.is_whole().await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_certificate_is_replaced_over_ipv6() {
    let stage = Stage::open().await;
    let Some(address) = paris_over_ipv6(&stage).await else {
        return;
    };
    let paris = &stage.told.sites.first().unwrap().cloud.address;
    let renamed = |word: String| {
        if word == *paris {
            address.clone()
        } else {
            word
        }
    };
    let words: Vec<String> = stage.import().into_iter().map(renamed).collect();
    let ended = stage.run_at(&address, &words).await;
    assert_eq!(ended.code, Some(0), "{} {}", ended.stdout, ended.stderr);
    assert!(stage.is_whole().await);
    assert_eq!(stage.lab.replacements("Paris"), 1);
}

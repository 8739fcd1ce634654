//! Certificates that are judged, and asked for, for a site that the window has saved.

use ground::Surroundings;
use serde_json::Value;
use sites::{Learned, SavedSite, Sites};

use super::making::Apart;
use super::stage::{Ended, run};

const ADDRESS: &str = "manage.a.example";

/// Saves the site under this certificate, with this public service endpoint.
fn save(apart: &Apart, leaf: &str, public_host: &str) {
    let pem = std::fs::read(leaf).unwrap();
    let held = certificate::read(&pem, None, &certificate::Options::default()).unwrap();
    let leaf = &held.certificates[0];
    let address = ADDRESS.parse().unwrap();
    let mut site = SavedSite::new(
        address,
        leaf.thumbprint(),
        Learned::Pasted,
        &Surroundings::of_this_machine(),
    );
    site.leaf = Some(leaf.der().to_vec());
    site.public_host = Some(public_host.to_owned());
    let home = apart.folder.at("state");
    private_files::make_folder(&home).unwrap();
    Sites::open(&home).unwrap().add(site).unwrap();
}

async fn asked(apart: &Apart, words: &[&str], secrets: &str) -> Ended {
    let state = apart.folder.at("state").display().to_string();
    let flags = [
        "--json",
        "--secrets-stdin",
        "--state",
        &state,
        "--site",
        ADDRESS,
    ];
    run(&[words, &flags].concat(), secrets).await
}

/// How much the promise is broken, and what was found.
fn promise(line: &Value, name: &str) -> (Value, Value) {
    let mut promises = line["promises"].as_array().unwrap().iter();
    let promise = promises.find(|promise| promise["name"] == name);
    promise.map_or_else(Default::default, |promise| {
        (promise["severity"].clone(), promise["says"].clone())
    })
}

#[tokio::test]
async fn a_certificate_is_judged_for_the_site_that_is_named() {
    let apart = Apart::new();
    let [key, leaf, authority] = &apart.files[..] else {
        panic!("there are three");
    };
    let words = ["doctor", key, leaf, authority];
    // Nobody saved the site: its address is all there is.
    let ended = asked(&apart, &words, "{}").await;
    let (kept, says) = promise(&ended.last(), "names_cover");
    assert_eq!(kept, "warning", "{}", ended.stdout);
    assert!(says.to_string().contains(ADDRESS), "{says}");
    assert!(promise(&ended.last(), "is_not_in_use").0.is_null());

    save(&apart, leaf, "other.example");
    let ended = asked(&apart, &words, "{}").await;
    let (_, says) = promise(&ended.last(), "names_cover");
    assert!(says.to_string().contains("other.example"), "{says}");
    assert_eq!(promise(&ended.last(), "is_not_in_use").0, "broken");
    assert_eq!(ended.code, Some(1));
}

#[tokio::test]
async fn dates_are_judged_by_the_clock_of_the_site_as_well() {
    let apart = Apart::new();
    let [key, leaf, authority] = &apart.files[..] else {
        panic!("there are three");
    };
    save(&apart, leaf, "a.example");
    let mut sites = Sites::open(&apart.folder.at("state")).unwrap();
    let id = sites.list().next().unwrap().id.clone();
    sites
        .update(&id, |site| site.clock_ahead = Some(-86_400))
        .unwrap();
    let ended = asked(&apart, &["doctor", key, leaf, authority], "{}").await;
    let (kept, says) = promise(&ended.last(), "is_valid_now");
    assert_eq!(kept, "warning", "{}", ended.stdout);
    assert!(says.to_string().contains("not by the site's"), "{says}");
}

#[tokio::test]
async fn a_request_for_a_site_begins_with_its_public_service_endpoint() {
    let apart = Apart::new();
    save(&apart, &apart.files[1], "public.example");
    let ended = asked(&apart, &["request"], r#"{"request":"of-the-request"}"#).await;
    assert_eq!(ended.code, Some(0), "{} {}", ended.stdout, ended.stderr);
    assert_eq!(
        ended.last()["names"],
        serde_json::json!(["public.example", "a.example", ADDRESS])
    );
}

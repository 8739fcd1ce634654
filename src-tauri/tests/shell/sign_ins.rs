//! How often the app signs in, over everything it does: the lab counts.

use std::sync::Arc;

use ground::Surroundings;
use practice_lab::{Lab, Scenario};
use rotation::Grade;
use secrecy::SecretString;
use serde_json::json;
use sites::{Keyring as _, Learned, MemoryKeyring, SavedSite, Sites};
use tokio::runtime::Runtime;

use crate::{practice::with_password, stage::Stage};

/// An app that knows every site of a lab, with a wrong password kept for those that are named.
fn stage(name: &str, lab: &Lab, wrong: &[&str]) -> (Stage, Vec<SavedSite>) {
    let home = std::env::temp_dir().join(format!("reseal-app-{}-{name}", std::process::id()));
    private_files::make_folder(&home).unwrap();
    let keyring = MemoryKeyring::default();
    let (mut sites, mut saved) = (Sites::open(&home).unwrap(), Vec::new());
    for it in lab.description().sites {
        let (address, pin) = (it.cloud.address.parse(), it.cloud.thumbprint.parse());
        let here = Surroundings::of_this_machine();
        let mut site = SavedSite::new(address.unwrap(), pin.unwrap(), Learned::Pasted, &here);
        site.grade = Grade::E3;
        site.remember = true;
        site.name.clone_from(&it.name);
        let is_wrong = wrong.contains(&it.name.as_str());
        let password = if is_wrong { "wrong" } else { &it.password };
        keyring.keep(&site, &SecretString::from(password)).unwrap();
        sites.add(site.clone()).unwrap();
        saved.push(site);
    }
    (Stage::over(home, Arc::new(keyring)), saved)
}

fn lab(runtime: &Runtime, name: &str) -> Lab {
    let folder = std::env::temp_dir().join(format!("reseal-lab-{}-{name}", std::process::id()));
    let here = Surroundings::of_this_machine();
    let starting = Lab::start(Scenario::new(folder), &here);
    runtime.block_on(starting).unwrap()
}

#[test]
fn checking_every_site_signs_in_once_at_each() {
    let runtime = Runtime::new().unwrap();
    let lab = lab(&runtime, "check-all");
    let (stage, saved) = stage("check-all", &lab, &[]);
    for _ in 0..2 {
        for site in &saved {
            stage.ask("check_site", json!({"id": site.id})).unwrap();
        }
    }
    for site in &saved {
        assert_eq!(lab.logins(&site.name), 1, "{}", site.name);
        assert_eq!(lab.failed_logins(&site.name), 0, "{}", site.name);
    }
}

#[test]
fn a_kept_password_that_is_refused_is_sent_once_and_forgotten() {
    let runtime = Runtime::new().unwrap();
    let lab = lab(&runtime, "refused");
    let (stage, saved) = stage("refused", &lab, &["Berlin"]);
    for _ in 0..2 {
        for site in &saved {
            stage.ask("check_site", json!({"id": site.id})).unwrap();
        }
    }
    assert_eq!(lab.failed_logins("Berlin"), 1);
    let kept = Sites::open(&stage.home).unwrap();
    for site in &saved {
        let is_kept = kept.find(&site.id).unwrap().remember;
        assert_eq!(is_kept, site.name != "Berlin", "{}", site.name);
        assert_eq!(
            lab.logins(&site.name),
            usize::from(is_kept),
            "{}",
            site.name
        );
    }
}

#[test]
fn a_typed_password_is_kept_only_after_the_site_took_it() {
    let runtime = Runtime::new().unwrap();
    let lab = lab(&runtime, "typed");
    let (stage, saved) = stage("typed", &lab, &["Paris"]);
    let paris = &saved[0];
    let type_in = |password: &str| {
        let request = json!({"purpose": "site", "target": paris.id, "remember": true});
        with_password(
            &stage,
            password,
            "request_secret",
            json!({"request": request}),
        )
    };
    let is_kept = || {
        let kept = Sites::open(&stage.home).unwrap();
        kept.find(&paris.id).unwrap().remember
    };
    let check = || stage.ask("check_site", json!({"id": paris.id})).unwrap();
    assert_eq!(check()["problem"]["code"], "site.sign_in_refused");
    assert!(!is_kept());
    assert_eq!(check()["problem"]["code"], "site.password_needed");
    assert_eq!(lab.failed_logins("Paris"), 1);
    // Typing is what a person does: each time is one attempt, and nothing that is wrong stays.
    for attempts in [2, 3] {
        let refused = type_in("wrong").unwrap_err();
        assert_eq!(refused["code"], "site.sign_in_refused");
        assert!(!is_kept());
        assert_eq!(check()["problem"]["code"], "site.password_needed");
        assert_eq!(lab.failed_logins("Paris"), attempts);
    }
    let right = &lab.description().sites[0].password;
    assert_eq!(type_in(right).unwrap(), json!("given"));
    assert!(is_kept());
    assert_eq!(check()["problem"], json!(null));
    assert_eq!((lab.logins("Paris"), lab.failed_logins("Paris")), (1, 3));
}

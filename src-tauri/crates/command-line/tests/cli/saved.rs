//! Sites that the window has saved.

use ground::Surroundings;
use rotation::Grade;
use sites::{Learned, SavedSite, Sites};

use super::stage::Stage;

fn save(stage: &Stage, grade: Grade) {
    save_as(stage, |site| site.grade = grade);
}

fn save_as(stage: &Stage, change: impl FnOnce(&mut SavedSite)) {
    let cloud = &stage.told.sites[0].cloud;
    let (address, pin) = (
        cloud.address.parse().unwrap(),
        cloud.thumbprint.parse().unwrap(),
    );
    let mut site = SavedSite::new(
        address,
        pin,
        Learned::Pasted,
        &Surroundings::of_this_machine(),
    );
    change(&mut site);
    let home = stage.folder.at("state");
    private_files::make_folder(&home).unwrap();
    Sites::open(&home).unwrap().add(site).unwrap();
}

/// `rotate` of Paris by import, without its thumbprint.
fn words(stage: &Stage) -> Vec<String> {
    let mut words = stage.import();
    let flag = words
        .iter()
        .position(|word| word == "--thumbprint")
        .unwrap();
    words.drain(flag..flag + 2);
    words
}

#[tokio::test(flavor = "multi_thread")]
async fn a_saved_site_needs_no_thumbprint_and_follows_its_replacement() {
    let stage = Stage::open().await;
    save(&stage, Grade::E3);
    let ended = stage.run(&words(&stage)).await;
    assert_eq!(ended.code, Some(0), "{} {}", ended.stdout, ended.stderr);
    let saved = Sites::open(&stage.folder.at("state")).unwrap();
    let paris = saved.list().next().unwrap();
    assert_eq!(
        paris.pin.to_string(),
        stage.told.authority.bundle_thumbprint
    );
    assert_eq!(paris.lineage.len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn no_key_goes_to_a_saved_site_that_nobody_verified() {
    let stage = Stage::open().await;
    save(&stage, Grade::E0);
    let ended = stage.run(&words(&stage)).await;
    assert_eq!(ended.code, Some(2), "{} {}", ended.stdout, ended.stderr);
    assert_eq!(stage.lab.replacements("Paris"), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_of_a_newer_version_is_left_as_it_is() {
    let stage = Stage::open().await;
    save(&stage, Grade::E3);
    let file = stage.folder.at("state/sites.json");
    let text = std::fs::read_to_string(&file).unwrap();
    let newer = text.replacen("1", "9", 1);
    std::fs::write(&file, &newer).unwrap();
    let ended = stage.run(&words(&stage)).await;
    assert_eq!(ended.code, Some(2), "{} {}", ended.stdout, ended.stderr);
    assert_eq!(ended.problem(), "state.newer", "{}", ended.stdout);
    assert_eq!(std::fs::read_to_string(&file).unwrap(), newer);
}

/// The password is remembered, by a keyring that does not answer here.
#[cfg(target_os = "linux")]
#[tokio::test(flavor = "multi_thread")]
async fn where_no_keyring_answers_nobody_signs_in() {
    let stage = Stage::open().await;
    save_as(&stage, |site| {
        site.grade = Grade::E3;
        site.remember = true;
    });
    let paris = stage.told.sites[0].cloud.address.clone();
    let bare = ["check", &paris, "--json", "--state"]
        .map(str::to_owned)
        .to_vec();
    let state = stage.folder.at("state").display().to_string();
    let regenerating = [
        "rotate",
        &paris,
        "--regenerate",
        "--json",
        "--state",
        &state,
    ];
    for words in [
        [bare, vec![state.clone()]].concat(),
        regenerating.map(str::to_owned).to_vec(),
    ] {
        let ended = tokio::process::Command::new(env!("CARGO_BIN_EXE_reseal-cli"))
            .args(&words)
            .env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nobody-answers-here")
            .stdin(std::process::Stdio::null())
            .output()
            .await
            .unwrap();
        let line: serde_json::Value = serde_json::from_slice(&ended.stdout).unwrap();
        assert_eq!(ended.status.code(), Some(2), "{line}");
        assert_eq!(line["problem"]["code"], "keyring.unavailable", "{line}");
        let todo = line["problem"]["todo"].as_str().unwrap();
        assert!(todo.contains("--secrets-stdin"), "{line}");
    }
    assert!(stage.lab.requests().is_empty());
    assert!(!stage.folder.at("state/runs").exists());
}

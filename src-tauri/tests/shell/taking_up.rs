//! A run that ended with something left to do goes on: in the same process, and in the next one.

use std::{path::Path, sync::Arc};

use ground::Surroundings;
use practice_lab::{Fault, FaultAt, Lab, Scenario, SiteDescription};
use rotation::Grade;
use secrecy::SecretString;
use serde_json::{Value, json};
use sites::{Keyring as _, Learned, MemoryKeyring, SavedSite, Sites};
use tokio::runtime::Runtime;

use crate::{
    practice::{own_site, scenario, start, until_ended, with_password},
    stage::Stage,
};

/// A lab outside of the app, whose sites are saved with their passwords, as real ones are.
struct Outside {
    runtime: Runtime,
    lab: Lab,
    keyring: Arc<MemoryKeyring>,
    stage: Stage,
}

impl Outside {
    fn new(name: &str) -> Self {
        let home = std::env::temp_dir().join(format!("reseal-{name}-{}", std::process::id()));
        private_files::make_folder(&home).unwrap();
        let runtime = Runtime::new().unwrap();
        let scenario = Scenario {
            peers: 1,
            ..Scenario::new(home.join("outside"))
        };
        let lab = runtime.block_on(Lab::start(scenario, &Surroundings::of_this_machine()));
        let lab = lab.unwrap();
        let keyring = Arc::<MemoryKeyring>::default();
        let mut list = Sites::open(&home).unwrap();
        for described in lab.description().sites {
            let site = saved(&described);
            keyring
                .keep(&site, &SecretString::from(described.password))
                .unwrap();
            list.add(site).unwrap();
        }
        let stage = Stage::over(home, Arc::clone(&keyring) as _);
        Self {
            runtime,
            lab,
            keyring,
            stage,
        }
    }

    fn inject(&self, fault: Fault, site: &str) {
        let at = FaultAt {
            fault,
            site: site.to_owned(),
            times: None,
        };
        self.runtime.block_on(self.lab.inject(at)).unwrap();
    }

    /// The same computer after the app was started again.
    fn started_again(&self) -> Stage {
        Stage::over(self.stage.home.clone(), Arc::clone(&self.keyring) as _)
    }
}

fn saved(described: &SiteDescription) -> SavedSite {
    let address = described.cloud.address.parse().unwrap();
    let pin = described.cloud.thumbprint.parse().unwrap();
    let mut site = SavedSite::new(
        address,
        pin,
        Learned::Pasted,
        &Surroundings::of_this_machine(),
    );
    site.name.clone_from(&described.name);
    site.grade = Grade::E3;
    site.remember = true;
    site
}

/// The plan for the file at `bundle`, started.
fn import(stage: &Stage, site: &str, bundle: &str, password: &str) -> Value {
    stage.will_choose(Path::new(bundle));
    let wish = json!({"site": site});
    let bundle = with_password(stage, password, "pick_bundle", wish).unwrap();
    let wish = json!({"site": site, "token": bundle["token"]});
    let plan = stage.ask("prepare_plan", wish).unwrap();
    start(stage, &plan)
}

fn steer(stage: &Stage, run: &Value, how: &str) {
    let wish = json!({"run": run, "how": how, "file": null});
    assert_eq!(stage.ask("steer_run", wish), Ok(json!(null)));
}

/// The state of the run once it does not run any more.
fn at_rest(stage: &Stage, run: &Value) -> String {
    let line = until_ended(stage, run);
    line["status"].as_str().unwrap().to_owned()
}

/// An import with two peer sites under a fault at the site in this place, and its resumption without it.
fn goes_on_once_mended(stage: &Stage, fault: &str, place: usize) {
    let lab = stage.ask("start_lab", scenario(2)).unwrap();
    let at = lab["sites"][place]["name"].as_str().unwrap();
    let switch = |on: bool| {
        let wish = json!({"name": format!("{fault}@{at}"), "on": on});
        stage.ask("set_lab_fault", wish).unwrap()
    };
    switch(true);
    let text = |name: &str| lab[name].as_str().unwrap();
    let site = own_site(stage, &lab);
    let run = import(stage, &site, text("bundlePath"), text("bundlePassword"));
    assert_eq!(at_rest(stage, &run), "attention");
    switch(false);
    steer(stage, &run, "resume");
    assert_eq!(at_rest(stage, &run), "done");
}

#[test]
fn a_site_that_did_not_come_back_is_waited_for_again_when_it_was_mended() {
    goes_on_once_mended(&Stage::new("not-back"), "restart-never-ends", 0);
}

#[test]
fn a_peer_that_was_left_out_at_the_start_is_repaired_when_the_run_goes_on() {
    goes_on_once_mended(&Stage::new("left-out"), "site-down", 1);
}

#[test]
fn failed_peers_are_tried_again_after_the_app_was_started_again() {
    let outside = Outside::new("retry");
    let description = outside.lab.description();
    let peer = &description.sites[1].name;
    outside.inject(Fault::TaskFails, peer);
    let lab = json!({"sites": [{"address": description.sites[0].cloud.address}]});
    let site = own_site(&outside.stage, &lab);
    let authority = &description.authority;
    let bundle = authority.bundle.display().to_string();
    let run = import(&outside.stage, &site, &bundle, &authority.bundle_password);
    assert_eq!(at_rest(&outside.stage, &run), "attention");
    outside.lab.clear(Fault::TaskFails, peer);
    let stage = outside.started_again();
    steer(&stage, &run, "retry");
    assert_eq!(at_rest(&stage, &run), "done");
    assert_eq!(outside.lab.replacements(&description.sites[0].name), 1);
}

//! Several files for one replacement: put together by their keys, each with its own password.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::{Value, json};

use crate::{
    practice::{own_site, scenario, with_password},
    stage::Stage,
};

const PASSWORD: &str = "Its own pass phrase";

/// A site of a practice lab, and its bundle taken apart.
struct Parts {
    stage: Stage,
    site: String,
    /// The certificate, its chain and the encrypted key.
    files: [PathBuf; 3],
}

impl Parts {
    fn new(name: &str) -> Self {
        let stage = Stage::new(name);
        let lab = stage.ask("start_lab", scenario(1)).unwrap();
        let site = own_site(&stage, &lab);
        stage.ask("check_site", json!({"id": site})).unwrap();
        let files = ["cert.pem", "chain.pem", "key.pem"].map(|name| stage.home.join(name));
        let takes: [&[&str]; 3] = [
            &["-nokeys", "-clcerts"],
            &["-nokeys", "-cacerts"],
            &["-nocerts", "-passout"],
        ];
        let own = format!("pass:{PASSWORD}");
        for (take, file) in takes.iter().zip(&files) {
            let words = ["pkcs12", "-in", lab["bundlePath"].as_str().unwrap()];
            let password = format!("pass:{}", lab["bundlePassword"].as_str().unwrap());
            let mut openssl = Command::new("openssl");
            openssl.args(words).args(["-passin", &password]).args(*take);
            if take.contains(&"-passout") {
                openssl.arg(&own);
            }
            assert!(openssl.arg("-out").arg(file).status().unwrap().success());
        }
        Self { stage, site, files }
    }

    fn wish(&self) -> Value {
        json!({"site": self.site})
    }

    fn pick(&self, files: &[&Path]) -> Value {
        files.iter().for_each(|file| self.stage.will_choose(file));
        self.stage.ask("pick_bundle", self.wish()).unwrap()
    }
}

#[test]
fn a_certificate_its_chain_and_its_encrypted_key_are_one_bundle() {
    let parts = Parts::new("several-whole");
    let note = parts.stage.home.join("README.txt");
    fs::write(&note, "Install these on the appliance.").unwrap();
    let all = parts.files.iter().chain([&note]);
    all.for_each(|file| parts.stage.will_choose(file));
    let bundle = with_password(&parts.stage, PASSWORD, "pick_bundle", parts.wish()).unwrap();
    assert_eq!(
        (&bundle["acceptable"], &bundle["problem"]),
        (&json!(true), &json!(null)),
        "{bundle:#}"
    );
    assert_eq!(bundle["fileName"], "4 files");
    assert_eq!(
        bundle["answer"],
        "4 files: one private key, its certificate, and 2 certificates above it. \
         Not used: README.txt."
    );
    let plan = json!({"site": parts.site, "token": bundle["token"]});
    let plan = parts.stage.ask("prepare_plan", plan).unwrap();
    assert_eq!(
        plan["new"]["thumbprint"],
        bundle["certificate"]["thumbprint"]
    );
}

#[test]
fn what_is_missing_is_told_and_a_note_beside_it_is_not_the_reason() {
    let parts = Parts::new("several-missing");
    let note = parts.stage.home.join("a note.txt");
    fs::write(&note, "Install these on the appliance.").unwrap();
    let [certificate, chain, _] = &parts.files;
    let bundle = parts.pick(&[&note, certificate, chain]);
    assert_eq!(bundle["problem"]["code"], "bundle.no_key", "{bundle:#}");
    assert_eq!(bundle["needsPassword"], false);
}

#[test]
fn a_damaged_part_is_named_before_what_it_leaves_missing() {
    let parts = Parts::new("several-damaged");
    let [certificate, _, key] = &parts.files;
    let text = fs::read_to_string(key).unwrap();
    let cut = text.len() / 2;
    fs::write(key, &text[..cut]).unwrap();
    let bundle = parts.pick(&[certificate, key]);
    assert_eq!(bundle["problem"]["code"], "bundle.damaged", "{bundle:#}");
    assert_eq!(bundle["fileName"], "key.pem");
}

/// What is meant may be in the file that could not be read: the same rule for a plan as for the file that the screen
/// Certificates makes, and as for the command line.
#[test]
fn nothing_is_made_of_files_of_which_one_could_not_be_read() {
    let parts = Parts::new("several-unread");
    let empty = parts.stage.home.join("other.p12");
    fs::write(&empty, "").unwrap();
    let all = parts.files.iter().chain([&empty]);
    all.for_each(|file| parts.stage.will_choose(file));
    let bundle = with_password(&parts.stage, PASSWORD, "pick_bundle", parts.wish()).unwrap();
    let plan = json!({"site": parts.site, "token": bundle["token"]});
    let refused = parts.stage.ask("prepare_plan", plan).unwrap_err();
    assert_eq!(refused["code"], "bundle.left_out", "{refused:#}");
    assert!(
        refused["what"]
            .as_str()
            .unwrap()
            .contains("other.p12 is empty")
    );
}

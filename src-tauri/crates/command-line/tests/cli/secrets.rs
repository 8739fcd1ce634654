//! No secret is printed, kept, or seen in the list of processes.

use std::fs;
use std::path::{Path, PathBuf};

use super::stage::{Stage, start};

#[tokio::test(flavor = "multi_thread")]
async fn no_password_leaves_the_process_but_to_its_site() {
    let stage = Stage::open().await;
    let mut words = stage.import();
    words.retain(|word| word != "--json");
    let child = start(&words, &stage.secrets().to_string()).await;
    let seen = seen_by_others(child.id());
    let output = child.wait_with_output().await.unwrap();
    assert!(output.status.success());
    let json = stage
        .run(&[stage.flags(), vec!["resume".to_owned()]].concat())
        .await;
    let mut told = vec![
        ("what others see", seen),
        ("standard output", output.stdout),
        ("standard error", output.stderr),
        ("JSON lines", json.stdout.into_bytes()),
    ];
    let files = files(&stage.folder.at("state"));
    assert!(
        files
            .iter()
            .any(|file| file.extension().is_some_and(|kind| kind == "jsonl"))
    );
    told.extend(files.iter().map(|file| ("a file", fs::read(file).unwrap())));
    for (place, text) in told {
        for secret in secrets(&stage) {
            assert!(
                !contains(&text, secret.as_bytes()),
                "{secret} is in {place}"
            );
        }
    }
}

fn secrets(stage: &Stage) -> Vec<String> {
    let sites = stage.told.sites.iter();
    let mut secrets: Vec<String> = sites.map(|site| site.password.clone()).collect();
    secrets.push(stage.told.authority.bundle_password.clone());
    secrets.push("PRIVATE KEY".to_owned());
    secrets
}

fn contains(text: &[u8], part: &[u8]) -> bool {
    text.windows(part.len()).any(|window| window == part)
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    entries
        .flat_map(|path| {
            if path.is_dir() {
                files(&path)
            } else {
                vec![path]
            }
        })
        .collect()
}

/// The command line and the environment, where the system shows them.
fn seen_by_others(process: Option<u32>) -> Vec<u8> {
    let process = process.unwrap_or_default();
    let mut seen = Vec::new();
    for part in ["cmdline", "environ"] {
        seen.extend(fs::read(format!("/proc/{process}/{part}")).unwrap_or_default());
    }
    seen
}

//! The cases of `tests/fixtures/cases` whose answer is one about several files, or about what stayed locked:
//! what is true of them was known before they were read. What each certificate promises is held in the crate's
//! own tests, where no clock runs.

use serde_json::{Value, json};

use super::stage::{Ended, Folder, run};

const CASES: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../../tests/fixtures/cases/"
);

/// What is said of these files.
pub(super) async fn doctor(files: &[&str], secrets: &Value, flags: &[&str]) -> Ended {
    let mut words = vec!["doctor".to_owned()];
    words.extend(files.iter().map(|file| format!("{CASES}{file}")));
    words.extend(["--json", "--secrets-stdin"].map(str::to_owned));
    words.extend(flags.iter().map(|flag| (*flag).to_owned()));
    run(&words, &secrets.to_string()).await
}

/// What is not part of the joint answer: the file's name, its answer, and the key that stayed locked in it.
fn without(joint: &Value) -> Vec<(String, String, Option<String>)> {
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let all = joint["without"].as_array().unwrap().iter();
    all.map(|one| {
        let file = text(&one["file"]).unwrap();
        let name = file.rsplit('/').next().unwrap().to_owned();
        (name, text(&one["answer"]).unwrap(), text(&one["key"]))
    })
    .collect()
}

fn closed(file: &str, answer: &str) -> (String, String, Option<String>) {
    (file.to_owned(), answer.to_owned(), None)
}

/// Asks for the file to be made; what it is refused with, and whether there is one.
pub(super) async fn writes(files: &[&str], secrets: &Value, flags: &[&str]) -> (Ended, bool) {
    let folder = Folder::new();
    let out = folder.at("out.p12");
    let path = out.display().to_string();
    let flags = [&["--write", &path], flags].concat();
    (doctor(files, secrets, &flags).await, out.exists())
}

#[tokio::test]
async fn locked_key_beside_certificate() {
    let files =
        ["server.crt", "server.key"].map(|name| format!("locked-key-beside-certificate/{name}"));
    let files = files.each_ref().map(String::as_str);
    let ended = doctor(&files, &json!({}), &[]).await;
    let joint = ended.last();
    assert_eq!(ended.lines()[1]["answer"], "locked");
    assert_eq!(without(&joint), [closed("server.key", "locked")]);
    assert_eq!(joint["problem"]["code"], "bundle.locked", "{joint:#}");
    assert!(!ended.stdout.contains("wrong"), "{}", ended.stdout);
    let wrong = doctor(&files, &json!({"bundle": "practice-9"}), &[]).await;
    assert_eq!(wrong.last()["problem"]["code"], "bundle.wrong_password");
    let (refused, is_there) = writes(&files, &json!({"write": "for-the-file"}), &[]).await;
    assert_eq!(
        (refused.problem().as_str(), is_there),
        ("bundle.locked", false)
    );
    assert!(refused.stdout.contains("server.key"), "{}", refused.stdout);
    let secrets = json!({"bundle": "practice-2", "write": "for-the-file"});
    assert!(writes(&files, &secrets, &[]).await.1);
}

#[tokio::test]
async fn one_of_two_does_not_open() {
    let files = [
        "one-of-two-does-not-open/old.p12",
        "one-of-two-does-not-open/new.pfx",
    ];
    let secrets = json!({"bundle": "practice-1", "write": "for-the-file"});
    let joint = doctor(&files, &secrets, &[]).await.last();
    assert_eq!(without(&joint), [closed("new.pfx", "wrong-password")]);
    assert_eq!(joint["together"].as_array().unwrap().len(), 1, "{joint:#}");
    let (refused, is_there) = writes(&files, &secrets, &[]).await;
    assert_eq!(
        (refused.code, is_there),
        (Some(2), false),
        "{}",
        refused.stdout
    );
    assert_eq!(refused.problem(), "bundle.left_out");
    let what = refused.last()["problem"]["what"].clone();
    assert!(what.as_str().unwrap().contains("new.pfx"), "{what}");
    // Who names the one alone has chosen.
    assert!(writes(&files[..1], &secrets, &[]).await.1);
}

#[tokio::test]
async fn openssh_key_beside_certificate() {
    let files = [
        "openssh-key-beside-certificate/cert.pem",
        "openssh-key-beside-certificate/amber.key",
    ];
    let joint = doctor(&files, &json!({}), &[]).await.last();
    assert_eq!(without(&joint), [closed("amber.key", "not-a-keystore")]);
    let problem = &joint["problem"];
    let told = format!("{} {}", problem["what"], problem["todo"]);
    for part in ["amber.key", "OpenSSH private key", "ssh-keygen -p -m PEM"] {
        assert!(told.contains(part), "{told}");
    }
}

#[tokio::test]
async fn three_passwords() {
    let file = ["three-passwords/store.jks"];
    let ended = doctor(&file, &json!({"bundle": "practice-1"}), &[]).await;
    let line = ended.last();
    assert_eq!(
        (&line["keys"], &line["answer"]),
        (&json!(0), &json!("locked"))
    );
    assert!(line["certificates"].as_u64().unwrap() >= 3, "{line:#}");
    assert_eq!(line["locked"].as_array().unwrap().len(), 3);
    let secrets = json!({"bundle": "practice-1", "key": "practice-key-2", "write": "for-the-file"});
    let line = doctor(&file, &secrets, &[]).await.last();
    assert_eq!(
        (&line["keys"], &line["answer"]),
        (&json!(1), &json!("opened"))
    );
    assert_eq!(line["locked"].as_array().unwrap().len(), 2);
    // Another one may be meant: who makes a file of it says that it is this one.
    let (refused, is_there) = writes(&file, &secrets, &[]).await;
    assert_eq!(
        (refused.problem().as_str(), is_there),
        ("bundle.left_out", false)
    );
    let subject = line["leaf"]["subject"].as_str().unwrap();
    assert!(writes(&file, &secrets, &["--entry", subject]).await.1);
    let all = json!({"bundle": "practice-1", "key": ["practice-key-1", "practice-key-2", "practice-key-3"]});
    assert_eq!(doctor(&file, &all, &[]).await.last()["keys"], 3);
}

#[tokio::test]
async fn other_objects_are_told_by_name() {
    for (file, name) in [
        ("explicit.ecparam", "key parameters"),
        ("ed25519-public-key.txt", "a public key"),
        ("query.tsq", "a time stamp"),
    ] {
        let line = doctor(&[&format!("other-objects/{file}")], &json!({}), &[])
            .await
            .last();
        assert_eq!(line["answer"], "not-a-keystore", "{file}");
        let what = line["problem"]["what"].as_str().unwrap();
        assert!(what.contains(name), "{file}: {what}");
    }
}

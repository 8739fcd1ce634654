//! What Java refuses reaches no appliance: it is told, no file is made with it, and no rotation begins.

use serde_json::json;

use super::cases::{doctor, writes};
use super::stage::Stage;

/// The certificates of `tests/fixtures/cases` that keytool refuses.
const REFUSED: [&str; 6] = [
    "java-crl-address-with-blanks",
    "java-empty-set-in-name",
    "java-empty-subject",
    "java-key-usage-of-another-type",
    "java-policy-qualifier-empty",
    "java-san-uri-with-blank",
];
const PROMISE: &str = "java_reads_the_certificates";
const PROBLEM: &str = "bundle.java_reads_the_certificates";

fn files(folder: &str) -> [String; 2] {
    ["cert.pem", "key.pem"].map(|file| format!("{folder}/{file}"))
}

#[tokio::test]
async fn doctor_tells_it_and_makes_no_file() {
    for folder in REFUSED {
        let files = files(folder);
        let files = files.each_ref().map(String::as_str);
        let ended = doctor(&files, &json!({}), &[]).await;
        assert_eq!(ended.code, Some(1), "{folder}: {}", ended.stdout);
        let last = ended.last();
        let mut promises = last["promises"].as_array().unwrap().iter();
        let told = promises.find(|promise| promise["name"] == PROMISE);
        assert_eq!(told.unwrap()["severity"], "broken", "{folder}");
        let (refused, is_there) = writes(&files, &json!({"write": "for-the-file"}), &[]).await;
        assert_eq!((refused.code, is_there), (Some(2), false), "{folder}");
        assert_eq!(refused.problem(), PROBLEM, "{folder}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_rotation_begins_with_it() {
    let stage = Stage::open().await;
    let folder = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../tests/fixtures/cases/"
    );
    for case in REFUSED {
        let parts = files(case).map(|file| std::fs::read(format!("{folder}{file}")).unwrap());
        let bundle = stage.folder.file(case, &parts.concat());
        let import = ["--import", bundle.to_str().unwrap()];
        let ended = stage
            .run(&stage.rotation(&import, &["Berlin", "Madrid", "Oslo"]))
            .await;
        assert_eq!(ended.code, Some(2), "{case}: {}", ended.stdout);
        assert_eq!(ended.problem(), PROBLEM, "{case}");
    }
    assert_eq!(stage.lab.replacements("Paris"), 0);
}

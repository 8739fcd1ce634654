//! A drop, from the paths that the system hands over to what the page is told.

use std::{
    sync::{Arc, Mutex},
    time::Instant,
};

use serde_json::Value;
use sites::MemoryKeyring;
use tauri::ipc::{Channel, InvokeResponseBody};

use super::*;
use crate::{file_dialog::NativeDialog, state::Surroundings};

#[test]
fn the_page_learns_a_token_for_a_dropped_file_and_not_its_path() {
    let home = Home::new("name");
    let file = home.0.join("cloud.p12");
    fs::write(&file, "not looked into").unwrap();
    let told = home.told_after_drop(&[file]);
    assert_eq!(told["kind"], "dropped");
    assert!(told["token"].as_str().unwrap().starts_with("bundle-"));
    assert!(!told.to_string().contains(home.0.to_str().unwrap()));
}

#[test]
fn several_files_at_once_or_a_folder_are_told_as_a_problem() {
    let home = Home::new("several");
    let code = |paths: &[PathBuf]| home.told_after_drop(paths)["problem"]["code"].clone();
    assert_eq!(
        code(&[home.0.join("a"), home.0.join("b")]),
        "bundle.several"
    );
    assert_eq!(code(std::slice::from_ref(&home.0)), "bundle.folder");
}

/// A folder of this test's own, removed at its end.
struct Home(PathBuf);

impl Home {
    fn new(name: &str) -> Self {
        let home = std::env::temp_dir().join(format!("reseal-drop-{}-{name}", std::process::id()));
        fs::create_dir_all(&home).unwrap();
        Self(home)
    }

    /// The last thing that the page is told.
    fn told_after_drop(&self, paths: &[PathBuf]) -> Value {
        let shell = Shell::open(Surroundings {
            home: self.0.clone(),
            keyring: Arc::new(MemoryKeyring::default()),
            dialogs: Box::new(NativeDialog),
            started: Instant::now(),
        });
        let told = Arc::new(Mutex::new(Value::Null));
        let last = Arc::clone(&told);
        shell.watch(Channel::new(move |message| {
            if let InvokeResponseBody::Json(text) = message {
                *lock(&last) = serde_json::from_str(&text).unwrap();
            }
            Ok(())
        }));
        shell.take_drop(paths);
        lock(&told).clone()
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

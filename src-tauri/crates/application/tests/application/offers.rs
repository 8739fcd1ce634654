//! Files that are offered, from their paths to what a face is told.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
};

use application::{Notice, lock};

use crate::stage::{Home, application};

#[test]
fn a_face_learns_a_token_for_a_dropped_file_and_not_its_path() {
    let home = Home::new("name");
    let file = home.0.join("cloud.p12");
    fs::write(&file, "not looked into").unwrap();
    let told = told_after_drop(&home.0, &[file]);
    assert!(matches!(&told, Some(Notice::Offered { token }) if token.starts_with("bundle-")));
    assert!(!format!("{told:?}").contains("cloud"));
}

/// The last thing that a face is told.
fn told_after_drop(home: &Path, paths: &[PathBuf]) -> Option<Notice> {
    let (application, told) = (application(home), Arc::<Mutex<Option<Notice>>>::default());
    let last = Arc::clone(&told);
    application
        .notices()
        .listen(move |notice| *lock(&last) = Some(notice));
    application.offers.take_drop(paths);
    lock(&told).clone()
}

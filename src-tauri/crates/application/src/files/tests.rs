//! What is read of files, and what of folders.

use super::*;

fn here() -> Surroundings {
    Surroundings::of_this_machine()
}

#[test]
fn a_folder_is_taken_for_the_files_in_it() {
    let home = Home::new("folder");
    let folder = home.0.join("odd files");
    fs::create_dir_all(folder.join("below")).unwrap();
    for name in ["b.pem", "a.p12", ".hidden", "below/c.pem"] {
        fs::write(folder.join(name), "x").unwrap();
    }
    let names: Vec<String> = read_all(&[folder], &here())
        .into_iter()
        .map(|file| file.name)
        .collect();
    assert_eq!(names, ["a.p12", "b.pem"]);
}

#[test]
fn a_folder_with_no_file_in_it_is_told_as_that() {
    let home = Home::new("no-file");
    let folder = home.0.join("nothing");
    fs::create_dir_all(folder.join("below")).unwrap();
    let mut files = read_all(&[folder], &here());
    let problem = files.remove(0).bytes.unwrap_err();
    assert_eq!(
        crate::error::told(&problem),
        "There is no file in the folder nothing."
    );
}

#[test]
fn a_file_that_cannot_be_read_is_kept_with_the_reason() {
    let home = Home::new("reasons");
    let (empty, huge) = (home.0.join("empty.p12"), home.0.join("huge.p12"));
    fs::write(&empty, "").unwrap();
    // Two gigabytes that take no room on the disk.
    fs::File::create(&huge).unwrap().set_len(2 << 30).unwrap();
    let files = read_all(&[empty, huge, home.0.join("missing.p12")], &here());
    let codes: Vec<String> = files
        .into_iter()
        .map(|file| file.bytes.unwrap_err().code)
        .collect();
    assert_eq!(
        codes,
        ["bundle.empty", "bundle.too_large", "bundle.missing"]
    );
}

#[test]
fn more_files_than_are_read_at_once_are_counted() {
    let home = Home::new("many");
    let paths: Vec<PathBuf> = (0..53).map(|n| home.0.join(format!("{n}.pem"))).collect();
    paths.iter().for_each(|path| fs::write(path, "x").unwrap());
    let files = read_all(&paths, &here());
    assert_eq!(files.len(), MOST + 1);
    assert_eq!(files.last().unwrap().name, "3 more files");
}

#[test]
fn a_name_that_hides_its_ending_is_shown_with_the_trick() {
    let home = Home::new("tricks");
    let file = home.0.join("evil\u{202e}21p.exe");
    fs::write(&file, "x").unwrap();
    assert_eq!(read_all(&[file], &here())[0].name, "evil\\u{202e}21p.exe");
}

/// A folder of this test's own, removed at its end.
struct Home(PathBuf);

impl Home {
    fn new(name: &str) -> Self {
        let home = std::env::temp_dir().join(format!("reseal-drop-{}-{name}", std::process::id()));
        fs::create_dir_all(&home).unwrap();
        Self(home)
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

//! The native file dialogs.

use std::path::Path;

use application::{Chosen, ChosenSeveral, FileDialog};

/// The dialogs of the operating system.
pub struct NativeDialog;

impl FileDialog for NativeDialog {
    fn pick_certificates(&self, folder: Option<&Path>) -> ChosenSeveral<'_> {
        let mut dialog = rfd::AsyncFileDialog::new()
            .set_title("Choose certificate files")
            .add_filter("Certificates and keystores", &bundles())
            .add_filter("All files", &["*"]);
        if let Some(folder) = folder {
            dialog = dialog.set_directory(folder);
        }
        Box::pin(async move {
            let files = dialog.pick_files().await.unwrap_or_default();
            files.iter().map(|file| file.path().to_owned()).collect()
        })
    }

    fn save_keystore(&self, name: &str) -> Chosen<'_> {
        save("Save the file for the appliance", name)
    }

    fn save_request(&self, name: &str) -> Chosen<'_> {
        save("Save the request", name)
    }

    fn pick_reports_folder(&self) -> Chosen<'_> {
        let dialog = rfd::AsyncFileDialog::new().set_title("Choose the folder for reports");
        Box::pin(async move {
            dialog
                .pick_folder()
                .await
                .map(|folder| folder.path().to_owned())
        })
    }

    fn save_report(&self, name: &str) -> Chosen<'_> {
        save("Save the report", name)
    }
}

fn save(title: &str, name: &str) -> Chosen<'static> {
    let dialog = rfd::AsyncFileDialog::new()
        .set_title(title)
        .set_file_name(name);
    Box::pin(async move { dialog.save_file().await.map(|file| file.path().to_owned()) })
}

/// The endings under which bundles are handed around.
const BUNDLES: [&str; 22] = [
    "p12",
    "pfx",
    "pem",
    "crt",
    "cer",
    "cert",
    "der",
    "p7b",
    "p7c",
    "p7r",
    "p7s",
    "spc",
    "p8",
    "pk8",
    "key",
    "jks",
    "jceks",
    "keystore",
    "sst",
    "ca-bundle",
    "bundle",
    "txt",
];

/// The same in small letters and in capitals: some systems tell them apart.
fn bundles() -> Vec<String> {
    let capitals = BUNDLES.iter().map(|ending| ending.to_uppercase());
    let small = BUNDLES.iter().map(|ending| (*ending).to_owned());
    small.chain(capitals).collect()
}

#[cfg(test)]
mod tests {
    use super::bundles;

    #[test]
    fn knows_what_authorities_and_windows_call_their_files() {
        let known = bundles();
        for ending in ["ca-bundle", "txt", "p7r", "CRT", "P12", "CA-BUNDLE"] {
            assert!(known.iter().any(|one| one == ending), "{ending}");
        }
    }
}

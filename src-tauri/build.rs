//! Makes the app's manifest and permissions of the list of commands: what is not listed is refused.

use std::{fs, io, path::Path};

use serde_json::json;

macro_rules! commands {
    ($($module:ident :: $name:ident : $($window:ident),+ ;)+) => {
        /// Every command, and the windows that may ask for it.
        const COMMANDS: &[(&str, &[&str])] = &[
            $((stringify!($name), &[$(stringify!($window)),+])),+
        ];
    };
}

include!("src/commands/list.in");

/// Each kind of window by its name in the list, the labels of its windows, and what it may do.
const WINDOWS: [(&str, &str, &str); 4] = [
    (
        "main",
        "main",
        "The main window: the commands of its screens and nothing of Tauri's own.",
    ),
    (
        "add_site",
        "add-site-*",
        "The window in which a site is looked at and saved.",
    ),
    (
        "confirm",
        "confirm-*",
        "The window in which a person agrees to a change: it can agree or not.",
    ),
    (
        "secret_entry",
        "secret-*",
        "The window in which a password is typed: it can hand one over or give up.",
    ),
];

fn main() {
    let out = std::env::var("OUT_DIR").expect("cargo names the folder for what is built");
    let folder = Path::new(&out).join("capabilities");
    write_all(&folder).expect("cargo's own folder can be written to");
    let pattern = folder.join("*.json").display().to_string().leak();
    let commands: Vec<&str> = COMMANDS.iter().map(|(name, _)| *name).collect();
    let manifest = tauri_build::AppManifest::new().commands(commands.leak());
    let attributes = tauri_build::Attributes::new()
        .capabilities_path_pattern(pattern)
        .app_manifest(manifest);
    tauri_build::try_build(attributes).expect("tauri.conf.json and the permissions are valid");
}

fn write_all(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    for (kind, labels, description) in WINDOWS {
        let capability = json!({
            "identifier": kind.replace('_', "-"),
            "description": description,
            "windows": [labels],
            "platforms": ["linux", "macOS", "windows"],
            "permissions": permissions(kind),
        });
        let (file, text) = (folder.join(format!("{kind}.json")), capability.to_string());
        // A file that is written anew each time would have everything built anew each time.
        if fs::read_to_string(&file).ok().as_ref() != Some(&text) {
            fs::write(file, text)?;
        }
    }
    Ok(())
}

fn permissions(kind: &str) -> Vec<String> {
    let allowed = COMMANDS
        .iter()
        .filter(|(_, windows)| windows.contains(&kind));
    allowed
        .map(|(name, _)| format!("allow-{}", name.replace('_', "-")))
        .collect()
}

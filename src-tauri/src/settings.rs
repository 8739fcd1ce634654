//! The few settings, a file like the list of sites.

use std::path::Path;

use serde::{Deserialize, Serialize};
use sites::{Document, DocumentError};
use ts_rs::TS;

/// The format of `settings.json` that is written here.
const VERSION: u32 = 1;

/// What a person may set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Settings {
    /// How the window looks.
    pub theme: Theme,
    /// Who is named in journals and reports as the one who replaced a certificate.
    pub operator: String,
}

/// How the window looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Theme {
    /// As the desktop is set.
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// Strongest contrast.
    HighContrast,
}

impl Theme {
    /// The theme of the window's own frame.
    pub(crate) const fn of_frame(self) -> Option<tauri::Theme> {
        match self {
            Self::System | Self::HighContrast => None,
            Self::Light => Some(tauri::Theme::Light),
            Self::Dark => Some(tauri::Theme::Dark),
        }
    }
}

impl Default for Settings {
    fn default() -> Self {
        let user = ["USER", "LOGNAME", "USERNAME"]
            .into_iter()
            .find_map(|name| std::env::var(name).ok());
        Self {
            theme: Theme::System,
            operator: user.unwrap_or_default(),
        }
    }
}

/// The settings in the state folder.
pub(crate) fn file(home: &Path) -> Document<Settings> {
    Document::new(home, "settings.json", VERSION)
}

/// Writes the settings.
pub(crate) fn save(
    file: &Document<Settings>,
    settings: Settings,
) -> Result<Settings, DocumentError> {
    file.change(|kept| {
        *kept = settings;
        Ok(())
    })
}

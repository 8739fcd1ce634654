//! The few settings, a file like the list of sites.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sites::{Document, DocumentError};
use ts_rs::TS;

use crate::window::Looks;

/// The format of `settings.json` that is written here.
const VERSION: u32 = 1;

/// How far the window can be made smaller and larger, in per cent.
const ZOOM: std::ops::RangeInclusive<u16> = 50..=300;

/// What a person may set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Settings {
    /// How the window looks.
    pub theme: Theme,
    /// Who is named in journals and reports as the one who replaced a certificate.
    pub operator: String,
    /// The folder into which the report of every run that ended well is saved by itself.
    #[serde(default)]
    pub reports: Option<PathBuf>,
    /// How large everything is drawn, in per cent.
    #[serde(default = "as_drawn")]
    pub zoom: u16,
}

/// One change of the settings, as the page asks for it. A folder is never named by a page: it is chosen in the
/// system's own dialog.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(tag = "set", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum SettingsChange {
    /// How the window looks.
    Theme {
        /// Like this.
        theme: Theme,
    },
    /// Who is named in reports.
    Operator {
        /// This one.
        operator: String,
    },
    /// How large everything is drawn.
    Zoom {
        /// In per cent.
        zoom: u16,
    },
    /// Ask for the folder of the reports.
    ChooseReports,
    /// Save no report by itself.
    NoReports,
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
    const fn of_frame(self) -> Option<tauri::Theme> {
        match self {
            Self::System | Self::HighContrast => None,
            Self::Light => Some(tauri::Theme::Light),
            Self::Dark => Some(tauri::Theme::Dark),
        }
    }
}

impl Settings {
    /// How every window looks.
    pub(crate) fn looks(&self) -> Looks {
        Looks {
            theme: self.theme.of_frame(),
            zoom: f64::from(self.zoom) / 100.0,
        }
    }

    /// These, with a change that needs nobody's answer.
    pub(crate) fn with(mut self, change: SettingsChange) -> Self {
        match change {
            SettingsChange::Theme { theme } => self.theme = theme,
            SettingsChange::Operator { operator } => self.operator = operator,
            SettingsChange::Zoom { zoom } => self.zoom = zoom.clamp(*ZOOM.start(), *ZOOM.end()),
            SettingsChange::NoReports => self.reports = None,
            SettingsChange::ChooseReports => {}
        }
        self
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
            reports: None,
            zoom: as_drawn(),
        }
    }
}

const fn as_drawn() -> u16 {
    100
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

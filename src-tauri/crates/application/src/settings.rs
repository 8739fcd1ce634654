//! The few settings, a file like the list of sites.

use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
};

use serde::{Deserialize, Serialize};
use sites::{Document, DocumentError};
use ts_rs::TS;

use crate::{error::Answer, face::FileDialog, locks::lock, notices::Notices};

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
    /// The language of the window, by its tag (BCP 47); nothing is the system's.
    #[serde(default)]
    pub language: Option<String>,
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
    /// Which language the window speaks.
    Language {
        /// Its tag, or nothing for the system's.
        language: Option<String>,
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

impl Settings {
    /// These, with a change that needs nobody's answer.
    fn with(mut self, change: SettingsChange) -> Self {
        match change {
            SettingsChange::Theme { theme } => self.theme = theme,
            SettingsChange::Operator { operator } => self.operator = operator,
            SettingsChange::Zoom { zoom } => self.zoom = zoom.clamp(*ZOOM.start(), *ZOOM.end()),
            SettingsChange::Language { language } => {
                self.language = language.filter(|tag| is_tag(tag));
            }
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
            language: None,
        }
    }
}

/// Letters, digits and hyphens, as every tag of a language is (RFC 5646): it stands in the address of a page.
fn is_tag(language: &str) -> bool {
    let is_of_tags = |letter: u8| letter.is_ascii_alphanumeric() || letter == b'-';
    (2..=35).contains(&language.len()) && language.bytes().all(is_of_tags)
}

const fn as_drawn() -> u16 {
    100
}

/// The settings of this state folder, and where they are kept.
pub struct Preferences {
    now: Mutex<Settings>,
    file: Document<Settings>,
    dialogs: Arc<dyn FileDialog>,
    notices: Notices,
}

impl Preferences {
    /// Those of this state folder. A file that cannot be read is as none.
    pub(crate) fn open(home: &Path, dialogs: Arc<dyn FileDialog>, notices: Notices) -> Self {
        let file = Document::new(home, "settings.json", VERSION);
        let kept = file.open().map(|opened| opened.content);
        Self {
            now: Mutex::new(kept.unwrap_or_default()),
            file,
            dialogs,
            notices,
        }
    }

    /// The settings as they are.
    #[must_use]
    pub fn now(&self) -> Settings {
        lock(&self.now).clone()
    }

    /// Changes one, asking for the folder where that is the one, and keeps them.
    pub async fn change(&self, change: SettingsChange) -> Answer<Settings> {
        let asks_for_folder = change == SettingsChange::ChooseReports;
        let mut wanted = self.now().with(change);
        if asks_for_folder {
            let chosen = self.dialogs.pick_reports_folder().await;
            wanted.reports = chosen.or(wanted.reports);
        }
        let settings = self.file.change(|kept| {
            *kept = wanted;
            Ok::<_, DocumentError>(())
        })?;
        lock(&self.now).clone_from(&settings);
        self.notices.changed();
        Ok(settings)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn speaking(tag: &str) -> Option<String> {
        let language = Some(tag.to_owned());
        let settings = Settings::default().with(SettingsChange::Language { language });
        settings.language
    }

    #[test]
    fn a_language_is_kept_where_it_is_the_tag_of_one() {
        assert_eq!(speaking("ja").as_deref(), Some("ja"));
        assert_eq!(speaking("de-AT").as_deref(), Some("de-AT"));
    }

    #[test]
    fn what_is_no_tag_of_a_language_does_not_reach_the_address_of_a_page() {
        for hostile in [
            "",
            "d",
            "de&x=1",
            "../secret.html",
            "de#/run/1",
            "日本語",
            &"a".repeat(36),
        ] {
            assert_eq!(speaking(hostile), None, "{hostile}");
        }
    }
}

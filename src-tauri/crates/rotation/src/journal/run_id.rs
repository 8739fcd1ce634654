//! The name of a run: sortable, readable, and safe as a file name.

use std::fmt;
use std::str::FromStr;

use serde::Serialize;
use thiserror::Error;
use time::{OffsetDateTime, UtcOffset};

/// The longest part of a run's name that is taken from the site's name.
const SITE_MAX: usize = 24;

/// The longest name that is accepted from outside.
const NAME_MAX: usize = 64;

/// The name of a run, such as `2026-11-23-1402-paris`; its times are UTC, so names sort.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct RunId(String);

impl RunId {
    /// The name for a run that starts at `now`; `nth` tells apart those of the same minute.
    pub fn new(now: OffsetDateTime, site: &str, nth: u32) -> Self {
        let utc = now.to_offset(UtcOffset::UTC);
        let (date, time) = (utc.date(), utc.time());
        let (month, day) = (u8::from(date.month()), date.day());
        let (year, hour, minute, site) = (date.year(), time.hour(), time.minute(), slug(site));
        let name = format!("{year:04}-{month:02}-{day:02}-{hour:02}{minute:02}-{site}");
        if nth == 0 {
            Self(name)
        } else {
            Self(format!("{name}-{}", nth + 1))
        }
    }

    /// Whether it can be the name of a run at this site.
    pub(crate) fn may_be_of(&self, site: &str) -> bool {
        // `2026-11-23-1402-` stands before the site's name.
        let named = self.0.splitn(5, '-').last().unwrap_or_default();
        let rest = named.strip_prefix(&slug(site));
        let is_number = |nth: &str| nth.chars().all(|c| c.is_ascii_digit());
        rest.is_some_and(|rest| rest.is_empty() || rest.strip_prefix('-').is_some_and(is_number))
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for RunId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for RunId {
    type Err = ParseRunIdError;

    /// Takes only what this file could have made: names come from the window and the command
    /// line, and must not lead to other folders.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let safe = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        let starts_with_digit = text.starts_with(|c: char| c.is_ascii_digit());
        if text.len() <= NAME_MAX && starts_with_digit && text.chars().all(safe) {
            Ok(Self(text.to_owned()))
        } else {
            Err(ParseRunIdError {
                offered: text.chars().take(NAME_MAX).collect(),
            })
        }
    }
}

/// The text cannot be the name of a run.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{offered:?} is not the name of a run")]
pub struct ParseRunIdError {
    /// What was offered, cut to a readable length.
    pub offered: String,
}

/// A name in lower-case letters, digits and single hyphens; `site` when nothing is left.
pub(super) fn slug(name: &str) -> String {
    let mut slug = String::new();
    for c in name.chars() {
        if c.is_ascii_alphanumeric() {
            slug.push(c.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
        if slug.len() == SITE_MAX {
            break;
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() {
        "site".to_owned()
    } else {
        slug.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use time::macros::datetime;

    use super::*;

    #[test]
    fn names_a_run_after_its_minute_and_its_site() {
        let now = datetime!(2026-11-23 15:02:59 +1);
        assert_eq!(
            RunId::new(now, "Paris", 0).as_str(),
            "2026-11-23-1402-paris"
        );
        assert_eq!(
            RunId::new(now, "Paris", 1).as_str(),
            "2026-11-23-1402-paris-2"
        );
    }

    #[test]
    fn makes_a_safe_name_of_any_site() {
        let now = datetime!(2026-11-23 14:02 UTC);
        for site in [
            "../../etc",
            "<script>",
            "東京",
            "",
            "A  B",
            &"long ".repeat(99),
        ] {
            let id = RunId::new(now, site, 0);
            assert_eq!(id.as_str().parse::<RunId>(), Ok(id.clone()), "{site}");
        }
    }

    #[test]
    fn refuses_a_name_that_leads_elsewhere() {
        for name in [
            "",
            "../x",
            "2026/x",
            "2026-x.jsonl",
            "-x",
            "2026\0",
            &"2".repeat(65),
        ] {
            assert!(name.parse::<RunId>().is_err(), "{name:?}");
        }
    }
}

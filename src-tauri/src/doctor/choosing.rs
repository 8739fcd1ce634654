//! Which of several keys with a certificate is meant.

use certificate::EntryName;

use super::Held;
use crate::commands::certificates::EntryChoice;

impl Held {
    /// The list to choose from; none where there is nothing to choose.
    pub(super) fn entry_choices(&self) -> Vec<EntryChoice> {
        match self.opened.entries.as_slice() {
            [] | [_] => Vec::new(),
            several => several.iter().map(|name| self.choice(name)).collect(),
        }
    }

    fn choice(&self, name: &EntryName) -> EntryChoice {
        let id = name.thumbprint.to_string();
        let label = name.alias.as_ref().or(name.common_name.as_ref());
        EntryChoice {
            is_chosen: self.entry.as_ref() == Some(&id),
            label: label.unwrap_or(&name.subject).clone(),
            says: format!("{}, until {}", name.subject, name.not_after.date()),
            id,
        }
    }
}

//! Files that people offer: dropped, chosen or pasted, on whatever screen; and what is in them.

use std::{
    path::{Path, PathBuf},
    sync::Mutex,
};

use ground::Surroundings;
use rand::Rng as _;
use secrecy::SecretString;
use zeroize::Zeroizing;

use crate::{
    error::{Answer, Refusal},
    face::{Face, SecretPrompt},
    locks::lock,
    notices::Notice,
    shared::Shared,
};

mod held;
mod joining;
mod opening;

pub use held::HeldFile;
pub(crate) use held::read_all;
pub(crate) use joining::left_out;
pub use joining::{Added, Completed, Way, complete, join, replacement, seal};
pub(crate) use opening::{Facts, Opened, open};

/// What stands in the place of a file's name.
const PASTED: &str = "Pasted text";

/// What was offered and no screen has taken yet.
pub struct Offers {
    shared: Shared,
    /// By its token.
    waiting: Mutex<Option<(String, Vec<HeldFile>)>>,
}

impl Offers {
    /// Nothing was offered yet.
    pub(crate) fn new(shared: Shared) -> Self {
        Self {
            shared,
            waiting: Mutex::default(),
        }
    }

    /// Takes what was dropped, and tells that it is there. It reads files: never call it on an async thread.
    pub fn take_drop(&self, paths: &[PathBuf]) {
        let files = read_all(paths, &self.shared.surroundings);
        if !files.is_empty() {
            let token = self.offer(files);
            self.shared.notices.tell(Notice::Offered { token });
        }
    }

    /// Takes the text on the clipboard as a file that was dropped; never call it on an async thread.
    pub fn take_pasted(&self) -> Answer<String> {
        let text = self.shared.clipboard.text()?;
        let bytes = Zeroizing::new(text.as_bytes().to_vec());
        Ok(self.offer(vec![HeldFile::new(
            PASTED,
            Ok(bytes),
            &self.shared.surroundings,
        )]))
    }

    /// Holds files for whichever screen takes them by this token.
    fn offer(&self, files: Vec<HeldFile>) -> String {
        let token = new_token(&self.shared.surroundings);
        *lock(&self.waiting) = Some((token.clone(), files));
        token
    }

    /// What was offered under this token, if no screen has taken it yet. It has one holder from then on: what is
    /// put away there is gone.
    pub(crate) fn take(&self, token: &str) -> Option<Vec<HeldFile>> {
        let offered = lock(&self.waiting).take_if(|(waiting, _)| waiting == token);
        offered.map(|(_, files)| files)
    }

    /// The files that a person chooses in the native dialog, which opens in `folder` if one is given.
    pub(crate) async fn chosen(&self, folder: Option<&Path>) -> Answer<Vec<HeldFile>> {
        let here = self.shared.surroundings.clone();
        let chosen = self.shared.dialogs.pick_certificates(folder).await;
        let reading = tokio::task::spawn_blocking(move || read_all(&chosen, &here));
        reading.await.map_err(|_| Refusal::bug())
    }
}

/// Names files that are held, in commands.
pub(crate) fn new_token(surroundings: &Surroundings) -> String {
    format!("bundle-{:016x}", surroundings.chance().random::<u64>())
}

/// Asks for the password of a file; nothing where the person gives none.
pub(crate) async fn ask_password(face: &dyn Face, name: &str) -> Answer<Option<SecretString>> {
    face.secret(prompt(name)).await
}

fn prompt(name: &str) -> SecretPrompt {
    let says = format!(
        "The password that opens {name}. It is used to read the file on this computer; it is neither kept \
         nor sent anywhere."
    );
    SecretPrompt::new(&format!("Password for {name}"), &says, name)
}

//! The windows as the face of the application: each answer is given in a window of its own, and a run that needs
//! somebody opens one.

use application::{Agreed, Agrees, Asking, Confirmation, Face, SecretPrompt};
use rotation::{RunView, progress::RunStatus};
use secrecy::SecretString;
use tauri::{AppHandle, Manager as _, Runtime};

use crate::{
    asked::{Asked, Titled},
    state::Shell,
    window::{self, Looks},
};

/// The windows in which secrets are typed.
pub(crate) type SecretWindows = Asked<SecretPrompt, SecretString>;

/// The windows in which a person agrees, and what was typed into each.
pub(crate) type Confirmations = Asked<Confirmation, Agreed>;

impl Titled for SecretPrompt {
    fn title(&self) -> &str {
        &self.title
    }
}

impl Titled for Confirmation {
    fn title(&self) -> &str {
        &self.title
    }
}

/// All windows of this process.
pub(crate) struct Windows<R: Runtime>(pub(crate) AppHandle<R>);

impl<R: Runtime> Windows<R> {
    /// How every window looks.
    pub(crate) fn looks(&self) -> Looks {
        Looks::of(&self.0.state::<Shell>().application.settings().now())
    }

    /// Brings the main window to the front; where it was closed, one opens at the run that goes on without it.
    pub(crate) fn show(&self) {
        let shown = match self.0.get_webview_window(window::MAIN) {
            Some(main) => window::bring_to_front(&main),
            None => self.open(),
        };
        // A desktop that keeps windows where they are leaves it in the list of windows.
        drop(shown);
    }

    fn open(&self) -> tauri::Result<()> {
        let shell = self.0.state::<Shell>();
        let opened = match shell.application.runs.moving() {
            Some(run) => window::open_main_at(&self.0, &run, self.looks()),
            None => window::open_main(&self.0, self.looks()),
        };
        opened.map(drop)
    }
}

impl<R: Runtime> Agrees for Windows<R> {
    fn agreement(&self, asks: Confirmation) -> Asking<'_, Agreed> {
        let windows = self.0.state::<Confirmations>();
        Box::pin(async move { windows.ask(&self.0, asks, self.looks()).await })
    }
}

impl<R: Runtime> Face for Windows<R> {
    fn secret(&self, prompt: SecretPrompt) -> Asking<'_, SecretString> {
        let windows = self.0.state::<SecretWindows>();
        Box::pin(async move { windows.ask(&self.0, prompt, self.looks()).await })
    }

    /// With no window left: one opens at the run where somebody is needed, for an answer or because it did
    /// not end well; with the last run that ended well the app ends.
    fn stands(&self, view: &RunView) {
        if !self.0.webview_windows().is_empty() {
            return;
        }
        let shell = self.0.state::<Shell>();
        if needs_somebody(view.status) {
            // Without a window the run waits; its record keeps it.
            drop(window::open_main_at(&self.0, &view.run, self.looks()));
        } else if !shell.application.runs.goes_on_by_itself() {
            self.0.exit(0);
        }
    }
}

const fn needs_somebody(status: RunStatus) -> bool {
    matches!(
        status,
        RunStatus::Question | RunStatus::Attention | RunStatus::Refused
    )
}

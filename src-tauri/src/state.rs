//! What Tauri manages: the application, and when the process began.

use std::{sync::Arc, time::Duration};

use application::{Application, Machine};
use ground::Instant;

/// The application behind the windows.
pub struct Shell {
    pub(crate) application: Arc<Application>,
    started: Instant,
}

impl Shell {
    /// Over this computer, in a process that began then.
    #[must_use]
    pub fn open(machine: Machine, started: Instant) -> Self {
        Self {
            application: Arc::new(Application::open(machine)),
            started,
        }
    }

    /// How long the process has run.
    pub(crate) fn age(&self) -> Duration {
        self.application.surroundings().since(self.started)
    }

    /// What the windows show.
    #[must_use]
    pub fn application(&self) -> &Application {
        &self.application
    }
}

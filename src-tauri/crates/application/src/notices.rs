//! What a face is told without asking: that something changed, that something went wrong.

use std::sync::{Arc, Mutex};

use rotation::Problem;

use crate::{error::Refusal, locks::lock};

/// Something that no command was waiting for.
#[derive(Debug, Clone)]
pub enum Notice {
    /// Something changed that every screen may show.
    Changed,
    /// Files were offered, and wait for a screen that takes them by this token.
    Offered {
        /// Names them.
        token: String,
    },
    /// Something went wrong.
    Problem(Problem),
}

type Hears = Box<dyn Fn(Notice) + Send>;

/// Where services say what happened; one face listens, or none.
#[derive(Clone, Default)]
pub struct Notices(Arc<Mutex<Option<Hears>>>);

impl Notices {
    /// From here on this one is told, at once and at every change; the one before is gone. It is told one
    /// notice after the other, and must not call [`listen`](Self::listen) itself.
    pub fn listen(&self, hears: impl Fn(Notice) + Send + 'static) {
        *lock(&self.0) = Some(Box::new(hears));
        self.changed();
    }

    /// Something changed that every screen may show.
    pub(crate) fn changed(&self) {
        self.tell(Notice::Changed);
    }

    /// Something went wrong that no command was waiting for.
    pub(crate) fn problem(&self, refusal: &Refusal) {
        self.tell(Notice::Problem(refusal.problem().clone()));
    }

    pub(crate) fn tell(&self, notice: Notice) {
        if let Some(hears) = &*lock(&self.0) {
            hears(notice);
        }
    }
}

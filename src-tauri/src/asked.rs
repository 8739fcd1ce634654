//! Windows that the core opens to ask a person one thing, and who waits for each of them.
//!
//! Such a window has a page and commands of its own: the main page can neither script it nor answer for
//! it (docs/decisions/window.md).

use std::{
    collections::HashMap,
    sync::{
        Mutex, MutexGuard,
        atomic::{AtomicU64, Ordering},
    },
};

use application::{Refusal, lock};
use tauri::{AppHandle, Manager as _, Runtime};
use tokio::sync::oneshot;

use crate::window::{self, Looks, OwnPage};

/// Every window of one kind that is open: `P` is what it shows, `A` what a person answers with.
pub struct Asked<P, A> {
    page: OwnPage,
    opened: AtomicU64,
    waiting: Mutex<HashMap<String, Waiting<P, A>>>,
}

/// What a window shows has a title.
pub trait Titled {
    /// The title of the window.
    fn title(&self) -> &str;
}

struct Waiting<P, A> {
    shows: P,
    answer: oneshot::Sender<A>,
}

impl<P: Titled + Clone, A> Asked<P, A> {
    /// The windows that show this page; none is open yet.
    pub(crate) fn on(page: OwnPage) -> Self {
        Self {
            page,
            opened: AtomicU64::default(),
            waiting: Mutex::default(),
        }
    }

    /// Opens a window and waits for the answer; nothing when the person gives up. There is one window of a
    /// kind: where one is open already it comes to the front, and nothing is the answer too.
    pub(crate) async fn ask<R: Runtime>(
        &self,
        app: &AppHandle<R>,
        shows: P,
        looks: Looks,
    ) -> Result<Option<A>, Refusal> {
        let title = shows.title().to_owned();
        let Some((label, answered)) = self.expect(app, shows) else {
            return Ok(None);
        };
        if window::open_own(app, self.page, &label, &title, looks).is_err() {
            self.give_up(&label);
            return Err(no_window());
        }
        let answer = answered.await.ok();
        if let Some(window) = app.get_webview_window(&label) {
            // A window that is already gone needs no closing.
            drop(window.destroy());
        }
        Ok(answer)
    }

    /// What the window of this label shows.
    pub(crate) fn shown(&self, label: &str) -> Option<P> {
        let waiting = self.all();
        waiting.get(label).map(|waiting| waiting.shows.clone())
    }

    /// Hands the answer to whoever waits for it.
    pub(crate) fn answer(&self, label: &str, answer: A) {
        if let Some(waiting) = self.all().remove(label) {
            // The one who asked may have gone meanwhile; then the answer is dropped here.
            drop(waiting.answer.send(answer));
        }
    }

    /// The person closed the window or chose to cancel.
    pub(crate) fn give_up(&self, label: &str) {
        self.all().remove(label);
    }

    fn expect<R: Runtime>(
        &self,
        app: &AppHandle<R>,
        shows: P,
    ) -> Option<(String, oneshot::Receiver<A>)> {
        let mut waiting = self.all();
        if let Some(open) = waiting.keys().next() {
            if let Some(window) = app.get_webview_window(open) {
                // A desktop that keeps windows where they are is no reason to open another one.
                drop(window.set_focus());
            }
            return None;
        }
        let number = self.opened.fetch_add(1, Ordering::Relaxed) + 1;
        let label = format!("{}-{number}", self.page.kind);
        let (answer, answered) = oneshot::channel();
        waiting.insert(label.clone(), Waiting { shows, answer });
        Some((label, answered))
    }

    fn all(&self) -> MutexGuard<'_, HashMap<String, Waiting<P, A>>> {
        lock(&self.waiting)
    }
}

/// The refusal of a command that came from a window in which nothing is asked any more.
pub(crate) fn nothing_asked() -> Refusal {
    Refusal::new(
        "window.nothing_asked",
        "Nothing is asked in this window any more.",
        "Nothing was kept and nothing was sent.",
        "Close this window and start again from the main window.",
    )
}

fn no_window() -> Refusal {
    Refusal::new(
        "window.not_opened",
        "The window for the answer could not be opened.",
        "Nothing was asked and nothing was changed.",
        "Close some windows and try again.",
    )
}

//! An app without a screen, in a folder of its own: the commands run for real.

use std::{
    collections::VecDeque,
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
};

use application::{Chosen, ChosenSeveral, Clipboard, ClipboardError, FileDialog, Machine};
use ground::Surroundings;
use key_worker::Worker;
use reseal_lib::{Shell, context, fit};
use secrecy::{ExposeSecret as _, SecretString};
use serde_json::Value;
use sites::{Keyring, MemoryKeyring};
use tauri::{
    App, Manager as _, WebviewWindow, WebviewWindowBuilder,
    ipc::{CallbackFn, InvokeBody},
    test::{INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder},
    webview::InvokeRequest,
};
use words::{Language, Words};
use zeroize::Zeroizing;

/// One app with its main window.
pub(crate) struct Stage {
    pub(crate) app: App<MockRuntime>,
    pub(crate) main: WebviewWindow<MockRuntime>,
    pub(crate) home: PathBuf,
    dialogs: Arc<Mutex<VecDeque<PathBuf>>>,
    /// What is on the clipboard.
    pub(crate) clipboard: Board,
}

impl Stage {
    /// An app whose state folder is new and empty.
    pub(crate) fn new(name: &str) -> Self {
        Self::with_keyring(name, Arc::new(MemoryKeyring::default()))
    }

    /// An app whose state folder is new and empty, on a computer with this keyring.
    pub(crate) fn with_keyring(name: &str, keyring: Arc<dyn Keyring>) -> Self {
        let home = std::env::temp_dir().join(format!("reseal-app-{}-{name}", std::process::id()));
        drop(std::fs::remove_dir_all(&home));
        Self::over(home, keyring)
    }

    /// An app over a state folder that is there.
    pub(crate) fn in_folder(home: PathBuf) -> Self {
        Self::over(home, Arc::new(MemoryKeyring::default()))
    }

    /// An app over a state folder that is there, on a computer with this keyring.
    pub(crate) fn over(home: PathBuf, keyring: Arc<dyn Keyring>) -> Self {
        private_files::make_folder(&home).unwrap();
        let dialogs = Arc::<Mutex<VecDeque<PathBuf>>>::default();
        let clipboard = Board::default();
        let here = Surroundings::of_this_machine();
        let started = here.instant();
        let machine = Machine {
            surroundings: here.clone(),
            home: home.clone(),
            keyring,
            worker: Worker::of(env!("CARGO_BIN_EXE_reseal"), here.clone()),
            dialogs: Arc::new(Rehearsed(Arc::clone(&dialogs))),
            clipboard: Arc::new(clipboard.clone()),
        };
        let shell = Shell::open(machine, started);
        let app = fit(mock_builder(), shell).build(context()).unwrap();
        let main = WebviewWindowBuilder::new(&app, "main", Default::default())
            .build()
            .unwrap();
        Self {
            app,
            main,
            home,
            dialogs,
            clipboard,
        }
    }

    /// The next file dialog is answered with this path.
    pub(crate) fn will_choose(&self, path: &Path) {
        self.dialogs.lock().unwrap().push_back(path.to_owned());
    }

    /// What the main window gets for a command.
    pub(crate) fn ask(&self, command: &str, arguments: Value) -> Result<Value, Value> {
        invoke(&self.main, command, InvokeBody::Json(arguments))
    }

    /// A window of the core's own by its label, whoever opened it.
    pub(crate) fn own_window(&self, label: &str) -> WebviewWindow<MockRuntime> {
        self.app.get_webview_window(label).unwrap_or_else(|| {
            let window = WebviewWindowBuilder::new(&self.app, label, Default::default());
            window.build().unwrap()
        })
    }

    /// The code of the problem that a command is refused with.
    pub(crate) fn refusal(&self, command: &str, arguments: Value) -> String {
        let problem = self.ask(command, arguments).unwrap_err();
        for words in ["what", "meaning", "todo"] {
            assert!(
                problem[words].as_str().is_some_and(|text| text.len() > 10),
                "{problem}"
            );
        }
        problem["code"].as_str().unwrap().to_owned()
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.home));
    }
}

/// What this window gets for a command.
pub(crate) fn invoke(
    window: &WebviewWindow<MockRuntime>,
    command: &str,
    body: InvokeBody,
) -> Result<Value, Value> {
    let url = if cfg!(windows) {
        "http://tauri.localhost"
    } else {
        "tauri://localhost"
    };
    let request = InvokeRequest {
        cmd: command.to_owned(),
        callback: CallbackFn(0),
        error: CallbackFn(1),
        url: url.parse().expect("the address of the app's own pages"),
        body,
        headers: Default::default(),
        invoke_key: INVOKE_KEY.to_owned(),
    };
    let answer = get_ipc_response(window, request).map(|answer| answer.deserialize().unwrap());
    answer.map(in_english).map_err(in_english)
}

/// What the page makes of an answer: the words beside every message.
fn in_english(mut answer: Value) -> Value {
    words::with_words(Words::in_language(Language::ENGLISH), &mut answer);
    answer
}

/// File dialogs that are answered beforehand; with nothing left they are closed.
struct Rehearsed(Arc<Mutex<VecDeque<PathBuf>>>);

impl Rehearsed {
    fn next(&self) -> Chosen<'_> {
        let chosen = self.0.lock().unwrap().pop_front();
        Box::pin(async move { chosen })
    }
}

impl FileDialog for Rehearsed {
    fn pick_certificates(&self, _folder: Option<&Path>) -> ChosenSeveral<'_> {
        let chosen = self.0.lock().unwrap().drain(..).collect();
        Box::pin(async move { chosen })
    }

    fn save_keystore(&self, _name: &str) -> Chosen<'_> {
        self.next()
    }

    fn save_request(&self, _name: &str) -> Chosen<'_> {
        self.next()
    }

    fn pick_reports_folder(&self) -> Chosen<'_> {
        self.next()
    }

    fn save_report(&self, _name: &str) -> Chosen<'_> {
        self.next()
    }
}

/// A clipboard of this test's own.
#[derive(Clone, Default)]
pub(crate) struct Board(pub(crate) Arc<Mutex<Option<String>>>);

impl Clipboard for Board {
    fn text(&self) -> Result<Zeroizing<String>, ClipboardError> {
        let text = self.0.lock().unwrap().clone();
        text.map(Zeroizing::new).ok_or(ClipboardError::NoText)
    }

    fn put(&self, secret: &SecretString) -> Result<(), ClipboardError> {
        *self.0.lock().unwrap() = Some(secret.expose_secret().to_owned());
        Ok(())
    }

    fn take_off(&self, _secret: &SecretString) -> Result<(), ClipboardError> {
        *self.0.lock().unwrap() = None;
        Ok(())
    }
}

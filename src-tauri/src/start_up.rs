//! From the command line to a window, and what happens when the last window is closed.

use std::{path::PathBuf, process::ExitCode, sync::Arc};

use ground::{Instant, Surroundings};

use application::{Machine, logging};
use key_worker::Worker;
use sites::{SystemKeyring, state_folder};
use tauri::{
    AppHandle, Builder, Context, DragDropEvent, Manager as _, RunEvent, Runtime, Window,
    WindowEvent,
};

use crate::{
    arguments::Arguments,
    clipboard::SystemClipboard,
    commands::{add_site::AddSiteWindows, handler},
    file_dialog::NativeDialog,
    hardening,
    one_instance::{self, Door, Start},
    sealing::Seals,
    state::Shell,
    window::{self, Looks},
    windows::{Confirmations, SecretWindows, Windows},
};

/// Runs the app until its last window is closed and its last run has ended.
#[must_use]
pub fn run() -> ExitCode {
    let surroundings = Surroundings::of_this_machine();
    let started = surroundings.instant();
    hardening::harden();
    if key_worker::is_wanted() {
        return key_worker::serve();
    }
    match begin(surroundings, started) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            complain(&sentence);
            ExitCode::from(2)
        }
    }
}

/// Adds the commands and what they need to a builder; tests hand in one without a screen.
pub fn fit<R: Runtime>(builder: Builder<R>, shell: Shell) -> Builder<R> {
    handler::answering(builder)
        .manage(shell)
        .manage(SecretWindows::on(window::SECRET))
        .manage(Seals::default())
        .manage(Confirmations::on(window::CONFIRM))
        .manage(AddSiteWindows::on(window::ADD_SITE))
        .on_window_event(on_window_event)
}

/// The configuration, the pages and the permissions that were built in.
#[must_use]
pub fn context<R: Runtime>() -> Context<R> {
    tauri::generate_context!()
}

fn begin(surroundings: Surroundings, started: Instant) -> Result<(), String> {
    let arguments = Arguments::read(std::env::args_os().skip(1)).map_err(|e| e.to_string())?;
    let home = home(arguments.state)?;
    let door = match one_instance::start(&home) {
        Start::First(door) => Some(door),
        Start::Second => return Ok(()),
        Start::Alone => None,
    };
    open(
        prepare(home, surroundings, started)?,
        arguments.practice_lab,
        door,
    )
}

fn prepare(home: PathBuf, surroundings: Surroundings, started: Instant) -> Result<Shell, String> {
    logging::log_to(&home, surroundings.clone());
    logging::log(logging::Entry::Started {
        version: env!("CARGO_PKG_VERSION"),
    });
    let keyring = Arc::new(SystemKeyring::open());
    let worker = Worker::of_this_program(surroundings.clone())
        .map_err(|error| format!("cannot find this program: {error}"))?;
    let machine = Machine {
        surroundings,
        home,
        keyring,
        worker,
        dialogs: Arc::new(NativeDialog),
        clipboard: Arc::new(SystemClipboard::default()),
    };
    Ok(Shell::open(machine, started))
}

/// The folder that was named, which keeps its rights, else the usual one, which is for its owner alone.
fn home(named: Option<PathBuf>) -> Result<PathBuf, String> {
    let (home, used) = match named {
        Some(folder) => (folder.clone(), private_files::use_folder(&folder)),
        None => {
            let home = state_folder().map_err(|error| error.to_string())?;
            (home.clone(), private_files::make_folder(&home))
        }
    };
    used.map_err(|error| format!("cannot use {}: {error}", home.display()))?;
    Ok(home)
}

fn open(shell: Shell, with_lab: bool, door: Option<Door>) -> Result<(), String> {
    let app = fit(Builder::default(), shell)
        .setup(move |app| {
            let settings = app.state::<Shell>().application.settings().now();
            window::open_main(app.handle(), Looks::of(&settings))?;
            after_the_window(app.handle(), with_lab);
            if let Some(door) = door {
                attend(app.handle().clone(), door);
            }
            Ok(())
        })
        .build(context())
        .map_err(|error| error.to_string())?;
    app.run(|app, event| {
        if matches!(event, RunEvent::Exit) {
            tauri::async_runtime::block_on(app.state::<Shell>().application.leave());
        }
        if let RunEvent::ExitRequested {
            code: None, api, ..
        } = event
            && app.state::<Shell>().application.runs.goes_on_by_itself()
        {
            api.prevent_exit();
        }
    });
    Ok(())
}

/// A second start brings the window of this one to the front.
fn attend(app: AppHandle, door: Door) {
    tauri::async_runtime::spawn(async move {
        let windows = Windows(app);
        let attended = door.attend(|| windows.show()).await;
        // Then a second start has a window of its own, as where there is no door.
        drop(attended);
    });
}

/// What must not keep the first screen waiting.
fn after_the_window(app: &AppHandle, with_lab: bool) {
    let application = || Arc::clone(&app.state::<Shell>().application);
    let asking = application();
    tauri::async_runtime::spawn_blocking(move || {
        asking.passwords().ask_keyring();
        // The first file that is dropped need not wait for them.
        issuers::machine_roots();
    });
    let forgetting = application();
    tauri::async_runtime::spawn(async move {
        forgetting.passwords().forget_as_they_are_refused().await;
    });
    if with_lab {
        let starting = application();
        tauri::async_runtime::spawn(async move { starting.lab.start_first().await });
    }
}

fn on_window_event<R: Runtime>(window: &Window<R>, event: &WindowEvent) {
    if matches!(event, WindowEvent::DragDrop(DragDropEvent::Enter { .. })) {
        let app = window.app_handle().clone();
        tauri::async_runtime::spawn(async move {
            app.state::<Shell>().application.worker().make_ready()
        });
    }
    if let WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) = event
        && window.label() == window::MAIN
    {
        // Never here: a file may lie on a disk that answers slowly.
        let (app, paths) = (window.app_handle().clone(), paths.clone());
        tauri::async_runtime::spawn_blocking(move || {
            app.state::<Shell>().application.offers.take_drop(&paths)
        });
    }
    if matches!(event, WindowEvent::Destroyed) {
        give_up(window);
        if window.label() == window::MAIN {
            close_others(window.app_handle());
        }
    }
}

/// Nobody is left to whom an answer would matter.
fn close_others<R: Runtime>(app: &AppHandle<R>) {
    for window in app.webview_windows().into_values() {
        // One that is closing by itself needs no help.
        drop(window.destroy());
    }
}

/// Whoever waits for an answer from this window waits no longer.
fn give_up<R: Runtime>(window: &Window<R>) {
    let label = window.label();
    window.state::<SecretWindows>().give_up(label);
    window.state::<Seals>().forget(label);
    window.state::<Confirmations>().give_up(label);
    window.state::<AddSiteWindows>().give_up(label);
}

#[expect(clippy::print_stderr, reason = "there is no window to say it in")]
fn complain(sentence: &str) {
    eprintln!("reseal: {sentence}");
}

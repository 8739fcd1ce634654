//! From the command line to a window, and what happens when the last window is closed.

use std::{path::PathBuf, process::ExitCode, sync::Arc};

use ground::{Instant, Surroundings};

use key_worker::Worker;
use sites::{SystemKeyring, state_folder};
use tauri::{
    AppHandle, Builder, Context, DragDropEvent, Manager as _, RunEvent, Runtime, Window,
    WindowEvent,
};

use crate::{
    arguments::Arguments,
    clipboard::SystemClipboard,
    commands::{
        add_site::{self, AddSiteWindows},
        app, certificates, confirm, lab, replace, requests, run as run_screen, secret, site,
        sites as sites_screen,
    },
    confirmation::Confirmations,
    file_dialog::NativeDialog,
    hardening, logging,
    one_instance::{self, Door, Start},
    sealing::Seals,
    secret_windows::SecretWindows,
    state::{FromOutside, Shell},
    window,
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
    builder
        .manage(shell)
        .manage(SecretWindows::on(window::SECRET))
        .manage(Seals::default())
        .manage(Confirmations::on(window::CONFIRM))
        .manage(AddSiteWindows::on(window::ADD_SITE))
        .on_window_event(on_window_event)
        .invoke_handler(tauri::generate_handler![
            app::watch_app,
            app::offer_clipboard,
            app::set_settings,
            sites_screen::list_sites,
            sites_screen::forget_site,
            add_site::open_add_site,
            add_site::new_site,
            add_site::probe_site,
            add_site::add_site,
            add_site::open_known_site,
            add_site::cancel_new_site,
            confirm::confirmation,
            confirm::agree,
            confirm::decline,
            confirm::pasted_thumbprint,
            site::site,
            site::check_site,
            secret::request_secret,
            secret::secret_prompt,
            secret::submit_secret,
            secret::cancel_secret,
            replace::pick_bundle,
            replace::inspect_bundle,
            replace::prepare_plan,
            replace::start_rotation,
            certificates::ask_doctor,
            requests::ask_requests,
            run_screen::watch_run,
            run_screen::steer_run,
            run_screen::answer_question,
            run_screen::list_runs,
            run_screen::save_report,
            lab::start_lab,
            lab::stop_lab,
            lab::set_lab_fault,
        ])
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
    let dialogs = Box::new(NativeDialog);
    let worker = Worker::of_this_program(surroundings.clone())
        .map_err(|error| format!("cannot find this program: {error}"))?;
    Ok(Shell::open(FromOutside {
        surroundings,
        home,
        keyring,
        worker,
        dialogs,
        clipboard: Box::new(SystemClipboard::default()),
        started,
    }))
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
            let looks = app.state::<Shell>().settings().looks();
            window::open_main(app.handle(), looks)?;
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
            tauri::async_runtime::block_on(app.state::<Shell>().leave());
        }
        if let RunEvent::ExitRequested {
            code: None, api, ..
        } = event
            && app.state::<Shell>().runs.goes_on_by_itself()
        {
            api.prevent_exit();
        }
    });
    Ok(())
}

/// A second start brings the window of this one to the front.
fn attend(app: AppHandle, door: Door) {
    tauri::async_runtime::spawn(async move {
        let attended = door.attend(|| app.state::<Shell>().show_window(&app)).await;
        // Then a second start has a window of its own, as where there is no door.
        drop(attended);
    });
}

/// What must not keep the first screen waiting.
fn after_the_window(app: &AppHandle, with_lab: bool) {
    let asking = app.clone();
    tauri::async_runtime::spawn_blocking(move || {
        asking.state::<Shell>().ask_keyring();
        // The first file that is dropped need not wait for them.
        issuers::machine_roots();
    });
    let forgetting = app.clone();
    tauri::async_runtime::spawn(async move {
        let shell = forgetting.state::<Shell>();
        loop {
            shell.sign_ins.refusal().await;
            // A keyring that does not let a password go keeps it from being read as well.
            drop(shell.forget_refused().await);
        }
    });
    if with_lab {
        let app = app.clone();
        tauri::async_runtime::spawn(async move { app.state::<Shell>().start_first_lab().await });
    }
}

fn on_window_event<R: Runtime>(window: &Window<R>, event: &WindowEvent) {
    if matches!(event, WindowEvent::DragDrop(DragDropEvent::Enter { .. })) {
        let app = window.app_handle().clone();
        tauri::async_runtime::spawn(async move { app.state::<Shell>().worker.make_ready() });
    }
    if let WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) = event
        && window.label() == window::MAIN
    {
        // Never here: a file may lie on a disk that answers slowly.
        let (app, paths) = (window.app_handle().clone(), paths.clone());
        tauri::async_runtime::spawn_blocking(move || app.state::<Shell>().take_drop(&paths));
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

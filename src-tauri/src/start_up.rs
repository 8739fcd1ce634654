//! From the command line to a window, and what happens when the last window is closed.

use std::{path::Path, process::ExitCode, sync::Arc, time::Instant};

use key_worker::Worker;
use sites::{SystemKeyring, create_private, state_folder};
use tauri::{
    AppHandle, Builder, Context, DragDropEvent, Manager as _, RunEvent, Runtime, Window,
    WindowEvent,
};

use crate::{
    arguments::Arguments,
    clipboard::SystemClipboard,
    commands::{
        add_site, app, certificates, lab, replace, requests, run as run_screen, secret, site,
        sites as sites_screen,
    },
    file_dialog::NativeDialog,
    hardening, logging,
    secret_windows::SecretWindows,
    state::{Shell, Surroundings},
    window,
};

/// Runs the app until its last window is closed and its last run has ended.
#[must_use]
pub fn run() -> ExitCode {
    let started = Instant::now();
    hardening::harden();
    if key_worker::is_wanted() {
        return key_worker::serve();
    }
    match prepare(started).and_then(|(shell, with_lab)| open(shell, with_lab)) {
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
        .manage(SecretWindows::default())
        .on_window_event(on_window_event)
        .invoke_handler(tauri::generate_handler![
            app::watch_app,
            app::offer_clipboard,
            app::set_settings,
            sites_screen::list_sites,
            sites_screen::forget_site,
            add_site::probe_site,
            add_site::add_site,
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

fn prepare(started: Instant) -> Result<(Shell, bool), String> {
    let arguments = Arguments::read(std::env::args_os().skip(1)).map_err(|e| e.to_string())?;
    let home = match arguments.state {
        Some(folder) => folder,
        None => state_folder().map_err(|error| error.to_string())?,
    };
    make(&home)?;
    logging::log_to(&home);
    logging::log(logging::Entry::Started {
        version: env!("CARGO_PKG_VERSION"),
    });
    let keyring = Arc::new(SystemKeyring::open());
    let dialogs = Box::new(NativeDialog);
    let worker =
        Worker::of_this_program().map_err(|error| format!("cannot find this program: {error}"))?;
    let shell = Shell::open(Surroundings {
        home,
        keyring,
        worker,
        dialogs,
        clipboard: Box::new(SystemClipboard::default()),
        started,
    });
    Ok((shell, arguments.practice_lab))
}

fn make(home: &Path) -> Result<(), String> {
    create_private(home).map_err(|error| format!("cannot use {}: {error}", home.display()))
}

fn open(shell: Shell, with_lab: bool) -> Result<(), String> {
    let app = fit(Builder::default(), shell)
        .setup(move |app| {
            let theme = app.state::<Shell>().settings().theme.of_frame();
            window::open_main(app.handle(), theme)?;
            after_the_window(app.handle(), with_lab);
            Ok(())
        })
        .build(context())
        .map_err(|error| error.to_string())?;
    app.run(|app, event| {
        if let RunEvent::ExitRequested {
            code: None, api, ..
        } = event
            && app.state::<Shell>().runs.is_any_under_way()
        {
            api.prevent_exit();
        }
    });
    Ok(())
}

/// What must not keep the first screen waiting.
fn after_the_window(app: &AppHandle, with_lab: bool) {
    let asking = app.clone();
    tauri::async_runtime::spawn_blocking(move || {
        asking.state::<Shell>().ask_keyring();
        // The first file that is dropped need not wait for them.
        issuers::machine_roots();
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
        window.state::<SecretWindows>().give_up(window.label());
    }
}

#[expect(clippy::print_stderr, reason = "there is no window to say it in")]
fn complain(sentence: &str) {
    eprintln!("reseal: {sentence}");
}

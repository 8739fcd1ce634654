//! What may be asked for, and by which windows; anything else is refused. A command is declared here and where it is
//! written, and nowhere else: `build.rs` makes the manifest and the permissions of this list, `handler.rs` what
//! answers, and the test of the types the calls of the pages (ui/src/ipc/generated/commands.ts).
commands! {
    app::watch_app: main;
    app::offer_clipboard: main;
    app::set_settings: main;
    sites::list_sites: main;
    sites::forget_site: main;
    add_site::open_add_site: main;
    add_site::new_site: add_site;
    add_site::probe_site: add_site;
    add_site::add_site: add_site;
    add_site::open_known_site: add_site;
    add_site::cancel_new_site: add_site;
    site::site: main;
    site::check_site: main;
    replace::pick_bundle: main;
    replace::inspect_bundle: main;
    replace::prepare_plan: main;
    replace::start_rotation: main;
    certificates::ask_doctor: main;
    requests::ask_requests: main;
    run::watch_run: main;
    run::steer_run: main;
    run::answer_question: main;
    run::list_runs: main;
    run::save_report: main;
    lab::start_lab: main;
    lab::stop_lab: main;
    lab::set_lab_fault: main;
    secret::request_secret: main;
    secret::secret_prompt: secret_entry;
    secret::submit_secret: secret_entry;
    secret::cancel_secret: secret_entry;
    confirm::confirmation: confirm;
    confirm::agree: confirm;
    confirm::decline: confirm;
    confirm::pasted_thumbprint: confirm, add_site;
}

//! The procedure, step by step, against the practice lab; then every version, every fault and bad
//! input, and what other people's tools say of the keystores.
#![expect(clippy::disallowed_methods, reason = "tests read the machine's clock")]
#![cfg(test)]

mod advise_on_premises;
mod await_restart;
mod bad_input;
mod check_readiness;
mod exchange;
mod faults;
mod import_certificate;
mod oracles;
mod record_before;
mod regenerate_certificate;
mod repair_at_local_site;
mod repair_at_peer_sites;
mod sign_in;
mod survey_site;
mod verify_site;
mod versions;
mod write_report;

/// One step is one file of the engine, one file of tests, and one heading of the document.
#[test]
fn every_step_has_its_file_here_and_in_the_engine_and_its_heading() {
    let tests = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let document = std::fs::read_to_string(tests.join("../docs/procedure.md")).unwrap();
    for step in rotation::event::StepId::ALL {
        let slug = step.slug();
        let engine = tests.join("../src-tauri/crates/rotation/src/steps");
        for folder in [tests.join("procedure"), engine] {
            let file = folder.join(slug).with_extension("rs");
            assert!(file.is_file(), "{}", file.display());
        }
        let heading = format!("## {slug}");
        assert!(document.lines().any(|line| line == heading), "{heading}");
    }
}

//! The procedure, step by step, against the practice lab; then every version, every fault and bad
//! input, and what other people's tools say of the keystores.
#![cfg(test)]

mod advise_on_premises;
mod await_restart;
mod bad_input;
mod check_readiness;
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

/// One step is one file of the engine and one file of tests.
#[test]
fn every_step_has_its_file_here_and_in_the_engine() {
    let tests = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    for step in rotation::event::StepId::ALL {
        let here = tests.join("procedure").join(step.slug());
        let engine = tests
            .join("../src-tauri/crates/rotation/src/steps")
            .join(step.slug());
        for file in [here, engine] {
            assert!(file.with_extension("rs").is_file(), "{}", file.display());
        }
    }
}

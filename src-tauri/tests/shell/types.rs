//! The types that the pages are written against are the types that Rust sends.

use std::{collections::BTreeMap, fs, path::Path};

use application::{
    Confirmation, Fact, SecretPrompt, Settings, SettingsChange, Theme, TitledCertificate,
    views::{
        add_site, app, certificates, lab, replace, requests, run, secret, site, sites as list,
    },
};
use reseal_lib::commands;
use ts_rs::{Config, TS};

use crate::calls;

/// `WRITE_TYPES=1 cargo test -p reseal --features reseal/custom-protocol types` writes them anew.
#[test]
fn the_pages_are_written_against_the_types_that_rust_sends() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src/ipc/generated");
    let mut fresh = all();
    fresh.insert("commands.ts".to_owned(), calls::text());
    if std::env::var_os("WRITE_TYPES").is_some() {
        fs::create_dir_all(&folder).unwrap();
        for (file, text) in &fresh {
            fs::write(folder.join(file), text).unwrap();
        }
    }
    let there = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap());
    let there: BTreeMap<String, String> = there
        .map(|entry| {
            let text = fs::read_to_string(entry.path()).unwrap();
            (entry.file_name().into_string().unwrap(), text)
        })
        .collect();
    assert_eq!(
        there.keys().collect::<Vec<_>>(),
        fresh.keys().collect::<Vec<_>>()
    );
    for (file, text) in &fresh {
        assert_eq!(there.get(file), Some(text), "{file} is not what Rust sends");
    }
}

macro_rules! exported {
    ($($of:ty),+ $(,)?) => {
        BTreeMap::from([$((format!("{}.ts", <$of>::name(&shape())), <$of>::export_to_string(&shape()).unwrap())),+])
    };
}

fn shape() -> Config {
    Config::new().with_large_int("number")
}

fn all() -> BTreeMap<String, String> {
    exported![
        sites::Account,
        rotation::event::Action,
        rotation::progress::BackupView,
        rotation::card::CertificateCard,
        rotation::Finding,
        rotation::FindingKind,
        rotation::on_premises::Forecast,
        rotation::progress::Half,
        rotation::card::Issuance,
        rotation::on_premises::OnPremisesView,
        rotation::PlanPeer,
        rotation::PlanView,
        message::Argument,
        message::Message,
        message::Problem,
        rotation::question::Question,
        rotation::question::QuestionAnswer,
        rotation::progress::RestartView,
        rotation::progress::RunPeer,
        rotation::progress::RunStatus,
        rotation::RunSummary,
        rotation::RunView,
        rotation::progress::StepView,
        rotation::verdict::Verdict,
        commands::add_site::AddedSite,
        add_site::AddSite,
        commands::add_site::NewSite,
        add_site::ProbeView,
        commands::app::AppMessage,
        app::AppState,
        app::KeyringView,
        app::SavedReport,
        certificates::Choice,
        certificates::ComparisonView,
        certificates::DifferenceView,
        certificates::DoctorView,
        certificates::DoctorWish,
        certificates::EntryChoice,
        certificates::EntryView,
        certificates::FileView,
        certificates::MadeView,
        certificates::MissingView,
        certificates::ReplyView,
        lab::LabFault,
        lab::LabScenario,
        lab::LabSite,
        lab::LabView,
        list::SiteRow,
        list::TrustWord,
        replace::BundleView,
        replace::PromiseView,
        requests::RequestsView,
        requests::RequestsWish,
        requests::RequestView,
        run::ReportFormat,
        run::Steering,
        secret::SecretAnswer,
        commands::secret::SecretAsked,
        secret::SecretRequest,
        site::OtherService,
        site::PeerView,
        site::SiteView,
        site::SuggestedSite,
        Confirmation,
        Fact,
        SecretPrompt,
        TitledCertificate,
        Settings,
        SettingsChange,
        Theme,
    ]
}

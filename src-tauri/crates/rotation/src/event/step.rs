//! The steps' frozen names. They reach the journal, the screen, the docs and the tests.

use serde::{Deserialize, Serialize};

/// One step of the procedure. The variants follow the procedure, not the alphabet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepId {
    /// Sign in at the local site and at every peer site.
    SignIn,
    /// Read what the local site is and whom it is paired with.
    SurveySite,
    /// Check that every site can take part before anything is changed.
    CheckReadiness,
    /// Write down who trusts whom before the change.
    RecordBefore,
    /// Hand the new certificate to the Cloud Service.
    ImportCertificate,
    /// Have the Cloud Service make itself a new self-signed certificate.
    RegenerateCertificate,
    /// Watch the restart until the new certificate is on the wire.
    AwaitRestart,
    /// Repair the local site at every peer site.
    RepairAtPeerSites,
    /// Repair every peer site at the local site.
    RepairAtLocalSite,
    /// Say which on-premises sites must act.
    AdviseOnPremises,
    /// Read everything again and compare.
    VerifySite,
    /// Write the report.
    WriteReport,
}

impl StepId {
    /// Every step, in procedure order; a run has one of the two replacing steps.
    pub const ALL: [Self; 12] = [
        Self::SignIn,
        Self::SurveySite,
        Self::CheckReadiness,
        Self::RecordBefore,
        Self::ImportCertificate,
        Self::RegenerateCertificate,
        Self::AwaitRestart,
        Self::RepairAtPeerSites,
        Self::RepairAtLocalSite,
        Self::AdviseOnPremises,
        Self::VerifySite,
        Self::WriteReport,
    ];

    /// The frozen name, as in file names and headings.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::SignIn => "sign_in",
            Self::SurveySite => "survey_site",
            Self::CheckReadiness => "check_readiness",
            Self::RecordBefore => "record_before",
            Self::ImportCertificate => "import_certificate",
            Self::RegenerateCertificate => "regenerate_certificate",
            Self::AwaitRestart => "await_restart",
            Self::RepairAtPeerSites => "repair_at_peer_sites",
            Self::RepairAtLocalSite => "repair_at_local_site",
            Self::AdviseOnPremises => "advise_on_premises",
            Self::VerifySite => "verify_site",
            Self::WriteReport => "write_report",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_each_step_as_its_slug() {
        for step in StepId::ALL {
            let written = serde_json::to_value(step).unwrap();
            assert_eq!(written, serde_json::Value::String(step.slug().to_owned()));
        }
    }

    #[test]
    fn lists_the_steps_in_procedure_order() {
        assert!(StepId::ALL.is_sorted());
    }
}

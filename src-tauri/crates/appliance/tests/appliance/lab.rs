//! The client against the practice lab, which reads the API's description on its own.

use std::sync::Arc;
use std::time::Duration;

use ground::Surroundings;

use crate::server::sign_in;
use appliance::{
    ApiVersion, Appliance, ApplianceAddress, Credential, Limits, OperationId, Polling, ProbeLimits,
    RequestError, ServiceType, Session, SignInError, TaskState, probe,
};
use certificate::Thumbprint;
use practice_lab::{Fault, FaultAt, Lab, Scenario, Service, SiteDescription, Version};

/// A lab and the folder it lives in.
struct Started {
    lab: Lab,
    folder: std::path::PathBuf,
}

impl Drop for Started {
    fn drop(&mut self) {
        // The folder lies among temporary files; one that stays behind does no harm.
        drop(std::fs::remove_dir_all(&self.folder));
    }
}

impl Started {
    async fn new(name: &str, version: Version) -> Self {
        let folder = std::env::temp_dir().join(format!("appliance-{}-{name}", std::process::id()));
        let scenario = Scenario {
            peers: 1,
            on_premises: 1,
            version,
            ..Scenario::new(&folder)
        };
        let lab = Lab::start(scenario, &Surroundings::of_this_machine())
            .await
            .unwrap();
        Self { lab, folder }
    }

    fn site(&self, name: &str) -> SiteDescription {
        let sites = self.lab.description().sites;
        sites.into_iter().find(|site| site.name == name).unwrap()
    }

    fn appliance(&self, name: &str) -> Appliance {
        let door = self.site(name).cloud;
        Appliance::new(
            door.address.parse().unwrap(),
            pin(&door.thumbprint),
            Limits::usual(),
            &Surroundings::of_this_machine(),
        )
    }

    fn credential(&self, name: &str) -> Credential {
        Credential::Appliance {
            password: self.site(name).password.into(),
        }
    }

    async fn session(&self, name: &str) -> Arc<Session> {
        sign_in(self.appliance(name), &self.credential(name))
            .await
            .unwrap()
    }

    async fn strike(&self, fault: Fault, site: &str, times: Option<u32>) {
        self.lab
            .inject(FaultAt {
                fault,
                site: site.to_owned(),
                times,
            })
            .await
            .unwrap();
    }

    fn requests_at(&self, site: &str) -> usize {
        self.lab
            .requests()
            .iter()
            .filter(|request| request.site == site)
            .count()
    }
}

fn pin(thumbprint: &str) -> Thumbprint {
    thumbprint.parse().unwrap()
}

fn operation(name: &str) -> OperationId {
    name.parse().unwrap()
}

fn polling() -> Polling {
    Polling::new(Duration::from_millis(5), Duration::from_secs(20))
}

/// Looks at the wire until another certificate than the old one is shown.
async fn await_replacement(address: &ApplianceAddress, old: Thumbprint) -> Thumbprint {
    let watching = async {
        loop {
            if let Ok(sighting) = probe(
                address,
                ProbeLimits::default(),
                &Surroundings::of_this_machine(),
            )
            .await
                && sighting.leaf.thumbprint() != old
            {
                return sighting.leaf.thumbprint();
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(20), watching)
        .await
        .unwrap()
}

#[tokio::test]
async fn everything_a_survey_asks_is_answered_by_every_version() {
    let versions = [
        (Version::V4_2, 2),
        (Version::V4_3, 3),
        (Version::V4_4, 4),
        (Version::V4_5, 5),
        (Version::V4_6, 6),
        (Version::V4_7, 7),
    ];
    for (version, minor) in versions {
        let lab = Started::new(&format!("survey-{minor}"), version).await;
        let paris = lab.site("Paris");
        let session = lab.session("Paris").await;
        assert_eq!(session.version(), Some(ApiVersion { major: 4, minor }));
        assert_eq!(
            session.about().await.unwrap().service_type,
            ServiceType::Cloud
        );
        assert_eq!(session.config().await.unwrap().local_site, "Paris");
        let public = session.endpoints().await.unwrap().public.address().unwrap();
        assert_eq!(public.to_string(), paris.tunnel.address);
        let certificate = session.certificate().await.unwrap();
        assert_eq!(certificate.thumbprint, pin(&paris.cloud.thumbprint));
        assert!(certificate.encoded.is_some() && certificate.expires.is_some());
        let sites = session.sites().await.unwrap();
        let berlin = sites.iter().find(|site| site.site == "Berlin").unwrap();
        assert_eq!(berlin.api_thumbprint, lab.lab.pin("Paris", "Berlin"));
        let seen = session
            .remote_certificate(&berlin.api_url, true)
            .await
            .unwrap();
        assert_eq!(
            Some(seen.thumbprint),
            lab.lab.thumbprint("Berlin", Service::Cloud)
        );
        assert_eq!(session.vc_sites().await.unwrap().len(), 1);
        assert!(session.is_configured().await.unwrap());
        assert!(!session.root_password_expiry().await.unwrap().has_expired);
        assert_eq!(session.running_tasks().await.unwrap(), []);
        let health = session.health(&polling()).await.unwrap();
        assert_eq!(health.complaints, []);
        assert!(health.runtime_id.is_some() && health.current_time.is_some());
        let replicator = lab.lab.thumbprint("Paris", Service::Replicator);
        assert_eq!(health.replicators.first().copied(), replicator);
        assert!(!session.tunnels().await.unwrap().is_empty());
        let reading = session.meter().read();
        assert_eq!(reading.requests, lab.requests_at("Paris") as u64);
        assert_eq!(reading.handshakes, 1);
        session.sign_out().await;
    }
}

#[tokio::test]
async fn every_door_shows_the_certificate_of_its_own_service() {
    let lab = Started::new("doors", Version::V4_7).await;
    let paris = lab.site("Paris");
    for door in [
        paris.cloud,
        paris.manager,
        paris.tunnel,
        paris.tunnel_service,
        paris.replicator,
    ] {
        let sighting = probe(
            &door.address.parse().unwrap(),
            ProbeLimits::default(),
            &Surroundings::of_this_machine(),
        )
        .await
        .unwrap();
        assert_eq!(sighting.leaf.thumbprint(), pin(&door.thumbprint));
    }
    assert_eq!(lab.lab.requests().len(), 0, "a probe sends no request");
}

#[tokio::test]
async fn the_managers_port_says_that_it_is_the_managers() {
    let lab = Started::new("manager", Version::V4_7).await;
    let manager = lab.site("Paris").manager;
    let appliance = Appliance::new(
        manager.address.parse().unwrap(),
        pin(&manager.thumbprint),
        Limits::usual(),
        &Surroundings::of_this_machine(),
    );
    let session = sign_in(appliance.clone(), &lab.credential("Paris"))
        .await
        .unwrap();
    assert_eq!(
        session.about().await.unwrap().service_type,
        ServiceType::Manager
    );
}

#[tokio::test]
async fn all_three_accounts_sign_in() {
    let lab = Started::new("accounts", Version::V4_7).await;
    let paris = lab.site("Paris");
    let sso = Credential::Sso {
        username: paris.sso.user,
        password: paris.sso.password.into(),
    };
    let director = Credential::CloudDirector {
        username: paris.director.user,
        password: paris.director.password.into(),
    };
    for credential in [lab.credential("Paris"), sso, director] {
        let session = sign_in(lab.appliance("Paris"), &credential).await.unwrap();
        assert!(session.is_configured().await.unwrap(), "{credential:?}");
    }
}

#[tokio::test]
async fn a_wrong_password_and_the_admin_restriction_get_one_answer_after_one_attempt() {
    let lab = Started::new("refusals", Version::V4_7).await;
    let wrong = Credential::Appliance {
        password: "wrong".into(),
    };
    let error = sign_in(lab.appliance("Paris"), &wrong).await.unwrap_err();
    let SignInError::Refused {
        msg: wrong_password,
    } = &*error
    else {
        panic!("{error:?}")
    };
    assert_eq!(lab.lab.failed_logins("Paris"), 1);
    lab.strike(Fault::AdminRestricted, "Paris", None).await;
    let error = sign_in(lab.appliance("Paris"), &lab.credential("Paris"))
        .await
        .unwrap_err();
    let SignInError::Refused { msg: restricted } = &*error else {
        panic!("{error:?}")
    };
    assert_eq!(
        (lab.lab.failed_logins("Paris"), restricted),
        (1, wrong_password)
    );
    assert_eq!(lab.requests_at("Paris"), 2);
}

#[tokio::test]
async fn an_expired_password_signs_in_and_says_so() {
    let lab = Started::new("expired", Version::V4_7).await;
    lab.strike(Fault::PasswordExpired, "Paris", None).await;
    let session = lab.session("Paris").await;
    assert!(session.root_password_expiry().await.unwrap().has_expired);
}

#[tokio::test]
async fn a_site_of_an_unknown_version_and_one_under_another_name_can_be_read() {
    let lab = Started::new("strangers", Version::V4_7).await;
    lab.strike(Fault::UnknownVersion, "Berlin", None).await;
    lab.strike(Fault::Renamed, "Berlin", None).await;
    let session = lab.session("Berlin").await;
    assert!(
        !session
            .about()
            .await
            .unwrap()
            .build_version
            .starts_with("4.")
    );
    assert_eq!(session.sites().await.unwrap().len(), 2);
    assert_ne!(session.config().await.unwrap().local_site, "Berlin");
}

#[tokio::test]
async fn a_forgotten_session_is_renewed_behind_the_callers_back() {
    let lab = Started::new("expiry", Version::V4_7).await;
    let session = lab.session("Paris").await;
    lab.strike(Fault::SessionExpires, "Paris", Some(1)).await;
    assert_eq!(session.sites().await.unwrap().len(), 2);
    assert_eq!(lab.requests_at("Paris"), 4);
}

#[tokio::test]
async fn a_pin_of_another_site_lets_no_request_through() {
    let lab = Started::new("pin", Version::V4_7).await;
    let address = lab.site("Paris").cloud.address.parse().unwrap();
    let appliance = Appliance::new(
        address,
        pin(&lab.site("Berlin").cloud.thumbprint),
        Limits::usual(),
        &Surroundings::of_this_machine(),
    );
    let error = sign_in(appliance, &lab.credential("Paris"))
        .await
        .unwrap_err();
    let is_named = matches!(
        *error,
        SignInError::Request(RequestError::OtherCertificate { seen, .. })
            if Some(seen) == lab.lab.thumbprint("Paris", Service::Cloud)
    );
    assert!(is_named && lab.lab.requests().is_empty());
}

#[tokio::test]
async fn an_import_brings_the_certificate_of_the_file_and_ends_every_session() {
    let lab = Started::new("import", Version::V4_7).await;
    let authority = lab.lab.description().authority;
    let session = lab.session("Paris").await;
    let before = session.health(&polling()).await.unwrap();
    let bundle = std::fs::read(&authority.bundle).unwrap();
    let password = authority.bundle_password.into();
    let replaced = session
        .import_certificate(&bundle, &password, &operation("reseal-i"))
        .await
        .unwrap();
    assert!((200..300).contains(&replaced.status));
    let old = pin(&lab.site("Berlin").peers[0].thumbprint.clone().unwrap());
    let new = await_replacement(session.address(), old).await;
    assert_eq!(new, pin(&authority.bundle_thumbprint));
    let error = session.certificate().await.unwrap_err();
    assert!(
        matches!(error, RequestError::OtherCertificate { seen, .. } if seen == new),
        "{error:?}"
    );
    let renewed = Appliance::new(
        session.address().clone(),
        new,
        Limits::usual(),
        &Surroundings::of_this_machine(),
    );
    assert!(renewed.has_readiness_page().await.unwrap());
    let session = sign_in(renewed.clone(), &lab.credential("Paris"))
        .await
        .unwrap();
    assert_eq!(session.certificate().await.unwrap().thumbprint, new);
    let after = session.health(&polling()).await.unwrap();
    assert_ne!(before.runtime_id, after.runtime_id);
    assert_eq!(before.instance_id, after.instance_id);
}

#[tokio::test]
async fn a_wrong_bundle_password_is_refused_and_the_session_goes_on() {
    let lab = Started::new("bad-bundle", Version::V4_7).await;
    let bundle = std::fs::read(lab.lab.description().authority.bundle).unwrap();
    let session = lab.session("Paris").await;
    let outcome = session
        .import_certificate(&bundle, &"wrong".into(), &operation("reseal-w"))
        .await;
    let error = outcome.unwrap_err();
    assert!(
        matches!(error, RequestError::Refused { .. }) && error.is_definite_refusal(),
        "{error:?}"
    );
    assert!(session.is_configured().await.unwrap());
    assert_eq!(lab.lab.replacements("Paris"), 0);
}

#[tokio::test]
async fn a_regeneration_breaks_trust_and_a_repair_on_both_sides_mends_it() {
    let lab = Started::new("repair", Version::V4_7).await;
    let (paris, berlin) = (lab.session("Paris").await, lab.session("Berlin").await);
    let old = lab.lab.thumbprint("Paris", Service::Cloud).unwrap();
    paris
        .regenerate_certificate(&operation("reseal-r"))
        .await
        .unwrap();
    let new = await_replacement(paris.address(), old).await;
    assert!(!lab.lab.trusts("Berlin", "Paris").await);
    let renewed = Appliance::new(
        paris.address().clone(),
        new,
        Limits::usual(),
        &Surroundings::of_this_machine(),
    );
    let paris = sign_in(renewed.clone(), &lab.credential("Paris"))
        .await
        .unwrap();
    repair(&berlin, "Paris", new, "reseal-r1").await;
    repair(
        &paris,
        "Berlin",
        lab.lab.thumbprint("Berlin", Service::Cloud).unwrap(),
        "reseal-r2",
    )
    .await;
    assert_eq!(lab.lab.pin("Berlin", "Paris"), Some(new));
    assert!(lab.lab.trusts("Berlin", "Paris").await && lab.lab.trusts("Paris", "Berlin").await);
    assert_eq!(
        berlin
            .tasks_of(&operation("reseal-r1"))
            .await
            .unwrap()
            .len(),
        1
    );
}

async fn repair(at: &Session, peer: &str, thumbprint: Thumbprint, name: &str) {
    let sites = at.sites().await.unwrap();
    let row = sites.iter().find(|site| site.site == peer).unwrap();
    let operation = operation(name);
    let task = at
        .repair_site(
            peer,
            &row.description,
            &row.api_url,
            &thumbprint,
            &operation,
        )
        .await
        .unwrap();
    let task = at.wait_for(task, &polling()).await.unwrap();
    assert_eq!(task.state, TaskState::Succeeded);
    assert_eq!(task.result_site.unwrap().api_thumbprint, Some(thumbprint));
    let after = at
        .sites()
        .await
        .unwrap()
        .into_iter()
        .find(|site| site.site == peer)
        .unwrap();
    assert_eq!(
        (&after.api_url, &after.description),
        (&row.api_url, &row.description)
    );
}

#[tokio::test]
async fn every_way_of_not_answering_has_its_own_error() {
    let lab = Started::new("faults", Version::V4_7).await;
    let session = lab.session("Paris").await;
    let is_expected = |fault: Fault, error: &RequestError| match fault {
        Fault::ServerError => matches!(error, RequestError::Refused { status: 500, .. }),
        Fault::Unavailable => matches!(error, RequestError::NotReady { status: 503 }),
        Fault::TooManyRequests => matches!(error, RequestError::Refused { status: 429, .. }),
        Fault::ConnectionReset => matches!(error, RequestError::ConnectionLost { .. }),
        Fault::HtmlInsteadOfJson => matches!(error, RequestError::NotTheProduct { .. }),
        Fault::HugeBody => matches!(error, RequestError::TooLarge { .. }),
        _ => false,
    };
    for (fault, is_retryable) in [
        (Fault::ServerError, true),
        (Fault::Unavailable, true),
        (Fault::TooManyRequests, true),
        (Fault::ConnectionReset, true),
        (Fault::HtmlInsteadOfJson, false),
        (Fault::HugeBody, false),
    ] {
        lab.strike(fault, "Paris", None).await;
        let error = session.sites().await.unwrap_err();
        assert!(is_expected(fault, &error), "{fault}: {error:?}");
        assert_eq!(error.is_retryable(), is_retryable, "{fault}");
        lab.lab.clear(fault, "Paris");
    }
    assert!(
        session.is_configured().await.unwrap(),
        "the session outlives all of it"
    );
}

#[tokio::test]
async fn an_account_that_may_only_look_is_told_so() {
    let lab = Started::new("read-only", Version::V4_7).await;
    lab.strike(Fault::ReadOnlyAccount, "Paris", None).await;
    let session = lab.session("Paris").await;
    let error = session
        .regenerate_certificate(&operation("reseal-f"))
        .await
        .unwrap_err();
    assert!(matches!(error, RequestError::Forbidden { .. }), "{error:?}");
    assert_eq!(lab.lab.replacements("Paris"), 0);
}

#[tokio::test]
async fn a_lost_answer_leaves_the_outcome_open_and_the_wire_decides() {
    let lab = Started::new("lost", Version::V4_7).await;
    let session = lab.session("Paris").await;
    let old = lab.lab.thumbprint("Paris", Service::Cloud).unwrap();
    lab.strike(Fault::AnswerLost, "Paris", None).await;
    let error = session
        .regenerate_certificate(&operation("reseal-l"))
        .await
        .unwrap_err();
    assert!(!error.is_definite_refusal(), "{error:?}");
    assert_ne!(await_replacement(session.address(), old).await, old);
    assert_eq!(lab.lab.replacements("Paris"), 1);
}

#[tokio::test]
async fn a_site_that_is_down_is_unreachable_for_requests_and_probes() {
    let lab = Started::new("down", Version::V4_7).await;
    let appliance = lab.appliance("Berlin");
    lab.strike(Fault::SiteDown, "Berlin", None).await;
    let error = appliance.has_readiness_page().await.unwrap_err();
    assert!(
        error.is_retryable() && error.is_definite_refusal(),
        "{error:?}"
    );
    let absence = probe(
        appliance.address(),
        ProbeLimits::default(),
        &Surroundings::of_this_machine(),
    )
    .await
    .unwrap_err();
    assert!(absence.is_absence(), "{absence:?}");
}

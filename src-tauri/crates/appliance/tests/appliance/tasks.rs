//! Tasks, and the health that comes as one.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use appliance::{Polling, RequestError, Session, TaskState};
use serde_json::json;
use time::macros::datetime;

use crate::calls::{answering, last, pin};
use crate::server::{Reply, Server};

fn patient() -> Polling {
    Polling::new(Duration::from_millis(1), Duration::from_secs(5))
}

#[tokio::test]
async fn reads_a_task_that_leaves_a_site_behind() {
    let (server, session) = answering(
        200,
        json!({
            "id": "t 1", "user": "root", "workflowInfo": {"type": "pair", "resourceType": "site", "resourceId": "paris"},
            "progress": 100, "state": "SUCCEEDED", "lastUpdated": -1, "startTime": 1_716_271_642_000_i64,
            "endTime": 1_716_271_643_000_i64, "resultType": "PeerSiteInfo",
            "result": {"site": "paris", "state": {"outgoingCommError": {"code": "CertificateMismatch", "msg": "m"}}},
            "error": null, "warnings": []
        }),
    )
    .await;
    let task = session.task("t 1").await.unwrap();
    assert_eq!(last(&server).line, "GET /tasks/t%201");
    assert!(task.is_finished());
    assert_eq!(
        (task.kind.as_deref(), task.resource.as_deref()),
        (Some("pair"), Some("paris"))
    );
    assert_eq!(task.progress, Some(100));
    assert!(
        task.result_site.unwrap().outgoing_comm_error.is_some(),
        "success is not health"
    );
}

#[tokio::test]
async fn reads_a_task_that_failed_and_one_in_an_unknown_state() {
    let failed = json!({"id": "t", "state": "FAILED", "error": {"code": "X", "msg": "no", "stacktrace": "…"}});
    let (_server, session) = answering(200, failed).await;
    let task = session.task("t").await.unwrap();
    assert_eq!(
        (task.state.clone(), task.is_finished()),
        (TaskState::Failed, true)
    );
    assert_eq!(task.error.unwrap().to_string(), "no (X)");
    let (_server, session) = answering(200, json!({"id": "t", "state": "SUSPENDED"})).await;
    let task = session.task("t").await.unwrap();
    assert_eq!((task.is_finished(), task.result_site), (false, None));
}

#[tokio::test]
async fn finds_tasks_by_operation_and_by_state_whether_in_pages_or_in_a_list() {
    let tasks = json!([{"id": "1", "state": "RUNNING"}, {"id": "2", "state": "FAILED"}]);
    for answer in [json!({"items": tasks.clone(), "total": 2}), tasks] {
        let (server, session) = answering(200, answer).await;
        assert_eq!(
            session
                .tasks_of(&"reseal-9".parse().unwrap())
                .await
                .unwrap()
                .len(),
            2
        );
        assert_eq!(
            last(&server).line,
            "GET /tasks?offset=0&limit=100&operationID=reseal-9"
        );
        assert_eq!(session.running_tasks().await.unwrap().len(), 1);
        assert_eq!(
            last(&server).line,
            "GET /tasks?offset=0&limit=100&state=RUNNING"
        );
    }
}

/// An appliance whose health answers to one verb, as a task that finishes at the second look.
async fn healthy(version: &'static str, verb: &'static str) -> (Server, std::sync::Arc<Session>) {
    let looks = AtomicUsize::new(0);
    let server = Server::start(move |request| match request.line.as_str() {
        "POST /sessions" => {
            let media_type = format!("application/vnd.vmware.h4-v{version}+json");
            Reply::typed(200, &media_type, "{}").with("X-VCAV-Auth", "t")
        }
        "GET /tasks/h" if looks.fetch_add(1, Ordering::SeqCst) == 0 => {
            Reply::json(200, json!({"id": "h", "state": "RUNNING"}))
        }
        "GET /tasks/h" => Reply::json(200, json!({"id": "h", "state": "SUCCEEDED", "result": {
            "runtimeId": "r-1", "instanceId": "i-1", "serviceBootTimestamp": 1_716_271_642_000_i64,
            "currentTime": 1_716_271_643_000_i64, "ntpError": {"code": "N", "msg": "no time"}, "vcdError": null,
            "tunnelConnectivity": [{"tunnelService": {"url": "https://t:8047"}, "error": null}],
            "managerHealth": {"onlineReplicators": [{"certThumbprint": pin().to_string()}, {"certThumbprint": null}],
                              "offlineReplicators": [{"certThumbprint": pin().to_string()}]}}})),
        line if line == format!("{verb} /diagnostics/health") => {
            Reply::json(202, json!({"id": "h", "state": "QUEUED"}))
        }
        _ => Reply::json(405, json!({"code": "MethodNotAllowed", "msg": "no"})),
    })
    .await;
    let session = server.session().await;
    (server, session)
}

#[tokio::test]
async fn health_is_asked_for_by_the_verb_of_the_version_and_else_by_the_other() {
    for (version, verb, requests) in [
        ("4.2", "GET", 1),
        ("4.6", "GET", 1),
        ("4.7", "POST", 1),
        ("4.7", "GET", 2),
        ("4.5", "POST", 2),
    ] {
        let (server, session) = healthy(version, verb).await;
        let health = session.health(&patient()).await.unwrap();
        assert_eq!(health.runtime_id.as_deref(), Some("r-1"));
        assert_eq!(
            health.current_time,
            Some(datetime!(2024-05-21 06:07:23 UTC))
        );
        assert_eq!(health.complaints.len(), 1);
        assert_eq!(
            (health.complaints[0].about.as_str(), health.tunnels.len()),
            ("clock", 1)
        );
        assert_eq!(health.replicators, [pin(), pin()]);
        let asked = server
            .lines()
            .iter()
            .filter(|line| line.ends_with("/health"))
            .count();
        assert_eq!(asked, requests, "{version} by {verb}");
    }
}

#[tokio::test]
async fn health_that_never_comes_is_given_up() {
    let (_server, session) = answering(202, json!({"id": "h", "state": "RUNNING"})).await;
    let polling = Polling::new(Duration::from_millis(1), Duration::from_millis(20));
    let error = session.health(&polling).await.unwrap_err();
    assert!(matches!(error, RequestError::TimedOut { .. }), "{error:?}");
}

//! Health: GET up to 4.6, POST in 4.7, and both answer 202 with a task (`docs/vcda-api.md` §5).

use std::sync::Arc;

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::{Call, Outcome};
use crate::pace::Wait;
use crate::site::{Service, Site, epoch_ms};
use crate::tasks::Workflow;
use crate::wire::{Answer, Refusal};

pub(super) fn handle(call: &Call) -> Outcome {
    let session = call.session()?;
    let is_right = (call.method.as_str() == "POST") == call.site.version.health_is_post();
    if !is_right {
        // That the other verb is refused with 405 is inferred.
        return Err(Refusal(Answer::empty(StatusCode::METHOD_NOT_ALLOWED)));
    }
    let site = Arc::clone(&call.site);
    let service = call.caller.service;
    let about = Workflow {
        kind: "health",
        resource_type: "diagnostics",
        resource_id: site.id.clone(),
        resource_name: "health".to_owned(),
        is_private: true,
    };
    let now = site.now_ms();
    let id = site.world.seeded.fresh_uuid();
    let task = site.state().tasks.queue(
        id,
        (&session.user, &site.name),
        about,
        call.operation(),
        now,
    );
    let id = task.id.clone();
    tokio::spawn(async move {
        site.world
            .clockwork
            .wait(Wait::HealthTask, &site.name, 1.0)
            .await;
        let health = site.health(service);
        let now = site.now_ms();
        site.state()
            .tasks
            .succeed(&id, "CloudHealthInfo", health, now);
    });
    Ok(Answer::with(StatusCode::ACCEPTED, task))
}

impl Site {
    /// `CloudHealthInfo` (§5).
    fn health(&self, service: Service) -> Value {
        let now = self.now_ms();
        let replicator = self.replicator();
        let state = self.state();
        let boot = epoch_ms(state.boot);
        json!({
            "productName": "VMware Cloud Director Availability",
            "buildVersion": self.build(),
            "buildDate": 1_700_000_000_000_i64,
            "instanceId": self.id,
            "runtimeId": state.runtime_id,
            "currentTime": now,
            "address": self.addresses.services.get(&service).map(ToString::to_string),
            "serviceBootTimestamp": boot,
            "applianceBootTimestamp": boot - 86_400_000,
            "diskUsage": { "free": 8_000_000_000_u64, "usable": 7_500_000_000_u64, "total": 12_000_000_000_u64 },
            "vcdError": null, "managerError": null, "lsError": null, "dbError": null, "ntpError": null,
            "tunnelConnectivity": [],
            "managerHealth": { "offlineReplicators": [], "onlineReplicators": [replicator] },
        })
    }
}

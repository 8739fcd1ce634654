//! Health: GET up to 4.6, POST in 4.7, and both answer 202 with a task (`docs/vcda-api.md` §5).

use std::sync::Arc;

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::{Call, Outcome};
use crate::pace::Wait;
use crate::service::Service;
use crate::site::{Site, epoch_ms};
use crate::tasks::Workflow;
use crate::wire::{Answer, ApiError, Refusal};

pub(super) fn handle(call: &Call) -> Outcome {
    let session = call.session()?;
    let is_right = (call.method.as_str() == "POST") == call.site.version.health_is_post();
    if !is_right {
        // That the other verb is refused with 405 is inferred.
        let error = ApiError::invented("BadRequest", "This version asks for health otherwise.");
        return Err(Refusal::new(StatusCode::METHOD_NOT_ALLOWED, error));
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
        let health = site.health(service).await;
        let now = site.now_ms();
        site.state()
            .tasks
            .succeed(&id, "CloudHealthInfo", health, now);
    });
    Ok(Answer::with(StatusCode::ACCEPTED, task))
}

impl Site {
    /// `CloudHealthInfo` (§5).
    async fn health(&self, service: Service) -> Value {
        let (tunnel, replicators) = (self.tunnel_health().await, self.replicator_health().await);
        let now = self.now_ms();
        let state = self.state();
        let host = state.machines.of(service);
        let mut health = json!({
            "productName": "VMware Cloud Director Availability",
            "buildVersion": self.build(),
            "buildDate": 1_700_000_000_000_i64,
            "instanceId": self.id,
            "runtimeId": host.runtime_id,
            "currentTime": now,
            "address": self.addresses.services.get(&service).map(ToString::to_string),
            "serviceBootTimestamp": epoch_ms(host.boot),
            "applianceBootTimestamp": epoch_ms(host.machine_boot),
            "diskUsage": { "free": 8_000_000_000_u64, "usable": 7_500_000_000_u64, "total": 12_000_000_000_u64 },
            "vcdError": null, "managerError": null, "lsError": null, "dbError": null, "ntpError": null,
            "managerHealth": replicators,
        });
        drop(state);
        let (field, tunnel) = tunnel;
        if let Some(fields) = health.as_object_mut() {
            fields.insert(field.to_owned(), tunnel);
        }
        health
    }

    /// Whether the Cloud Service reaches the Tunnel that it knows: a list since 4.6, one error before.
    async fn tunnel_health(&self) -> (&'static str, Value) {
        let row = self.tunnel();
        let error = self.tunnel_trouble().await;
        if self.version.health_lists_tunnels() {
            let listed = json!([{ "tunnelService": row, "error": error }]);
            ("tunnelConnectivity", listed)
        } else {
            ("tunnelError", json!(error))
        }
    }

    /// The Replicator is offline where the Manager and it do not know each other's certificate any more.
    async fn replicator_health(&self) -> Value {
        let row = self.replicator();
        let (mut online, mut offline) = (Vec::new(), Vec::new());
        if self.replicator_trouble().await.is_none() {
            online.push(row);
        } else {
            offline.push(row);
        }
        json!({ "offlineReplicators": offline, "onlineReplicators": online })
    }
}

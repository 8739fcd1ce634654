//! One rotation by `reseal-cli` in a process of its own, against a lab in this process.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use ground::Surroundings;
use practice_lab::{Lab, LabDescription, Pace, Scenario};
use serde_json::{Value, json};
use time::OffsetDateTime;
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::process::{Child, Command};

use crate::process::{cpu_of_children, memory};
use crate::table::Measured;

/// The lab takes a fifth of the time that appliances take, and the engine looks five times as often.
const FASTER: u32 = 5;

/// What one rotation took.
pub(super) struct Rotation {
    peers: f64,
    wall: Duration,
    critical_path: Duration,
    cpu: Duration,
    /// Requests that reached any site.
    pub(super) requests: f64,
    /// TLS handshakes with any site, those between sites included.
    pub(super) handshakes: f64,
    /// The highest resident memory above that of the idle process, in MiB.
    pub(super) memory: f64,
}

impl Rotation {
    /// Rotates once with so many peers.
    pub(super) async fn measure(programs: &Path, peers: usize) -> Measured<Self> {
        let folder =
            std::env::temp_dir().join(format!("reseal-bench-{}-{peers}", std::process::id()));
        let measured = Self::in_folder(programs, peers, &folder).await;
        // A folder that stays behind in the temporary folder harms nobody.
        drop(std::fs::remove_dir_all(&folder));
        measured
    }

    async fn in_folder(programs: &Path, peers: usize, folder: &Path) -> Measured<Self> {
        let scale = 1.0 / f64::from(FASTER);
        let pace = Pace::LikeReal { scale };
        let scenario = Scenario {
            peers,
            pace,
            ..Scenario::new(folder.join("lab"))
        };
        let lab = Lab::start(scenario, &Surroundings::of_this_machine()).await?;
        let sites = lab.description();
        let before = cpu_of_children()?;
        let mut engine = start(programs, folder, &sites)?;
        let idle = settle(&engine).await;
        give(&mut engine, &sites).await?;
        let (wall, peak) = follow(&mut engine).await?;
        engine.wait().await?;
        let cpu = cpu_of_children()?.saturating_sub(before);
        let names: Vec<&String> = sites.sites.iter().map(|site| &site.name).collect();
        let handshakes: usize = names.iter().map(|name| lab.handshakes(name)).sum();
        let count = f64::from(u32::try_from(peers)?);
        Ok(Self {
            peers: count,
            wall,
            critical_path: critical_path(&lab, names.first().copied()),
            cpu,
            requests: float(lab.requests().len()),
            handshakes: float(handshakes),
            memory: peak - idle,
        })
    }

    /// How much longer than what nobody can shorten.
    pub(super) fn stretch(&self) -> f64 {
        self.wall.as_secs_f64() / self.critical_path.as_secs_f64()
    }

    /// In milliseconds.
    pub(super) fn cpu_per_peer(&self) -> f64 {
        self.cpu.as_secs_f64() * 1000.0 / self.peers
    }
}

fn float(count: usize) -> f64 {
    u32::try_from(count).map(f64::from).unwrap_or(f64::INFINITY)
}

/// The restart, the slowest repair at a peer, the slowest back at the own site.
fn critical_path(lab: &Lab, own: Option<&String>) -> Duration {
    let restart = lab.restarts().iter().map(|restart| restart.took).max();
    let tasks = lab.pair_tasks();
    let slowest = |at_own: bool| {
        let there = tasks
            .iter()
            .filter(|task| (Some(&task.site) == own) == at_own);
        there.map(|task| task.took).max().unwrap_or_default()
    };
    restart.unwrap_or_default() + slowest(false) + slowest(true)
}

fn start(programs: &Path, folder: &Path, lab: &LabDescription) -> Measured<Child> {
    let own = lab.sites.first().ok_or("the lab has no site")?;
    let mut command = Command::new(programs.join("reseal-cli"));
    command.args([
        "rotate",
        &own.cloud.address,
        "--thumbprint",
        &own.cloud.thumbprint,
    ]);
    command.arg("--import").arg(&lab.authority.bundle);
    for peer in lab.sites.iter().skip(1) {
        command.arg("--peer");
        command.arg(format!("{}={}", peer.cloud.address, peer.cloud.thumbprint));
    }
    let state: PathBuf = folder.join("state");
    command
        .args([
            "--json",
            "--secrets-stdin",
            "--pace",
            &FASTER.to_string(),
            "--state",
        ])
        .arg(state);
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .kill_on_drop(true);
    Ok(command.spawn()?)
}

/// The resident memory of the process while it waits for its passwords.
async fn settle(engine: &Child) -> f64 {
    let pid = engine.id().unwrap_or_default();
    let mut before = 0.0;
    loop {
        tokio::time::sleep(Duration::from_millis(50)).await;
        let after = memory(pid, "VmRSS").unwrap_or_default();
        if after > 0.0 && (after - before).abs() < f64::EPSILON {
            return after;
        }
        before = after;
    }
}

async fn give(engine: &mut Child, lab: &LabDescription) -> Measured<()> {
    let login = |site: &practice_lab::SiteDescription| {
        let login = json!({ "user": site.user, "password": site.password });
        (site.cloud.address.clone(), login)
    };
    let sites: serde_json::Map<String, Value> = lab.sites.iter().map(login).collect();
    let secrets = json!({ "sites": sites, "bundle": lab.authority.bundle_password });
    let mut stdin = engine.stdin.take().ok_or("no standard input")?;
    stdin.write_all(secrets.to_string().as_bytes()).await?;
    Ok(())
}

/// From the start of the run to its end, and the highest memory until then.
async fn follow(engine: &mut Child) -> Measured<(Duration, f64)> {
    let pid = engine.id().unwrap_or_default();
    let stdout = engine.stdout.take().ok_or("no standard output")?;
    let mut lines = BufReader::new(stdout).lines();
    let (mut began, mut ended, mut peak, mut last) = (None, None, 0.0_f64, Value::Null);
    while let Some(line) = lines.next_line().await? {
        peak = memory(pid, "VmHWM").unwrap_or_default().max(peak);
        last = serde_json::from_str(&line)?;
        let at = last.get("at").and_then(Value::as_str).and_then(moment);
        began = began.or(at);
        ended = at.or(ended);
    }
    if last.get("outcome").and_then(Value::as_str) != Some("done") {
        return Err(format!("the rotation did not end well: {last}").into());
    }
    let (began, ended) = began.zip(ended).ok_or("the run told no times")?;
    Ok(((ended - began).unsigned_abs(), peak))
}

fn moment(text: &str) -> Option<OffsetDateTime> {
    OffsetDateTime::parse(text, &time::format_description::well_known::Rfc3339).ok()
}

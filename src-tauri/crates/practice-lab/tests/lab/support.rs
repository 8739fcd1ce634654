//! A lab in a folder of its own, and the two tools that look at it.

use std::path::PathBuf;
use std::process::Stdio;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use ground::Surroundings;
use practice_lab::{Lab, Scenario, SiteDescription};
use serde_json::{Value, json};
use tokio::io::AsyncWriteExt as _;
use tokio::process::Command;

static NEXT: AtomicU32 = AtomicU32::new(0);

/// A lab that cleans up behind itself.
pub(crate) struct Stage {
    pub(crate) lab: Lab,
    pub(crate) folder: PathBuf,
}

impl Drop for Stage {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.folder));
    }
}

/// A folder that nothing else has.
pub(crate) fn folder() -> PathBuf {
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let name = format!("practice-lab-{}-{number}", std::process::id());
    std::env::temp_dir().join(name)
}

/// The usual lab, changed.
pub(crate) async fn lab_with(change: impl FnOnce(&mut Scenario)) -> Stage {
    let folder = folder();
    let mut scenario = Scenario::new(&folder);
    scenario.peers = 1;
    change(&mut scenario);
    let lab = Lab::start(scenario, &Surroundings::of_this_machine())
        .await
        .unwrap();
    Stage { lab, folder }
}

impl Stage {
    /// A site by its place; the own one is the first.
    pub(crate) fn site(&self, index: usize) -> SiteDescription {
        self.lab.description().sites[index].clone()
    }
}

/// An answer as curl prints it.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: String,
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let is_it = |(key, _): &&(String, String)| key.eq_ignore_ascii_case(name);
        self.headers.iter().find(is_it).map(|(_, value)| &**value)
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|why| panic!("{why}: {}", self.body))
    }
}

/// curl, pointed at an address.
pub(crate) struct Curl {
    pub(crate) address: String,
    pub(crate) token: Option<String>,
    pub(crate) accept: String,
}

impl Curl {
    pub(crate) fn to(address: &str) -> Self {
        Self {
            address: address.to_owned(),
            token: None,
            accept: "application/json".to_owned(),
        }
    }

    /// Signed in as root at a site's Cloud Service.
    pub(crate) async fn signed_in(site: &SiteDescription) -> Self {
        let mut curl = Self::to(&site.cloud.address);
        let answer = curl.log_in(&local_user(&site.password)).await;
        curl.token = answer.header("X-VCAV-Auth").map(str::to_owned);
        curl
    }

    pub(crate) async fn log_in(&self, body: &Value) -> Answer {
        self.send("POST", "/sessions", &[], body.to_string().as_bytes())
            .await
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.send("GET", path, &[], b"").await
    }

    pub(crate) async fn send(
        &self,
        method: &str,
        path: &str,
        headers: &[&str],
        body: &[u8],
    ) -> Answer {
        let bytes = self.try_send(method, path, headers, body).await.unwrap();
        parsed(&bytes)
    }

    /// What curl printed, or what it complained of.
    pub(crate) async fn try_send(
        &self,
        method: &str,
        path: &str,
        headers: &[&str],
        body: &[u8],
    ) -> Result<Vec<u8>, String> {
        let mut curl = Command::new("curl");
        curl.args([
            "-sS",
            "-k",
            "-i",
            "--http1.1",
            "--max-time",
            "60",
            "-X",
            method,
        ]);
        curl.args(["-H", &format!("Accept: {}", self.accept)]);
        curl.args(["-H", "Content-Type: application/json", "-H", "Expect:"]);
        if let Some(token) = &self.token {
            curl.args(["-H", &format!("X-VCAV-Auth: {token}")]);
        }
        for header in headers {
            curl.args(["-H", header]);
        }
        if !body.is_empty() {
            curl.args(["--data-binary", "@-"]);
        }
        curl.arg(format!("https://{}{path}", self.address));
        let (succeeded, said, complaint) = run(curl, body).await;
        if succeeded { Ok(said) } else { Err(complaint) }
    }
}

pub(crate) fn local_user(password: &str) -> Value {
    json!({ "type": "localUser", "localUser": "root", "localPassword": password })
}

/// The thumbprint that openssl sees at an address; `None` where nobody answers.
pub(crate) async fn seen_by_openssl(address: &str) -> Option<String> {
    seen_in(address, &[]).await
}

/// The same in a handshake of a certain kind.
pub(crate) async fn seen_in(address: &str, kind: &[&str]) -> Option<String> {
    let mut shake = Command::new("openssl");
    shake.args(["s_client", "-connect", address, "-showcerts"]);
    shake.args(kind);
    let (_, said, _) = run(shake, b"").await;
    let text = String::from_utf8_lossy(&said).into_owned();
    let begin = text.find("-----BEGIN CERTIFICATE-----")?;
    let mut print = Command::new("openssl");
    print.args(["x509", "-noout", "-fingerprint", "-sha256"]);
    let (_, said, _) = run(print, &text.as_bytes()[begin..]).await;
    let line = String::from_utf8_lossy(&said).into_owned();
    let (_, digits) = line.trim().split_once('=')?;
    Some(format!("SHA-256:{digits}"))
}

/// Looks until something is so. Fails the test where it never becomes so.
pub(crate) async fn until<T, F>(mut look: impl FnMut() -> F) -> T
where
    F: Future<Output = Option<T>>,
{
    let deadline = Instant::now() + Duration::from_secs(60);
    loop {
        if let Some(found) = look().await {
            return found;
        }
        assert!(Instant::now() < deadline, "it never became so");
        tokio::task::yield_now().await;
    }
}

async fn run(mut command: Command, input: &[u8]) -> (bool, Vec<u8>, String) {
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.kill_on_drop(true).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    // A tool that has heard enough closes its input early.
    drop(stdin.write_all(input).await);
    drop(stdin);
    let output = child.wait_with_output().await.unwrap();
    let complaint = String::from_utf8_lossy(&output.stderr).into_owned();
    (output.status.success(), output.stdout, complaint)
}

fn parsed(bytes: &[u8]) -> Answer {
    let text = String::from_utf8_lossy(bytes);
    let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
    let mut lines = head.lines();
    let status = lines
        .next()
        .and_then(|line| line.split(' ').nth(1))
        .unwrap();
    let headers = lines.filter_map(|line| line.split_once(": "));
    Answer {
        status: status.parse().unwrap(),
        headers: headers
            .map(|(key, value)| (key.to_owned(), value.to_owned()))
            .collect(),
        body: body.to_owned(),
    }
}

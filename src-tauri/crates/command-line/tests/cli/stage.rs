//! A lab, a folder, and the binary that is run in it.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::atomic::{AtomicU32, Ordering};

use appliance::{Appliance, Credential, Limits, SignIns};
use certificate::Thumbprint;
use ground::Surroundings;
use practice_lab::{Lab, LabDescription, Pace, Scenario};
use serde_json::{Value, json};
use tokio::io::AsyncWriteExt as _;
use tokio::net::{TcpListener, TcpStream};
use tokio::process::{Child, Command};

/// Tells the folders of one process apart.
static NEXT: AtomicU32 = AtomicU32::new(0);

/// A folder of its own, gone with the value.
pub(crate) struct Folder(PathBuf);

/// A running lab with Paris and its peers, and a state folder.
pub(crate) struct Stage {
    pub(crate) lab: Lab,
    pub(crate) folder: Folder,
    pub(crate) told: LabDescription,
}

/// How the binary ended.
pub(crate) struct Ended {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Folder {
    pub(crate) fn new() -> Self {
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("cli-{}-{number}", std::process::id());
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    /// A path inside.
    pub(crate) fn at(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// A file inside with this content.
    pub(crate) fn file(&self, name: &str, content: &[u8]) -> PathBuf {
        let path = self.at(name);
        std::fs::write(&path, content).unwrap();
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What stays behind does no harm to the next run.
        drop(std::fs::remove_dir_all(&self.0));
    }
}

impl Stage {
    /// Three peers, two on-premises sites, no waiting.
    pub(crate) async fn open() -> Self {
        Self::open_at(Pace::Instant).await
    }

    pub(crate) async fn open_at(pace: Pace) -> Self {
        let folder = Folder::new();
        let scenario = Scenario {
            pace,
            ..Scenario::new(folder.at("lab"))
        };
        let lab = Lab::start(scenario, &Surroundings::of_this_machine())
            .await
            .unwrap();
        let told = lab.description();
        Self { lab, folder, told }
    }

    /// The address of a site, and its thumbprint at the start.
    pub(crate) fn named(&self, name: &str) -> String {
        let site = self
            .told
            .sites
            .iter()
            .find(|site| site.name == name)
            .unwrap();
        format!("{}={}", site.cloud.address, site.cloud.thumbprint)
    }

    /// Every site's account and the bundle's password.
    pub(crate) fn secrets(&self) -> Value {
        let sites = self.told.sites.iter().map(|site| {
            let login = json!({"user": site.user, "password": site.password});
            (site.cloud.address.clone(), login)
        });
        let sites: serde_json::Map<_, _> = sites.collect();
        json!({"sites": sites, "bundle": self.told.authority.bundle_password})
    }

    /// The flags of every call.
    pub(crate) fn flags(&self) -> Vec<String> {
        let state = self.folder.at("state").display().to_string();
        ["--json", "--secrets-stdin", "--state", &state]
            .map(ToOwned::to_owned)
            .to_vec()
    }

    /// `rotate` of Paris, with these peers.
    pub(crate) fn rotation(&self, source: &[&str], peers: &[&str]) -> Vec<String> {
        let paris = self.told.sites.first().unwrap();
        let mut words = self.flags();
        words.extend(["rotate", &paris.cloud.address, "--pace", "200"].map(ToOwned::to_owned));
        words.extend(["--thumbprint".to_owned(), paris.cloud.thumbprint.clone()]);
        words.extend(source.iter().map(|word| (*word).to_owned()));
        for peer in peers {
            words.extend(["--peer".to_owned(), self.named(peer)]);
        }
        words
    }

    /// `rotate` by import, with all three peers.
    pub(crate) fn import(&self) -> Vec<String> {
        let bundle = self.bundle();
        self.rotation(&["--import", &bundle], &["Berlin", "Madrid", "Oslo"])
    }

    pub(crate) fn bundle(&self) -> String {
        self.told.authority.bundle.display().to_string()
    }

    /// Runs it to its end with the right passwords.
    pub(crate) async fn run(&self, words: &[String]) -> Ended {
        run(words, &self.secrets().to_string()).await
    }

    /// The same where Paris is known by this address.
    pub(crate) async fn run_at(&self, paris: &str, words: &[String]) -> Ended {
        let mut secrets = self.secrets();
        let site = self.told.sites.first().unwrap();
        secrets["sites"][paris] = json!({"user": site.user, "password": site.password});
        run(words, &secrets.to_string()).await
    }

    /// Repairs one half of a pairing, as an administrator of the one site does with the other's thumbprint.
    pub(crate) async fn repair(&self, at: &str, of: &str, thumbprint: &str) {
        let sites = &self.told.sites;
        let site = sites.iter().find(|site| site.name == at).unwrap();
        let pin: Thumbprint = site.cloud.thumbprint.parse().unwrap();
        let appliance = Appliance::new(
            site.cloud.address.parse().unwrap(),
            pin,
            Limits::usual(),
            &Surroundings::of_this_machine(),
        );
        let password = site.password.clone().into();
        let root = Credential::Appliance { password };
        let session = SignIns::new(Surroundings::of_this_machine())
            .session(appliance, &root)
            .await;
        let session = session.unwrap();
        let records = session.sites().await.unwrap();
        let record = records.iter().find(|record| record.site == of).unwrap();
        let (description, url) = (&record.description, &record.api_url);
        let (thumbprint, operation) = (thumbprint.parse().unwrap(), "by-hand".parse().unwrap());
        let task = session
            .repair_site(of, description, url, &thumbprint, &operation)
            .await
            .unwrap();
        while !session.task(&task.id).await.unwrap().is_finished() {}
    }

    /// Whether the lab itself finds Paris and every peer trusting each other.
    pub(crate) async fn is_whole(&self) -> bool {
        let mut is_whole = true;
        for peer in ["Berlin", "Madrid", "Oslo"] {
            is_whole &=
                self.lab.trusts("Paris", peer).await && self.lab.trusts(peer, "Paris").await;
            is_whole &= self.lab.is_clean("Paris", peer) && self.lab.is_clean(peer, "Paris");
        }
        is_whole
    }
}

/// Paris at an address of IPv6: every connection is passed on byte by byte for as long as the test runs.
/// `None`, in words, on a machine without IPv6.
pub(crate) async fn paris_over_ipv6(stage: &Stage) -> Option<String> {
    let Ok(listener) = TcpListener::bind("[::1]:0").await else {
        eprintln!("skipped: this machine has no IPv6");
        return None;
    };
    let address = format!("[::1]:{}", listener.local_addr().unwrap().port());
    let paris = stage.told.sites.first().unwrap().cloud.address.clone();
    tokio::spawn(async move {
        while let Ok((mut caller, _)) = listener.accept().await {
            let paris = paris.clone();
            tokio::spawn(async move {
                // While the service restarts nobody answers there; the caller is hung up on.
                if let Ok(mut service) = TcpStream::connect(paris).await {
                    drop(tokio::io::copy_bidirectional(&mut caller, &mut service).await);
                }
            });
        }
    });
    Some(address)
}

/// Starts the binary and gives it its standard input.
pub(crate) async fn start<S: AsRef<OsStr>>(words: &[S], input: &str) -> Child {
    let mut child = Command::new(env!("CARGO_BIN_EXE_reseal-cli"))
        .args(words)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    // Whoever refuses its arguments does not read on.
    drop(stdin.write_all(input.as_bytes()).await);
    child
}

/// Runs the binary to its end.
pub(crate) async fn run<S: AsRef<OsStr>>(words: &[S], input: &str) -> Ended {
    ended(start(words, input).await).await
}

async fn ended(child: Child) -> Ended {
    let output = child.wait_with_output().await.unwrap();
    Ended {
        code: output.status.code(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

impl Ended {
    /// Every line, understood.
    pub(crate) fn lines(&self) -> Vec<Value> {
        let lines = self.stdout.lines();
        lines
            .map(|line| serde_json::from_str(line).unwrap())
            .collect()
    }

    pub(crate) fn last(&self) -> Value {
        self.lines()
            .pop()
            .unwrap_or_else(|| panic!("it said nothing: {}", self.stderr))
    }

    /// The code of the problem it ended with.
    pub(crate) fn problem(&self) -> String {
        self.last()["problem"]["code"]
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }
}

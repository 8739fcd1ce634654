//! What is said of files: the keystores of other tools, hostile ones, and how long one takes beside openssl.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use certificate::{Options, read};
use flate2::read::GzDecoder;
use secrecy::SecretString;
use serde::Deserialize;

use crate::table::{Figure, Measured};

/// How often each program is started; the middle one counts.
const TIMES: usize = 5;

/// One file of the matrix, as its generator describes it.
#[derive(Deserialize)]
struct Described {
    path: String,
    pw: String,
    keys: usize,
    certs: usize,
    cat: String,
    kind: String,
}

/// Counts over the matrix, hostile files and the ratio to openssl, through the program that is shipped.
pub(crate) fn measure(programs: &Path) -> Measured<Vec<Figure>> {
    let program = programs.join("reseal-cli");
    let scratch = std::env::temp_dir().join(format!("reseal-doctor-{}", std::process::id()));
    fs::create_dir_all(&scratch)?;
    let figures = all(&program, &scratch);
    fs::remove_dir_all(&scratch)?;
    figures
}

fn all(program: &Path, scratch: &Path) -> Measured<Vec<Figure>> {
    let files = matrix()?;
    let mut figures = vec![
        opened("keystores of other tools", &files, &["p12"]),
        opened(
            "PEM, PKCS#7 and DER of other tools",
            &files,
            &["pem", "p7b", "der"],
        ),
        hostile(program, &files, scratch)?,
    ];
    for rounds in [2_000, 100_000, 600_000] {
        figures.push(beside_openssl(program, scratch, rounds)?);
    }
    Ok(figures)
}

/// Every file of the matrix with its bytes.
fn matrix() -> Measured<Vec<(Described, Vec<u8>)>> {
    let archive = File::open(fixtures().join("matrix.tar.gz"))?;
    let mut files = BTreeMap::new();
    for file in tar::Archive::new(GzDecoder::new(archive)).entries()? {
        let mut file = file?;
        let path = file.path()?.to_string_lossy().into_owned();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        files.insert(path.trim_start_matches("matrix/").to_owned(), bytes);
    }
    let index = files.remove("index.json").unwrap_or_default();
    let described: Vec<Described> = serde_json::from_slice(&index)?;
    let with_bytes = described.into_iter().filter_map(|file| {
        let bytes = files.remove(&file.path)?;
        Some((file, bytes))
    });
    Ok(with_bytes.collect())
}

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/keystores")
}

/// How many valid files open with the keys and certificates that they hold. An SSH key and a request for
/// a certificate are in the matrix too: those have to be refused.
fn opened(what: &str, files: &[(Described, Vec<u8>)], kinds: &[&str]) -> Figure {
    let is_valid = |file: &Described| {
        kinds.contains(&file.kind.as_str())
            && matches!(file.cat.as_str(), "open" | "odd" | "mismatch")
    };
    let valid = files.iter().filter(|(file, _)| is_valid(file));
    let (mut right, mut all) = (0, 0);
    for (file, bytes) in valid {
        let password = SecretString::from(file.pw.as_str());
        let answer = read(bytes, Some(&password), &Options::default());
        let is_other = matches!(file.path.as_str(), "pem/openssh.pem" | "pem/csr.pem");
        all += 1;
        right += usize::from(match answer {
            Ok(held) => (held.keys.len(), held.certificates.len()) == (file.keys, file.certs),
            Err(error) => is_other && error.answer() == "not-a-keystore",
        });
    }
    Figure {
        what: format!("{what}: answered right"),
        is: format!("{right} of {all}"),
        bar: format!("{all} of {all}"),
        is_met: right == all && all > 0,
    }
}

/// The slowest hostile file, whole process.
fn hostile(program: &Path, files: &[(Described, Vec<u8>)], scratch: &Path) -> Measured<Figure> {
    let mut slowest = Duration::ZERO;
    let mut count = 0;
    for (described, bytes) in files.iter().filter(|(file, _)| file.cat == "dos") {
        let file = scratch.join("hostile");
        fs::write(&file, bytes)?;
        let (took, is_opened) = doctor(program, &file, &described.pw)?;
        if is_opened {
            return Err(format!("{} opens", described.path).into());
        }
        slowest = slowest.max(took);
        count += 1;
    }
    let what = format!("{count} hostile files refused, the slowest, whole process");
    Ok(Figure::at_most(what, slowest.as_secs_f64(), 1.0, " s"))
}

/// One file, made and opened by openssl, opened by us.
fn beside_openssl(program: &Path, scratch: &Path, rounds: u32) -> Measured<Figure> {
    let file = scratch.join(format!("{rounds}.p12"));
    export(scratch, &file, rounds)?;
    let (mut own, mut theirs) = (Vec::new(), Vec::new());
    // In turns, so that whatever else the machine does falls on both.
    for _ in 0..TIMES {
        let began = Instant::now();
        openssl(
            &["pkcs12", "-passin", "pass:changeit", "-nodes", "-in"],
            &file,
        )?;
        theirs.push(began.elapsed());
        let (took, is_opened) = doctor(program, &file, "changeit")?;
        if !is_opened {
            return Err(format!("the file with {rounds} rounds does not open").into());
        }
        own.push(took);
    }
    let (own, theirs) = (middle(own), middle(theirs));
    let what = format!(
        "opening {rounds} rounds ÷ openssl pkcs12, whole process ({} ms, {} ms)",
        own.as_millis(),
        theirs.as_millis()
    );
    let ratio = own.as_secs_f64() / theirs.as_secs_f64();
    Ok(Figure::at_most(what, ratio, 1.0, ""))
}

fn export(scratch: &Path, file: &Path, rounds: u32) -> Measured<()> {
    let key = fixtures().join("rsa2048.key.pem").display().to_string();
    let leaf = scratch.join("leaf.pem");
    let subject = "/CN=vcda.example.com";
    openssl(
        &["req", "-x509", "-key", &key, "-subj", subject, "-out"],
        &leaf,
    )?;
    let (leaf, rounds) = (leaf.display().to_string(), rounds.to_string());
    let from = [
        "pkcs12", "-export", "-inkey", &key, "-in", &leaf, "-iter", &rounds,
    ];
    openssl(
        &[&from[..], &["-passout", "pass:changeit", "-out"]].concat(),
        file,
    )
}

fn openssl(words: &[&str], file: &Path) -> Measured<()> {
    let mut command = Command::new("openssl");
    command.args(words).arg(file);
    let output = command.stdin(Stdio::null()).output()?;
    let said = String::from_utf8_lossy(&output.stderr);
    output
        .status
        .success()
        .then_some(())
        .ok_or_else(|| format!("openssl: {said}").into())
}

/// How long the whole process takes, and whether it opened the file.
fn doctor(program: &Path, file: &Path, password: &str) -> Measured<(Duration, bool)> {
    let began = Instant::now();
    let mut command = Command::new(program);
    command
        .arg("doctor")
        .arg(file)
        .args(["--json", "--secrets-stdin"]);
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    let mut child = command.spawn()?;
    let mut given = child.stdin.take().ok_or("no standard input")?;
    given.write_all(
        serde_json::json!({ "bundle": password })
            .to_string()
            .as_bytes(),
    )?;
    drop(given);
    let output = child.wait_with_output()?;
    let took = began.elapsed();
    let line: serde_json::Value = serde_json::from_slice(&output.stdout)?;
    Ok((
        took,
        line.get("answer").is_some_and(|answer| answer == "opened"),
    ))
}

fn middle(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

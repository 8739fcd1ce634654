//! How long a file takes beside openssl.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use super::{fixtures, look};
use crate::table::{Figure, Measured, middle};

/// Each program is started as often as fits into this many rounds, at least [`LEAST`] times: what is over
/// in a few milliseconds is most easily disturbed. The middle one counts.
const ALL_ROUNDS: u32 = 100_000;

/// See [`ALL_ROUNDS`].
const LEAST: u32 = 5;

/// One file, made and opened by openssl, opened by us.
pub(super) fn beside_openssl(program: &Path, scratch: &Path, rounds: u32) -> Measured<Figure> {
    let file = scratch.join(format!("{rounds}.p12"));
    export(scratch, &file, rounds, "changeit")?;
    let (mut own, mut theirs) = (Vec::new(), Vec::new());
    // In turns, so that whatever else the machine does falls on both.
    for _ in 0..(ALL_ROUNDS / rounds).max(LEAST) {
        let began = Instant::now();
        openssl(
            &["pkcs12", "-passin", "pass:changeit", "-nodes", "-in"],
            &file,
        )?;
        theirs.push(began.elapsed());
        let (took, is_opened) = look(program, &file, "changeit")?;
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

pub(crate) fn export(scratch: &Path, file: &Path, rounds: u32, password: &str) -> Measured<()> {
    let key = fixtures().join("rsa2048.key.pem").display().to_string();
    let leaf = scratch.join("leaf.pem");
    let subject = "/CN=vcda.example.com";
    openssl(
        &["req", "-x509", "-key", &key, "-subj", subject, "-out"],
        &leaf,
    )?;
    let (leaf, rounds) = (leaf.display().to_string(), rounds.to_string());
    let password = format!("pass:{password}");
    let from = [
        "pkcs12", "-export", "-inkey", &key, "-in", &leaf, "-iter", &rounds,
    ];
    openssl(
        &[&from[..], &["-passout", &password, "-out"]].concat(),
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

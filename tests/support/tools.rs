//! Other people's tools, which know nothing of this code: `openssl` and `keytool`.

use std::process::{Command, Output, Stdio};

/// What a tool said. Fails the test where the tool fails.
pub fn told_by(tool: &str, arguments: &[&str]) -> String {
    let output = run(tool, arguments);
    let said = said(&output);
    assert!(
        output.status.success(),
        "{tool} {arguments:?} failed: {said}"
    );
    said
}

/// Whether a tool refuses.
pub fn is_refused_by(tool: &str, arguments: &[&str]) -> bool {
    !run(tool, arguments).status.success()
}

fn run(tool: &str, arguments: &[&str]) -> Output {
    let output = Command::new(tool)
        .args(arguments)
        .env("LC_ALL", "C")
        .stdin(Stdio::null())
        .output();
    output.unwrap_or_else(|why| panic!("start {tool}, which these tests need: {why}"))
}

fn said(output: &Output) -> String {
    let text = [&*output.stdout, &*output.stderr].concat();
    String::from_utf8_lossy(&text).into_owned()
}

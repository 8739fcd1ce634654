//! A program and everything it starts, ended together.

use std::io;
use std::os::unix::process::CommandExt as _;
use std::process::{Child, Command, Stdio};

use super::DriveError;

/// A process group that ends with the value.
#[derive(Debug)]
pub(super) struct Group(Child);

impl Group {
    /// Starts `command` as the head of a group of its own.
    pub(super) fn start(program: &'static str, command: &mut Command) -> Result<Self, DriveError> {
        let started = command.process_group(0).spawn();
        started
            .map(Self)
            .map_err(|source| DriveError::Program { program, source })
    }

    /// The head of the group.
    pub(super) fn head(&mut self) -> &mut Child {
        &mut self.0
    }

    /// Whether a program of this name runs in the group.
    pub(super) fn has(&self, program: &str) -> Result<bool, DriveError> {
        let group = self.0.id().to_string();
        let words = ["--pgroup", &group, "--exact", program];
        let mut command = Command::new("pgrep");
        let found = command.args(words).stdout(Stdio::null()).status();
        found
            .map(|found| found.success())
            .map_err(|source| DriveError::Program {
                program: "pgrep",
                source,
            })
    }

    fn signal(&self, signal: &str) -> io::Result<()> {
        let group = format!("-{}", self.0.id());
        Command::new("kill")
            .args([signal, "--", &group])
            .stderr(Stdio::null())
            .status()
            .map(|_| ())
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        // A group that has ended already cannot be signalled, and that is as good.
        drop(self.signal("-TERM"));
        drop(self.0.wait());
        // The head has ended; what it started and left behind ends here.
        drop(self.signal("-KILL"));
    }
}

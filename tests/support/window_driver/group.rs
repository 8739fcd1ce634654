//! A program and everything it starts, ended together.

use std::fs;
use std::io;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
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
    pub(super) fn has(&self, program: &str) -> io::Result<bool> {
        Ok(!self.processes(program)?.is_empty())
    }

    /// The first process of this name in the group: its folder in /proc.
    pub(super) fn process(&self, program: &str) -> io::Result<PathBuf> {
        let mut found = self.processes(program)?;
        // The child that opens files has the same name and is younger.
        found.sort_by_key(|process| number(process));
        found
            .into_iter()
            .next()
            .ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    fn processes(&self, program: &str) -> io::Result<Vec<PathBuf>> {
        let group = self.0.id().to_string();
        let all = fs::read_dir("/proc")?.filter_map(Result::ok);
        let is_it = |process: &PathBuf| {
            let stat = fs::read_to_string(process.join("stat")).unwrap_or_default();
            is_running(&stat, program, &group)
        };
        Ok(all.map(|entry| entry.path()).filter(is_it).collect())
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

fn number(process: &Path) -> Option<u32> {
    process.file_name()?.to_str()?.parse().ok()
}

/// What Linux tells of a process: `PID (NAME) STATE PARENT GROUP` and more.
fn is_running(stat: &str, program: &str, group: &str) -> bool {
    let (head, tail) = stat.rsplit_once(')').unwrap_or_default();
    let told: Vec<&str> = tail.split_whitespace().take(3).collect();
    let is_it = head
        .split_once('(')
        .is_some_and(|(_, name)| name == program);
    is_it && matches!(told[..], [state, _, its_group] if state != "Z" && its_group == group)
}

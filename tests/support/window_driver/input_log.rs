//! Counts what hands did: every press of a button or key that the X server saw, whoever it was for.

use std::fs::{self, File};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Instant;

use super::group::Group;
use super::{Display, DriveError, GLANCE, PATIENCE};

/// The line with which xinput reports a press of a pointer's button.
const BUTTON: &str = "(RawButtonPress)";

/// The line with which xinput reports a press of a key.
const KEY: &str = "(RawKeyPress)";

/// A record of a display's input from its making on, native dialogs included.
#[derive(Debug)]
pub struct InputLog {
    file: PathBuf,
    _recorder: Group,
}

/// What was pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted {
    /// Presses of a pointer's button.
    pub clicks: usize,
    /// Presses of a key.
    pub keys: usize,
}

impl InputLog {
    /// Starts counting. The pointer is moved until the recorder is seen to work.
    pub async fn start(display: &Display, file: PathBuf) -> Result<Self, DriveError> {
        let mut command = Command::new("xinput");
        command
            .args(["test-xi2", "--root"])
            .env("DISPLAY", display.name())
            .stdin(Stdio::null())
            .stdout(File::create(&file)?)
            .stderr(Stdio::null());
        let recorder = Group::start("xinput", &mut command)?;
        let began = Instant::now();
        while fs::metadata(&file)?.len() == 0 {
            if began.elapsed() > PATIENCE {
                let what = "a record of input".to_owned();
                return Err(DriveError::NotSeen {
                    what,
                    waited: PATIENCE,
                    page: String::new(),
                });
            }
            display.xdotool(&["mousemove_relative", "--", "1", "0"])?;
            display.xdotool(&["mousemove_relative", "--", "-1", "0"])?;
            tokio::time::sleep(GLANCE).await;
        }
        Ok(Self {
            file,
            _recorder: recorder,
        })
    }

    /// What was pressed until here.
    pub fn counted(&self) -> Result<Counted, DriveError> {
        let record = fs::read_to_string(&self.file)?;
        let count = |kind| record.lines().filter(|line| line.ends_with(kind)).count();
        Ok(Counted {
            clicks: count(BUTTON),
            keys: count(KEY),
        })
    }
}

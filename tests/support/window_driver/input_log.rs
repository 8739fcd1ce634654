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

/// Keys that end a text, by their codes on every X server of today: Enter, Tab, Escape.
const ENDS: [u32; 4] = [36, 104, 23, 9];

/// Keys that write nothing and end nothing: Shift, Control, the arrows.
const BESIDE: [u32; 7] = [50, 62, 37, 111, 113, 114, 116];

/// A record of a display's input from its making on, native dialogs included.
#[derive(Debug)]
pub struct InputLog {
    file: PathBuf,
    _recorder: Group,
}

/// What was pressed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counted {
    /// Presses of a pointer's button.
    pub clicks: usize,
    /// Presses of a key.
    pub keys: usize,
    /// Texts that were typed: keys that write something, without a click or an Enter in between.
    pub typed: usize,
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
        Ok(count(&fs::read_to_string(&self.file)?))
    }
}

/// Counts presses in what xinput wrote: a line that names the kind, and below it the detail.
fn count(record: &str) -> Counted {
    let (mut counted, mut is_typing, mut lines) = (Counted::default(), false, record.lines());
    while let Some(line) = lines.next() {
        if line.ends_with(BUTTON) {
            counted.clicks += 1;
            is_typing = false;
        }
        if line.ends_with(KEY) {
            let detail = lines.find_map(|line| line.trim().strip_prefix("detail: "));
            let code: u32 = detail
                .and_then(|code| code.parse().ok())
                .unwrap_or_default();
            counted.keys += 1;
            if !BESIDE.contains(&code) {
                let writes = !ENDS.contains(&code);
                counted.typed += usize::from(writes && !is_typing);
                is_typing = writes;
            }
        }
    }
    counted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_texts_between_clicks_and_enters() {
        let key = |code: u32| {
            format!("EVENT type 13 (RawKeyPress)\n    device: 3 (5)\n    detail: {code}\n")
        };
        let click = "EVENT type 15 (RawButtonPress)\n    detail: 1\n";
        let record = [
            click,
            &key(38),
            &key(50),
            &key(56),
            &key(36),
            click,
            &key(38),
        ]
        .concat();
        assert_eq!(
            count(&record),
            Counted {
                clicks: 2,
                keys: 5,
                typed: 2
            }
        );
    }
}

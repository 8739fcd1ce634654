//! A display that nobody looks at, its pointer and keyboard, and pictures of it.

use std::io::{self, Write as _};
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::Instant;

use x11rb::protocol::xproto::{ClientMessageEvent, ConnectionExt as _, EventMask};

use super::group::Group;
use super::{DriveError, GLANCE, PATIENCE};

/// A virtual X display with a pointer and a keyboard.
#[derive(Debug)]
pub struct Display {
    name: String,
    _server: Group,
}

impl Display {
    /// Opens one of this size in pixels.
    pub fn open(width: u32, height: u32) -> Result<Self, DriveError> {
        let screen = format!("{width}x{height}x24");
        let mut command = Command::new("Xvfb");
        command
            .args([
                "-displayfd",
                "1",
                "-screen",
                "0",
                &screen,
                "-nolisten",
                "tcp",
                "-noreset",
            ])
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let mut server = Group::start("Xvfb", &mut command)?;
        let number = first_line(server.head().stdout.take())?;
        Ok(Self {
            name: format!(":{number}"),
            _server: server,
        })
    }

    /// Its name, such as `:1`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Runs xdotool and returns what it says.
    pub fn xdotool(&self, words: &[&str]) -> Result<String, DriveError> {
        self.xdotool_reading(words, "")
    }

    /// Types `text` into whatever has the keyboard. It reaches xdotool through its standard input.
    pub fn type_text(&self, text: &str) -> Result<(), DriveError> {
        self.xdotool_reading(&["type", "--delay", "12", "--file", "-"], text)
            .map(drop)
    }

    /// Presses one key or combination, such as `Tab` or `ctrl+a`.
    pub fn press(&self, key: &str) -> Result<(), DriveError> {
        self.xdotool(&["key", key]).map(drop)
    }

    /// Moves the pointer.
    pub(super) fn point_at(&self, x: f64, y: f64) -> Result<(), DriveError> {
        let (x, y) = (format!("{x:.0}"), format!("{y:.0}"));
        self.xdotool(&["mousemove", &x, &y]).map(drop)
    }

    /// Moves the pointer and presses its first button once.
    pub fn click_at(&self, x: f64, y: f64) -> Result<(), DriveError> {
        let (x, y) = (format!("{x:.0}"), format!("{y:.0}"));
        self.xdotool(&["mousemove", "--sync", &x, &y, "click", "1"])
            .map(drop)
    }

    /// The visible X window whose whole title is `title`.
    pub fn find(&self, title: &str) -> Result<Option<String>, DriveError> {
        let pattern = format!("^{}$", title.replace(['(', ')', '?', '.', '*', '+'], "."));
        let found = self.xdotool(&["search", "--onlyvisible", "--name", &pattern])?;
        // The search takes capitals and small letters for the same: GTK's own window for a drag is
        // called like the program.
        for window in found.lines().rev() {
            if self.xdotool(&["getwindowname", window])? == title {
                return Ok(Some(window.to_owned()));
            }
        }
        Ok(None)
    }

    /// Waits for the X window whose whole title is `title`.
    pub async fn wait_for(&self, title: &str) -> Result<String, DriveError> {
        let began = Instant::now();
        loop {
            if let Some(found) = self.find(title)? {
                return Ok(found);
            }
            if began.elapsed() > PATIENCE {
                let what = format!("a window titled {title:?}");
                return Err(DriveError::NotSeen {
                    what,
                    waited: PATIENCE,
                    page: String::new(),
                });
            }
            tokio::time::sleep(GLANCE).await;
        }
    }

    /// Gives the keyboard to an X window. There is no window manager that would.
    pub fn focus(&self, window: &str) -> Result<(), DriveError> {
        self.xdotool(&["windowfocus", "--sync", window]).map(drop)
    }

    /// Asks an X window to close, as the button of a frame does. There is no window manager that would.
    pub fn ask_to_close(&self, window: &str) -> Result<(), DriveError> {
        let failed = |error: Box<dyn std::error::Error + Send + Sync>| DriveError::Program {
            program: "the X server",
            source: io::Error::other(error),
        };
        let window = window.parse().map_err(|error| failed(Box::new(error)))?;
        close(&self.name, window).map_err(failed)
    }

    /// Makes an X window as large as the display, as a window manager does on a small screen.
    pub fn fill_with(&self, window: &str, screen: (u32, u32)) -> Result<(), DriveError> {
        let (width, height) = (screen.0.to_string(), screen.1.to_string());
        self.xdotool(&["windowmove", window, "0", "0"])?;
        self.xdotool(&["windowsize", window, &width, &height])
            .map(drop)
    }

    /// Where the upper left corner of an X window is.
    pub fn origin(&self, window: &str) -> Result<(f64, f64), DriveError> {
        let geometry = self.xdotool(&["getwindowgeometry", "--shell", window])?;
        let number = |name: &str| {
            let line = geometry.lines().find_map(|line| line.strip_prefix(name));
            line.and_then(|value| value.parse().ok())
                .unwrap_or_default()
        };
        Ok((number("X="), number("Y=")))
    }

    /// A picture of all that is on the display, as PNG.
    pub fn picture(&self, to: &Path) -> Result<(), DriveError> {
        let mut command = Command::new("import");
        command
            .args(["-window", "root"])
            .arg(to)
            .env("DISPLAY", &self.name);
        finished("import", command.output()).map(drop)
    }

    /// A picture of the display when nothing on it moves: two looks in a row see the same.
    pub async fn picture_at_rest(&self, to: &Path) -> Result<(), DriveError> {
        let began = Instant::now();
        let mut before = self.look()?;
        loop {
            tokio::time::sleep(GLANCE * 4).await;
            let after = self.look()?;
            if after == before || began.elapsed() > PATIENCE / 6 {
                return self.picture(to);
            }
            before = after;
        }
    }

    /// The pixels of a region such as `100x60+0+0`, three bytes each.
    pub fn pixels(&self, region: &str) -> Result<Vec<u8>, DriveError> {
        let mut command = Command::new("import");
        command.args(["-window", "root", "-crop", region, "-depth", "8", "rgb:-"]);
        command.env("DISPLAY", &self.name);
        finished("import", command.output()).map(|output| output.stdout)
    }

    fn look(&self) -> Result<Vec<u8>, DriveError> {
        self.pixels("100%x100%+0+0")
    }

    fn xdotool_reading(&self, words: &[&str], input: &str) -> Result<String, DriveError> {
        let failed = |source| DriveError::Program {
            program: "xdotool",
            source,
        };
        let mut command = Command::new("xdotool");
        command.args(words).env("DISPLAY", &self.name);
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().map_err(failed)?;
        if let Some(mut stdin) = child.stdin.take() {
            stdin.write_all(input.as_bytes()).map_err(failed)?;
        }
        let output = child.wait_with_output().map_err(failed)?;
        Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }
}

/// ICCCM 4.2.8.1: whoever takes part in this protocol closes its window by itself.
fn close(display: &str, window: u32) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let (server, _) = x11rb::connect(Some(display))?;
    let atom = |name: &[u8]| server.intern_atom(false, name).map(|asked| asked.reply());
    let (protocols, delete) = (
        atom(b"WM_PROTOCOLS")??.atom,
        atom(b"WM_DELETE_WINDOW")??.atom,
    );
    let message = ClientMessageEvent::new(32, window, protocols, [delete, 0, 0, 0, 0]);
    server.send_event(false, window, EventMask::NO_EVENT, message)?;
    // The server drops what a client sent that hangs up before it was read: an answer to a later
    // request shows that it was.
    server.get_input_focus()?.reply()?;
    Ok(())
}

/// The output of a program that ended well.
fn finished(program: &'static str, output: io::Result<Output>) -> Result<Output, DriveError> {
    let failed = |source| DriveError::Program { program, source };
    let output = output.map_err(failed)?;
    if output.status.success() {
        Ok(output)
    } else {
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        Err(failed(io::Error::other(said)))
    }
}

fn first_line(from: Option<impl io::Read>) -> Result<String, DriveError> {
    let mut line = String::new();
    for byte in from.into_iter().flat_map(io::Read::bytes) {
        match byte? {
            b'\n' => break,
            byte => line.push(char::from(byte)),
        }
    }
    Ok(line)
}

//! Dragging a file from another program's window onto the app's, with the pointer.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use super::group::Group;
use super::{DriveError, GLANCE, PATIENCE, Window};

/// The window from which a file is dragged, and where in it the pointer takes hold.
const SOURCE: &str = "Drag source";
const HOLD: (f64, f64) = (80.0, 30.0);

/// How often the pointer moves about over the goal before it lets go. The two programs agree over the
/// display server while it hovers; every move waits for the page to be painted.
const HOVERS: i32 = 12;

impl Window {
    /// Drags `file` onto the control that `onto` finds, and waits until the drag is over.
    pub async fn drop_file(&self, file: &Path, onto: &str) -> Result<(), DriveError> {
        let goal = self.on_display(onto).await?;
        let mut command = Command::new(drag_source());
        self.home.house(&mut command);
        command
            .arg(file)
            .env("DISPLAY", self.display.name())
            .env("GDK_BACKEND", "x11")
            .env("NO_AT_BRIDGE", "1")
            .env_remove("WAYLAND_DISPLAY")
            .stdin(Stdio::null())
            .stderr(Stdio::null());
        let mut source = Group::start("drag_source", &mut command)?;
        let window = self.display.wait_for(SOURCE).await?;
        let (left, top) = self.display.origin(&window)?;
        self.drag((left + HOLD.0, top + HOLD.1), goal).await?;
        let began = Instant::now();
        while source.head().try_wait()?.is_none() {
            self.give_up_after(began, PATIENCE, "the end of the drag")
                .await?;
            tokio::time::sleep(GLANCE).await;
        }
        Ok(())
    }

    async fn drag(&self, from: (f64, f64), to: (f64, f64)) -> Result<(), DriveError> {
        self.display.point_at(from.0, from.1)?;
        self.display.xdotool(&["mousedown", "1"])?;
        for step in 1..=4 {
            let part = f64::from(step) / 4.0;
            let between = |from: f64, to: f64| from + (to - from) * part;
            self.display
                .point_at(between(from.0, to.0), between(from.1, to.1))?;
            self.painted().await?;
        }
        for hover in 0..HOVERS {
            self.display.point_at(to.0 + f64::from(hover % 4), to.1)?;
            self.painted().await?;
        }
        self.display.xdotool(&["mouseup", "1"]).map(drop)
    }
}

/// The program beside the running one that offers a file.
fn drag_source() -> PathBuf {
    let me = std::env::current_exe().unwrap_or_default();
    let mut beside = me
        .ancestors()
        .skip(1)
        .map(|folder| folder.join("examples/drag_source"));
    beside
        .find(|program| program.is_file())
        .unwrap_or_else(|| PathBuf::from("drag_source"))
}

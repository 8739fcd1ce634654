//! A program on a display of its own, and an eye on that display: nothing is asked of the program itself, so
//! that the one that is shipped can be measured.

use std::collections::HashSet;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use support::window_driver::{Display, Home, PATIENCE};
use x11rb::connection::Connection as _;
use x11rb::protocol::xproto::{
    BUTTON_PRESS_EVENT, BUTTON_RELEASE_EVENT, ConnectionExt as _, ImageFormat, MOTION_NOTIFY_EVENT,
};
use x11rb::protocol::xtest::ConnectionExt as _;
use x11rb::rust_connection::RustConnection;

use crate::table::Measured;

/// Text is drawn with soft edges: more colours than any empty surface has.
const COLOURS: usize = 8;

/// How long between two looks: short beside what is measured, long enough to leave the machine alone.
pub(crate) const BLINK: Duration = Duration::from_millis(5);

/// A part of the display: left, top, width, height.
#[derive(Clone, Copy)]
pub(crate) struct Region(
    pub(crate) i16,
    pub(crate) i16,
    pub(crate) u16,
    pub(crate) u16,
);

/// A program that shows something. It ends with the value.
pub(crate) struct Shown {
    /// From its start to the first text in the region that was watched.
    pub(crate) took: Duration,
    /// What sees and points on its display.
    pub(crate) eye: Eye,
    pub(crate) display: Display,
    home: Home,
    child: Child,
}

impl Shown {
    /// Starts the program and waits for text in the region.
    pub(crate) fn start(program: &Path, region: Region) -> Measured<Self> {
        let display = Display::open(1280, 800)?;
        let eye = Eye::on(display.name())?;
        let home = Home::new("shown")?;
        let mut command = command(program, &display, &home);
        let began = Instant::now();
        let mut shown = Self {
            took: Duration::ZERO,
            child: command.spawn()?,
            eye,
            display,
            home,
        };
        while began.elapsed() < PATIENCE {
            if shown.eye.sees_text_in(region)? {
                shown.took = began.elapsed();
                return Ok(shown);
            }
            std::thread::sleep(BLINK);
        }
        Err("the window did not show".into())
    }

    /// Another program on the same display.
    pub(crate) fn beside(&self, program: &Path) -> Command {
        command(program, &self.display, &self.home)
    }
}

impl Drop for Shown {
    fn drop(&mut self) {
        // One that has ended by itself cannot be ended.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

fn command(program: &Path, display: &Display, home: &Home) -> Command {
    let mut command = Command::new(program);
    home.house(&mut command);
    command
        .env("DISPLAY", display.name())
        .env("GDK_BACKEND", "x11")
        .env("NO_AT_BRIDGE", "1")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("DBUS_SESSION_BUS_ADDRESS")
        .stdin(Stdio::null())
        .stderr(Stdio::null());
    command
}

/// Looks at a display, and points on it, through one connection: a program started for every look would
/// itself take part of what is measured.
pub(crate) struct Eye {
    connection: RustConnection,
    root: u32,
}

impl Eye {
    fn on(display: &str) -> Measured<Self> {
        let (connection, screen) = x11rb::connect(Some(display))?;
        let screen = connection.setup().roots.get(screen);
        let root = screen.ok_or("the display has no screen")?.root;
        Ok(Self { connection, root })
    }

    /// Whether something is written there.
    pub(crate) fn sees_text_in(&self, region: Region) -> Measured<bool> {
        // Four bytes each at this depth; the fourth is unused.
        let picture = self.picture_of(region)?;
        let colours: HashSet<&[u8]> = picture.chunks(4).collect();
        Ok(colours.len() > COLOURS)
    }

    /// The pixels there.
    pub(crate) fn picture_of(&self, region: Region) -> Measured<Vec<u8>> {
        let Region(left, top, width, height) = region;
        let all_planes = u32::MAX;
        let format = ImageFormat::Z_PIXMAP;
        let image = self
            .connection
            .get_image(format, self.root, left, top, width, height, all_planes)?
            .reply()?;
        Ok(image.data)
    }

    /// Moves the pointer there.
    pub(crate) fn point_at(&self, x: i16, y: i16) -> Measured<()> {
        self.hand(MOTION_NOTIFY_EVENT, 0, (x, y))
    }

    /// Presses the pointer's first button and holds it.
    pub(crate) fn press(&self) -> Measured<()> {
        self.hand(BUTTON_PRESS_EVENT, 1, (0, 0))
    }

    /// Lets go of it.
    pub(crate) fn let_go(&self) -> Measured<()> {
        self.hand(BUTTON_RELEASE_EVENT, 1, (0, 0))
    }

    fn hand(&self, event: u8, detail: u8, (x, y): (i16, i16)) -> Measured<()> {
        let now = 0;
        self.connection
            .xtest_fake_input(event, detail, now, self.root, x, y, 0)?
            .check()?;
        Ok(())
    }
}

//! From the start of the process to a first screen that can be read, beside an empty window. Both
//! are watched from outside: the picture on the display decides.

use std::collections::HashSet;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use support::window_driver::{Display, Home, PATIENCE};
use x11rb::connection::Connection as _;
use x11rb::protocol::xproto::{ConnectionExt as _, ImageFormat};
use x11rb::rust_connection::RustConnection;

use crate::table::{Figure, Measured};

/// How often each is started; the middle one counts.
const TIMES: usize = 7;

/// Where the two doors of the first start are, once the app has asked what is saved.
const DOORS: Region = Region(330, 130, 500, 200);

/// Where the empty page's one word is.
const WORD: Region = Region(0, 0, 100, 60);

/// Text is drawn with soft edges: more colours than any empty surface has.
const COLOURS: usize = 8;

/// How long between two looks: short beside what is measured, long enough to leave the machine alone.
const BLINK: Duration = Duration::from_millis(5);

/// A part of the display: left, top, width, height.
#[derive(Clone, Copy)]
struct Region(i16, i16, u16, u16);

/// The ratio of the two middles.
pub(crate) fn measure(programs: &Path) -> Measured<Vec<Figure>> {
    let (mut own, mut empty) = (Vec::new(), Vec::new());
    // In turns, so that whatever else the machine does falls on both.
    for _ in 0..TIMES {
        empty.push(start(&programs.join("examples/empty_window"), WORD)?);
        own.push(start(&programs.join("reseal"), DOORS)?);
    }
    let (own, empty) = (middle(own), middle(empty));
    let what = format!(
        "process start to first screen ÷ an empty Tauri window ({} ms, {} ms)",
        own.as_millis(),
        empty.as_millis()
    );
    Ok(vec![Figure::at_most(
        what,
        own.as_secs_f64() / empty.as_secs_f64(),
        1.30,
        "",
    )])
}

fn start(program: &Path, region: Region) -> Measured<Duration> {
    let display = Display::open(1280, 800)?;
    let eye = Eye::on(display.name())?;
    let home = Home::new("first-screen")?;
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
    let began = Instant::now();
    let mut child = command.spawn()?;
    let mut took = Err("the window did not show".into());
    while began.elapsed() < PATIENCE {
        if eye.sees_text_in(region)? {
            took = Ok(began.elapsed());
            break;
        }
        std::thread::sleep(BLINK);
    }
    child.kill()?;
    child.wait()?;
    took
}

/// Looks at a display through one connection: a program started for every look would itself take
/// part of what is measured.
struct Eye {
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

    fn sees_text_in(&self, region: Region) -> Measured<bool> {
        let Region(left, top, width, height) = region;
        let all_planes = u32::MAX;
        let format = ImageFormat::Z_PIXMAP;
        let image = self
            .connection
            .get_image(format, self.root, left, top, width, height, all_planes)?
            .reply()?;
        // Four bytes each at this depth; the fourth is unused.
        let colours: HashSet<&[u8]> = image.data.chunks(4).collect();
        Ok(colours.len() > COLOURS)
    }
}

fn middle(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

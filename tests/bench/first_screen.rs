//! From the start of the process to a first screen that can be read, beside an empty window. Both
//! are watched from outside: the picture on the display decides.

use std::collections::HashSet;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use support::window_driver::{Display, Home, PATIENCE};

use crate::table::{Figure, Measured};

/// How often each is started; the middle one counts.
const TIMES: usize = 7;

/// Where the two doors of the first start are, once the app has asked what is saved.
const DOORS: &str = "500x200+330+130";

/// Where the empty page's one word is.
const WORD: &str = "100x60+0+0";

/// Text is drawn with soft edges: more colours than any empty surface has.
const COLOURS: usize = 8;

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

fn start(program: &Path, region: &str) -> Measured<Duration> {
    let display = Display::open(1280, 800)?;
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
        if is_written_on(&display.pixels(region)?) {
            took = Ok(began.elapsed());
            break;
        }
    }
    child.kill()?;
    child.wait()?;
    took
}

fn is_written_on(pixels: &[u8]) -> bool {
    let colours: HashSet<&[u8]> = pixels.chunks(3).collect();
    colours.len() > COLOURS
}

fn middle(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

//! From letting go of a file over the window to the finished list of what it is, in the program that is
//! shipped: the picture on the display decides, and its last change counts.

use std::path::Path;
use std::time::{Duration, Instant};

use support::window_driver::PATIENCE;

use crate::doctor::export;
use crate::first_screen::DOORS;
use crate::screen::{BLINK, Eye, Region, Shown};
use crate::table::{Figure, Measured, middle};

/// How often it is done; the middle one counts.
const TIMES: usize = 7;

/// The file is taken from here in the other program's window...
const HOLD: (i16, i16) = (80, 30);

/// ...and let go here.
const GOAL: (i16, i16) = (700, 500);

/// How often the pointer moves about over the goal before it lets go, while the two programs agree.
const HOVERS: i16 = 20;

/// How long between two moves.
const PAUSE: Duration = Duration::from_millis(20);

/// Where the list begins, and below it what the file promises: all of it is drawn at once.
const LIST: Region = Region(200, 60, 900, 180);

/// The list is finished when nothing has changed for so long.
const REST: Duration = Duration::from_secs(1);

/// The middle of several drops, each in an app that was just started.
pub(crate) async fn measure(programs: &Path) -> Measured<Vec<Figure>> {
    let scratch = std::env::temp_dir().join(format!("reseal-dropped-{}", std::process::id()));
    std::fs::create_dir_all(&scratch)?;
    let times = drops(programs, &scratch).await;
    std::fs::remove_dir_all(&scratch)?;
    let what = "window: drop of a file of 2000 rounds to the finished list";
    let took = middle(times?).as_secs_f64() * 1000.0;
    Ok(vec![Figure::at_most(what, took, 150.0, " ms")])
}

async fn drops(programs: &Path, scratch: &Path) -> Measured<Vec<Duration>> {
    let file = scratch.join("dropped.p12");
    // Without a password, so that nobody is asked for one.
    export(scratch, &file, 2_000, "")?;
    let mut times = Vec::new();
    for _ in 0..TIMES {
        times.push(drop_once(programs, &file).await?);
    }
    Ok(times)
}

async fn drop_once(programs: &Path, file: &Path) -> Measured<Duration> {
    let app = Shown::start(&programs.join("reseal"), DOORS)?;
    let mut source = app.beside(&programs.join("examples/drag_source"));
    let mut source = source.arg(file).spawn()?;
    let window = app.display.wait_for("Drag source").await?;
    let (left, top) = app.display.origin(&window)?;
    let eye = &app.eye;
    #[expect(clippy::cast_possible_truncation, reason = "a display is small")]
    eye.point_at(left as i16 + HOLD.0, top as i16 + HOLD.1)?;
    eye.press()?;
    for hover in 0..HOVERS {
        eye.point_at(GOAL.0 + hover % 4, GOAL.1)?;
        tokio::time::sleep(PAUSE).await;
    }
    let before = at_rest(eye)?;
    eye.let_go()?;
    let took = last_change(eye, before);
    source.kill()?;
    source.wait()?;
    took
}

/// The picture once it does not change any more.
fn at_rest(eye: &Eye) -> Measured<Vec<u8>> {
    let mut picture = eye.picture_of(LIST)?;
    let mut since = Instant::now();
    while since.elapsed() < REST {
        std::thread::sleep(BLINK);
        let next = eye.picture_of(LIST)?;
        if next != picture {
            (picture, since) = (next, Instant::now());
        }
    }
    Ok(picture)
}

/// When the picture changed for the last time, counted from now.
fn last_change(eye: &Eye, before: Vec<u8>) -> Measured<Duration> {
    let began = Instant::now();
    let (mut picture, mut last) = (before, None);
    while began.elapsed() < PATIENCE {
        let next = eye.picture_of(LIST)?;
        let now = began.elapsed();
        if next != picture {
            (picture, last) = (next, Some(now));
        }
        if let Some(last) = last.filter(|last| now > *last + REST) {
            return Ok(last);
        }
        std::thread::sleep(BLINK);
    }
    Err("the drop changed nothing, or the window never came to rest".into())
}

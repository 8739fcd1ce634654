//! From the start of the process to a first screen that can be read, beside an empty window. Both
//! are watched from outside: the picture on the display decides.

use std::path::Path;
use std::time::Duration;

use crate::screen::{Region, Shown};
use crate::table::{Figure, Measured, middle};

/// How often each is started; the middle one counts.
const TIMES: usize = 7;

/// Where the two doors of the first start are, once the app has asked what is saved.
pub(crate) const DOORS: Region = Region(330, 130, 500, 200);

/// Where the empty page's one word is.
const WORD: Region = Region(0, 0, 100, 60);

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
    let shown = Shown::start(program, region)?;
    Ok(shown.took)
}

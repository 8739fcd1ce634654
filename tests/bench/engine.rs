//! The engine, measured from outside: its own process against a lab in this one.

mod rotation;

use std::path::Path;

use rotation::Rotation;

use crate::table::{Figure, Measured};

/// Wall clock, requests, handshakes, CPU and memory, with 1, 10 and 100 peers.
pub(crate) async fn measure(programs: &Path) -> Measured<Vec<Figure>> {
    let one = Rotation::measure(programs, 1).await?;
    let few = Rotation::measure(programs, 10).await?;
    let many = Rotation::measure(programs, 100).await?;
    // What a rotation costs whatever the number of peers is in both and falls out.
    let flat = |what: &str, of: fn(&Rotation) -> f64| {
        let early = (of(&few) - of(&one)) / 9.0;
        let late = (of(&many) - of(&few)) / 90.0;
        let says =
            format!("{what} for each further peer, N = 10…100 ÷ 1…10 ({late:.1}, {early:.1})");
        Figure::at_most(says, late / early, 1.10, "")
    };
    Ok(vec![
        Figure::at_most(
            "wall clock ÷ critical path, N = 10",
            few.stretch(),
            1.10,
            "",
        ),
        Figure::at_most(
            "wall clock ÷ critical path, N = 100",
            many.stretch(),
            1.25,
            "",
        ),
        flat("HTTP requests", |rotation| rotation.requests),
        flat("TLS handshakes", |rotation| rotation.handshakes),
        Figure::at_most(
            "own CPU per peer, N = 100",
            many.cpu_per_peer(),
            30.0,
            " ms",
        ),
        Figure::at_most("memory above idle, N = 100", many.memory, 40.0, " MiB"),
    ])
}

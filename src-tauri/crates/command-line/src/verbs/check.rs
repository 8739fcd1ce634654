//! `check`: who trusts whom, in both directions, as far as the named sites let us in.

use application::named::{self, Keys, Named};
use rotation::{Outcome, Problem};
use serde_json::json;
use trust::Matrix;

use crate::console::Console;
use crate::problems::of_access;

/// Signs in at every site and tells the matrix. It needs attention unless every cell is the same and no site complains.
pub(crate) async fn check(
    sites: &[Named],
    keys: &Keys,
    console: &Console,
) -> Result<Outcome, Problem> {
    let mut checked = named::check(sites, keys).await.map_err(of_access)?;
    let refused = match &checked.matrix {
        Some(_) => None,
        None => checked.problems.pop(),
    };
    checked
        .problems
        .iter()
        .for_each(|problem| console.tell(problem));
    if let Some(problem) = refused {
        return Err(problem);
    }
    let outcome = if checked.is_all_well() {
        Outcome::Done
    } else {
        Outcome::Attention
    };
    checked
        .matrix
        .iter()
        .for_each(|matrix| tell(matrix, outcome, console));
    Ok(outcome)
}

fn tell(matrix: &Matrix, outcome: Outcome, console: &Console) {
    for cell in &matrix.cells {
        let (from, to, word) = (&cell.from, &cell.to, cell.verdict.word());
        console.say(&format!("{from} -> {to}: {word}"));
        if !cell.is_well() {
            console.say(&format!("  {}\n  {}", cell.meaning, cell.action));
        }
    }
    if matrix.cells.is_empty() {
        console.say("None of these sites is paired with another one.");
    }
    let cells = matrix.cells.iter().map(|cell| {
        json!({
            "from": cell.from,
            "to": cell.to,
            "verdict": cell.verdict.slug(),
            "meaning": cell.meaning,
            "action": cell.action,
            "complaint": cell.complaint,
        })
    });
    console.line(&json!({"outcome": outcome, "cells": cells.collect::<Vec<_>>()}));
}

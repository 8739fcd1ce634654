//! What became of a replacement that an earlier run may have sent, when its record cannot tell: the wire is
//! looked at first, then the site is asked, and then a person decides. Nothing is sent before.

use certificate::Thumbprint;

use crate::event::Event;
use crate::halt::Halt;
use crate::live::Live;
use crate::look::look;
use crate::memory::Earlier;
use crate::questions;
use crate::replace::{ReplaceError, old_session};
use crate::reporter::Reporter;
use message::Problem;

/// What the site shows, compared with what the earlier run knew.
enum Shows {
    /// What it showed before that run.
    Before,
    /// Nobody knows what it showed before.
    Unknown,
    /// What that run sent, or something that came after its regenerate.
    Sent,
    /// A certificate that came after both: whatever that run sent is over.
    Later,
}

/// Settles every doubt that earlier runs left at the site.
pub(crate) async fn settle(live: &mut Live, reporter: &Reporter) -> Result<(), Halt> {
    while let Some(earlier) = live.memory.earlier.first().cloned() {
        let in_use = look_first(live).await?;
        let says = decide(live, reporter, &earlier, in_use).await?;
        let run = earlier.run.clone();
        let settled = Event::EarlierSettled { run, says };
        live.keep(reporter, settled).await?;
        reporter.settle(&earlier.run);
    }
    Ok(())
}

/// The certificate that the site shows and says that it uses; both are those that the run was planned for.
async fn look_first(live: &mut Live) -> Result<Thumbprint, Halt> {
    let site = live.local.name.clone();
    let seen = look(&live.local.access.address, &live.patience).await;
    let Some(seen) = seen.map(|sighting| sighting.leaf.thumbprint()) else {
        return Err(Problem::from(&ReplaceError::Away { site }).into());
    };
    if seen != live.local.old {
        return Err(Problem::from(&ReplaceError::ChangedMeanwhile { site, uses: seen }).into());
    }
    let session = old_session(live).await?;
    let reports = live.patience.read(|| session.certificate()).await;
    let reports = reports.map_err(|error| error.problem(&site))?;
    let uses = reports.thumbprint;
    if uses != seen {
        return Err(Problem::from(&ReplaceError::ChangedMeanwhile { site, uses }).into());
    }
    Ok(uses)
}

async fn decide(
    live: &mut Live,
    reporter: &Reporter,
    earlier: &Earlier,
    in_use: Thumbprint,
) -> Result<String, Halt> {
    let (site, run) = (live.local.name.clone(), &earlier.run);
    let shows = match compare(earlier, in_use) {
        Shows::Later => {
            return Ok(format!(
                "{site} uses a certificate that is later than what the run {run} may have sent."
            ));
        }
        Shows::Sent => format!(
            "{site} uses another certificate than before it: very likely that one took effect."
        ),
        Shows::Before => format!(
            "{site} shows and reports the certificate that it had before: very likely that one did not take effect, \
             unless its restart is still to come."
        ),
        Shows::Unknown => format!(
            "Which certificate {site} had before it, and which one was sent, cannot be read any more."
        ),
    };
    let question = questions::after_an_earlier_run(&site, run, &shows);
    let answer = live.ask(reporter, question).await?;
    if answer.answer != questions::REPLACE {
        let run = run.clone();
        return Err(Problem::from(&ReplaceError::EarlierStands { site, run }).into());
    }
    Ok(format!(
        "The certificate of {site} is replaced whatever became of the run {run}, as was decided."
    ))
}

fn compare(earlier: &Earlier, in_use: Thumbprint) -> Shows {
    let Some(call) = &earlier.call else {
        return Shows::Unknown;
    };
    let in_use = in_use.to_string();
    match &call.new {
        _ if call.old == in_use => Shows::Before,
        Some(new) if *new != in_use => Shows::Later,
        Some(_) | None => Shows::Sent,
    }
}

//! One task writes the journal; everybody else hands events to it and waits until they are kept.
//!
//! Events that arrive together share one flush. That keeps a hundred peers from queueing behind a
//! hundred flushes of the disk, and still nothing is done before its intent is on the disk.

use ground::Surroundings;
use time::OffsetDateTime;
use tokio::sync::{broadcast, mpsc, oneshot, watch};
use tokio::task::JoinHandle;

use crate::activity::StepStatus;
use crate::event::{Event, Guarded, Outcome, Record};
use crate::halt::NotKept;
use crate::journal::{AppendError, Journal, RunId};
use crate::progress::{Progress, RunView};
use message::Problem;

/// How many events share one flush at most.
const BATCH_MAX: usize = 64;

/// Where a run's events go. Cheap to clone; the journal closes when the last clone is gone.
#[derive(Debug, Clone)]
pub(crate) struct Reporter {
    entries: mpsc::UnboundedSender<Entry>,
}

/// A reporter that does not keep the journal open.
#[derive(Debug, Clone)]
pub(crate) struct WeakReporter {
    entries: mpsc::WeakUnboundedSender<Entry>,
}

impl WeakReporter {
    /// The reporter, while the run is at work.
    pub(crate) fn upgrade(&self) -> Option<Reporter> {
        let entries = self.entries.upgrade()?;
        Some(Reporter { entries })
    }
}

/// What is handed to the writer.
#[derive(Debug)]
enum Entry {
    /// An event, with somebody who waits for it or nobody.
    Event(Box<Event>, Option<oneshot::Sender<Result<(), NotKept>>>),
    /// That the guarded call of this earlier run is in doubt no more.
    Settle(RunId),
    /// The guard file of the call that must never be repeated blindly.
    Guard(Box<Guarded>, oneshot::Sender<Result<(), NotKept>>),
}

/// Who is told of a kept record.
pub(crate) struct Audience {
    pub(crate) view: watch::Sender<RunView>,
    pub(crate) records: broadcast::Sender<Record>,
    pub(crate) progress: Progress,
}

impl Reporter {
    /// Starts the writer. The handle ends after the last reporter is gone, and then the
    /// journal's lock is free.
    pub(crate) fn start(
        journal: Journal,
        audience: Audience,
        surroundings: Surroundings,
    ) -> (Self, JoinHandle<Option<Audience>>) {
        let (entries, received) = mpsc::unbounded_channel();
        let writer = Writer {
            journal,
            audience,
            broken: None,
        };
        let handle = tokio::spawn(writer.run(received, surroundings));
        (Self { entries }, handle)
    }

    /// Keeps an event; it is on the disk when this returns.
    pub(crate) async fn keep(&self, event: Event) -> Result<(), NotKept> {
        let (kept, waiting) = oneshot::channel();
        self.hand(Entry::Event(Box::new(event), Some(kept)), waiting)
            .await
    }

    /// Keeps events that belong together, with one flush of the disk.
    pub(crate) async fn keep_all(&self, events: Vec<Event>) -> Result<(), NotKept> {
        let mut events = events;
        let Some(last) = events.pop() else {
            return Ok(());
        };
        events.into_iter().for_each(|event| self.mention(event));
        self.keep(last).await
    }

    /// Places the guard file; it is on the disk when this returns.
    pub(crate) async fn guard(&self, call: Guarded) -> Result<(), NotKept> {
        let (kept, waiting) = oneshot::channel();
        self.hand(Entry::Guard(Box::new(call), kept), waiting).await
    }

    /// Notes beside the record of an earlier run that the doubt of its guard is over. Where that cannot be
    /// written, the next run asks once more.
    pub(crate) fn settle(&self, earlier: &str) {
        if let Ok(earlier) = earlier.parse() {
            // A writer that is gone has said so to whoever kept something last.
            drop(self.entries.send(Entry::Settle(earlier)));
        }
    }

    /// Passes on an event that only shows progress; it reaches the disk with the next one kept.
    pub(crate) fn mention(&self, event: Event) {
        // A writer that is gone has said so to whoever kept something last.
        drop(self.entries.send(Entry::Event(Box::new(event), None)));
    }

    /// A reporter that does not keep the journal open.
    pub(crate) fn downgrade(&self) -> WeakReporter {
        let entries = self.entries.downgrade();
        WeakReporter { entries }
    }

    async fn hand(
        &self,
        entry: Entry,
        waiting: oneshot::Receiver<Result<(), NotKept>>,
    ) -> Result<(), NotKept> {
        let handed = self.entries.send(entry).is_ok();
        match waiting.await {
            Ok(kept) if handed => kept,
            _ => Err(NotKept(Problem::from(&AppendError::Poisoned))),
        }
    }
}

/// Who owns the journal.
struct Writer {
    journal: Journal,
    audience: Audience,
    broken: Option<NotKept>,
}

impl Writer {
    async fn run(
        mut self,
        mut received: mpsc::UnboundedReceiver<Entry>,
        surroundings: Surroundings,
    ) -> Option<Audience> {
        loop {
            let mut batch = Vec::new();
            if received.recv_many(&mut batch, BATCH_MAX).await == 0 {
                return Some(self.audience);
            }
            let now = surroundings.now();
            // The disk may let one wait for long.
            let writing = surroundings.aside(move || {
                self.write(batch, now);
                self
            });
            self = writing.await?;
        }
    }

    /// Writes what came together, flushes once, tells everyone, and then lets the waiting go on.
    fn write(&mut self, batch: Vec<Entry>, now: OffsetDateTime) {
        let last_kept = batch
            .iter()
            .rposition(|entry| matches!(entry, Entry::Event(_, Some(_))));
        let (mut waiting, mut written) = (Vec::new(), Vec::new());
        for (position, entry) in batch.into_iter().enumerate() {
            match entry {
                Entry::Event(event, waiter) => {
                    written.extend(self.append(*event, last_kept == Some(position), now));
                    waiting.extend(waiter);
                }
                Entry::Settle(earlier) => drop(self.journal.settle(&earlier, now)),
                Entry::Guard(call, waiter) => {
                    let placed = self.journal.place_guard(&call);
                    self.note_failure(placed.err());
                    waiting.push(waiter);
                }
            }
        }
        let view = self.audience.progress.view().clone();
        self.audience.view.send_replace(view);
        // Whoever hears of a question finds it in the view, so the view comes first.
        for record in written {
            // Nobody listening is no failure.
            drop(self.audience.records.send(record));
        }
        let outcome = self.broken.clone().map_or(Ok(()), Err);
        for waiter in waiting {
            // Whoever stopped waiting has been cancelled; the record stands all the same.
            drop(waiter.send(outcome.clone()));
        }
    }

    /// What was written, to be told. Of what cannot be written any more only the bad end is told.
    fn append(&mut self, event: Event, is_durable: bool, now: OffsetDateTime) -> Option<Record> {
        let ending = is_bad_end(&event).then(|| Record {
            at: now,
            event: event.clone(),
        });
        let record = match self.broken {
            Some(_) => ending,
            None => self.written(event, is_durable, now).or(ending),
        }?;
        self.audience.progress.take(&record);
        Some(record)
    }

    fn written(&mut self, event: Event, is_durable: bool, now: OffsetDateTime) -> Option<Record> {
        let written = if is_durable {
            self.journal.append(event, now)
        } else {
            self.journal.append_lazily(event, now)
        };
        match written {
            Ok(record) => Some(record),
            Err(error) => {
                self.note_failure(Some(error));
                None
            }
        }
    }

    /// A journal that failed once is not trusted again in this run.
    fn note_failure(&mut self, error: Option<AppendError>) {
        if let (Some(error), None) = (error, &self.broken) {
            self.broken = Some(NotKept(Problem::from(&error)));
        }
    }
}

/// Whether it says that the run stops, or why. Nothing is done because of it, so it may be told unwritten:
/// a person must hear that the disk is full even where that cannot be written down.
fn is_bad_end(event: &Event) -> bool {
    let fails = matches!(
        event,
        Event::StepEnded {
            status: StepStatus::Failed,
            ..
        }
    );
    fails || matches!(event, Event::RunFinished { outcome, .. } if *outcome != Outcome::Done)
}

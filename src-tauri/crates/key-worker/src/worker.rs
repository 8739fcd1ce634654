//! The parent's side: starts a child for one task, waits as long as was agreed, and takes the answer.

use std::io;
use std::path::PathBuf;
use std::process::{ExitStatus, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use certificate::{BundleError, Certificate, Name, Options, RsaSize, Sealed};
use ground::Surroundings;
use message::Message;
use secrecy::{ExposeSecret as _, SecretString};
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::process::{Child, Command};
use zeroize::Zeroizing;

use crate::estimate::estimate;
use crate::exchange::{END, MadeRequest, Reply, Task, Wish};
use crate::offered_file::OfferedFile;
use crate::opened::NoEntry;
use crate::{ARGUMENT, LeftOut, Opened};

/// How long one task may take where no more work was agreed to than is done unasked.
const DEADLINE: Duration = Duration::from_secs(10);

/// How long making a key may take: how often a large prime is found by chance varies widely.
const FOR_A_KEY: Duration = Duration::from_mins(2);

/// The longest answer that is read: the certificates of fifty files, as base64.
const LONGEST_ANSWER: u64 = 128 << 20;

/// Opens and seals files and makes keys, each time in a child of its own.
#[derive(Debug, Clone)]
pub struct Worker {
    surroundings: Surroundings,
    program: PathBuf,
    options: Options,
    entry: Option<String>,
    ahead: Arc<Mutex<Option<Child>>>,
}

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub enum WorkerError {
    /// The child could not be started.
    #[error("start the process that opens files")]
    NotStarted(#[source] io::Error),
    /// It took longer than was agreed.
    #[error("open the files within {} s", limit.as_secs())]
    TookTooLong {
        /// What was agreed.
        limit: Duration,
    },
    /// It ended without an answer: it ran into a limit, or the reader went astray.
    #[error("open the files: the process ended without an answer ({status})")]
    Ended {
        /// How.
        status: ExitStatus,
    },
    /// The pipe to it broke.
    #[error("speak with the process that opens files")]
    Pipe(#[source] io::Error),
    /// What it said is no answer to what it was asked.
    #[error("understand the process that opens files")]
    NotUnderstood,
}

/// Why nothing was sealed.
#[derive(Debug, thiserror::Error)]
pub enum SealError {
    /// A file does not open, and without it something is missing.
    #[error("open {0}")]
    Closed(Box<LeftOut>),
    /// The files hold no certificate with its key.
    #[error("find a certificate with its key")]
    Incomplete(#[source] BundleError),
    /// The files hold one, and a part of them did not open: it might be the one that is meant.
    #[error("open all of the files: {}", names_of(.0))]
    LeftOut(Vec<LeftOut>),
    /// Java refuses one of the certificates, and so the appliance every keystore with it.
    #[error("write the keystore: Java refuses a certificate in it")]
    Refused {
        /// Which certificate, and why.
        what: Box<Message>,
    },
    /// The keystore could not be written, or does not read back.
    #[error("write the keystore: {why}")]
    NotWritten {
        /// The child's own words.
        why: String,
    },
    /// There is no answer.
    #[error(transparent)]
    Worker(#[from] WorkerError),
}

/// Why no request was made.
#[derive(Debug, thiserror::Error)]
pub enum RequestError {
    /// The key or the request could not be made.
    #[error("make the request: {why}")]
    NotMade {
        /// The child's own words.
        why: String,
    },
    /// There is no answer.
    #[error(transparent)]
    Worker(#[from] WorkerError),
}

fn names(files: &[OfferedFile]) -> Vec<String> {
    files.iter().map(|file| file.name.clone()).collect()
}

fn names_of(left_out: &[LeftOut]) -> String {
    let names: Vec<String> = left_out.iter().map(ToString::to_string).collect();
    names.join("; ")
}

impl Worker {
    /// One whose children are this very program.
    pub fn of_this_program(surroundings: Surroundings) -> io::Result<Self> {
        Ok(Self::of(std::env::current_exe()?, surroundings))
    }

    /// One whose children are `program`, which must call [`crate::serve`] when [`crate::is_wanted`].
    pub fn of(program: impl Into<PathBuf>, surroundings: Surroundings) -> Self {
        Self {
            surroundings,
            program: program.into(),
            options: Options::default(),
            entry: None,
            ahead: Arc::default(),
        }
    }

    /// The same, for files that a person agreed to wait for.
    #[must_use]
    pub fn allowing(self, options: Options) -> Self {
        Self { options, ..self }
    }

    /// The same, for files in which several keys have a certificate: the entry that is called so is meant.
    #[must_use]
    pub fn choosing(self, entry: Option<String>) -> Self {
        Self { entry, ..self }
    }

    /// Opens `files` and puts what is in them together with `added`.
    pub async fn open(
        &self,
        files: &[OfferedFile],
        added: &[Certificate],
    ) -> Result<Opened, WorkerError> {
        match self.ask(Task::new(files, added, self.options)).await? {
            Reply::Opened(mut opened) if opened.files.len() == files.len() => {
                opened.names = names(files);
                Ok(opened)
            }
            Reply::Opened(_)
            | Reply::Sealed(_)
            | Reply::NoEntry(_)
            | Reply::Requested(_)
            | Reply::Refused(_)
            | Reply::NotWritten(_) => Err(WorkerError::NotUnderstood),
        }
    }

    /// Opens `files` again and writes the certificate with its key and chain as keystores that
    /// `password` opens.
    pub async fn seal(
        &self,
        files: &[OfferedFile],
        added: &[Certificate],
        password: &SecretString,
    ) -> Result<Sealed, SealError> {
        let mut task = Task::new(files, added, self.options);
        task.wish = Wish::Seal(password.expose_secret().to_owned());
        match self.ask(task).await? {
            Reply::Sealed(sealed) => {
                let sealed = sealed.with(password);
                sealed.ok_or_else(|| WorkerError::NotUnderstood.into())
            }
            Reply::NoEntry(NoEntry::Closed(closed)) => {
                Err(SealError::Closed(Box::new(closed.named(&names(files)))))
            }
            Reply::NoEntry(NoEntry::Incomplete(error)) => Err(SealError::Incomplete(error)),
            Reply::NoEntry(NoEntry::LeftOut(left_out)) => Err(SealError::LeftOut(
                left_out
                    .into_iter()
                    .map(|one| one.named(&names(files)))
                    .collect(),
            )),
            Reply::Refused(what) => Err(SealError::Refused { what }),
            Reply::NotWritten(why) => Err(SealError::NotWritten { why }),
            Reply::Opened(_) | Reply::Requested(_) => Err(WorkerError::NotUnderstood.into()),
        }
    }

    /// Makes a key and the request for a certificate of `names`. The key leaves the child encrypted
    /// under `password`.
    pub async fn request(
        &self,
        names: &[Name],
        size: RsaSize,
        password: &SecretString,
    ) -> Result<MadeRequest, RequestError> {
        let mut task = Task::new(&[], &[], self.options);
        task.wish = Wish::Request {
            names: names.to_vec(),
            size,
            password: password.expose_secret().to_owned(),
        };
        match self.ask(task).await? {
            Reply::Requested(made) => Ok(made),
            Reply::NotWritten(why) => Err(RequestError::NotMade { why }),
            Reply::Opened(_) | Reply::Sealed(_) | Reply::NoEntry(_) | Reply::Refused(_) => {
                Err(WorkerError::NotUnderstood.into())
            }
        }
    }

    /// Starts the child for the next task now, where a file can be seen to come: an app takes longer to load
    /// its libraries than to open most files. It waits until it is asked or this worker is dropped.
    pub fn make_ready(&self) {
        let mut ahead = self.ahead.lock().unwrap_or_else(PoisonError::into_inner);
        if ahead.is_none() {
            // What keeps it from starting is told to whoever asks.
            *ahead = self.start().ok();
        }
    }

    /// The child that was started ahead, if it still waits.
    fn ahead(&self) -> Option<Child> {
        let mut ahead = self.ahead.lock().unwrap_or_else(PoisonError::into_inner);
        let mut child = ahead.take()?;
        matches!(child.try_wait(), Ok(None)).then_some(child)
    }

    async fn ask(&self, mut task: Task) -> Result<Reply, WorkerError> {
        task.entry.clone_from(&self.entry);
        let limit = self.deadline(&task);
        // What no clock here ends any more, because this process was killed, ends by itself.
        task.seconds = limit.as_secs().saturating_add(1);
        let task = serde_json::to_vec(&task).map(Zeroizing::new);
        let task = task.map_err(|_| WorkerError::NotUnderstood)?;
        let mut child = match self.ahead() {
            Some(child) => child,
            None => self.start().map_err(WorkerError::NotStarted)?,
        };
        // Dropping the child at the deadline ends it.
        let answer = answer_of(&mut child, &task);
        self.surroundings
            .timeout(limit, answer)
            .await
            .map_err(|_| WorkerError::TookTooLong { limit })?
    }

    /// What is done unasked fits into [`DEADLINE`] many times over; what was agreed to is given twice
    /// what it is estimated at.
    fn deadline(&self, task: &Task) -> Duration {
        if matches!(task.wish, Wish::Request { .. }) {
            return FOR_A_KEY;
        }
        if self.options == Options::default() {
            return DEADLINE;
        }
        let files = u32::try_from(task.files.len()).unwrap_or(u32::MAX);
        DEADLINE + estimate(self.options.hashes).saturating_mul(2 * files)
    }

    fn start(&self) -> io::Result<Child> {
        let mut command = Command::new(&self.program);
        command
            .arg(ARGUMENT)
            .current_dir(if cfg!(windows) { "C:\\" } else { "/" })
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .env_clear();
        // Windows finds its own libraries by it.
        if let Some(root) = std::env::var_os("SystemRoot").filter(|_| cfg!(windows)) {
            command.env("SystemRoot", root);
        }
        command.spawn()
    }
}

async fn answer_of(child: &mut Child, task: &[u8]) -> Result<Reply, WorkerError> {
    let (Some(mut stdin), Some(stdout)) = (child.stdin.take(), child.stdout.take()) else {
        return Err(WorkerError::NotUnderstood);
    };
    let asking = async move {
        // A child that ended before it heard everything tells more by its end.
        drop(stdin.write_all(task).await);
    };
    let hearing = async {
        let mut reply = Zeroizing::new(Vec::new());
        let mut answer = BufReader::new(stdout.take(LONGEST_ANSWER));
        let read = answer.read_until(END, &mut reply).await;
        read.map(|_| reply)
    };
    let ((), reply) = tokio::join!(asking, hearing);
    let reply = reply.map_err(WorkerError::Pipe)?;
    if reply.last() != Some(&END) {
        let status = child.wait().await.map_err(WorkerError::Pipe)?;
        let is_well = status.success();
        let ended = WorkerError::Ended { status };
        return Err(if is_well {
            WorkerError::NotUnderstood
        } else {
            ended
        });
    }
    serde_json::from_slice(&reply).map_err(|_| WorkerError::NotUnderstood)
}

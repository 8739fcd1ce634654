//! What was typed, as a wish. Flags stand before the verb or after it.

use std::ffi::OsString;
use std::path::PathBuf;

use appliance::ParseAddressError;
use application::named::Named;
use certificate::{ParseThumbprintError, Thumbprint};
use lexopt::Arg::{Long, Short, Value};

use crate::wish::{Answer, Invocation, Report, Resume, Rotate, Source, Verb, Work};

/// Why what was typed is not understood.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ArgumentsError {
    #[error("nothing says what to do")]
    NoVerb,
    #[error("{verb:?} is nothing that reseal-cli does")]
    UnknownVerb { verb: String },
    #[error("a word is not understood")]
    Word(#[from] lexopt::Error),
    #[error("{flag} has no meaning for {verb}")]
    NotForVerb {
        flag: &'static str,
        verb: &'static str,
    },
    #[error("{verb} wants {wanted}")]
    Missing {
        wanted: &'static str,
        verb: &'static str,
    },
    #[error("{verb} takes no further word {word:?}")]
    TooMany { word: String, verb: &'static str },
    #[error("an address is not understood")]
    Address(#[from] ParseAddressError),
    #[error("{given:?} is no SHA-256 thumbprint")]
    Thumbprint {
        given: String,
        #[source]
        source: ParseThumbprintError,
    },
    #[error("{given:?} is no answer")]
    Answer { given: String },
    #[error("a key of {bits} bits is not offered")]
    Size { bits: usize },
}

/// Everything that was typed, before it is known for which verb.
#[derive(Default)]
struct Given {
    flags: Vec<&'static str>,
    words: Vec<OsString>,
    state: Option<PathBuf>,
    thumbprint: Option<String>,
    import: Option<PathBuf>,
    html: Option<PathBuf>,
    write: Option<PathBuf>,
    peers: Vec<String>,
    answers: Vec<String>,
    pace: Option<u32>,
    names: Vec<String>,
    size: Option<usize>,
    site: Option<String>,
    entry: Option<String>,
    out: Option<PathBuf>,
    show: Option<String>,
    forget: Option<String>,
}

/// Understands a command line.
pub(crate) fn read(words: Vec<OsString>) -> Result<Invocation, ArgumentsError> {
    let mut given = Given::default();
    let mut parser = lexopt::Parser::from_args(words);
    while let Some(word) = parser.next()? {
        match word {
            Value(word) => {
                given.words.push(word);
                continue;
            }
            Short('h') | Long("help") => given.flags.push("--help"),
            Short('V') | Long("version") => given.flags.push("--version"),
            Long("json") => given.flags.push("--json"),
            Long("secrets-stdin") => given.flags.push("--secrets-stdin"),
            Long("regenerate") => given.flags.push("--regenerate"),
            Long("plan-only") => given.flags.push("--plan-only"),
            Long("older") => given.flags.push("--older"),
            Long("open-anyway") => given.flags.push("--open-anyway"),
            Long("complete") => given.flags.push("--complete"),
            Long("fetch-issuers") => given.flags.push("--fetch-issuers"),
            Long("list") => given.flags.push("--list"),
            Long(name) => {
                let name = name.to_owned();
                given.take_value(&name, &mut parser)?;
            }
            other @ Short(_) => return Err(other.unexpected().into()),
        }
    }
    given.understood()
}

impl Given {
    fn take_value(
        &mut self,
        name: &str,
        parser: &mut lexopt::Parser,
    ) -> Result<(), ArgumentsError> {
        use lexopt::ValueExt as _;
        let mut value = || parser.value();
        let flag = match name {
            "state" => set("--state", &mut self.state, value()?.into()),
            "import" => set("--import", &mut self.import, value()?.into()),
            "html" => set("--html", &mut self.html, value()?.into()),
            "write" => set("--write", &mut self.write, value()?.into()),
            "out" => set("--out", &mut self.out, value()?.into()),
            "thumbprint" => set("--thumbprint", &mut self.thumbprint, value()?.string()?),
            "site" => set("--site", &mut self.site, value()?.string()?),
            "entry" => set("--entry", &mut self.entry, value()?.string()?),
            "show" => set("--show", &mut self.show, value()?.string()?),
            "forget" => set("--forget", &mut self.forget, value()?.string()?),
            "pace" => set("--pace", &mut self.pace, value()?.parse()?),
            "size" => set("--size", &mut self.size, value()?.parse()?),
            "peer" => add("--peer", &mut self.peers, value()?.string()?),
            "answer" => add("--answer", &mut self.answers, value()?.string()?),
            "name" => add("--name", &mut self.names, value()?.string()?),
            other => return Err(lexopt::Error::UnexpectedOption(format!("--{other}")).into()),
        };
        self.flags.push(flag);
        Ok(())
    }

    fn has(&self, flag: &str) -> bool {
        self.flags.contains(&flag)
    }

    fn understood(mut self) -> Result<Invocation, ArgumentsError> {
        let verb = if self.has("--help") {
            Verb::Help
        } else if self.has("--version") {
            Verb::Version
        } else {
            self.verb()?
        };
        Ok(Invocation {
            secrets_on_stdin: self.has("--secrets-stdin"),
            state: self.state,
            verb,
        })
    }

    fn verb(&mut self) -> Result<Verb, ArgumentsError> {
        if self.words.is_empty() {
            return Err(ArgumentsError::NoVerb);
        }
        let verb = self.words.remove(0);
        match verb.to_str() {
            Some("rotate") => self.rotate().map(Verb::Rotate),
            Some("resume") => self.resume().map(Verb::Resume),
            Some("check") => self.check().map(Verb::Check),
            Some("doctor") => self.doctor().map(Verb::Doctor),
            Some("compare") => self.compare().map(Verb::Compare),
            Some("request") => self.request().map(Verb::Request),
            Some("join") => self.join().map(Verb::Join),
            Some("report") => self.report().map(Verb::Report),
            Some("help") => Ok(Verb::Help),
            _ => Err(ArgumentsError::UnknownVerb {
                verb: verb.to_string_lossy().into_owned(),
            }),
        }
    }

    fn rotate(&mut self) -> Result<Rotate, ArgumentsError> {
        let verb = "rotate";
        self.only(
            verb,
            &[
                "--thumbprint",
                "--import",
                "--regenerate",
                "--peer",
                "--plan-only",
                "--answer",
                "--pace",
            ],
        )?;
        let site = self.word(verb, "the ADDRESS of the site")?;
        self.no_more_words(verb)?;
        let source = match (self.import.take(), self.has("--regenerate")) {
            (Some(file), false) => Source::Import(file),
            (None, true) => Source::Regenerate,
            _ => {
                let wanted = "either --import FILE or --regenerate";
                return Err(ArgumentsError::Missing { wanted, verb });
            }
        };
        Ok(Rotate {
            site: self.with_thumbprint(named(&site)?)?,
            source,
            peers: self.named_peers()?,
            plan_only: self.has("--plan-only"),
            work: self.work()?,
        })
    }

    fn resume(&mut self) -> Result<Resume, ArgumentsError> {
        let verb = "resume";
        self.only(verb, &["--import", "--peer", "--answer", "--pace"])?;
        let run = if self.words.is_empty() {
            None
        } else {
            Some(self.word(verb, "a RUN")?)
        };
        self.no_more_words(verb)?;
        Ok(Resume {
            run,
            import: self.import.take(),
            peers: self.named_peers()?,
            work: self.work()?,
        })
    }

    /// The thumbprint belongs to the first site; those named with `--peer` are sites like the others.
    fn check(&mut self) -> Result<Vec<Named>, ArgumentsError> {
        let verb = "check";
        self.only(verb, &["--thumbprint", "--peer"])?;
        let first = self.word(verb, "the ADDRESS of a site")?;
        let mut sites = vec![self.with_thumbprint(named(&first)?)?];
        while !self.words.is_empty() {
            sites.push(named(&self.word(verb, "the ADDRESS of a site")?)?);
        }
        sites.extend(self.named_peers()?);
        Ok(sites)
    }

    fn report(&mut self) -> Result<Report, ArgumentsError> {
        let verb = "report";
        self.only(verb, &["--html"])?;
        let run = self.word(verb, "the name of a RUN")?;
        self.no_more_words(verb)?;
        let wanted = "--html FILE";
        let missing = ArgumentsError::Missing { wanted, verb };
        let html = self.html.take().ok_or(missing)?;
        Ok(Report { run, html })
    }

    /// Refuses flags that mean nothing for this verb: they were meant for something.
    fn only(&self, verb: &'static str, known: &[&str]) -> Result<(), ArgumentsError> {
        const EVERYWHERE: [&str; 3] = ["--json", "--state", "--secrets-stdin"];
        let mut flags = self.flags.iter().copied();
        let stray = flags.find(|flag| !known.contains(flag) && !EVERYWHERE.contains(flag));
        stray.map_or(Ok(()), |flag| {
            Err(ArgumentsError::NotForVerb { flag, verb })
        })
    }

    fn word(&mut self, verb: &'static str, wanted: &'static str) -> Result<String, ArgumentsError> {
        if self.words.is_empty() {
            return Err(ArgumentsError::Missing { wanted, verb });
        }
        let word = self.words.remove(0).into_string();
        Ok(word.map_err(lexopt::Error::NonUnicodeValue)?)
    }

    fn no_more_words(&self, verb: &'static str) -> Result<(), ArgumentsError> {
        self.words.first().map_or(Ok(()), |word| {
            let word = word.to_string_lossy().into_owned();
            Err(ArgumentsError::TooMany { word, verb })
        })
    }

    fn with_thumbprint(&self, site: Named) -> Result<Named, ArgumentsError> {
        let pin = self.thumbprint.as_deref().map(thumbprint).transpose()?;
        Ok(Named {
            pin: pin.or(site.pin),
            ..site
        })
    }

    fn named_peers(&self) -> Result<Vec<Named>, ArgumentsError> {
        self.peers.iter().map(|peer| named(peer)).collect()
    }

    fn work(&self) -> Result<Work, ArgumentsError> {
        let answers: Result<_, _> = self.answers.iter().map(|given| answer(given)).collect();
        Ok(Work {
            answers: answers?,
            pace: self.pace,
        })
    }
}

/// Takes a value; given twice, the last one counts.
fn set<T>(flag: &'static str, to: &mut Option<T>, value: T) -> &'static str {
    *to = Some(value);
    flag
}

/// Takes one value of several.
fn add(flag: &'static str, to: &mut Vec<String>, value: String) -> &'static str {
    to.push(value);
    flag
}

/// `ADDRESS` or `ADDRESS=SHA-256:…`.
fn named(given: &str) -> Result<Named, ArgumentsError> {
    let (address, pin) = match given.split_once('=') {
        Some((address, pin)) => (address, Some(thumbprint(pin)?)),
        None => (given, None),
    };
    Ok(Named {
        address: address.parse()?,
        pin,
    })
}

fn thumbprint(given: &str) -> Result<Thumbprint, ArgumentsError> {
    given.parse().map_err(|source| ArgumentsError::Thumbprint {
        given: given.to_owned(),
        source,
    })
}

/// `QUESTION=ANSWER` or `QUESTION=ANSWER=TYPED`.
fn answer(given: &str) -> Result<Answer, ArgumentsError> {
    let mut parts = given.splitn(3, '=').map(ToOwned::to_owned);
    let (Some(question), Some(answer)) = (parts.next(), parts.next()) else {
        let given = given.to_owned();
        return Err(ArgumentsError::Answer { given });
    };
    Ok(Answer {
        question,
        answer,
        typed: parts.next(),
    })
}

mod files;
mod requests;
#[cfg(test)]
mod tests;

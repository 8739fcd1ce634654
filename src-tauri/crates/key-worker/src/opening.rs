//! Opens files in this process: called in the child alone.

use certificate::{Certificate, Contents, Entry, Options, ReadError, join, read_with};

use crate::exchange::Task;
use crate::inside::Inside;
use crate::left_out;
use crate::offered_file::OfferedFile;
use crate::opened::{NoEntry, Opened, Together};

/// Opens files in this process and puts what is in them together with the certificates of `added`.
pub(crate) fn open(files: &[OfferedFile], added: Vec<Certificate>, task: &Task) -> Opened {
    let (files, contents) = read_all(files, added, task.options);
    // A keystore that opens with nothing in it is told like any other without a key.
    if files.iter().all(Result::is_err) && contents.certificates.is_empty() {
        return Opened {
            files,
            ..Opened::default()
        };
    }
    let (chain, entries) = (contents.chain(), contents.entry_names());
    let (together, problem) = match contents.into_entry_called(task.entry.as_deref()) {
        Ok(entry) => (Some(Together::WithKey(Box::new(entry.bundle))), None),
        Err(error) => (
            chain.map(|chain| Together::WithoutKey(Box::new(chain))),
            Some(error),
        ),
    };
    Opened {
        files,
        together,
        entries,
        problem,
        names: Vec::new(),
    }
}

/// The one entry in the files. What does not open may hold the one that is meant, which is not for this process
/// to guess: where the entry was named, a key that stayed locked beside it is another one.
pub(crate) fn entry(
    files: &[OfferedFile],
    added: Vec<Certificate>,
    task: &Task,
) -> Result<Entry, NoEntry> {
    let (insides, contents) = read_all(files, added, task.options);
    let entry = contents.into_entry_called(task.entry.as_deref());
    let mut left_out = left_out::of(&insides);
    left_out.retain(|one| match &one.key {
        Some(_) => task.entry.is_none(),
        None => one.why.may_hide_a_key(),
    });
    match entry {
        Ok(entry) if left_out.is_empty() => Ok(entry),
        Ok(_) => Err(NoEntry::LeftOut(left_out)),
        Err(incomplete) => Err(match left_out::likeliest(&insides) {
            Some(closed) => NoEntry::Closed(Box::new(closed)),
            None => NoEntry::Incomplete(incomplete),
        }),
    }
}

pub(crate) fn read_all(
    files: &[OfferedFile],
    added: Vec<Certificate>,
    options: Options,
) -> (Vec<Result<Inside, ReadError>>, Contents) {
    let mut all = Vec::new();
    let mut insides = Vec::new();
    for file in files {
        let passwords: Vec<_> = file.passwords.iter().collect();
        let contents = read_with(&file.bytes, &passwords, &options);
        insides.push(contents.map(|contents| {
            let inside = Inside::of(&contents);
            all.push(contents);
            inside
        }));
    }
    let mut contents = join(all);
    contents.certificates.extend(added);
    (insides, contents)
}

impl Inside {
    fn of(contents: &Contents) -> Self {
        let kinds = contents.keys.iter().map(|key| key.kind().to_string());
        Self {
            source: contents.source.clone(),
            keys: kinds.collect(),
            certificates: contents.certificates.clone(),
            locked: contents.locked.clone(),
        }
    }
}

//! Tests of the journal on real files, and of its writer on a disk that fails when told.
#![expect(clippy::disallowed_methods, reason = "tests read the machine's clock")]

use std::path::PathBuf;

use super::line::NO_LINK;
use super::*;
use crate::sample;

/// A folder of its own for one test, removed when the test ends.
struct Home(PathBuf);

impl Home {
    fn new() -> Self {
        let name = format!(
            "reseal-journal-{}-{:x}",
            std::process::id(),
            rand::random::<u64>()
        );
        Self(std::env::temp_dir().join(name))
    }

    fn create(&self) -> Result<Journal, CreateError> {
        self.create_for("vcda.paris.example")
    }

    fn create_for(&self, address: &str) -> Result<Journal, CreateError> {
        Journal::create(&self.0, "Paris", address, &owner(), sample::START)
    }

    /// A journal with the sample run in it, closed.
    fn written(&self) -> (RunId, Vec<Record>) {
        let mut journal = self.create().unwrap();
        let records = sample::whole_run();
        for record in &records {
            journal.append(record.event.clone(), record.at).unwrap();
        }
        (journal.run().clone(), records)
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

fn owner() -> Owner {
    Owner::this_process("0.1.0", sample::START)
}

/// The bytes of a journal with a few records, and where each record ends.
fn bytes() -> (Vec<u8>, Vec<usize>, Vec<Record>) {
    let records: Vec<Record> = sample::whole_run().into_iter().take(5).collect();
    let mut writer = Writer::new(Disk::default(), 0, 0, NO_LINK);
    let mut ends = Vec::new();
    for record in &records {
        writer.append(record, true).unwrap();
        ends.push(writer.medium().bytes.len());
    }
    (writer.medium().bytes.clone(), ends, records)
}

/// Either a refusal, or the records that come first; how many those are.
fn prefix(bytes: &[u8], records: &[Record]) -> Option<usize> {
    let replay = replay::replay(bytes, PathBuf::new()).ok()?;
    assert!(
        records.starts_with(&replay.records),
        "not a prefix of what was written"
    );
    Some(replay.records.len())
}

#[test]
fn reads_back_what_was_appended() {
    let home = Home::new();
    let (run, records) = home.written();
    let replay = read(&home.0, &run).unwrap();
    assert_eq!(replay.records, records);
    assert!(!replay.torn);
    assert_eq!(list(&home.0).unwrap(), [run]);
}

#[test]
fn goes_on_where_an_earlier_run_of_the_app_stopped() {
    let home = Home::new();
    let (run, records) = home.written();
    let (mut journal, replay) = Journal::open(&home.0, &run, &owner()).unwrap();
    assert_eq!(replay.records, records);
    journal.append(Event::Paused, sample::START).unwrap();
    assert_eq!(
        read(&home.0, &run).unwrap().records.len(),
        records.len() + 1
    );
}

#[test]
fn loses_no_whole_record_wherever_the_file_is_cut() {
    let (bytes, ends, records) = bytes();
    for length in 0..=bytes.len() {
        let whole = ends.iter().filter(|end| **end <= length).count();
        let read = prefix(&bytes[..length], &records);
        assert_eq!(read, (whole > 0).then_some(whole), "cut at {length}");
    }
}

#[test]
fn refuses_or_drops_only_the_unfinished_record_whichever_bit_is_flipped() {
    let (mut bytes, _, records) = bytes();
    for place in 0..bytes.len() {
        for bit in 0..8 {
            bytes[place] ^= 1 << bit;
            let read = prefix(&bytes, &records);
            // Only a lost line end, or a zero, in the last record looks like a cut-off append.
            let looks_cut_off = place + 1 == bytes.len() || bytes[place] == 0;
            let may_be_read = looks_cut_off && read == Some(records.len() - 1);
            assert!(
                read.is_none() || may_be_read,
                "bit {bit} of byte {place}: {read:?}"
            );
            bytes[place] ^= 1 << bit;
        }
    }
}

#[test]
fn refuses_or_keeps_everything_before_a_zeroed_sector() {
    let (bytes, ends, records) = bytes();
    for size in [64, 512, 4096] {
        for start in (0..bytes.len()).step_by(size) {
            let mut zeroed = bytes.clone();
            let end = bytes.len().min(start + size);
            zeroed[start..end].fill(0);
            let before = ends.iter().filter(|end| **end <= start).count();
            if let Some(read) = prefix(&zeroed, &records) {
                assert_eq!(read, before, "{size} bytes at {start}");
            }
        }
    }
}

#[test]
fn refuses_a_record_taken_out_or_put_in_twice() {
    let (bytes, ends, records) = bytes();
    let without = [&bytes[..ends[1]], &bytes[ends[2]..]].concat();
    let twice = [&bytes[..ends[2]], &bytes[ends[1]..]].concat();
    assert_eq!(prefix(&without, &records), None);
    assert_eq!(prefix(&twice, &records), None);
}

#[test]
fn refuses_a_record_of_another_run_with_the_right_number() {
    let (bytes, ends, _) = bytes();
    let stranger = line::write(2, NO_LINK, FORMAT, &sample::stamp(vec![Event::Paused])[0]).unwrap();
    let spliced = [&bytes[..ends[1]], &stranger].concat();
    assert!(matches!(
        replay::replay(&spliced, PathBuf::new()),
        Err(ReadError::Damaged { readable: 2, .. })
    ));
}

#[test]
fn sets_a_torn_end_aside_and_goes_on() {
    let home = Home::new();
    let (run, records) = home.written();
    let path = Paths::new(&home.0, &run).journal();
    let whole = fs::read(&path).unwrap();
    fs::write(&path, &whole[..whole.len() - 5]).unwrap();
    let (mut journal, replay) = Journal::open(&home.0, &run, &owner()).unwrap();
    assert!(replay.torn);
    assert_eq!(replay.records, records[..records.len() - 1]);
    journal.append(Event::Paused, sample::START).unwrap();
    assert!(!read(&home.0, &run).unwrap().torn);
    let aside = path.with_extension("jsonl.torn-1");
    assert_eq!(fs::read(aside).unwrap(), whole[..whole.len() - 5]);
}

#[test]
fn leaves_a_damaged_journal_untouched() {
    let home = Home::new();
    let (run, _) = home.written();
    let path = Paths::new(&home.0, &run).journal();
    let mut damaged = fs::read(&path).unwrap();
    damaged[100] ^= 1;
    fs::write(&path, &damaged).unwrap();
    let refused = Journal::open(&home.0, &run, &owner());
    assert!(matches!(
        refused,
        Err(OpenError::Read {
            source: ReadError::Damaged { .. },
            ..
        })
    ));
    assert_eq!(fs::read(&path).unwrap(), damaged);
}

#[test]
fn only_reads_a_journal_of_a_newer_format() {
    let home = Home::new();
    let (run, _) = home.written();
    let path = Paths::new(&home.0, &run).journal();
    let newer = line::write(0, NO_LINK, FORMAT + 1, &sample::whole_run()[0]).unwrap();
    fs::write(&path, newer).unwrap();
    assert!(read(&home.0, &run).unwrap().is_newer());
    assert!(matches!(
        Journal::open(&home.0, &run, &owner()),
        Err(OpenError::Newer { .. })
    ));
}

#[test]
fn allows_one_run_at_a_time_for_a_site() {
    let home = Home::new();
    let first = home.create().unwrap();
    assert!(matches!(home.create(), Err(CreateError::SiteBusy { .. })));
    let elsewhere = home.create_for("vcda.lyon.example").unwrap();
    assert_ne!(first.run(), elsewhere.run());
    drop(first);
    home.create().unwrap();
}

#[test]
fn lets_exactly_one_of_many_starters_in() {
    let home = Home::new();
    let gate = std::sync::Barrier::new(16);
    let won = std::thread::scope(|scope| {
        let start = || {
            gate.wait();
            let journal = home.create().ok();
            // Nobody lets go before everybody has tried.
            gate.wait();
            usize::from(journal.is_some())
        };
        let starters: Vec<_> = (0..16).map(|_| scope.spawn(start)).collect();
        starters
            .into_iter()
            .map(|starter| starter.join().unwrap())
            .sum::<usize>()
    });
    assert_eq!(won, 1);
}

#[test]
fn tells_who_works_on_a_run() {
    let home = Home::new();
    let mut journal = home.create().unwrap();
    journal.append(sample::opening(), sample::START).unwrap();
    let run = journal.run().clone();
    assert!(is_worked_on(&home.0, &run));
    let Err(OpenError::Busy {
        source: LockError::Held { owner: holder },
        ..
    }) = Journal::open(&home.0, &run, &owner())
    else {
        panic!("a run that is worked on was opened");
    };
    if cfg!(unix) {
        assert_eq!(holder.map(|holder| holder.pid), Some(std::process::id()));
    }
    drop(journal);
    assert!(!is_worked_on(&home.0, &run));
}

#[test]
fn remembers_the_guard_whatever_happens_to_the_journal() {
    let home = Home::new();
    let (run, _) = home.written();
    let (journal, _) = Journal::open(&home.0, &run, &owner()).unwrap();
    assert_eq!(journal.guard(), Guard::Absent);
    journal.place_guard(&call("reseal-u1")).unwrap();
    journal.place_guard(&call("reseal-u2")).unwrap();
    drop(journal);
    let calls = vec![call("reseal-u1"), call("reseal-u2")];
    assert_eq!(guard(&home.0, &run), Guard::Standing(calls));
}

/// A guarded call of the written run.
fn call(operation: &str) -> Guarded {
    Guarded {
        at: sample::START,
        operation: operation.to_owned(),
        site: "Paris".to_owned(),
        address: "vcda.paris.example".to_owned(),
        action: crate::event::Action::Import,
        old: "SHA-256:AA".to_owned(),
        new: Some("SHA-256:BB".to_owned()),
    }
}

#[test]
fn a_guard_that_cannot_be_read_stands() {
    let home = Home::new();
    let (run, _) = home.written();
    let path = Paths::new(&home.0, &run).guard();
    for broken in ["", "half a li", "{}\n"] {
        fs::write(&path, broken).unwrap();
        assert_eq!(guard(&home.0, &run), Guard::Standing(vec![]), "{broken:?}");
    }
}

#[test]
fn a_lost_record_beside_its_guard_is_never_a_run_that_had_not_begun() {
    for damage in [None, Some(0), Some(20)] {
        let home = Home::new();
        let (run, _) = home.written();
        let (journal, _) = Journal::open(&home.0, &run, &owner()).unwrap();
        journal.place_guard(&call("reseal-u1")).unwrap();
        let path = Paths::new(&home.0, &run).journal();
        drop(journal);
        match damage {
            None => fs::remove_file(&path).unwrap(),
            Some(length) => fs::write(&path, &fs::read(&path).unwrap()[..length]).unwrap(),
        }
        assert_eq!(
            list(&home.0).unwrap(),
            std::slice::from_ref(&run),
            "it is still listed"
        );
        let problem = crate::Problem::from(&read(&home.0, &run).unwrap_err());
        assert_eq!(problem.code, "journal.guarded", "{damage:?}");
        let english = words::Words::in_language(words::Language::ENGLISH);
        let meaning = english.meaning(&problem);
        assert!(meaning.contains("may have been sent"), "{meaning}");
        let words = format!("{} {meaning}", english.what(&problem));
        assert!(!words.contains("othing was done"), "{words}");
        let left = salvage(&home.0, &run);
        assert_eq!(left.calls, [call("reseal-u1")]);
    }
}

#[test]
fn everything_whole_is_read_of_a_record_whose_first_line_is_damaged() {
    let home = Home::new();
    let (run, records) = home.written();
    let path = Paths::new(&home.0, &run).journal();
    let mut bytes = fs::read(&path).unwrap();
    bytes[30] ^= 1;
    fs::write(&path, bytes).unwrap();
    assert!(read(&home.0, &run).is_err());
    assert_eq!(salvage(&home.0, &run).records, records[1..]);
}

#[test]
fn a_new_run_never_takes_the_name_of_one_that_lost_its_record() {
    let home = Home::new();
    let (run, _) = home.written();
    let (journal, _) = Journal::open(&home.0, &run, &owner()).unwrap();
    journal.place_guard(&call("reseal-u1")).unwrap();
    drop(journal);
    fs::remove_file(Paths::new(&home.0, &run).journal()).unwrap();
    let next = home.create().unwrap();
    assert_ne!(*next.run(), run);
    assert_eq!(next.guard(), Guard::Absent);
}

#[test]
fn has_no_run_of_an_unknown_name() {
    let home = Home::new();
    let run = "2026-11-23-1402-nowhere".parse().unwrap();
    assert!(matches!(
        read(&home.0, &run),
        Err(ReadError::Missing { .. })
    ));
    assert_eq!(list(&home.0).unwrap(), []);
}

#[cfg(unix)]
#[test]
fn shows_its_files_to_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let home = Home::new();
    let (run, _) = home.written();
    let (journal, _) = Journal::open(&home.0, &run, &owner()).unwrap();
    journal.place_guard(&call("reseal-u1")).unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&folder::runs(&home.0)), 0o700);
    for entry in fs::read_dir(folder::runs(&home.0)).unwrap() {
        let path = entry.unwrap().path();
        assert_eq!(mode(&path), 0o600, "{}", path.display());
    }
}

/// A disk with room for so many bytes, whose syncs can fail.
#[derive(Debug, Default)]
struct Disk {
    bytes: Vec<u8>,
    room: Option<usize>,
    /// Takes up the room for everything else while it is there.
    ballast: Option<PathBuf>,
    fails_to_sync: bool,
    fails_to_write: bool,
}

impl Medium for Disk {
    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        if self.fails_to_write {
            return Err(io::ErrorKind::Other.into());
        }
        let is_taken = self.ballast.as_ref().is_some_and(|path| path.exists());
        let room = self.room.filter(|_| is_taken || self.ballast.is_none());
        let room = room.map_or(bytes.len(), |room| room.saturating_sub(self.bytes.len()));
        let written = bytes.len().min(room);
        self.bytes.extend_from_slice(&bytes[..written]);
        if written < bytes.len() {
            Err(io::ErrorKind::StorageFull.into())
        } else {
            Ok(())
        }
    }

    fn sync(&mut self) -> io::Result<()> {
        if self.fails_to_sync {
            Err(io::ErrorKind::Other.into())
        } else {
            Ok(())
        }
    }

    fn cut(&mut self, length: u64) -> io::Result<()> {
        self.bytes.truncate(length as usize);
        Ok(())
    }
}

#[test]
fn takes_back_half_a_record_on_a_full_disk_and_goes_on_when_there_is_room() {
    let records = sample::whole_run();
    let mut writer = Writer::new(Disk::default(), 0, 0, NO_LINK);
    writer.append(&records[0], true).unwrap();
    writer.medium().room = Some(writer.medium().bytes.len() + 20);
    assert!(matches!(
        writer.append(&records[1], true),
        Err(AppendError::NoSpace)
    ));
    writer.medium().room = None;
    writer.append(&records[1], true).unwrap();
    assert_eq!(prefix(&writer.medium().bytes, &records), Some(2));
}

#[test]
fn writes_the_last_records_on_the_space_that_was_reserved_for_them() {
    let home = Home::new();
    let journal = home.create().unwrap();
    let ballast = journal.paths.ballast();
    let disk = Disk {
        room: Some(0),
        ballast: Some(ballast.clone()),
        ..Disk::default()
    };
    let mut writer = Writer::new(disk, 0, 0, NO_LINK);
    let records = sample::whole_run();
    for record in &records {
        write_on_ballast(&mut writer, &ballast, record, true).unwrap();
    }
    assert!(!ballast.exists());
    assert_eq!(
        prefix(&writer.medium().bytes, &records),
        Some(records.len())
    );
    // There is no second one.
    writer.medium().ballast = None;
    let again = write_on_ballast(&mut writer, &ballast, &records[0], true);
    assert!(matches!(again, Err(AppendError::NoSpace)));
}

#[test]
fn gives_the_journal_up_after_a_sync_that_failed() {
    let records = sample::whole_run();
    let mut writer = Writer::new(
        Disk {
            fails_to_sync: true,
            ..Disk::default()
        },
        0,
        0,
        NO_LINK,
    );
    assert!(matches!(
        writer.append(&records[0], true),
        Err(AppendError::Sync(_))
    ));
    writer.medium().fails_to_sync = false;
    assert!(matches!(
        writer.append(&records[0], true),
        Err(AppendError::Poisoned)
    ));
}

#[test]
fn gives_the_journal_up_after_a_write_that_failed() {
    let records = sample::whole_run();
    let mut writer = Writer::new(
        Disk {
            fails_to_write: true,
            ..Disk::default()
        },
        0,
        0,
        NO_LINK,
    );
    assert!(matches!(
        writer.append(&records[0], true),
        Err(AppendError::Write(_))
    ));
    assert!(matches!(
        writer.append(&records[0], true),
        Err(AppendError::Poisoned)
    ));
}

#[test]
fn removes_all_there_is_of_a_run_and_nothing_of_another() {
    let home = Home::new();
    let (run, _) = home.written();
    let open = home.create_for("vcda.other.example").unwrap();
    open.place_guard(&call("reseal-1")).unwrap();
    let kept = fs::read_dir(home.0.join("runs")).unwrap().count();
    remove(&home.0, &run, &owner()).unwrap();
    assert_eq!(list(&home.0).unwrap(), [open.run().clone()]);
    assert!(fs::read_dir(home.0.join("runs")).unwrap().count() < kept);
    assert_ne!(open.guard(), Guard::Absent);
    assert!(
        remove(&home.0, open.run(), &owner()).is_err(),
        "it is worked on"
    );
    assert_eq!(list(&home.0).unwrap(), [open.run().clone()]);
}

//! A disk that is full at the start, one that fills up in the middle, and the space that is reserved for that.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::PathBuf;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rotation::event::Action;

use super::resume::{Heard, PACE, resume};
use super::stage::Stage;

/// What a run reserves, in KiB.
const RESERVED: usize = 1024;
/// What the system gives to a file at a time, in KiB.
const PAGE: usize = 4;

/// The state folder of a stage as a disk of its own, in memory; gone with the value.
struct Disk(PathBuf);

impl Disk {
    /// `None`, in words, where this account may not mount one.
    fn of(stage: &Stage, kib: usize) -> Option<Self> {
        let at = stage.folder.at("state");
        fs::create_dir_all(&at).unwrap();
        let size = format!("size={kib}k,mode=700");
        let words = ["-t", "tmpfs", "-o", &size, "reseal-test"];
        let mounted = Command::new("mount").args(words).arg(&at).output();
        if !mounted.is_ok_and(|mounted| mounted.status.success()) {
            eprintln!("skipped: this account may not mount a disk");
            return None;
        }
        Some(Self(at))
    }

    /// Somebody else who writes whatever there is room for, until told to stop. The file then goes away.
    fn fill(&self, until: Arc<AtomicBool>) -> tokio::task::JoinHandle<()> {
        let path = self.0.join("of-somebody-else");
        tokio::task::spawn_blocking(move || {
            let mut file = File::create(&path).unwrap();
            while !until.load(Ordering::Relaxed) {
                if file.write(&[0; PAGE << 10]).is_err() {
                    std::thread::yield_now();
                }
            }
            fs::remove_file(path).unwrap();
        })
    }

    /// How much the records of runs take, in KiB.
    fn recorded(&self) -> usize {
        let files = fs::read_dir(self.0.join("runs")).unwrap();
        let files = files.map(|file| file.unwrap().path());
        let records = files.filter(|file| file.extension().is_some_and(|kind| kind == "jsonl"));
        let sizes = records.map(|record| fs::metadata(record).unwrap().len() as usize);
        sizes.sum::<usize>() >> 10
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let unmounted = Command::new("umount").arg("-l").arg(&self.0).status();
        assert!(unmounted.is_ok_and(|unmounted| unmounted.success()));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_disk_that_is_full_at_the_start_is_told_and_nothing_is_done() {
    let stage = Stage::open().await;
    let Some(_disk) = Disk::of(&stage, RESERVED / 2) else {
        return;
    };
    let ended = stage.run(&stage.import()).await;
    assert_eq!(
        (ended.code, ended.problem()),
        (Some(2), "journal.no_space".to_owned()),
        "{} {}",
        ended.stdout,
        ended.stderr
    );
    assert_eq!(stage.lab.replacements("Paris"), 0);
    assert_eq!(
        resume(&stage, Action::Import).await.problem(),
        "run.none_unfinished"
    );
}

/// Every amount of room beside the reserve, from none to enough: the run ends on its reserve, or stops before
/// the guard is placed, which no reserve is spent on.
#[tokio::test(flavor = "multi_thread")]
async fn a_run_ends_on_the_space_that_was_reserved_for_it() {
    let mut on_its_reserve = 0;
    for pages in 0..8 {
        let room = (2 + pages) * PAGE;
        let stage = Stage::open().await;
        let Some(disk) = Disk::of(&stage, RESERVED + room) else {
            return;
        };
        let ended = stage.run(&stage.import()).await;
        let about = format!("{pages} pages: {} {}", ended.stdout, ended.stderr);
        if ended.code == Some(0) {
            on_its_reserve += usize::from(disk.recorded() > room);
        } else {
            assert_eq!(ended.problem(), "journal.no_space", "{about}");
            assert_eq!(stage.lab.replacements("Paris"), 0, "{about}");
        }
    }
    assert!(on_its_reserve > 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_that_a_full_disk_stops_says_so_and_goes_on_when_there_is_room() {
    let stage = Stage::open_at(PACE).await;
    let Some(disk) = Disk::of(&stage, 4 * RESERVED) else {
        return;
    };
    let mut run = Heard::start(&stage, &stage.import()).await;
    run.until("replacementAccepted").await;
    let is_over = Arc::new(AtomicBool::new(false));
    let filling = disk.fill(Arc::clone(&is_over));
    let last = run.last().await;
    is_over.store(true, Ordering::Relaxed);
    filling.await.unwrap();
    assert_eq!(last["outcome"], "attention", "{last}");
    assert_eq!(last["problem"]["code"], "journal.no_space", "{last}");
    assert_eq!(run.child.wait().await.unwrap().code(), Some(1));
    let resumed = resume(&stage, Action::Import).await;
    assert_eq!(
        resumed.code,
        Some(0),
        "{} {}",
        resumed.stdout,
        resumed.stderr
    );
    assert_eq!(resumed.last()["run"], last["run"]);
    assert!(stage.is_whole().await);
    assert_eq!(stage.lab.replacements("Paris"), 1);
}

### The record of a run.

-nothing-done = Nothing was done to any site.
-run-stays = The run stays as it is; nothing was done to any site.
-stopped = The run stopped: nothing is done that cannot be recorded first.
-free-space = Free some space on this computer's disk, then try again.
-check-the-disk = Check this computer's disk, then resume the run.
-keep-for-support = Keep the file for support.

journal-site_busy = A run of { $address } is open already{ $holder }.
    .meaning = { -nothing-done }
    .todo = Finish or resume that run; it is in the history.
journal-no_space = There is no space on the disk for the record of this run.
    .meaning = { -nothing-done }
    .todo = { -free-space }
journal-unavailable = The record of this run cannot be begun in { $folder }.
    .meaning = { -nothing-done }
    .todo = Check that this folder exists and that you may write in it.
journal-run_busy = The run { $run }, or another of its site, is open{ $holder }.
    .meaning = { -run-stays }
    .todo = Go on in the window where it is open, or close that one first.
journal-newer = The run { $run } was recorded by a newer version of Reseal.
    .meaning = It can be read here, but not continued.
    .todo = Install the newer version and resume the run there.
journal-not_locked = The run { $run } cannot be locked, so it is not continued.
    .meaning = { -run-stays }
    .todo = Check that you may write in the folder of the runs and that its disk has space.
journal-not_mended = The cut-off end of the record of { $run } cannot be set aside.
    .meaning = { -run-stays }
    .todo = { -free-space }

# Who holds a run, as the end of a sentence.
holder-user = , by { $user } (process { $pid })
holder-process = , by process { $pid }
holder-unknown = { "" }

journal-missing = There is no run named { $run }.
    .meaning = { -nothing-done }
    .todo = Look for it in the history.
journal-unreadable = The record { $path } cannot be read.
    .meaning = What the run did is not known here; the sites are as the run left them.
    .todo = Check that you may read this file, then try again.
journal-empty = The record { $path } holds nothing.
    .meaning = The run had not begun: nothing was done to any site.
    .todo = Start a new run.
journal-damaged = The record { $path } is damaged after its first { $readable } entries.
    .meaning = The file was left as it is, and the run is not continued: what it did after that point is not known here.
    .todo = { -keep-for-support } Check trust of the site, then start a new run.

# $cause is why the record cannot be read, $call what may have been sent.
journal-guarded = { $cause }
    .meaning = { $call } The run's guard says so. What became of it is on no record.
    .todo = Do not send it again before you have looked at the certificate of the site. A new run there looks first and asks before it sends anything; this run's report has what can still be read.
journal-guarded_settled = { $cause }
    .meaning = { $call } A later run has settled what became of it.
    .todo = { -keep-for-support }
guarded-call = A replacement of the certificate of { $site } may have been sent on { $at }.
guarded-unread_call = A replacement of its site's certificate may have been sent.

journal-disk_full = The disk is full.
    .meaning = { -stopped }
    .todo = { -free-space }
journal-encode = An entry cannot be written down.
    .meaning = { -stopped }
    .todo = { -check-the-disk }
journal-write = The record of this run cannot be written.
    .meaning = { -stopped }
    .todo = { -check-the-disk }
journal-given_up = The record of this run was given up after an earlier failure.
    .meaning = { -stopped }
    .todo = { -check-the-disk }

journal-not_a_run = { $offered } is not the name of a run.
    .meaning = { -nothing-done }
    .todo = Take the name from the history.

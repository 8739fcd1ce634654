### What stands on every screen: the frame, the controls, and how moments and numbers are told.

## The language, by its own name.
window-common-language = English

## The frame of the window
window-common-title = { $screen } – Reseal
window-common-skip = Skip to the content
window-common-screens = Screens
window-common-screens-sites = Sites
window-common-screens-certificates = Certificates
window-common-screens-requests = Requests
window-common-screens-runs = Runs
window-common-screens-lab = Practice lab
window-common-screens-settings = Settings
window-common-open-runs =
    { $runs ->
        [one] { $runs } open
       *[other] { $runs } open
    }
window-common-lab-running = running
window-common-dismiss = Dismiss

## Controls
window-common-copy = Copy
window-common-copy-what = { $label }: { $what }
window-common-copied = Copied
window-common-not-copied = Not copied: the system refused
window-common-browse = Browse
window-common-paste = Paste
window-common-try-again = Try again
window-common-cancel = Cancel
window-common-type-password = Type the password
window-common-note-stop = Problem:
window-common-note-warning = Warning:
window-common-note-note = Note:

## The window could not reach its own core.
window-common-refused-what = Reseal could not do this.
window-common-refused-meaning = The window asked the program behind it and got no answer it knows. No site was contacted.
window-common-refused-todo = Close Reseal and start it again. If it happens again, report it with the text below.

## Durations and moments
window-common-lasted-moment = under 1 s
window-common-lasted-seconds = { $seconds } s
window-common-lasted-minutes =
    { $seconds ->
        [0] { $minutes } min
       *[other] { $minutes } min { $seconds } s
    }
window-common-lasted-hours =
    { $minutes ->
        [0] { $hours } h
       *[other] { $hours } h { $minutes } min
    }
window-common-just-now = just now
window-common-clock =
    .same = the same as this computer’s
    .ahead = { $lasted } ahead of this computer’s
    .behind = { $lasted } behind this computer’s
window-common-days-left =
    .left =
        { $days ->
            [0] ends today
            [one] { $days } day left
           *[other] { $days } days left
        }
    .ended =
        { $days ->
            [one] ended { $days } day ago
           *[other] ended { $days } days ago
        }

## One sentence after the other
window-common-sentences = { $before } { $next }

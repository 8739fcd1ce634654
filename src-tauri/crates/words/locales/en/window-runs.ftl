### Every run from this computer.
window-runs-title = Runs
window-runs-count =
    { $runs ->
        [one] { $runs } run
       *[other] { $runs } runs
    }
window-runs-none = No certificate has been replaced from this computer yet. Every run will be listed here with its report.
window-runs-reading = Reading the journals of past runs
window-runs-started = Started
window-runs-site = Site
window-runs-outcome = Outcome
window-runs-import = import
window-runs-regenerate = regenerate
window-runs-open = Open
window-runs-open-run = Open the run of { $moment } at { $site }

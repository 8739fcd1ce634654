### One run: its steps, its peers, its questions and its end.
window-run-title = Run
window-run-title-import = Import at { $site }
window-run-title-regenerate = Regeneration at { $site }
window-run-opening = Opening the run
window-run-took = started { $moment }, took { $lasted }
window-run-since = started { $moment }, { $lasted } ago
window-run-since-left = started { $moment }, { $lasted } ago; about { $left } left
window-run-pause = Pause
window-run-pausing = Pausing after this step
window-run-retry = Retry failed only
window-run-resume = Resume

## The state of a run in a word
window-run-status-running = Running
window-run-status-pausing = Pausing
window-run-status-paused = Paused
window-run-status-interrupted = Interrupted
window-run-status-question = Waits for you
window-run-status-attention = Needs attention
window-run-status-done = Done
window-run-status-refused = Refused

## At the foot
window-run-ended = This run has ended.
window-run-ended-resumable = This run has ended. It can be resumed: what is done already is not done again.
window-run-may-close = You may close this window: the run goes on without it.
window-run-until-you-decide = Nothing goes on until you decide.
window-run-id = run { $run }, by { $operator }
window-run-no-operator = an unnamed operator

## Its parts
window-run-steps = Steps
window-run-step-waiting = { $title }, waiting
window-run-step-running = { $title }, in progress
window-run-step-done = { $title }, done
window-run-step-skipped = { $title }, not needed
window-run-step-attention = { $title }, needs attention
window-run-step-failed = { $title }, failed
window-run-on-premises = On-premises sites
window-run-old = The old certificate
window-run-new = The new certificate
window-run-way-back = The way back
window-run-backup-path = path of the backup

## The file is wanted again
window-run-file = The file of the new certificate
window-run-file-again = Choose the file of the new certificate again
window-run-file-again-says = The file that this run began with, or any other with the same certificate and its key. Then the run goes on.

## Its end
window-run-outcome = Outcome
window-run-save-report = Save report
window-run-save-json = Save as JSON
window-run-saved-as = Saved as { $path }.
window-run-report-saved-as = The report was saved as { $path }.

## Its peers, half by half
window-run-peers = Peer sites
window-run-peer = Peer site
window-run-trusts-site = Trusts { $site }
window-run-site-trusts = { $site } trusts it
window-run-going-on = Progress
window-run-not-repaired = not repaired
window-run-repairing-at = Repairing at { $peer }
window-run-repairing-here = Repairing { $peer } at { $site }

## A question
window-run-seen = Seen
window-run-known = Known until this run
window-run-agreed-apart = Whatever lets the run go on is agreed to in a window of its own first.

## The restart
window-run-restart = Restart of { $site }
window-run-phase-stillOld = Still the old one
window-run-phase-down = Down
window-run-phase-upWithNew = Up with the new one
window-run-phase-upWithCandidate = Up with one nobody has vouched for yet
window-run-phase-upWithOther = Up with something else
window-run-phase-since = since { $clock }
window-run-phase-lasting = since { $clock }, for { $lasted }. Reseal shakes hands with { $site } and looks at the certificate; nothing else is sent.

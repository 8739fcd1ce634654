### One run: its steps, its peers, its questions and its end.
window-run-title = Lauf
window-run-title-import = Import bei { $site }
window-run-title-regenerate = Neuerzeugung bei { $site }
window-run-opening = Der Lauf wird geöffnet
window-run-took = begonnen: { $moment }, Dauer: { $lasted }
window-run-since = begonnen: { $moment }, vor { $lasted }
window-run-since-left = begonnen: { $moment }, vor { $lasted }; noch etwa { $left }
window-run-pause = Anhalten
window-run-pausing = Hält nach diesem Schritt an
window-run-retry = Nur Fehlgeschlagenes wiederholen
window-run-resume = Fortsetzen

## The state of a run in a word
window-run-status-running = Läuft
window-run-status-pausing = Hält an
window-run-status-paused = Angehalten
window-run-status-interrupted = Unterbrochen
window-run-status-question = Wartet auf Sie
window-run-status-attention = Braucht Aufmerksamkeit
window-run-status-done = Fertig
window-run-status-refused = Abgelehnt

## At the foot
window-run-ended = Dieser Lauf ist beendet.
window-run-ended-resumable = Dieser Lauf ist beendet. Er kann fortgesetzt werden: Was erledigt ist, geschieht nicht noch einmal.
window-run-may-close = Sie können dieses Fenster schließen: Der Lauf geht ohne es weiter.
window-run-until-you-decide = Es geht nicht weiter, bis Sie entscheiden.
window-run-id = Lauf { $run }, von { $operator }
window-run-no-operator = unbekannt

## Its parts
window-run-steps = Schritte
window-run-step-waiting = { $title }, wartet
window-run-step-running = { $title }, läuft
window-run-step-done = { $title }, fertig
window-run-step-skipped = { $title }, nicht nötig
window-run-step-attention = { $title }, braucht Aufmerksamkeit
window-run-step-failed = { $title }, fehlgeschlagen
window-run-on-premises = On-Premises-Sites
window-run-old = Das alte Zertifikat
window-run-new = Das neue Zertifikat
window-run-way-back = Der Weg zurück
window-run-backup-path = Pfad der Sicherung

## The file is wanted again
window-run-file = Die Datei des neuen Zertifikats
window-run-file-again = Wählen Sie die Datei des neuen Zertifikats erneut
window-run-file-again-says = Die Datei, mit der dieser Lauf begann, oder eine andere mit demselben Zertifikat und seinem Schlüssel. Dann geht der Lauf weiter.

## Its end
window-run-outcome = Ergebnis
window-run-save-report = Bericht speichern
window-run-save-json = Als JSON speichern
window-run-saved-as = Gespeichert als { $path }.
window-run-report-saved-as = Der Bericht wurde gespeichert als { $path }.

## Its peers, half by half
window-run-peers = Peer-Sites
window-run-peer = Peer-Site
window-run-trusts-site = Vertraut { $site }
window-run-site-trusts = { $site } vertraut ihr
window-run-going-on = Stand
window-run-not-repaired = nicht repariert
window-run-repairing-at = Reparatur bei { $peer }
window-run-repairing-here = Reparatur von { $peer } bei { $site }

## A question
window-run-seen = Gesehen
window-run-known = Bis zu diesem Lauf bekannt
window-run-agreed-apart = Was den Lauf weitergehen lässt, bestätigen Sie zuerst in einem eigenen Fenster.

## The restart
window-run-restart = Neustart von { $site }
window-run-phase-stillOld = Noch das alte
window-run-phase-down = Nicht erreichbar
window-run-phase-upWithNew = Da, mit dem neuen
window-run-phase-upWithCandidate = Da, mit einem, für das noch niemand bürgt
window-run-phase-upWithOther = Da, mit etwas anderem
window-run-phase-since = seit { $clock }
window-run-phase-lasting = seit { $clock }, { $lasted } lang. Reseal macht einen TLS-Handshake mit { $site } und sieht sich das Zertifikat an; sonst wird nichts gesendet.

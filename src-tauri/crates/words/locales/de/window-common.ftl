### What stands on every screen: the frame, the controls, and how moments and numbers are told.

## The language, by its own name.
window-common-language = Deutsch

## The frame of the window
window-common-title = { $screen } – Reseal
window-common-skip = Zum Inhalt springen
window-common-screens = Bereiche
window-common-screens-sites = Sites
window-common-screens-certificates = Zertifikate
window-common-screens-requests = Anträge
window-common-screens-runs = Läufe
window-common-screens-lab = Übungslabor
window-common-screens-settings = Einstellungen
window-common-open-runs =
    { $runs ->
        [one] { $runs } offen
       *[other] { $runs } offen
    }
window-common-lab-running = läuft
window-common-dismiss = Schließen

## Controls
window-common-copy = Kopieren
window-common-copy-what = { $label }: { $what }
window-common-copied = Kopiert
window-common-not-copied = Nicht kopiert: Das System hat es abgelehnt
window-common-browse = Durchsuchen
window-common-paste = Einfügen
window-common-try-again = Erneut versuchen
window-common-cancel = Abbrechen
window-common-type-password = Passwort eingeben
window-common-note-stop = Problem:
window-common-note-warning = Warnung:
window-common-note-note = Hinweis:

## The window could not reach its own core.
window-common-refused-what = Reseal konnte das nicht ausführen.
window-common-refused-meaning = Das Fenster hat das Programm dahinter gefragt und keine verständliche Antwort erhalten. Keine Site wurde angesprochen.
window-common-refused-todo = Schließen Sie Reseal und starten Sie es neu. Wenn es wieder geschieht, melden Sie es mit dem Text unten.

## Durations and moments
window-common-lasted-moment = unter 1 s
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
window-common-just-now = gerade eben
window-common-clock =
    .same = wie auf diesem Computer
    .ahead = geht gegenüber diesem Computer { $lasted } vor
    .behind = geht gegenüber diesem Computer { $lasted } nach
window-common-days-left =
    .left =
        { $days ->
            [0] endet heute
            [one] noch { $days } Tag
           *[other] noch { $days } Tage
        }
    .ended =
        { $days ->
            [one] seit { $days } Tag abgelaufen
           *[other] seit { $days } Tagen abgelaufen
        }

## One sentence after the other
window-common-sentences = { $before } { $next }

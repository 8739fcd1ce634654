### Every run from this computer.
window-runs-title = Läufe
window-runs-count =
    { $runs ->
        [one] { $runs } Lauf
       *[other] { $runs } Läufe
    }
window-runs-none = Von diesem Computer aus wurde noch kein Zertifikat ersetzt. Hier steht dann jeder Lauf mit seinem Bericht.
window-runs-reading = Die Protokolle früherer Läufe werden gelesen
window-runs-started = Begonnen
window-runs-site = Site
window-runs-outcome = Ergebnis
window-runs-import = Import
window-runs-regenerate = Neuerzeugung
window-runs-open = Öffnen
window-runs-open-run = Öffnen: Lauf vom { $moment } bei { $site }

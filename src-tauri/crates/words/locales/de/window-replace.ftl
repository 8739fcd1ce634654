### Replacing a certificate: what with, what will happen, and the start.
window-replace-title = Zertifikat von { $site } ersetzen
window-replace-the-site = der Site
window-replace-another-file = Andere Datei wählen
window-replace-import-instead = Stattdessen Datei importieren
window-replace-regenerate-instead = Stattdessen neu erzeugen

## The two certificates
window-replace-in-use = In Gebrauch
window-replace-in-use-reading = Zuletzt Gesehenes wird gelesen.
window-replace-in-use-unseen = Noch nicht gesehen. Der Plan sieht es sich an.
window-replace-new = Neues Zertifikat
window-replace-nothing-read = Es wurde noch nichts daraus gelesen.
window-replace-regenerated = Von { $site } neu erzeugt
window-replace-regenerated-says = Die Appliance erzeugt einen neuen Schlüssel und ein selbstsigniertes Zertifikat. Niemand hat es bisher gesehen: Reseal erkennt es nach dem Neustart, bevor es ein Passwort sendet.

## What to replace it with
window-replace-import = Importieren
window-replace-import-says = Ziehen Sie einen PKCS#12-Keystore (.pfx, .p12), die PEM-Dateien von Zertifikat, Kette und Schlüssel oder die Antwort auf einen Antrag hierher.
window-replace-request = Bei einer CA beantragen
window-replace-request-says = Schlüssel und Antrag werden hier erstellt; Sie senden den Antrag. Ziehen Sie die Antwort irgendwohin: Sie findet ihren Schlüssel.
window-replace-request-it = Zertifikat beantragen
window-replace-regenerate = Neu erzeugen
window-replace-regenerate-says = Die Appliance erzeugt selbst ein selbstsigniertes Zertifikat. Es ist keine Datei nötig.

## What will happen
window-replace-happens = Was geschehen wird
window-replace-restart = Neustart:
window-replace-on-premises = On-Premises-Sites
window-replace-must-repair = { $site } ({ $owner }) muss neu koppeln. { $why }
window-replace-is-uncertain = { $site } ({ $owner }) ist ungewiss. { $why }
window-replace-untouched =
    { $sites ->
        [one] { $sites } braucht nichts.
       *[other] { $sites } brauchen nichts.
    }
window-replace-untouched-others =
    { $sites ->
        [one] Von den übrigen braucht { $sites } nichts.
       *[other] Von den übrigen brauchen { $sites } nichts.
    }
window-replace-way-back = Weg zurück:

## Its peers
window-replace-no-peers = Keine Peer-Sites
window-replace-ready =
    { $peers ->
        [one] { $ready } von { $peers } Peer bereit
       *[other] { $ready } von { $peers } Peers bereit
    }
window-replace-open-peer = { $site } öffnen
window-replace-add-peer = { $site } hinzufügen

## The start
window-replace-asking = { $site } und alle Peers werden gefragt, ob sie bereit sind; dabei ändert sich nichts
window-replace-ask-again = Erneut fragen
window-replace-cannot-start = Das kann noch nicht beginnen; was im Weg steht, ist oben genannt.
window-replace-nothing-changed = Es wurde noch nichts geändert.
window-replace-check-again = Erneut prüfen
window-replace-start = Ansehen und starten

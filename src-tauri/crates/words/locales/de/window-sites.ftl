### The list of saved sites, and the first start.
window-sites-title = Sites
window-sites-summary =
    { $sites ->
        [one] { $sites } Site
       *[other] { $sites } Sites
    }, { $attention ->
        [0] keine braucht Aufmerksamkeit
        [one] { $attention } braucht Aufmerksamkeit
       *[other] { $attention } brauchen Aufmerksamkeit
    }
window-sites-check-all = Alle prüfen
window-sites-add = Site hinzufügen
window-sites-checking = Sites werden geprüft: { $checked } von { $all } haben geantwortet
window-sites-reading = Gespeicherte Sites werden gelesen
window-sites-find = Site nach Name oder Adresse suchen
window-sites-found =
    { $sites ->
        [one] { $sites } Site gefunden
       *[other] { $sites } Sites gefunden
    }
window-sites-none-found = Keine gespeicherte Site enthält „{ $sought }“ im Namen oder in der Adresse.
window-sites-show-all = Alle Sites anzeigen

## The table
window-sites-site = Site
window-sites-certificate = Zertifikat
window-sites-trust = Vertrauen
window-sites-version = Version
window-sites-replaced = Zuletzt ersetzt
window-sites-action = Aktion
window-sites-practice = Übung
window-sites-until = { $day }, { $issuance }
window-sites-not-seen = noch nicht gesehen
window-sites-not-checked = noch nicht geprüft
window-sites-checked = geprüft: { $ago }
window-sites-replace = Zertifikat ersetzen
window-sites-replace-of = Zertifikat ersetzen: { $site }

## Runs that wait for somebody
window-sites-open-run = Lauf öffnen
window-sites-open-run-at = Lauf öffnen: { $site }

## The first start
window-sites-first = Das Zertifikat eines Cloud Service ersetzen und das Vertrauen aller Peers wiederherstellen
window-sites-first-says = Reseal importiert das SSL-Zertifikat einer VMware Cloud Director Availability-Site oder lässt es neu erzeugen, wartet den Neustart ab und repariert die Kopplung an jeder Peer-Site und zurück. Bevor sich etwas ändert, sehen Sie, was geschehen wird.
window-sites-own = Ich habe eine Site
window-sites-own-says = Sie brauchen die Adresse und das root-Passwort der Appliance oder eine SSO-Anmeldung. Reseal sieht sich zuerst das Zertifikat an; kein Passwort wird gesendet, bevor Sie wissen, wer antwortet.
window-sites-own-add = Ihre Site hinzufügen
window-sites-try = Ich möchte es erst sehen
window-sites-try-says = Das Übungslabor betreibt eine ganze Familie von Sites auf diesem Computer: Ihre eigene, Cloud-Peers und On-Premises-Sites. Sie verhalten sich wie echte Appliances, und nichts Echtes kann kaputtgehen.
window-sites-try-open = Übungslabor öffnen
window-sites-try-start = Im Übungslabor ausprobieren

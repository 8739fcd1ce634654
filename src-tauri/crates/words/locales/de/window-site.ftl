### One site.
window-site-title = Site
window-site-checked = { $address }, geprüft: { $ago }
window-site-check-trust = Vertrauen prüfen
window-site-replace = Zertifikat ersetzen
window-site-asking = { $site } und ihre Peers werden gefragt, wer wem vertraut
window-site-reading = Zuletzt Gesehenes wird gelesen
window-site-no-password =
    .what = Für { $site } ist kein Passwort vorhanden.
    .means = Ohne Passwort können Peers und On-Premises-Sites nicht gelesen werden.
window-site-in-use = Verwendetes Zertifikat
window-site-in-use-unseen = Noch nicht gesehen. „Vertrauen prüfen“ sieht es sich an.
window-site-drop = Ist das nächste Zertifikat da? Ziehen Sie die Datei auf dieses Fenster oder fügen Sie sie ein: Als Nächstes kommt der Plan.
window-site-peers = Peer-Sites
window-site-no-peers = { $site } hat keine Peer-Sites.
window-site-on-premises = On-Premises-Sites
window-site-no-on-premises = { $site } hat keine On-Premises-Sites.
window-site-unread = Seit dem Start von Reseal oder dem Ersetzen des Zertifikats nicht gelesen. „Vertrauen prüfen“ liest sie.

## Its peers
window-site-peer = Peer-Site
window-site-trusts-us = Vertraut { $site }
window-site-we-trust = { $site } vertraut ihr
window-site-version = Version
window-site-saved = Gespeichert
window-site-open = Öffnen
window-site-open-peer = Öffnen: { $site }
window-site-not-saved = nicht gespeichert

## What is known of it
window-site-facts = Die Site
window-site-endpoint = Öffentlicher Endpunkt
window-site-service = Dienst
window-site-clock = Uhr
window-site-replaced = Zuletzt ersetzt
window-site-never-replaced = nicht mit Reseal
window-site-last-checked = Zuletzt geprüft
window-site-other-services = Zertifikate ihrer anderen Dienste
window-site-thumbprint-of = Thumbprint von { $service }

## Peers that are not saved
window-site-next = Fügen Sie diese als Nächstes hinzu
window-site-next-says = { $site } ist mit ihnen gekoppelt und hat uns ihre Zertifikate genannt. Reseal kann einen Peer nur reparieren, wo es sich anmelden kann: an seiner Verwaltungsadresse. { $site } kennt nur die Adresse für Peers; diese hier ist also eine Vermutung: derselbe Host.
window-site-add = Hinzufügen
window-site-add-peer = Hinzufügen: { $site }

## Forgetting it
window-site-forget = Diese Site vergessen
window-site-forget-says = Reseal vergisst die Adresse, das Zertifikat, an dem es { $site } erkennt, und das Passwort. An { $site } selbst ändert sich nichts, und die Berichte früherer Läufe bleiben.
window-site-forget-it = { $site } vergessen

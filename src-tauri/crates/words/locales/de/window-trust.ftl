### What shows certificates, thumbprints and verdicts (ui/src/certificates).

## The four verdicts
window-trust-verdict-same = Gleich
window-trust-verdict-different = Anders
window-trust-verdict-old = Altes Zertifikat
window-trust-verdict-unknown = Nicht prüfbar
window-trust-spoken = { $word }:

## Who signed a certificate
window-trust-issuance-public = öffentliche CA
window-trust-issuance-private = private CA
window-trust-issuance-selfSigned = selbstsigniert
window-trust-issuance-unknown = unbekannte CA

## One certificate
window-trust-names = Namen
window-trust-no-name = keine
window-trust-more-names =
    { $count ->
        [one] und { $count } weiterer
       *[other] und { $count } weitere
    }
window-trust-without-names = ohne { $names }
window-trust-issuer = Aussteller
window-trust-valid = Gültig
window-trust-from-until = { $from } bis { $until },
window-trust-key = Schlüssel
window-trust-thumbprint = Thumbprint
window-trust-show = Anzeigen
window-trust-show-of = Thumbprint anzeigen: { $title }
window-trust-hide = Ausblenden
window-trust-hide-of = Thumbprint ausblenden: { $title }
window-trust-thumbprint-of = Thumbprint von { $title }
window-trust-sha256-of = SHA-256-Thumbprint von { $title }
window-trust-copy-vendor = Als SHA-256:AA:… kopieren
window-trust-copy-plain = Nur Ziffern
window-trust-copy-lower-case = Kleinbuchstaben

## A thumbprint that a person has from elsewhere
window-trust-given-hint = { $hint } Leerzeichen, Doppelpunkte und Großschreibung spielen keine Rolle.

## Two certificates side by side
window-trust-aspect = Was
window-trust-differs = Anders
window-trust-changes = Ändert sich
window-trust-same = Gleich
window-trust-either = { $word } oder gleich

## What was checked of a file
window-trust-checks = Prüfungen
window-trust-check-yes = Bestanden:
window-trust-check-warning = Warnung:
window-trust-check-no = Nicht bestanden:

## Files that are offered for a replacement
window-trust-reading-file = Datei und Passwort werden gelesen
window-trust-locked = { $file } ist mit einem Passwort geschützt.

## On-premises sites and what a change means to them
window-trust-on-premises = On-Premises-Site
window-trust-owner = Eigentümer
window-trust-forecast = Nach dem Wechsel
window-trust-forecast-nothing = Nichts zu tun
window-trust-forecast-mustRepair = Neu koppeln
window-trust-forecast-uncertain = Ungewiss
window-trust-seen = Gesehen
window-trust-why = Warum
window-trust-message = Nachricht
window-trust-copy-message = Nachricht kopieren
window-trust-message-to = Nachricht an { $owner }

### Whatever certificate files people have: what they are, and the file for the appliance.
window-certificates-title = Zertifikate
window-certificates-clear = Alle entfernen
window-certificates-files = Dateien
window-certificates-drop = Ziehen Sie eine beliebige Zertifikatsdatei auf dieses Fenster
window-certificates-drop-what = Eine Datei oder mehrere: Keystores (.p12, .pfx, .jks), PEM, Zertifikate, Ketten (.p7b), private Schlüssel. Jede wird am Inhalt erkannt; was zusammengehört, wird anhand der Schlüssel zusammengesetzt.
window-certificates-drop-why = Sie lesen, was es ist, ob die Appliance es annimmt und warum nicht. Nichts verlässt diesen Computer.
window-certificates-certificate = Das Zertifikat
window-certificates-copy-pem = Als PEM kopieren
window-certificates-copy-pem-what = das Zertifikat als PEM
window-certificates-copy-ticket = Text für das Ticket
window-certificates-copy-ticket-what = alles hier als Text
window-certificates-meant-for = Gedacht für
window-certificates-meant-for-none = keine bestimmte Site
window-certificates-nothing-sent = Es wurde nichts an eine Site gesendet.
window-certificates-use = Für einen Zertifikatswechsel verwenden
window-certificates-make = Datei für die Appliance erstellen

## What is under way
window-certificates-doing-browse = Die gewählten Dateien werden gelesen
window-certificates-doing-take = Abgelegtes oder Eingefügtes wird gelesen
window-certificates-doing-password = Warten auf das Passwort
window-certificates-doing-choose = Die Dateien werden für den gewählten Eintrag geöffnet
window-certificates-doing-openAnyway = Die Datei wird geöffnet; das dauert so lange wie geschätzt
window-certificates-doing-completeFromMachine = Suche unter den Zertifikaten, denen dieser Computer vertraut
window-certificates-doing-completeFromAddress = Der Aussteller wird von der Adresse im Zertifikat geholt
window-certificates-doing-compare = Das verwendete Zertifikat wird angesehen
window-certificates-doing-make = Die Datei für die Appliance wird erstellt

## What each file is
window-certificates-answer-opened = Geöffnet
window-certificates-answer-passwordNeeded = Braucht ein Passwort
window-certificates-answer-wrongPassword = Falsches Passwort
window-certificates-answer-unsupportedEncryption = Verschlüsselung unbekannt
window-certificates-answer-tooSlow = Öffnen dauert lange
window-certificates-answer-damaged = Beschädigt
window-certificates-answer-notAKeystore = Kein Keystore
window-certificates-answer-notRead = Nicht gelesen
window-certificates-contents = Inhalt
window-certificates-contents-of = Inhalt: { $file }
window-certificates-type-password-of = Passwort eingeben: { $file }
window-certificates-open-anyway = Trotzdem öffnen
window-certificates-open-anyway-of = Trotzdem öffnen: { $file }
window-certificates-remove = Entfernen
window-certificates-remove-of = Entfernen: { $file }

## The chain
window-certificates-in-order =
    { $certificates ->
        [one] { $certificates } Zertifikat
       *[other] { $certificates } Zertifikate der Reihe nach
    }
window-certificates-missing = Es fehlt: { $issuer }
window-certificates-missing-key = Schlüssel { $id }
window-certificates-complete = Ziehen Sie die Datei hierher oder vervollständigen Sie die Kette:
window-certificates-complete-from-machine = Von diesem Computer
window-certificates-complete-from-address = Von der Adresse im Zertifikat
window-certificates-asked-only = Wird nur auf Ihren Klick gefragt: { $address }
window-certificates-strangers = Gehört nicht zu dieser Kette
window-certificates-key-until = { $key }, bis { $day }
window-certificates-issued-by = ausgestellt von { $issuer }; { $signature }

## Several keys
window-certificates-entries = Mehrere Schlüssel
window-certificates-which-entry = Die Appliance nimmt genau einen. Welcher ist gemeint?

## Comparing
window-certificates-compare-title = Zwei Zertifikate vergleichen
window-certificates-compare-one = Das eine
window-certificates-compare-other = Das andere
window-certificates-compare = Vergleichen

## The file for the appliance
window-certificates-mending = Was die Datei für die Appliance ändert
window-certificates-mending-says = Ihre Datei bleibt, wie sie ist. Die neue wird noch einmal gelesen, bevor sie angeboten wird.
window-certificates-now = Jetzt
window-certificates-for-appliance = Für die Appliance
window-certificates-encryption = Verschlüsselung
window-certificates-encryption-modern = AES-256 mit HMAC-SHA-256
window-certificates-encryption-older = 3DES mit HMAC-SHA-1, für altes Java
window-certificates-password = Passwort
window-certificates-password-made = Von Reseal erzeugt: Sie kopieren es danach, es wird nie angezeigt
window-certificates-password-typed = Von Ihnen eingegeben, zweimal, in einem eigenen Fenster
window-certificates-saved = Gespeichert.
window-certificates-copy-password = Passwort kopieren
window-certificates-password-copied = Kopiert. Nach einer Minute wird es wieder aus der Zwischenablage entfernt.
window-certificates-see-requests = Wartende Anträge ansehen

### Requests for certificates: a new one, and those that wait for their reply.
window-requests-title = Anträge
window-requests-says = Schlüssel warten hier verschlüsselt, bis die CA geantwortet hat
window-requests-made = Der Antrag für { $name } ist erstellt. Kopieren oder speichern Sie ihn und senden Sie ihn an Ihre CA.
window-requests-made-next = Wenn die Antwort kommt, ziehen Sie sie irgendwo auf dieses Fenster, auch noch nach Wochen: Sie findet ihren Schlüssel von selbst.
window-requests-saved = Gespeichert.
window-requests-waiting = Anträge, die auf Antwort warten
window-requests-reply = Ist eine Antwort da?
window-requests-reply-says = Ziehen Sie hierher, was die CA gesendet hat, oder fügen Sie es ein. Die Antwort findet ihren Schlüssel von selbst, gleich zu welchem Antrag sie gehört.
window-requests-nothing-sent = Es wurde nichts an eine Site oder CA gesendet.
window-requests-make = Antrag erstellen
window-requests-doing-make = Schlüssel und Antrag werden erstellt
window-requests-doing-save = Der Antrag wird am gewählten Ort gespeichert

## A new request
window-requests-new = Neuer Antrag
window-requests-meant-for = Gedacht für
window-requests-meant-for-none = keine bestimmte Site
window-requests-names = Namen, einer pro Zeile
window-requests-names-hint = Zuerst die Adresse, die Peers verwenden: Sie wird der Common Name. Dann die Adresse, die Administratoren öffnen.
window-requests-names-filled = Ausgefüllt aus dem, was über die Site und ihr jetziges Zertifikat bekannt ist.
window-requests-key = Schlüssel
window-requests-bits-2048 = was die Appliance selbst erzeugt
window-requests-bits-3072 = was CAs über 2030 hinaus verlangen
window-requests-bits-4096 = jede Verbindung kostet die Appliance mehr
window-requests-rsa-only = Kein EC-Schlüssel: Die Appliance importiert nur RSA ab 2048 Bit.

## One that waits
window-requests-state-answered = Beantwortet
window-requests-state-waits = Wartet
window-requests-more-names = und { $names }
window-requests-made-on = { $key }, erstellt am { $day }, { $ago }.
window-requests-made-on-for = { $key }, erstellt am { $day }, { $ago }, für { $site }.
window-requests-answered-on = Die Antwort wurde am { $day } gesehen.
window-requests-opens-typed = Das Passwort, das Sie eingegeben haben, öffnet den Schlüssel.
window-requests-opens-keyring = Der Schlüsselbund öffnet den Schlüssel.
window-requests-text = Der Antrag als Text
window-requests-text-of = Der Antrag als Text: { $name }
window-requests-copy-what = der Antrag für { $name }
window-requests-save = Speichern
window-requests-save-of = Speichern: Antrag für { $name }
window-requests-forget = Vergessen
window-requests-forget-of = Vergessen: { $name }
window-requests-forget-says = Der Schlüssel geht mit dem Antrag verloren, für immer: Eine spätere Antwort ist dann nutzlos. Vergessen Sie ihn erst, wenn sein Zertifikat in Gebrauch ist oder ein anderer Antrag ihn ersetzt hat.
window-requests-forget-it = Antrag vergessen
window-requests-forget-it-of = Antrag vergessen: { $name }

### The window in which a site is added.
window-add-site-title = Site hinzufügen
window-add-site-says = Kein Passwort wird gesendet, bevor Sie wissen, wer antwortet.
window-add-site-address = Adresse des Cloud Service
window-add-site-address-hint = Die Verwaltungsadresse, an der sich Administratoren anmelden, mit Port, wenn es nicht 443 ist: vcda.paris.example. Nicht die für Peer-Sites, meist mit Port 8048: Dort werden Administratoren abgewiesen.
window-add-site-look = Sehen, wer antwortet
window-add-site-looking = TLS-Handshake mit { $address }: kein Passwort, keine Anfrage
window-add-site-known = { $site } ist unter dieser Adresse schon gespeichert.
window-add-site-open-known = { $site } öffnen
window-add-site-answers = Wer unter { $address } antwortet
window-add-site-agrees = Was damit übereinstimmt
window-add-site-right-one = Ist es das richtige?
window-add-site-expected = Fügen Sie den erwarteten Thumbprint ein
window-add-site-expected-hint = Vom Bildschirm der Appliance, aus einem Ticket oder von Kollegen. Reseal vergleicht.
window-add-site-unverified = Ich kann den Thumbprint nicht anders bekommen
window-add-site-unverified-type = Geben Sie die Adresse ein, um ungeprüft fortzufahren
window-add-site-unverified-means = Das Passwort geht dann an den, der unter { $address } antwortet. Jemand zwischen Ihnen und der Site könnte es lesen.
window-add-site-saving = Es wird noch einmal nachgesehen und die Site gespeichert
window-add-site-not-saved = Es wurde noch nichts gespeichert.
window-add-site-save = Site hinzufügen

## How to sign in
window-add-site-sign-in = Anmeldung
window-add-site-appliance = Appliance-Anmeldung
window-add-site-appliance-says = root und sein Passwort
window-add-site-sso = SSO-Anmeldung
window-add-site-sso-says = ein vSphere-Administrator
window-add-site-sso-user = SSO-Benutzername
window-add-site-remember = Passwort im Schlüsselbund dieses Computers speichern
window-add-site-typed-later = Das Passwort geben Sie danach in einem eigenen Fenster ein.

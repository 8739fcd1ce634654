### The window in which a password is typed.
window-secret-entry-title = Passwort
window-secret-entry-password-for = Passwort für { $target }
window-secret-entry-caps-lock = Die Feststelltaste ist an.
window-secret-entry-keys = Eingabe sendet, Escape bricht ab.
window-secret-entry-submit = Senden
window-secret-entry-certificate = Das Zertifikat, das sich zeigen muss

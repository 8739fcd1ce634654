### The window in which a person agrees.
window-confirm-title = Bestätigen
window-confirm-thumbprint = Der Thumbprint, den Sie auf anderem Weg haben
window-confirm-thumbprint-hint = Vom Bildschirm der Appliance oder von Kollegen dort.
window-confirm-type = Geben Sie „{ $text }“ ein, um es zu erlauben
window-confirm-not-yet = Nichts geschieht, bevor Sie hier zustimmen.
window-confirm-agree = Zustimmen

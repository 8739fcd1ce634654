### The window in which a person agrees.
window-confirm-title = Review
window-confirm-thumbprint = The thumbprint you got another way
window-confirm-thumbprint-hint = From the appliance’s own screen or a colleague there.
window-confirm-type = Type “{ $text }” to allow it
window-confirm-not-yet = Nothing happens before you agree here.
window-confirm-agree = Agree

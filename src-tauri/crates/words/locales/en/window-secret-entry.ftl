### The window in which a password is typed.
window-secret-entry-title = Password
window-secret-entry-password-for = Password for { $target }
window-secret-entry-caps-lock = Caps Lock is on.
window-secret-entry-keys = Enter submits, Escape cancels.
window-secret-entry-submit = Submit
window-secret-entry-certificate = The certificate it must show

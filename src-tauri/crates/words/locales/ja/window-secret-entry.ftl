### The window in which a password is typed.
window-secret-entry-title = パスワード
window-secret-entry-password-for = { $target } のパスワード
window-secret-entry-caps-lock = Caps Lock がオンです。
window-secret-entry-keys = Enter で送信、Esc でキャンセルします。
window-secret-entry-submit = 送信
window-secret-entry-certificate = 提示されるべき証明書

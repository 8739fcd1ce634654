### The window in which a person agrees.
window-confirm-title = 確認
window-confirm-thumbprint = 別の方法で入手したサムプリント
window-confirm-thumbprint-hint = アプライアンスの画面、または現地の担当者から入手します。
window-confirm-type = 許可するには「{ $text }」と入力
window-confirm-not-yet = ここで同意するまで、何も実行しません。
window-confirm-agree = 同意

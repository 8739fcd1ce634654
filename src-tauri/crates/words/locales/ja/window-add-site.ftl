### The window in which a site is added.
window-add-site-title = サイトを追加
window-add-site-says = 応答する相手がわかるまで、パスワードは送信しません。
window-add-site-address = Cloud Service のアドレス
window-add-site-address-hint = 管理者がサインインする管理アドレスです。ポートが 443 以外の場合はポートも入力します（例：vcda.paris.example）。ピア サイト用のアドレス（通常はポート 8048）ではありません。そこでは管理者は拒否されます。
window-add-site-look = 応答を確認
window-add-site-looking = { $address } と TLS ハンドシェイク中です。パスワードも要求も送信しません
window-add-site-known = { $site } はこのアドレスで保存済みです。
window-add-site-open-known = { $site } を開く
window-add-site-answers = { $address } で応答した証明書
window-add-site-agrees = 一致する情報
window-add-site-right-one = 正しい相手ですか
window-add-site-expected = 期待するサムプリントを貼り付け
window-add-site-expected-hint = アプライアンスの画面、チケット、または同僚から入手します。比較は Reseal が行います。
window-add-site-unverified = サムプリントを別の方法で入手できない
window-add-site-unverified-type = 未検証のまま続けるには、アドレスを入力
window-add-site-unverified-means = パスワードは、{ $address } で応答した相手に送信されます。途中の第三者に読み取られるおそれがあります。
window-add-site-saving = もう一度確認し、サイトを保存しています
window-add-site-not-saved = まだ何も保存されていません。
window-add-site-save = サイトを追加

## How to sign in
window-add-site-sign-in = サインイン方法
window-add-site-appliance = アプライアンス ログイン
window-add-site-appliance-says = root とそのパスワード
window-add-site-sso = SSO ログイン
window-add-site-sso-says = vSphere 管理者
window-add-site-sso-user = SSO ユーザー名
window-add-site-remember = パスワードをこのコンピューターのキーリングに保存
window-add-site-typed-later = パスワードは、サイトの追加後に専用のウィンドウで入力します。

### Requests for certificates: a new one, and those that wait for their reply.
window-requests-title = 証明書要求
window-requests-says = CA から回答が届くまで、鍵を暗号化して保管します
window-requests-made = { $name } の証明書要求を作成しました。コピーまたは保存して、CA に送ってください。
window-requests-made-next = 回答が届いたら、数週間後でもかまいませんので、このウィンドウのどこにでもドロップしてください。対応する鍵は自動的に見つかります。
window-requests-saved = 保存しました。
window-requests-waiting = 回答待ちの証明書要求
window-requests-reply = 回答が届きましたか
window-requests-reply-says = CA から届いたものをドロップするか貼り付けてください。どの証明書要求への回答でも、対応する鍵が自動的に見つかります。
window-requests-nothing-sent = どのサイトや CA にも何も送信していません。
window-requests-make = 証明書要求を作成
window-requests-doing-make = 鍵と証明書要求を作成しています
window-requests-doing-save = 選択した場所に証明書要求を保存しています

## A new request
window-requests-new = 新しい証明書要求
window-requests-meant-for = 対象サイト
window-requests-meant-for-none = 指定なし
window-requests-names = 名前（1 行に 1 つ）
window-requests-names-hint = 最初にピアが使うアドレスを入力します（コモン ネームになります）。次に管理者が開くアドレスを入力します。
window-requests-names-filled = サイトと現在の証明書の情報から入力済みです。
window-requests-key = 鍵
window-requests-bits-2048 = アプライアンス自身が作成する長さ
window-requests-bits-3072 = 2030 年以降に CA が求める長さ
window-requests-bits-4096 = 接続ごとにアプライアンスの負荷が増えます
window-requests-rsa-only = EC 鍵は使えません。アプライアンスがインポートできるのは 2048 ビット以上の RSA だけです。

## One that waits
window-requests-state-answered = 回答済み
window-requests-state-waits = 待機中
window-requests-more-names = および { $names }
window-requests-made-on = { $key }、{ $day }（{ $ago }）に作成。
window-requests-made-on-for = { $key }、{ $day }（{ $ago }）に { $site } 用として作成。
window-requests-answered-on = 回答を { $day } に確認しました。
window-requests-opens-typed = 鍵は、入力したパスワードで開きます。
window-requests-opens-keyring = 鍵は、キーリングの情報で開きます。
window-requests-text = 証明書要求のテキスト
window-requests-text-of = 証明書要求のテキスト：{ $name }
window-requests-copy-what = { $name } の証明書要求
window-requests-save = 保存
window-requests-save-of = 保存：{ $name } の証明書要求
window-requests-forget = 削除
window-requests-forget-of = 削除：{ $name }
window-requests-forget-says = 証明書要求とともに鍵も完全に削除され、あとで届いた回答は使えなくなります。証明書を使い始めたあとか、別の証明書要求に切り替えたあとに削除してください。
window-requests-forget-it = 証明書要求を削除
window-requests-forget-it-of = 証明書要求を削除：{ $name }

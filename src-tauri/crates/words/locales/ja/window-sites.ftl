### The list of saved sites, and the first start.
window-sites-title = サイト
window-sites-summary =
    { $sites } サイト、{ $attention ->
        [0] 要確認なし
       *[other] 要確認 { $attention } 件
    }
window-sites-check-all = すべて確認
window-sites-add = サイトを追加
window-sites-checking = サイトを確認しています（{ $all } 件中 { $checked } 件が応答）
window-sites-reading = 保存されたサイトを読み取っています
window-sites-find = 名前またはアドレスで検索
window-sites-found = { $sites } サイトが見つかりました
window-sites-none-found = 名前またはアドレスに「{ $sought }」を含むサイトは保存されていません。
window-sites-show-all = すべてのサイトを表示

## The table
window-sites-site = サイト
window-sites-certificate = 証明書
window-sites-trust = 信頼
window-sites-version = バージョン
window-sites-replaced = 前回の置き換え
window-sites-action = 操作
window-sites-practice = 練習
window-sites-until = { $day }、{ $issuance }
window-sites-not-seen = 未確認
window-sites-not-checked = 未確認
window-sites-checked = { $ago } に確認
window-sites-replace = 証明書を置き換え
window-sites-replace-of = 証明書を置き換え：{ $site }

## Runs that wait for somebody
window-sites-open-run = 実行を開く
window-sites-open-run-at = 実行を開く：{ $site }

## The first start
window-sites-first = Cloud Service の証明書を置き換え、すべてのピアとの信頼を回復します
window-sites-first-says = Reseal は VMware Cloud Director Availability サイトの SSL 証明書をインポートまたは再生成し、再起動を待って、各ピア サイトとのペアリングを双方で修復します。変更の前に、何が起こるかを表示します。
window-sites-own = サイトがある場合
window-sites-own-says = アドレスと、アプライアンスの root パスワードまたは SSO ログインが必要です。Reseal はまず証明書を確認します。相手が誰かわかるまで、パスワードは送信しません。
window-sites-own-add = サイトを追加
window-sites-try = まず試したい場合
window-sites-try-says = 練習ラボは、自サイト、クラウド ピア、オンプレミス サイトをこのコンピューター上で動かします。実際のアプライアンスと同じように動作し、本物の環境には影響しません。
window-sites-try-open = 練習ラボを開く
window-sites-try-start = 練習ラボで試す

### One site.
window-site-title = サイト
window-site-checked = { $address }、{ $ago } に確認
window-site-check-trust = 信頼を確認
window-site-replace = 証明書を置き換え
window-site-asking = { $site } とそのピアに信頼関係を問い合わせています
window-site-reading = 前回の結果を読み取っています
window-site-no-password =
    .what = { $site } のパスワードがありません。
    .means = パスワードがないと、ピアとオンプレミス サイトを読み取れません。
window-site-in-use = 使用中の証明書
window-site-in-use-unseen = まだ確認していません。「信頼を確認」で確認します。
window-site-drop = 次の証明書はお手元にありますか。ファイルをこのウィンドウにドロップするか貼り付けると、計画に進みます。
window-site-peers = ピア サイト
window-site-no-peers = { $site } にピア サイトはありません。
window-site-on-premises = オンプレミス サイト
window-site-no-on-premises = { $site } にオンプレミス サイトはありません。
window-site-unread = Reseal の起動後、または証明書の置き換え後、まだ読み取っていません。「信頼を確認」で読み取ります。

## Its peers
window-site-peer = ピア サイト
window-site-trusts-us = ピア → { $site }
window-site-we-trust = { $site } → ピア
window-site-version = バージョン
window-site-saved = 保存
window-site-open = 開く
window-site-open-peer = { $site } を開く
window-site-not-saved = 未保存

## What is known of it
window-site-facts = サイトの情報
window-site-endpoint = パブリック エンドポイント
window-site-service = サービス
window-site-clock = 時計
window-site-replaced = 前回の置き換え
window-site-never-replaced = Reseal では未実施
window-site-last-checked = 前回の確認
window-site-other-services = ほかのサービスの証明書
window-site-thumbprint-of = { $service } のサムプリント

## Peers that are not saved
window-site-next = 次に追加するサイト
window-site-next-says = { $site } はこれらとペアリング済みで、証明書も通知しています。Reseal がピアを修復できるのは、サインインできる管理アドレスがわかる場合だけです。{ $site } が知っているのはピア用アドレスのみなので、ここでは同じホストと推測しています。
window-site-add = 追加
window-site-add-peer = { $site } を追加

## Forgetting it
window-site-forget = このサイトを削除
window-site-forget-says = Reseal はアドレス、{ $site } の識別に使う証明書、パスワードを削除します。{ $site } 自体は変わりません。過去の実行のレポートも残ります。
window-site-forget-it = { $site } を削除

### Replacing a certificate: what with, what will happen, and the start.
window-replace-title = { $site } の証明書を置き換え
window-replace-the-site = サイト
window-replace-another-file = 別のファイルを選択
window-replace-import-instead = 代わりにファイルをインポート
window-replace-regenerate-instead = 代わりに再生成

## The two certificates
window-replace-in-use = 使用中
window-replace-in-use-reading = 前回の結果を読み取っています。
window-replace-in-use-unseen = まだ確認していません。計画の作成時に確認します。
window-replace-new = 新しい証明書
window-replace-nothing-read = まだ何も読み取っていません。
window-replace-regenerated = { $site } が再生成
window-replace-regenerated-says = アプライアンスが新しい鍵と自己署名証明書を作成します。まだ誰も見ていない証明書なので、Reseal は再起動後、パスワードを送信する前に識別します。

## What to replace it with
window-replace-import = インポート
window-replace-import-says = PKCS#12 キーストア（.pfx、.p12）、証明書・チェーン・鍵の PEM ファイル、または証明書要求への回答をドロップしてください。
window-replace-request = CA に要求
window-replace-request-says = 鍵と証明書要求をここで作成し、お客様が CA に送ります。回答はどこにドロップしても、対応する鍵が見つかります。
window-replace-request-it = 証明書を要求
window-replace-regenerate = 再生成
window-replace-regenerate-says = アプライアンスが自己署名証明書を作成します。ファイルは不要です。

## What will happen
window-replace-happens = 実行内容
window-replace-restart = 再起動：
window-replace-on-premises = オンプレミス サイト
window-replace-must-repair = { $site }（{ $owner }）は再ペアリングが必要です。{ $why }
window-replace-is-uncertain = { $site }（{ $owner }）は不明です。{ $why }
window-replace-untouched = { $sites } サイトは対応不要です。
window-replace-untouched-others = 残りの { $sites } サイトは対応不要です。
window-replace-way-back = 元に戻す方法：

## Its peers
window-replace-no-peers = ピア サイトなし
window-replace-ready = ピア { $peers } 件中 { $ready } 件が準備完了
window-replace-open-peer = { $site } を開く
window-replace-add-peer = { $site } を追加

## The start
window-replace-asking = { $site } とすべてのピアに準備状況を問い合わせています。何も変更しません
window-replace-ask-again = もう一度問い合わせ
window-replace-cannot-start = まだ開始できません。理由は上に表示しています。
window-replace-nothing-changed = まだ何も変更していません。
window-replace-check-again = もう一度確認
window-replace-start = 確認して開始

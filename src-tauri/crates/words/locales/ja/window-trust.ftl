### What shows certificates, thumbprints and verdicts (ui/src/certificates).

## The four verdicts
window-trust-verdict-same = 一致
window-trust-verdict-different = 不一致
window-trust-verdict-old = 古い証明書
window-trust-verdict-unknown = 確認できず
window-trust-spoken = { $word }：

## Who signed a certificate
window-trust-issuance-public = パブリック CA
window-trust-issuance-private = プライベート CA
window-trust-issuance-selfSigned = 自己署名
window-trust-issuance-unknown = 不明な CA

## One certificate
window-trust-names = 名前
window-trust-no-name = なし
window-trust-more-names = ほか { $count } 件
window-trust-without-names = 次は含まれません：{ $names }
window-trust-issuer = 発行者
window-trust-valid = 有効期間
window-trust-from-until = { $from } ～ { $until }、
window-trust-key = 鍵
window-trust-thumbprint = サムプリント
window-trust-show = 表示
window-trust-show-of = サムプリントを表示：{ $title }
window-trust-hide = 隠す
window-trust-hide-of = サムプリントを隠す：{ $title }
window-trust-thumbprint-of = { $title } のサムプリント
window-trust-sha256-of = { $title } の SHA-256 サムプリント
window-trust-copy-vendor = SHA-256:AA:… 形式でコピー
window-trust-copy-plain = 数字のみ
window-trust-copy-lower-case = 小文字

## A thumbprint that a person has from elsewhere
window-trust-given-hint = { $hint } 空白、コロン、大文字と小文字は区別しません。

## Two certificates side by side
window-trust-aspect = 項目
window-trust-differs = 相違
window-trust-changes = 変更
window-trust-same = 同じ
window-trust-either = { $word } または同じ

## What was checked of a file
window-trust-checks = 検査結果
window-trust-check-yes = 合格：
window-trust-check-warning = 警告：
window-trust-check-no = 不合格：

## Files that are offered for a replacement
window-trust-reading-file = ファイルとパスワードを読み取っています
window-trust-locked = { $file } はパスワードで保護されています。

## On-premises sites and what a change means to them
window-trust-on-premises = オンプレミス サイト
window-trust-owner = 所有者
window-trust-forecast = 変更後
window-trust-forecast-nothing = 対応不要
window-trust-forecast-mustRepair = 再ペアリングが必要
window-trust-forecast-uncertain = 不明
window-trust-seen = 実際
window-trust-why = 理由
window-trust-message = メッセージ
window-trust-copy-message = メッセージをコピー
window-trust-message-to = { $owner } 宛てのメッセージ

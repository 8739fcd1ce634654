### Whatever certificate files people have: what they are, and the file for the appliance.
window-certificates-title = 証明書
window-certificates-clear = すべて外す
window-certificates-files = ファイル
window-certificates-drop = 証明書ファイルをこのウィンドウにドロップ
window-certificates-drop-what = 1 つでも複数でもかまいません。キーストア（.p12、.pfx、.jks）、PEM、証明書、チェーン（.p7b）、秘密鍵を内容で判別し、鍵をもとに組み合わせます。
window-certificates-drop-why = ファイルの種類、アプライアンスが受け付けるかどうか、その理由を表示します。データがこのコンピューターの外に出ることはありません。
window-certificates-certificate = 証明書
window-certificates-copy-pem = PEM でコピー
window-certificates-copy-pem-what = 証明書（PEM）
window-certificates-copy-ticket = チケット用テキスト
window-certificates-copy-ticket-what = この内容すべて（テキスト）
window-certificates-meant-for = 対象サイト
window-certificates-meant-for-none = 指定なし
window-certificates-nothing-sent = どのサイトにも何も送信していません。
window-certificates-use = 置き換えに使用
window-certificates-make = アプライアンス用ファイルを作成

## What is under way
window-certificates-doing-browse = 選択したファイルを読み取っています
window-certificates-doing-take = ドロップまたは貼り付けた内容を読み取っています
window-certificates-doing-password = パスワードの入力を待っています
window-certificates-doing-choose = 選択したエントリのファイルを開いています
window-certificates-doing-openAnyway = ファイルを開いています。見積もりどおりの時間がかかります
window-certificates-doing-completeFromMachine = このコンピューターが信頼する証明書を探しています
window-certificates-doing-completeFromAddress = 証明書に記載されたアドレスから発行者を取得しています
window-certificates-doing-compare = 使用中の証明書を確認しています
window-certificates-doing-make = アプライアンス用ファイルを作成しています

## What each file is
window-certificates-answer-opened = 開きました
window-certificates-answer-passwordNeeded = パスワードが必要
window-certificates-answer-wrongPassword = パスワードが違います
window-certificates-answer-unsupportedEncryption = 未対応の暗号
window-certificates-answer-tooSlow = 時間がかかります
window-certificates-answer-damaged = 破損
window-certificates-answer-notAKeystore = キーストアではありません
window-certificates-answer-notRead = 未読
window-certificates-contents = 内容
window-certificates-contents-of = 内容：{ $file }
window-certificates-type-password-of = パスワードを入力：{ $file }
window-certificates-open-anyway = それでも開く
window-certificates-open-anyway-of = それでも開く：{ $file }
window-certificates-remove = 外す
window-certificates-remove-of = 外す：{ $file }

## The chain
window-certificates-in-order = 証明書 { $certificates } 件（順番どおり）
window-certificates-missing = 不足：{ $issuer }
window-certificates-missing-key = 鍵 { $id }
window-certificates-complete = ファイルをここにドロップするか、チェーンを補完してください。
window-certificates-complete-from-machine = このコンピューターから
window-certificates-complete-from-address = 証明書に記載のアドレスから
window-certificates-asked-only = ボタンを押したときだけ接続します：{ $address }
window-certificates-strangers = このチェーンに含まれないもの
window-certificates-key-until = { $key }、{ $day } まで
window-certificates-issued-by = 発行者：{ $issuer }、{ $signature }

## Several keys
window-certificates-entries = 鍵が複数あります
window-certificates-which-entry = アプライアンスが受け付けるのは 1 つだけです。どれを使いますか。

## Comparing
window-certificates-compare-title = 2 つの証明書を比較
window-certificates-compare-one = 一方
window-certificates-compare-other = もう一方
window-certificates-compare = 比較

## The file for the appliance
window-certificates-mending = アプライアンス用ファイルでの変更点
window-certificates-mending-says = お手元のファイルは変わりません。新しいファイルは、提供する前にもう一度読み取って確認します。
window-certificates-now = 現在
window-certificates-for-appliance = アプライアンス用
window-certificates-encryption = 暗号化
window-certificates-encryption-modern = AES-256（HMAC-SHA-256）
window-certificates-encryption-older = 3DES（HMAC-SHA-1）、古い Java 用
window-certificates-password = パスワード
window-certificates-password-made = Reseal が作成：あとでコピーします。表示はしません
window-certificates-password-typed = 自分で入力：専用のウィンドウで 2 回入力します
window-certificates-saved = 保存しました。
window-certificates-copy-password = パスワードをコピー
window-certificates-password-copied = コピーしました。1 分後にクリップボードから消去します。
window-certificates-see-requests = 待機中の証明書要求を表示

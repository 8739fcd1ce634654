### Files that hold, or should hold, a certificate with its key.

-nothing-sent-to-any-site = どのサイトにも何も送信していません。

## Why a file does not open

-export-again = もう一度エクスポートしてください。

bundle-locked = ファイルが保護されています。パスワードが必要ですが、入力されていません。
    .meaning = { -nothing-sent-to-any-site }
    .todo = ファイルのパスワードを入力してください。
bundle-wrong_password = このパスワードではファイルを開けません。
    .meaning = { -nothing-sent-to-any-site }
    .todo = 大文字と小文字に注意して、もう一度入力してください。
bundle-key_password_differs = このパスワードでファイルは開けますが、中の秘密鍵のパスワードは別です。
    .meaning = { -nothing-sent-to-any-site }
    .todo = 鍵のパスワードも入力してください。アプライアンスに送るファイルでは、両方のパスワードを 1 つにします。
bundle-store_password_differs = このパスワードで中の秘密鍵は開けますが、キーストアは開けません。キーストアのパスワードが別か、末尾が改変されています。
    .meaning = { -nothing-sent-to-any-site }
    .todo = キーストアのパスワードを入力するか、両方を 1 つのパスワードにして{ -export-again }
bundle-unsupported_encryption = ファイルは、未対応の { $algorithm } で保護されています。
    .meaning = { -nothing-sent-to-any-site }
    .todo = AES-256 で{ -export-again }パスワードの問題ではありません。
bundle-damaged = ファイルが破損しています（{ $at }）：{ $what }
    .meaning = { -nothing-sent-to-any-site }
    .todo = もう一度入手するか、エクスポートしてください。
bundle-not_a_keystore = これは証明書ではなく、{ $kind }です。
    .meaning = { -nothing-sent-to-any-site }
    .todo = { $kind }
bundle-too_large = ファイルが { $limit } バイトを超えています。そのような大きさの証明書はありません。
    .meaning = { -nothing-sent-to-any-site }
    .todo = 証明書のファイルを選択してください。
bundle-too_many = ファイルに含まれる { $of } の数が { $limit } を超えています。1 つの証明書のファイルとしては多すぎます。
    .meaning = { -nothing-sent-to-any-site }
    .todo = 1 つの証明書と、そのチェーンと鍵のファイルを選択してください。
bundle-too_slow = ファイルを開くには、{ $work }が必要です。確認なしで行う範囲を超えています。
    .meaning = { -nothing-sent-to-any-site }
    .todo = 反復回数を減らして{ -export-again }

work-rounds = 鍵導出の反復 { $rounds } 回
work-rounds_and_memory = 鍵導出の反復 { $rounds } 回（メモリ { $mebibytes } MiB）

## Why what is in the files is no certificate with its key

-key-of-the-request = この証明書の要求とともに作成された鍵を選択してください。

bundle-no_key = ファイルに秘密鍵が含まれていません。
    .meaning = 鍵がないと、アプライアンスは証明書を使えません。{ -nothing-sent-to-any-site }
    .todo = 証明書と鍵を含むファイルを選択するか、鍵のファイルを追加してください。
bundle-only_authorities = サイトの証明書が含まれていません。CA の証明書しかありません。
    .meaning = { -nothing-sent-to-any-site }
    .todo = CA がサイト用に発行した証明書と、その秘密鍵を追加してください。
bundle-no_certificate = ファイルには秘密鍵があるだけで、証明書がありません。
    .meaning = { -nothing-sent-to-any-site }
    .todo = 証明書のファイルを追加してください。
bundle-key_does_not_match = 秘密鍵が証明書に対応していません：{ $offered }
    .meaning = { -nothing-sent-to-any-site }
    .todo = { -key-of-the-request }
bundle-key_not_comparable = 秘密鍵は { $kind } です。ファイルに公開鍵の部分がないため、証明書と照合できません。
    .meaning = 製品が受け付けるのは RSA 鍵だけです。{ -nothing-sent-to-any-site }
    .todo = 2048、3072、または 4096 ビットの RSA 鍵の証明書を要求してください。
bundle-several_entries = 証明書のある鍵が複数あります：{ $entries }
    .meaning = アプライアンスが受け付けるのは 1 つだけです。{ -nothing-sent-to-any-site }
    .todo = 「証明書」画面で目的のものを選択し、そこから使ってください。コマンドラインでは、先にファイルを作成します：reseal-cli doctor FILE --entry NAME --write OUT
bundle-no_such_entry = 「{ $wanted }」というエントリはありません。あるのは次のエントリです：{ $entries }
    .meaning = { -nothing-sent-to-any-site }
    .todo = エントリを、その名前、サブジェクト、またはサムプリントで指定してください。

# $why is one of the reasons above.
bundle-key_locked = 秘密鍵はありますが、保護されています。
    .meaning = { $why }
    .todo = { $why }
bundle-keys_locked = 秘密鍵はありますが、保護されています：{ $keys }
    .meaning = { $why }
    .todo = { $why }

entry-alias = 「{ $alias }」
entry-without_a_name = 名前のない鍵
entry-named = 「{ $alias }」（{ $subject }、{ $until } まで、{ $thumbprint }）
entry-unnamed = { $subject }（{ $until } まで、{ $thumbprint }）

## What did not open beside the rest

# $problem is why a file did not open.
bundle-certificate_missing = 証明書を読み取れていません。{ $problem }
    .meaning = { $problem }
    .todo = { $problem }
bundle-leaf_missing = サイトの証明書を読み取れていません。{ $problem }
    .meaning = { $problem }
    .todo = { $problem }
bundle-key_missing = 証明書の秘密鍵を読み取れていません。{ $problem }
    .meaning = { $problem }
    .todo = { $problem }
bundle-of_file = { $file }：{ $problem }
    .meaning = { $problem }
    .todo = { $problem }
bundle-key_of_file_locked = { $file }：秘密鍵{ $key }は保護されています。
    .meaning = { $problem }
    .todo = { $problem }
bundle-a_key_of_file_locked = { $file }：含まれている秘密鍵は保護されています。
    .meaning = { $problem }
    .todo = { $problem }
bundle-left_out = 一部のファイルが開いていません。{ $each }
    .meaning = 目的のものがその中にある可能性があるため、残りからは何も作成していません。{ -nothing-sent-to-any-site }
    .todo = 開くか、不要なものを外してください。鍵が複数ある場合は 1 つを選択してください。

## The password of the keystore that goes to the appliance

-printable-password = 印字可能な ASCII 文字だけで、先頭と末尾が空白ではないパスワードを使ってください。

bundle-password_empty = パスワードが空です。
    .meaning = { -nothing-sent-to-any-site }
    .todo = { -printable-password }
bundle-password_not_ascii = パスワードに、アプライアンスに送信できない文字が含まれています。
    .meaning = { -nothing-sent-to-any-site }
    .todo = { -printable-password }
bundle-password_outer_blank = パスワードの先頭または末尾が空白です。送信の途中で失われます。
    .meaning = { -nothing-sent-to-any-site }
    .todo = { -printable-password }

## The process that opens files with private keys

bundle-took_too_long = ファイルを開く処理が { $limit } を超えたため、停止しました。
    .meaning = { -nothing-sent-to-any-site }
    .todo = 鍵導出の反復回数を減らして、証明書と鍵を{ -export-again }
bundle-not_survived = ファイルを開くプロセスが、結果を返す前に終了しました。極端に多くのメモリを要求するファイルや、悪意のあるファイルで起こります。
    .meaning = { -nothing-sent-to-any-site }
    .todo = 入手元がわからない場合、このファイルは使わないでください。証明書と鍵を{ -export-again }
bundle-no_worker = 秘密鍵のファイルを開くプロセスが動作できませんでした。
    .meaning = { -nothing-sent-to-any-site }
    .todo = ほかのプログラムをいくつか終了し、もう一度試してください。動作中に Reseal を更新した場合は、Reseal を起動し直してください。
bundle-not_written = このファイルから、アプライアンス用のキーストアを作成できませんでした。
    .meaning = { -nothing-sent-to-any-site }
    .todo = 証明書と鍵を、PKCS#12 として{ -export-again }

## What a file is that holds neither a certificate nor a key that is read here

-choose-a-keystore = キーストア（.p12、.pfx、.jks）、または証明書と鍵のファイル（.pem、.crt、.key、.p7b）を選択してください。
-unpack = 展開して、中の証明書のファイルを選択してください。
-not-the-public-key-alone = 公開鍵だけでなく、証明書と秘密鍵を選択してください。
-if-it-is-its-key = 証明書の鍵である場合は

looks-nothing = 空のファイル
    .todo = { -choose-a-keystore }
looks-web_page = Web ページ
    .todo = ファイルの代わりに、サインイン画面かエラー画面が保存された可能性があります。もう一度ダウンロードしてください。
looks-text = テキスト ファイル
    .todo = { -choose-a-keystore }
looks-json = JSON ドキュメント
    .todo = { -choose-a-keystore }
looks-unknown_bytes = 不明な種類のファイル
    .todo = { -choose-a-keystore }
looks-zeros = ゼロだけのファイル
    .todo = { -choose-a-keystore }
looks-bouncy_castle_keystore = Bouncy Castle キーストア（BKS、UBER、または BCFKS）
    .todo = プロバイダーの jar を用意し、先に変換してください：keytool -importkeystore -srckeystore FILE -srcstoretype BKS -destkeystore NEW.p12 -deststoretype PKCS12 -providerpath bcprov.jar -providerclass org.bouncycastle.jce.provider.BouncyCastleProvider（BKS は UBER または BCFKS の場合もあります）
looks-ssh_private_key = OpenSSH 秘密鍵
    .todo = { -if-it-is-its-key }、コピーを変換してください：ssh-keygen -p -m PEM -f COPY
looks-ssh_public_key = SSH 公開鍵
    .todo = { -not-the-public-key-alone }
looks-putty_key = PuTTY 秘密鍵
    .todo = { -if-it-is-its-key }、PuTTYgen で PEM としてエクスポートしてください。
looks-certificate_request = 証明書要求（CSR）
    .todo = これは CA に送ったものです。CA から届いた証明書と、秘密鍵を選択してください。
looks-public_key = 公開鍵
    .todo = { -not-the-public-key-alone }
looks-revocation_list = 証明書失効リスト
    .todo = { -choose-a-keystore }
looks-parameters = 鍵を含まない鍵パラメーター
    .todo = { -choose-a-keystore }
looks-pgp = PGP の鍵またはメッセージ
    .todo = { -choose-a-keystore }
looks-message = 証明書を含まない PKCS#7 メッセージ
    .todo = { -choose-a-keystore }
looks-zip = ZIP アーカイブ、Office ドキュメント、または jar ファイル
    .todo = { -unpack }
looks-archive = アーカイブ（tar、7z、rar、xz、bzip2、zstd、または cab）
    .todo = { -unpack }
looks-office_document = Office ドキュメントまたはインストーラー
    .todo = { -choose-a-keystore }
looks-shortcut = ファイルへのショートカット
    .todo = リンク先のファイルを選択してください。
looks-oracle_wallet = 自動ログイン用の Oracle ウォレット（cwallet.sso）
    .todo = 同じ場所の ewallet.p12 を選択してください。同じ内容が含まれており、ウォレットのパスワードで開けます。
looks-ibm_keystore = IBM 鍵データベース（.kdb）
    .todo = 先にエクスポートしてください：runmqakm -cert -export -db FILE -label NAME -target NEW.p12 -target_type pkcs12
looks-java_object = Java プログラムが書き出したオブジェクト
    .todo = { -choose-a-keystore }
looks-other_block = ほかのプログラムのテキスト ブロック
    .todo = { -choose-a-keystore }
looks-sealed = age、Ansible、または openssl enc で暗号化されたファイル
    .todo = 作成に使ったプログラムで復号してください。
looks-microsoft_key = Microsoft 形式の秘密鍵（PVK または鍵 BLOB）
    .todo = { -if-it-is-its-key }、先に変換してください：openssl rsa -inform PVK -in FILE -out NEW.key（PVK は MSBLOB の場合もあります）
looks-json_web_key = JSON Web Key（JWK）
    .todo = 入手元で、鍵を PEM としてエクスポートしてください。
looks-certificate_in_words = プログラムが表示した証明書の内容
    .todo = 表示元のファイルを選択するか、BEGIN から END までのブロックをコピーしてください。
looks-attribute_certificate = 属性証明書（サーバー用ではないもの）
    .todo = { -choose-a-keystore }
looks-status_message = 証明書の状態に関するメッセージ（OCSP）
    .todo = { -choose-a-keystore }
looks-time_stamp = タイムスタンプまたはその要求（RFC 3161）
    .todo = { -choose-a-keystore }
looks-authority_message = CA とやり取りするメッセージ（CMP または CRMF）
    .todo = { -choose-a-keystore }
looks-evidence_record = アーカイブの証拠レコード（RFC 4998）
    .todo = { -choose-a-keystore }
looks-gzip = gzip アーカイブ
    .todo = { -unpack }
looks-pdf = PDF ドキュメント
    .todo = { -choose-a-keystore }
looks-picture = 画像
    .todo = { -choose-a-keystore }
looks-program = プログラム
    .todo = { -choose-a-keystore }
looks-database = データベース
    .todo = { -choose-a-keystore }

## A file that takes long to open

bundle-asks_for = このファイルを開くには、{ $work }が必要です。このコンピューターでの所要時間の目安：{ $takes }
bundle-a_year = 1 年以上
bundle-open_anyway = それでも開くか、反復回数を減らして{ -export-again }
bundle-no_file_for_java = アプライアンスは Java プログラムなので、この証明書を含むキーストアを開けません。ファイルは作成しておらず、どのサイトにも何も送信していません。

## What making the file for the appliance changes

mended-file = ファイル
mended-encryption = 暗号化
mended-certificates = 証明書
mended-passwords = パスワード
mended-besides = その他
mended-missing_issuers = 不足している発行者

mended-one_file = { $kind } 1 個
mended-files = ファイル { $count } 個
mended-as_they_are = 現在のまま
mended-one_password = ファイルと鍵に共通の 1 つ
mended-upward = { $count } 件、証明書から上位へ順番どおり
mended-other_order = { $count } 件、順番が異なる
mended-strangers = 別のチェーンの証明書 { $count } 件
mended-duplicates = 重複 { $count } 件
mended-keys = 証明書のない鍵 { $count } 件
mended-left_out = 除外
mended-not_in_the_files = ファイルになし
mended-added = 発行者 { $count } 件を追加

### The promises that a bundle keeps or breaks: what was found, what it means, what to do.

-verify-with-openssl = openssl verify で検証する

## allows_server_authentication

-import-script-refuses = ベンダーのインポート スクリプトは、サーバー認証のないファイルを拒否します。
-request-server-authentication = 拡張鍵用途 Server Authentication（Web サーバー用テンプレート）を指定して、要求し直してください。

allows_server_authentication-kept = 用途にサーバー認証が含まれています。
allows_server_authentication-netscape = Netscape 証明書タイプに SSL サーバーが含まれていません。
    .meaning = OpenSSL と Java はこの古い拡張に従い、サーバー用の証明書として拒否します。
    .todo = 拡張 Netscape Certificate Type なしで、または SSL Server を含めて、要求し直してください。
allows_server_authentication-no_uses = サーバー認証が含まれていません。拡張鍵用途がまったくありません。
    .meaning = { -import-script-refuses }
    .todo = { -request-server-authentication }
allows_server_authentication-any_use = 任意の用途が許可されていますが、サーバー認証が明示されていません。
    .meaning = { -import-script-refuses }
    .todo = { -request-server-authentication }
allows_server_authentication-other_uses = ほかの用途の証明書で、サーバー認証が含まれていません。
    .meaning = { -import-script-refuses }
    .todo = { -request-server-authentication }

## authority_stands_behind: $why is one of the reasons below.

authority_stands_behind-public = パブリック CA の証明書です。{ $why }
authority_stands_behind-private = プライベート CA の証明書です。{ $why }オンプレミス サイトは、そのルートを知っていれば信頼を保ちます。
authority_stands_behind-nobody = { $why }
    .meaning = オンプレミス サイトは自己署名証明書を個別に記憶するため、それぞれ再ペアリングが必要です。
    .todo = CA の証明書を使うか、事前にオンプレミス サイトに知らせてください。
authority_stands_behind-unknown = { $why }
    .meaning = オンプレミス サイトが信頼を保つかどうかはわかりません。
    .todo = 発行者の証明書を、同じファイルに含めるか、別のファイルとして追加してください。

issuance-public = { $through } を経由して、パブリックのルートに至ります。
issuance-private = { $through } を経由して、パブリックではないルートに至ります。
issuance-self_signed = 自己署名証明書で、CA は関与していません。
issuance-not_found = 発行者 { $issuer } は、ファイルにも既知のルートにもありません。
issuance-not_held = { $issuer } へのパスは有効ではありません。{ $why }。

# Why a path does not hold, as a sentence without its full stop.
path-expired = 証明書の 1 つが期限切れです
path-not_valid_yet = 証明書の 1 つがまだ有効ではありません
path-authority = CA 自身の証明書です
path-no_authority = 発行者の 1 つが CA ではありません
path-too_long = 発行者の 1 つが許可する長さを超えています
path-false_signature = 正しくない署名、または Reseal では検証できない署名があります
path-no_top = 証明書をたどっても最上位に至りません
path-version_1 = 証明書の 1 つが X.509 バージョン 1 で、用途が示されていません
path-names = 発行者の 1 つに、これらの名前に署名する権限がありません
path-other_uses = 証明書の 1 つがほかの用途のものです
path-critical = 証明書の 1 つに、Reseal では解釈できないクリティカルな拡張があります
path-too_many = 発行者の数が、Reseal でたどれる数を超えています
path-serial = シリアル番号の 1 つの形式が正しくありません
path-extensions = 証明書の 1 つの拡張の形式が正しくありません
path-two_algorithms = 証明書の 1 つに、異なる 2 つの署名アルゴリズムが記載されています
path-algorithm = Reseal では検証できないアルゴリズムが使われています
path-malformed = 証明書の 1 つの形式が正しくありません

## chain_is_complete: $missing is an issuer.

-may-not-find-a-root = チェーンを検証する相手（バージョン 4.3 以降のオンプレミス サイトなど）が、ルートに到達できない可能性があります。
-add-the-issuer = 発行者の証明書を、同じファイルに含めるか、別のファイルとして追加してください。

chain_is_complete-not_needed = 自己署名なので、チェーンは不要です。
chain_is_complete-kept = ルートまでの発行者 { $issuers } 件が、すべてファイルにあります。
chain_is_complete-root_known = チェーンは既知のルートに至ります。ルートがファイルにある必要はありません。
chain_is_complete-but_the_root = { $highest } までの発行者がファイルにあります。{ $missing } はありませんが、アプライアンスには不要です。
chain_is_complete-missing = 発行者 { $missing } が不足しています。
    .meaning = { -may-not-find-a-root }
    .todo = { -add-the-issuer }
chain_is_complete-namesake = 発行者 { $missing } が不足しています。同じ名前の発行者がファイルにありますが、その鍵で署名されたものではありません。
    .meaning = { -may-not-find-a-root }
    .todo = { -add-the-issuer }

missing-issuer = { $issuer }
missing-issuer_with_key = { $issuer }（鍵 ID { $key }）

## chain_is_valid_now

-verifiers-refuse = チェーンを検証する相手は、この証明書を拒否します。

chain_is_valid_now-kept = すべての発行者が現在有効で、証明書の終了日まで有効です。
chain_is_valid_now-root_is_not = { $issuer } の有効期間は { $from } から { $until } までで、{ $clock ->
    [site] サイトの時計では現在有効ではありません
   *[here] 現在有効ではありません
  }。
    .meaning = { -verifiers-refuse }
    .todo = ルートが更新されたかどうかを CA に確認し、現在のルートを追加してください。
chain_is_valid_now-issuer_is_not = { $issuer } の有効期間は { $from } から { $until } までで、{ $clock ->
    [site] サイトの時計では現在有効ではありません
   *[here] 現在有効ではありません
  }。
    .meaning = { -verifiers-refuse }
    .todo = 現在の中間証明書を CA から入手してください。
chain_is_valid_now-ends_first = { $issuer } は、証明書より先に { $until } に期限が切れます。
    .meaning = それ以降、チェーンを検証する相手はこの証明書を拒否します。
    .todo = 更新された中間証明書を CA から入手するか、その日までに両方を置き換えてください。

## chain_keys_are_strong

-weak-keys-are-refused = ブラウザーと、システム標準設定の OpenSSL は 2048 ビット未満、Java は 1024 ビット未満の RSA 鍵を拒否します。DSA とまれな曲線は、一部のプログラムしか対応していません。
-ask-for-strong-keys = 2048 ビット以上の RSA、P-256、または P-384 の鍵を使うチェーンを CA に依頼してください。

chain_keys_are_strong-kept = すべての発行者の鍵に十分な強度があります。
chain_keys_are_strong-weak = { $issuer } の鍵は強度不足です：{ $key }
    .meaning = { -weak-keys-are-refused }
    .todo = { -ask-for-strong-keys }
chain_keys_are_strong-rare = { $issuer } の鍵を検証できるプログラムはわずかです：{ $key }
    .meaning = { -weak-keys-are-refused }
    .todo = { -ask-for-strong-keys }

## chain_verifies

-ask-for-what-belongs = この証明書に対応する証明書を CA から入手してください。
-may-be-right = 正しい可能性もありますが、Reseal では判断できません。
-or-a-known-chain = { -verify-with-openssl }か、RSA、P-256、または P-384 の鍵と SHA-256 のチェーンを使ってください。

chain_verifies-kept = チェーンの最上位まで、すべての署名が正しいことを確認しました。
chain_verifies-false_signature_on = { $signed } に対する { $issuer } の署名が正しくありません。
    .meaning = 証明書が署名後に改変されたか、途中で破損しています。検証する相手は拒否します。
    .todo = もう一度入手するかエクスポートし、サムプリントを CA の情報と照合してください。
chain_verifies-no_authority = { $issuer } は CA ではありません。証明書の発行を許可する基本制約がありません。
    .meaning = { -verifiers-refuse }
    .todo = { -ask-for-what-belongs }
chain_verifies-may_not_sign = { $issuer } は証明書に署名できません。鍵用途で許可されていません。
    .meaning = { -verifiers-refuse }
    .todo = { -ask-for-what-belongs }
chain_verifies-false_signature = チェーンに正しくない署名があります。
    .meaning = { -verifiers-refuse }
    .todo = { -ask-for-what-belongs }
chain_verifies-broken = チェーンを検証できません。{ $why }。
    .meaning = { -verifiers-refuse }
    .todo = { -ask-for-what-belongs }
chain_verifies-other_spelling = 発行者の名前の表記（大文字と小文字、文字列の種類など）が、発行者自身の証明書と異なります。
    .meaning = Java と OpenSSL は同じ名前とみなしますが、Go などはバイト単位で比較し、チェーンを拒否します。
    .todo = 発行者の名前がバイト単位で一致する証明書を CA に依頼してください。
chain_verifies-critical_policies = チェーンの証明書に、従うべきポリシーがあります。Reseal は対応していません。
    .meaning = Java と OpenSSL は従います。正しい可能性もありますが、Reseal では判断できません。
    .todo = openssl verify -policy_check で検証してください。
chain_verifies-too_long = チェーンが長くなっています。{ path-too_many }。
    .meaning = Java と OpenSSL はより長いチェーンもたどりますが、拒否するものもあります。正しいかどうか、Reseal では判断できません。
    .todo = { -verify-with-openssl }か、短いチェーンを CA に依頼してください。
chain_verifies-precertificate = { $name }（シリアル番号 { $serial }）は、証明書ではなく、透明性ログのプレ証明書です。クリティカルな拡張 { $extension } がそれを示しています。
    .meaning = どのクライアントもプレ証明書を拒否します。
    .todo = 証明書そのものを入手してください。CA から、またはログにある同じシリアル番号の別のエントリから入手できます。
chain_verifies-unknown_critical_extension = { $name } に、解釈が必須なのに Reseal では解釈できないクリティカルな拡張 { $extension } があります。
    .meaning = Java や OpenSSL など、解釈できない相手は証明書を拒否します。
    .todo = この拡張がクリティカルではないか、含まれない証明書を CA に依頼してください。
chain_verifies-issuer_for_other_uses = { $issuer } が発行できるのはほかの用途の証明書だけで、サーバー認証が含まれていません。
    .meaning = OpenSSL とブラウザーはサーバー用として拒否しますが、Java は確認しません。
    .todo = サーバー用の発行者による証明書を CA に依頼してください。
chain_verifies-another_key_named = { $signed } に記載された発行者の鍵が、署名した { $issuer } の鍵と異なります。
    .meaning = OpenSSL と GnuTLS は記載された鍵に従うため発行者を見つけられませんが、Java は見つけます。
    .todo = 発行者の現在の証明書か、このサーバーの新しい証明書を CA に依頼してください。
chain_verifies-an_algorithm_not_verifiable = チェーンに、Reseal では検証できないアルゴリズムが使われています。
    .meaning = { -may-be-right }
    .todo = { -or-a-known-chain }
chain_verifies-not_verifiable = { $signed } は { $signature } と { $key } の鍵で署名されており、Reseal では検証できません。
    .meaning = { -may-be-right }
    .todo = { -or-a-known-chain }

## is_its_own

is_its_own-kept = このサイトのほかのサービスでは使われていません。
is_its_own-shared = このサイトの { $service } が同じ証明書を使用しています。
    .meaning = サービスごとに専用の証明書が必要です。
    .todo = Cloud Service 用に別の証明書を要求してください。

## is_newer

is_newer-kept = 使用中の証明書より新しいものです。
is_newer-older = 使用中の証明書より古いものです：開始は { $begins }、使用中の証明書は { $since }
    .meaning = 誤って以前の証明書を選択した可能性があります。
    .todo = 続ける前に、2 つを比較してください。

## is_no_authority

is_no_authority-kept = サーバー証明書です。
is_no_authority-self_signed = openssl req -x509 で作成したもののように、CA の印が付いた自己署名証明書です。
    .meaning = 個別に記憶する相手では問題ありませんが、Firefox など CA の印を確認するものは、サーバー用として拒否します。
    .todo = basicConstraints=CA:FALSE を指定して作成するか、アプライアンスで自己署名証明書を再生成してください。
is_no_authority-authority = CA の証明書です。
    .meaning = クライアントは、サーバー用として拒否します。
    .todo = CA がアプライアンス用に発行した証明書と、その鍵を選択してください。
is_no_authority-authority_with_key = CA の証明書で、その秘密鍵がこのファイルに含まれています。
    .meaning = このファイルを入手した人は、どの名前の証明書でも発行できます。クライアントは、サーバー用として拒否します。
    .todo = このファイルをアプライアンスに送らないでください。CA がアプライアンス用に発行した証明書を選択してください。

## is_not_in_use

is_not_in_use-kept = 使用中のものとは別の証明書です。
is_not_in_use-in_use = Cloud Service がすでに使用している証明書です。
    .meaning = もう一度インポートしても、サービスが再起動するだけで、何も変わりません。
    .todo = 新しい証明書を選択してください。これが新しい証明書の場合は、信頼しているサイトを確認してください。ペアリングの修復が残っている可能性があります。

## java_opens_it: $reasons are those below.

-make-it-anew = これをもとにアプライアンス用ファイルを作成してください（コマンドラインでは --write）。

java_opens_it-kept = 現在の Java は、ファイルをそのまま開けます。
java_opens_it-refused = Java はファイルをそのままでは使えません。原因：{ $reasons }
    .meaning = アプライアンスは Java プログラムなので、ファイルを拒否するか、鍵を見つけられないか、別の証明書を使います。パスワードが違うと表示されることもよくありますが、パスワードの間違いではありません。
    .todo = { -make-it-anew }
java_opens_it-another_kind = { $format }です。アプライアンスが受け付けるのは、1 つの PKCS#12 キーストアです。
    .meaning = このままではインポートできません。
    .todo = { -make-it-anew }

# What Java does not take, as parts of a list.
java-checksum = { $kind } のチェックサム
java-encryption = { $kind } による暗号化
java-rounds = 鍵導出の反復 { $rounds } 回
java-redundant_length = 必要以上のバイト数による長さの表記
java-open_key = 暗号化されていない秘密鍵
java-short_salt = 8 バイト未満のソルト
java-version = 3 ではないバージョン
java-bag = 問題のある部分（{ $why }）
java-two_passwords = ファイルと異なる鍵のパスワード
java-no_key = 入れ子になった部分の中の秘密鍵
java-no_certificate = 秘密鍵と証明書を結び付けるローカル キー ID も名前もないこと
java-serves_another = ローカル キー ID、名前、順番のうえで、鍵が { $leaf }（{ $leaf_until } まで有効）ではなく { $other }（{ $other_until } まで有効）に対応していること
java-refuses = Java が拒否する証明書（{ $certificate }）

format-pkcs12 = PKCS#12 キーストア
format-java = Java キーストア
format-pem = PEM テキスト
format-certificate = DER 証明書
format-private_key = DER 秘密鍵
format-pkcs7 = PKCS#7 証明書
format-serialized_store = Microsoft 証明書ストア
format-several = 複数のファイル
format-made_here = Reseal が作成したもの

certificate-with_serial = シリアル番号 { $serial } の証明書
certificate-called = { $subject }

## java_reads_the_certificates: $part is one of those below, $why what is wrong with it.

-would-not-come-back = アプライアンスは Java プログラムなので、この証明書を含むキーストアを開けず、パスワードが違うと表示します。Cloud Service は復帰しなくなります。

java_reads_the_certificates-kept = Java は、証明書とその上位の証明書を読み取れます。
java_reads_the_certificates-issuer = Java が { $certificate } を拒否します。問題の箇所：{ $part }（{ $why }）
    .meaning = { -would-not-come-back }
    .todo = この発行者の別の証明書か、別の発行者による証明書を CA に依頼してください。
java_reads_the_certificates-critical_extension = Java が { $certificate } を拒否します。問題の箇所：{ $part }（{ $why }）
    .meaning = { -would-not-come-back }
    .todo = この拡張の形式が正しくないことを CA に伝え、要求し直してください。正しい形式にするか、クリティカルではないものにする必要があります。
java_reads_the_certificates-subject = Java が { $certificate } を拒否します。問題の箇所：{ $part }（{ $why }）
    .meaning = { -would-not-come-back }
    .todo = サブジェクトにコモン ネームを含めるか、代替名をクリティカルにして、要求し直してください。
java_reads_the_certificates-malformed = Java が { $certificate } を拒否します。問題の箇所：{ $part }（{ $why }）
    .meaning = { -would-not-come-back }
    .todo = 形式が正しくない箇所を CA に伝え、要求し直してください。

part-structure = 構造
part-version = バージョン
part-serial = シリアル番号
part-signature = 署名
part-issuer = 発行者の名前
part-validity = 有効期間
part-subject = サブジェクト
part-key = 公開鍵
part-extensions = 拡張
part-extension = 拡張 { $name }
part-critical_extension = クリティカルな拡張 { $name }

## keeps_client_authentication

keeps_client_authentication-kept = 使用中の証明書がクライアント認証を許可している場合は、この証明書も許可しています。
keeps_client_authentication-lost = 使用中の証明書はクライアント認証にも使えますが、この証明書は使えません。
    .meaning = 製品に必要かどうかはわかりません。製品の資料にあるのはサーバー認証だけですが、サイト同士はクライアントとしても接続します。
    .todo = 念のため、Server Authentication と Client Authentication の両方の用途を指定して要求してください。

## key_is_rsa

-request-rsa = 2048、3072、または 4096 ビットの RSA 鍵の証明書を要求してください。

key_is_rsa-kept = 鍵は { $key } です。
key_is_rsa-weak = 鍵は { $key } です。
    .meaning = 製品が受け付けるのは 2048 ビット以上の RSA 鍵です。
    .todo = { -request-rsa }
key_is_rsa-ed25519 = 鍵は { $key } です。
    .meaning = ベンダーの資料にあるのは RSA 鍵だけです。Java 8 と 11 は Ed25519 を読み込むこともできません。
    .todo = { -request-rsa }
key_is_rsa-another = 鍵は { $key } です。
    .meaning = ベンダーの資料にあるのは RSA 鍵だけです。
    .todo = { -request-rsa }

## key_matches

key_matches-kept = 秘密鍵は証明書に対応しています。
key_matches-foreign = 秘密鍵がどの証明書にも対応していません。
    .meaning = Java はこのようなファイルもエラーなしで読み込みますが、サーバーは自らを誰にも証明できません。
    .todo = この証明書の要求とともに作成された鍵を選択してください。

## key_usage_fits

key_usage_fits-not_restricted = 鍵の用途に制限はありません。
key_usage_fits-kept = 鍵はハンドシェイクに署名できます。
key_usage_fits-no_signatures = 鍵用途でデジタル署名が許可されていません。
    .meaning = TLS 1.3 と、TLS 1.2 のほぼすべての場合に、サーバーはハンドシェイクに署名します。
    .todo = 鍵用途 Digital Signature と Key Encipherment を指定して、要求し直してください。

## lasts

-again-soon = 近いうちに再び置き換え、ペアリング済みのすべてのサイトを修復し直す必要があります。

lasts-kept = 残り { $left } 日です。{ $due } までに置き換えてください。
lasts-kept_and_the_next = 残り { $left } 日です。{ $due } までに置き換えてください。次の証明書の有効期間は最長 { $next_days } 日で、{ $next_due } までに置き換えが必要になります。
lasts-ends_soon = { $until } まで、残り { $left } 日しかありません。
    .meaning = { -again-soon }
    .todo = 有効期間の長い証明書を依頼してください。
lasts-ends_soon_and_limited = { $until } まで、残り { $left } 日しかありません。
    .meaning = { -again-soon }
    .todo = 有効期間の長い証明書を依頼してください。パブリック CA の発行期間は、現在は最長 { $most } 日、2027年3月15日からは 100 日、2029年3月15日からは 47 日です。

## lifetime_is_accepted

lifetime_is_accepted-kept = 有効期間は { $days } 日です。
lifetime_is_accepted-ends_before_it_begins = 開始前に終了しています：有効期間は { $from } から { $until } まで
    .meaning = 有効だったことはなく、誰も受け入れません。
    .todo = CA に伝え、要求し直してください。
lifetime_is_accepted-too_long = { $issued } に有効期間 { $days } 日で発行されました。この種類の CA でクライアントが受け入れるのは { $allowed } 日までです。
    .meaning = アプライアンスは受け付けますが、ブラウザーと Apple のシステムは拒否します。
    .todo = 有効期間を短くして、要求し直してください。

## names_are_permitted

names_are_permitted-kept = これらの名前を制限する発行者はありません。
names_are_permitted-excluded = { $issuer } は { $name } に署名できません。名前制約で除外されています。
    .meaning = { -verifiers-refuse }
    .todo = その名前を含まない証明書か、その名前に署名できる CA の証明書を要求してください。

## names_are_well_formed

-ignored-names = クライアントはこのような名前を無視し、証明書全体を拒否するものもあります。

names_are_well_formed-kept = すべての名前の形式が正しいことを確認しました。
names_are_well_formed-two_lists = 代替名が複数の拡張に分かれています。
    .meaning = 証明書に使える拡張は 1 つです。拒否するクライアントや、名前の一部しか認識しないクライアントがあります。
    .todo = CA に伝え、要求し直してください。
names_are_well_formed-malformed = 形式が正しくない名前があります：{ $names }
    .meaning = { -ignored-names }
    .todo = これらを除いて、要求し直してください。使えるのは英数字とハイフンで、* は先頭のラベル全体として 1 つだけです。
names_are_well_formed-meant = 形式が正しくない名前があります：{ $names }
    .meaning = { -ignored-names }
    .todo = 次を指定して、要求し直してください：{ $wanted }

wanted-address = 代わりに { $address } の IP エントリ
wanted-host = ホスト名のみの { $host }

## names_cover

names_cover-kept = 対象の名前：{ $names }
names_cover-no_names = サブジェクト代替名にホストの名前がありません。
    .meaning = 名前を検証するクライアントは代替名だけを確認し、拒否します。
    .todo = パブリック エンドポイントを代替名に指定して、要求し直してください。
names_cover-none_accepted = クライアントが受け入れる名前が 1 つもありません：{ $names }
    .meaning = 名前を検証するクライアントは、使える名前がないため拒否します。
    .todo = パブリック エンドポイントのホスト名のみを指定して、要求し直してください。アドレスには IP エントリが必要です。
names_cover-missing = { $missing } が含まれていません。含まれる名前：{ $names }
    .meaning = ペアリング済みのサイトはサムプリントを比較するため、問題ありません。チェーンを検証するオンプレミス サイト、ブラウザー、スクリプトは名前を照合し、拒否します。
    .todo = { $missing } も含む証明書を要求してください。

names-more = ほか { $more } 件

## nothing_is_superfluous: $left_out are those below.

nothing_is_superfluous-kept = ファイルの内容は、すべてこの証明書のものです。
nothing_is_superfluous-twice = 除外：{ $left_out }
    .meaning = チェーンに含まれるものですが、製品に必要なのは各証明書 1 つずつです。
    .todo = 対応は不要です。チェーンに 1 つあれば十分です。
nothing_is_superfluous-left_out = 除外：{ $left_out }
    .meaning = この証明書のチェーンに含まれないもので、製品はほかのものを必要としません。
    .todo = チェーンに不足がなければ、対応は不要です。

left_out-duplicates = 重複している証明書 { $count } 件
left_out-keys = ほかの秘密鍵 { $count } 件
certificate-by_dates = { $subject }（{ $from } から { $until } まで有効）
certificate-by_serial = { $subject }（{ $from } から { $until } まで有効、シリアル番号 { $serial }）

## one_entry

-another-entry-may-be-used = このままインポートすると、ファイルが拒否されるか、意図しないエントリが使われます。

one_entry-kept = エントリは 1 つです。
one_entry-with_chain = エントリは 1 つで、チェーンも含まれています。
one_entry-several = ファイルにエントリが { $entries } 件あります。製品が受け付けるのは 1 つだけです。
    .meaning = { -another-entry-may-be-used }
    .todo = { -make-it-anew }
one_entry-several_written_anew = ファイルにエントリが { $entries } 件あります。製品が受け付けるのは 1 つだけです。
    .meaning = { -another-entry-may-be-used }
    .todo = 対応は不要です。Reseal が、このエントリだけの新しいファイルを作成してインポートします。

## password_is_ascii

password_is_ascii-kept = パスワードは ASCII 文字だけです。
password_is_ascii-not_ascii = パスワードに ASCII 以外の文字が含まれています。
    .meaning = Java はこのようなパスワードを拒否し、パスワードが違うと表示します。また、アプライアンスに送るヘッダーにも入れられません。
    .todo = { -make-it-anew }
password_is_ascii-empty = パスワードが空です。
    .meaning = ファイルを誰でも開けます。また、アプライアンスがパスワードを要求する可能性があります。
    .todo = { -make-it-anew }
password_is_ascii-outer_blank = パスワードの先頭または末尾が空白です。
    .meaning = アプライアンスに送るヘッダーで、空白が失われます。
    .todo = { -make-it-anew }

## signatures_are_modern

-no-sha1 = 製品は SHA-1 と MD5 の署名を受け付けません。チェーンを検証するほかの相手も同じです。
-unknown-strength = 十分な強度かどうかはわかりません。このアルゴリズムに対応していない相手は、証明書を拒否します。
-ask-which-algorithm = どのアルゴリズムかを CA に確認するか、SHA-256 で署名した証明書を依頼してください。

signatures_are_modern-kept = 証明書の署名は { $signature } です。
signatures_are_modern-broken = 証明書の署名は { $signature } です。
    .meaning = { -no-sha1 }
    .todo = SHA-256 以上で署名する CA に、要求し直してください。
signatures_are_modern-broken_issuer = { $issuer } の署名は { $signature } です。
    .meaning = { -no-sha1 }
    .todo = 現在の中間証明書を CA から入手してください。
signatures_are_modern-unknown = 証明書の署名は { $signature } です。Reseal が認識できないアルゴリズムです。
    .meaning = { -unknown-strength }
    .todo = { -ask-which-algorithm }
signatures_are_modern-unknown_issuer = { $issuer } の署名は { $signature } です。Reseal が認識できないアルゴリズムです。
    .meaning = { -unknown-strength }
    .todo = { -ask-which-algorithm }

## wildcard_is_not_shared

wildcard_is_not_shared-kept = ワイルドカード証明書ではありません。
wildcard_is_not_shared-alone = { $name } のワイルドカード証明書で、このサイトのほかのサービスでは使われていません。
wildcard_is_not_shared-wildcard = { $name } のワイルドカード証明書です。
    .meaning = ベンダーが認めているのは Cloud Service だけで、ほかのサービスとの共有は認められていません。
    .todo = このサイトのほかのサービスが、この証明書を使っていないことを確認してください。

## is_valid_now

is_valid_now-kept = { $until } まで有効です。
is_valid_now-by_both_clocks = このコンピューターの時計でもサイトの時計でも、{ $until } まで有効です。
is_valid_now-not_yet = { $from } から有効になります。
    .meaning = それまで、Cloud Service への接続はすべて拒否されます。
    .todo = その時刻まで待ってください。すでに過ぎているはずの場合は、このコンピューターの時計を合わせてください。
is_valid_now-expired = { $until } に期限が切れました。
    .meaning = 日付を確認するクライアントは拒否します。
    .todo = 更新された証明書を選択するか、証明書を要求してください。
is_valid_now-disputed = { $valid_by ->
    [site] サイトの時計では有効ですが、このコンピューターの時計では有効ではありません
   *[here] このコンピューターの時計では有効ですが、サイトの時計では有効ではありません
  }（{ $from } から { $until } まで）。サイトの時計は、最後に読み取った時点で { $skew } { $direction ->
    [slow] 遅れて
   *[fast] 進んで
  }いました。
    .meaning = もう一方の時計に従う相手は、証明書を拒否します。
    .todo = 先に両方の時計を合わせてください。アプライアンスの時刻は NTP で同期します。

### Two certificates side by side

aspect-names = 名前
aspect-valid_until = 有効期間の終了
aspect-valid_from = 有効期間の開始
aspect-issuer = 発行者
aspect-subject = サブジェクト
aspect-key = 鍵
aspect-uses = 用途
aspect-key_usage = 鍵用途
aspect-authority = CA
aspect-signature = 署名
aspect-serial = シリアル番号
aspect-thumbprint = サムプリント

value-none = なし
value-yes = はい
value-no = いいえ

relation-one_and_the_same = 同一の証明書です。
relation-same_key = 同じ鍵の 2 つの証明書です。
relation-two_keys = それぞれ別の鍵を持つ 2 つの証明書です。

difference-lost = なくなるもの：{ $values }
difference-added = 追加されるもの：{ $values }
difference-values = { $told }
difference-earlier = { $by } 早くなっています。
difference-later = { $by } 遅くなっています。
difference-another_key_of_issuer = 同じ名前ですが、発行者の鍵が異なります。
difference-first_self_signed = 1 つ目は自己署名です。
difference-second_self_signed = 2 つ目は自己署名です。
difference-same_key = 同じ鍵です。
difference-another_key = 別の鍵です。

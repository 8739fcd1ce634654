### The command line's own words.

## Where something is missing that the command line is given

arguments-nobody_signed_in = このパスワードではサインインしておらず、何も変更していません。
arguments-give_the_password = --secrets-stdin でパスワードを指定してください。
arguments-give_bundle = --secrets-stdin で、パスワードを "bundle" として指定してください。
arguments-give_what_is_missing = 不足しているパスワードを --secrets-stdin で指定するか、必要なファイルだけを指定するか、複数の鍵の 1 つを --entry NAME で選択してください。
arguments-give_key = --secrets-stdin で、"bundle" のほかに、鍵のパスワードを "key" として指定してください。このファイルから作成するもののパスワードは 1 つです。
arguments-give_bundle_and_key = --secrets-stdin で、キーストアのパスワードを "bundle"、このパスワードを "key" として指定してください。
arguments-give_request = --secrets-stdin で、証明書要求のパスワードを "request" として指定してください。
arguments-give_password_of_request = キーリングのロックを解除するか、--secrets-stdin で鍵のパスワードを "request" として指定してください。
arguments-join_entry = 目的のものを選択してください：reseal-cli join FILE... --entry NAME --write OUT
arguments-open_anyway = --open-anyway で開くか、反復回数を減らしてもう一度エクスポートしてください。

request-stray_reply = { $says }
# $cause is why the site could not be looked at.
compare-neither_file_nor_site = { $address } というファイルはなく、サイトも応答しません：{ $cause }
    .meaning = { $cause }
    .todo = { $cause }

## What was typed

-nothing-done-at-any-site = どのサイトにも何も行っていません。
-see-help = reseal-cli --help で使い方を確認してください。

arguments-not_understood = コマンドラインを解釈できませんでした。
    .meaning = { -nothing-done-at-any-site }
    .todo = { -see-help }
arguments-no_verb = 何を行うかが指定されていません。
    .meaning = { -nothing-done-at-any-site }
    .todo = { -see-help }
arguments-unknown_verb = reseal-cli に「{ $verb }」というコマンドはありません。
    .meaning = { -nothing-done-at-any-site }
    .todo = { -see-help }
arguments-word = 解釈できない語があります。
    .meaning = { -nothing-done-at-any-site }
    .todo = { -see-help }
arguments-not_for_verb = { $verb } で { $flag } は使えません。
    .meaning = { -nothing-done-at-any-site }
    .todo = { -see-help }
arguments-missing = { $verb } には { $wanted } が必要です。
    .meaning = { -nothing-done-at-any-site }
    .todo = { -see-help }
arguments-too_many = { $verb } に余分な語「{ $word }」が指定されています。
    .meaning = { -nothing-done-at-any-site }
    .todo = { -see-help }
arguments-thumbprint = 「{ $given }」は SHA-256 サムプリントではありません。
    .meaning = { -nothing-done-at-any-site }
    .todo = SHA-256 サムプリントを指定してください。64 桁で、コロンの有無は問いません。
arguments-answer = 「{ $given }」は回答ではありません。
    .meaning = { -nothing-done-at-any-site }
    .todo = --answer QUESTION=ANSWER、または QUESTION=ANSWER=TYPED の形式で指定してください。
arguments-size = { $bits } ビットの鍵は作成できません。
    .meaning = { -nothing-done-at-any-site }
    .todo = 2048、3072、または 4096 を指定してください。アプライアンスが受け付けるのは 2048 ビット以上の RSA です。

## Secrets on standard input

-write-one-document = 標準入力に JSON ドキュメントを 1 つ渡してください：{"{"}"sites":{"{"}"ADDRESS":{"{"}"user":"root","password":"..."{"}"}{"}"},"bundle":"..."{"}"}

secrets-unreadable = 標準入力を使用できませんでした。
    .meaning = { -nothing-done-at-any-site }
    .todo = { -write-one-document }
secrets-not_read = 標準入力を読み取れませんでした。
    .meaning = { -nothing-done-at-any-site }
    .todo = { -write-one-document }
secrets-too_long = 標準入力が { $limit } バイトを超えています。
    .meaning = { -nothing-done-at-any-site }
    .todo = { -write-one-document }
secrets-not_understood = 標準入力が、期待する JSON ドキュメントではありません（{ $line } 行 { $column } 列）。
    .meaning = { -nothing-done-at-any-site }
    .todo = { -write-one-document }
# $cause is what is wrong with the address.
secrets-address = パスワードの指定に、アドレスが正しくないサイトがあります。{ $cause }
    .meaning = { -nothing-done-at-any-site }
    .todo = { -write-one-document }

## A site that nobody vouched for, or that nobody can sign in at

site-unverified = { $address } が提示すべき証明書が不明です。
    .meaning = パスワードは送信しておらず、何も変更していません。
    .todo = { $address }=SHA-256:... の形式で指定してください。サムプリントは、アプライアンスのコンソールまたは vCenter で確認します。
site-password_needed = { $address } のパスワードがありません。
    .meaning = サインインしておらず、何も変更していません。
    .todo = --secrets-stdin で指定するか、ウィンドウでパスワードをキーリングに保存してください。

### What Reseal keeps on this computer: saved sites, requests, the keyring.

## The state folder

state-newer = { $path } はバージョン { $found } です。このプログラムが対応しているのはバージョン { $known } です。
    .meaning = 新しい Reseal が書き込んだファイルなので、そのまま残し、何も保存しません。
    .todo = 新しい Reseal を使うか、--state で別のフォルダーを指定してこの Reseal を起動してください。
state-damaged = { $path } と、その 1 世代前のファイルが破損しています。
    .meaning = ファイルはそのまま残します。Reseal 自身の記録だけなので、サイトに影響はありません。
    .todo = ファイルと 1 世代前のファイルを別の場所に移して起動し直すか、バックアップから復元してください。
state-disk_full = { $path } に書き込めませんでした。
    .meaning = ディスクがいっぱいです。以前に保存した内容は残っていますが、最後の変更は保存されていません。
    .todo = 状態フォルダーがあるディスクの空き容量を増やし、もう一度試してください。
state-file = { $path } を読み取れませんでした。
    .meaning = 以前に保存した内容は残っていますが、最後の変更は保存されていません。
    .todo = 状態フォルダーが存在すること、ご自身の所有であること、書き込めることを確認し、もう一度試してください。
state-not_written = { $path } に書き込めませんでした。
    .meaning = { state-file.meaning }
    .todo = { state-file.todo }

## Saved sites

# $cause is one of the reasons above.
sites-file = 保存されたサイトの一覧を使用できませんでした。{ $cause }
    .meaning = { $cause }
    .todo = { $cause }
sites-not_saved = ID { $id } のサイトは保存されていません。
    .meaning = 別のウィンドウで削除された可能性があります。どのサイトでも、何も変更していません。
    .todo = 「サイト」に戻り、まだ必要な場合は追加し直してください。
sites-already_saved = { $address } は { $name } として保存済みです。
    .meaning = 何も変更していません。保存済みのサイトの証明書とアカウントはそのままです。
    .todo = 保存済みのサイトを開くか、追加し直す場合は先に削除してください。

## The keyring

-do-not-remember = パスワードをキーリングに保存しない設定

keyring-unavailable = このコンピューターでは、キーリングが応答しません。
    .meaning = パスワードはどこにも保存していません。ほかの機能はすべて使えます。
    .todo = { -do-not-remember }にしてください。パスワードは必要なときに確認します。
keyring-locked = このコンピューターのキーリングはロックされています。
    .meaning = キーリングからの読み取りも、キーリングへの保存も行っていません。
    .todo = キーリングのロックを解除してもう一度試すか、{ -do-not-remember }にしてください。
keyring-refused = キーリングに拒否されました。
    .meaning = 応答はありましたが、要求どおりに処理されませんでした。
    .todo = もう一度試すか、{ -do-not-remember }にしてください。
keyring-unreadable = キーリングに、Reseal が保存したものではない情報があります。
    .meaning = { keyring-refused.meaning }
    .todo = { keyring-refused.todo }
-not-handed-out = パスワードは、入力時に対象としたエンドポイントと証明書にだけ使います。今回は使っていません。
-type-it-again = 正しいサイトであることを確かめ、パスワードを入力し直してください。

keyring-not_for_this_site = このパスワードは { $asked_for } 用ではなく、{ $given_for } 用に入力されたものです。
    .meaning = { -not-handed-out }
    .todo = { -type-it-again }
keyring-other_certificate = このパスワードは、証明書 { $given_under } のもとで入力されました。このサイトの既知の証明書とは異なります。
    .meaning = { -not-handed-out }
    .todo = { -type-it-again }

## Requests for certificates

-nothing-kept = 証明書要求も鍵も保存していません。

requests-file = 証明書要求の一覧を使用できませんでした。{ $cause }
    .meaning = { $cause }
    .todo = { $cause }
request-no_name = 証明書要求に名前がありません。
    .meaning = { -nothing-kept }
    .todo = ピアとブラウザーが使うホストと、管理者が使うホストを指定してください。
request-bad_name = { $name } はホスト名ではありません。
    .meaning = { -nothing-kept }
    .todo = 英数字とハイフン、または IP アドレスを使ってください。* は先頭のラベル全体として 1 つだけ使えます。国際化名は xn-- 形式で入力します。
request-not_made = 証明書要求を作成できませんでした。
    .meaning = { -nothing-kept }
    .todo = もう一度試してください。解決しない場合は、このメッセージを添えて報告してください。
request-no_keyring = 証明書要求の鍵を保存できませんでした。
    .meaning = 証明書要求の鍵は暗号化して保管し、復号に必要な情報はこのコンピューターのキーリングに保存します。キーリングに保存できないため、証明書要求も鍵も保存していません。
    .todo = キーリングのロックを解除してもう一度試すか、ご自身のパスワードで鍵を保護してください。
request-keyring = 現在、証明書要求の鍵を使用できません。
    .meaning = 鍵は暗号化されたまま残っています。復号に必要な情報はこのコンピューターのキーリングにありますが、取り出せません。
    .todo = キーリングのロックを解除し、もう一度試してください。
request-key_gone = { $day } に作成した { $name } の証明書要求について、このコンピューターのキーリングに情報がありません。
    .meaning = この証明書要求の鍵は、もう復号できません。別のアカウントまたは別のコンピューターで作成されたか、キーリングが消去されています。
    .todo = 作成時のアカウントを使うか、新しい証明書要求を作成して署名を受けてください。
request-gone = ここに、待機中の証明書要求 { $id } はありません。
    .meaning = このウィンドウまたは別のウィンドウで削除されました。何も変更していません。
    .todo = 証明書要求の一覧を確認してください。

## Missing issuers of a chain

-chain-stays = チェーンはそのままです。どのサイトにも何も送信していません。
-ask-the-authority = 不足している発行者の証明書を CA から入手し、ファイルを追加してください。
-use-a-browser = ブラウザーか、到達できるコンピューターでこのアドレスを開き、ファイルを追加してください。

chain-issuer_not_found = 不足している発行者は、そこにもありません。
    .meaning = { -chain-stays }
    .todo = { -ask-the-authority }
chain-no_address = 証明書に、発行者のアドレスが記載されていません。
    .meaning = { -chain-stays }
    .todo = { -ask-the-authority }
chain-not_fetched = 不足している発行者を { $address } から取得できませんでした。{ $cause }
    .meaning = { -chain-stays }
    .todo = { $cause }

fetch-not_an_address = { $address } はアドレスではありません。
    .todo = { -ask-the-authority }
fetch-not_visited = { $address } には接続しません。{ $why }。
    .todo = { -ask-the-authority }
fetch-scheme = 接続するのは http と https だけです
fetch-user_name = ユーザー名が含まれています
fetch-port = 接続するのはポート 80 と 443 だけです
fetch-not_found = { $host } の名前を解決できません。
    .todo = { -use-a-browser }
fetch-not_public = { $host } のアドレス { $address } は、パブリック アドレスではありません。
    .todo = Reseal は、証明書に記載されているという理由だけで、ネットワーク内部のアドレスに接続することはありません。お使いの CA のアドレスであれば、ブラウザーでファイルをダウンロードし、ここにドロップしてください。
fetch-unreachable = { $host } が応答しません。
    .todo = { -use-a-browser }
fetch-took_too_long = { $host } の応答に { $limit } を超える時間がかかりました。
    .todo = { -use-a-browser }
fetch-refused = { $host } の応答はステータス { $status } です。
    .todo = { -use-a-browser }
fetch-too_large = { $host } の応答は { $limit } バイトを超えています。
    .todo = { -use-a-browser }
fetch-no_certificate = { $host } は証明書を送信しません。
    .todo = { -ask-the-authority }

## A password that was typed

password-not_kept = パスワードは保存しておらず、{ $site } では何も変更していません。アカウントがロックされないよう、1 回だけ試し、繰り返していません。
password-not_proven = そのため、{ $site } のパスワードが正しいかどうかはまだわかりません。パスワードは Reseal を終了するまで保持し、キーリングには保存していません。

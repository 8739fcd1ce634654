### Between this computer and an appliance. $site is the site's name, or its address before it has one.

-nothing-sent = 何も送信していません。
-nothing-sent-there = このサイトには何も送信していません。
-nothing-changed-by-request = この要求では何も変更していません。
-looked-up-first = 再び送信する前に、前回の要求の結果を確認します。
-check-the-way = アドレス、ネットワーク、経路上のファイアウォールを確認し、もう一度試してください。
-is-it-the-appliance = VMware Cloud Director Availability アプライアンスのアドレスであることを確認してください。

## An address that was typed

-give-an-address = アプライアンスのホスト名または IP アドレスを入力してください。ポートが 443 以外の場合は、ポートも入力します。

address-empty = アドレスが入力されていません。
    .meaning = { -nothing-sent }
    .todo = { -give-an-address }
address-has_path = アドレスのホストのあとに { $path } が続いています。
    .meaning = { -nothing-sent }
    .todo = { -give-an-address }
address-not_https = アドレスの先頭が https ではなく { $scheme } です。
    .meaning = { -nothing-sent }
    .todo = { -give-an-address }
address-bad_port = { $port } はポートではありません。
    .meaning = { -nothing-sent }
    .todo = { -give-an-address }
address-bad_host = { $host } はホスト名でも IP アドレスでもありません。
    .meaning = { -nothing-sent }
    .todo = { -give-an-address }
address-zone = アドレス { $host } は、1 台のコンピューターの 1 つのリンクでしか使えません。% とそのあとの名前がそれを示しています。
    .meaning = { -nothing-sent }
    .todo = { -give-an-address }
address-has_user = アドレスにユーザー名が含まれています。
    .meaning = { -nothing-sent }
    .todo = { -give-an-address }

## The way to a site

site-name_not_found = { $site } の名前を解決できません。
    .meaning = { -nothing-sent-there }
    .todo = { -check-the-way }
site-nobody_listens = { $site } は存在しますが、このポートでは応答がありません。
    .meaning = { -nothing-sent-there }
    .todo = { -check-the-way }
site-no_route = { $site } へのネットワーク経路がありません。
    .meaning = { -nothing-sent-there }
    .todo = { -check-the-way }
site-closed = { $site } は、暗号化が始まる前に接続を閉じます。
    .meaning = { -nothing-sent-there }
    .todo = { -check-the-way }
site-unreachable = { $site } に到達できません。
    .meaning = { -nothing-sent-there }
    .todo = { -check-the-way }
site-timed_out = { $site } から時間内に応答がありませんでした。
    .meaning = { -looked-up-first }
    .todo = { -check-the-way }
site-connection_lost = 応答が完了する前に、{ $site } との接続が切れました。
    .meaning = { -looked-up-first }
    .todo = { -check-the-way }
site-not_tls = { $site } で応答がありますが、TLS ではありません。
    .meaning = { -nothing-sent-there }
    .todo = ポートを確認してください。アプライアンスの画面はポート 443 です。
site-handshake = { $site } との TLS ハンドシェイクに失敗しました。
    .meaning = { -nothing-sent-there }
    .todo = { -check-the-way }
site-unreadable_certificate = { $site } が提示する証明書を読み取れません。サムプリントは { $shown } です。
    .meaning = { -nothing-sent-there }
    .todo = アプライアンスのアドレスであることを確認してください。
site-other_certificate = { $site } が、既知の証明書 { $expected } ではなく、別の証明書 { $seen } を提示しています。
    .meaning = パスワードも要求も、何も送信しないうちに接続を閉じました。
    .todo = 証明書が置き換えられたのか、このコンピューターとサイトの間に何かが介在しているのかを調べてください。新しいサムプリントは、確かめてから受け入れてください。

## Signing in

site-sign_in_refused = { $site } がサインインを拒否しました。
    .meaning = このサイトでは何も変更していません。アカウントがロックされないよう、1 回だけ試し、繰り返していません。
    .todo = ユーザー名とパスワードを確認してください。現在のネットワークからの管理者のアクセスが禁止されている場合も、同じ応答になります。その場合は、内部のアドレスからサインインするか、現在のネットワークを一時的に許可してください。
site-password_refused = { $site } はこのパスワードを以前に拒否したため、再送信していません。
    .meaning = このサイトでは何も変更していません。アカウントがロックされないよう、拒否されたパスワードは、改めて入力されるまで再送信しません。
    .todo = サイトのパスワードを入力してください。現在のネットワークからの管理者のアクセスが禁止されている場合も、同じ応答になります。その場合は、内部のアドレスからサインインするか、現在のネットワークを一時的に許可して、もう一度入力してください。
site-session_gone = { $site } がセッションを終了しました。
    .meaning = { -nothing-changed-by-request }
    .todo = もう一度試してください。新しいセッションを開きます。
site-session_given_up = { $site } とのセッションは、証明書の置き換え時に破棄しました。
    .meaning = { -nothing-sent-there }
    .todo = 実行を再開してください。改めてサインインします。
site-forbidden = このアカウントには、{ $site } でこの操作を行う権限がありません：{ $call }
    .meaning = { -nothing-changed-by-request }
    .todo = サイトを管理できるアカウントでサインインしてください。

## Requests and answers

site-refused = { $site } が要求を拒否しました。{ $call } への応答はステータス { $status } でした。
    .meaning = { -nothing-changed-by-request }
    .todo = アプライアンスのメッセージとログを確認し、もう一度試してください。
site-not_ready = { $site } のサービスの準備ができていません。
    .meaning = { -nothing-changed-by-request }
    .todo = サービスが起動するまで待ち、もう一度試してください。
site-not_the_product = { $site } で応答しているのは VMware Cloud Director Availability ではありません。
    .meaning = このサイトでは何も変更していません。
    .todo = アドレスとポートを確認してください。
site-unreadable = { $site } が、{ $call } に対して、期待した内容（{ $expected }）とは異なる応答を返しました。
    .meaning = { -nothing-changed-by-request }
    .todo = { -is-it-the-appliance }
site-too_large = { $site } が、{ $call } に対して { $limit } バイトを超える応答を返しました。
    .meaning = 応答は破棄しました。
    .todo = { -is-it-the-appliance }
site-password_not_ascii = パスワードに、アプライアンスに送信できない文字が含まれています。
    .meaning = { $site } には何も送信していません。
    .todo = 印字可能な ASCII 文字だけで、先頭と末尾が空白ではないパスワードを使ってください。
site-strange_name = { $site } の一覧に、問い合わせに使えない名前のサイトがあります。
    .meaning = { -nothing-sent-there }
    .todo = このペアリングは、アプライアンスの画面で修復してください。

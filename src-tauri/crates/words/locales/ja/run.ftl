### A rotation: its plan, its steps, its record.

-unchanged = 何も変更していません。
-unchanged-in-this-run = この実行では何も変更していません。
-nothing-to-do = 対応は不要です。
-who-answers = ほかの操作をする前に、アプライアンスのコンソールと照合してください。正しい証明書で応答するようになったら、実行を再開してください。
-look-for-tls-device = 経路上に TLS を終端する機器がないか調べ
-ends-tls = { -look-for-tls-device }てください。ベンダーはそのような機器をサポートしていません。
-between = 両者の間に何かが介在している可能性があります。
-between-here = このコンピューターとサイトの間に何かが介在している可能性があります。
-try-peer-again = このピアをもう一度試してください。
-change-it-soon = 早めに変更してください。
-own-pages = アプライアンスの画面

thumbprint-none = なし

## A peer that is not repaired in this run

-left-out = この実行の対象外です。修復するまで、新しい証明書を拒否します。

plan-no_peer_ready = { $site } のピア サイト { $count } 件のうち、この実行で修復できるものはありません。
    .meaning = 置き換え後は、すべてのピア サイトが新しい証明書を拒否し、それぞれを修復するまでレプリケーションが止まります。
    .todo = 下に示す各ピア サイトの理由を確認し、解決できるものを解決してから、もう一度確認してください。すぐに証明書を置き換える必要がある場合は、開始前にその旨を回答し、あとで修復してください。
peer-no_access = { $peer } は、そのサイトの管理者による修復が必要です。サインイン情報がありません。
    .meaning = { -left-out }
    .todo = パスワードを指定してサイトを追加してください。そのときに実行が終了していれば、実行を再開します。または、新しいサムプリントをそのサイトの管理者に送ってください。
peer-other_name = { $peer } のアドレスでは、別の名前 { $name } で応答があります。
    .meaning = 名前が変更されたか、現在は別のサイトになっている可能性があります。{ -left-out }
    .todo = どのサイトかを調べてください。新しく構築し直されている場合は、双方でペアリングをやり直す必要があります。
peer-another_service = { $peer } のアドレスで応答しているのは、Cloud Service ではなく { $service } です。
    .meaning = { -left-out }
    .todo = ピアのアドレスを修正してください。
peer-version_unknown = { $peer } のバージョン { $version } のペアリング方法には対応していません。
    .meaning = { -left-out }
    .todo = { -own-pages }で修復してください。
peer-password_expired = { $peer } の root パスワードの期限が切れています。
    .meaning = { -left-out }
    .todo = { -own-pages }で変更し、{ -try-peer-again }
peer-not_listed = { $site } の一覧に { $peer } がなくなっています。
    .meaning = { -left-out }
    .todo = { $site } で、{ $peer } の名前が変更されたか、ペアリングが解除されていないか確認してください。
peer-does_not_list_us = { $peer } の一覧に、{ $site } がその名前では載っていません。
    .meaning = { -left-out }
    .todo = { $peer } で、{ $site } の名前が変更されたか、ペアリングが解除されていないか確認してください。
peer-pin_unexpected = { $peer } に記録されている { $site } のサムプリント（{ $holds }）は、使用中の証明書のものではありません。
    .meaning = { -left-out }
    .todo = 上書きする前に、誰がなぜ変更したかを調べてください。
peer-sees_other = { $peer } から見える { $site } の証明書（{ $sees }）が、このコンピューターから見える証明書と異なります。
    .meaning = { -between }この実行の対象外です。
    .todo = { -ends-tls }
peer-seen_other = { $site } から見える { $peer } の証明書（{ $sees }）が、このコンピューターから見える証明書と異なります。
    .meaning = { -between }この実行の対象外です。
    .todo = { -ends-tls }
peer-clock_behind = { $peer } の時計では、新しい証明書が有効になるのは { $from } からです。
    .meaning = { -left-out }
    .todo = ピアの時計を修正し、{ -try-peer-again }

## What is worth knowing of one that is

-repaired-in-this-run = この実行で修復します。

peer-our_pin_stale = { $site } に記録されている { $peer } のサムプリントが、{ $peer } が提示するものと異なります。
    .meaning = 修復時に、確認済みのサムプリントを記録します。
    .todo = { -nothing-to-do }
peer-busy = { $peer } で { $count } 件のタスクが実行中です。
    .meaning = { -repaired-in-this-run }
    .todo = { -nothing-to-do }
peer-password_ending = { $peer } の root パスワードの期限は、あと { $days } 日です。
    .meaning = { -repaired-in-this-run }
    .todo = { -change-it-soon }

## The local site before the change

-can-go-on = 置き換えは続行できます。

site-clock_off = { $site } の時計は、このコンピューターより { $skew } { $direction ->
    [behind] 遅れて
   *[ahead] 進んで
  }います。
    .meaning = { -can-go-on }
    .todo = 正しくないほうの時計を修正してください。
site-another_service = { $address } で応答しているのは、Cloud Service ではなく { $service } です。
    .meaning = { -unchanged }
    .todo = Cloud Service のアドレスを指定してください。ポート指定なし、または 443 のアドレスです。
plan-reports_other = { $site } は証明書 { $shows } を提示していますが、使用中の証明書は { $reports } だと応答しています。
    .meaning = { -between-here }または、証明書の置き換え後、サイトがまだ再起動していません。{ -unchanged }
    .todo = 続ける前に、アプライアンスのコンソールと照合してください。
plan-not_configured = { $site } は設定されていません。
    .meaning = { -unchanged }
    .todo = 先に初期設定を完了してください。
plan-password_expired = { $site } の root パスワードの期限が切れています。
    .meaning = { -unchanged }
    .todo = { -own-pages }で変更し、計画を作成し直してください。
plan-password_ending = { $site } の root パスワードの期限は、あと { $days } 日です。
    .meaning = { -can-go-on }
    .todo = { -change-it-soon }
plan-not_yet_valid_there = { $site } の時計では、新しい証明書が有効になるのは { $from } からです。
    .meaning = { -unchanged }
    .todo = アプライアンスの時計を修正するか、その時刻まで待ってください。
plan-unverified = { $site } の既知の証明書は、未検証のまま受け入れられたものです。
    .meaning = 確認が不十分なサイトに秘密鍵は送信しません。{ -unchanged }
    .todo = 先にサイトのサムプリントを確かめてください。アプライアンスのコンソールまたは vCenter からコピーして貼り付けます。
plan-version_unknown = { $site } のバージョン { $version } には対応していません。
    .meaning = 置き換えと修復の動作が異なる可能性があります。
    .todo = ベンダーの資料で動作に違いがないことを確認するか、{ -own-pages }を使ってください。
plan-busy = { $site } で { $count } 件のタスクが実行中です。
    .meaning = 再起動によって中断する可能性があります。
    .todo = 重要なタスクの場合は、完了してから開始してください。
plan-no_peers = { $site } にピア サイトはありません。
    .meaning = このサイトの証明書だけを置き換えます。
    .todo = { -nothing-to-do }
plan-stranger = { $peer } は { $site } のピア サイトではありません。
    .meaning = この実行の対象外です。
    .todo = 名前が変更されたか、ペアリングが解除されていないか確認してください。

## The replacement

-make-a-new-plan = 誰が行ったかを調べ、新しい計画を作成してください。

replace-changed_meanwhile = { $site } は証明書 { $uses } を使用しています。計画の作成後に、誰かが置き換えました。
    .meaning = { -unchanged-in-this-run }
    .todo = { -make-a-new-plan }
replace-pairing_changed = 計画の作成後に、{ $site } と { $peer } のペアリングが変更されました。
    .meaning = { -unchanged-in-this-run }
    .todo = { -make-a-new-plan }
replace-refused = { $site } が新しい証明書を拒否しました。{ $cause }
    .meaning = 引き続き古い証明書を使用しています。{ -unchanged }
    .todo = { $cause }
replace-nobody_to_repair = { $site } の証明書は置き換えていません。現在修復できるピア サイトが 1 件もありません。
    .meaning = どこでも何も変更していません。
    .todo = 各ピア サイトの問題を解決し、新しい計画を作成してください。
replace-other_taken = { $site } は証明書 { $uses } を使用していると応答しています。この実行の古い証明書でも新しい証明書でもありません。
    .meaning = ほかの誰かが { $site } の証明書を置き換えました。ピア サイトは変更していません。
    .todo = { -make-a-new-plan }
replace-away = { $site } で応答がありません。以前の実行が送信した内容で再起動している可能性があります。
    .meaning = { -unchanged-in-this-run }
    .todo = { $site } が応答するまで待ち、新しい計画を作成するか、この実行を再開してください。
replace-earlier_stands = { $site } の証明書は置き換えていません。以前の実行 { $run } が置き換えた可能性があります。
    .meaning = { -unchanged-in-this-run }
    .todo = { -own-pages }で { $site } の証明書と、それを信頼しているサイトを確認し、新しい計画を作成してください。
replace-given_up = { $site } での置き換えは再送信していません。
    .meaning = 古い証明書を引き続き使用している可能性が高いですが、それを示す応答は失われました。
    .todo = { -own-pages }で { $site } の証明書を確認し、新しい計画を作成してください。

## From the restart to the new certificate being verified

-in-between = 置き換えは送信済みです。サイトが復帰して修復されるまで、ピア サイトはこのサイトを拒否します。
-unsent = サイトは新しい証明書を自ら作成しました。現在応答している相手にパスワードは送信しておらず、ピア サイトも変更していません。
-look-at-services = { -own-pages }でサービスを確認し、必要なら再起動してから、実行を再開してください。
-taken-not-in-use = 置き換えを受け付けましたが、新しい証明書は使用していません。ピア サイトは引き続き信頼しています。

restart-other_certificate = { $site } で、証明書 { $seen } が応答しています。古い証明書でも新しい証明書でもありません。
    .meaning = この相手にパスワードは送信しておらず、ピア サイトも変更していません。
    .todo = { -who-answers }
restart-old_again = 新しい証明書を確認したあと、{ $site } で再び古い証明書が応答しています。
    .meaning = 元に戻されたか、1 つのアドレスで 2 台が応答している可能性があります。この相手にパスワードは送信していません。
    .todo = { -who-answers }
restart-still_old = { $site } はまだ古い証明書を提示しています。停止は確認されていません。
    .meaning = { $site } は{ -taken-not-in-use }
    .todo = { -look-at-services }
restart-back_with_old = { $site } は停止後、古い証明書で復帰しました。
    .meaning = { $site } は{ -taken-not-in-use }
    .todo = { -look-at-services }
restart-not_back = { $site } が時間内に復帰していません。
    .meaning = { -in-between }
    .todo = アプライアンスのコンソールとサービスを確認し、実行を再開してください。
restart-not_ready = { $site } は新しい証明書を提示していますが、サービスが正常に応答しません。
    .meaning = { -in-between }
    .todo = { -own-pages }が応答するまで待ち、実行を再開してください。
restart-in_between = { -in-between }
restart-reports_other = { $site } は証明書 { $shows } を提示していますが、使用中の証明書は { $reports } だと応答しています。
    .meaning = { -between-here }ピア サイトは変更していません。
    .todo = { -who-answers }
restart-witnesses_disagree = { $site } の証明書が一致しません。このコンピューターで確認したのは { $here }、ほかで確認したのは { $others } です。
    .meaning = { -unsent }
    .todo = { -who-answers }
restart-pasted_old = 貼り付けられたのは、置き換え前の証明書のサムプリントです。現在 { $site } が提示しているのは { $seen } です。
    .meaning = { -unsent }
    .todo = アプライアンスのコンソールで新しいサムプリントを確認し、実行を再開して、それを貼り付けてください。
restart-pasted_differs = { $site } が提示しているのは { $seen } ですが、貼り付けられたサムプリントは { $pasted } です。
    .meaning = { -unsent }
    .todo = { -who-answers }
restart-not_vouched = { $site } の新しい証明書は、まだ誰も確認していません。
    .meaning = { -unsent }
    .todo = アプライアンスのコンソールでサムプリントを確認し、実行を再開してください。
sight-other = { $seen }（{ $peer }）

verify-same_process = { $site } では、置き換え前と同じプロセスが応答しています。
    .meaning = 新しい証明書は使用中です。再起動によってプロセスの ID が変わるというのは、その名前からの推測です。
    .todo = { -own-pages }でサービスを確認してください。
verify-not_in_order = { $site } と { $peer } は修復されましたが、最後の確認ではペアリングが正常でないか、読み取れませんでした。
    .meaning = その間に誰かが変更したか、どちらかが応答しなくなった可能性があります。
    .todo = 両方が稼働していることを確認し、{ -try-peer-again }

on_premises-refused = { $site } によると、{ $names } が新しい証明書を拒否しています。
    .meaning = ここでは対応不要のはずでした。再起動による一時的なエラーで次の接続時に解消するか、実際にはそのサイトが CA を信頼していない可能性があります。
    .todo = そのサイトのアプライアンスでペアリングを確認し、エラーが続く場合はそこで修復してください。

## One half of a repair: $at is the site that repairs, $of the one that is repaired

-not-yet = 両者はまだ信頼し合っていません。ほかのピア サイトに影響はありません。
-try-again = 原因を取り除き、{ -try-peer-again }

repair-record_gone = { $at } の一覧に { $of } がありません。
    .meaning = { -not-yet }
    .todo = { $at } で、{ $of } のペアリングが解除されたか、名前が変更されていないか確認してください。
repair-address_changed = { $at } の一覧で、{ $of } のアドレスが { $is } になっています。実行前は { $was } でした。
    .meaning = { -not-yet }
    .todo = 誰がなぜ変更したかを調べ、新しい計画を作成してください。
repair-somebody_else = { $at } に記録されている { $of } のサムプリント（{ $holds }）は、実行の開始後に誰かが変更したものです。
    .meaning = 上書きしていません。ほかのピア サイトに影響はありません。
    .todo = 誰がなぜ変更したかを調べ、{ -try-peer-again }
repair-sees_other = { $at } が { $url } で確認した証明書は { $sees } ですが、検証済みの { $of } の証明書は { $verified } です。
    .meaning = 2 つのサイトの間に何かが介在している可能性があります。そこには何も書き込んでいません。
    .todo = { -ends-tls }そのあと、{ -try-peer-again }
repair-cannot_look = { $at } から { $of } を確認できません。{ $cause }
    .meaning = { -not-yet }
    .todo = 2 つのサイトの間のネットワークを確認し、{ -try-peer-again }
# $remark is what the task said.
repair-done_with_a_remark = { $remark }
    .meaning = それでも、{ $at } には { $of } の正しいサムプリントが記録されており、エラーも報告されていません。修復は完了しています。
    .todo = { -nothing-to-do }
# $cause is why it cannot.
site-cannot_look = { $at } から { $of } を確認できません。{ $cause }
    .meaning = { $cause }
    .todo = { $cause }
repair-refused = { $at } が { $of } の修復を拒否しました。{ $cause }
    .meaning = { -not-yet }
    .todo = { $cause }
repair-not_yet = { -not-yet }
repair-task_failed = { $at } での { $of } の修復が失敗しました。
    .meaning = { -not-yet }
    .todo = { -try-again }
repair-task_endless = { $at } での { $of } の修復が終わりません。
    .meaning = { -not-yet }
    .todo = { $at } のタスクを確認し、{ -try-peer-again }
repair-not_taken = { $at } は修復完了と応答していますが、記録されている { $of } のサムプリントが正しくありません（{ $holds }）。
    .meaning = { -not-yet }
    .todo = { -try-again }
repair-still_broken = 修復は完了しましたが、{ $at } は { $of } とのエラーを引き続き報告しています。
    .meaning = { -not-yet }
    .todo = 2 つのサイトの間のネットワークを確認し、{ -look-for-tls-device }てから、{ -try-peer-again }
repair-still_refused = 修復は完了しましたが、{ $at } は { $of } とのエラーを引き続き報告しています。{ $of } が { $at } を拒否しています。{ $of } に記録されている { $at } のサムプリントが古い可能性が高いです。
    .meaning = { -not-yet }
    .todo = { $of } で { $at } を修復し、{ -try-peer-again }
repair-still_another_there = 修復は完了しましたが、{ $at } は { $of } とのエラーを引き続き報告しています。そこで応答しているのは、{ $at } に記録されている { $of } の証明書ではありません。
    .meaning = { -not-yet }
    .todo = { $at } と { $of } の間に TLS を終端する機器がないか、その間に { $of } が再起動されていないかを調べ、{ -try-peer-again }
repair-still_another_comes = 修復は完了しましたが、{ $at } は { $of } とのエラーを引き続き報告しています。{ $of } が提示する証明書が、{ $at } に記録されているものと異なります。
    .meaning = { -not-yet }
    .todo = { $of } が使用している証明書を確認し、{ -try-peer-again }

## Why a run does not start or does not go on

-as-it-was = どのサイトにも何も行っていません。

run-other_plan = この計画は、別のサイト、別の操作、または別の証明書のものです。
    .meaning = { -as-it-was }
    .todo = 計画を作成し直してください。
run-ended = この実行は終了しており、すべて正常です。
    .meaning = { -as-it-was }
    .todo = レポートを確認するか、新しい実行を開始してください。
run-stopped = { $site } でのこの実行は、回答により停止されており、再開できません。
    .meaning = { $site } でも、そのピア サイトでも、何も変更していません。
    .todo = ピア サイトの準備ができたら、{ $site } の新しい計画を作成してください。
run-no_beginning = { $run } の記録からは、何の実行かわかりません。
    .meaning = どのサイトにも、これ以上何も行っていません。
    .todo = 新しい実行を開始してください。新しい実行では、まずサイトを確認し、以前の置き換えが送信された可能性がある場合は質問します。
run-other_site = これは { $recorded } のサイトの実行です。
    .meaning = { -as-it-was }
    .todo = そのサイトのサインイン情報を指定してください。
run-other_pin = サイトの既知の証明書は、この実行の古い証明書でも新しい証明書でもありません。
    .meaning = { -as-it-was }
    .todo = 続ける前に、サイトが使用している証明書を調べてください。
run-file_needed = 実行の中断前に新しい証明書が送信されていないため、そのファイルがもう一度必要です。
    .meaning = { -as-it-was }
    .todo = 同じファイルを選択し、実行を再開してください。
run-file_needed_again = 回答のとおり、{ $site } に新しい証明書をもう一度送信するため、そのファイルが必要です。
    .meaning = 前回送信したものを { $site } が受け付けたかどうかは、まだわかりません。今回は何も行っていません。
    .todo = 同じファイルを選択し、実行を再開してください。
run-other_file = このファイルに含まれているのは、実行の開始時とは別の証明書です。
    .meaning = { -as-it-was }
    .todo = 同じファイルを選択するか、このファイルで新しい実行を開始してください。

## The run as a whole

-waits-as-before = 実行は引き続き回答を待っています。

run-still_running = この実行は動作中です。
    .meaning = そのまま続きます。
    .todo = 停止するまで待ってください。
question-gone = この質問は、回答を待っていません。
    .meaning = 実行はそのまま続いています。
    .todo = 実行の現在の状態を確認してください。
question-no_such_answer = この質問に、その回答はありません。
    .meaning = { -waits-as-before }
    .todo = 提示されている回答から選択してください。
question-not_typed = この回答には、「{ $wanted }」の入力が必要です。
    .meaning = { -waits-as-before }
    .todo = そのとおりに入力するか、別の回答を選択してください。
question-no_thumbprint = 貼り付けられたのは SHA-256 サムプリントではありません。
    .meaning = { -waits-as-before }
    .todo = 16 進数 64 桁をすべて貼り付けてください。コロンや空白が含まれていてもかまいません。40 桁のものは SHA-1 です。

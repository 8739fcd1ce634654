### The record of a run.

-nothing-done = どのサイトにも何も行っていません。
-run-stays = 実行はそのままです。どのサイトにも何も行っていません。
-stopped = 実行は停止しました。先に記録できない処理は行いません。
-free-space = このコンピューターのディスクの空き容量を増やし、もう一度試してください。
-check-the-disk = このコンピューターのディスクを確認し、実行を再開してください。
-keep-for-support = ファイルはサポート用に保管してください。

journal-site_busy = { $address } の実行がすでに開いています{ $holder }。
    .meaning = { -nothing-done }
    .todo = その実行を完了するか再開してください。実行の履歴にあります。
journal-no_space = この実行を記録するための空き容量がディスクにありません。
    .meaning = { -nothing-done }
    .todo = { -free-space }
journal-unavailable = { $folder } でこの実行の記録を開始できません。
    .meaning = { -nothing-done }
    .todo = フォルダーが存在し、書き込めることを確認してください。
journal-run_busy = 実行 { $run }、または同じサイトの別の実行が開いています{ $holder }。
    .meaning = { -run-stays }
    .todo = 開いているウィンドウで続けるか、先にそのウィンドウを閉じてください。
journal-newer = 実行 { $run } は、新しいバージョンの Reseal で記録されています。
    .meaning = ここでは読み取れますが、続行できません。
    .todo = 新しいバージョンをインストールし、そこで実行を再開してください。
journal-not_locked = 実行 { $run } をロックできないため、続行しません。
    .meaning = { -run-stays }
    .todo = 実行のフォルダーに書き込めることと、ディスクに空き容量があることを確認してください。
journal-not_mended = { $run } の記録の途切れた末尾を切り離せません。
    .meaning = { -run-stays }
    .todo = { -free-space }

# Who holds a run, as the end of a sentence.
holder-user = （{ $user }、プロセス { $pid }）
holder-process = （プロセス { $pid }）
holder-unknown = { "" }

journal-missing = { $run } という実行はありません。
    .meaning = { -nothing-done }
    .todo = 実行の履歴で確認してください。
journal-unreadable = 記録 { $path } を読み取れません。
    .meaning = 実行が何を行ったかはわかりません。サイトは、実行が終わった時点のままです。
    .todo = このファイルを読み取る権限があることを確認し、もう一度試してください。
journal-empty = 記録 { $path } は空です。
    .meaning = 実行は始まっておらず、どのサイトにも何も行っていません。
    .todo = 新しい実行を開始してください。
journal-damaged = 記録 { $path } は、先頭の { $readable } 件よりあとが破損しています。
    .meaning = ファイルはそのまま残し、実行は続行しません。破損した箇所以降に何を行ったかはわかりません。
    .todo = { -keep-for-support }サイトの信頼を確認し、新しい実行を開始してください。

# $cause is why the record cannot be read, $call what may have been sent.
journal-guarded = { $cause }
    .meaning = { $call }実行の保護記録からわかりました。その結果は、どこにも記録されていません。
    .todo = サイトの証明書を確認するまで、再送信しないでください。新しい実行では、まず状態を確認し、何かを送信する前に質問します。この実行のレポートには、読み取れた内容が含まれています。
journal-guarded_settled = { $cause }
    .meaning = { $call }その結果は、あとの実行で確認済みです。
    .todo = { -keep-for-support }
guarded-call = { $at } に、{ $site } の証明書の置き換えが送信された可能性があります。
guarded-unread_call = サイトの証明書の置き換えが送信された可能性があります。

journal-disk_full = ディスクがいっぱいです。
    .meaning = { -stopped }
    .todo = { -free-space }
journal-encode = 記録の項目を書き込めません。
    .meaning = { -stopped }
    .todo = { -check-the-disk }
journal-write = この実行の記録を書き込めません。
    .meaning = { -stopped }
    .todo = { -check-the-disk }
journal-given_up = 以前の障害のため、この実行の記録は中止されました。
    .meaning = { -stopped }
    .todo = { -check-the-disk }

journal-not_a_run = { $offered } は実行の名前ではありません。
    .meaning = { -nothing-done }
    .todo = 名前は実行の履歴で確認してください。

### One run: its steps, its peers, its questions and its end.
window-run-title = 実行
window-run-title-import = { $site } でのインポート
window-run-title-regenerate = { $site } での再生成
window-run-opening = 実行を開いています
window-run-took = { $moment } に開始、所要時間 { $lasted }
window-run-since = { $moment } に開始、経過 { $lasted }
window-run-since-left = { $moment } に開始、経過 { $lasted }、残り約 { $left }
window-run-pause = 一時停止
window-run-pausing = このステップの後で一時停止
window-run-retry = 失敗分のみ再試行
window-run-resume = 再開

## The state of a run in a word
window-run-status-running = 実行中
window-run-status-pausing = 停止処理中
window-run-status-paused = 一時停止
window-run-status-interrupted = 中断
window-run-status-question = 回答待ち
window-run-status-attention = 要確認
window-run-status-done = 完了
window-run-status-refused = 拒否

## At the foot
window-run-ended = この実行は終了しました。
window-run-ended-resumable = この実行は終了しました。再開できます。完了済みの処理は繰り返しません。
window-run-may-close = このウィンドウを閉じても、実行は続きます。
window-run-until-you-decide = ご判断をいただくまで先に進みません。
window-run-id = 実行 { $run }、担当 { $operator }
window-run-no-operator = 名前なし

## Its parts
window-run-steps = ステップ
window-run-step-waiting = { $title }、待機中
window-run-step-running = { $title }、実行中
window-run-step-done = { $title }、完了
window-run-step-skipped = { $title }、不要
window-run-step-attention = { $title }、要確認
window-run-step-failed = { $title }、失敗
window-run-on-premises = オンプレミス サイト
window-run-old = 古い証明書
window-run-new = 新しい証明書
window-run-way-back = 元に戻す方法
window-run-backup-path = バックアップのパス

## The file is wanted again
window-run-file = 新しい証明書のファイル
window-run-file-again = 新しい証明書のファイルをもう一度選択
window-run-file-again-says = この実行の開始時に使ったファイルか、同じ証明書と鍵を含むほかのファイルです。選択すると実行が続きます。

## Its end
window-run-outcome = 結果
window-run-save-report = レポートを保存
window-run-save-json = JSON で保存
window-run-saved-as = { $path } に保存しました。
window-run-report-saved-as = レポートは { $path } に保存されました。

## Its peers, half by half
window-run-peers = ピア サイト
window-run-peer = ピア サイト
window-run-trusts-site = ピア → { $site }
window-run-site-trusts = { $site } → ピア
window-run-going-on = 状況
window-run-not-repaired = 未修復
window-run-repairing-at = { $peer } で修復中
window-run-repairing-here = { $site } で { $peer } を修復中

## A question
window-run-seen = 今回確認した証明書
window-run-known = この実行まで既知の証明書
window-run-agreed-apart = 実行を続ける回答は、先に専用のウィンドウで確認します。

## The restart
window-run-restart = { $site } の再起動
window-run-phase-stillOld = まだ古い証明書
window-run-phase-down = 停止中
window-run-phase-upWithNew = 新しい証明書で起動
window-run-phase-upWithCandidate = 未確認の証明書で起動
window-run-phase-upWithOther = 別の証明書で起動
window-run-phase-since = { $clock } から
window-run-phase-lasting = { $clock } から { $lasted }。Reseal は { $site } と TLS ハンドシェイクを行い、証明書を確認します。ほかには何も送信しません。

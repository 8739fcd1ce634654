### What stands on every screen: the frame, the controls, and how moments and numbers are told.

## The language, by its own name.
window-common-language = 日本語

## The frame of the window
window-common-title = { $screen } – Reseal
window-common-skip = 本文へ移動
window-common-screens = 画面
window-common-screens-sites = サイト
window-common-screens-certificates = 証明書
window-common-screens-requests = 証明書要求
window-common-screens-runs = 実行履歴
window-common-screens-lab = 練習ラボ
window-common-screens-settings = 設定
window-common-open-runs = { $runs } 件が未完了
window-common-lab-running = 稼働中
window-common-dismiss = 閉じる

## Controls
window-common-copy = コピー
window-common-copy-what = { $label }：{ $what }
window-common-copied = コピーしました
window-common-not-copied = コピーできません。システムに拒否されました
window-common-browse = 参照
window-common-paste = 貼り付け
window-common-try-again = 再試行
window-common-cancel = キャンセル
window-common-type-password = パスワードを入力
window-common-note-stop = 問題：
window-common-note-warning = 警告：
window-common-note-note = 注記：

## The window could not reach its own core.
window-common-refused-what = Reseal はこの操作を実行できませんでした。
window-common-refused-meaning = ウィンドウがプログラム本体に問い合わせましたが、認識できる応答がありませんでした。サイトには接続していません。
window-common-refused-todo = Reseal を終了し、もう一度起動してください。再発する場合は、下の内容を添えて報告してください。

## Durations and moments
window-common-lasted-moment = 1 秒未満
window-common-lasted-seconds = { $seconds } 秒
window-common-lasted-minutes =
    { $seconds ->
        [0] { $minutes } 分
       *[other] { $minutes } 分 { $seconds } 秒
    }
window-common-lasted-hours =
    { $minutes ->
        [0] { $hours } 時間
       *[other] { $hours } 時間 { $minutes } 分
    }
window-common-just-now = たった今
window-common-clock =
    .same = このコンピューターと同じ
    .ahead = このコンピューターより { $lasted } 進んでいます
    .behind = このコンピューターより { $lasted } 遅れています
window-common-days-left =
    .left =
        { $days ->
            [0] 今日まで
           *[other] 残り { $days } 日
        }
    .ended = { $days } 日前に期限切れ

## One sentence after the other
window-common-sentences = { $before }{ $next }

### The practice lab.
window-lab-title = 練習ラボ
window-lab-running = 稼働中：自サイト、ピア { $peers }、オンプレミス サイト { $onPremises }
window-lab-stopped = 停止中
window-lab-reset = リセット
window-lab-stop = 停止
window-lab-starting = 鍵と証明書を作成し、{ $sites } サイトのリスナーを開いています
window-lab-stopping = リスナーを閉じています

## What to start
window-lab-intro = このコンピューター上で動くサイト群です。本物の TLS サーバーで、実際のアプライアンスと同じように、サインイン、再起動、信頼の喪失、修復を行います。127.0.0.1 でのみ応答します。
window-lab-peers = ピア サイト
window-lab-on-premises = オンプレミス サイト
window-lab-version = バージョン
window-lab-pace = 速度
window-lab-pace-likeReal = 実際のアプライアンスと同じ
window-lab-pace-likeReal-says = 再起動やタスクに相応の時間がかかります
window-lab-pace-instant = 即時
window-lab-pace-instant-says = 待ち時間なし
window-lab-start = 練習ラボを開始

## One that runs
window-lab-try = 試す
window-lab-try-says = ラボのサイトは、パスワードとともに一覧に入っています。「サイト」を開き、最初のサイトで「証明書を置き換え」を押して、下のファイルを選ぶか再生成してください。
window-lab-open-sites = サイトを開く
window-lab-ready-file = 用意されたファイル
window-lab-ready-file-path = 用意されたファイルのパス
window-lab-ready-password = パスワード
window-lab-ready-password-what = 用意されたファイルのパスワード
window-lab-ready-password-says = 本物を保護するものではないため表示しています
window-lab-sites = ラボのサイト
window-lab-facts-likeReal = バージョン { $version }、実際のアプライアンスと同じ速度。
window-lab-facts-instant = バージョン { $version }、すべて即時。
window-lab-site = サイト
window-lab-address = アドレス
window-lab-faults = 障害
window-lab-faults-on =
    { $faults ->
        [0] すべて正常です。障害を起こして、Reseal の対応を確認できます。
       *[other] { $faults } 件の障害が有効です。
    }

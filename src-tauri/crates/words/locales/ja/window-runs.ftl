### Every run from this computer.
window-runs-title = 実行履歴
window-runs-count = { $runs } 件
window-runs-none = このコンピューターからは、まだ証明書を置き換えていません。実行すると、レポートとともにここに表示されます。
window-runs-reading = 過去の実行記録を読み取っています
window-runs-started = 開始
window-runs-site = サイト
window-runs-outcome = 結果
window-runs-import = インポート
window-runs-regenerate = 再生成
window-runs-open = 開く
window-runs-open-run = 開く：{ $site } での { $moment } の実行

### How Japanese writes moments, lengths of time and lists.

format-day = { $year }年{ $month }月{ $day }日
format-moment = { $day } { $time } UTC

format-under_a_second = 1 秒未満
format-seconds = { $seconds } 秒
format-minutes = { $minutes } 分
format-minutes_and_seconds = { $minutes } 分 { $seconds } 秒
format-hours = { $hours } 時間
format-hours_and_minutes = { $hours } 時間 { $minutes } 分
format-days = { $days } 日
format-days_and_hours = { $days } 日 { $hours } 時間

format-pair = { $first } と { $last }
format-list = { $before }、{ $next }
format-list_end = { $before }、{ $last }
format-sentences = { $before }{ $next }

# What stands between the thousands of a number.
format-thousands = ,
format-number = { $number }

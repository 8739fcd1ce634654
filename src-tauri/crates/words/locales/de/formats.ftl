### How German writes moments, lengths of time and lists.

format-day = { $day_padded }.{ $month_padded }.{ $year }
format-moment = { $day }, { $time } UTC

format-under_a_second = unter 1 s
format-seconds = { $seconds } s
format-minutes = { $minutes } min
format-minutes_and_seconds = { $minutes } min { $seconds } s
format-hours = { $hours } h
format-hours_and_minutes = { $hours } h { $minutes } min
format-days = { $days ->
    [one] { $days } Tag
   *[other] { $days } Tage
  }
format-days_and_hours = { format-days } { $hours } h

format-pair = { $first } und { $last }
format-list = { $before }, { $next }
format-list_end = { $before } und { $last }
format-sentences = { $before } { $next }

# What stands between the thousands of a number.
format-thousands = .
format-number = { $number }

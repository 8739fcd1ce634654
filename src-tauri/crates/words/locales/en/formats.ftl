### How English writes moments, lengths of time and lists.

# "23 Nov 2026". A month as a number, or with its zero in $month_padded; likewise $day and $day_padded.
format-day = { $day } { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
  } { $year }
format-moment = { $day }, { $time } UTC

format-under_a_second = under 1 s
format-seconds = { $seconds } s
format-minutes = { $minutes } min
format-minutes_and_seconds = { $minutes } min { $seconds } s
format-hours = { $hours } h
format-hours_and_minutes = { $hours } h { $minutes } min
format-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
  }
format-days_and_hours = { format-days } { $hours } h

format-pair = { $first } and { $last }
format-list = { $before }, { $next }
format-list_end = { $before } and { $last }
format-sentences = { $before } { $next }

# What stands between the thousands of a number.
format-thousands = ,
format-number = { $number }

#!/usr/bin/env bash
# The hours of a delivery day in Europe/Berlin with lubridate, and its quarter hours rounded up to the end of their hour,
# on the two days on which clocks change.
#
# Guess: an interval of such a day has 23 or 25 hours by any division; the end of the hour of 00:15 UTC is 01:00 UTC, and
# a full quarter hour stays itself.
#
# Instead: divided by a period, as interval / hours(1), the day in March has 23.04167 hours (92.04 quarter hours) and that
# in October 24 (96 quarter hours); divided by a duration, dhours(1), and by time_length it is right. In October
# ceiling_date to the hour takes 00:15 UTC to 02:00, and to the quarter hour 01:00 UTC to 00:00 UTC, an hour before it,
# with 01:15 and 01:30; floor_date is right.
#
# Version: lubridate 1.9.2, R 4.2.2 (Debian 12).
#
# Matters: hours of a contract, full-load hours and the count of quarter hours are computed so; readings stamped at their
# end fall into an hour that is over. Divide by durations, round in UTC.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# The packages with what they need and this machine lacks.
apt-get -s --no-install-recommends install r-cran-lubridate=1.9.2+dfsg-1 | sed -n 's/^Inst \([^ ]*\) .*(\([^ ]*\) .*/\1=\2/p' | xargs -r apt-get -qq -o APT::Sandbox::User=root download > /dev/null
for package in ./*.deb; do dpkg-deb -x "$package" . && rm "$package"; done
export R_HOME=/usr/lib/R EDITOR=vi TZ=UTC
if [ -e "$work$R_HOME" ]; then R_HOME=$work$R_HOME; fi
export R_LIBS_SITE=$work/usr/lib/R/site-library R_SHARE_DIR=$work/usr/share/R/share
export LD_LIBRARY_PATH=$R_HOME/lib:$work/usr/lib/x86_64-linux-gnu:$work/usr/lib/x86_64-linux-gnu/blas:$work/usr/lib/x86_64-linux-gnu/lapack

ok=0
see() {
  if [ "$2" = "$3" ]; then echo "$1: $3"; else echo "$1: $3   CHANGED, was $2"; ok=1; fi
}
end() {
  if [ $ok = 0 ]; then echo "behaviour as described"; else echo "behaviour has changed"; fi
  exit $ok
}

# What an expression of R prints.
r() {
  { cat start.R; printf '%s\n' "$1"; } > run.R
  "$R_HOME/bin/exec/R" --vanilla --slave -f run.R 2> err.txt | sed '/system Renviron/d; s/ *$//'
}

cat > start.R <<'R'
suppressMessages(library(lubridate))
day <- function(date) interval(ymd(date, tz = "Europe/Berlin"), ymd(date, tz = "Europe/Berlin") + days(1))
show <- function(...) cat(format(c(...), digits = 7, trim = TRUE), "\n")
quarters <- with_tz(ymd_hm("2026-10-25 00:00") + minutes(15 * 0:7), "Europe/Berlin")
utc <- function(times) cat(format(with_tz(times, "UTC"), "%H:%M"), "\n")
R

echo "lubridate 1.9.2, R 4.2.2"
see "29 March, / hours(1)" "23.04167" "$(r 'show(day("2026-03-29") / hours(1))')"
see "29 March, / dhours(1)" "23" "$(r 'show(day("2026-03-29") / dhours(1))')"
see "25 October, / hours(1)" "24" "$(r 'show(day("2026-10-25") / hours(1))')"
see "25 October, / dhours(1)" "25" "$(r 'show(day("2026-10-25") / dhours(1))')"
see "25 October, / minutes(15)" "96" "$(r 'show(day("2026-10-25") / minutes(15))')"
see "25 October, quarter hours in UTC" "00:00 00:15 00:30 00:45 01:00 01:15 01:30 01:45" "$(r 'utc(quarters)')"
see "floor to the hour" "00:00 00:00 00:00 00:00 01:00 01:00 01:00 01:00" "$(r 'utc(floor_date(quarters, "hour"))')"
see "ceiling to the hour" "00:00 02:00 02:00 02:00 00:00 02:00 02:00 02:00" "$(r 'utc(ceiling_date(quarters, "hour"))')"
see "ceiling to the quarter hour" "00:00 00:15 00:30 00:45 00:00 00:15 00:30 00:45" "$(r 'utc(ceiling_date(quarters, "15 minutes"))')"
end

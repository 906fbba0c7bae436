#!/usr/bin/env bash
# A CSV file of daily values with very low prices (-999 and -9999 EUR/MWh), an empty cell and days left out, read by gretl.
#
# Guess: -9999 is a number; a missing value stays missing in any product; the value of the day before a missing day is
# missing.
#
# Instead: -999 and -9999 are missing values, without a word, and the mean passes over them; 9999 is a number. A missing
# value times 0 is 0. With days left out, x(-1) is the row before: the change from the 4th to the 8th is taken for one of
# a day.
#
# Version: gretl 2022c (Debian 12).
#
# Matters: prices at the lower limit are what a study of negative prices is about. Give missing values as NA and check the
# count of observations; write all days.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

apt-get -qq -o APT::Sandbox::User=root download gretl=2022c-1 gretl-common=2022c-1 libgretl1=2022c-1 libblas3 liblapack3 libfftw3-double3 libgfortran5 libpcre2-8-0 libjson-glib-1.0-0 > /dev/null
for package in ./*.deb; do dpkg-deb -x "$package" . && rm "$package"; done
export PATH=$work/usr/bin:$PATH
lib=$work/usr/lib/x86_64-linux-gnu
export LD_LIBRARY_PATH=$work/usr/lib:$lib:$lib/blas:$lib/lapack
export HOME=$work

ok=0
see() {
  if [ "$2" = "$3" ]; then echo "$1: $3"; else echo "$1: $3   CHANGED, was $2"; ok=1; fi
}
end() {
  if [ $ok = 0 ]; then echo "behaviour as described"; else echo "behaviour has changed"; fi
  exit $ok
}

cat > prices.csv <<'CSV'
day,price
2026-01-01,30
2026-01-02,-999
2026-01-03,-9999
2026-01-04,9999
2026-01-05,
CSV
cat > gaps.csv <<'CSV'
day,load
2026-01-03,30
2026-01-04,40
2026-01-08,80
CSV
# What commands print as numbers, in one line.
run() {
  { echo "set verbose off"; printf '%s\n' "$@"; } > run.inp
  gretlcli -b run.inp 2> err.txt | sed -n 's/^@//p' | paste -sd' '
}

gretlcli --version | head -1
see "prices that are numbers" "1 0 0 1 0" "$(run 'open prices.csv --quiet' 'loop i=1..5' 'printf "@%g\n", ok(price[i])' 'endloop')"
see "mean of 30, -999, -9999 and 9999" "5014.5" "$(run 'open prices.csv --quiet' 'printf "@%g\n", mean(price)')"
see "times 0" "0 0 0 0 0" "$(run 'open prices.csv --quiet' 'series y = price * 0' 'loop i=1..5' 'printf "@%g\n", y[i]' 'endloop')"
see "8 January less the day before" "40" "$(run 'open gaps.csv --quiet' 'series d = load - load(-1)' 'printf "@%g\n", d[3]')"
end

#!/usr/bin/env bash
# Series of two power stations added, shifted and filled with the R packages zoo and xts; their readings do not cover the
# same hours.
#
# Guess: an hour that one of them lacks is NA in the sum; lag(x, 1) is the value before; filling gaps keeps the hours at
# both ends.
#
# Instead: the sum has the hours of both alone: of 5 hours with 66 MWh 2 with 35 are left, without NA or warning. lag(x,
# 1) is the hour before in xts and the hour after in zoo. na.approx and na.locf of zoo drop the hours before the first and
# (na.approx) after the last value: five become three and four.
#
# Version: zoo 1.8-11, xts 0.13.0, R 4.2.2 (Debian 12).
#
# Matters: a portfolio's energy is short by whatever one meter lacks, and a model is fed with the next hour for the last
# one. Join with merge(all = TRUE) first, and say na.rm = FALSE.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# The packages with what they need and this machine lacks.
apt-get -s --no-install-recommends install r-cran-zoo=1.8-11-1 r-cran-xts=0.13.0-1 | sed -n 's/^Inst \([^ ]*\) .*(\([^ ]*\) .*/\1=\2/p' | xargs -r apt-get -qq -o APT::Sandbox::User=root download > /dev/null
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
suppressMessages(library(xts))
hour <- as.POSIXct("2026-01-01", tz = "UTC") + 3600 * 0:4
a <- xts(c(1, 2, 3), hour[1:3])
b <- xts(c(10, 20, 30), hour[2:4])
show <- function(x) cat(coredata(x), "at", format(index(x), "%H"), "\n")
gaps <- c(NA, 10, NA, 30, NA)
R

echo "zoo 1.8-11, xts 0.13.0"
see "a + b in xts" "12 23 at 01 02" "$(r 'show(a + b)')"
see "a + b in zoo" "12 23 at 01 02" "$(r 'show(as.zoo(a) + as.zoo(b))')"
see "warned" "" "$(cat err.txt)"
see "energy of both, of the sum" "66 35" "$(r 'cat(sum(a) + sum(b), sum(a + b))')"
see "lag 1 in xts" "NA 1 2 at 00 01 02" "$(r 'show(lag(a, 1))')"
see "lag 1 in zoo" "2 3 at 00 01" "$(r 'show(lag(as.zoo(a), 1))')"
see "na.approx in zoo" "10 20 30 at 01 02 03" "$(r 'show(na.approx(zoo(gaps, hour)))')"
see "na.locf in zoo" "10 10 30 30 at 01 02 03 04" "$(r 'show(na.locf(zoo(gaps, hour)))')"
see "na.locf in xts" "NA 10 10 30 30 at 00 01 02 03 04" "$(r 'show(na.locf(xts(gaps, hour)))')"
end

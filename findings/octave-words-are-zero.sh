#!/usr/bin/env bash
# CSV files of readings with a missing value, a marked one, a time of day or a date, read by csvread and dlmread of
# Octave.
#
# Guess: what is no number is NaN, or an error; a time or a date in a cell is refused.
#
# Instead: an empty cell and "n/e" are 0, "7.5*" is 7.5, the times 10:15 and 10:30 are both 10, and a date makes the whole
# matrix complex: 2026-01-15 is 2026 - 1i. importdata has NA for the empty cell and for n/e.
#
# Version: Octave 7.3.0 (Debian 12).
#
# Matters: a reading that is missing counts as no load in sums, means and minima of studies with MATPOWER and the like.
# Use textscan or importdata, or dlmread with emptyvalue for empty cells.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# The packages with what they need and this machine lacks.
apt-get -s --no-install-recommends install octave=7.3.0-2 | sed -n 's/^Inst \([^ ]*\) .*(\([^ ]*\) .*/\1=\2/p' | xargs -r apt-get -qq -o APT::Sandbox::User=root download > /dev/null
for package in ./*.deb; do dpkg-deb -x "$package" . && rm "$package"; done
export PATH=$work/usr/bin:$PATH HOME=$work
lib=$work/usr/lib/x86_64-linux-gnu
export LD_LIBRARY_PATH=$lib:$work/usr/lib:$lib/octave/7.3.0:$lib/blas:$lib/lapack:$work/lib/x86_64-linux-gnu
if [ -e usr/share/octave/7.3.0 ]; then export OCTAVE_HOME=$work/usr; fi

ok=0
see() {
  if [ "$2" = "$3" ]; then echo "$1: $3"; else echo "$1: $3   CHANGED, was $2"; ok=1; fi
}
end() {
  if [ $ok = 0 ]; then echo "behaviour as described"; else echo "behaviour has changed"; fi
  exit $ok
}

# The matrix of a file with the lines given, as an expression reads it.
read_as() {
  printf '%s\n' "${@:2}" > readings.csv
  octave-cli --no-init-file --no-history --eval "disp (mat2str ($1))" 2> err.txt
}

octave-cli --version | sed -n 's/^GNU Octave, version \(.*\)/Octave \1/p'
see "10, nothing, n/e, 7.5*" "[1 10;2 0;3 0;4 7.5]" "$(read_as "csvread ('readings.csv')" '1,10' '2,' '3,n/e' '4,7.5*')"
see "with dlmread" "[1 10;2 0;3 0;4 7.5]" "$(read_as "dlmread ('readings.csv')" '1,10' '2,' '3,n/e' '4,7.5*')"
see "with importdata" "[1 10;2 NA;3 NA;4 7.5]" "$(read_as "importdata ('readings.csv', ',').data" '1,10' '2,' '3,n/e' '4,7.5*')"
see "times" "[10 5;10 6]" "$(read_as "csvread ('readings.csv')" '10:15,5' '10:30,6')"
see "dates" "[2026-1i 5+0i;2026-2i 6+0i]" "$(read_as "csvread ('readings.csv')" '2026-01-15,5' '2026-02-15,6')"
end

#!/usr/bin/env bash
# Four hours with prices in MiniZinc, and rules about the next hour: price[h + 1], which does not exist for hour 4.
#
# Guess: an error, or at least no solution with hour 4.
#
# Instead: what is undefined makes the nearest Boolean expression false. So hour 4 is left out of "the next price is at
# most 200", but is a solution of the same said as "not above 200". It is among the hours that have no dearer one after
# them, and a count of hours with a dearer one passes over it. With h a variable there is no warning.
#
# Version: MiniZinc 2.6.4, Gecode 6.2.0 (Debian 12).
#
# Matters: a start in the first hour, a ramp or a minimum time that reads beyond the ends of the day binds or not by how
# its sentence is turned. Give the hours at both ends (0 and 25) values of their own.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

apt-get -qq -o APT::Sandbox::User=root download minizinc=2.6.4+dfsg1-1 flatzinc=6.2.0-5 libgecode49=6.2.0-5 libgecodeflatzinc49=6.2.0-5 libgecodegist49=6.2.0-5 libqt5core5a libqt5gui5 libqt5widgets5 libqt5printsupport5 libqt5dbus5 libqt5network5 libmd4c0 libpcre2-16-0 libpcre2-8-0 libdouble-conversion3 libicu72 > /dev/null
for package in ./*.deb; do dpkg-deb -x "$package" . && rm "$package"; done
export PATH=$work/usr/bin:$PATH
lib=$work/usr/lib/x86_64-linux-gnu
export LD_LIBRARY_PATH=$lib
export MZN_STDLIB_DIR=$work/usr/share/minizinc

ok=0
see() {
  if [ "$2" = "$3" ]; then echo "$1: $3"; else echo "$1: $3   CHANGED, was $2"; ok=1; fi
}
end() {
  if [ $ok = 0 ]; then echo "behaviour as described"; else echo "behaviour has changed"; fi
  exit $ok
}

# The hours that a rule leaves.
hours() {
  cat > rule.mzn <<MZN
array [1..4] of int: price = [30, 50, 120, 40];
var 1..4: h;
constraint $1;
solve satisfy;
MZN
  minizinc --solver org.gecode.gecode -c rule.mzn --fzn rule.fzn --no-output-ozn 2> err.txt
  fzn-gecode -a rule.fzn | sed -n 's/^h = \(.*\);/\1/p' | sort | paste -sd' '
}
warned() {
  if grep -q undefined err.txt; then echo yes; else echo no; fi
}

minizinc --version | sed -n 's/^MiniZinc to FlatZinc converter, version \([0-9.]*\).*/MiniZinc \1/p'
see "the next price is above 0" "1 2 3" "$(hours 'price[h + 1] > 0')"
see "the next price is at most 200" "1 2 3" "$(hours 'price[h + 1] <= 200')"
see "not: the next price is above 200" "1 2 3 4" "$(hours 'not (price[h + 1] > 200)')"
see "warned" "no" "$(warned)"
see "not: the next hour is dearer" "3 4" "$(hours 'not (price[h + 1] > price[h])')"
see "the next price counts if it is above 45" "1 2 3 4" "$(hours 'bool2int(price[h + 1] > 45) >= 0')"
end

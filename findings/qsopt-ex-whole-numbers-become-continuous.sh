#!/usr/bin/env bash
# A unit that starts or does not (0 or 1 in a MARKER section, or an Integer section), solved by QSopt_ex, which is taken
# as a referee because it computes in fractions.
#
# Guess: it solves linear programs alone, so a model with whole numbers is refused, or at least warned of.
#
# Instead: both formats are read, the whole numbers become continuous, and the run ends with "Problem Solved Exactly" and
# OPTIMAL: three tenths of a start, 960 where the right minimum is 1800. Neither output nor log says a word of it.
#
# Version: QSopt_ex 2.5.10.3.
#
# Matters: as a referee of another solver it confirms the relaxation and refutes the right answer, with an "exactly". Count the
# whole-number columns of what it is given, and check that what it returns is whole.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

apt-get -qq -o APT::Sandbox::User=root download qsopt-ex=2.5.10.3-2 libqsopt-ex2=2.5.10.3-2 > /dev/null
for package in ./*.deb; do dpkg-deb -x "$package" . && rm "$package"; done
export PATH=$work/usr/bin:$PATH
export LD_LIBRARY_PATH=$work/usr/lib/x86_64-linux-gnu

ok=0
see() {
  if [ "$2" = "$3" ]; then echo "$1: $3"; else echo "$1: $3   CHANGED, was $2"; ok=1; fi
}
end() {
  if [ $ok = 0 ]; then echo "behaviour as described"; else echo "behaviour has changed"; fi
  exit $ok
}

cat > start.lp <<'LP'
Minimize
 cost: 1200 on + 20 p
Subject To
 demand: p + buy = 50
 most: p - 100 on <= 0
Bounds
 on <= 1
 buy <= 20
Integer
 on
End
LP
cat > start.mps <<'MPS'
NAME start
ROWS
 N cost
 E demand
 L most
COLUMNS
    MARKER                 'MARKER'                 'INTORG'
    on cost 1200 most -100
    MARKER                 'MARKER'                 'INTEND'
    p cost 20 demand 1
    p most 1
    buy demand 1
RHS
    R demand 50
BOUNDS
 UP B on 1
 UP B buy 20
ENDATA
MPS

solve() {
  rm -f out.sol
  esolver -O out.sol "$@" > log.txt 2>&1
  echo "$(sed -n 's/^status OPTIMAL$/OPTIMAL/p; s/.*Value = //p; s/^on = /on /p' out.sol | paste -sd' ')"
}
warned() {
  if grep -qiE 'integ|whole|relax' log.txt out.sol; then echo yes; else echo no; fi
}

echo "QSopt_ex 2.5.10.3; by hand: on 1, p 30, buy 20, cost 1800"
see "LP file" "OPTIMAL 960 on 3/10" "$(solve -L start.lp)"
see "a word of whole numbers" "no" "$(warned)"
see "MPS file" "OPTIMAL 960 on 3/10" "$(solve start.mps)"
see "a word of whole numbers" "no" "$(warned)"
see "the log" "Problem Solved Exactly" "$(grep -o 'Problem Solved Exactly' log.txt)"
end

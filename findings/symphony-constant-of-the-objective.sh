#!/usr/bin/env bash
# A fixed cost as a constant in the objective of an LP file, solved by SYMPHONY.
#
# Guess: the constant is added to the cost, whatever the sense; as in GLPK and HiGHS, which read the same file.
#
# Instead: it is subtracted: 3 a + 2 b + 7 at a = 4, b = 3.5 is said to cost 12, and 26 with - 7 in the file. Without a constant
# it is 19, as it should be. A maximum is printed as the negative of itself (-29 for 29), with the constant's right size.
# The columns are right.
#
# Version: SYMPHONY 5.6.17.
#
# Matters: no-load and start costs that are fixed in a case go into the constant; a comparison of costs between solvers
# differs by twice of it, and a savings calculation takes the sign of the difference. Compute the cost from the columns.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

apt-get -qq -o APT::Sandbox::User=root download coinor-symphony=5.6.17+dfsg-1+b1 coinor-libsymphony3=5.6.17+dfsg-1+b1 coinor-libcgl1 coinor-libclp1 coinor-libcoinutils3v5 coinor-libosi1v5 libblas3 liblapack3 libgfortran5 libquadmath0 > /dev/null
for package in ./*.deb; do dpkg-deb -x "$package" . && rm "$package"; done
export PATH=$work/usr/bin:$PATH
lib=$work/usr/lib/x86_64-linux-gnu
export LD_LIBRARY_PATH=$lib:$lib/blas:$lib/lapack

ok=0
see() {
  if [ "$2" = "$3" ]; then echo "$1: $3"; else echo "$1: $3   CHANGED, was $2"; ok=1; fi
}
end() {
  if [ $ok = 0 ]; then echo "behaviour as described"; else echo "behaviour has changed"; fi
  exit $ok
}

# The cost that is printed, and the columns, for a sense, a constant and a relation.
solve() {
  cat > case.lp <<LP
$1
 cost: 3 a + 2 b $2
Subject To
 demand: a + b $3 7.5
Bounds
 a <= 40
 b <= 4
General
 a
End
LP
  symphony -L case.lp > log.txt 2>&1
  echo "$(sed -n 's/^Solution Cost: //p' log.txt), $(sed -n 's/^\([ab]\) *\([0-9.]*\)$/\1 \2/p' log.txt | paste -sd' ')"
}

solve Minimize '' '>=' > /dev/null
echo "SYMPHONY $(symphony -L case.lp 2>&1 | sed -n 's/.*Version: *\([0-9.]*\).*/\1/p' | head -1)"
see "minimum" "19.0000000000, a 4.0000000000 b 3.5000000000" "$(solve Minimize '' '>=')"
see "minimum, + 7" "12.0000000000, a 4.0000000000 b 3.5000000000" "$(solve Minimize '+ 7' '>=')"
see "minimum, - 7" "26.0000000000, a 4.0000000000 b 3.5000000000" "$(solve Minimize '- 7' '>=')"
see "maximum" "-22.0000000000" "$(solve Maximize '' '<=' | cut -d, -f1)"
see "maximum, + 7" "-29.0000000000" "$(solve Maximize '+ 7' '<=' | cut -d, -f1)"
end

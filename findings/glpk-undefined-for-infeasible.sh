#!/usr/bin/env bash
# A demand that the units cannot meet, and a model without a best value, solved by glpsol with its defaults, the result
# written with -o or -w.
#
# Guess: the status is INFEASIBLE or UNBOUNDED, and the exit code tells that there is no result.
#
# Instead: both are UNDEFINED: the preprocessor, which is on by default, tells what it found in the log alone. The
# result has all columns, at 0, the objective 0, and the exit code is 0. With --nopresol the status is right, and the
# columns have values (9 of 10 MW for a cost of 37) that serve no demand. With whole numbers the status is INTEGER EMPTY.
#
# Version: GLPK 5.0.
#
# Matters: a check against GLPK that looks at the exit code and reads the columns takes a dispatch of zeros at no cost;
# one that looks for INFEASIBLE never finds it. Only OPTIMAL and INTEGER OPTIMAL may be read.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

apt-get -qq -o APT::Sandbox::User=root download glpk-utils=5.0-1 libglpk40=5.0-1 libamd2 libcolamd2 libsuitesparseconfig5 libltdl7 > /dev/null
for package in ./*.deb; do dpkg-deb -x "$package" . && rm "$package"; done
export LD_LIBRARY_PATH=$work/usr/lib/x86_64-linux-gnu
export PATH=$work/usr/bin:$PATH

ok=0
see() {
  if [ "$2" = "$3" ]; then echo "$1: $3"; else echo "$1: $3   CHANGED, was $2"; ok=1; fi
}
end() {
  if [ $ok = 0 ]; then echo "behaviour as described"; else echo "behaviour has changed"; fi
  exit $ok
}

# Exit code, status, objective and the number of columns of the result.
solve() {
  code=0
  rm -f out.txt
  glpsol --lp "$@" -o out.txt > log.txt 2>&1 || code=$?
  echo "$code, $(sed -n 's/^Status: *//p' out.txt), $(sed -n 's/^Objective: .* = \(.*\) (.*/\1/p' out.txt), $(sed -n 's/^Columns: *\([0-9]*\).*/\1/p' out.txt) columns"
}

cat > short.lp <<'LP'
Minimize
 cost: 3 coal + 5 gas
Subject To
 demand: coal + gas >= 10
Bounds
 coal <= 4
 gas <= 5
End
LP
sed 's/^End/General\n coal\nEnd/' short.lp > whole.lp
cat > unbounded.lp <<'LP'
Maximize
 profit: 3 sold - 2 bought
Subject To
 balance: sold - bought <= 10
 limit: bought - 2 sold <= 5
End
LP

glpsol --version | head -1
echo "exit code, status, objective, columns"
see "9 MW for a demand of 10" "0, UNDEFINED, 0, 2 columns" "$(solve short.lp)"
see "what the log says" "PROBLEM HAS NO PRIMAL FEASIBLE SOLUTION" "$(grep -o 'PROBLEM HAS NO PRIMAL FEASIBLE SOLUTION' log.txt)"
see "without the preprocessor" "0, INFEASIBLE (FINAL), 37, 2 columns" "$(solve short.lp --nopresol)"
see "with a whole number" "0, INTEGER EMPTY, 0, 2 columns" "$(solve whole.lp)"
see "buy and sell without limit" "0, UNDEFINED, 0, 2 columns" "$(solve unbounded.lp)"
see "without the preprocessor" "0, UNBOUNDED" "$(solve unbounded.lp --nopresol | cut -d, -f1,2)"
end

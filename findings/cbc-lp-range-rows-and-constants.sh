#!/usr/bin/env bash
# Three usual lines of an LP file in CBC: a row with two limits (-4 <= x - y <= 2), a constant in the objective (+
# 100), and a variable that is first limited, then free.
#
# Guess: read as CPLEX documents them, or refused (as HiGHS does with the row).
#
# Instead: the row's "<=" becomes the name of a variable with a note about invalid names ("Invalid column names"), the
# file is solved all the same and "optimal" breaks the limit: x - y is 10. The constant is lost: 30, not 130 (HiGHS
# has 130). After "x <= 20" and "x free" the limit of 20 is still there (HiGHS drops it).
#
# Version: CBC 2.10.8, HiGHS 1.15.3 (npm).
#
# Matters: interchange between areas and flow limits in both directions are rows with two limits. The limit is gone
# from the answer of one solver and the file is refused by the others; without that comparison nobody sees it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

fetch() {
  apt-get -qq -o APT::Sandbox::User=root download "$@" > /dev/null
  for package in ./*.deb; do dpkg-deb -x "$package" . && rm "$package"; done
}
fetch coinor-cbc=2.10.8+ds1-1 coinor-libcbc3=2.10.8+ds1-1 coinor-libclp1=1.17.6-3 coinor-libcgl1 coinor-libosi1v5 \
  coinor-libcoinutils3v5 liblapack3 libblas3 libgfortran5 libquadmath0 > /dev/null
export LD_LIBRARY_PATH=$work/usr/lib/x86_64-linux-gnu:$work/usr/lib/x86_64-linux-gnu/blas:$work/usr/lib/x86_64-linux-gnu/lapack:$work/usr/lib/lp_solve
export PATH=$work/usr/bin:$PATH

ok=0
see() {
  if [ "$2" = "$3" ]; then echo "$1: $3"; else echo "$1: $3   CHANGED, was $2"; ok=1; fi
}
end() {
  if [ $ok = 0 ]; then echo "behaviour as described"; else echo "behaviour has changed"; fi
  exit $ok
}

# "optimal OBJECTIVE", "infeasible" or "refused".
cbc_() {
  rm -f out.txt
  cbc "$1" -solve -solution out.txt > log.txt 2>&1 || true
  if [ ! -f out.txt ]; then echo refused; return; fi
  sed -n '1s/^Optimal - objective value \(.*\)/optimal \1/p; 1s/^Infeasible.*/infeasible/p' out.txt | sed 's/\.0*$//'
}

npm install --silent --no-audit --no-fund highs@1.15.3 > /dev/null
cat > probe.cjs <<'JS'
const text = require('fs').readFileSync(process.argv[2], 'utf8');
require('highs')().then((highs) => {
  try {
    const r = highs.solve(text, { output_flag: false });
    console.log(r.Status.toLowerCase() + ' ' + r.ObjectiveValue);
  } catch {
    console.log('refused');
  }
});
JS
highs() { node probe.cjs "$1" 2> /dev/null | tail -1; }

cat > range.lp <<'LP'
Minimize
 cost: 3 x + 5 y
Subject To
 demand: x + y >= 10
 border: -4 <= x - y <= 2
End
LP
cat > constant.lp <<'LP'
Minimize
 cost: 3 x + 5 y + 100
Subject To
 demand: x + y >= 10
End
LP
cat > free.lp <<'LP'
Minimize
 cost: 10 x + 20 y
Subject To
 demand: x + y >= 30
Bounds
 x <= 20
 x free
End
LP
echo "min 3 x + 5 y, x + y >= 10, -4 <= x - y <= 2: x = 6, y = 4, 38"
see "CBC 2.10.8" "optimal 30" "$(cbc_ range.lp)"
see "its log" "yes" "$(grep -q 'Invalid column names' log.txt && echo yes)"
see "HiGHS" "refused" "$(highs range.lp)"
echo "min 3 x + 5 y + 100, x + y >= 10: 130"
see "CBC" "optimal 30" "$(cbc_ constant.lp)"
see "HiGHS 1.15.3" "optimal 130" "$(highs constant.lp)"
echo "min 10 x + 20 y, x + y >= 30, x <= 20, then x free: 300, or 400 if the limit stays"
see "CBC" "optimal 400" "$(cbc_ free.lp)"
see "HiGHS 1.15.3" "optimal 300" "$(highs free.lp)"
end

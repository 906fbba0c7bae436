#!/usr/bin/env bash
# A limit that is missing in the data (NaN) in a dispatch with SciPy: linprog, milp and minimize.
#
# Guess: refused, as a missing cost is.
#
# Instead: linprog takes it for no limit, with each method and without a word: a unit whose maximum is missing serves all
# the load, and one whose minimum is missing runs at -200 MW, success. For the same data milp says that it is infeasible,
# without a word about the value, and so for a row with NaN. SLSQP and L-BFGS-B of minimize take no limit. What linprog
# does refuse is a missing cost or load.
#
# Version: SciPy 1.10.1 (with HiGHS), Debian 12.
#
# Matters: tables read with pandas have NaN where a cell is empty, and limits are columns of them. Check for NaN before
# the call.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# The packages with what they need and this machine lacks; what SciPy needs to compile others is left out.
apt-get -s --no-install-recommends install python3-scipy=1.10.1-2 | sed -n 's/^Inst \([^ ]*\) .*(\([^ ]*\) .*/\1=\2/p' | grep -v -e -dev= -e boost -e python3-all | xargs -r apt-get -qq -o APT::Sandbox::User=root download > /dev/null
for package in ./*.deb; do dpkg-deb -x "$package" . && rm "$package"; done
lib=$work/usr/lib/x86_64-linux-gnu
export LD_LIBRARY_PATH=$lib:$lib/openblas-pthread:$lib/blas:$lib/lapack OPENBLAS_NUM_THREADS=1
export PYTHONPATH=$work/usr/lib/python3/dist-packages

ok=0
see() {
  if [ "$2" = "$3" ]; then echo "$1: $3"; else echo "$1: $3   CHANGED, was $2"; ok=1; fi
}
end() {
  if [ $ok = 0 ]; then echo "behaviour as described"; else echo "behaviour has changed"; fi
  exit $ok
}

cat > probe.py <<'PY'
import warnings
from math import inf, nan

from scipy.optimize import Bounds, LinearConstraint, linprog, milp, minimize

warnings.filterwarnings("ignore", category=DeprecationWarning)
warnings.filterwarnings("error", category=RuntimeWarning)
load = LinearConstraint([[1, 1]], 100, 100)


def told(solve):
    try:
        result = solve()
    except ValueError:
        return "ValueError"
    outputs = "none" if result.x is None else " ".join("%.0f" % (mw + 0) for mw in result.x)
    return ("success, " if result.success else "status %d, " % result.status) + outputs


def lp(limits, costs=(20, 50), method="highs", row=100):
    """100 MW from a cheap and a dear unit."""
    return told(lambda: linprog(costs, A_eq=[[1, 1]], b_eq=[row], bounds=limits, method=method))


def mixed(low, high, costs=(20, 50), *rows):
    return told(lambda: milp(costs, constraints=[load, *rows], bounds=Bounds(low, high)))


def near(method):
    """The output nearest to 150 MW, of at most NaN."""
    return told(lambda: minimize(lambda x: (x[0] - 150) ** 2, [10.0], bounds=[(0, nan)], method=method))


seen = {"both": lp([(0, 80), (0, 200)]), "max": lp([(0, nan), (0, 200)]), "min": lp([(0, 300), (nan, 200)]),
        "none": lp([(0, 300), (-inf, 200)]), "cost": lp([(0, 80), (0, 200)], (nan, 50)), "load": lp([(0, 80), (0, 200)], row=nan),
        "milp-both": mixed([0, 0], [80, 200]), "milp-max": mixed([0, 0], [nan, 200]), "milp-min": mixed([0, nan], [80, 200]),
        "milp-row": mixed([0, 0], [80, 200], (20, 50), LinearConstraint([[1, 0]], -inf, nan))}
seen.update({method: lp([(0, nan), (0, 200)], method=method) for method in ("highs-ds", "revised simplex", "interior-point")})
seen.update({method: near(method) for method in ("SLSQP", "L-BFGS-B")})
for name, value in seen.items():
    print(name + ":", value)
PY
/usr/bin/python3 probe.py > seen.txt 2> said.txt
probe() {
  sed -n "s/^$1: //p" seen.txt
}

echo "SciPy 1.10.1: 100 MW from a cheap unit of at most 80 MW and a dear one"
see "linprog" "success, 80 20" "$(probe both)"
see "the maximum of the cheap one is NaN" "success, 100 0" "$(probe max)"
for method in highs-ds "revised simplex" interior-point; do
  see "the same, $method" "success, 100 0" "$(probe "$method")"
done
see "300 MW at most, and the dear one's minimum is NaN" "success, 300 -200" "$(probe min)"
see "the same with a minimum of -inf" "success, 300 -200" "$(probe none)"
see "the cheap one's cost is NaN" "ValueError" "$(probe cost)"
see "the load is NaN" "ValueError" "$(probe load)"
see "milp" "success, 80 20" "$(probe milp-both)"
see "a maximum of NaN" "status 2, none" "$(probe milp-max)"
see "a minimum of NaN" "status 2, none" "$(probe milp-min)"
see "a row with NaN on the right" "status 2, none" "$(probe milp-row)"
see "minimize to 150 with at most NaN, SLSQP" "success, 150" "$(probe SLSQP)"
see "L-BFGS-B" "success, 150" "$(probe L-BFGS-B)"
see "lines of warnings" "0" "$(wc -l < said.txt | tr -d ' ')"
end

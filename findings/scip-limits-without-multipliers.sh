#!/usr/bin/env bash
# Multipliers of limits that are rows of one variable (unit <= 100), by SCIP directly and by SCIP and HiGHS under cvxpy.
#
# Guess: the multiplier of the limit: 30, what one MW more of the cheap unit would save; or none, as SCIP is for whole
# numbers.
#
# Instead: with SCIP it is 0, by getDualsolLinear as by dual_value of cvxpy, at the right dispatch and with the right price of
# 60; only the reduced cost of the variable has the 30. HiGHS under cvxpy gives 30. A row of two variables, or the same
# row with a second variable at a coefficient of 0.0001, has its multiplier.
#
# Version: PySCIPOpt 6.2.1, cvxpy 1.9.3, HiGHS 1.15.1.
#
# Matters: 0 says that no limit binds: no congestion rent, no value of more capacity, and duality does not close. Take the
# reduced costs, or another solver for prices.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

export PIP_ROOT_USER_ACTION=ignore PYTHONPATH=$work/lib
python3 -m pip install -q --disable-pip-version-check --retries 0 --no-compile --target lib pyscipopt==6.2.1 cvxpy==1.9.3 highspy==1.15.1 numpy==2.4.6 scipy==1.17.1 > pip.txt 2>&1 || { cat pip.txt; exit 1; }

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

warnings.filterwarnings("ignore")
import cvxpy
import pyscipopt


def model(second=0.0):
    """120 MW of a unit of 100 MW at 30 and one at 60."""
    m = pyscipopt.Model()
    m.hideOutput()
    m.setPresolve(pyscipopt.SCIP_PARAMSETTING.OFF)
    m.setHeuristics(pyscipopt.SCIP_PARAMSETTING.OFF)
    m.disablePropagation()
    cheap, dear = m.addVar("cheap", lb=0), m.addVar("dear", lb=0)
    balance = m.addCons(cheap + dear == 120)
    limit = m.addCons(cheap + second * dear <= 100)
    m.setObjective(30 * cheap + 60 * dear)
    m.optimize()
    return "%d %d, reduced cost %d, %d" % tuple(map(round, (m.getDualsolLinear(balance), m.getDualsolLinear(limit),
                                                       m.getVarRedcost(cheap), m.getObjVal())))


def relaxed(solver):
    mw = cvxpy.Variable(2, nonneg=True)
    limit = mw[0] <= 100
    balance = cvxpy.sum(mw) == 120
    problem = cvxpy.Problem(cvxpy.Minimize(30 * mw[0] + 60 * mw[1]), [balance, limit])
    problem.solve(solver=solver)
    return "%.0f %.0f, %.0f" % (abs(balance.dual_value), abs(limit.dual_value), problem.value)


with open("seen.txt", "w") as seen:
    for name, value in {"one": model(), "two": model(0.0001), "cvxpy-scip": relaxed("SCIP"),
                        "cvxpy-highs": relaxed("HIGHS")}.items():
        print(name, value, file=seen)
PY
python3 probe.py > log.txt
probe() {
  sed -n "s/^$1 //p" seen.txt
}

echo "PySCIPOpt 6.2.1, cvxpy 1.9.3: multiplier of the balance and of the limit, cost"
see "SCIP" "60 0, reduced cost -30, 4200" "$(probe one)"
see "SCIP, a second variable in the row" "60 -30, reduced cost 0, 4200" "$(probe two)"
see "SCIP by cvxpy" "60 0, 4200" "$(probe cvxpy-scip)"
see "HiGHS by cvxpy" "60 30, 4200" "$(probe cvxpy-highs)"
end

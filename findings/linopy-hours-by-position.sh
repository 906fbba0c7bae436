#!/usr/bin/env bash
# A balance in linopy of purchases for the hours 0, 1, 2 and sales for the hours 1, 2, 3 with a load for 1, 2, 3; and
# prices and minima of which one is missing (NaN).
#
# Guess: variables are matched by their hours, as xarray does, or refused; a missing price or limit is refused.
#
# Instead: two variables of equal length are added by position, under the hours of the first, while load and prices go by
# hour: the row of hour 1 is x[1] + y[2] = 10, the load of hour 3 is gone, that of hour 0 too. y + x is another sum than
# x + y; only lengths that differ are matched by hour. A missing price is 0 and its hour is filled; a missing minimum drops
# the row. A missing upper limit of a variable is refused.
#
# Version: linopy 0.9.1, HiGHS 1.15.1.
#
# Matters: one series labelled by the start of its hours and one by the end, or a price that has not come, give an optimal
# result for another problem. Reindex all to one index and look for NaN before a model is built.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

export PIP_ROOT_USER_ACTION=ignore PYTHONPATH=$work/lib
python3 -m pip install -q --disable-pip-version-check --retries 0 --no-compile --target lib linopy==0.9.1 highspy==1.15.1 pandas==3.0.6 xarray==2026.9.0 numpy==2.4.6 > pip.txt 2>&1 || { cat pip.txt; exit 1; }

ok=0
see() {
  if [ "$2" = "$3" ]; then echo "$1: $3"; else echo "$1: $3   CHANGED, was $2"; ok=1; fi
}
end() {
  if [ $ok = 0 ]; then echo "behaviour as described"; else echo "behaviour has changed"; fi
  exit $ok
}

cat > probe.py <<'PY'
import logging
import warnings

warnings.filterwarnings("ignore")
logging.disable(logging.CRITICAL)
import linopy
import numpy
import pandas


def hours(*numbers):
    return pandas.Index(numbers, name="hour")


def balance(x_hours, y_hours, turned=False):
    m = linopy.Model()
    x = m.add_variables(lower=0, upper=100, coords=[hours(*x_hours)], name="x")
    y = m.add_variables(lower=0, upper=100, coords=[hours(*y_hours)], name="y")
    load = pandas.Series([10.0, 20, 30], index=hours(1, 2, 3))
    price = pandas.Series([5.0, 6, 7], index=hours(1, 2, 3))
    m.add_constraints((y + x if turned else x + y) == load)
    m.add_objective((price * x).sum() + (100 * y).sum())
    status = m.solve(solver_name="highs", log_to_console=False)
    mwh = x.solution.sum().item() + y.solution.sum().item()
    return "%s, %g MWh, %g" % (status[1], mwh, m.objective.value)


def missing():
    m = linopy.Model()
    x = m.add_variables(lower=0, upper=100, coords=[hours(1, 2, 3)], name="x")
    m.add_constraints(x.sum() == 150)
    m.add_constraints(x >= pandas.Series([10.0, numpy.nan, 30], index=hours(1, 2, 3)))
    m.add_objective((pandas.Series([50.0, 60, numpy.nan], index=hours(1, 2, 3)) * x).sum())
    status = m.solve(solver_name="highs", log_to_console=False)
    return "%s, %s, %g" % (status[1], " ".join("%g" % mwh for mwh in x.solution.values), m.objective.value)


def missing_limit():
    m = linopy.Model()
    x = m.add_variables(lower=0, upper=pandas.Series([10.0, numpy.nan], index=hours(1, 2)), name="x")
    m.add_objective(x.sum())
    try:
        m.solve(solver_name="highs", log_to_console=False)
    except ValueError:
        return "refused"
    return "taken"


with open("seen.txt", "w") as seen:
    for name, value in {"same": balance((1, 2, 3), (1, 2, 3)), "shifted": balance((0, 1, 2), (1, 2, 3)),
                        "turned": balance((0, 1, 2), (1, 2, 3), True), "longer": balance((0, 1, 2, 3), (1, 2, 3)),
                        "missing": missing(), "limit": missing_limit()}.items():
        print(name, value, file=seen)
PY
python3 probe.py > log.txt
probe() {
  sed -n "s/^$1 //p" seen.txt
}

echo "linopy 0.9.1: status, energy served of 60 MWh, cost"
see "x and y for hours 1 to 3" "optimal, 60 MWh, 380" "$(probe same)"
see "x for 0 to 2" "optimal, 30 MWh, 170" "$(probe shifted)"
see "x for 0 to 2, y + x" "optimal, 60 MWh, 280" "$(probe turned)"
see "x for 0 to 3" "optimal, 60 MWh, 380" "$(probe longer)"
see "price of hour 3 and minimum of hour 2 missing: MWh by hour, cost" "optimal, 50 0 100, 2500" "$(probe missing)"
see "upper limit missing" "refused" "$(probe limit)"
end

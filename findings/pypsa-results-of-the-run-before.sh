#!/usr/bin/env bash
# A PyPSA network that was optimised, whose load is then raised above all that its units can give, optimised again.
#
# Guess: the results are cleared, or optimize raises; what stands in the tables belongs to the last call.
#
# Instead: optimize returns ('warning', 'infeasible') and leaves all of the run before: dispatch, price 60, the objective of
# 8400 and, in loads_t, the old load. So the statistics balance: 240 MWh are given and taken, of 400 asked for.
#
# Version: PyPSA 1.3.0, HiGHS 1.15.1.
#
# Matters: a loop over days or scenarios that does not read the returned pair books yesterday's dispatch and prices for
# a day without a solution, and no sum shows it. Check the pair after each call.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

export PIP_ROOT_USER_ACTION=ignore PYTHONPATH=$work/lib
python3 -m pip install -q --disable-pip-version-check --retries 0 --no-compile --target lib pypsa==1.3.0 linopy==0.9.1 highspy==1.15.1 pandas==3.0.6 xarray==2026.9.0 numpy==2.4.6 > pip.txt 2>&1 || { cat pip.txt; exit 1; }

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
import pathlib
import sys
import warnings

import pypsa

logging.disable(logging.CRITICAL)
warnings.filterwarnings("ignore")

# Two hours, coal of 100 MW at 30 and gas of 50 MW at 60.
n = pypsa.Network()
n.set_snapshots(range(2))
n.add("Bus", "bus")
n.add("Generator", "coal", bus="bus", p_nom=100, marginal_cost=30)
n.add("Generator", "gas", bus="bus", p_nom=50, marginal_cost=60)
n.add("Load", "load", bus="bus")


for load in sys.argv[1:]:
    n.loads.loc["load", "p_set"] = float(load)
    status = n.optimize(solver_name="highs", log_to_console=False)
    pathlib.Path("status").write_text(" ".join(status))
    pathlib.Path("dispatch").write_text(" ".join("%g" % mw for mw in n.generators_t.p.iloc[0]))
    pathlib.Path("price").write_text("%g" % n.buses_t.marginal_price.iloc[0, 0])
    pathlib.Path("objective").write_text("%g" % n.objective)
    balance = n.statistics.energy_balance()
    pathlib.Path("balance").write_text(" ".join("%g" % mwh for mwh in sorted(balance)))
PY
show() {
  see "$1: status" "$2" "$(cat status)"
  see "  coal and gas, MW" "$3" "$(cat dispatch)"
  see "  price, objective" "$4" "$(cat price) $(cat objective)"
  see "  statistics, MWh taken and given" "$5" "$(cat balance)"
}

echo "PyPSA 1.3.0"
python3 probe.py 120 > log.txt
show "load of 120 MW" "ok optimal" "100 20" "60 8400" "-240 240"
python3 probe.py 120 200 > log.txt
show "then of 200 MW" "warning infeasible" "100 20" "60 8400" "-240 240"
end

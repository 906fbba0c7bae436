#!/usr/bin/env bash
# Prices and revenues of a PyPSA network in which a unit is committable (on or off).
#
# Guess: there are no prices, as with any problem with whole numbers: an empty table, NaN, or those of the fixed commitment.
# A unit is off before the first hour and pays for its start.
#
# Instead: the marginal price is 0 at each bus in each hour, with status optimal; the dispatch and its cost are right. The
# statistics of revenue come back empty. With linearized_unit_commitment the prices are 30 and 60, as without
# commitment. The unit counts as running before the first hour: a start of 5000 is not paid, unless up_time_before is 0.
#
# Version: PyPSA 1.3.0, HiGHS 1.15.1.
#
# Matters: 0 is a usual price of an hour with much wind: averages, capture prices and revenues computed from the table
# look like a bad year. Fix the commitment and solve again for prices.
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
import sys
import warnings

import pypsa

logging.disable(logging.CRITICAL)
warnings.filterwarnings("ignore")

# Coal of 40 to 100 MW at 30, gas of 50 MW at 60, a load of 80 and 120 MW.
kind = sys.argv[1]
n = pypsa.Network()
n.set_snapshots(range(2))
n.add("Bus", "bus")
coal = {"plain": {}, "committable": {"committable": True}, "linear": {"committable": True},
        "start": {"committable": True, "start_up_cost": 5000},
        "off": {"committable": True, "start_up_cost": 5000, "up_time_before": 0, "down_time_before": 1}}[kind]
n.add("Generator", "coal", bus="bus", p_nom=100, p_min_pu=0.4, marginal_cost=30, **coal)
n.add("Generator", "gas", bus="bus", p_nom=50, marginal_cost=60)
n.add("Load", "load", bus="bus", p_set=[80, 120])
status = n.optimize(solver_name="highs", log_to_console=False, linearized_unit_commitment=kind == "linear")
revenue = n.statistics.revenue(components="Generator")
with open("seen", "w") as seen:
    seen.write(status[1] + " " + " ".join("%g" % price for price in n.buses_t.marginal_price["bus"])
               + ", cost %g" % n.objective + ", revenue " + (" ".join("%g" % yuan for yuan in revenue) or "none"))
PY
probe() {
  python3 probe.py "$1" > log.txt
  cat seen
}

echo "PyPSA 1.3.0: status and prices by hour"
see "no commitment" "optimal 30 60, cost 6600, revenue 9600" "$(probe plain)"
see "committable" "optimal 0 0, cost 6600, revenue none" "$(probe committable)"
see "linearized" "optimal 30 60, cost 6600, revenue 9600" "$(probe linear)"
see "a start costs 5000" "optimal 0 0, cost 6600, revenue none" "$(probe start)"
see "and it was off before" "optimal 0 0, cost 11600, revenue none" "$(probe off)"
end

#!/usr/bin/env bash
# A PyPSA network whose units are called 007 (wind, with a share of its capacity for each hour) and 010, written to a folder
# of CSV and read back.
#
# Guess: the names are texts and come back, or reading refuses; the result of an optimisation is the same.
#
# Instead: the table of units has 7 and 10, that of the shares still 007: nobody's. Without its shares the wind unit gives
# 90 MW in each hour instead of 20 and 50, the cost is 0 instead of 5500, and the status is optimal. One name that is no
# number in the same table keeps 007. A unit called NA comes back without a name. NetCDF keeps them all.
#
# Version: PyPSA 1.3.0, pandas 3.0.6.
#
# Matters: meters and metering points are numbers with zeros in front, NA is Namibia, and the folder of CSV is the form
# in which networks are passed on and kept. Use NetCDF, or put a letter before each name.
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


def network(names):
    n = pypsa.Network()
    n.set_snapshots(range(2))
    n.add("Bus", "bus")
    n.add("Generator", names[0], bus="bus", p_nom=100, p_max_pu=[0.2, 0.5])
    n.add("Generator", names[1], bus="bus", p_nom=200, marginal_cost=50)
    n.add("Load", "load", bus="bus", p_set=90)
    return n


def read_back(n, kind):
    if kind == "csv":
        n.export_to_csv_folder("folder")
        return pypsa.Network("folder")
    n.export_to_netcdf("network.nc")
    return pypsa.Network("network.nc")


kind, *names = sys.argv[1:]
n = network(names)
if kind != "none":
    n = read_back(n, kind)
status = n.optimize(solver_name="highs", log_to_console=False)
with open("seen", "w") as seen:
    seen.write(" ".join(str(name) for name in n.generators.index) + ": " + status[1] + " "
               + " ".join("%g" % mw for mw in n.generators_t.p.iloc[:, 0]) + ", %g" % n.objective)
PY
probe() {
  rm -rf folder
  python3 probe.py "$@" > log.txt
  cat seen
}

echo "PyPSA 1.3.0; units: status, MW of the first unit by hour, cost"
see "as made" "007 010: optimal 20 50, 5500" "$(probe none 007 010)"
see "by CSV" "7 10: optimal 90 90, 0" "$(probe csv 007 010)"
see "by CSV, wind and 010" "wind 010: optimal 20 50, 5500" "$(probe csv wind 010)"
see "by CSV, wind and NA" "wind nan: optimal 20 50, 5500" "$(probe csv wind NA)"
see "by NetCDF" "007 010: optimal 20 50, 5500" "$(probe netcdf 007 010)"
see "by NetCDF, wind and NA" "wind NA: optimal 20 50, 5500" "$(probe netcdf wind NA)"
end

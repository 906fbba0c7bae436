#!/usr/bin/env bash
# A case of PYPOWER (two units, one of them out of service, with costs and a minimum; a line with RATE_A 0, which means no
# limit, and one that is out of service) imported into PyPSA.
#
# Guess: status, costs and limits count, or the import refuses what it has no place for.
#
# Instead: what is off is on, the cost of each unit is 0, PMIN of 20 MW is 0, the line without a limit can carry 0 MW, and
# optimize holds each unit at its PG, also the one that is out of service: infeasible. With the outputs freed, the costs
# set by hand and overwrite_zero_s_nom, the unit that is out of service serves the load, half of it over the line that
# is. Lines of the log name status, costs and the ratings of 0; of PMIN and PG there is no word.
#
# Version: PyPSA 1.3.0, HiGHS 1.15.1.
#
# Matters: MATPOWER's cases come to PyPSA this way, and units of status 0 are usual in them. Drop these rows first, clear
# p_set, and set marginal_cost, p_min_pu and overwrite_zero_s_nom.
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
import warnings

import numpy
import pypsa

logging.disable(logging.CRITICAL)
warnings.filterwarnings("ignore")

bus = numpy.array([[1, 3, 0, 0, 0, 0, 1, 1, 0, 110, 1, 1.1, 0.9],
                   [2, 1, 80, 10, 0, 0, 1, 1, 0, 110, 1, 1.1, 0.9]], float)
gen = numpy.array([[1, 80, 0, 100, -100, 1, 100, 1, 200, 20] + [0] * 11,
                   [1, 50, 0, 100, -100, 1, 100, 0, 100, 0] + [0] * 11], float)
branch = numpy.array([[1, 2, 0.01, 0.1, 0, 0, 0, 0, 0, 0, 1, -360, 360],
                      [1, 2, 0.01, 0.1, 0, 100, 0, 0, 0, 0, 0, -360, 360]], float)
gencost = numpy.array([[2, 0, 0, 3, 0.01, 20, 5], [2, 0, 0, 3, 0.01, 1, 0]])


def network(**options):
    n = pypsa.Network()
    n.import_from_pypower_ppc({"version": "2", "baseMVA": 100.0, "bus": bus, "gen": gen, "branch": branch, "gencost": gencost},
                              **options)
    return n


def solved(n, free=False):
    n.generators.marginal_cost = [20, 1]
    if free:
        n.generators.p_set = numpy.nan
    status = n.optimize(solver_name="highs", log_to_console=False)
    if status[0] != "ok":
        return status[1]
    return status[1] + " " + numbers([*n.generators_t.p.iloc[0], *n.lines_t.p0.iloc[0]])


def numbers(values):
    return " ".join("%g" % (value + 0) for value in values)


n = network()
with open("seen.txt", "w") as seen:
    for name, value in {"active": " ".join(map(str, [*n.generators.active, *n.lines.active])),
                        "cost": numbers(n.generators.marginal_cost), "pmin": numbers(n.generators.p_min_pu),
                        "rating": numbers(n.lines.s_nom), "costs": solved(n), "wide": solved(network(overwrite_zero_s_nom=9999)),
                        "free": solved(network(overwrite_zero_s_nom=9999), free=True)}.items():
        print(name, value, file=seen)
PY
python3 probe.py > log.txt
probe() {
  sed -n "s/^$1 //p" seen.txt
}

echo "PyPSA 1.3.0"
see "active: units, lines" "True True True True" "$(probe active)"
see "marginal costs" "0 0" "$(probe cost)"
see "smallest output" "0 0" "$(probe pmin)"
see "ratings, MVA" "0 100" "$(probe rating)"
see "with costs 20 and 1" "infeasible" "$(probe costs)"
see "and zero ratings overwritten" "infeasible" "$(probe wide)"
see "and p_set cleared: units and lines, MW" "optimal 0 80 40 40" "$(probe free)"
end

#!/usr/bin/env bash
# A network of pandapower (two parallel lines of 0.5 kA with a derating of 0.8, two transformers of 25 MVA, a DC line of
# 20 MW) handed on as a case of PYPOWER by to_ppc, and read back by from_ppc.
#
# Guess: RATE_A is the MVA of the current limit or of the transformer; the DC line is in the table dcline, or two units.
#
# Instead: RATE_A is 100 for each line and transformer, or 0 with mode="opf", unless there is a column
# max_loading_percent; then it is 152.4 and 50. The DC line is gone, and so are its losses and its flow beside the line.
# Read back, the transformers at 82 % of their rating are at 41 %, the line at 15 % is at 41 %.
#
# Version: pandapower 3.5.4.
#
# Matters: 100 MVA looks like a rating, and a screening in another tool finds no overload of what is over its limit.
# Set max_loading_percent to 100 before, and write DC lines as loads by hand.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

export PIP_ROOT_USER_ACTION=ignore PYTHONPATH=$work/lib
python3 -m pip install -q --disable-pip-version-check --retries 0 --no-compile --target lib pandapower==3.5.4 pandas==2.3.3 numpy==2.4.6 scipy==1.16.3 > pip.txt 2>&1 || { cat pip.txt; exit 1; }

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
import pandapower
from pandapower.converter.pypower import from_ppc, to_ppc


def network(dc=True):
    n = pandapower.create_empty_network()
    a, b, c = (pandapower.create_bus(n, kv) for kv in (110, 110, 20))
    pandapower.create_ext_grid(n, a)
    pandapower.create_line_from_parameters(n, a, b, 10, 0.06, 0.4, 9, 0.5, parallel=2, df=0.8)
    pandapower.create_transformer(n, b, c, "25 MVA 110/20 kV", parallel=2)
    pandapower.create_load(n, c, 40, 5)
    if dc:
        pandapower.create_dcline(n, a, b, p_mw=20, loss_percent=5, loss_mw=1, vm_from_pu=1, vm_to_pu=1)
    pandapower.runpp(n)
    return n


def loadings(n):
    return "%.0f %.0f" % (n.res_line.loading_percent.iloc[0], n.res_trafo.loading_percent.iloc[0])


def ratings(n, mode):
    return " ".join("%.1f" % mva for mva in to_ppc(n, mode=mode)["branch"][:, 5].real)


n = network()
back = from_ppc(to_ppc(n))
pandapower.runpp(back)
limited = network()
limited.line["max_loading_percent"] = 100.0
limited.trafo["max_loading_percent"] = 100.0
for name, value in {"pf": lambda: ratings(n, "pf"), "opf": lambda: ratings(n, "opf"), "limited": lambda: ratings(limited, "pf"),
       "loadings": lambda: loadings(n), "back": lambda: loadings(back),
       "mw": lambda: "%.1f" % n.res_ext_grid.p_mw.iloc[0], "mw-back": lambda: "%.1f" % back.res_ext_grid.p_mw.iloc[0],
       "units": lambda: str(len(to_ppc(n)["gen"])) + " " + str("dcline" in to_ppc(n))}.items():
    print(name, value())
PY
python3 probe.py > seen.txt
probe() {
  sed -n "s/^$1 //p" seen.txt
}

echo "pandapower 3.5.4; line and transformers"
see "RATE_A by to_ppc, MVA" "100.0 100.0" "$(probe pf)"
see "with mode opf" "0.0 0.0" "$(probe opf)"
see "with max_loading_percent 100" "152.4 50.0" "$(probe limited)"
see "loadings, %" "15 82" "$(probe loadings)"
see "loadings of the case read back, %" "41 41" "$(probe back)"
see "from the grid, MW" "42.2" "$(probe mw)"
see "of the case read back, MW" "40.2" "$(probe mw-back)"
see "rows of gen, table dcline" "1 False" "$(probe units)"
end

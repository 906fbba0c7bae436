#!/usr/bin/env bash
# Limits and costs in an optimal power flow of pandapower: a line with max_i_ka, static generators (renewables) and
# storages with limits and costs of their own.
#
# Guess: the current limit of a line counts; what has limits and a cost is dispatched, or refused; the cost of a storage is
# paid when it discharges.
#
# Instead: without a column max_loading_percent the line carries 262 % of its limit and the run converges. A static
# generator or storage without controllable=True stays at its set point, and its cost is left out of res_cost (that of a
# generator with controllable=False is in). A storage at a cost of 20 earns 20 for each MWh that it gives: it runs at full
# power and lowers the total.
#
# Version: pandapower 3.5.4.
#
# Matters: a result that is optimal and cheap, with an overloaded line or a storage that is paid to discharge. Give
# max_loading_percent, controllable=True, and a negative cost for storages.
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


def network(grid_cost, max_i_ka, **line):
    """100 MW at the end of a line from a grid."""
    n = pandapower.create_empty_network()
    a, b = (pandapower.create_bus(n, 110) for _ in range(2))
    pandapower.create_ext_grid(n, a, min_p_mw=0, max_p_mw=500)
    pandapower.create_line_from_parameters(n, a, b, 10, 0.06, 0.4, 9, max_i_ka, **line)
    pandapower.create_load(n, b, 100, 20)
    pandapower.create_poly_cost(n, 0, "ext_grid", grid_cost)
    return n


def line(**limit):
    """Dear local power against a line of 0.2 kA."""
    n = network(20, 0.2, **limit)
    pandapower.create_gen(n, 1, p_mw=10, min_p_mw=0, max_p_mw=100, vm_pu=1)
    pandapower.create_poly_cost(n, 0, "gen", 50)
    pandapower.rundcopp(n)
    return "%.0f" % n.res_line.loading_percent.iloc[0]


def local(kind, **controllable):
    """Cheap local power of 60 MW at a set point of 10; what the grid gives costs 50, it 20."""
    n = network(50, 2)
    limits = {"min_p_mw": 0, "max_p_mw": 60, **controllable}
    if kind == "sgen":
        pandapower.create_sgen(n, 1, p_mw=10, min_q_mvar=0, max_q_mvar=0, **limits)
    elif kind == "gen":
        pandapower.create_gen(n, 1, p_mw=10, **limits)
    else:
        limits["min_p_mw"] = -60
        pandapower.create_storage(n, 1, p_mw=-10, max_e_mwh=100, min_q_mvar=0, max_q_mvar=0, **limits)
    pandapower.create_poly_cost(n, 0, kind, 20)
    pandapower.rundcopp(n)
    paid = n.res_cost - 50 * n.res_ext_grid.p_mw.iloc[0]
    return "%.0f MW, %.0f" % (n["res_" + kind].p_mw.iloc[0], paid)


for name, value in {"line": lambda: line(), "limited": lambda: line(max_loading_percent=100.0), "sgen": lambda: local("sgen"),
       "sgen-on": lambda: local("sgen", controllable=True), "gen-off": lambda: local("gen", controllable=False),
       "storage": lambda: local("storage"), "storage-on": lambda: local("storage", controllable=True)}.items():
    print(name, value())
PY
python3 probe.py > seen.txt
probe() {
  sed -n "s/^$1 //p" seen.txt
}

echo "pandapower 3.5.4, rundcopp"
see "line, % of max_i_ka" "262" "$(probe line)"
see "line with max_loading_percent 100" "100" "$(probe limited)"
see "static generator: output, its part of res_cost" "10 MW, 0" "$(probe sgen)"
see "static generator, controllable" "60 MW, 1200" "$(probe sgen-on)"
see "generator, not controllable" "10 MW, 200" "$(probe gen-off)"
see "storage (minus: it gives)" "-10 MW, 0" "$(probe storage)"
see "storage, controllable" "-60 MW, -1200" "$(probe storage-on)"
end

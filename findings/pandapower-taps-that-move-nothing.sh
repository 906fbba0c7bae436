#!/usr/bin/env bash
# A transformer of pandapower whose tap stands at 5 of -10 to 10, 1.5 % a step at the high side, feeds 10 MW and 2 Mvar; the
# same without the type of its tap changer, without a neutral position, without a position, and with one at 50. Beside it
# a load of 50 MW at a bus that no line reaches.
#
# Guess: a tap at position 5 moves the voltage by 7.5 %, or what is missing for that is an error; 50 of at most 10 is
# refused; 50 MW that nobody serves are an error, or no convergence.
#
# Instead: without tap_changer_type, without tap_neutral or with a position of NaN the tap stands at neutral and the voltage
# is 0.9937 in place of 0.9234, without a word; position 50 gives 0.559 p.u. and "converged". The load has a result of 0 MW,
# the network converges, and the external grid gives 10 MW.
#
# Version: pandapower 3.5.4.
#
# Matters: files made for pandapower 2 have no tap_changer_type, and their transformers lose 7 % of voltage on the way into
# a study. Compare taps with their neutral positions, and the sum of res_load with that of load, before voltages are believed.
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


def voltage(**tap):
    net = network()
    pandapower.create_transformer_from_parameters(
        net, 0, 1, sn_mva=40, vn_hv_kv=110, vn_lv_kv=110, vkr_percent=0.4, vk_percent=10, pfe_kw=0, i0_percent=0,
        **{"tap_side": "hv", "tap_step_percent": 1.5, "tap_min": -10, "tap_max": 10, **tap})
    pandapower.runpp(net, numba=False)
    return "%.4f" % net.res_bus.vm_pu[1]


def network():
    net = pandapower.create_empty_network()
    pandapower.create_buses(net, 2, vn_kv=110)
    pandapower.create_ext_grid(net, 0)
    pandapower.create_load(net, 1, p_mw=10, q_mvar=2)
    return net


def unserved():
    net = network()
    pandapower.create_line_from_parameters(net, 0, 1, 1, 0.1, 0.4, 10, 1)
    pandapower.create_load(net, pandapower.create_bus(net, vn_kv=110), p_mw=50)
    pandapower.runpp(net, numba=False)
    return "converged %s, loads %s, grid %.1f" % (
        net.converged, " ".join("%.1f" % mw for mw in net.res_load.p_mw), net.res_ext_grid.p_mw[0])


nan = float("nan")
with open("seen.txt", "w") as seen:
    for name, value in {"whole": voltage(tap_pos=5, tap_neutral=0, tap_changer_type="Ratio"),
                        "untyped": voltage(tap_pos=5, tap_neutral=0),
                        "unneutral": voltage(tap_pos=5, tap_neutral=nan, tap_changer_type="Ratio"),
                        "unplaced": voltage(tap_pos=nan, tap_neutral=-5, tap_changer_type="Ratio"),
                        "beyond": voltage(tap_pos=50, tap_neutral=0, tap_changer_type="Ratio"),
                        "unserved": unserved()}.items():
        print(name, value, file=seen)
PY
python3 probe.py > log.txt
probe() {
  sed -n "s/^$1 //p" seen.txt
}

echo "pandapower 3.5.4: voltage behind the transformer, p.u."
see "tap at 5" "0.9234" "$(probe whole)"
see "without the type of its changer" "0.9937" "$(probe untyped)"
see "without a neutral position" "0.9937" "$(probe unneutral)"
see "without a position, neutral at -5" "0.9937" "$(probe unplaced)"
see "at 50 of at most 10" "0.5590" "$(probe beyond)"
see "a load of 50 MW that no line reaches" "converged True, loads 10.0 0.0, grid 10.0" "$(probe unserved)"
end

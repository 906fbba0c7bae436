#!/usr/bin/env bash
# A MATPOWER case (.m) whose tables are followed by statements, as those of the distribution cases: impedances from ohm to
# p.u., loads from kW to MW; read by matpowercaseframes and by pandapower.
#
# Guess: the statements are carried out, or the file is refused.
#
# Instead: both take the tables as they stand, without a word: a load of 100 kW is 100 MW, a line of 0.0922 ohm has
# 0.0922 p.u., which is 14.8 ohm.
#
# Version: matpowercaseframes 2.1.1, pandapower 3.5.4.
#
# Matters: case33bw, case69, case141 and others of MATPOWER's own are of this kind. With loads in kW alone the power flow
# fails to converge; with impedances alone it converges at other voltages and losses. Save such a case from MATPOWER first.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

export PIP_ROOT_USER_ACTION=ignore PYTHONPATH=$work/lib
python3 -m pip install -q --disable-pip-version-check --retries 0 --no-compile --target lib pandapower==3.5.4 matpowercaseframes==2.1.1 pandas==2.3.3 numpy==2.4.6 scipy==1.16.3 > pip.txt 2>&1 || { cat pip.txt; exit 1; }

ok=0
see() {
  if [ "$2" = "$3" ]; then echo "$1: $3"; else echo "$1: $3   CHANGED, was $2"; ok=1; fi
}
end() {
  if [ $ok = 0 ]; then echo "behaviour as described"; else echo "behaviour has changed"; fi
  exit $ok
}

# A feeder of one line. Arguments: its load, in MW or kW, and the statements after the tables.
feeder() {
  cat > feeder.m <<M
function mpc = feeder
mpc.version = '2';
Vbase = 12.66e3; Sbase = 1e6;
mpc.baseMVA = 1;
mpc.bus = [
  1 3 0 0 0 0 1 1 0 12.66 1 1 1;
  2 1 $1 0 0 0 1 1 0 12.66 1 1.1 0.9;
];
mpc.gen = [
  1 0 0 10 -10 1 100 1 10 0 0 0 0 0 0 0 0 0 0 0 0;
];
mpc.branch = [
  1 2 0.0922 0.0470 0 0 0 0 0 0 1 -360 360;
];
$2
M
}
cat > probe.py <<'PY'
import logging
import warnings

warnings.filterwarnings("ignore")
logging.disable(logging.CRITICAL)
import pandapower
from matpowercaseframes import CaseFrames
from pandapower.converter.matpower import from_mpc

frames = CaseFrames("feeder.m")
n = from_mpc("feeder.m")
try:
    pandapower.runpp(n)
    volts = "%.4f" % n.res_bus.vm_pu.iloc[1]
except pandapower.LoadflowNotConverged:
    volts = "none"
print("%g MW, %g p.u.; %.4f ohm, %s" % (frames.bus.PD.iloc[1], frames.branch.BR_R.iloc[0],
                                        n.line.r_ohm_per_km.iloc[0] * n.line.length_km.iloc[0], volts))
PY

ohm='mpc.branch(:, [3 4]) = mpc.branch(:, [3 4]) / (Vbase^2 / Sbase);'
kw='mpc.bus(:, [3, 4]) = mpc.bus(:, [3, 4]) / 1e3;'
echo "matpowercaseframes 2.1.1: load, r; pandapower 3.5.4: r, voltage in p.u.; 100 kW over 0.0922 ohm"
feeder 100 "$ohm $kw"
see "in kW and ohm, with statements" "100 MW, 0.0922 p.u.; 14.7774 ohm, none" "$(python3 probe.py)"
feeder 0.1 "$ohm"
see "in MW and ohm, with a statement" "0.1 MW, 0.0922 p.u.; 14.7774 ohm, 0.9907" "$(python3 probe.py)"
feeder 0.1 ""
sed -i 's/0.0922 0.0470/0.000575259 0.000293245/' feeder.m
see "in MW and p.u." "0.1 MW, 0.000575259 p.u.; 0.0922 ohm, 0.9999" "$(python3 probe.py)"
end

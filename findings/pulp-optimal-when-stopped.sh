#!/usr/bin/env bash
# A model with whole numbers, stopped by its limit of solutions or of nodes before the optimum is proved, with PuLP and
# CBC.
#
# Guess: the status is Not Solved, or another than that of the proved optimum.
#
# Instead: solve() returns 1 and LpStatus says Optimal with a cost of 1293 where the optimum is 1280. The second field,
# sol_status, is 2 (a solution was found) for a stop and 1 for the optimum, and 1 again for a run that ended within a gap
# of 50 %, at 1293.
#
# Version: PuLP 2.6.0, CBC 2.10.8 (Debian 12).
#
# Matters: status == Optimal is the check in most programs, and a unit commitment at its time limit passes it. Ask
# sol_status, and work out the gap from the bound in the log.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# The packages with what they need and this machine lacks.
apt-get -s --no-install-recommends install python3-pulp=2.6.0+dfsg-1 coinor-cbc=2.10.8+ds1-1 | sed -n 's/^Inst \([^ ]*\) .*(\([^ ]*\) .*/\1=\2/p' | xargs -r apt-get -qq -o APT::Sandbox::User=root download > /dev/null
for package in ./*.deb; do dpkg-deb -x "$package" . && rm "$package"; done
export PATH=$work/usr/bin:$PATH
lib=$work/usr/lib/x86_64-linux-gnu
export LD_LIBRARY_PATH=$lib:$lib/blas:$lib/lapack
export PYTHONPATH=$work/usr/lib/python3/dist-packages

ok=0
see() {
  if [ "$2" = "$3" ]; then echo "$1: $3"; else echo "$1: $3   CHANGED, was $2"; ok=1; fi
}
end() {
  if [ $ok = 0 ]; then echo "behaviour as described"; else echo "behaviour has changed"; fi
  exit $ok
}

cat > cover.py <<'PY'
import random
import shutil
import sys

import pulp

# 40 blocks of energy at their costs, of which half the energy is to be bought.
random.seed(1)
take = [pulp.LpVariable("take%d" % block, cat="Binary") for block in range(40)]
mwh = [random.randint(20, 100) for _ in take]
cost = [m + random.randint(0, 30) for m in mwh]
model = pulp.LpProblem("cover", pulp.LpMinimize)
model += pulp.lpDot(cost, take)
model += pulp.lpDot(mwh, take) >= sum(mwh) // 2 + 1
limits = {"none": {}, "solutions": {"options": ["maxSolutions 1"]}, "gap": {"gapRel": 0.5}}[sys.argv[1]]
status = model.solve(pulp.COIN_CMD(path=shutil.which("cbc"), msg=0, **limits))
print(pulp.LpStatus[status], model.sol_status, "%.0f" % pulp.value(model.objective))
PY
cover() {
  /usr/bin/python3 cover.py "$1"
}

echo "PuLP 2.6.0, CBC 2.10.8: status, sol_status, cost"
see "no limit" "Optimal 1 1280" "$(cover none)"
see "stopped at the first solution" "Optimal 2 1293" "$(cover solutions)"
see "within a gap of 50 %" "Optimal 1 1293" "$(cover gap)"
end

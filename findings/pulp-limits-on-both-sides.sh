#!/usr/bin/env bash
# Limits on both sides in one line with PuLP: a unit's minimum and maximum as 40 <= coal <= 80, as Python compares numbers.
#
# Guess: both count, or the line is refused.
#
# Instead: the first comparison is dropped, without a word: 40 <= coal <= 80 is coal <= 80, and the dear unit with a
# minimum of 40 MW gives 0 at a cost of 2000 for 3200. Turned round, 80 >= coal >= 40 is coal >= 40, and the maximum is gone.
# So it is for sums, and of load == coal + gas == 100 the load is not tied.
#
# Version: PuLP 2.6.0, CBC 2.10.8 (Debian 12).
#
# Matters: the run is Optimal, and which limit is lost depends on how the line was written. Write two lines, or give the
# limits to the variable.
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

cat > day.py <<'PY'
import shutil
import sys

import pulp

# A load of 100 MW, dear coal and cheap gas; the limits are those of the argument, in PuLP's own words.
coal_cost, gas_cost = (20, 50) if sys.argv[1] == "cheap" else (50, 20)
coal, gas, load = (pulp.LpVariable(name, 0, 200) for name in ("coal", "gas", "load"))
model = pulp.LpProblem("hour", pulp.LpMinimize)
model += coal_cost * coal + gas_cost * gas
if "load" in sys.argv[2]:
    model += load >= 0
else:
    model += coal + gas == 100
for line in sys.argv[2].split(";"):
    model += eval(line)
status = pulp.LpStatus[model.solve(pulp.COIN_CMD(path=shutil.which("cbc"), msg=0))]
print("%s, coal %g, gas %g, cost %g" % (status, coal.value(), gas.value(), pulp.value(model.objective))
      + (", load %g" % load.value() if "load" in sys.argv[2] else ""))
PY
# Arguments: whether coal is dear or cheap, and the lines of the model.
day() {
  /usr/bin/python3 day.py "$1" "$2" 2>&1
}

echo "PuLP 2.6.0, CBC 2.10.8: 100 MW from coal and gas, coal from 40 to 80"
see "coal dear, two lines" "Optimal, coal 40, gas 60, cost 3200" "$(day dear '40 <= coal; coal <= 80')"
see "coal dear, 40 <= coal <= 80" "Optimal, coal 0, gas 100, cost 2000" "$(day dear '40 <= coal <= 80')"
see "coal dear, 80 >= coal >= 40" "Optimal, coal 40, gas 60, cost 3200" "$(day dear '80 >= coal >= 40')"
see "coal cheap, 80 >= coal >= 40" "Optimal, coal 100, gas 0, cost 2000" "$(day cheap '80 >= coal >= 40')"
see "coal dear, 140 <= coal + 2 * gas <= 160" "Optimal, coal 40, gas 60, cost 3200" "$(day dear '140 <= coal + 2 * gas <= 160')"
see "coal cheap, the same" "Optimal, coal 100, gas 0, cost 2000" "$(day cheap '140 <= coal + 2 * gas <= 160')"
see "load == coal + gas == 100" "Optimal, coal 0, gas 100, cost 2000, load 0" "$(day dear 'load == coal + gas == 100')"
end

#!/usr/bin/env bash
# A dispatch that has no solution (500 MW from units of 200 and 100 MW), given to NLopt.
#
# Guess: an exception, or a negative result code.
#
# Instead: COBYLA, MMA and CCSA return 4 (XTOL_REACHED, a success) with 200 and 100 MW and their cost, 200 MW short. SLSQP
# raises an exception.
#
# Version: NLopt 2.7.1 (Debian 12).
#
# Matters: "the code is positive" and "no exception" are the usual checks. Evaluate the constraints at what is returned.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# The packages with what they need and this machine lacks.
apt-get -s --no-install-recommends install python3-nlopt=2.7.1-5 | sed -n 's/^Inst \([^ ]*\) .*(\([^ ]*\) .*/\1=\2/p' | xargs -r apt-get -qq -o APT::Sandbox::User=root download > /dev/null
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

cat > dispatch.py <<'PY'
import sys

import nlopt


def cost(mw, gradient):
    if gradient.size:
        gradient[:] = [20, 50]
    return 20 * mw[0] + 50 * mw[1]


def short(mw, gradient):
    if gradient.size:
        gradient[:] = [-1, -1]
    return 500 - mw[0] - mw[1]


problem = nlopt.opt(getattr(nlopt, sys.argv[1]), 2)
problem.set_min_objective(cost)
problem.set_lower_bounds([0, 0])
problem.set_upper_bounds([200, 100])
problem.add_inequality_constraint(short, 1e-6)
problem.set_xtol_rel(1e-6)
problem.set_maxeval(2000)
try:
    mw = problem.optimize([50, 50])
    print(problem.last_optimize_result(), "with %.0f MW" % sum(mw))
except Exception as failure:
    print(type(failure).__name__)
PY
dispatch() {
  /usr/bin/python3 dispatch.py "$1"
}

echo "NLopt 2.7.1: 500 MW from 200 and 100"
see "COBYLA" "4 with 300 MW" "$(dispatch LN_COBYLA)"
see "MMA" "4 with 300 MW" "$(dispatch LD_MMA)"
see "CCSA" "4 with 300 MW" "$(dispatch LD_CCSAQ)"
see "SLSQP" "RoundoffLimited" "$(dispatch LD_SLSQP)"
end

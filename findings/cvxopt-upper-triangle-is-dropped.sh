#!/usr/bin/env bash
# A dispatch of two units with quadratic costs that have a common term (as for two units at one fuel contract), given to
# CVXOPT's qp with the matrix as its upper triangle, as MPS (QUADOBJ) and many sparse formats hold it.
#
# Guess: the matrix is taken as symmetric, or refused because it is not.
#
# Instead: the lower triangle alone is read: the common term is gone, the dispatch is another, and the objective that is
# reported lacks it, too. The status is "optimal". The lower triangle alone gives the right result.
#
# Version: CVXOPT 1.3.0 (Debian 12).
#
# Matters: costs, losses or covariances as upper triangles solve cleanly to another dispatch. Make the matrix whole before
# the call.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# The packages with what they need and this machine lacks.
apt-get -s --no-install-recommends install python3-cvxopt=1.3.0+dfsg-1+b1 | sed -n 's/^Inst \([^ ]*\) .*(\([^ ]*\) .*/\1=\2/p' | xargs -r apt-get -qq -o APT::Sandbox::User=root download > /dev/null
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

from cvxopt import matrix, solvers

# 10 MW from two units at 0.5 x'Px, P given as its columns.
columns = {
    "whole": [[2.0, 1.0], [1.0, 4.0]],
    "lower": [[2.0, 1.0], [0.0, 4.0]],
    "upper": [[2.0, 0.0], [1.0, 4.0]],
    "none": [[2.0, 0.0], [0.0, 4.0]],
}
solvers.options["show_progress"] = False
zero = matrix([0.0, 0.0])
least = matrix([[-1.0, 0.0], [0.0, -1.0]])
result = solvers.qp(matrix(columns[sys.argv[1]]), zero, least, zero, matrix([[1.0], [1.0]]), matrix([10.0]))
print(result["status"], "%.2f %.2f, cost %.2f" % (*result["x"], result["primal objective"]))
PY
dispatch() {
  /usr/bin/python3 dispatch.py "$1"
}

echo "CVXOPT 1.3.0"
see "whole matrix" "optimal 7.50 2.50, cost 87.50" "$(dispatch whole)"
see "lower triangle" "optimal 7.50 2.50, cost 87.50" "$(dispatch lower)"
see "upper triangle" "optimal 6.67 3.33, cost 66.67" "$(dispatch upper)"
see "without the common term" "optimal 6.67 3.33, cost 66.67" "$(dispatch none)"
end

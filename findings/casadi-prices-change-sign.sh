#!/usr/bin/env bash
# The price of a dispatch by CasADi's two ways to the same solver (Ipopt), nlpsol and Opti, and a dispatch without a solution.
#
# Guess: the multiplier of the balance has one sign, and both ways say so if there is no solution.
#
# Instead: nlpsol gives -60 and Opti 60 for the same balance, written either way round in Opti. Without a solution Opti
# raises, while nlpsol returns as always: 100 and 50 MW at a cost of 6000 for a load of 200 MW, price -1000; only
# stats()["success"] is false.
#
# Version: CasADi 3.7.2.
#
# Matters: a model that is moved from one way to the other turns all its prices round, or loses its exceptions: 6000 is a
# cost like any other. Ask stats() after each call; error_on_fail makes nlpsol raise.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

export PIP_ROOT_USER_ACTION=ignore PYTHONPATH=$work/lib
python3 -m pip install -q --disable-pip-version-check --retries 0 --no-compile --target lib casadi==3.7.2 numpy==2.4.6 > pip.txt 2>&1 || { cat pip.txt; exit 1; }

ok=0
see() {
  if [ "$2" = "$3" ]; then echo "$1: $3"; else echo "$1: $3   CHANGED, was $2"; ok=1; fi
}
end() {
  if [ $ok = 0 ]; then echo "behaviour as described"; else echo "behaviour has changed"; fi
  exit $ok
}

cat > probe.py <<'PY'
import casadi


def by_nlpsol(mw, **options):
    """A unit of 100 MW at 30 and one of 50 MW at 60."""
    x = casadi.MX.sym("x", 2)
    problem = {"x": x, "f": 30 * x[0] + 60 * x[1], "g": x[0] + x[1]}
    quiet = {"print_time": 0, "ipopt.print_level": 0, "ipopt.sb": "yes"}
    solver = casadi.nlpsol("solver", "ipopt", problem, {**quiet, **options})
    try:
        r = solver(lbx=0, ubx=[100, 50], lbg=mw, ubg=mw, x0=0)
    except RuntimeError:
        return "raises"
    return "%.0f %.0f, %.0f, %.0f, %s" % (r["x"][0], r["x"][1], r["f"], r["lam_g"], solver.stats()["success"])


def by_opti(mw, turned=False):
    opti = casadi.Opti()
    x = opti.variable(2)
    opti.minimize(30 * x[0] + 60 * x[1])
    balance = mw == x[0] + x[1] if turned else x[0] + x[1] == mw
    opti.subject_to(balance)
    opti.subject_to(opti.bounded(0, x[0], 100))
    opti.subject_to(opti.bounded(0, x[1], 50))
    opti.solver("ipopt", {"print_time": 0}, {"print_level": 0, "sb": "yes"})
    try:
        r = opti.solve()
    except RuntimeError:
        return "raises"
    mw = r.value(x)
    return "%.0f %.0f, %.0f, %.0f" % (mw[0], mw[1], r.value(opti.f), r.value(opti.dual(balance)))


with open("seen.txt", "w") as seen:
    for name, value in {"nlpsol": by_nlpsol(120), "opti": by_opti(120), "turned": by_opti(120, True),
                        "nlpsol-short": by_nlpsol(200), "opti-short": by_opti(200),
                        "strict-short": by_nlpsol(200, error_on_fail=True)}.items():
        print(name, value, file=seen)
PY
python3 probe.py > log.txt 2>&1
probe() {
  sed -n "s/^$1 //p" seen.txt
}

echo "CasADi 3.7.2: MW of both units, cost, price"
see "nlpsol, 120 MW" "100 20, 4200, -60, True" "$(probe nlpsol)"
see "Opti, 120 MW" "100 20, 4200, 60" "$(probe opti)"
see "Opti, balance turned round" "100 20, 4200, 60" "$(probe turned)"
see "nlpsol, 200 MW" "100 50, 6000, -1000, False" "$(probe nlpsol-short)"
see "nlpsol with error_on_fail, 200 MW" "raises" "$(probe strict-short)"
see "Opti, 200 MW" "raises" "$(probe opti-short)"
end

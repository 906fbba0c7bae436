#!/usr/bin/env bash
# Options with a wrong name or type, and the values after a run without a solution, in highspy.
#
# Guess: setOptionValue raises for an option that does not exist; after an infeasible run there are no values, as other
# solvers have it, or an exception.
#
# Instead: setOptionValue returns kError, which nobody looks at, and with silent() prints nothing: mip_relative_gap (it is
# mip_rel_gap) and presolve = False (it is a text) leave the defaults; time_limit = "10" is taken. After an infeasible
# run val and getObjectiveValue answer: the unit of at most 50 MW has 100, the load of 200 MW is served at 9000.
#
# Version: highspy 1.15.1.
#
# Matters: a commitment that was to stop at a gap of 50 % runs to its end, and a day that cannot be served shows as
# one that is. Compare each return with kOk, and ask getModelStatus before any value.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

export PIP_ROOT_USER_ACTION=ignore PYTHONPATH=$work/lib
python3 -m pip install -q --disable-pip-version-check --retries 0 --no-compile --target lib highspy==1.15.1 numpy==2.4.6 > pip.txt 2>&1 || { cat pip.txt; exit 1; }

ok=0
see() {
  if [ "$2" = "$3" ]; then echo "$1: $3"; else echo "$1: $3   CHANGED, was $2"; ok=1; fi
}
end() {
  if [ $ok = 0 ]; then echo "behaviour as described"; else echo "behaviour has changed"; fi
  exit $ok
}

cat > probe.py <<'PY'
import highspy


def option(name, value):
    h = highspy.Highs()
    h.silent()
    answer = h.setOptionValue(name, value)
    kept = "" if answer == highspy.HighsStatus.kError else ", %s" % h.getOptionValue(name)[1]
    return answer.name + kept


# 120 MW of a unit of 100 MW at 30 and one of 50 MW at 60; then 200 MW.
h = highspy.Highs()
h.silent()
cheap, dear = h.addVariable(lb=0, ub=100), h.addVariable(lb=0, ub=50)


def dispatch(mw):
    h.addConstr(cheap + dear >= mw)
    h.minimize(30 * cheap + 60 * dear)
    return "%s %g %g, %g" % (h.getModelStatus().name, h.val(cheap), h.val(dear), h.getObjectiveValue())


with open("seen.txt", "w") as seen:
    for name, value in {"gap": option("mip_relative_gap", 0.5), "gap-right": option("mip_rel_gap", 0.5),
                        "presolve": option("presolve", False), "presolve-right": option("presolve", "off"),
                        "time": option("time_limit", "10"), "served": dispatch(120), "short": dispatch(200)}.items():
        print(name, value, file=seen)
PY
python3 probe.py > log.txt
probe() {
  sed -n "s/^$1 //p" seen.txt
}

echo "highspy 1.15.1"
see "mip_relative_gap = 0.5" "kError" "$(probe gap)"
see "mip_rel_gap = 0.5" "kOk, 0.5" "$(probe gap-right)"
see "presolve = False" "kError" "$(probe presolve)"
see "presolve = \"off\"" "kOk, off" "$(probe presolve-right)"
see "time_limit = \"10\"" "kOk, 10.0" "$(probe time)"
see "120 MW: status, MW of both units, objective" "kOptimal 100 20, 4200" "$(probe served)"
see "200 MW" "kInfeasible 100 100, 9000" "$(probe short)"
end

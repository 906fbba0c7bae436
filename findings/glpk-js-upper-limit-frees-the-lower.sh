#!/usr/bin/env bash
# A dispatch for glpk.js in which two units have bounds of type GLP_UP with lb 0 and an ub, and one without a solution.
#
# Guess: a variable lies between its lb and its ub; where there is no solution the status says so.
#
# Instead: GLP_UP takes ub alone and the lower limit becomes minus infinity: the dear unit gives -180 MW, the cost is -1800
# for 3600, with status 5 (optimal). lb counts with GLP_DB only; without an entry a variable starts at 0. Where the units
# are too small the status is 1 (undefined), each unit 0 and the cost 0.
#
# Version: glpk.js 5.0.0.
#
# Matters: nobody fills in lb for it to be passed over, and with a tight ub on the cheap unit the result is right, so that a
# test passes. Use GLP_DB, and take no result but of status 5.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund glpk.js@5.0.0 >&2

cat > probe.mjs <<'JS'
import GLPK from "glpk.js/node";

const glpk = await GLPK();
let ok = true;

function see(what, expected, seen) {
  const same = expected === seen;
  ok = ok && same;
  console.log(what + ": " + seen + (same ? "" : "   CHANGED, was " + expected));
}

// 120 MW of a unit at 30 and one at 60.
function dispatch(type, cheapMw, dearMw) {
  const bound = (name, ub) => ({ name, type, lb: 0, ub });
  const { result } = glpk.solve({
    name: "dispatch",
    objective: { direction: glpk.GLP_MIN, name: "cost", vars: [{ name: "cheap", coef: 30 }, { name: "dear", coef: 60 }] },
    subjectTo: [{
      name: "balance",
      vars: [{ name: "cheap", coef: 1 }, { name: "dear", coef: 1 }],
      bnds: { type: glpk.GLP_FX, lb: 120, ub: 120 },
    }],
    ...(type ? { bounds: [bound("cheap", cheapMw), bound("dear", dearMw)] } : {}),
  }, { msglev: glpk.GLP_MSG_OFF });
  return result.status + ": " + result.vars.cheap + " " + result.vars.dear + ", " + result.z;
}

console.log("glpk.js 5.0.0: status, MW of the cheap and of the dear unit, cost");
see("GLP_UP, 300 and 50 MW", "5: 300 -180, -1800", dispatch(glpk.GLP_UP, 300, 50));
see("GLP_DB, 300 and 50 MW", "5: 120 0, 3600", dispatch(glpk.GLP_DB, 300, 50));
see("no bounds", "5: 120 0, 3600", dispatch(null));
see("GLP_UP, 100 and 50 MW", "5: 100 20, 4200", dispatch(glpk.GLP_UP, 100, 50));
see("GLP_DB, 50 and 50 MW", "1: 0 0, 0", dispatch(glpk.GLP_DB, 50, 50));
console.log(ok ? "behaviour as described" : "behaviour has changed");
process.exit(ok ? 0 : 1);
JS
node probe.mjs

#!/usr/bin/env bash
# A model for javascript-lp-solver whose objective is limited as well: "as much energy as possible, at most 60 MWh",
# or costs within a budget.
#
# Guess: an objective is an attribute like the others, so a limit on it counts.
#
# Instead: the limit is dropped. "max energy, energy <= 60" is unbounded, and with another limit of 100 the result is
# 100. "min cost, cost >= 60" is infeasible. YALPS, which takes the same kind of model, honours it.
# `equal` beside `min` or `max` on the same attribute wins without a word: equal 60 and min 70 is 60 (YALPS does the
# same).
#
# Version: javascript-lp-solver 1.0.3 (YALPS 0.6.4).
#
# Matters: charging plans in web pages and home energy managers are built on it. A budget or a contracted quantity
# that is also the objective is exceeded, in a result with feasible: true.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund javascript-lp-solver@1.0.3 yalps@0.6.4 >&2

cat > probe.mjs <<'JS'
let ok = true;

function see(what, expected, seen) {
  const same = JSON.stringify(expected) === JSON.stringify(seen);
  ok &&= same;
  console.log(what + ': ' + JSON.stringify(seen) + (same ? '' : '   CHANGED, was ' + JSON.stringify(expected)));
}

import lp from 'javascript-lp-solver';
import { solve } from 'yalps';

const variables = { charge: { energy: 1, battery: 1 } };

function old(opType, optimize, constraints) {
  const r = lp.Solve({ opType, optimize, constraints, variables });
  return [r.feasible, r.bounded, r.result];
}

function yalps(direction, objective, constraints) {
  const r = solve({ direction, objective, constraints, variables });
  return [r.status, r.result];
}

console.log('javascript-lp-solver 1.0.3 [feasible, bounded, result], YALPS 0.6.4 [status, result]');
const both = { energy: { max: 60 }, battery: { max: 100 } };
see('max energy, energy <= 60, battery <= 100', [true, true, 100], old('max', 'energy', both));
see('the same, YALPS', ['optimal', 60], yalps('maximize', 'energy', both));
see('max energy, energy <= 60', [true, false], old('max', 'energy', { energy: { max: 60 } }).slice(0, 2));
see('the same, YALPS', ['optimal', 60], yalps('maximize', 'energy', { energy: { max: 60 } }));
see('min energy, energy >= 60', [false, true, 0], old('min', 'energy', { energy: { min: 60 } }));
see('the same, YALPS', ['optimal', 60], yalps('minimize', 'energy', { energy: { min: 60 } }));
see('min energy, battery = 60 and battery >= 70', [true, true, 60], old('min', 'energy', { battery: { equal: 60, min: 70 } }));
see('the same, YALPS', ['optimal', 60], yalps('minimize', 'energy', { battery: { equal: 60, min: 70 } }));

console.log(ok ? 'behaviour as described' : 'behaviour has changed');
process.exit(ok ? 0 : 1);
JS
node probe.mjs

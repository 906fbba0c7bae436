#!/usr/bin/env bash
# Dispatches in the model format of YALPS with a word that it does not know: "minimise", a misspelt objective, a limit
# given as null.
#
# Guess: refused.
#
# Instead: any direction but "minimize" maximises: the dearest dispatch is optimal for "minimise". An objective that no
# variable has gives optimal at 0, as if all were free. With max: null, as from JSON, there is no limit.
#
# Version: yalps 0.6.4 (npm).
#
# Matters: models are written as plain objects or come as JSON, where no type checker sees them. Compare the words with
# your own list.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund yalps@0.6.4 >&2

cat > probe.mjs <<'JS'
import { solve } from 'yalps';

let ok = true;

function see(what, expected, seen) {
  const same = JSON.stringify(expected) === JSON.stringify(seen);
  ok &&= same;
  console.log(what + ': ' + JSON.stringify(seen) + (same ? '' : '   CHANGED, was ' + JSON.stringify(expected)));
}

// 50 MWh from two units at 20 and 50, each up to 40.
const dispatch = (changes) => {
  const model = {
    direction: 'minimize',
    objective: 'cost',
    constraints: { demand: { equal: 50 }, a: { max: 40 }, b: { max: 40 } },
    variables: { a: { demand: 1, cost: 20, a: 1 }, b: { demand: 1, cost: 50, b: 1 } },
    ...changes,
  };
  const { status, result, variables } = solve(model);
  return [status, result, ...variables.flat()].join(' ');
};
console.log('yalps 0.6.4');
see('minimize', 'optimal 1300 a 40 b 10', dispatch({}));
see('minimise', 'optimal 2200 a 10 b 40', dispatch({ direction: 'minimise' }));
see('min', 'optimal 2200 a 10 b 40', dispatch({ direction: 'min' }));
see('objective costs, to be least', 'optimal 0', dispatch({ objective: 'costs' }).split(' ').slice(0, 2).join(' '));
see('max: null', 'optimal 1000 a 50', dispatch({ constraints: { demand: { equal: 50 }, a: { max: null }, b: { max: 40 } } }));

console.log(ok ? 'behaviour as described' : 'behaviour has changed');
process.exit(ok ? 0 : 1);
JS
node probe.mjs

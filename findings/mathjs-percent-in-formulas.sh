#!/usr/bin/env bash
# Formulas of a tariff as text (losses, surcharges, comparisons), evaluated with math.js.
#
# Guess: 6% is 0.06 wherever it stands, % between two numbers is the remainder, and == compares exactly.
#
# Instead: after + or - a percentage is one of what stands before: 100 + 6% is 106, 100 - 10% - 10% is 81, and 6% + 100 is
# 100.06, and 5% + 6% is 5.3%. 8 % -3 is 8 % less 3: -2.92. == holds for numbers that differ in the thirteenth digit. With
# BigNumber the percentages are the same.
#
# Version: mathjs 14.9.1 (npm).
#
# Matters: a surcharge of 6% added to a share of 5% makes 5.3%; a rule "price == cap" holds below the cap. Write 0.06, use
# parentheses and mod().
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund mathjs@14.9.1 >&2

cat > probe.mjs <<'JS'
import { all, create, evaluate } from 'mathjs';

let ok = true;

function see(what, expected, seen) {
  const same = JSON.stringify(expected) === JSON.stringify(seen);
  ok &&= same;
  console.log(what + ': ' + JSON.stringify(seen) + (same ? '' : '   CHANGED, was ' + JSON.stringify(expected)));
}

const of = (formula) => {
  const value = evaluate(formula);
  return typeof value === 'number' ? Number(value.toPrecision(12)) : value;
};
console.log('mathjs 14.9.1');
see('100 + 6%', 106, of('100 + 6%'));
see('6% + 100', 100.06, of('6% + 100'));
see('100 - 10% - 10%', 81, of('100 - 10% - 10%'));
see('5% + 6%', 0.053, of('5% + 6%'));
see('100 * (5% + 6%)', 5.3, of('100 * (5% + 6%)'));
see('8 % 3', 2, of('8 % 3'));
see('8 % -3', -2.92, of('8 % -3'));
see('1500 == 1500.000000001', true, of('1500 == 1500.000000001'));
see('1500 >= 1500.000000001', true, of('1500 >= 1500.000000001'));
see('as BigNumber, 5% + 6%', '0.053', String(create(all, { number: 'BigNumber' }).evaluate('5% + 6%')));

console.log(ok ? 'behaviour as described' : 'behaviour has changed');
process.exit(ok ? 0 : 1);
JS
node probe.mjs

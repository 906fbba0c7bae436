#!/usr/bin/env bash
# The slope of prices over load (0.4 per 1000 MW) and the curve of a heat rate, fitted with regression.js.
#
# Guess: coefficients in full precision; printing may round.
#
# Instead: they are rounded to two decimals before anything is computed from them: the line through four exact points is y
# = 0x + 30.6, with r2 = 0, and predicts 30.6 at any load; a quadratic term of 0.0002 is gone. With the option precision:
# 10 both are right.
#
# Version: regression 2.0.1 (npm).
#
# Matters: prices per MW, heat rates and loss factors have slopes below 0.005: the forecast becomes flat and the r2 says
# that load explains nothing. Give the precision, or scale what goes in.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund regression@2.0.1 >&2

cat > probe.mjs <<'JS'
import regression from 'regression';

let ok = true;

function see(what, expected, seen) {
  const same = JSON.stringify(expected) === JSON.stringify(seen);
  ok &&= same;
  console.log(what + ': ' + JSON.stringify(seen) + (same ? '' : '   CHANGED, was ' + JSON.stringify(expected)));
}

const prices = [[0, 30], [1000, 30.4], [2000, 30.8], [3000, 31.2]];
const heat = [[0, 1], [10, 1.02], [20, 1.08], [30, 1.18]];
const line = regression.linear(prices);
console.log('regression 2.0.1');
see('line', [0, 30.6], line.equation);
see('r2', 0, line.r2);
see('price at 50000 MW', 30.6, line.predict(50000)[1]);
see('heat rate', [0, 0, 1], regression.polynomial(heat, { order: 2 }).equation);
const exact = regression.linear(prices, { precision: 10 });
see('line, precision 10', [0.0004, 30], exact.equation);
see('price at 50000 MW, precision 10', 50, exact.predict(50000)[1]);
see('heat rate, precision 10', [0.0002, 0, 1], regression.polynomial(heat, { order: 2, precision: 10 }).equation);

console.log(ok ? 'behaviour as described' : 'behaviour has changed');
process.exit(ok ? 0 : 1);
JS
node probe.mjs

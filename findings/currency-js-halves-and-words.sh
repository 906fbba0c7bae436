#!/usr/bin/env bash
# Amounts of money as numbers and as text in currency.js: a purchase and its sale, and numbers as they come from files.
#
# Guess: an amount and its negative have the same digits; text that is no number is refused, or NaN; "1e3" is 1000.
#
# Instead: halves go towards plus infinity, so 1.005 is 1.01 and -1.005 is -1.00: a trade and its reversal leave a cent.
# In text all that is no digit, point or minus is dropped: "abc" and "" are 0, "1e3" is 13, "1.234,56" is 1.23, and
# "12 MWh at 30" is 1230. null and undefined are 0. With errorOnInvalid only what is neither number nor text is an error.
#
# Version: currency.js 2.0.4.
#
# Matters: buyer and seller of the same trade are settled at different amounts, and a price that is missing or written
# by a program (1e3) is a number like any other. Read numbers with a parser that refuses, and round amounts by their
# size.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund currency.js@2.0.4 >&2

cat > probe.mjs <<'JS'
import currency from 'currency.js';

let ok = true;

function see(what, expected, seen) {
  const same = JSON.stringify(expected) === JSON.stringify(seen);
  ok &&= same;
  console.log(what + ': ' + JSON.stringify(seen) + (same ? '' : '   CHANGED, was ' + JSON.stringify(expected)));
}

const strict = (value) => {
  try {
    return currency(value, { errorOnInvalid: true }).toString();
  } catch (e) {
    return 'refused';
  }
};

console.log('currency.js 2.0.4');
see('1.005', '1.01', currency(1.005).toString());
see('-1.005', '-1.00', currency(-1.005).toString());
see('12.345 and -12.345, together', '0.01', currency(12.345).add(-12.345).toString());
see('"1e3"', '13.00', currency('1e3').toString());
see('"1.234,56"', '1.23', currency('1.234,56').toString());
see('"12 MWh at 30"', '1230.00', currency('12 MWh at 30').toString());
see('"abc"', '0.00', currency('abc').toString());
see('""', '0.00', currency('').toString());
see('null', '0.00', currency(null).toString());
see('"abc" with errorOnInvalid', '0.00', strict('abc'));
see('null with errorOnInvalid', 'refused', strict(null));

console.log(ok ? 'behaviour as described' : 'behaviour has changed');
process.exit(ok ? 0 : 1);
JS
node probe.mjs

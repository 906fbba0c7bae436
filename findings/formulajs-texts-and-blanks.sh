#!/usr/bin/env bash
# Readings of a day as a spreadsheet hands them on (numbers, numbers that came as texts, blank cells) summed with the
# functions of formulajs, and prices cut to two decimals.
#
# Guess: as in Excel, whose functions these are: texts and blank cells of a range are passed over.
#
# Instead: SUM counts a text as a number (3 for 1), and SUMIF joins it on: 1, 2, 3 and "4" above 1 are "54". AVERAGE passes
# over a blank cell, AVERAGEIFS counts it as 0: 4 for 6. SUMPRODUCT takes the text too, and lists of unequal length.
# TRUNC(4.35, 2) is 4.34.
#
# Version: @formulajs/formulajs 4.6.1 (npm).
#
# Matters: "54" is displayed like 54, and goes on as a number in most places. Make all readings numbers before.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund @formulajs/formulajs@4.6.1 >&2

cat > probe.mjs <<'JS'
import * as f from "@formulajs/formulajs";

let ok = true;

function see(what, expected, seen) {
  const same = expected === seen;
  ok = ok && same;
  console.log(what + ": " + JSON.stringify(seen) + (same ? "" : "   CHANGED, was " + JSON.stringify(expected)));
}

console.log("@formulajs/formulajs 4.6.1");
see("SUM of 1 and \"2\" (Excel: 1)", 3, f.SUM([1, "2"]));
see("SUMIF above 1 of 1, 2, 3 and \"4\" (Excel: 5)", "54", f.SUMIF([1, 2, 3, "4"], ">1"));
see("SUMIF above 1 of 1, 2, 3 and 4", 9, f.SUMIF([1, 2, 3, 4], ">1"));
see("AVERAGE of 5, blank, 7", 6, f.AVERAGE([5, null, 7]));
see("AVERAGEIFS of 5, blank, 7 (Excel: 6)", 4, f.AVERAGEIFS([5, null, 7], ["a", "a", "a"], "a"));
see("SUMPRODUCT of 1, 2, 3 and 10, \"20\", blank (Excel: 10)", 50, f.SUMPRODUCT([1, 2, 3], [10, "20", null]));
see("SUMPRODUCT of 1, 2 and 3, 4, 5 (Excel: #VALUE!)", 11, f.SUMPRODUCT([1, 2], [3, 4, 5]));
see("TRUNC(4.35, 2) (Excel: 4.35)", 4.34, f.TRUNC(4.35, 2));
see("ROUND(1.005, 2), as Excel", 1.01, f.ROUND(1.005, 2));
console.log(ok ? "behaviour as described" : "behaviour has changed");
process.exit(ok ? 0 : 1);
JS
node probe.mjs

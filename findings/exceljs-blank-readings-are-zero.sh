#!/usr/bin/env bash
# A CSV file of meter readings with blank and missing values, read by exceljs.
#
# Guess: a cell of spaces is empty or text; a meter's number with leading zeros stays text or becomes a number, not
# another one.
#
# Instead: a cell of one or more spaces is the number 0; an empty cell is null. Meter 0x10 is 16, 1E3 is 1000, and two
# meters of 20 digits are one number. 01-02-2026 is 2 January, while 1-2-2026 and 01.02.2026 stay text.
#
# Version: exceljs 4.4.0 (npm).
#
# Matters: fixed-width exports pad a missing reading with spaces, and so it is a reading of 0 kWh. Give readFile a map of
# your own.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund exceljs@4.4.0 >&2

cat > probe.mjs <<'JS'
import { Readable } from 'node:stream';
import ExcelJS from 'exceljs';

let ok = true;

function see(what, expected, seen) {
  const same = JSON.stringify(expected) === JSON.stringify(seen);
  ok &&= same;
  console.log(what + ': ' + JSON.stringify(seen) + (same ? '' : '   CHANGED, was ' + JSON.stringify(expected)));
}

const cells = async (line) => {
  const sheet = await new ExcelJS.Workbook().csv.read(Readable.from([line + '\n']));
  return sheet.getRow(1).values.slice(1);
};
console.log('exceljs 4.4.0');
see('three cells: 5, spaces, nothing', [5, 0, null, 7], await cells('5,   ,,7'));
see('0x10, 1E3, 007', [16, 1000, 7], await cells('0x10,1E3,007'));
const [first, second] = await cells('20260115000000012345,20260115000000012346');
see('two meters of 20 digits are equal', true, first === second);
see('dates', ['2026-01-02T00:00:00.000Z', '1-2-2026', '01.02.2026'], await cells('01-02-2026,1-2-2026,01.02.2026'));

console.log(ok ? 'behaviour as described' : 'behaviour has changed');
process.exit(ok ? 0 : 1);
JS
TZ=UTC node probe.mjs

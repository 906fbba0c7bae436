#!/usr/bin/env bash
# The working days of China, by which loads are forecast and tariffs and deadlines run: the npm packages date-holidays
# (rules) and chinese-days (the yearly arrangements of the State Council).
#
# Guess: both know weekends that are worked and bridge days; for a year without an arrangement an error, or at least
# the days fixed by law (1 January, 1 May, 1 October).
#
# Instead: date-holidays differs from the arrangement of 2025 on 14 days: no weekend is worked, bridge days are
# working days, and 1 August is a public holiday. Each day of 2025 has an answer, and the type is "public" for days
# that only some have off.
# chinese-days answers for years without an arrangement as if there were no holidays: 1 October 2027 and 1 October
# 2003 are working days.
#
# Version: date-holidays 3.37.0, chinese-days 1.5.7 (arrangements of 2004 to 2026).
#
# Matters: a worked Saturday is forecast as a weekend, National Day of the coming year as a working day; plans for a
# year ahead are made before its arrangement is published, in late autumn.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund date-holidays@3.37.0 chinese-days@1.5.7 >&2

cat > probe.mjs <<'JS'
let ok = true;

function see(what, expected, seen) {
  const same = JSON.stringify(expected) === JSON.stringify(seen);
  ok &&= same;
  console.log(what + ': ' + JSON.stringify(seen) + (same ? '' : '   CHANGED, was ' + JSON.stringify(expected)));
}

import { createRequire } from 'node:module';

process.env.TZ = 'Asia/Shanghai';
const require = createRequire(import.meta.url);
const Holidays = require('date-holidays');
const arranged = require('chinese-days');

const rules = new Holidays('CN');

/** Whether nobody works, by the rules: a weekend or a public holiday. */
function offByRules(day) {
  const weekday = new Date(day + 'T00:00:00Z').getUTCDay();
  return weekday === 0 || weekday === 6 || (rules.isHoliday(day + ' 12:00:00') || []).some((h) => h.type === 'public');
}

console.log('date-holidays 3.37.0, chinese-days 1.5.7');
const workedByArrangement = [];
const offByArrangement = [];
for (let d = new Date('2025-01-01T00:00:00Z'); d.getUTCFullYear() === 2025; d = new Date(+d + 86400000)) {
  const day = d.toISOString().slice(0, 10);
  if (offByRules(day) !== arranged.isHoliday(day)) {
    (arranged.isHoliday(day) ? offByArrangement : workedByArrangement).push(day.slice(5));
  }
}
see('2025: off by date-holidays, worked by the arrangement', ['01-26', '02-08', '04-27', '08-01', '09-28', '10-11'], workedByArrangement);
see('2025: worked by date-holidays, off by the arrangement',
    ['01-31', '02-03', '02-04', '05-02', '05-05', '06-02', '10-07', '10-08'], offByArrangement);
see('chinese-days: 1 October 2026 is off', true, arranged.isHoliday('2026-10-01'));
for (const day of ['2027-10-01', '2003-10-01', '2028-05-01']) {
  see('chinese-days: ' + day + ' is off', false, arranged.isHoliday(day));
}

console.log(ok ? 'behaviour as described' : 'behaviour has changed');
process.exit(ok ? 0 : 1);
JS
node probe.mjs

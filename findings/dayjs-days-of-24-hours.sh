#!/usr/bin/env bash
# The hours of a delivery day in Europe/Berlin with Day.js and its plugin timezone, on the two days on which clocks
# change.
#
# Guess: adding a day to midnight gives the next midnight, 23 and 25 hours later; adding hours walks through the real
# hours, 02:00 left out in March and twice in October.
#
# Instead: the offset of the start stays: a day has 24 hours on both, it ends at 01:00 of the next day in March and at
# 23:00 of the same day in October, and says 00:00 for it with the wrong offset. The hours are 00 to 23 on both days;
# 02:00+01:00 in March is shown, which does not exist. startOf and endOf of the same day are right.
#
# Version: dayjs 1.11.13.
#
# Matters: an axis, a list of 96 quarter hours or a query "from midnight, plus a day" has an hour of the next day in
# March and lacks the last hour in October, under labels that look right. Add in UTC, or take startOf('day') of a date
# parsed anew with dayjs.tz.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund dayjs@1.11.13 >&2

cat > probe.mjs <<'JS'
import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';
import timezone from 'dayjs/plugin/timezone.js';

dayjs.extend(utc);
dayjs.extend(timezone);
let ok = true;

function see(what, expected, seen) {
  const same = JSON.stringify(expected) === JSON.stringify(seen);
  ok &&= same;
  console.log(what + ': ' + JSON.stringify(seen) + (same ? '' : '   CHANGED, was ' + JSON.stringify(expected)));
}

const midnight = (day) => dayjs.tz(day + ' 00:00', 'Europe/Berlin');
const hours = (day, count) => Array.from({ length: count }, (_, h) => midnight(day).add(h, 'hour').format('HH:mm Z')).join(' ');

console.log('dayjs 1.11.13, computer in ' + process.env.TZ);
for (const [day, hoursOfDay, start, end, endOfDay] of [
  ['2026-03-28', 24, '2026-03-27T23:00:00.000Z', '2026-03-28T23:00:00.000Z', '2026-03-28T22:59:59.999Z'],
  ['2026-03-29', 24, '2026-03-28T23:00:00.000Z', '2026-03-29T23:00:00.000Z', '2026-03-29T21:59:59.999Z'],
  ['2026-10-25', 24, '2026-10-24T22:00:00.000Z', '2026-10-25T22:00:00.000Z', '2026-10-25T22:59:59.999Z'],
]) {
  const next = midnight(day).add(1, 'day');
  see(day + ', midnight', start, midnight(day).toISOString());
  see(day + ', plus a day', end, next.toISOString());
  see(day + ', hours between', hoursOfDay, next.diff(midnight(day), 'hour'));
  see(day + ', end of the day', endOfDay, midnight(day).endOf('day').toISOString());
}
see('29 March, hours 1 to 4', '00:00 +01:00 01:00 +01:00 02:00 +01:00 03:00 +01:00', hours('2026-03-29', 4));
see('25 October, hours 1 to 4', '00:00 +02:00 01:00 +02:00 02:00 +02:00 03:00 +02:00', hours('2026-10-25', 4));
see('29 March plus a day, as text', '2026-03-30T00:00:00+01:00', midnight('2026-03-29').add(1, 'day').format());

console.log(ok ? 'behaviour as described' : 'behaviour has changed');
process.exit(ok ? 0 : 1);
JS
TZ=UTC node probe.mjs
TZ=Asia/Shanghai node probe.mjs

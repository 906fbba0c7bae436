#!/usr/bin/env bash
# A time axis of uPlot in a fixed zone (its option tzDate with uPlot.tzDate), as for a market that shows its own time or
# UTC to all, seen in a browser whose zone changes its clocks.
#
# Guess: the zone of the browser does not matter; UTC has 24 hours a day.
#
# Instead: the time is kept as a date of the browser's zone, so an hour that this zone lacks cannot be shown: in Berlin
# on 29 March the UTC axis has 00:15 twice and no 02:15, and the axis of Shanghai has no 02:15 (at 18:15 UTC the evening
# before) but 03:15 twice. In October the axis in UTC has 02:15 twice and no 01:15 (in 'GMT', the same zone, it has
# both). In a browser in UTC, and on all other days, it is right.
#
# Version: uPlot 1.6.32.
#
# Matters: the values are right and stand at the wrong hour of the axis and of the legend, for visitors of another zone,
# twice a year: nobody at home can see it. Format with Intl.DateTimeFormat and the zone, not with tzDate.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund uplot@1.6.32 >&2

cat > hours.mjs <<'JS'
import uPlot from 'uplot';

/** What the axis shows for the quarter past each of these hours of UTC. */
const [zone, month, day, first, last] = process.argv.slice(2);
const seen = [];
for (let hour = +first; hour <= +last; hour++) {
  const shown = uPlot.tzDate(new Date(Date.UTC(2026, month - 1, day, hour, 15)), zone);
  seen.push(uPlot.fmtDate('{HH}:{mm}')(shown));
}
console.log(seen.join(' '));
JS

ok=0
see() {
  if [ "$2" = "$3" ]; then echo "$1: $3"; else echo "$1: $3   CHANGED, was $2"; ok=1; fi
}
end() {
  if [ $ok = 0 ]; then echo "behaviour as described"; else echo "behaviour has changed"; fi
  exit $ok
}
# hours BROWSER AXIS MONTH DAY FIRST LAST
hours() { TZ=$1 node hours.mjs "$2" "$3" "$4" "$5" "$6"; }

echo "uPlot 1.6.32: the quarter past each hour"
see "browser in UTC, axis UTC, 29 March" "00:15 01:15 02:15 03:15" "$(hours UTC UTC 3 29 0 3)"
see "browser in Berlin, axis UTC, 28 March" "00:15 01:15 02:15 03:15" "$(hours Europe/Berlin UTC 3 28 0 3)"
see "browser in Berlin, axis UTC, 29 March" "00:15 00:15 01:15 03:15" "$(hours Europe/Berlin UTC 3 29 0 3)"
see "browser in Berlin, axis UTC, 25 October" "00:15 02:15 02:15 03:15" "$(hours Europe/Berlin UTC 10 25 0 3)"
see "browser in Berlin, axis GMT, 25 October" "00:15 01:15 02:15 03:15" "$(hours Europe/Berlin GMT 10 25 0 3)"
see "browser in UTC, axis Shanghai, 29 March" "01:15 02:15 03:15 04:15" "$(hours UTC Asia/Shanghai 3 29 -7 -4)"
see "browser in Berlin, axis Shanghai, 29 March" "01:15 03:15 03:15 04:15" "$(hours Europe/Berlin Asia/Shanghai 3 29 -7 -4)"
end

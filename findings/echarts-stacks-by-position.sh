#!/usr/bin/env bash
# Stacked lines or areas in ECharts on a time axis, one series by the hour and one by the quarter hour.
#
# Guess: values of the same time are stacked; a time that one series lacks is stacked on the value that holds there,
# or on nothing.
#
# Instead: the n-th value is stacked on the n-th value, whatever the times: 00:15 stands on the value of 01:00, and
# from the third quarter hour on the series stands on the ground. Two series of the same times, one of which lacks a
# row, are shifted from there on. On a value axis for x the abscissas are added.
# With the default strategy a negative value does not come off: 100 MW and -40 MW stacked show -40, not 60.
#
# Version: ECharts 5.6.0.
#
# Matters: load by fuel, or reserve on top of energy, in different resolutions looks like a plausible picture of a
# day, with the wrong total at each time. Bring all series to one grid of times, with null in the gaps, before
# stacking.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund echarts@5.6.0 >&2

cat > probe.mjs <<'JS'
let ok = true;

function see(what, expected, seen) {
  const same = JSON.stringify(expected) === JSON.stringify(seen);
  ok &&= same;
  console.log(what + ': ' + JSON.stringify(seen) + (same ? '' : '   CHANGED, was ' + JSON.stringify(expected)));
}

import * as echarts from 'echarts';

/** The height at which each value of the last of these stacked series is drawn. */
function drawn(xAxis, ...series) {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: 600, height: 400 });
  chart.setOption({ animation: false, xAxis, yAxis: {}, series: series.map((data) => ({ type: 'line', stack: 'power', data })) });
  chart.renderToSVGString();
  const data = chart.getModel().getSeriesByIndex(series.length - 1).getData();
  const heights = [];
  for (let i = 0; i < data.count(); i++) {
    heights.push(data.get(data.getCalculationInfo('stackResultDimension'), i));
  }
  chart.dispose();
  return heights;
}

const at = (hour, minute) => Date.UTC(2026, 0, 15, hour, minute);
const hours = [[at(0, 0), 100], [at(1, 0), 200]];
const quarters = [0, 15, 30, 45, 60].map((minute) => [at(0, minute), 10]);
const lacking = quarters.filter((row, i) => i !== 1).map(([time], i) => [time, 100 * (i + 1)]);

console.log('ECharts ' + echarts.version + ', heights of the upper line at 00:00, 00:15, 00:30, 00:45, 01:00');
see('10 each on 100 at 00:00 and 200 at 01:00 (110, 110, 110, 110, 210)', [110, 210, 10, 10, 10], drawn({ type: 'time' }, hours, quarters));
see('10 each on 100, none, 200, 300, 400', [110, 210, 310, 410, 10], drawn({ type: 'time' }, lacking, quarters));
see('the same on an axis of categories', [110, 10, 210, 310, 410],
    drawn({ type: 'category' , data: quarters.map(([time]) => String(time)) }, lacking.map(([t, v]) => [String(t), v]), quarters.map(([t, v]) => [String(t), v])));
see('with null in the gap', [110, 10, 210, 310, 410],
    drawn({ type: 'time' }, [lacking[0], [at(0, 15), null], ...lacking.slice(1)], quarters));
see('-40 each on 100', [-40, -40], drawn({ type: 'time' }, [[at(0, 0), 100], [at(1, 0), 100]], [[at(0, 0), -40], [at(1, 0), -40]]));

console.log(ok ? 'behaviour as described' : 'behaviour has changed');
process.exit(ok ? 0 : 1);
JS
node probe.mjs

const summary = DATA.summary;
const base = summary.cases[0];
const single = summary.cases.length === 1;
const solved = summary.cases.filter((c) => c.objective !== undefined);
const price = `${summary.currency}/MWh`;

$('subtitle').textContent =
  `Run ${summary.runId} · ${summary.state} · ${summary.cases.length} cases × ${DATA.periods.length} periods of ` +
  `${DATA.minutes} min · ${fixed(summary.seconds, 1)} s on ${summary.nodes.join(', ')}`;

const named = (c, text) => (single ? text : `${c.name}: ${text}`);
notices('bad', t('Must be looked at'), [
  ...summary.cases.filter((c) => c.audit === 'FAILED').map((c) => named(c, `audit failed: ${c.auditFindings.slice(0, 5).join('; ')}`)),
  ...summary.cases.flatMap((c) => (c.alarms ?? []).filter((a) => !a.startsWith('AUDIT FAILED')).map((a) => named(c, a))),
  ...summary.cases.filter((c) => c.status === 'FAILED').map((c) => named(c, `failed: ${c.reason}: ${c.reasonText}`)),
]);
notices('warn', t('Relaxed limits'), summary.cases.filter((c) => c.relaxations && c.relaxations.length).map((c) => {
  const worst = [...c.relaxations].sort((a, b) => b.penaltyYuan - a.penaltyYuan)[0];
  return named(c, `${c.relaxations.length} relaxed, the dearest ${worst.constraint} ${worst.element}` +
    (worst.period >= 0 ? ` at ${DATA.periods[worst.period]}` : '') + ` by ${fixed(worst.amount, 3)} ${worst.unit}.`);
}));
notices('note', t('Notices'), [
  ...(summary.synthetic.length ? ['Synthetic data: ' + summary.synthetic.join(', ') + '.'] : []),
  ...(summary.lostNodes.length ? [`Lost nodes: ${summary.lostNodes.join(', ')}; ${summary.retries} units were sent again.`] : []),
  ...summary.warnings, ...summary.notices]);

if (!single) {
  tile('cases', summary.cases.length);
  const failed = summary.cases.filter((c) => c.status === 'FAILED').length;
  tile('failed', failed, failed ? 'bad' : undefined);
}
if (base.objective !== undefined) {
  tile('cost', `${fixed(base.objective, 0)} ${summary.currency}`);
  tile('load served', `${fixed(base.servedLoadMwh, 0)} MWh`);
  tile('load not served', `${fixed(base.shedLoadMwh, 1)} MWh`, base.shedLoadMwh > 0.05 ? 'bad' : undefined);
  tile('LMP mean', `${fixed(base.lmp?.mean, 2)} ${price}`);
  tile('starts', base.starts);
  tile('audit', base.audit, base.audit === 'PASSED' ? undefined : 'bad');
}

table('cases', [
  {title: 'Case', value: (c) => c.name},
  {title: 'Status', value: (c) => c.status + (c.audit === 'FAILED' ? ' AUDIT FAILED' : '')},
  {title: `${t('Cost')}, ${summary.currency}`, value: (c) => c.objective},
  ...(single ? [] : [{title: `${t('vs base')}, ${summary.currency}`, value: (c) => (c.objective === undefined || base.objective === undefined ? undefined : c.objective - base.objective)},
  {title: 'vs base %', value: (c) => (c.objective !== undefined && base.objective > 0 ? (c.objective / base.objective - 1) * 100 : undefined), digits: 2}]),
  {title: 'Energy', value: (c) => c.costs && c.costs.energyYuan + c.costs.profiledYuan + c.costs.storageYuan},
  {title: 'Starts', value: (c) => c.costs?.startYuan},
  {title: 'Ancillary', value: (c) => c.costs?.ancillaryYuan},
  {title: 'Penalties', value: (c) => c.costs?.penaltyYuan},
  {title: 'Value of demand', value: (c) => c.costs && -c.costs.demandValueYuan},
  {title: '#starts', value: (c) => c.starts},
  {title: 'Unit-h', value: (c) => c.unitHours},
  {title: 'Served MWh', value: (c) => c.servedLoadMwh},
  {title: 'Shed MWh', value: (c) => c.shedLoadMwh, digits: 1},
  {title: 'Curtailed MWh', value: (c) => c.curtailedMwh, digits: 1},
  {title: 'LMP min', value: (c) => c.lmp?.min, digits: 1},
  {title: 'mean', value: (c) => c.lmp?.mean, digits: 1},
  {title: 'max', value: (c) => c.lmp?.max, digits: 1},
  {title: 'Binding', value: (c) => c.bindingElements?.length},
  {title: 'Gap %', value: (c) => (c.gap === undefined ? undefined : c.gap * 100), digits: 3},
  {title: 's', value: (c) => c.seconds, digits: 1},
], summary.cases);

if (solved.length > 1 && base.objective !== undefined) {
  const dearest = solved.reduce((a, b) => (b.objective > a.objective ? b : a));
  chart('cost', `Cost of each case against the base; the dearest is ${dearest.name}, ${fixed(dearest.objective - base.objective, 0)} ${summary.currency} above it`, {
    tooltip: {trigger: 'axis'}, grid: {left: 90, right: 20, bottom: 110},
    xAxis: {type: 'category', data: solved.map((c) => c.name), axisLabel: {rotate: 40}},
    yAxis: {type: 'value', name: `${summary.currency} ${t('above base')}`},
    series: [{type: 'bar', data: solved.map((c) => ({value: Math.round(c.objective - base.objective),
      itemStyle: {color: c.objective >= base.objective ? '#d55e00' : '#009e73'}}))}],
  });
} else {
  $('costs').remove();
}
const prices = DATA.series.flatMap((s) => s.lmp);
const range = prices.length ? `from ${fixed(Math.min(...prices), 2)} to ${fixed(Math.max(...prices), 2)} ${price}` : '';
chart('lmp', `Load-weighted mean price of each case by period, ${range}`, {
  tooltip: {trigger: 'axis'}, legend: {type: 'scroll', top: 0, show: !single}, grid: {left: 60, right: 20, top: 50, bottom: 30},
  xAxis: {type: 'category', data: DATA.periods}, yAxis: {type: 'value', name: price, scale: true},
  series: DATA.series.map((s) => ({name: s.name, type: 'line', step: 'middle', symbol: 'none', data: s.lmp.map((v) => +v.toFixed(2))})),
});
chart('duration', `Price of each case against the share of time that it is reached, ${range}`, {
  tooltip: {trigger: 'axis'}, legend: {type: 'scroll', top: 0, show: !single}, grid: {left: 60, right: 20, top: 50, bottom: 50},
  xAxis: {type: 'value', name: t('% of time'), nameLocation: 'middle', nameGap: 28, max: 100}, yAxis: {type: 'value', name: price, scale: true},
  series: DATA.series.map((s) => ({name: s.name, type: 'line', step: 'end', symbol: 'none',
    data: [...s.lmp].sort((a, b) => b - a).flatMap((v, k, all) => (k ? [] : [[0, +v.toFixed(2)]]).concat([[+((100 * (k + 1)) / all.length).toFixed(1), +v.toFixed(2)]]))})),
});

function detail(name) {
  const d = DATA.details.find((x) => x.name === name);
  const s = DATA.series.find((x) => x.name === name);
  if (!d || !s) return;
  const peak = d.load.indexOf(Math.max(...d.load));
  chart('stack', `Output by fuel; load peaks at ${fixed(d.load[peak], 0)} MW at ${DATA.periods[peak]}`, {
    tooltip: {trigger: 'axis'}, legend: {type: 'scroll', top: 0}, grid: {left: 60, right: 20, top: 50, bottom: 30},
    xAxis: {type: 'category', data: DATA.periods, boundaryGap: false}, yAxis: {type: 'value', name: 'MW'},
    series: Object.entries(d.stack).map(([fuel, mw]) => ({name: fuel, type: 'line', stack: 'all', areaStyle: {opacity: 0.85}, symbol: 'none', lineStyle: {width: 0},
      itemStyle: {color: fuelColour(fuel)}, data: mw.map((v) => +v.toFixed(1))}))
      .concat([{name: t('load'), type: 'line', symbol: 'none', lineStyle: {color: dark.matches ? '#fff' : '#000', width: 2},
        itemStyle: {color: dark.matches ? '#fff' : '#000'}, data: d.load.map((v) => +v.toFixed(1))}]),
  });
  chart('load', `Load and mean price by period; the price is between ${fixed(Math.min(...s.lmp), 2)} and ${fixed(Math.max(...s.lmp), 2)} ${price}`, {
    tooltip: {trigger: 'axis'}, legend: {top: 0}, grid: {left: 60, right: 60, top: 50, bottom: 30},
    xAxis: {type: 'category', data: DATA.periods},
    yAxis: [{type: 'value', name: 'MW', scale: true}, {type: 'value', name: price, scale: true}],
    series: [{name: t('load'), type: 'line', symbol: 'none', areaStyle: {opacity: 0.15}, data: s.load.map((v) => +v.toFixed(1))},
      {name: t('mean LMP'), type: 'line', step: 'middle', symbol: 'none', yAxisIndex: 1, data: s.lmp.map((v) => +v.toFixed(2))}],
  });
  const first = new Map();
  d.heat.cells.forEach(([period, unit]) => first.set(unit, Math.min(period, first.get(unit) ?? period)));
  const running = [...first.keys()].sort((a, b) => first.get(a) - first.get(b) || a - b);
  const row = new Map(running.map((unit, k) => [unit, k]));
  $('off').textContent = `${running.length} / ${d.heat.units.length} ${t('units run; those that stay off are not drawn')}`;
  $('heat').style.height = Math.max(160, 70 + 18 * running.length) + 'px';
  chart('heat', `Commitment of ${running.length} units, sorted by their first running period`, {
    tooltip: {formatter: (p) => echarts.format.encodeHTML(`${d.heat.units[running[p.value[1]]]}, ${DATA.periods[p.value[0]]}: ${p.value[2]} %`)},
    grid: {left: 110, right: 90, top: 10, bottom: 30},
    xAxis: {type: 'category', data: DATA.periods}, yAxis: {type: 'category', data: running.map((unit) => d.heat.units[unit]), inverse: true},
    visualMap: {min: 0, max: 100, right: 0, top: 'middle', text: ['100 %', '0'], inRange: {color: ['#dbe9f6', '#6baed6', '#08519c']}},
    series: [{type: 'heatmap', data: d.heat.cells.map(([period, unit, share]) => [period, row.get(unit), share])}],
  });
  table('binding', [
    {title: 'Element', value: (b) => b.element},
    {title: 'Period', value: (b) => DATA.periods[b.period]},
    {title: 'Flow MW', value: (b) => b.flow, digits: 1},
    {title: 'Limit MW', value: (b) => b.limit, digits: 1},
    {title: 'Shadow price', value: (b) => b.price, digits: 2},
  ], d.binding, 'no limit binds');
}
$('detailname').textContent = t('Case');
DATA.details.forEach((d) => {
  const option = element('option', d.name);
  option.value = d.name;
  $('detail').append(option);
});
$('detail').onchange = () => detail($('detail').value);
if (DATA.details.length) detail(DATA.details[0].name);
else $('one').remove();

drawTimeline(DATA.timeline);
shell((single ? '' : 'Study ') + summary.study);

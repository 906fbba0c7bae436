const S = DATA.summary;
const worst = S.worst;

$('subtitle').textContent = t('{0}, {1}, {2} outages on {3} snapshots, {4} monitored branches; set-up {5} s, screening {6} s, CPU {7} s; nodes {8}',
  S.network, S.method, S.outages, S.snapshots, S.monitoredBranches, S.setUpSeconds.toFixed(3), S.screenSeconds.toFixed(3), S.cpuSeconds.toFixed(2), S.nodes.join(', '));
const act = [...S.alarms];
if (S.baseViolations) act.push(t('{0} limits are violated before any outage.', S.baseViolations));
for (const [status, words] of [['violated', '{0} of {1} outages violate limits.'], ['unbalanced', '{0} of {1} outages lack power that nobody can give or take.'],
  ['diverged', '{0} of {1} outages have no solution.'], ['skipped', '{0} of {1} outages were not computed.']]) {
  const count = S.counts[status] - (status === 'skipped' ? S.outOfService : 0);
  if (count) act.push(t(words, count, S.outages));
}
if (S.islandedAndViolated) act.push(t('{0} outages split the system and violate limits.', S.islandedAndViolated));
notices('bad', t('Must be looked at'), act);
notices('warn', t('Notices'), [...(S.unlimited ? [S.unlimited] : []), ...S.warnings]);
notices('note', t('Notices'), [...(S.lostNodes.length ? [t('Lost nodes: {0}.', S.lostNodes.join(', '))] : []), ...(S.outOfService ? [t('{0} of {1} outages open nothing that is in service and are left out.', S.outOfService, S.outages)] : []), ...S.notices]);

for (const status of ['secure', 'violated', 'islanded', 'unbalanced', 'diverged', 'skipped']) {
  const count = S.counts[status] - (status === 'skipped' ? S.outOfService : 0);
  tile(status, S.counts[status], count && status !== 'secure' ? (status === 'islanded' ? 'warn' : 'bad') : undefined);
}
if (S.islandedAndViolated) tile('islanded and violated', S.islandedAndViolated, 'bad');
tile('base violations', S.baseViolations, S.baseViolations ? 'bad' : undefined);
tile('heavy in base', S.baseHeavy);

// Five figures of a positive number, without an exponent.
function figures(value) {
  return fixed(value, value >= 1e4 || value <= 0 ? 0 : Math.min(8, 4 - Math.floor(Math.log10(value))));
}

// The network by snapshot and outage (H-22, H-23, H-28, H-30): what is heavy or over its limit, as colours and as a table.
function map() {
  const {cells, outages, devices, count, firstBus} = DATA.map;
  const drawing = network('picture', DATA.picture, {below: 'not heavy'});
  const names = DATA.snapshots.map((s) => s.name);
  const order = [...new Set(cells.map((c) => c[1]).filter((o) => o >= 0))];
  const fill = (id, options) => $(id).replaceChildren(...options.map(([value, text]) => { const made = element('option', text); made.value = value; return made; }));
  fill('mapwhen', [['all', t('worst of all snapshots')], ...names.map((name, k) => [String(k), name])]);
  fill('mapafter', [['all', t('base case and all outages')], ['-1', t('base case, nothing out')], ['any', t('any outage, the worst')], ...order.map((o) => [String(o), t('outage of {0}', outages[o])])]);
  $('mapwhenbox').hidden = names.length < 2;
  $('mapnote').textContent = count > cells.length ? t('The {0} most loaded of {1} heavy loadings and violations are drawn; all are in the files.', cells.length, count) : '';
  const draw = () => {
    const when = $('mapwhen').value, after = $('mapafter').value;
    const kept = cells.filter((c) => (when === 'all' || c[0] === +when) && (after === 'all' || (after === 'any' ? c[1] >= 0 : c[1] === +after)));
    const worstOf = new Map();
    for (const c of kept) if (!worstOf.has(c[2])) worstOf.set(c[2], c);
    const title = t('Network by the worst loading of each branch.') + ` ${$('mapwhen').selectedOptions[0].text}, ${$('mapafter').selectedOptions[0].text}.`;
    drawing.update((l) => worstOf.get(l)?.[3] ?? DATA.picture.loadings[l], title, {marked: [...worstOf.values()].filter((c) => c[2] >= firstBus && c[4]).map((c) => c[2] - firstBus)});
    table('mapped', [
      {title: 'device', value: (c) => devices[c[2]][0]}, {title: 'kind', value: (c) => t(devices[c[2]][1])}, {title: 'state', value: (c) => t(c[4] ? 'violation' : 'heavy')}, {title: 'loading, %', value: (c) => c[3]},
      {title: 'snapshot', value: (c) => names[c[0]]}, {title: 'after', value: (c) => (c[1] < 0 ? t('base case, nothing out') : outages[c[1]])},
    ], [...worstOf.values()].slice(0, 1000), 'nothing is heavy or over its limit');
  };
  $('mapwhen').onchange = draw;
  $('mapafter').onchange = draw;
  draw();
}

const shown = worst.slice(0, 15);
const volts = worst.some((w) => w.excessPu > 0);
const flows = worst.some((w) => w.excessMw > 0 || w.missingMw);
if (worst.length) {
  const axis = (name, position) => ({type: 'value', name, position, nameLocation: 'middle', nameGap: 28});
  const at = volts && flows ? 1 : 0;
  const bar = (name, values, color, xAxisIndex) => ({name, type: 'bar', xAxisIndex, data: values, itemStyle: {color}});
  chart('severity', t('The most severe outage is that of {0}, worst at {1}', worst[0].outage, worst[0].worstDevice || t('no device')), {
    tooltip: {}, legend: {type: 'scroll', top: 0}, grid: {left: 80, right: 30, top: volts && flows ? 80 : 40, bottom: 50},
    xAxis: [...(flows ? [axis('MW', 'bottom')] : []), ...(volts || !flows ? [axis('p.u.', flows ? 'top' : 'bottom')] : [])],
    yAxis: {type: 'category', inverse: true, data: shown.map((w) => w.outage)},
    series: [
      ...(flows ? [bar(t('missing MW'), shown.map((w) => Math.abs(w.missingMw)), '#cc79a7', 0), bar(t('excess MW'), shown.map((w) => w.excessMw), '#d55e00', 0)] : []),
      ...(volts || !flows ? [bar(t('voltage excess p.u.'), shown.map((w) => w.excessPu), '#e69f00', at)] : [])],
  });
} else {
  $('severity').replaceWith(element('p', t('nothing'), 'muted'));
}
chart('duration', t('{0} of the outages against their worst loading; the highest is {1}', percent(DATA.durationShare), percent(Math.max(0, ...DATA.duration))), {
  tooltip: {trigger: 'axis', valueFormatter: percent}, grid: {left: 60, right: 40, top: 20, bottom: 50},
  xAxis: {type: 'value', min: 0, max: 100, name: t('share of outages, %'), nameLocation: 'middle', nameGap: 28},
  yAxis: {type: 'value', axisLabel: {formatter: (x) => Math.round(100 * x) + ' %'}},
  series: [{type: 'line', showSymbol: false, areaStyle: {opacity: 0.15},
    data: DATA.duration.map((y, k) => [100 * DATA.durationShare * k / Math.max(1, DATA.duration.length - 1), y]),
    markLine: {symbol: 'none', label: {formatter: t('limit')}, data: [{yAxis: 1}], lineStyle: {color: '#d55e00'}}}],
});
$('drawn').textContent = t('{0} of the outages come near a limit or exceed one and are drawn; of a voltage, 100 % is the end of its band.', percent(DATA.durationShare));
if (DATA.snapshots.length > 1) {
  const names = DATA.snapshots.map((s) => s.name);
  const bar = (name, values, color) => ({name, type: 'bar', data: values, itemStyle: {color}});
  chart('snapshots', t('Outages with violations by snapshot, {0} snapshots', names.length), {
    tooltip: {trigger: 'axis'}, legend: {type: 'scroll', top: 0}, grid: {left: 60, right: 20, top: 50, bottom: 40},
    xAxis: {type: 'category', data: names}, yAxis: {type: 'value'},
    series: [
      bar(t('violated'), DATA.snapshots.map((s) => s.counts[1]), '#d55e00'),
      bar(t('islanded'), DATA.snapshots.map((s) => s.counts[2]), '#7d8b99'),
      bar(t('unbalanced'), DATA.snapshots.map((s) => s.counts[3]), '#cc79a7'),
      bar(t('diverged'), DATA.snapshots.map((s) => s.counts[4]), '#4d5866'),
      {name: t('base violations'), type: 'line', data: DATA.snapshots.map((s) => s.baseViolations), itemStyle: {color: '#e69f00'}},
      {name: t('heavy in base'), type: 'line', data: DATA.snapshots.map((s) => s.baseHeavy), itemStyle: {color: '#0072b2'}},
    ],
  });
} else {
  $('bytime').remove();
}
if (DATA.matrix.cells.length) {
  chart('matrix', t('Loading of {0} devices after {1} outages', DATA.matrix.devices.length, DATA.matrix.outages.length), {
    tooltip: {formatter: (p) => echarts.format.encodeHTML(t('{0} after {1}: {2}', DATA.matrix.devices[p.value[1]], DATA.matrix.outages[p.value[0]], percent(p.value[2])))},
    grid: {left: 110, right: 20, top: 20, bottom: 140},
    xAxis: {type: 'category', data: DATA.matrix.outages, axisLabel: {rotate: 60, width: 90, overflow: 'truncate'}},
    yAxis: {type: 'category', data: DATA.matrix.devices, axisLabel: {width: 100, overflow: 'truncate'}},
    visualMap: {min: 1, max: Math.max(1.01, ...DATA.matrix.cells.map((c) => c[2])), orient: 'horizontal', left: 'center', bottom: 0,
      inRange: {color: ['#fbe3b5', '#e0783f', '#8c1d18']}, formatter: percent},
    series: [{type: 'heatmap', data: DATA.matrix.cells}],
  });
} else {
  $('matrixbox').remove();
}
document.querySelectorAll('.word, summary').forEach((each) => { if (each.closest('#picturebox')) each.textContent = t(each.textContent); });
map();
table('worst', [
  {title: 'outage', value: (w) => w.outage}, {title: 'snapshot', value: (w) => w.snapshot}, {title: 'status', value: (w) => t(w.status)},
  {title: 'violations', value: (w) => w.violations}, {title: 'worst device', value: (w) => w.worstDevice},
  {title: 'loading', value: (w) => w.worstLoading, show: percent}, {title: 'excess MW', value: (w) => w.excessMw, digits: 2},
  {title: 'excess p.u.', value: (w) => w.excessPu, digits: 4}, {title: 'severity', value: (w) => w.severity, show: figures},
  {title: 'lost load MW', value: (w) => w.lostLoadMw, digits: 2}, {title: 'lost generation MW', value: (w) => w.lostGenerationMw, digits: 2},
  {title: 'missing MW', value: (w) => w.missingMw, digits: 2}, {title: 'which part lives, what is missing', value: (w) => (LANGUAGE === 'zh' ? translated(w.reason) ?? w.reason : w.reason), long: true},
], worst);
const columns = (names, shows) => names.map((title, c) => ({title, value: (row) => (shows[c]?.word ? t(row[c]) : row[c]), ...shows[c]}));
table('devices', columns(['device', 'kind', 'kV', 'zone', 'heavy snapshots', 'base violated', 'N-1 violated', 'violations', 'worst loading', 'worst outage', 'at'],
  {1: {word: true}, 8: {show: percent}}), DATA.devices);
table('base', columns(['device', 'kind', 'kV', 'zone', 'state', 'value', 'limit', 'loading'], {1: {word: true}, 4: {word: true}, 5: {digits: 3}, 6: {digits: 3}, 7: {show: percent}}), DATA.base);
drawTimeline(DATA.timeline, DATA.timelineOmitted);
files(['outages.csv', 'devices.csv', 'violations.csv', 'flows.csv', 'base.csv', 'snapshots.csv', 'contingencies.csv', 'sensitivities.csv', 'pairs.csv', 'islanding-pairs.csv', 'summary.json', 'datapackage.json'].filter((name) => DATA.files.includes(name)));
shell(DATA.name);

const summary = DATA.summary;
const base = summary.cases[0];
const single = summary.cases.length === 1;
const solved = summary.cases.filter((c) => c.objective !== undefined);
const perMwh = `${MONEY}/MWh`;

const losses = t(summary.options.losses ? 'with losses' : 'without losses');
$('subtitle').textContent = t('Run {0} · {1} · {2} cases × {3} periods of {4} min · {5} · {6} s on {7}', summary.runId, t(summary.state), summary.cases.length, DATA.periods.length, DATA.minutes, losses, fixed(summary.seconds, 1), summary.nodes.join(', '));
if (single) $('subtitle').textContent = t('Run {0} · {1} · {2} periods of {3} min · {4} · {5} s on {6}', summary.runId, t(summary.state), DATA.periods.length, DATA.minutes, losses, fixed(summary.seconds, 1), summary.nodes.join(', '));

const known = (text) => (LANGUAGE === 'zh' ? translated(text) ?? text : text);
const named = (c, text) => (single ? text : `${c.name}${t(': ')}${text}`);
notices('bad', t('Must be looked at'), [
  ...(DATA.kept ?? []).map(known),
  ...summary.cases.filter((c) => c.audit === 'FAILED').map((c) => named(c, t('the audit failed: {0}', c.auditFindings.slice(0, 5).join('; ')))),
  ...summary.cases.flatMap((c) => (c.alarms ?? []).filter((a) => !a.startsWith('AUDIT FAILED')).map((a) => named(c, known(a)))),
  ...summary.cases.filter((c) => c.status === 'FAILED').map((c) => named(c, t('failed, {0}: {1}', t(c.reason), c.reasonText))),
]);
notices('warn', t('Relaxed limits'), summary.cases.filter((c) => c.relaxations && c.relaxations.length).map((c) => {
  const worst = [...c.relaxations].sort((a, b) => b.penaltyYuan - a.penaltyYuan)[0];
  const words = [c.relaxations.length, constraintWords(worst.constraint), elementWords(worst.element), fixed(worst.amount, 3), t(worst.unit), worst.period >= 0 ? DATA.periods[worst.period] : ''];
  return named(c, worst.period >= 0 ? t('{0} relaxed, the dearest: {1}, {2}, by {3} {4} at {5}.', ...words) : t('{0} relaxed, the dearest: {1}, {2}, by {3} {4}.', ...words));
}));
notices('note', t('Notices'), [
  ...summary.cases.filter((c) => c.objective !== undefined && c.reason).map((c) => named(c, known(c.reasonText))),
  ...(summary.synthetic.length ? [t('Synthetic data: {0}.', summary.synthetic.map(known).join(LANGUAGE === 'zh' ? '、' : ', '))] : []),
  ...(summary.lostNodes.length ? [t('Lost nodes: {0}; {1} units were sent again.', summary.lostNodes.join(', '), summary.retries)] : []),
  ...summary.warnings, ...summary.notices]);

if (!single) {
  tile('cases', summary.cases.length);
  const failed = summary.cases.filter((c) => c.status === 'FAILED').length;
  tile('failed', failed, failed ? 'bad' : undefined);
}
if (base.objective !== undefined) {
  tile('cost', `${fixed(base.objective, 0)} ${MONEY}`);
  tile('load served', `${fixed(base.servedLoadMwh, 0)} MWh`);
  tile('load not served', `${fixed(base.shedLoadMwh, 1)} MWh`, base.shedLoadMwh > 0.05 ? 'bad' : undefined);
  tile('LMP mean', `${fixed(base.lmp?.mean, 2)} ${perMwh}`);
  tile('starts', base.starts);
  tile('audit', t(base.audit), base.audit === 'PASSED' ? undefined : 'bad');
  const again = base.securityAudit;
  if (again) tile('AC check solved again', t('{0} of {1} periods, {2} of {3} outages', again.periods, again.ofPeriods, again.outages, again.ofOutages));
}

table('cases', [
  {title: 'Case', value: (c) => c.name, name: true},
  {title: 'Status', value: (c) => t(c.status) + (c.audit === 'FAILED' ? ' ' + t('AUDIT FAILED') : '')},
  {title: `${t('Cost')}, ${MONEY}`, value: (c) => c.objective},
  ...(single ? [] : [{title: `${t('vs base')}, ${MONEY}`, value: (c) => (c.objective === undefined || base.objective === undefined ? undefined : c.objective - base.objective)},
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
  chart('cost', t('Cost of each case against the base; the dearest is {0}, {1} {2} above it', dearest.name, fixed(dearest.objective - base.objective, 0), MONEY), {
    tooltip: {trigger: 'axis'}, grid: {left: 90, right: 20, bottom: 110},
    xAxis: {type: 'category', data: solved.map((c) => c.name), axisLabel: {rotate: 40}},
    yAxis: {type: 'value', name: `${MONEY} ${t('above base')}`},
    series: [{type: 'bar', data: solved.map((c) => ({value: Math.round(c.objective - base.objective),
      itemStyle: {color: c.objective >= base.objective ? '#d55e00' : '#009e73'}}))}],
  });
} else {
  $('costs').remove();
}
const meanPrices = DATA.series.flatMap((s) => s.lmp);
const range = meanPrices.length ? t('from {0} to {1} {2}', fixed(least(meanPrices), 2), fixed(most(meanPrices), 2), perMwh) : '';
chart('lmp', t('Load-weighted mean price of each case by period, {0}', range), {
  tooltip: {trigger: 'axis'}, legend: {type: 'scroll', top: 0, show: !single}, grid: {left: 60, right: 20, top: 50, bottom: 30},
  xAxis: {type: 'category', data: DATA.periods}, yAxis: {type: 'value', name: perMwh, scale: true},
  series: DATA.series.map((s) => ({name: s.name, type: 'line', step: 'middle', symbol: 'none', data: s.lmp.map((v) => +v.toFixed(2))})),
});
chart('duration', t('Price of each case against the share of time that it is reached, {0}', range), {
  tooltip: {trigger: 'axis'}, legend: {type: 'scroll', top: 0, show: !single}, grid: {left: 60, right: 20, top: 50, bottom: 50},
  xAxis: {type: 'value', name: t('% of time'), nameLocation: 'middle', nameGap: 28, max: 100}, yAxis: {type: 'value', name: perMwh, scale: true},
  series: DATA.series.map((s) => ({name: s.name, type: 'line', step: 'end', symbol: 'none',
    data: [...s.lmp].sort((a, b) => b - a).flatMap((v, k, all) => (k ? [] : [[0, +v.toFixed(2)]]).concat([[+((100 * (k + 1)) / all.length).toFixed(1), +v.toFixed(2)]]))})),
});

$('detailname').textContent = t('Case');
document.querySelectorAll('.word, summary').forEach((each) => { if (each.closest('section[id]')) each.textContent = t(each.textContent); });
if (DATA.details.length < solved.length) $('detailnote').textContent = t('The first {0} of {1} cases; the tables of all are in the folder cases.', DATA.details.length, solved.length);
drawTimeline(DATA.timeline, DATA.timelineOmitted);
files(['cases.csv', 'summary.json', 'datapackage.json', ...DATA.details.map((d) => d.folder)]);
if (single) document.querySelector('#comparison h2').textContent = 'Figures';
shell(single ? summary.study : t('Study {0}', summary.study));
if (DATA.details.length) choice('detail', DATA.details.map((d) => d.name), detail);
else ['one', 'securitybox', 'relaxedbox', 'dispatchbox', 'commitbox', 'curves', 'zonesbox', 'busesbox', 'limitsbox', 'networkbox', 'reservebox', 'storagebox'].forEach((id) => shown(id, false));
if (single) shown('one', false);

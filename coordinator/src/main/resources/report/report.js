'use strict';
const summary = DATA.summary;
const $ = (id) => document.getElementById(id);
const fixed = (value, digits) =>
  value === undefined || value === null ? '' : value.toLocaleString('en', {minimumFractionDigits: digits, maximumFractionDigits: digits});
const charts = [];
function draw(id, option) {
  const chart = echarts.getInstanceByDom($(id)) || echarts.init($(id));
  if (!charts.includes(chart)) charts.push(chart);
  chart.setOption(Object.assign({animation: false, textStyle: {fontFamily: 'system-ui, sans-serif'}}, option), true);
}
window.addEventListener('resize', () => charts.forEach((chart) => chart.resize()));

function cellText(tag, text) {
  const cell = document.createElement(tag);
  cell.textContent = text;
  return cell;
}

function notice(kind, text) {
  const box = document.createElement('section');
  box.className = kind;
  box.textContent = text;
  $('notices').append(box);
}

function table(id, columns, rows) {
  const body = $(id);
  let sorted = rows;
  let direction = 1;
  const render = () => {
    body.replaceChildren();
    const head = document.createElement('tr');
    columns.forEach((column) => {
      const th = cellText('th', column.title);
      th.onclick = () => {
        direction = -direction;
        sorted = [...sorted].sort((a, b) => {
          const x = column.value(a), y = column.value(b);
          return direction * (typeof x === 'number' && typeof y === 'number' ? x - y : String(x).localeCompare(String(y)));
        });
        render();
      };
      head.append(th);
    });
    body.append(head);
    sorted.forEach((row) => {
      const tr = document.createElement('tr');
      columns.forEach((column) => {
        const value = column.value(row);
        tr.append(cellText('td', typeof value === 'number' ? fixed(value, column.digits ?? 0) : value ?? ''));
      });
      body.append(tr);
    });
  };
  render();
}

const base = summary.cases[0];
$('title').textContent = `Study ${summary.study}`;
$('subtitle').textContent =
  `Run ${summary.runId} · ${summary.state} · ${summary.cases.length} cases × ${DATA.periods.length} periods of ` +
  `${DATA.minutes} min · ${fixed(summary.seconds, 1)} s on ${summary.nodes.join(', ')}`;
if (summary.synthetic.length) notice('warn', 'Synthetic data: ' + summary.synthetic.join(', ') + '.');
if (summary.lostNodes.length) notice('warn', `Lost nodes: ${summary.lostNodes.join(', ')}; ${summary.retries} units were sent again.`);
const audited = summary.cases.filter((c) => c.audit === 'FAILED');
audited.forEach((c) => notice('bad', `Audit failed for ${c.name}: ${c.auditFindings.slice(0, 5).join('; ')}`));
summary.cases.filter((c) => c.alarms).forEach((c) => c.alarms
  .filter((a) => !a.startsWith('AUDIT FAILED')).forEach((a) => notice('bad', `${c.name}: ${a}`)));
summary.cases.filter((c) => c.status === 'FAILED').forEach((c) => notice('bad', `${c.name} failed: ${c.reason}: ${c.reasonText}`));
summary.cases.filter((c) => c.relaxations && c.relaxations.length).forEach((c) => {
  const worst = [...c.relaxations].sort((a, b) => b.penaltyYuan - a.penaltyYuan)[0];
  notice('warn', `${c.name}: ${c.relaxations.length} constraints relaxed, the dearest ${worst.constraint} ${worst.element}` +
    (worst.period >= 0 ? ` in period ${worst.period + 1}` : '') + ` by ${fixed(worst.amount, 3)} ${worst.unit}.`);
});
summary.warnings.forEach((w) => notice('warn', w));
summary.notices.forEach((n) => notice('note', n));

table('cases', [
  {title: 'Case', value: (c) => c.name},
  {title: 'Status', value: (c) => c.status + (c.audit === 'FAILED' ? ' AUDIT FAILED' : '')},
  {title: `Cost, ${summary.currency}`, value: (c) => c.objective},
  {title: `vs base, ${summary.currency}`, value: (c) => (c.objective === undefined || base.objective === undefined ? undefined : c.objective - base.objective)},
  {title: 'vs base %', value: (c) => (c.objective !== undefined && base.objective > 0 ? (c.objective / base.objective - 1) * 100 : undefined), digits: 2},
  {title: 'Energy', value: (c) => c.costs?.energyYuan},
  {title: 'Starts', value: (c) => c.costs?.startYuan},
  {title: 'Penalties', value: (c) => c.costs?.penaltyYuan},
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

const solved = summary.cases.filter((c) => c.objective !== undefined);
draw('cost', {
  tooltip: {trigger: 'axis'}, grid: {left: 90, right: 20, bottom: 110},
  xAxis: {type: 'category', data: solved.map((c) => c.name), axisLabel: {rotate: 40}},
  yAxis: {type: 'value', name: `${summary.currency} above base`},
  series: [{type: 'bar', data: solved.map((c) => ({value: Math.round(c.objective - base.objective),
    itemStyle: {color: c.objective >= base.objective ? '#c2553f' : '#3f8f6b'}}))}],
});
draw('lmp', {
  tooltip: {trigger: 'axis'}, legend: {type: 'scroll', top: 0}, grid: {left: 60, right: 20, bottom: 30},
  xAxis: {type: 'category', data: DATA.periods}, yAxis: {type: 'value', name: `${summary.currency}/MWh`, scale: true},
  series: DATA.series.map((s) => ({name: s.name, type: 'line', step: 'end', symbol: 'none', data: s.lmp.map((v) => +v.toFixed(2))})),
});
draw('duration', {
  tooltip: {trigger: 'axis'}, legend: {type: 'scroll', top: 0}, grid: {left: 60, right: 20, bottom: 40},
  xAxis: {type: 'value', name: '% of time', max: 100}, yAxis: {type: 'value', name: `${summary.currency}/MWh`, scale: true},
  series: DATA.series.map((s) => ({name: s.name, type: 'line', step: 'end', symbol: 'none',
    data: [...s.lmp].sort((a, b) => b - a).map((v, k, all) => [+((100 * (k + 1)) / all.length).toFixed(1), +v.toFixed(2)])})),
});

function detail(name) {
  const d = DATA.details.find((x) => x.name === name);
  const s = DATA.series.find((x) => x.name === name);
  if (!d || !s) return;
  draw('stack', {
    tooltip: {trigger: 'axis'}, legend: {type: 'scroll', top: 0}, grid: {left: 60, right: 20, bottom: 30},
    xAxis: {type: 'category', data: DATA.periods, boundaryGap: false}, yAxis: {type: 'value', name: 'MW'},
    series: Object.entries(d.stack).map(([fuel, mw]) => ({name: fuel, type: 'line', stack: 'all', areaStyle: {}, symbol: 'none', lineStyle: {width: 0}, data: mw.map((v) => +v.toFixed(1))}))
      .concat([{name: 'load', type: 'line', symbol: 'none', lineStyle: {color: '#000', width: 2}, itemStyle: {color: '#000'}, data: d.load.map((v) => +v.toFixed(1))}]),
  });
  draw('load', {
    tooltip: {trigger: 'axis'}, legend: {top: 0}, grid: {left: 60, right: 60, bottom: 30},
    xAxis: {type: 'category', data: DATA.periods},
    yAxis: [{type: 'value', name: 'MW', scale: true}, {type: 'value', name: `${summary.currency}/MWh`, scale: true}],
    series: [{name: 'load', type: 'line', symbol: 'none', areaStyle: {opacity: 0.15}, data: s.load.map((v) => +v.toFixed(1))},
      {name: 'mean LMP', type: 'line', step: 'end', symbol: 'none', yAxisIndex: 1, data: s.lmp.map((v) => +v.toFixed(2))}],
  });
  draw('heat', {
    tooltip: {formatter: (p) => `${d.heat.units[p.value[1]]}, ${DATA.periods[p.value[0]]}: ${p.value[2]} %`},
    grid: {left: 110, right: 90, top: 10, bottom: 30},
    xAxis: {type: 'category', data: DATA.periods}, yAxis: {type: 'category', data: d.heat.units, inverse: true},
    visualMap: {min: 0, max: 100, right: 0, top: 'middle', text: ['100 %', '0'], inRange: {color: ['#dbe9f6', '#6baed6', '#08519c']}},
    series: [{type: 'heatmap', data: d.heat.cells}],
  });
  table('binding', [
    {title: 'Element', value: (b) => b.element},
    {title: 'Period', value: (b) => DATA.periods[b.period]},
    {title: 'Flow MW', value: (b) => b.flow, digits: 1},
    {title: 'Limit MW', value: (b) => b.limit, digits: 1},
    {title: 'Shadow price', value: (b) => b.price, digits: 2},
  ], d.binding);
}
DATA.details.forEach((d) => {
  const option = cellText('option', d.name);
  option.value = d.name;
  $('detail').append(option);
});
$('detail').onchange = () => detail($('detail').value);
if (DATA.details.length) detail(DATA.details[0].name);

drawTimeline(DATA.timeline);

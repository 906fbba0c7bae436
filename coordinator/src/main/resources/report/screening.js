'use strict';
const $ = id => document.getElementById(id);
const S = DATA.summary;
const percent = x => (100 * x).toFixed(1) + ' %';
const chart = (id, option) => {
  const made = echarts.init($(id));
  made.setOption(Object.assign({ animation: false, grid: { left: 70, right: 20, top: 30, bottom: 60 } }, option));
  addEventListener('resize', () => made.resize());
};

$('title').textContent = DATA.name;
$('subtitle').textContent = `${S.network}, ${S.method}, ${S.outages} outages on ${S.snapshots} snapshot(s), ` +
  `${S.monitoredBranches} monitored branches; set-up ${S.setUpSeconds.toFixed(3)} s, screen ${S.screenSeconds.toFixed(3)} s, ` +
  `CPU ${S.cpuSeconds.toFixed(2)} s; nodes ${S.nodes.join(', ')}`;
const tile = (name, value) => {
  const box = document.createElement('div');
  box.className = 'tile';
  const number = document.createElement('b');
  number.textContent = value;
  box.append(number, name);
  $('tiles').append(box);
};
for (const status of ['secure', 'violated', 'islanded', 'unbalanced', 'diverged', 'skipped']) tile(status, S.counts[status]);
if (S.islandedAndViolated) tile('islanded and violated', S.islandedAndViolated);
if (S.unlimited) $('subtitle').textContent = S.unlimited + ' ' + $('subtitle').textContent;
tile('base violations', S.baseViolations);
tile('heavy in base', S.baseHeavy);

const table = (id, header, rows, format) => {
  const element = $(id);
  let order = null, up = false;
  const draw = () => {
    const sorted = order === null ? rows : [...rows].sort((a, b) => {
      const sign = up ? 1 : -1;
      return typeof a[order] === 'number' ? sign * (a[order] - b[order]) : sign * String(a[order]).localeCompare(String(b[order]));
    });
    element.textContent = '';
    const head = element.insertRow();
    header.forEach((name, c) => {
      const cell = document.createElement('th');
      cell.textContent = name;
      cell.onclick = () => { up = order === c ? !up : false; order = c; draw(); };
      head.append(cell);
    });
    for (const row of sorted) {
      const line = element.insertRow();
      row.forEach((value, c) => { line.insertCell().textContent = format(value, c); });
    }
  };
  draw();
};

const worst = S.worst;
chart('severity', {
  tooltip: {},
  legend: { top: 0 },
  xAxis: [{ type: 'value', name: 'MW', nameLocation: 'middle', nameGap: 30 },
    { type: 'value', name: 'p.u.', show: worst.some(w => w.excessPu > 0) }],
  yAxis: { type: 'category', inverse: true, data: worst.slice(0, 15).map(w => w.outage) },
  series: [
    { name: 'missing MW', type: 'bar', data: worst.slice(0, 15).map(w => Math.abs(w.missingMw)), itemStyle: { color: '#5b2a86' } },
    { name: 'excess MW', type: 'bar', data: worst.slice(0, 15).map(w => w.excessMw), itemStyle: { color: '#c4553b' } },
    { name: 'voltage excess p.u.', type: 'bar', xAxisIndex: 1, data: worst.slice(0, 15).map(w => w.excessPu), itemStyle: { color: '#e0a030' } }]
});
chart('duration', {
  tooltip: { trigger: 'axis', valueFormatter: percent },
  xAxis: { type: 'value', max: 100, name: 'share of outages, %', nameLocation: 'middle', nameGap: 30 },
  yAxis: { type: 'value', axisLabel: { formatter: x => Math.round(100 * x) + ' %' } },
  series: [{ type: 'line', showSymbol: false, areaStyle: { opacity: 0.15 }, itemStyle: { color: '#2f6f9f' },
    data: DATA.duration.map((y, k) => [100 * k / Math.max(1, DATA.duration.length - 1), y]),
    markLine: { symbol: 'none', data: [{ yAxis: 1 }], lineStyle: { color: '#c4553b' } } }]
});
if (DATA.snapshots.length > 1) {
  const names = DATA.snapshots.map(s => s.name);
  const bar = (name, values, color) => ({ name, type: 'bar', data: values, itemStyle: { color } });
  chart('snapshots', {
    tooltip: { trigger: 'axis' }, legend: { top: 0 },
    xAxis: { type: 'category', data: names }, yAxis: { type: 'value' },
    series: [
      bar('violated', DATA.snapshots.map(s => s.counts[1]), '#c4553b'),
      bar('islanded', DATA.snapshots.map(s => s.counts[2]), '#7d8b99'),
      bar('unbalanced', DATA.snapshots.map(s => s.counts[3]), '#5b2a86'),
      bar('diverged', DATA.snapshots.map(s => s.counts[4]), '#22313f'),
      { name: 'base violations', type: 'line', data: DATA.snapshots.map(s => s.baseViolations), itemStyle: { color: '#e0a030' } },
      { name: 'heavy in base', type: 'line', data: DATA.snapshots.map(s => s.baseHeavy), itemStyle: { color: '#2f6f9f' } }
    ]
  });
} else {
  $('bytime').remove();
}
if (DATA.matrix.cells.length) {
  chart('matrix', {
    tooltip: { formatter: p => `${DATA.matrix.devices[p.value[1]]} after ${DATA.matrix.outages[p.value[0]]}: ${percent(p.value[2])}` },
    grid: { left: 110, right: 20, top: 20, bottom: 110 },
    xAxis: { type: 'category', data: DATA.matrix.outages, axisLabel: { rotate: 60 }, name: '' },
    yAxis: { type: 'category', data: DATA.matrix.devices },
    visualMap: { min: 1, max: Math.max(1.01, ...DATA.matrix.cells.map(c => c[2])), orient: 'horizontal', left: 'center', bottom: 0,
      inRange: { color: ['#fbe3b5', '#e0783f', '#8c1d18'] }, formatter: percent },
    series: [{ type: 'heatmap', data: DATA.matrix.cells }]
  });
} else {
  $('matrixbox').remove();
}
if (DATA.picture.buses) {
  const color = x => x > 1 ? '#c4553b' : x >= 0.8 ? '#e0a030' : '#9fb3c3';
  chart('picture', {
    tooltip: { formatter: p => p.dataType === 'edge' ? `${p.data.id}: ${p.data.loading ? percent(p.data.loading) : 'not heavy'}` : `bus ${p.data.name}, ${p.data.kv} kV, zone ${p.data.zone}` },
    series: [{ type: 'graph', layout: 'force', roam: true, symbolSize: 7, itemStyle: { color: '#2f6f9f' },
      force: { repulsion: 40, edgeLength: 22, gravity: 0.12 },
      data: DATA.picture.buses.map(b => ({ name: b[0], kv: b[1], zone: b[2] })),
      links: DATA.picture.links.map(l => ({ id: l[0], source: l[1], target: l[2], loading: l[4],
        lineStyle: { color: l[3] ? color(l[4]) : '#e6ebef', width: l[4] > 1 ? 4 : l[4] >= 0.8 ? 3 : 1.2, type: l[3] ? 'solid' : 'dashed' } })) }]
  });
} else {
  $('picturebox').remove();
}
table('worst', ['outage', 'snapshot', 'status', 'violations', 'worst device', 'loading', 'excess MW', 'excess p.u.', 'severity', 'lost load MW',
  'lost generation MW', 'missing MW', 'which part lives, what is missing'],
  worst.map(w => [w.outage, w.snapshot, w.status, w.violations, w.worstDevice, w.worstLoading, w.excessMw, w.excessPu, w.severity, w.lostLoadMw,
    w.lostGenerationMw, w.missingMw, w.reason]),
  (v, c) => c === 5 ? percent(v) : c === 7 ? v.toFixed(4) : c === 8 ? v.toPrecision(5) : c > 5 && c < 12 ? v.toFixed(2) : v);
const deviceHeader = ['device', 'kind', 'kV', 'zone', 'heavy snapshots', 'base violated', 'N-1 violated', 'violations', 'worst loading', 'worst outage', 'at'];
const showDevices = () => {
  const wanted = $('filter').value.toLowerCase();
  table('devices', deviceHeader, DATA.devices.filter(d => d.slice(0, 4).join(' ').toLowerCase().includes(wanted)),
    (v, c) => c === 8 ? percent(v) : v);
};
$('filter').oninput = showDevices;
showDevices();
table('base', ['device', 'kind', 'kV', 'zone', 'state', 'value', 'limit', 'loading'], DATA.base,
  (v, c) => c === 7 ? percent(v) : c === 5 || c === 6 ? v.toFixed(3) : v);
drawTimeline(DATA.timeline);

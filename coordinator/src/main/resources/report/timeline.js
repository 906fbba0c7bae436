'use strict';
// Which node did what, when: a bar per unit, red if it failed, dark if it was sent more than once.
function drawTimeline(units, omitted) {
  const nodes = [...new Set(units.map((u) => u.node))].sort((a, b) => a.localeCompare(b, undefined, {numeric: true}));
  const end = units.reduce((latest, u) => Math.max(latest, u.end), 0);
  $('timeline').style.height = 90 + 36 * nodes.length + 'px';
  const drawn = t('{0} units of work on {1} nodes in {2} s', units.length, nodes.length, fixed(end, 1));
  chart('timeline', omitted > 0 ? `${drawn}; ${t('the first ones; {0} more are not drawn', omitted)}` : drawn, {
    tooltip: {formatter: (p) => echarts.format.encodeHTML(`${p.value[3]}: ${(p.value[2] - p.value[1]).toFixed(2)} s on ${nodes[p.value[0]]}` +
      (p.value[4] > 1 ? `, attempt ${p.value[4]}` : '') + (p.value[5] ? ', failed' : ''))},
    grid: {left: 110, right: 20, top: 10, bottom: 50},
    xAxis: {type: 'value', name: 's', nameLocation: 'middle', nameGap: 28}, yAxis: {type: 'category', data: nodes},
    series: [{type: 'custom', encode: {x: [1, 2], y: 0},
      renderItem: (params, api) => {
        const from = api.coord([api.value(1), api.value(0)]);
        const to = api.coord([api.value(2), api.value(0)]);
        const height = Math.min(28, api.size([0, 1])[1] * 0.6);
        const fill = api.value(5) ? '#d55e00' : api.value(4) > 1 ? '#2b4a66' : '#5b8db8';
        return {type: 'rect', shape: {x: from[0], y: from[1] - height / 2, width: Math.max(1, to[0] - from[0] - 1), height},
          style: {fill, opacity: 0.7, stroke: '#fff'}};
      },
      data: units.map((u) => [nodes.indexOf(u.node), u.start, u.end, u.name, u.attempts, u.failed ? 1 : 0])}],
  });
}

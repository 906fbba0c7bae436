'use strict';
// One cleared case in detail: every section below the choice of the case.
const MONEY = t(DATA.summary.currency);
const at = (period) => DATA.periods[period];
const gridOf = (right = 20) => ({left: 64, right, top: 50, bottom: 30});
const byTime = (boundaryGap = true) => ({type: 'category', data: DATA.periods, boundaryGap});
const line = (name, data, more = {}) => ({name, type: 'line', symbol: 'none', data, ...more});
const least = (values) => Math.min(...values);
const most = (values) => Math.max(...values);
const sum = (values) => values.reduce((a, b) => a + b, 0);
const ink = () => (dark.matches ? '#fff' : '#000');
const shown = (id, yes) => { $(id).hidden = !yes; const link = document.querySelector(`nav a[href="#${id}"]`); if (link) link.parentElement.hidden = !yes; };

// A choice among names; keeps what was chosen where it is still there.
function choice(id, names, act, labels = names) {
  const select = $(id);
  const before = select.value;
  select.replaceChildren(...names.map((name, k) => {
    const option = element('option', labels[k]);
    option.value = name;
    return option;
  }));
  if (names.includes(before)) select.value = before;
  select.onchange = () => act(select.value);
  if (names.length) act(select.value);
}

// Constraint ids in words, such as "B-19 rating of a branch".
function constraintWords(id) {
  const words = CONSTRAINTS[id];
  return words ? `${id} ${LANGUAGE === 'zh' ? words[1] : words[0]}` : id;
}
// What the schedule says to a violation.
const ANSWERS = {NONE: 'nothing: the schedule is not secure', RELAXED: 'its limit is relaxed at the penalty', REACTIVE: 'it is of reactive power, active power cannot relieve it', REPORTED: 'a voltage: listed, not cut'};
const KINDS = ['branch', 'flowgate', 'bus', 'unit', 'storage', 'zone', 'group', 'reservoir', 'line', 'system', 'balance', 'island', 'HVDC line'];
const ELEMENTS = [[/^load not served/, '切负荷'], [/^generation not absorbed/, '发电过剩'], [/ after outages, most of (\S+)/, '，开断后（最多为 $1）'], [/ after the outage of (\S+)/, '，开断 $1 后'], [/ end level$/, ' 期末电量'], [/, system$/, '，全系统'], [/ at bus (\S+)/, '，节点 $1']];
const elementWords = (element) => {
  if (LANGUAGE === 'zh') element = ELEMENTS.reduce((left, [pattern, chinese]) => left.replace(pattern, chinese), element);
  const kind = KINDS.find((each) => element === each || element.startsWith(each + ' '));
  return kind && LANGUAGE === 'zh' ? t(kind) + element.slice(kind.length) : element;
};
const afterOutage = (outage) => (outage ? t('after the outage of {0}', outage) : t('intact grid'));

function security(d) {
  const s = d.security;
  const verdict = $('verdict');
  verdict.replaceChildren();
  const checked = s.rounds !== undefined;
  $('checked').hidden = !checked;
  $('unsolvedbox').hidden = !checked || !s.unsolved.length;
  if (!checked) {
    verdict.append(element('p', t('No AC check was asked for; limits are those of the DC model and of the outages named in the case. Ask for one with --security-rounds.'), 'muted'));
    return;
  }
  const flows = s.remaining.filter((v) => v[0] !== 'VOLTAGE').length;
  const volts = s.remaining.length - flows;
  const box = element('p', undefined, s.secure ? 'verdict good' : 'verdict bad');
  box.append(element('strong', s.secure ? t('Secure in AC') : t('NOT SECURE in AC')), ' ',
    t('{0} flows over their limits, {1} voltages outside their bands, {2} power flows without a solution.', flows, volts, s.unsolved.length));
  verdict.append(box);
  if (s.rounds.length > 1) verdict.append(element('p', t('Security costs {0} {1} more than the first round.', fixed(s.cost, 2), MONEY)));
  table('remaining', [
    {title: 'kind', value: (v) => t(v[0])}, {title: 'Element', value: (v) => v[1]}, {title: 'outage', value: (v) => afterOutage(v[2])}, {title: 'Period', value: (v) => at(v[3])},
    {title: 'value', value: (v) => v[4], digits: 3}, {title: 'limit', value: (v) => v[5], digits: 3}, {title: 'unit of measure', value: (v) => v[6]},
    {title: 'beyond by', value: (v) => v[7], digits: 4}, {title: 'what the schedule says to it', value: (v) => t(ANSWERS[v[8]]), long: true},
  ], s.remaining, 'everything is within its limits');
  if (s.unsolved.length) {
    table('unsolved', [{title: 'Period', value: (u) => at(u.period)}, {title: 'outage', value: (u) => afterOutage(u.outage)},
      {title: 'missing MW', value: (u) => u.missingMw, digits: 3}], s.unsolved);
  }
  table('rounds', [
    {title: 'round', value: (r) => r.number}, {title: `${t('Cost')}, ${MONEY}`, value: (r) => r.objectiveYuan}, {title: 'base violated', value: (r) => r.baseViolations},
    {title: 'N-1 violated', value: (r) => r.outageViolations}, {title: 'voltages', value: (r) => r.voltageViolations}, {title: 'worst loading', value: (r) => r.worstShare, show: percent},
    {title: 'periods without a solution', value: (r) => r.periodsDiverged}, {title: 'outages without a solution', value: (r) => r.outagesDiverged}, {title: 'new cuts', value: (r) => r.newCuts},
  ], s.rounds);
}

function relaxed(d) {
  $('relaxednote').textContent = d.relaxations.length ? t('Each could not be met and gave way at its penalty; the dearest first.') : '';
  table('relaxed', [
    {title: 'constraint', value: (r) => constraintWords(r[0]), long: true}, {title: 'Element', value: (r) => elementWords(r[1])},
    {title: 'Period', value: (r) => (r[2] >= 0 ? at(r[2]) : r[3] >= 0 ? t('day {0}', r[3] + 1) : t('whole horizon'))},
    {title: 'by how much', value: (r) => r[4], digits: 3}, {title: 'unit of measure', value: (r) => t(r[5])}, {title: `${t('penalty')}, ${MONEY}`, value: (r) => r[6]},
  ], d.relaxations, 'no limit is relaxed');
}

function dispatch(d, s, price) {
  const peak = d.load.indexOf(most(d.load));
  const mwAt = (v) => +v.toFixed(1);
  const fuels = Object.entries(d.stack).map(([fuel, mw]) => ({fuel, mw}));
  const area = (name, fuel, data) => line(name, data.map(mwAt), {stack: 'all', areaStyle: {opacity: 0.9}, lineStyle: {width: 0.6, color: dark.matches ? '#14191f' : '#fff'}, itemStyle: {color: fuelColour(fuel)}});
  const charges = d.charging.length && most(d.charging) > 0;
  chart('stack', t('Output by fuel; load peaks at {0} MW at {1}', fixed(d.load[peak], 0), at(peak)), {
    tooltip: {trigger: 'axis'}, legend: {type: 'scroll', top: 0}, grid: gridOf(), xAxis: byTime(false), yAxis: {type: 'value', name: 'MW'},
    series: [...fuels.map(({fuel, mw}) => area(t(fuel), fuel, mw)), ...(charges ? [area(t('storage, charging'), 'storage', d.charging.map((v) => -v))] : []),
      line(t('load'), d.load.map(mwAt), {lineStyle: {color: ink(), width: 2}, itemStyle: {color: ink()}})],
  });
  table('stacktable', [{title: 'Period', value: (k) => at(k)}, ...fuels.map(({fuel, mw}) => ({title: `${t(fuel)}, MW`, value: (k) => mw[k], digits: 1})),
    ...(charges ? [{title: `${t('storage, charging')}, MW`, value: (k) => d.charging[k], digits: 1}] : []), {title: `${t('load')}, MW`, value: (k) => d.load[k], digits: 1}], d.load.map((v, k) => k));
  const [low, mean, high] = d.lmp;
  chart('load', t('Load and LMP by period; the LMP is between {0} and {1} {2}', fixed(least(low), 2), fixed(most(high), 2), price), {
    tooltip: {trigger: 'axis'}, legend: {top: 0}, grid: gridOf(64), xAxis: byTime(),
    yAxis: [{type: 'value', name: 'MW', scale: true}, {type: 'value', name: price, scale: true, splitLine: {show: false}}],
    series: [line(t('load'), d.load.map(mwAt), {areaStyle: {opacity: 0.15}}),
      ...[['LMP min', low, 'dotted'], ['mean LMP', mean, 'solid'], ['LMP max', high, 'dashed']].map(([name, data, type], k) =>
        line(t(name), data, {step: 'middle', yAxisIndex: 1, lineStyle: {type, width: k === 1 ? 2 : 1.5}}))],
  });
}

function commitment(d) {
  const first = new Map();
  d.heat.cells.forEach(([period, unit]) => first.set(unit, Math.min(period, first.get(unit) ?? period)));
  const running = [...first.keys()].sort((a, b) => first.get(a) - first.get(b) || a - b);
  const row = new Map(running.map((unit, k) => [unit, k]));
  $('off').textContent = t('{0} of the {1} largest of {2} units run; those that stay off are not drawn.', running.length, d.heat.units.length, d.heat.count);
  $('heat').style.height = Math.max(160, 70 + 18 * running.length) + 'px';
  chart('heat', t('Commitment of {0} units, sorted by their first running period', running.length), {
    tooltip: {formatter: (p) => echarts.format.encodeHTML(`${d.heat.units[running[p.value[1]]]}, ${at(p.value[0])}: ${p.value[2]} %`)},
    grid: {left: 110, right: 90, top: 10, bottom: 30}, xAxis: byTime(), yAxis: {type: 'category', data: running.map((unit) => d.heat.units[unit]), inverse: true},
    visualMap: {min: 0, max: 100, right: 0, top: 'middle', text: ['100 %', '0'], inRange: {color: ['#dbe9f6', '#6baed6', '#08519c']}},
    series: [{type: 'heatmap', data: d.heat.cells.map(([period, unit, share]) => [period, row.get(unit), share])}],
  });
}

const PARTS = [['energy', '#0072b2'], ['congestion', '#d55e00'], ['loss', '#009e73']];
function components(id, name, parts, price) {
  const lmp = parts[0].map((v, k) => v + parts[1][k] + parts[2][k]);
  chart(id, t('LMP of {0} by component; between {1} and {2} {3}', name, fixed(least(lmp), 2), fixed(most(lmp), 2), price), {
    tooltip: {trigger: 'axis', valueFormatter: (v) => fixed(v, 2)}, legend: {top: 0}, grid: gridOf(), xAxis: byTime(), yAxis: {type: 'value', name: price, scale: true},
    series: [...PARTS.map(([part, color], k) => ({name: t(part), type: 'bar', stack: 'parts', barCategoryGap: '10%', itemStyle: {color}, data: parts[k]})),
      line('LMP', lmp.map((v) => +v.toFixed(2)), {step: 'middle', lineStyle: {color: ink(), width: 2}, itemStyle: {color: ink()}})],
  });
}
function prices(d, price) {
  const zoneName = (z) => z || t('without a zone');
  choice('zone', d.zones.map((z) => z.zone), (zone) => components('zonechart', zoneName(zone), d.zones.find((z) => z.zone === zone).parts.slice(1), price), d.zones.map((z) => zoneName(z.zone)));
  const mean = (values) => sum(values) / values.length;
  table('zones', [
    {title: 'zone', value: (r) => zoneName(r.zone)}, {title: 'Period', value: (r) => at(r.k)},
    ...['LMP', 'energy', 'congestion', 'loss'].map((name, k) => ({title: `${t(name)}, ${price}`, value: (r) => r.parts[k][r.k], digits: 2})),
  ], d.zones.flatMap((z) => z.parts[0].map((v, k) => ({...z, k}))));
  const names = Object.keys(d.buses.series);
  const all = d.buses.rows.length;
  $('busnote').textContent = names.length < all ? t('{0} of {1} buses, those whose LMP moves most over the day; all are in prices.csv.', names.length, all) : '';
  choice('bus', names, (bus) => components('buschart', t('bus {0}', bus), d.buses.series[bus], price));
  const rows = d.buses.rows.length > 3000 ? [...d.buses.rows].sort((a, b) => (b[5] - b[3]) - (a[5] - a[3])).slice(0, 3000) : d.buses.rows;
  table('buses', [
    {title: 'bus', value: (b) => b[0]}, {title: 'zone', value: (b) => b[1]}, {title: 'kV', value: (b) => b[2] || undefined},
    {title: 'LMP min', value: (b) => b[3], digits: 2}, {title: 'mean LMP', value: (b) => b[4], digits: 2}, {title: 'LMP max', value: (b) => b[5], digits: 2},
    {title: 'mean energy', value: (b) => b[6], digits: 2}, {title: 'mean congestion', value: (b) => b[7], digits: 2}, {title: 'mean loss', value: (b) => b[8], digits: 2},
  ], rows);
  table('binding', [
    {title: 'constraint', value: (b) => constraintWords(b[0])}, {title: 'Element', value: (b) => b[1]}, {title: 'outage', value: (b) => afterOutage(b[2])}, {title: 'Period', value: (b) => at(b[3])},
    {title: 'Flow MW', value: (b) => b[4], digits: 1}, {title: 'Limit MW', value: (b) => b[5], digits: 1}, {title: 'Shadow price', value: (b) => b[6], digits: 2},
  ], d.binding, 'no limit binds');
}

let drawing = null;
let pictured = null;
const lmpOf = (d) => new Map(d.buses.rows.map((b) => [b[0], b]));
// Prices that colour the buses of the picture (D-13): of each bus, or of its zone; over all periods their means.
function pricesOf(d, net, by, period) {
  const unit = `${MONEY}/MWh`;
  if (by === 'lmp') {
    const means = lmpOf(d);
    const of = (b) => (period === 'most' ? means.get(net.buses[b][0])?.[4] : d.lmps?.[+period]?.[b]);
    return {of, unit, name: period === 'most' ? t('Mean LMP') : 'LMP'};
  }
  if (by !== 'zone') return undefined;
  const zones = new Map(d.zones.map((z) => [z.zone, z.parts[0]]));
  const of = (b) => { const parts = zones.get(net.buses[b][2]); return parts && (period === 'most' ? sum(parts) / parts.length : parts[+period]); };
  return {of, unit, name: period === 'most' ? t('Mean LMP of zones') : t('LMP of zones')};
}
function picture(d) {
  const price = `${MONEY}/MWh`;
  const net = DATA.network;
  const held = d.loadings.byPeriod;
  const fits = net.links.length > 0 && (held ? held[0].length : d.loadings.most.length) === net.links.length;
  shown('networkbox', fits);
  if (!fits) return;
  const greatest = held ? net.links.map((l, k) => most(held.map((of) => of[k]))) : d.loadings.most;
  pictured = d;
  drawing = drawing ?? network('picture', net, {
    bus: (b) => {
      const row = lmpOf(pictured).get(net.buses[b][0]);
      const now = $('when').value === 'most' ? undefined : pictured.lmps?.[+$('when').value]?.[b];
      return (now === undefined ? '' : t('LMP {0} {1} at {2}.', fixed(now, 2), price, at(+$('when').value)) + ' ') + (row ? t('LMP between {0} and {1}, mean {2} {3}.', row[3], row[5], row[4], price) : '');
    },
  });
  const names = ['most', ...(held ? held.map((of, k) => String(k)) : [])];
  const draw = () => {
    const period = $('when').value;
    const of = period === 'most' ? greatest : held[+period];
    drawing.update((l) => of[l], period === 'most' ? t('Network by the greatest loading of the day.') : t('Network at {0}.', at(+period)), {buses: pricesOf(d, net, $('busby').value, period)});
  };
  choice('busby', ['voltage', 'lmp', 'zone'], () => $('when').value && draw(), [t('voltage'), 'LMP', t('LMP of their zone')]);
  choice('when', names, draw, names.map((each) => (each === 'most' ? t('greatest of all periods') : at(+each))));
  const when = held ? net.links.map((l, k) => held.findIndex((of) => of[k] === greatest[k])) : d.loadings.when;
  table('loadings', [
    {title: 'branch', value: (r) => r.id}, {title: 'from', value: (r) => r.from}, {title: 'to', value: (r) => r.to}, {title: 'greatest loading, %', value: (r) => r.most}, {title: 'Period', value: (r) => at(r.when)},
  ], net.links.map((l, k) => ({id: l[0], from: net.buses[l[1]][0], to: net.buses[l[2]][0], most: greatest[k], when: when[k]})).filter((r) => r.most >= 0).sort((a, b) => b.most - a.most).slice(0, 1000), 'no branch has a limit');
}

const SERVICES = {SPINNING: 'spinning reserve', REGULATION: 'regulation', NON_SPINNING: 'non-spinning reserve'};
// A requirement's rule in words.
function requirementWords(r) {
  const scope = r.zone ? t('units of zone {0}', r.zone) : r.group ? t('units of group {0}', r.group) : r.units.length ? t('units {0}', r.units.join(', ')) : t('all units');
  const span = r.mwMin === r.mwMax ? fixed(r.mwMax, 1) : `${fixed(r.mwMin, 1)}\u2013${fixed(r.mwMax, 1)}`;
  const parts = [];
  if (r.largestUnit) parts.push(t('the greatest of {0} MW and the largest unit', span));
  else if (r.mwMax > 0) parts.push(`${span} MW`);
  if (r.loadShare) parts.push(t('{0} % of load', fixed(100 * r.loadShare, 2)));
  if (r.renewableShare) parts.push(t('{0} % of the forecast of renewables', fixed(100 * r.renewableShare, 2)));
  const rule = r.method === 'GREATEST' && parts.length > 1 ? t('the greatest of {0}', parts.join('; ')) : parts.join(' + ') || '0 MW';
  return t('{1} {0}{2} held by {3}: at least {4}.', t(SERVICES[r.kind]), t(r.direction === 'UP' ? 'upward' : 'downward'), r.minutes ? t(' within {0} minutes', r.minutes) : '', scope, rule) + (r.inEffect ? '' : ' ' + t('It is switched off in this case.'));
}
function reserves(d, price) {
  shown('reservebox', d.reserves.length > 0);
  if (!d.reserves.length) return;
  const perMw = `${MONEY}/MW·h`;
  choice('requirement', d.reserves.map((r) => r.id), (id) => {
    const r = d.reserves.find((each) => each.id === id);
    $('ruletext').textContent = requirementWords(r);
    const short = r.requiredMw.findIndex((v, k) => r.inEffect && r.heldMw[k] < v - 0.01);
    chart('held', short < 0 ? t('{0}: held covers what is required in all periods', id) : t('{0}: short at {1}, {2} MW held of {3}', id, at(short), r.heldMw[short], r.requiredMw[short]), {
      tooltip: {trigger: 'axis'}, legend: {top: 0}, grid: gridOf(), xAxis: byTime(), yAxis: {type: 'value', name: 'MW'},
      series: [{name: t('held'), type: 'bar', data: r.heldMw, itemStyle: {color: '#56b4e9'}}, line(t('required'), r.requiredMw, {step: 'middle', lineStyle: {color: ink(), width: 2}, itemStyle: {color: ink()}})],
    });
    chart('reserveprice', t('Price of {0}, at most {1} {2}', id, fixed(most(r.price), 2), perMw), {
      tooltip: {trigger: 'axis'}, grid: gridOf(), xAxis: byTime(), yAxis: {type: 'value', name: perMw}, series: [line(id, r.price, {step: 'middle'})],
    });
    const made = ['given by the data', 'largest unit', 'share of load', 'share of renewables'].map((name, k) => [name, r.parts[k]]).filter(([, mw]) => most(mw) > 0);
    const factors = r.factor.some((v) => v !== 1) ? t(', times {0} to {1} by how the grid is operated', least(r.factor), most(r.factor)) : '';
    chart('madeof', t('{0} is made of: {1}; required at most {2} MW', id, (made.map(([name, mw]) => `${t(name)} ${fixed(most(mw), 1)} MW`).join(', ') || '0 MW') + factors, fixed(most(r.requiredMw), 1)), {
      tooltip: {trigger: 'axis'}, legend: {type: 'scroll', top: 0}, grid: gridOf(), xAxis: byTime(), yAxis: {type: 'value', name: 'MW'},
      series: [...made.map(([name, mw], k) => line(t(name), mw, {step: 'middle', lineStyle: {type: ['solid', 'dashed', 'dotted', 'dashed'][k]}})), line(t('required'), r.requiredMw, {step: 'middle', lineStyle: {color: ink(), width: 2}, itemStyle: {color: ink()}})],
    });
  });
  services(d, perMw);
  table('requirements', [
    {title: 'requirement', value: (r) => r.id}, {title: 'product', value: (r) => r.product}, {title: 'in words', value: requirementWords, long: true},
    {title: 'greatest MW', value: (r) => most(r.requiredMw), digits: 1}, {title: 'least margin MW', value: (r) => least(r.requiredMw.map((v, k) => r.heldMw[k] - v)), digits: 1}, {title: 'greatest price', value: (r) => most(r.price), digits: 2},
  ], d.reserves);
  const products = [...new Set(d.awards.map((a) => a[2]))];
  const fuels = [...new Set(d.awards.map((a) => a[1]))];
  $('awardchart').hidden = !d.awards.length;
  if (d.awards.length) {
    const of = (fuel, product) => sum(d.awards.filter((a) => a[1] === fuel && a[2] === product).map((a) => a[3]));
    $('awardchart').style.height = 110 + 40 * products.length + 'px';
    chart('awardchart', t('Reserve held over the day by fuel, {0} products, {1} MW·h', products.length, fixed(sum(d.awards.map((a) => a[3])), 0)), {
      tooltip: {valueFormatter: (v) => fixed(v, 1)}, legend: {type: 'scroll', top: 0}, grid: {left: 110, right: 60, top: 40, bottom: 30},
      xAxis: {type: 'value', name: 'MW·h'}, yAxis: {type: 'category', data: products, inverse: true},
      series: fuels.map((fuel) => ({name: t(fuel || 'thermal'), type: 'bar', stack: 'all', itemStyle: {color: fuelColour(fuel || 'thermal')}, data: products.map((p) => +of(fuel, p).toFixed(2))})),
    });
  }
  table('awards', [
    {title: 'unit', value: (a) => a[0]}, {title: 'fuel', value: (a) => t(a[1])}, {title: 'product', value: (a) => a[2]}, {title: 'held, MW·h', value: (a) => a[3], digits: 1}, {title: 'greatest MW', value: (a) => a[4], digits: 1},
  ], d.awards, 'nobody holds reserve');
}

// Offers, awards and live status of a product by unit, in more dimensions than one (G-09, G-10, G-12).
const SPLIT_MAX = 12;
function services(d, perMw) {
  const of = () => d.services.find((s) => s.product === $('service').value);
  const draw = () => {
    const s = of();
    if (!s || !$('splitby').value || !$('servicewhen').value) return;
    $('servicenote').textContent = s.count > s.units.length ? t('The {0} of {1} units that can give most; all are in reserve-status.csv.', s.units.length, s.count) : '';
    split(s);
    offers(s, +$('servicewhen').value, perMw);
    status(s, +$('servicewhen').value, perMw);
  };
  choice('splitby', ['fuel', 'unit'], draw, [t('fuel'), t('unit')]);
  choice('service', d.services.map((s) => s.product), draw);
  choice('servicewhen', DATA.periods.map((p, k) => String(k)), draw, DATA.periods);
  draw();
}
function split(s) {
  const by = $('splitby').value;
  const key = (u) => (by === 'fuel' ? t(u.fuel || 'thermal') : u.id);
  const groups = new Map();
  for (const u of s.units) {
    const held = groups.get(key(u)) ?? {fuel: u.fuel || 'thermal', mw: u.heldMw.map(() => 0)};
    u.heldMw.forEach((v, k) => { held.mw[k] += v; });
    groups.set(key(u), held);
  }
  let rows = [...groups].filter(([, g]) => sum(g.mw) > 0).sort((a, b) => sum(b[1].mw) - sum(a[1].mw));
  if (rows.length > SPLIT_MAX) {
    const rest = rows.slice(SPLIT_MAX - 1);
    rows = [...rows.slice(0, SPLIT_MAX - 1), [t('others'), {fuel: 'other', mw: rest[0][1].mw.map((v, k) => sum(rest.map(([, g]) => g.mw[k])))}]];
  }
  const hours = DATA.minutes / 60;
  const colour = (g) => (by === 'fuel' ? {itemStyle: {color: fuelColour(g.fuel)}} : {});
  const total = sum(rows.map(([, g]) => sum(g.mw))) * hours;
  const available = DATA.periods.map((v, k) => sum(s.units.map((u) => u.availableMw[k])));
  chart('heldsplit', t('{0} held by period, {1} MW·h in all; at most {2} MW could be given', s.product, fixed(total, 1), fixed(most(available), 1)), {
    tooltip: {trigger: 'axis', valueFormatter: (v) => fixed(v, 1)}, legend: {type: 'scroll', top: 0}, grid: gridOf(), xAxis: byTime(), yAxis: {type: 'value', name: 'MW'},
    series: [...rows.map(([name, g]) => ({name, type: 'bar', stack: 'held', data: g.mw.map((v) => +v.toFixed(2)), ...colour(g)})), line(t('could be given'), available.map((v) => +v.toFixed(2)), {step: 'middle', lineStyle: {type: 'dashed', color: '#7d8b99'}, itemStyle: {color: '#7d8b99'}})],
  });
  chart('shares', rows.length ? t('Shares of {0}: {1}', s.product, rows.map(([name, g]) => `${name} ${percent(sum(g.mw) * hours / total)}`).join(', ')) : t('nobody holds reserve'), {
    tooltip: {valueFormatter: (v) => fixed(v, 1) + ' MW·h'}, legend: {type: 'scroll', bottom: 0},
    series: [{type: 'pie', radius: ['35%', '65%'], center: ['50%', '45%'], label: {formatter: '{d} %'}, data: rows.map(([name, g]) => ({name, value: +(sum(g.mw) * hours).toFixed(2), ...colour(g)}))}],
  });
}
function offers(s, k, perMw) {
  const able = s.units.filter((u) => u.availableMw[k] > 0).sort((a, b) => a.offer[k] - b.offer[k]);
  let mw = 0;
  const steps = able.flatMap((u) => { const from = [mw, u.offer[k]]; mw += u.availableMw[k]; return [from, [+mw.toFixed(2), u.offer[k]]]; });
  const held = sum(s.units.map((u) => u.heldMw[k]));
  chart('offercurve', t('Offers of {0} at {1}: {2} units, {3} MW, of which {4} MW are held', s.product, at(k), able.length, fixed(mw, 1), fixed(held, 1)), {
    tooltip: {trigger: 'axis'}, grid: {left: 64, right: 60, top: 30, bottom: 50}, xAxis: {type: 'value', name: 'MW', nameLocation: 'middle', nameGap: 28}, yAxis: {type: 'value', name: perMw},
    series: [line(t('offers'), steps, {areaStyle: {opacity: 0.15}, markLine: {symbol: 'none', label: {formatter: t('held')}, data: [{xAxis: +held.toFixed(2)}], lineStyle: {color: '#d55e00'}}})],
  });
}
function status(s, k, perMw) {
  const rows = s.units.filter((u) => most(u.availableMw) > 0 || most(u.heldMw) > 0 || most(u.awardedMw) > 0);
  const cells = rows.flatMap((u, row) => u.availableMw.flatMap((could, period) => (could > 0 || u.heldMw[period] > 0 ? [[period, row, +(100 * u.heldMw[period] / Math.max(could, u.heldMw[period])).toFixed(1)]] : [])));
  $('status').style.height = Math.max(160, 70 + 18 * rows.length) + 'px';
  chart('status', t('{0}: {1} units by period; empty where a unit could give nothing', s.product, rows.length), {
    tooltip: {formatter: (p) => { const u = rows[p.value[1]], n = p.value[0]; return echarts.format.encodeHTML(t('{0}, {1}: {2} MW held of {3} MW', u.id, at(n), fixed(u.heldMw[n], 1), fixed(u.availableMw[n], 1))); }},
    grid: {left: 110, right: 90, top: 10, bottom: 30}, xAxis: byTime(), yAxis: {type: 'category', data: rows.map((u) => u.id), inverse: true, axisLabel: {width: 100, overflow: 'truncate'}},
    visualMap: {min: 0, max: 100, right: 0, top: 'middle', text: ['100 %', '0'], inRange: {color: ['#dbe9f6', '#6baed6', '#08519c']}}, series: [{type: 'heatmap', data: cells}],
  });
  table('units', [
    {title: 'unit', value: (u) => u.id}, {title: 'fuel', value: (u) => t(u.fuel || 'thermal')}, {title: 'Period', value: () => at(k)}, {title: 'could give, MW', value: (u) => u.availableMw[k], digits: 2}, {title: `${t('offered at')}, ${perMw}`, value: (u) => u.offer[k], digits: 2},
    {title: 'held, MW', value: (u) => u.heldMw[k], digits: 2}, {title: 'awarded before, MW', value: (u) => u.awardedMw[k], digits: 2}, {title: 'called, MW', value: (u) => u.calledMw[k], digits: 2},
  ], rows);
}

function storage(d, price) {
  shown('storagebox', d.storage.length > 0);
  if (!d.storage.length) return;
  choice('unit', d.storage.map((s) => s.id), (id) => {
    const s = d.storage.find((each) => each.id === id);
    chart('level', t('{0} draws {1} MWh and gives {2} MWh; its level is at most {3} MWh', id, fixed(sum(s.chargeMw) * DATA.minutes / 60, 1), fixed(sum(s.dischargeMw) * DATA.minutes / 60, 1), fixed(most(s.levelMwh), 1)), {
      tooltip: {trigger: 'axis'}, legend: {top: 0}, grid: gridOf(64), xAxis: byTime(), yAxis: [{type: 'value', name: 'MW'}, {type: 'value', name: 'MWh', min: 0, splitLine: {show: false}}],
      series: [{name: t('gives'), type: 'bar', stack: 'mw', data: s.dischargeMw, itemStyle: {color: '#009e73'}}, {name: t('charges'), type: 'bar', stack: 'mw', data: s.chargeMw.map((v) => -v), itemStyle: {color: '#cc79a7'}},
        line(t('level'), s.levelMwh, {yAxisIndex: 1, lineStyle: {color: ink(), width: 2}, itemStyle: {color: ink()}}), line(t('greatest level'), s.maxMwh, {yAxisIndex: 1, lineStyle: {type: 'dashed', color: '#7d8b99'}, itemStyle: {color: '#7d8b99'}})],
    });
    chart('worth', t('Price at bus {0}, and what a MWh in store is worth by what the unit does', s.bus), {
      tooltip: {trigger: 'axis'}, legend: {top: 0}, grid: gridOf(), xAxis: byTime(), yAxis: {type: 'value', name: price, scale: true},
      series: [line('LMP', s.lmp, {step: 'middle'}), line(t('worth at least'), s.worthMin, {step: 'middle', lineStyle: {type: 'dotted'}}), line(t('worth at most'), s.worthMax, {step: 'middle', lineStyle: {type: 'dashed'}})],
    });
    $('storagenote').textContent = t('Why in one period, in words: gridclear explain FOLDER --unit {0} --period 19', id);
  });
  table('storage', [
    {title: 'storage unit', value: (r) => r.s.id}, {title: 'Period', value: (r) => at(r.k)}, {title: 'charges, MW', value: (r) => r.s.chargeMw[r.k], digits: 2}, {title: 'gives, MW', value: (r) => r.s.dischargeMw[r.k], digits: 2},
    {title: 'level, MWh', value: (r) => r.s.levelMwh[r.k], digits: 2}, {title: `LMP, ${price}`, value: (r) => r.s.lmp[r.k], digits: 2},
    {title: 'worth at least', value: (r) => r.s.worthMin[r.k], digits: 2}, {title: 'worth at most', value: (r) => r.s.worthMax[r.k], digits: 2},
  ], d.storage.flatMap((s) => s.lmp.map((v, k) => ({s, k}))));
}

function detail(name) {
  const d = DATA.details.find((x) => x.name === name);
  const s = DATA.series.find((x) => x.name === name);
  if (!d || !s) return;
  const price = `${MONEY}/MWh`;
  security(d);
  relaxed(d);
  dispatch(d, s, price);
  commitment(d);
  prices(d, price);
  picture(d);
  reserves(d, price);
  storage(d, price);
}

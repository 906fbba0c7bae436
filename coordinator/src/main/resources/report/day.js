'use strict';
// The page of a market day: what needs an eye, figures, curves, the state of every run, and the story.
const DECISIONS = {BY_RULE: ['•', 'approved by rule'], BY_TWO_PERSONS: ['◆', 'approved by two persons'], FALLBACK: ['▲', 'fallback'], NOT_IN_FORCE: ['○', 'not in force'], MISSING: ['✕', 'missing']};
const MARKETS = {'lt-ruc': 'long cycle', da: 'day ahead', id: 'intraday', rt: 'real time'};
const KINDS = {DATA: 'data', DECLARATION: 'declaration', REFUSED: 'refused', INCIDENT: 'incident', NODE: 'node of a workflow', ESCALATED: 'needs somebody', DECISION: 'decision'};
const known = (text) => (LANGUAGE === 'zh' ? translated(text) ?? text : text);
const two = (number) => String(number).padStart(2, '0');
const clock = (minute) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
const of = (decision) => DATA.runs.filter((run) => run.decision === decision);
const runName = (run) => t(MARKETS[run.market]) + (run.cycle ? ` ${clock(run.start)}` : '');
const incidents = DATA.events.filter((e) => e.kind === 'INCIDENT');

// A box to tick.
function box(text, on, change) {
  const label = element('label');
  const input = element('input');
  input.type = 'checkbox';
  input.checked = on;
  input.onchange = () => change(input.checked);
  label.append(input, text);
  return label;
}

// What needs an eye, and how much was done.
function overview() {
  const said = (market, alarm) => `${t(MARKETS[market])}${t(': ')}${known(alarm)}`;
  const lost = (decision, words) => {
    const runs = of(decision);
    const named = runs.slice(0, 5).map(runName).join(', ');
    return runs.length ? [t(words, runs.length > 5 ? t('{0} and {1} more', named, runs.length - 5) : named)] : [];
  };
  notices('bad', t('Must be looked at'), [
    ...lost('MISSING', 'No version: {0}.'), ...lost('NOT_IN_FORCE', 'Not in force: {0}.'),
    ...(DATA.openSevere ? [t('{0} severe anomalies are open.', DATA.openSevere)] : []),
    ...DATA.runs.filter((run) => run.cycle === 0).flatMap((run) => run.alarms.map((alarm) => said(run.market, alarm))),
    ...DATA.alarms.map(([market, alarm]) => said(market, alarm)),
    ...(DATA.billable ? [] : [t('The books of the day allow no bills.')]), ...DATA.findings]);
  const kinds = (kind) => DATA.events.filter((e) => e.kind === kind).length;
  tile('declarations', `${kinds('DECLARATION')}`);
  tile('refused', `${kinds('REFUSED')}`);
  Object.entries(MARKETS).forEach(([market, words]) => {
    const all = DATA.runs.filter((run) => run.market === market);
    const made = all.filter((run) => run.decision !== 'MISSING');
    tile(`runs, ${words}`, `${made.length} / ${all.length}`, made.length < all.length ? 'bad' : undefined);
  });
  tile('anomalies handled', fixed(DATA.handled, 0), DATA.openSevere ? 'bad' : undefined);
  tile('fallbacks', `${of('FALLBACK').length}`, of('FALLBACK').length ? 'warn' : undefined);
  tile('messages published', fixed(DATA.messages, 0));
  tile('residual, yuan', DATA.residual, DATA.billable ? undefined : 'bad');
}

// Points of a step line: each value holds to the end of its period.
function points(day, values) {
  if (!values) return [];
  const all = values.map((v, k) => [day.startMinute + k * day.minutes, v]);
  return all.length ? [...all, [day.startMinute + all.length * day.minutes, all[all.length - 1][1]]] : all;
}
const range = (values) => {
  const there = (values ?? []).filter((v) => v !== null);
  return there.length ? t('{0} to {1}', fixed(Math.min(...there), 2), fixed(Math.max(...there), 2)) : t('none');
};
const line = (name, day, values, style) => ({name: t(name), type: 'line', step: 'end', symbol: 'none', data: points(day, values), lineStyle: style});
const times = {type: 'value', min: 0, max: 1440, interval: 180, axisLabel: {formatter: clock, hideOverlap: true}};
const frame = {legend: {top: 0, left: 0}, grid: {left: 70, right: 24, top: 74, bottom: 30}, xAxis: times};
const tooltip = {trigger: 'axis', formatter: (shown) =>
  [clock(shown[0].axisValue), ...shown.map((s) => `${s.seriesName} ${fixed(s.value[1], 2)}`)].map((text) => echarts.format.encodeHTML(text)).join('<br>')};

// Stretches of the day whose real-time runs people decided.
function decidedStretches() {
  const stretches = [];
  DATA.runs.filter((run) => run.market === 'rt' && run.decision !== 'BY_RULE').forEach((run) => {
    const last = stretches[stretches.length - 1];
    if (last && last[1] === run.start) last[1] += run.minutes;
    else stretches.push([run.start, run.start + run.minutes]);
  });
  return stretches;
}

// The highest price that most periods stay below with room to spare, where few are far above; undefined where all fit one scale.
function usualTop(values) {
  const sorted = values.filter((v) => v !== null).sort((a, b) => a - b);
  const usual = sorted[Math.floor(0.9 * (sorted.length - 1))] * 1.5;
  return usual > 0 && sorted[sorted.length - 1] > 2 * usual ? 100 * Math.ceil(usual / 100) : undefined;
}

function drawPrice(whole) {
  const {dayAhead, realTime} = DATA;
  const ink = getComputedStyle(document.documentElement).getPropertyValue('--text').trim();
  const marked = incidents.filter((e) => e.minute >= 0 && e.minute <= 1440);
  const all = [...(dayAhead.price ?? []), ...(realTime.price ?? [])];
  const top = whole ? undefined : usualTop(all);
  const beyond = all.filter((v) => v !== null && v > top);
  $('beyond').textContent = beyond.length ? t('{0} periods lie above this scale, the highest at {1} yuan/MWh.', beyond.length, fixed(Math.max(...beyond), 2)) : '';
  chart('price', t('Price in yuan/MWh: day ahead {0}, real time {1}; {2} incidents are marked', range(dayAhead.price), range(realTime.price), marked.length), {
    ...frame, tooltip, yAxis: {type: 'value', scale: true, name: 'yuan/MWh', max: top},
    series: [line('day ahead', dayAhead, dayAhead.price, {width: 2.5}), {
      ...line('real time', realTime, realTime.price, {width: 1.5}),
      markLine: {symbol: 'none', silent: true, lineStyle: {color: ink, type: 'dashed'}, label: {color: ink},
        data: marked.map((e) => ({xAxis: e.minute, label: {formatter: `${incidents.indexOf(e) + 1}`}}))},
      markArea: {silent: true, itemStyle: {color: 'rgba(213, 94, 0, 0.14)'}, data: decidedStretches().map(([from, to]) => [{xAxis: from}, {xAxis: to}])},
    }],
  });
  return top !== undefined;
}

function curves() {
  const {dayAhead, realTime} = DATA;
  if (drawPrice(false)) $('scale').append(box(t('scale of all prices'), false, drawPrice));
  dark.addEventListener('change', () => drawPrice($('scale').querySelector('input')?.checked ?? true));
  const colours = (series, k) => ({...series, itemStyle: {color: SERIES[k]}, lineStyle: {...series.lineStyle, color: SERIES[k]}});
  chart('load', t('Load in MW: day ahead {0}, real time {1}', range(dayAhead.load), range(realTime.load)), {
    ...frame, tooltip, yAxis: {type: 'value', scale: true, name: 'MW'},
    series: [colours(line('load, DA', dayAhead, dayAhead.load, {width: 2.5}), 0), colours(line('load, RT', realTime, realTime.load, {width: 1.5}), 1),
      colours(line('thermal, DA', dayAhead, dayAhead.thermal, {width: 2, type: 'dotted'}), 0),
      colours(line('thermal, RT', realTime, realTime.thermal, {width: 1.5, type: 'dashed'}), 1)],
  });
  incidents.forEach((e) => {
    const item = element('li');
    item.append(`${e.time} ${e.who}${t(': ')}`, sentence(e.text, 'span'));
    $('marks').append(item);
  });
  if (decidedStretches().length) $('marks').after(element('p', t('Shaded: real-time runs that no rule approved.'), 'muted'));
}

// Hours × markets; a shape for every run.
function strip() {
  const shape = (run) => element('span', DECISIONS[run.decision][0], `shape ${run.decision}`);
  const words = (runs) => Object.entries(DECISIONS).map(([d, [, text]]) => [runs.filter((run) => run.decision === d).length, t(text)])
    .filter(([count]) => count).map(([count, text]) => `${count} ${text}`).join(', ');
  const body = element('table', undefined, 'strip');
  const head = element('tr');
  const corner = element('th', t('market'));
  corner.scope = 'col';
  head.append(corner);
  for (let hour = 0; hour < 24; hour++) {
    const th = element('th', two(hour));
    th.scope = 'col';
    head.append(th);
  }
  const rows = Object.entries(MARKETS).map(([market, name]) => {
    const tr = element('tr');
    const th = element('th', t(name));
    th.scope = 'row';
    tr.append(th);
    const all = DATA.runs.filter((run) => run.market === market);
    if (all.length === 1) {
      const td = element('td');
      td.colSpan = 24;
      td.append(shape(all[0]), ` ${t(DECISIONS[all[0].decision][1])}${all[0].people.length ? t(': ') + all[0].people.join(', ') : ''}`);
      tr.append(td);
      return tr;
    }
    for (let hour = 0; hour < 24; hour++) {
      const runs = all.filter((run) => Math.floor(run.start / 60) === hour);
      const td = element('td');
      td.setAttribute('aria-label', words(runs));
      const box = element('div', undefined, 'runs');
      box.style.gridTemplateColumns = `repeat(${runs.length % 4 || runs.length > 4 ? 3 : 4}, var(--wide))`;
      runs.forEach((run) => {
        const made = shape(run);
        made.title = `${clock(run.start)} ${t(DECISIONS[run.decision][1])}`;
        box.append(made);
      });
      td.append(box);
      tr.append(td);
    }
    return tr;
  });
  const top = element('thead');
  top.append(head);
  const lines = element('tbody');
  lines.append(...rows);
  body.append(top, lines);
  const place = $('strip');
  place.tabIndex = 0;
  place.setAttribute('role', 'region');
  place.setAttribute('aria-label', t('What became of every run'));
  place.append(body);
  Object.entries(DECISIONS).forEach(([decision, [sign, text]]) => {
    const item = element('li');
    item.append(element('span', sign, `shape ${decision}`), `${t(text)} ${of(decision).length}`);
    $('shapes').append(item);
  });
}

function decided() {
  const runs = DATA.runs.filter((run) => run.decision !== 'BY_RULE');
  $('decidedbox').querySelector('summary').textContent = t('{0} runs that no rule approved', runs.length);
  table('decided', [
    {title: 'market', value: (r) => t(MARKETS[r.market])}, {title: 'run', value: (r) => r.cycle}, {title: 'begins', value: (r) => clock(r.start)},
    {title: 'state', value: (r) => t(DECISIONS[r.decision][1])}, {title: 'by whom', value: (r) => r.people.join(', ')},
    {title: 'alarms', value: (r) => r.alarms.join(' '), show: known, told: true, long: true},
  ], runs);
}

// The story: kinds are chosen; nodes that ended well follow each other in one line until each is asked for.
function story() {
  const chosen = new Set(Object.keys(KINDS));
  let each = false;
  const folded = () => {
    const rows = [];
    let nodes = null;
    DATA.events.filter((e) => chosen.has(e.kind)).forEach((e) => {
      if (e.kind !== 'NODE' || each) {
        nodes = null;
        rows.push(e);
      } else if (nodes) {
        nodes.count++;
        nodes.last = e.time;
      } else rows.push((nodes = {...e, count: 1, last: e.time}));
    });
    return rows.map((e) => (e.count > 1 ? {...e, text: `${e.count} nodes ended, the last one at ${e.last}`} : e));
  };
  const draw = () => {
    const wanted = $('story').querySelector('input')?.value ?? '';
    table('story', [
      {title: 'time', value: (e) => e.time}, {title: 'who', value: (e) => e.who}, {title: 'kind', value: (e) => t(KINDS[e.kind])},
      {title: 'what', value: (e) => e.text, show: known, told: true, long: true},
    ], folded());
    const search = $('story').querySelector('input');
    if (search && wanted) {
      search.value = wanted;
      search.oninput();
    }
  };
  $('kinds').setAttribute('aria-label', t('kinds'));
  Object.entries(KINDS).forEach(([kind, text]) => {
    const count = DATA.events.filter((e) => e.kind === kind).length;
    if (count) $('kinds').append(box(`${t(text)} ${fixed(count, 0)}`, true, (on) => {
      if (on) chosen.add(kind);
      else chosen.delete(kind);
      draw();
    }));
  });
  $('kinds').append(box(t('every node by itself'), false, (on) => {
    each = on;
    draw();
  }));
  draw();
}

$('subtitle').textContent = t('{0} events · {1} runs · times are those of the simulated clock', fixed(DATA.events.length, 0), DATA.runs.length);
overview();
curves();
strip();
decided();
story();
files(DATA.files);
shell(t('Market day {0}', DATA.date));

'use strict';
// The picture of a network in a canvas: branches by loading (colour and width) and voltage (width), buses by voltage level. Drag or arrows move it,
// the wheel, + and - zoom, 0 shows all. What is drawn is also in the table beside it.
const LOADING = [
  {name: 'no limit, or out', from: -Infinity, light: '#b4c0cb', dark: '#55626e', width: 1},
  {name: 'below 80 %', from: 0, light: '#5b8db8', dark: '#6fa8d6', width: 1},
  {name: '80 to 100 %', from: 80, light: '#b87400', dark: '#ffbf47', width: 3},
  {name: 'above 100 %', from: 100.5, light: '#c0262d', dark: '#ff7d73', width: 5},
];
const level = (kv) => (kv >= 300 ? 2 : kv >= 100 ? 1 : 0);
const BUS_SIZE = [4, 6, 9];
// Values of buses from low to high, such as prices; readable with every kind of colour vision.
const VALUES = ['#440154', '#443983', '#31688e', '#21918c', '#35b779', '#90d743', '#fde725'];
const VALUED_SIZE = 8;
const BUS_COLOUR = {light: ['#6b7785', '#31688e', '#440154'], dark: ['#9aa7b4', '#7fc4e8', '#e9c46a']};

function network(id, net, words) {
  const {buses, links} = net;
  const box = $(id);
  const canvas = element('canvas');
  const context = canvas.getContext('2d');
  const stage = element('div', undefined, 'stage');
  stage.append(canvas);
  const said = element('p', undefined, 'muted');
  said.setAttribute('role', 'status');
  canvas.tabIndex = 0;
  canvas.setAttribute('role', 'application');
  const x = Float64Array.from(buses, (b) => b[3]);
  const y = Float64Array.from(buses, (b) => b[4]);
  const tier = Uint8Array.from(links, (l) => Math.max(level(buses[l[1]][1]), level(buses[l[2]][1])));
  const left = Math.min(...x), right = Math.max(...x), top = Math.min(...y), bottom = Math.max(...y);
  const large = links.length + buses.length > 4000;
  let loading = () => -1;
  let valued = null;
  let marked = net.marked ?? [];
  let batches = [];
  let view = {scale: 1, x: 0, y: 0};
  let chosen = null;
  let due = false;
  let frames = 0;

  const search = element('input');
  search.type = 'search';
  search.placeholder = t('bus or branch');
  search.setAttribute('aria-label', t('bus or branch'));
  const ids = element('datalist');
  ids.id = id + '-ids';
  search.setAttribute('list', ids.id);
  const button = (text, name, act) => {
    const made = element('button', text);
    made.type = 'button';
    made.setAttribute('aria-label', t(name));
    made.onclick = act;
    return made;
  };
  const tools = element('div', undefined, 'tools');
  tools.append(search, ids, button('+', 'closer', () => zoom(1.4)), button('\u2212', 'further', () => zoom(1 / 1.4)), button('\u2922', 'show all', () => fit()));
  const levels = element('ul', undefined, 'legend');
  box.replaceChildren(tools, stage, legend(), levels, said);

  function legend() {
    const list = element('ul', undefined, 'legend');
    for (const each of LOADING) {
      const item = element('li');
      const sample = element('span', undefined, 'line');
      sample.style.borderTop = `${each.width + 1}px solid ${each[dark.matches ? 'dark' : 'light']}`;
      item.append(sample, t(each.name));
      list.append(item);
    }
    if (net.marked) {
      const item = element('li');
      const sample = element('span', undefined, 'square');
      sample.style.cssText = `width:12px;height:12px;border-radius:50%;border:2px solid ${LOADING[3][dark.matches ? 'dark' : 'light']}`;
      item.append(sample, t('voltage outside its band'));
      list.append(item);
    }
    return list;
  }
  function legendOfBuses() {
    const list = levels;
    list.replaceChildren();
    if (valued) {
      const step = (valued.high - valued.low) / VALUES.length;
      VALUES.forEach((colour, k) => {
        if (k && !step) return;
        const item = element('li');
        const sample = element('span', undefined, 'square');
        sample.style.cssText = `width:${VALUED_SIZE + 2}px;height:${VALUED_SIZE + 2}px;background:${colour};border:1px solid currentColor`;
        item.append(sample, step ? `${fixed(valued.low + k * step, 2)} \u2013 ${fixed(valued.low + (k + 1) * step, 2)}` : fixed(valued.low, 2), ` ${valued.unit}`);
        list.append(item);
      });
      return;
    }
    const used = new Set(buses.map((b) => level(b[1])));
    ['below 100 kV, or not known', '100 to 300 kV', '300 kV and more'].forEach((name, k) => {
      if (!used.has(k)) return;
      const item = element('li');
      const sample = element('span', undefined, 'square');
      sample.style.cssText = `width:${BUS_SIZE[k]}px;height:${BUS_SIZE[k]}px;background:${BUS_COLOUR[dark.matches ? 'dark' : 'light'][k]}`;
      item.append(sample, t(name));
      list.append(item);
    });
  }

  const kind = (percent) => (percent < 0 ? 0 : percent > 100 ? 3 : percent >= 80 ? 2 : 1);
  // Values of buses with what is least and most of them, in words too.
  function valuesOf(ofBus) {
    if (!ofBus) return null;
    const known = buses.map((b, k) => k).filter((k) => ofBus.of(k) !== undefined);
    if (!known.length) return null;
    const low = known.reduce((a, b) => (ofBus.of(b) < ofBus.of(a) ? b : a));
    const high = known.reduce((a, b) => (ofBus.of(b) > ofBus.of(a) ? b : a));
    return {...ofBus, low: ofBus.of(low), high: ofBus.of(high),
      words: t('{0} from {1} at bus {2} to {3} {5} at bus {4}.', ofBus.name, fixed(ofBus.of(low), 2), buses[low][0], fixed(ofBus.of(high), 2), buses[high][0], ofBus.unit)};
  }
  // ofLink: loading of a branch in percent; more: {marked: buses with a ring, buses: {of, name, unit} values that colour them}
  function update(ofLink, title, more = {}) {
    loading = ofLink;
    valued = valuesOf(more.buses);
    marked = more.marked ?? net.marked ?? [];
    legendOfBuses();
    batches = LOADING.flatMap((look, k) => [0, 1, 2].map((tierOf) => ({look, width: look.width * (0.6 + 0.5 * tierOf), tierOf, k, list: []})));
    const count = [0, 0, 0, 0];
    let most = -1;
    for (let l = 0; l < links.length; l++) {
      const k = links[l][3] ? kind(loading(l)) : 0;
      count[k]++;
      batches[3 * k + tier[l]].list.push(l);
      if (links[l][3] && (most < 0 || loading(l) > loading(most))) most = l;
    }
    const worst = (most >= 0 && loading(most) >= 0 && (loading(most) || !words.below) ? ' ' + t('The most loaded is {0} at {1} %.', links[most][0], loading(most)) : '') + (valued ? ' ' + valued.words : '') + (net.marked ? ' ' + t('{0} buses outside their voltage bands.', marked.length) : '');
    kept.valid = false;
    canvas.setAttribute('aria-label', `${title} ` + t('{0} buses and {1} branches; {2} branches above 100 %, {3} from 80 to 100 %.', buses.length, links.length, count[3], count[2]) + worst + ' ' + t('Arrows move, plus and minus zoom, 0 shows all.'));
    said.textContent = t('{0} buses and {1} branches; {2} branches above 100 %, {3} from 80 to 100 %.', buses.length, links.length, count[3], count[2]) + worst;
    redraw();
  }

  function size() {
    const width = box.clientWidth || 800;
    const height = Math.max(280, Math.min(640, Math.round(width * 0.55)));
    const ratio = Math.min(2, devicePixelRatio || 1);
    const mx = large ? Math.round(width * 0.35) : 0, my = large ? Math.round(height * 0.35) : 0;
    Object.assign(view, {ratio, width: width - 2, height: height - 2, mx, my});
    stage.style.height = height + 'px';
    canvas.style.cssText = `left:${-mx}px;top:${-my}px;width:${view.width + 2 * mx}px;height:${view.height + 2 * my}px`;
    canvas.width = Math.round((view.width + 2 * mx) * ratio);
    canvas.height = Math.round((view.height + 2 * my) * ratio);
    kept.valid = false;
  }
  function fit() {
    view.scale = Math.min((view.width - 40) / Math.max(1, right - left), (view.height - 40) / Math.max(1, bottom - top));
    view.x = view.width / 2 - view.scale * (left + right) / 2;
    view.y = view.height / 2 - view.scale * (top + bottom) / 2;
    redraw();
  }
  function zoom(factor, cx = view.width / 2, cy = view.height / 2) {
    const next = Math.min(400, Math.max(0.2, view.scale * factor));
    view.x = cx - (cx - view.x) * next / view.scale;
    view.y = cy - (cy - view.y) * next / view.scale;
    view.scale = next;
    redraw();
  }
  function redraw() {
    if (!due) {
      due = true;
      requestAnimationFrame(draw);
    }
  }
  // A large network is painted with a margin and only moved while it is dragged; at rest the margin is made anew.
  const kept = {valid: false};
  let rest = 0;
  function draw() {
    due = false;
    frames++;
    const mode = dark.matches ? 'dark' : 'light';
    const dx = view.x - kept.x, dy = view.y - kept.y;
    const same = large && kept.valid && kept.scale === view.scale && kept.mode === mode && kept.chosen === chosen;
    if (same && Math.abs(dx) <= view.mx && Math.abs(dy) <= view.my) {
      canvas.style.transform = `translate(${dx}px, ${dy}px)`;
    } else {
      Object.assign(kept, {x: view.x, y: view.y, scale: view.scale, mode, chosen, valid: true});
      canvas.style.transform = 'none';
      context.setTransform(view.ratio, 0, 0, view.ratio, view.mx * view.ratio, view.my * view.ratio);
      context.clearRect(-view.mx, -view.my, view.width + 2 * view.mx, view.height + 2 * view.my);
      paint(mode, view.mx, view.my);
      if (chosen) drawChosen(mode);
    }
    clearTimeout(rest);
    if (view.x !== kept.x || view.y !== kept.y) rest = setTimeout(() => { kept.valid = false; redraw(); }, 200);
  }
  function paint(mode, mx, my) {
    const right = view.width + mx, bottom = view.height + my;
    context.lineCap = 'butt';
    const thin = links.length > 3000 && view.scale < 12 ? 0.6 : 1;
    for (const {look, width, list} of batches) {
      if (!list.length) continue;
      context.beginPath();
      for (let i = 0; i < list.length; i++) {
        const link = links[list[i]];
        const x1 = view.x + view.scale * x[link[1]], y1 = view.y + view.scale * y[link[1]];
        const x2 = view.x + view.scale * x[link[2]], y2 = view.y + view.scale * y[link[2]];
        if ((x1 < -mx && x2 < -mx) || (y1 < -my && y2 < -my) || (x1 > right && x2 > right) || (y1 > bottom && y2 > bottom)) continue;
        context.moveTo(x1, y1);
        context.lineTo(x2, y2);
      }
      context.strokeStyle = look[mode];
      context.lineWidth = Math.max(0.5, width * thin);
      context.stroke();
    }
    paintBuses(mode, buses.length > 3000 && view.scale < 8 ? 0.35 : 1, mx, my);
  }
  // Which step of the values a bus is on; -1 where it has none.
  function binOf(b) {
    const value = valued.of(b);
    if (value === undefined) return -1;
    return valued.high > valued.low ? Math.min(VALUES.length - 1, Math.floor(VALUES.length * (value - valued.low) / (valued.high - valued.low))) : 0;
  }
  function paintBuses(mode, share, mx, my) {
    const named = [];
    const group = valued ? binOf : (b) => level(buses[b][1]);
    context.lineWidth = 1;
    context.strokeStyle = mode === 'dark' ? '#e4e9ee' : '#1c2733';
    for (let k = 0; k < (valued ? VALUES.length : 3); k++) {
      context.fillStyle = valued ? VALUES[k] : BUS_COLOUR[mode][k];
      const side = Math.max(1.5, (valued ? VALUED_SIZE : BUS_SIZE[k]) * share);
      for (let b = 0; b < buses.length; b++) {
        if (group(b) !== k) continue;
        const px = view.x + view.scale * x[b], py = view.y + view.scale * y[b];
        if (px < -mx - 9 || py < -my - 9 || px > view.width + mx + 9 || py > view.height + my + 9) continue;
        context.fillRect(px - side / 2, py - side / 2, side, side);
        if (valued && side > 4) context.strokeRect(px - side / 2, py - side / 2, side, side);
        if (named.length <= 150) named.push(b);
      }
    }
    context.strokeStyle = LOADING[3][mode];
    context.lineWidth = 2;
    for (const b of marked) {
      context.beginPath();
      context.arc(view.x + view.scale * x[b], view.y + view.scale * y[b], 7, 0, 2 * Math.PI);
      context.stroke();
    }
    if (named.length > 150 || view.scale < 14) return;
    context.fillStyle = mode === 'dark' ? '#e4e9ee' : '#1c2733';
    context.font = '11px system-ui, sans-serif';
    for (const b of named) context.fillText(buses[b][0], view.x + view.scale * x[b] + 6, view.y + view.scale * y[b] - 5);
  }
  function drawChosen(mode) {
    const at = (b) => [view.x + view.scale * x[b], view.y + view.scale * y[b]];
    context.strokeStyle = mode === 'dark' ? '#fff' : '#000';
    context.lineWidth = 2;
    context.beginPath();
    const [px, py] = chosen.bus !== undefined ? at(chosen.bus) : at(links[chosen.link][1]).map((v, k) => (v + at(links[chosen.link][2])[k]) / 2);
    context.arc(px, py, 11, 0, 2 * Math.PI);
    context.stroke();
  }

  function text(what) {
    if (what.bus !== undefined) {
      const b = buses[what.bus];
      return t('Bus {0}: {1} kV, zone {2}.', b[0], b[1] || '\u2013', b[2] || '\u2013') + (words.bus ? ' ' + words.bus(what.bus) : '');
    }
    const l = links[what.link];
    const state = !l[3] ? t('out of service') : loading(what.link) < 0 ? t('no limit') : loading(what.link) || !words.below ? loading(what.link) + ' %' : t(words.below);
    return t('Branch {0} from {1} to {2}: {3}.', l[0], buses[l[1]][0], buses[l[2]][0], state) + (words.link ? ' ' + words.link(what.link) : '');
  }
  function near(px, py) {
    let best = null, least = 100;
    for (let b = 0; b < buses.length; b++) {
      const d = (view.x + view.scale * x[b] - px) ** 2 + (view.y + view.scale * y[b] - py) ** 2;
      if (d < least) { least = d; best = {bus: b}; }
    }
    if (best) return best;
    least = 36;
    for (let l = 0; l < links.length; l++) {
      const x1 = view.x + view.scale * x[links[l][1]], y1 = view.y + view.scale * y[links[l][1]];
      const dx = view.scale * (x[links[l][2]] - x[links[l][1]]), dy = view.scale * (y[links[l][2]] - y[links[l][1]]);
      const share = Math.min(1, Math.max(0, ((px - x1) * dx + (py - y1) * dy) / (dx * dx + dy * dy || 1)));
      const d = (x1 + share * dx - px) ** 2 + (y1 + share * dy - py) ** 2;
      if (d < least) { least = d; best = {link: l}; }
    }
    return best;
  }
  function choose(what, centre) {
    chosen = what;
    if (what) said.textContent = text(what);
    if (what && centre) {
      const b = what.bus ?? links[what.link][1];
      view.scale = Math.max(view.scale, 20);
      view.x = view.width / 2 - view.scale * x[b];
      view.y = view.height / 2 - view.scale * y[b];
    }
    redraw();
  }
  const find = () => {
    const wanted = search.value.trim();
    const bus = buses.findIndex((b) => b[0] === wanted);
    const link = links.findIndex((l) => l[0] === wanted);
    if (bus >= 0) choose({bus}, true);
    else if (link >= 0) choose({link}, true);
    else if (wanted) said.textContent = t('There is no bus or branch {0}.', wanted);
  };
  search.onchange = find;
  search.oninput = () => {
    const wanted = search.value.trim().toLowerCase();
    const hits = wanted ? [...buses, ...links].map((each) => each[0]).filter((each) => each.toLowerCase().startsWith(wanted)).slice(0, 12) : [];
    ids.replaceChildren(...hits.map((each) => { const made = element('option'); made.value = each; return made; }));
  };
  const place = (e) => { const edge = stage.getBoundingClientRect(); return [e.clientX - edge.left - 1, e.clientY - edge.top - 1]; };
  const pointers = new Map();
  let moved = 0;
  canvas.onpointerdown = (e) => { canvas.setPointerCapture(e.pointerId); pointers.set(e.pointerId, place(e)); moved = 0; };
  canvas.onpointermove = (e) => {
    const before = pointers.get(e.pointerId);
    if (!before) return;
    const now = place(e);
    const other = [...pointers].find(([key]) => key !== e.pointerId);
    if (other) {
      const apart = (p) => Math.hypot(p[0] - other[1][0], p[1] - other[1][1]);
      zoom(apart(now) / Math.max(1, apart(before)), other[1][0], other[1][1]);
    } else {
      view.x += now[0] - before[0];
      view.y += now[1] - before[1];
      redraw();
    }
    moved += Math.abs(now[0] - before[0]) + Math.abs(now[1] - before[1]);
    pointers.set(e.pointerId, now);
  };
  canvas.onpointerup = (e) => { pointers.delete(e.pointerId); if (moved < 4) choose(near(...place(e))); };
  canvas.onpointercancel = (e) => pointers.delete(e.pointerId);
  canvas.addEventListener('wheel', (e) => {
    if (!e.ctrlKey && document.activeElement !== canvas) return;
    e.preventDefault();
    zoom(Math.exp(-e.deltaY / 400), ...place(e));
  }, {passive: false});
  canvas.onkeydown = (e) => {
    const step = {ArrowLeft: [40, 0], ArrowRight: [-40, 0], ArrowUp: [0, 40], ArrowDown: [0, -40]}[e.key];
    if (step) { view.x += step[0]; view.y += step[1]; redraw(); }
    else if (e.key === '+' || e.key === '=') zoom(1.25);
    else if (e.key === '-') zoom(0.8);
    else if (e.key === '0') fit();
    else return;
    e.preventDefault();
  };
  new ResizeObserver(() => { if (Math.abs((box.clientWidth || 800) - 2 - view.width) > 1) { size(); fit(); } }).observe(box);
  dark.addEventListener('change', redraw);
  size();
  fit();
  return {update, frames: () => frames, canvas};
}

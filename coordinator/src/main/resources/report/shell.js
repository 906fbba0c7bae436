'use strict';
// What all report pages share: words, notices, tiles, tables and charts.
const $ = (id) => document.getElementById(id);
const asked = new URLSearchParams(location.search).get('lang');
const LANGUAGE = (asked || navigator.language || 'en').startsWith('zh') ? 'zh' : 'en';
// The reader's language; {0}, {1} … stand for values.
const t = (english, ...values) => ((LANGUAGE === 'zh' && WORDS[english]) || english).replace(/\{(\d)\}/g, (whole, k) => (k in values ? values[k] : whole));
const dark = matchMedia('(prefers-color-scheme: dark)');
const fixed = (value, digits) =>
  value === undefined || value === null ? '' : (Math.abs(value) < 0.5 * 10 ** -digits ? 0 : value).toLocaleString('en', {minimumFractionDigits: digits, maximumFractionDigits: digits}).replace(/,/g, '\u2009');
const percent = (share) => (100 * share).toFixed(1) + ' %';

function element(tag, text, kind) {
  const made = document.createElement(tag);
  if (text !== undefined) made.textContent = text;
  if (kind) made.className = kind;
  return made;
}

const SERIES = ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#56b4e9', '#d55e00', '#8c510a', '#7a9a01', '#4d5866', '#b39b00'];

// A sentence of the program or of data. In Chinese what has no translation is marked as English and given as it is.
function sentence(text, tag = 'li') {
  const known = LANGUAGE === 'zh' ? translated(text) : text;
  const made = element(tag, known ?? text);
  if (known === null) made.lang = 'en';
  return made;
}

// One box a kind; the first five lines are seen at once.
function notices(kind, head, lines) {
  if (!lines.length) return;
  const box = element('section', undefined, kind);
  box.append(element('strong', head));
  const list = (texts) => {
    const made = element('ul');
    texts.forEach((text) => made.append(sentence(text)));
    return made;
  };
  box.append(list(lines.slice(0, 5)));
  if (lines.length > 5) {
    const more = element('details');
    more.append(element('summary', t('{0} more', lines.length - 5)), list(lines.slice(5)));
    box.append(more);
  }
  $('notices').append(box);
}

function tile(name, value, kind) {
  const box = element('div', undefined, kind ? `tile ${kind}` : 'tile');
  box.append(element('b', value), t(name));
  $('tiles').append(box);
}

// A cell of a file for spreadsheets: quoted where it must be, never a formula.
function csvCell(value) {
  const text = value === undefined || value === null ? '' : String(value);
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? "'" + text : text;
  return /[",\n\r]/.test(safe) ? '"' + safe.replace(/"/g, '""') + '"' : safe;
}

function save(name, columns, rows) {
  const lines = [columns.map((c) => csvCell(c.title)), ...rows.map((row) => columns.map((c) => csvCell(c.value(row))))];
  const link = element('a');
  link.href = URL.createObjectURL(new Blob([lines.map((line) => line.join(',')).join('\r\n') + '\r\n'], {type: 'text/csv'}));
  link.download = name + '.csv';
  link.click();
  URL.revokeObjectURL(link.href);
}

// A table with search, columns that sort by click or key, and a link to its rows as CSV.
// columns: {title, value(row), digits, show(value), long: a sentence, told: one of the program or of data, name: a name that may be long}
function table(id, columns, rows, empty = 'nothing') {
  const box = $(id);
  box.replaceChildren();
  const body = element('table', undefined, columns.length > 14 ? 'dense' : undefined);
  const scroll = element('div', undefined, 'scroll');
  const title = box.dataset.title ? t(box.dataset.title) : id;
  scroll.tabIndex = 0;
  scroll.setAttribute('role', 'region');
  scroll.setAttribute('aria-label', title);
  const search = element('input');
  search.type = 'search';
  search.placeholder = t('search');
  search.setAttribute('aria-label', `${t('search')}: ${title}`);
  const count = element('span');
  count.setAttribute('role', 'status');
  const csv = element('button', 'CSV');
  csv.setAttribute('aria-label', `CSV: ${title}`);
  const tools = element('div', undefined, 'tools');
  tools.append(search, count, csv);
  const shown = (column, value) => (column.show ? column.show(value) : typeof value === 'number' ? fixed(value, column.digits ?? 0) : value ?? '');
  const texts = rows.map((row) => columns.map((column) => shown(column, column.value(row))));
  const textual = columns.map((column) => rows.some((row) => typeof column.value(row) === 'string'));
  let order = null;
  let direction = 1;
  const chosen = () => {
    const wanted = search.value.trim().toLowerCase();
    const kept = rows.map((row, k) => k).filter((k) => !wanted || texts[k].join(' ').toLowerCase().includes(wanted));
    if (order === null) return kept;
    const value = columns[order].value;
    const missing = (x) => x === undefined || x === null;
    return kept.sort((a, b) => {
      const x = value(rows[a]), y = value(rows[b]);
      if (missing(x) || missing(y)) return missing(x) - missing(y);
      return direction * (typeof x === 'number' && typeof y === 'number' ? x - y : String(x).localeCompare(String(y), undefined, {numeric: true}));
    });
  };
  const heads = columns.map((column, c) => {
    const th = element('th', undefined, textual[c] ? 'text' : undefined);
    th.scope = 'col';
    const button = element('button', t(column.title));
    button.onclick = () => {
      direction = order === c ? -direction : textual[c] ? 1 : -1;
      order = c;
      render();
    };
    th.append(button);
    return th;
  });
  const head = element('thead');
  const line = element('tr');
  line.append(...heads);
  head.append(line);
  const lines = element('tbody');
  body.append(head, lines);
  const render = () => {
    heads.forEach((th, c) => (order === c ? th.setAttribute('aria-sort', direction > 0 ? 'ascending' : 'descending') : th.removeAttribute('aria-sort')));
    const kept = chosen();
    count.textContent = kept.length === rows.length ? `${rows.length}` : `${kept.length} / ${rows.length}`;
    lines.replaceChildren(...kept.map((k) => {
      const tr = element('tr');
      texts[k].forEach((text, c) => {
        const cell = columns[c].told ? sentence(columns[c].value(rows[k]), 'td') : element('td', text);
        cell.className = columns[c].long ? 'long' : columns[c].name ? 'name' : textual[c] ? 'text' : '';
        tr.append(cell);
      });
      return tr;
    }));
  };
  search.oninput = render;
  csv.onclick = () => save(id, columns, chosen().map((k) => rows[k]));
  scroll.append(body);
  if (rows.length) box.append(tools, scroll);
  else box.append(element('p', t(empty), 'muted'));
  render();
  const cut = () => scroll.classList.toggle('cut', scroll.scrollLeft + scroll.clientWidth < scroll.scrollWidth - 1);
  scroll.onscroll = cut;
  new ResizeObserver(cut).observe(scroll);
}

// Files that lie beside the page.
function files(names) {
  for (const name of names) {
    const link = element('a', name);
    link.href = name.split('/').map(encodeURIComponent).join('/');
    const item = element('li');
    item.append(link);
    $('beside').append(item);
  }
}

// A chart; words say what it shows to whom cannot see it.
const drawn = new Map();
function chart(id, words, option) {
  const place = $(id);
  if (!place) return;
  place.setAttribute('role', 'img');
  place.setAttribute('aria-label', words);
  drawn.get(id)?.made.dispose();
  const made = echarts.init(place, dark.matches ? 'dark' : null);
  made.setOption({animation: false, backgroundColor: 'transparent', color: SERIES, textStyle: {fontFamily: 'system-ui, sans-serif'}, ...option});
  drawn.set(id, {made, again: () => chart(id, words, option)});
}
addEventListener('resize', () => drawn.forEach(({made}) => made.resize()));
addEventListener('beforeprint', () => drawn.forEach(({made}) => {
  made.resize({width: Math.min(made.getWidth(), 640)});
  made.getZr().flush();
}));
addEventListener('afterprint', () => drawn.forEach(({made}) => made.resize({width: 'auto'})));
dark.addEventListener('change', () => [...drawn.values()].forEach(({again}) => again()));

// Headings in the reader's language, a list of the sections, the other language.
function shell(title) {
  document.documentElement.lang = LANGUAGE;
  document.title = title;
  $('title').textContent = title;
  document.querySelectorAll('h2, h3, h4').forEach((head) => { if (!head.querySelector('select, span')) head.textContent = t(head.textContent); });
  const list = element('ul');
  document.querySelectorAll('main section[id]').forEach((section) => {
    const head = section.querySelector('h2');
    const link = element('a', t(section.dataset.name || head.textContent));
    link.href = '#' + section.id;
    const item = element('li');
    item.append(link);
    list.append(item);
  });
  const other = element('a', LANGUAGE === 'zh' ? 'English' : '中文');
  other.href = LANGUAGE === 'zh' ? '?lang=en' : '?lang=zh';
  other.lang = LANGUAGE === 'zh' ? 'en' : 'zh';
  const item = element('li');
  item.append(other);
  list.append(item);
  const nav = element('nav');
  nav.setAttribute('aria-label', t('sections'));
  nav.append(list);
  document.body.prepend(nav);
}

// Amounts come as exact text; they are numbers only where a chart draws or a table sorts.
const spaced = (text) => text.replace(/\B(?=(\d{3})+(?!\d)(?=.*\.))/g, '\u2009');
const itemName = (i) => (LANGUAGE === 'zh' ? i.zh : i.name);
const amount = (title, value) => ({title, value: (row) => Number(value(row)), show: (v) => spaced(v.toFixed(3))});

$('subtitle').textContent = t('{0} entities · {1} metered intervals · {2} sums compared · books {3}', fixed(DATA.entities, 0), fixed(DATA.intervals, 0), fixed(DATA.comparisons, 0), DATA.bookHash);
notices('bad', t('Must be looked at'), [...(DATA.balanced ? [] : [t('The books do not balance: the differences sum up to {0} yuan.', DATA.residual)]), ...DATA.findings]);
tile('residual, yuan', DATA.residual, DATA.balanced ? undefined : 'bad');
tile('bills may be made', DATA.billable ? t('yes') : t('no'), DATA.billable ? undefined : 'bad');
tile('entities', fixed(DATA.entities, 0));
tile('days', DATA.days.length);

table('items', [
  {title: 'item', value: (i) => i.code}, {title: 'name', value: itemName}, amount('yuan', (i) => i.total),
], DATA.items);
const largest = [...DATA.items].sort((a, b) => Math.abs(Number(b.total)) - Math.abs(Number(a.total))).slice(0, 10);
chart('byday', t('The {0} largest items by day, in yuan; the largest is {1}', largest.length, largest.length ? itemName(largest[0]) : t('none')), {
  tooltip: {trigger: 'axis'}, legend: {type: 'scroll', top: 0}, grid: {left: 90, right: 20, top: 50, bottom: 40},
  xAxis: {type: 'category', data: DATA.days}, yAxis: {type: 'value', name: t('yuan')},
  series: largest.map((i) => ({name: itemName(i), type: 'bar', stack: 'all', data: i.byDay.map(Number)})),
});
table('pools', [{title: 'pool', value: (p) => p.name}, amount('yuan', (p) => p.end)], DATA.pools);
table('checks', [
  {title: 'check', value: (c) => t(c[0])}, {title: 'lines', value: (c) => c[1]}, {title: 'differing', value: (c) => c[2]}, amount('difference, yuan', (c) => c[3]),
], DATA.checks);
table('differences', [
  {title: 'check', value: (c) => t(c[0])}, {title: 'subject', value: (c) => c[1]}, {title: 'place', value: (c) => c[2]},
  amount('left, yuan', (c) => c[3]), amount('right, yuan', (c) => c[4]), amount('difference, yuan', (c) => c[5]),
], DATA.differences);
files(DATA.files);
shell(t('Close of {0}', DATA.month));

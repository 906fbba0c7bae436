// Two runs beside each other; every difference is B less A.
$('subtitle').textContent = `A: ${DATA.a} \u00b7 B: ${DATA.b} \u00b7 ${t('every difference is B less A')}`;
notices('bad', t('Must be looked at'), [...DATA.alarms, ...DATA.notCompared]);
notices('warn', t('Notices'), DATA.remarks);

const NAMES = Object.keys(DATA.tables);
const at = (name, column) => DATA.tables[name].columns.findIndex((c) => c.name === column);
// Columns of a table; those that are empty in every row are left out.
const columns = (name) => DATA.tables[name].columns
  .map((c, k) => ({title: c.name, number: c.number, value: (row) => row[k] ?? undefined}))
  .filter((c) => DATA.tables[name].rows.some((row) => c.value(row) !== undefined && c.value(row) !== ''))
  .map((c) => ({title: c.title, value: c.value, show: c.number ? (v) => (v === undefined ? '' : number(v)) : name === 'figures' && c.title === 'figure' ? t : (v) => v}));
const number = (v) => fixed(v, Number.isInteger(v) ? 0 : Math.abs(v) < 1 ? 4 : 3);

for (const name of NAMES.filter((each) => $(each))) {
  const {rows, rowCount} = DATA.tables[name];
  table(name, columns(name), rows, 'no difference');
  if ($(name + '-cut') && rows.length < rowCount) {
    $(name + '-cut').textContent = `${rows.length} / ${rowCount}: ${t('the largest; all are in the file')} ${name}.csv`;
  }
}
const figure = (what) => DATA.figures.filter((row) => row.figure === what);
const cases = [...new Set(DATA.figures.map((row) => row.case))];
if (cases.length === 1) {
  const cost = figure('objective')[0];
  tile('cost A', fixed(cost.a, 0));
  tile('cost B', fixed(cost.b, 0));
  tile('difference', cost.difference === null ? '' : fixed(cost.difference, 0));
}
tile('cases', cases.length);
tile('changes of commitment', DATA.commitment.length);
for (const row of DATA.overview.filter((each) => ['output', 'prices', 'flows', 'violations'].includes(each.table))) {
  tile(`${t(row.table)}: ${t('differing')}`, `${fixed(row.differing, 0)} / ${fixed(row.compared, 0)}`);
}

// Mean LMP of both sides in steps over the stretches of time that both have.
const curve = (name) => {
  const rows = DATA.tables['lmp-curves'].rows.filter((row) => row[0] === name);
  const series = (column, label) => ({name: label, type: 'line', step: 'end', showSymbol: false, data: [...rows, ...rows.slice(-1)].map((row) => row[at('lmp-curves', column)])});
  chart('lmp', t('Mean LMP over the day') + ': ' + t('A and B: {0} periods', rows.length), {
    tooltip: {trigger: 'axis'}, legend: {top: 0}, grid: {left: 70, right: 20, top: 40, bottom: 40},
    xAxis: {type: 'category', boundaryGap: false, data: [...rows.map((row) => row[at('lmp-curves', 'fromTime')]), rows.length ? rows[rows.length - 1][at('lmp-curves', 'toTime')] : '']}, yAxis: {type: 'value', name: 'yuan/MWh', scale: true},
    series: [series('aMeanYuanPerMwh', 'A'), series('bMeanYuanPerMwh', 'B')],
  });
};
document.querySelector('label[for="case"]').textContent = t('Case');
for (const name of cases) {
  const option = element('option', name);
  option.value = name;
  $('case').append(option);
}
$('case').onchange = () => curve($('case').value);
if (cases.length) curve(cases[0]);
files([...NAMES.map((each) => each + '.csv'), 'summary.json', 'datapackage.json']);
shell(t('Comparison of two runs'));

// Rows of a table as curves, bars or a pie: which column is shown, of which groups, over which time.
import { html, nothing } from "lit";
import "./chart.js";
import "./echart.js";

const FORMS = ["curve", "bars", "pie"];
const GROUPS_MAX = 12;
const TIMES = ["time", "period", "date", "day", "interval"];

/** Tables that were handed in have texts alone: there a text that is a number is one. */
function read(rows) {
  if (rows.some((row) => Object.entries(row).some(([key, value]) => typeof value === "number" && !TIMES.includes(key)))) return rows;
  const number = (value) => (typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value)) ? Number(value) : value);
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, TIMES.includes(key) ? value : number(value)])));
}

/** Columns of numbers, the column of time if there is one, and those that group. */
export function shape(rows) {
  const keys = Object.keys(rows[0] || {});
  const numeric = (key) => rows.every((row) => row[key] === null || row[key] === undefined || typeof row[key] === "number") && rows.some((row) => typeof row[key] === "number");
  const time = TIMES.find((key) => keys.includes(key));
  const numbers = keys.filter((key) => numeric(key) && !TIMES.includes(key) && key !== "cycle");
  const groups = keys.filter((key) => !numeric(key) && !TIMES.includes(key));
  return { time, numbers, groups };
}

/** Sums by time and group; what is missing stays missing, and only the greatest groups are shown. */
export function grouped(rows, time, group, number) {
  const times = time ? [...new Set(rows.map((row) => row[time]))] : [""];
  const sums = new Map();
  for (const row of rows) {
    const value = row[number];
    if (typeof value !== "number") continue;
    const name = group ? String(row[group] ?? "") : number;
    if (!sums.has(name)) sums.set(name, new Map());
    const at = time ? row[time] : "";
    sums.get(name).set(at, (sums.get(name).get(at) ?? 0) + value);
  }
  const all = [...sums.entries()].map(([label, of]) => ({ label, values: times.map((at) => of.get(at) ?? null), sum: [...of.values()].reduce((a, b) => a + b, 0) }));
  all.sort((a, b) => Math.abs(b.sum) - Math.abs(a.sum));
  return { times: times.map(String), series: all.slice(0, GROUPS_MAX), left: Math.max(0, all.length - GROUPS_MAX) };
}

function drawn(form, data, number, title) {
  const columns = [{ key: "label", label: "" }, { key: "sum", label: number, kind: "number" }];
  const table = { columns, rows: data.series };
  if (form === "pie") {
    const parts = data.series.map((each) => ({ name: each.label, value: Math.max(0, each.sum) }));
    return html`<gc-echart .title=${title} .option=${{ tooltip: {}, series: [{ type: "pie", radius: "70%", data: parts }] }} .table=${table}></gc-echart>`;
  }
  if (form === "bars") {
    const option = { tooltip: {}, legend: { type: "scroll" }, xAxis: { type: "category", data: data.times }, yAxis: { type: "value" }, series: data.series.map((each) => ({ type: "bar", stack: "all", name: each.label, data: each.values })) };
    return html`<gc-echart .title=${title} .option=${option} .table=${table}></gc-echart>`;
  }
  return html`<gc-chart .x=${data.times} .series=${data.series.map((each) => ({ label: each.label, values: each.values, step: true }))} title=${title}></gc-chart>`;
}

/** The rows as a chart that is chosen; the choice is in the state of the page. */
export function shownRows(ctx, given, name) {
  const { t, state } = ctx;
  const rows = read(given);
  const { time, numbers, groups } = shape(rows);
  if (numbers.length === 0) return nothing;
  const now = { form: "curve", number: numbers[0], group: groups[0] || "", ...state.shown };
  if (!numbers.includes(now.number)) now.number = numbers[0];
  if (now.group && !groups.includes(now.group)) now.group = groups[0] || "";
  const choose = (key, values, label) => html`<label>${t(label)} <select id="shown-${key}" @change=${(e) => { state.shown = { ...now, [key]: e.target.value }; ctx.update(); }}>
    ${values.map((each) => html`<option value=${each} ?selected=${each === now[key]}>${key === "form" ? t(each) : each}</option>`)}</select></label>`;
  const data = grouped(rows, time, now.group, now.number);
  return html`<div class="row">${choose("form", FORMS, "shownAs")} ${choose("number", numbers, "value")} ${groups.length ? choose("group", groups, "groupedBy") : nothing}</div>
    ${drawn(now.form, data, now.number, `${name}: ${now.number}`)}${data.left ? html`<p><small>${t("groupsLeft", data.left)}</small></p>` : nothing}`;
}

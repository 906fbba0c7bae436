// Load and output curves by registered type or by member, and the energy of each (J-08).
import { html, nothing } from "lit";
import words from "../i18n/curves.js";
import { notice } from "../parts/notice.js";
import "../parts/chart.js";
import "../parts/table.js";

export { words };
export const listens = ["day"];

const asked = (ctx) => ({
  kind: ctx.query.kind === "units" ? "units" : "loads", by: ctx.query.by === "owner" ? "owner" : "type",
  from: ctx.query.from || ctx.date, to: ctx.query.to || ctx.date, cycle: ctx.query.cycle,
});

const soft = (promise) => promise.catch((problem) => {
  if (problem.away) throw problem;
  return { none: problem };
});

export async function load(ctx) {
  const { kind, by, from, to, cycle } = asked(ctx);
  const path = `/markets/${ctx.market}/curves/${kind}`;
  const [curves, energy] = await Promise.all([
    soft(ctx.api.table(path, { by, from: to, to, cycle })), soft(ctx.api.table(path, { by, from, to, cycle, energy: true })),
  ]);
  return { path, curves, energy };
}

const clock = (row) => String(row.time).slice(11, 16) || String(row.period);

/** Curves of the newest run of a date by group, with the places of its periods. */
export function byGroup(rows) {
  const run = rows.reduce((last, row) => Math.max(last, row.cycle), 0);
  const own = rows.filter((row) => row.cycle === run);
  const periods = [...new Set(own.map((row) => row.period))].sort((a, b) => a - b);
  const at = new Map(periods.map((period, k) => [period, k]));
  const labels = periods.map((period) => clock(own.find((row) => row.period === period)));
  const groups = new Map();
  for (const row of own) {
    if (!groups.has(row.group)) groups.set(row.group, periods.map(() => null));
    groups.get(row.group)[at.get(row.period)] = row.mw ?? null;
  }
  return { labels, groups };
}

function choose(ctx) {
  const { t } = ctx;
  const { kind, by, from, to, cycle } = asked(ctx);
  const select = (name, value, options) => html`<label>${t(name)} <select @change=${(e) => ctx.setQuery({ [name]: e.target.value })}>${options.map((each) => html`<option value=${each} ?selected=${each === value}>${t(each)}</option>`)}</select></label>`;
  const day = (name, value) => html`<label>${t(name)} <input type="date" .value=${value} @change=${(e) => ctx.setQuery({ [name]: e.target.value })}></label>`;
  return html`<div class="row">${select("kind", kind, ["loads", "units"])} ${select("by", by, ["type", "owner"])} ${day("from", from)} ${day("to", to)}
    <label>${t("cycle")} <input type="text" inputmode="numeric" size="4" .value=${cycle || ""} @change=${(e) => ctx.setQuery({ cycle: e.target.value.trim() || null })}></label></div>`;
}

function curves(ctx, data) {
  const { t, f } = ctx;
  const { kind, to } = asked(ctx);
  const name = (group) => group || t("unnamed");
  const { labels, groups } = byGroup(data.curves.rows);
  const top = data.curves.rows.filter((row) => row.mw !== null).reduce((a, b) => (a === null || b.mw > a.mw ? b : a), null);
  const series = [...groups].map(([group, values]) => ({ label: name(group), values, step: true }));
  const said = top ? t(kind === "loads" ? "peak" : "peakOf", name(top.group), f.mw(top.mw), clock(top)) : t("curves", to);
  return html`<section aria-labelledby="curves"><h2 id="curves">${t("curves", to)}</h2>
    ${data.curves.alarms.length ? notice("error", t("alarms", data.curves.alarms.length)) : nothing}
    ${data.curves.notices.map((each) => notice("info", each))}
    <gc-chart .x=${labels} .series=${series} unit="MW" title=${said}></gc-chart></section>`;
}

function energies(ctx, data) {
  const { t, f } = ctx;
  const { from, to } = asked(ctx);
  const title = t("energy", from, to);
  if (data.energy.none) return html`<section aria-labelledby="energy"><h2 id="energy">${title}</h2>${notice("info", data.energy.none.message)}</section>`;
  const all = data.energy.rows.reduce((sum, row) => sum + row.energyMwh, 0);
  const columns = [
    { key: "group", label: t("group"), sort: true, cell: (row) => row.group || t("unnamed") }, { key: "energyMwh", label: t("energyOf"), unit: "MWh", kind: "number", sort: true },
    { key: "share", label: t("share"), cell: (row) => (all === 0 ? "–" : f.percent((100 * row.energyMwh) / all)) }, { key: "greatestMw", label: t("greatest"), unit: "MW", kind: "mw", sort: true }, { key: "greatestAt", label: t("at"), cell: (row) => String(row.greatestAt).slice(0, 16).replace("T", " ") },
    { key: "hours", label: t("hours"), kind: "number", digits: 2 }, { key: "missing", label: t("missing"), kind: "int" },
  ];
  return html`<section aria-labelledby="energy"><h2 id="energy">${title}</h2>
    ${data.energy.missing?.length ? notice("info", data.energy.missing.join(", ")) : nothing}
    <gc-table .rows=${data.energy.rows} .columns=${columns} name="e" label=${title}></gc-table></section>`;
}

export function view(ctx, data) {
  const { t } = ctx;
  return html`<h1>${t("title")} <small>${ctx.market.toUpperCase()} ${asked(ctx).to}</small></h1>${choose(ctx)}
    ${data.curves.none ? notice("empty", t("none", ctx.market.toUpperCase()), { advice: data.curves.none.message }) : curves(ctx, data)}
    ${data.curves.none && data.energy.none ? nothing : energies(ctx, data)}`;
}

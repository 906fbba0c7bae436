// Cases of a study that has ended: all figures in a table, two of them side by side.
import { html, nothing } from "lit";
import { heatTable, multiples, sweepOf } from "../parts/multiples.js";
import { notice } from "../parts/notice.js";
import words from "../i18n/cases.js";
import "../parts/chart.js";
import "../parts/diff.js";
import "../parts/table.js";

export { words };
export const listens = [];

const SMALL = 12;
const SERIES = {
  price: { of: (figures) => figures.lmp?.mean, unit: (money) => `${money}/MWh` }, highest: { of: (figures) => figures.lmp?.max, unit: (money) => `${money}/MWh` },
  load: { of: (figures) => figures.loadMw, unit: () => "MW" },
  reserve: { of: (figures) => figures.reserves[0]?.heldMw, unit: () => "MW" },
};

export async function load(ctx) {
  const run = encodeURIComponent(ctx.params.id);
  const summary = await ctx.api.get(`/runs/${run}/results`);
  const rows = (summary.cases || []).map((each, number) => flat(each, number, summary.cases[0]));
  const pair = [Number(ctx.query.a ?? 0), Number(ctx.query.b ?? Math.min(1, rows.length - 1))];
  const first = Math.max(0, Number(ctx.query.first || 0) || 0);
  const shown = rows.slice(first, first + SMALL).filter((row) => row.solved);
  const small = await Promise.all(shown.map(async (row) => ({ row, figures: await figuresOf(ctx, run, row) })));
  const zones = rows.length > 1 ? await Promise.all(pair.map((k) => prices(ctx, run, rows[k]))) : [];
  return { summary, rows, pair, zones, first, small };
}

/** Figures of a case do not change: they are asked for once a page. */
async function figuresOf(ctx, run, row) {
  ctx.state.figures ??= new Map();
  if (!ctx.state.figures.has(row.number)) ctx.state.figures.set(row.number, await ctx.api.get(`/runs/${run}/cases/${row.number}/figures`));
  return ctx.state.figures.get(row.number);
}

/** Mean price by period, where the case has an outcome. */
async function prices(ctx, run, row) {
  if (!row?.solved) return null;
  const figures = await figuresOf(ctx, run, row);
  return figures.lmp ? { times: figures.times, mean: figures.lmp.mean } : null;
}

function flat(each, number, base) {
  const solved = each.objective !== undefined;
  return {
    number, name: each.name, status: each.status, solved, cost: each.objective, delta: solved && base.objective !== undefined ? each.objective - base.objective : null,
    starts: each.starts, shed: each.shedLoadMwh, curtailed: each.curtailedMwh, lmp: each.lmp?.mean, lmpMax: each.lmp?.max, binding: each.bindingElements?.length ?? each.bindingElements,
    rent: each.congestionRent, gap: each.gap === undefined ? null : 100 * each.gap, seconds: each.seconds, node: each.node, audit: each.audit,
  };
}

const FIGURES = ["cost", "starts", "shed", "curtailed", "lmp", "lmpMax", "rent", "gap", "seconds"];

function compared(ctx, data) {
  const { t } = ctx;
  const [a, b] = data.pair.map((k) => data.rows[k]);
  if (!a || !b || a === b) return notice("empty", t("chooseTwo"));
  const choose = (key, value) => html`<label>${t(key)} <select @change=${(e) => ctx.setQuery({ [key]: e.target.value })}>
    ${data.rows.map((row) => html`<option value=${row.number} ?selected=${row === value}>${row.name}</option>`)}</select></label>`;
  const [one, two] = data.zones;
  const result = (row) => ctx.href(`/results/run/${ctx.params.id}/${row.number}`);
  return html`<div class="row">${choose("a", a)}${choose("b", b)} <a href=${result(a)}>${t("resultOf", a.name)}</a> <a href=${result(b)}>${t("resultOf", b.name)}</a></div>
    <gc-diff .rows=${FIGURES.map((key) => ({ label: t(key), before: a[key] ?? null, after: b[key] ?? null }))} label=${t("sideBySide")}></gc-diff>
    ${one && two ? html`<gc-chart .x=${one.times.map((each) => each.slice(11, 16) || each)} .series=${[{ label: a.name, values: one.mean }, { label: b.name, values: two.mean, dash: true }]} unit="${data.summary.currency}/MWh" title=${t("prices")}></gc-chart>` : nothing}`;
}

/** Every case in one small chart, all on one scale. */
function small(ctx, data) {
  const { t } = ctx;
  const money = data.summary.currency;
  const fuels = [...new Set(data.small.flatMap((each) => each.figures.fuels.map((fuel) => fuel.fuel)))];
  const chosen = ctx.query.small || "price";
  const series = SERIES[chosen] || { of: (figures) => figures.fuels.find((fuel) => fuel.fuel === chosen)?.mw, unit: () => "MW" };
  const items = data.small.map(({ row, figures }) => ({ title: row.name, href: ctx.href(`/results/run/${ctx.params.id}/${row.number}`), values: series.of(figures) }));
  const label = SERIES[chosen] ? t(`small-${chosen}`) : t("outputOf", chosen);
  return html`<div class="row"><label>${t("figure")} <select @change=${(e) => ctx.setQuery({ small: e.target.value })}>
      ${Object.keys(SERIES).map((key) => html`<option value=${key} ?selected=${key === chosen}>${t(`small-${key}`)}</option>`)}
      ${fuels.map((fuel) => html`<option value=${fuel} ?selected=${fuel === chosen}>${t("outputOf", fuel)}</option>`)}</select></label>
      ${data.first > 0 ? html`<button @click=${() => ctx.setQuery({ first: Math.max(0, data.first - SMALL) || null })}>${t("before")}</button>` : nothing}
      ${data.first + SMALL < data.rows.length ? html`<button @click=${() => ctx.setQuery({ first: data.first + SMALL })}>${t("next")}</button>` : nothing}
      <small>${t("ofCases", data.first + 1, Math.min(data.rows.length, data.first + SMALL), data.rows.length)}</small></div>
    ${multiples(items, series.unit(money), label)}`;
}

/** A figure over the two parameters of a sweep, where the cases are one. */
function sweep(ctx, data) {
  const { t } = ctx;
  const found = sweepOf(data.rows);
  if (!found) return nothing;
  const chosen = ctx.query.heat || "cost";
  return html`<section aria-label=${t("sweep")}><h2>${t("sweep")}</h2>
    <label>${t("figure")} <select @change=${(e) => ctx.setQuery({ heat: e.target.value })}>${FIGURES.map((key) => html`<option value=${key} ?selected=${key === chosen}>${t(key)}</option>`)}</select></label>
    ${heatTable(found, chosen, t(chosen), (row) => ctx.href(`/results/run/${ctx.params.id}/${row.number}`), ["starts", "cost", "rent"].includes(chosen) ? 0 : 2)}</section>`;
}

export function view(ctx, data) {
  const { t } = ctx;
  if (!data.summary.cases) return html`<h1>${t("title", ctx.params.id)}</h1>${notice("empty", t("noStudy"))}`;
  const money = data.summary.currency;
  const columns = [
    { key: "number", label: "#", kind: "int", sort: true }, { key: "name", label: t("case"), sort: true, filter: true }, { key: "status", label: t("state"), sort: true, filter: true },
    { key: "cost", label: t("cost"), unit: money, kind: "int", sort: true }, { key: "delta", label: t("delta"), unit: money, kind: "int", sort: true },
    { key: "lmp", label: t("lmp"), unit: `${money}/MWh`, kind: "price", sort: true }, { key: "lmpMax", label: t("lmpMax"), unit: `${money}/MWh`, kind: "price", sort: true },
    { key: "starts", label: t("starts"), kind: "int", sort: true }, { key: "shed", label: t("shed"), unit: "MWh", kind: "number", sort: true }, { key: "binding", label: t("binding"), kind: "int", sort: true },
    { key: "gap", label: t("gap"), kind: "percent", sort: true }, { key: "audit", label: t("audit"), kind: "state" }, { key: "seconds", label: t("seconds"), unit: "s", kind: "number", sort: true }, { key: "node", label: t("node"), filter: true },
  ];
  return html`<h1>${data.summary.study} <small><a href=${ctx.href(`/runs/${ctx.params.id}`)}>${ctx.params.id}</a></small></h1>
    ${data.summary.warnings.map((each) => notice("info", each))}
    <gc-table .rows=${data.rows} .columns=${columns} name="c" label=${t("cases")} .select=${(row) => ctx.setQuery({ b: row.number })}></gc-table>
    <p><small>${t("pick")}</small></p>
    ${sweep(ctx, data)}
    <section aria-label=${t("smalls")}><h2>${t("smalls")}</h2>${small(ctx, data)}</section>
    <section aria-label=${t("sideBySide")}><h2>${t("sideBySide")}</h2>${compared(ctx, data)}</section>`;
}

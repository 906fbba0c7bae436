// Cases of a study that has ended: all figures in a table, two of them side by side.
import { html, nothing } from "lit";
import { notice } from "../parts/notice.js";
import words from "../i18n/cases.js";
import "../parts/chart.js";
import "../parts/diff.js";
import "../parts/table.js";

export { words };
export const listens = [];

export async function load(ctx) {
  const run = encodeURIComponent(ctx.params.id);
  const summary = await ctx.api.get(`/runs/${run}/results`);
  const rows = (summary.cases || []).map((each, number) => flat(each, number, summary.cases[0]));
  const pair = [Number(ctx.query.a ?? 0), Number(ctx.query.b ?? Math.min(1, rows.length - 1))];
  const zones = rows.length > 1 ? await Promise.all(pair.map((k) => prices(ctx, run, rows[k]))) : [];
  return { summary, rows, pair, zones };
}

/** Mean price by period, where the case has an outcome. */
async function prices(ctx, run, row) {
  if (!row?.solved) return null;
  const figures = await ctx.api.get(`/runs/${run}/cases/${row.number}/figures`);
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
    <section aria-label=${t("sideBySide")}><h2>${t("sideBySide")}</h2>${compared(ctx, data)}</section>`;
}

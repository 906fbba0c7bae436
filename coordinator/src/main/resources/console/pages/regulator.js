// The regulator: prices of the date, offers as they stand, anomalies; what is published to it.
import { html, nothing } from "lit";
import words from "../i18n/regulator.js";
import { alarms, indices, mitigations } from "../parts/indices.js";
import { mark } from "../parts/mark.js";
import { notice } from "../parts/notice.js";
import "../parts/chart.js";
import "../parts/state.js";
import "../parts/table.js";

export { words };
export const listens = ["day", "anomaly", "publication"];
const BACK = 14;

const soft = (promise) => promise.catch((problem) => {
  if (problem.away) throw problem;
  return { problem, rows: [] };
});
const minus = (date, days) => new Date(Date.parse(date + "T00:00:00Z") - days * 86_400_000).toISOString().slice(0, 10);

export async function load(ctx) {
  const path = `/markets/${ctx.market}`;
  const range = { from: minus(ctx.date, BACK - 1), to: ctx.date };
  const asked = { market: ctx.market, ...range };
  const [prices, days, anomalies, overview, raised, decided, disclosure] = await Promise.all([
    soft(ctx.api.table(`${path}/days/${ctx.date}/versions/newest/zone-prices`)),
    soft(ctx.api.table(`${path}/statistics/zone-prices`, { ...range, by: "day" })),
    soft(ctx.api.table("/anomalies/groups", range)), soft(ctx.api.table("/indices/overview", asked)),
    soft(ctx.api.table("/indices/alarms", { ...asked, open: true })),
    soft(ctx.api.table("/mitigations")), soft(ctx.api.table("/publications/disclosure", range)),
  ]);
  return { path, disclosure, today: prices.rows.length > 0, prices, days, anomalies, range, overview, raised, decided };
}

/** Least, mean and greatest price of the zones by period. */
export function band(rows) {
  const periods = new Map();
  for (const row of rows.filter((each) => each.priceYuanPerMwh !== null && each.priceYuanPerMwh !== undefined)) {
    const at = periods.get(row.period) || { time: String(row.time || row.period).slice(11, 16) || String(row.period), min: Infinity, max: -Infinity, sum: 0, count: 0, zone: "" };
    if (row.priceYuanPerMwh > at.max) at.zone = row.zone;
    at.min = Math.min(at.min, row.priceYuanPerMwh);
    at.max = Math.max(at.max, row.priceYuanPerMwh);
    at.sum += row.priceYuanPerMwh;
    at.count += 1;
    periods.set(row.period, at);
  }
  return [...periods.entries()].sort((a, b) => a[0] - b[0]).map(([, each]) => ({ ...each, mean: each.sum / each.count }));
}

function prices(ctx, data) {
  const { t, f } = ctx;
  const rows = band(data.prices.rows);
  if (rows.length === 0) return notice("empty", t("noPrices", ctx.market.toUpperCase(), ctx.date));
  const top = rows.reduce((a, b) => (b.max > a.max ? b : a), rows[0]);
  const series = [
    { label: t("greatest"), values: rows.map((each) => each.max), step: true, band: "a" }, { label: t("mean"), values: rows.map((each) => each.mean), step: true },
    { label: t("least"), values: rows.map((each) => each.min), step: true, band: "a" },
  ];
  return html`${data.prices.alarms.length ? notice("error", t("alarms", data.prices.alarms.length)) : nothing}
    <gc-chart .x=${rows.map((each) => each.time)} .series=${series} unit="yuan/MWh" title=${t("peaks", f.price(top.max), top.time, top.zone)}></gc-chart>`;
}

function trend(ctx, data) {
  const { t } = ctx;
  const rows = data.days.rows;
  if (rows.length === 0) return notice("empty", t("noDays"));
  const keys = Object.keys(rows[0]).filter((key) => typeof rows[0][key] === "number" && !["numbers", "missing", "hours"].includes(key));
  const columns = [{ key: "day", label: t("day"), sort: true }, ...keys.map((key) => ({ key, label: key.startsWith("min") ? t("least") : key.startsWith("weighted") ? t("weighted") : key.startsWith("mean") ? t("mean") : key.startsWith("max") ? t("greatest") : key, unit: key.endsWith("YuanPerMwh") ? "yuan/MWh" : "", kind: "number", sort: true }))];
  return html`<gc-table .rows=${rows} .columns=${columns} name="d" label=${t("trend", BACK)}></gc-table>`;
}

function offers(ctx, data) {
  const { t } = ctx;
  const columns = [
    { key: "unit", label: t("unit"), cell: (row) => row.unit ?? row.element }, { key: "owner", label: t("owner") }, { key: "zone", label: t("zone") }, { key: "period", label: t("period"), kind: "int" }, { key: "time", label: t("time"), cell: (row) => String(row.time || "").slice(11, 16) },
    { key: "mw", label: t("power"), unit: "MW", kind: "mw", cell: (row) => ctx.f.mw(row.mw ?? row.toMw) }, { key: "yuanPerH", label: t("cost"), unit: "yuan/h", kind: "money", cell: (row) => ctx.f.money(row.yuanPerH ?? row.costYuanPerH) },
  ];
  if (!data.today) return notice("empty", t("noPrices", ctx.market.toUpperCase(), ctx.date));
  const query = { owner: ctx.query.owner, unit: ctx.query.unit };
  return html`<div class="row"><label>${t("owner")} <input type="search" .value=${ctx.query.owner || ""} @change=${(e) => ctx.setQuery({ owner: e.target.value.trim() || null })}></label>
      <label>${t("unit")} <input type="search" .value=${ctx.query.unit || ""} @change=${(e) => ctx.setQuery({ unit: e.target.value.trim() || null })}></label></div>
    <gc-table .source=${{ path: `${data.path}/days/${ctx.date}/versions/newest/offers`, query }} .columns=${columns} name="o" label=${t("offers")}></gc-table>`;
}

/** By rule; a rule opens its own in pages of the server. */
function anomalies(ctx, data) {
  const { t } = ctx;
  if (data.anomalies.problem) return notice("error", data.anomalies.problem.message);
  if (data.anomalies.rows.length === 0) return notice("empty", t("noAnomalies"));
  const open = (row) => ctx.href("/anomalies", { rule: row.rule, of: row.market, from: data.range.from, to: data.range.to });
  const columns = [
    { key: "severity", label: t("severity"), kind: "state", sort: true, filter: true }, { key: "market", label: t("market"), sort: true, cell: (row) => row.market.toUpperCase() },
    { key: "rule", label: t("rule"), sort: true, filter: true, cell: (row) => html`<a href=${open(row)}>${row.rule}</a>` },
    { key: "count", label: t("found"), kind: "int", sort: true }, { key: "unsettled", label: t("unsettled"), kind: "int", sort: true }, { key: "worstElement", label: t("element"), cell: (row) => html`<a href=${ctx.href(`/anomalies/${row.worstNumber}`)}>${row.worstElement || row.worstNumber}</a>` },
    { key: "worstValue", label: t("value"), kind: "number", sort: true }, { key: "threshold", label: t("threshold"), kind: "number" }, { key: "unit", label: t("measure") },
  ];
  return html`<gc-table .rows=${data.anomalies.rows} .columns=${columns} name="a" label=${t("anomalies")}></gc-table>`;
}

/** What had to be published: in time, late, missing. */
function disclosure(ctx, data) {
  const { t, f } = ctx;
  if (data.disclosure.problem) return notice("error", data.disclosure.problem.message);
  const rows = data.disclosure.rows;
  if (rows.length === 0) return notice("empty", t("nothingPromised"));
  const columns = [
    { key: "state", label: t("state"), sort: true, filter: true, cell: (row) => mark({ missing: "bad", late: "bad", withdrawn: "warn", waiting: "wait" }[row.state] || "good", t(`d-${row.state}`)) },
    { key: "kind", label: t("kind"), sort: true, filter: true }, { key: "audience", label: t("audience") }, { key: "market", label: t("market"), sort: true, cell: (row) => row.market.toUpperCase() },
    { key: "date", label: t("date"), sort: true }, { key: "cycle", label: t("cycle"), kind: "int" }, { key: "due", label: t("due"), sort: true, cell: (row) => f.time(row.due) }, { key: "publishedAt", label: t("publishedAt"), cell: (row) => (row.publishedAt ? f.time(row.publishedAt) : "") },
    { key: "minutesLate", label: t("minutesLate"), kind: "int", sort: true },
  ];
  return html`<gc-table .rows=${rows} .columns=${columns} name="dis" label=${t("disclosureOf", BACK)}></gc-table>`;
}

export function view(ctx, data) {
  const { t } = ctx;
  return html`<h1>${t("title")} <small>${ctx.market.toUpperCase()} ${ctx.date}</small></h1>
    <p class="row"><a href=${ctx.href("/member/messages")}>${t("published")}</a> <a href=${ctx.href("/inquiries")}>${t("inquiries")}</a> <a href=${ctx.href("/curves")}>${t("curves")}</a>
      <a target="_blank" href=${ctx.api.link("/indices/report", { market: ctx.market, ...data.range, language: ctx.lang })}>${t("report")}</a></p>
    <section aria-labelledby="prices"><h2 id="prices">${t("prices")}</h2>${prices(ctx, data)}</section>
    <section aria-labelledby="indices"><h2 id="indices">${t("indicesOf", BACK)}</h2>${alarms(ctx, data.raised)}${indices(ctx, data.range, data.overview)}</section>
    <section aria-labelledby="mitigations"><h2 id="mitigations">${t("mitigations")}</h2>${mitigations(ctx, data.decided)}</section>
    <section aria-labelledby="anomalies"><h2 id="anomalies">${t("anomaliesOf", BACK)}</h2>${anomalies(ctx, data)}</section>
    <section aria-labelledby="disclosure"><h2 id="disclosure">${t("disclosureOf", BACK)}</h2>${disclosure(ctx, data)}</section>
    <section aria-labelledby="trend"><h2 id="trend">${t("trend", BACK)}</h2>${trend(ctx, data)}</section>
    <section aria-labelledby="offers"><h2 id="offers">${t("offers")}</h2>${offers(ctx, data)}</section>`;
}

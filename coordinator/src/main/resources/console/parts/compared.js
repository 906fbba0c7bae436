// Two results side by side: energy, prices, commitment, reserve and limits of flows, each with what changed.
import { html, nothing } from "lit";
import { hour, limitName } from "./source.js";
import { colour } from "./colour.js";
import { notice } from "./notice.js";
import "./chart.js";
import "./diff.js";
import "./table.js";

const LEAST = 0.005;
const sum = (values) => values.reduce((a, b) => a + b, 0);
const round = (value) => Math.round(100 * value) / 100;
const mean = (values) => round(sum(values) / Math.max(1, values.length));
const section = (ctx, name, inner) => html`<section aria-label=${ctx.t(name)}><h3>${ctx.t(name)}</h3>${inner}</section>`;

/** Totals that differ. */
function totals(ctx, a, b) {
  const rows = [];
  const energy = (figures, name) => (figures.minutes / 60) * sum(figures.fuels.find((fuel) => fuel.fuel === name)?.mw || [0]);
  for (const fuel of new Set([...a.fuels, ...b.fuels].map((each) => each.fuel))) rows.push({ label: ctx.t("energyOf", fuel), unit: "MWh", before: round(energy(a, fuel)), after: round(energy(b, fuel)) });
  if (a.lmp && b.lmp) {
    rows.push({ label: ctx.t("meanPrice"), unit: `${a.currency}/MWh`, before: mean(a.lmp.mean), after: mean(b.lmp.mean) });
    rows.push({ label: ctx.t("highest"), unit: `${a.currency}/MWh`, before: Math.max(...a.lmp.max), after: Math.max(...b.lmp.max) });
  }
  const hours = (figures) => (figures.minutes / 60) * sum(figures.units.rows.map((unit) => [...unit.on].filter((on) => on === "1").length));
  rows.push({ label: ctx.t("unitHours"), unit: "h", before: hours(a), after: hours(b) });
  for (const reserve of a.reserves) {
    const other = b.reserves.find((each) => each.id === reserve.id);
    if (!other) continue;
    rows.push({ label: ctx.t("reserveHeldOf", reserve.id), unit: "MW", before: mean(reserve.heldMw), after: mean(other.heldMw) });
    rows.push({ label: ctx.t("reserveAsked", reserve.id), unit: "MW", before: mean(reserve.requiredMw), after: mean(other.requiredMw) });
    rows.push({ label: ctx.t("reservePrice", reserve.id), unit: `${a.currency}/MWh`, before: mean(reserve.price), after: mean(other.price) });
  }
  return html`<gc-diff .rows=${rows} .label=${ctx.t("differences")}></gc-diff>`;
}

/** Times at which two strings of statuses differ, runs of them as 08:00–11:00. */
function apart(one, two, times) {
  const spans = [];
  for (let t = 0; t < Math.min(one.length, two.length); t++) {
    if (one[t] === two[t]) continue;
    const last = spans[spans.length - 1];
    if (last && last[1] === t - 1) last[1] = t;
    else spans.push([t, t]);
  }
  return spans.map(([from, to]) => (from === to ? times[from] : `${times[from]}–${times[to]}`)).join(", ");
}

function commitment(ctx, a, b) {
  const times = a.times.map(hour);
  const before = new Map(a.units.rows.map((unit) => [unit.id, unit]));
  const hours = (unit, figures) => (figures.minutes / 60) * [...unit.on].filter((on) => on === "1").length;
  const rows = b.units.rows.filter((unit) => before.has(unit.id) && before.get(unit.id).on !== unit.on).map((unit) => {
    const was = before.get(unit.id);
    return { unit: unit.id, fuel: unit.fuel, was: hours(was, a), is: hours(unit, b), when: apart(was.on, unit.on, times) };
  });
  if (rows.length === 0) return notice("info", ctx.t("sameCommitment"));
  const columns = [
    { key: "unit", label: ctx.t("unitOf"), sort: true, filter: true }, { key: "fuel", label: ctx.t("fuel"), sort: true, filter: true }, { key: "was", label: ctx.t("hoursWas"), unit: "h", kind: "number", digits: 1, sort: true },
    { key: "is", label: ctx.t("hoursIs"), unit: "h", kind: "number", digits: 1, sort: true }, { key: "when", label: ctx.t("differsAt") },
  ];
  return html`<p>${ctx.t("unitsDiffer", rows.length)}</p><gc-table .rows=${rows} .columns=${columns} name="cu" label=${ctx.t("commitment")}></gc-table>`;
}

/** Limits that bind on either side; what binds on one side alone has no price on the other. */
function flows(ctx, a, b, pair) {
  if (!pair) return notice("empty", ctx.t("noFlows"));
  const rows = new Map();
  const put = (side, each) => {
    const key = [each.constraint, each.element, each.outage, each.period].join("|");
    const row = rows.get(key) || { element: each.element, outage: each.outage, period: each.period, time: hour(String(each.time || "")) };
    rows.set(key, { ...row, [`flow${side}`]: each.flowMw, [`price${side}`]: each.shadowPriceYuanPerMwh, [`over${side}`]: each.overloadMw });
  };
  pair[0].forEach((each) => put("A", each));
  pair[1].forEach((each) => put("B", each));
  const counts = (row) => [row.priceA, row.priceB, row.overA, row.overB].some((value) => Math.abs(value || 0) > LEAST);
  const all = [...rows.values()].filter(counts).map((row) => ({ ...row, change: (row.priceB || 0) - (row.priceA || 0) })).sort((x, y) => Math.abs(y.change) - Math.abs(x.change));
  if (all.length === 0) return notice("info", ctx.t("nothingBinds"));
  const money = `${a.currency}/MWh`;
  const columns = [
    { key: "element", label: ctx.t("limitOf"), sort: true, filter: true, cell: (row) => limitName(row, ctx.t("after")) }, { key: "period", label: ctx.t("time"), sort: true, cell: (row) => row.time || row.period },
    { key: "flowA", label: ctx.t("flowWas"), unit: "MW", kind: "mw", sort: true }, { key: "flowB", label: ctx.t("flowIs"), unit: "MW", kind: "mw", sort: true },
    { key: "priceA", label: ctx.t("priceWas"), unit: money, kind: "price", sort: true }, { key: "priceB", label: ctx.t("priceIs"), unit: money, kind: "price", sort: true }, { key: "change", label: ctx.t("changeOf"), unit: money, kind: "price", sort: true },
  ];
  return html`<p>${ctx.t("limitsDiffer", all.length, all.filter((row) => row.priceA === undefined || row.priceB === undefined).length)}</p>
    <gc-table .rows=${all} .columns=${columns} name="cf" label=${ctx.t("flowsOf")}></gc-table>`;
}

function reserves(ctx, a, b) {
  const times = a.times.map(hour);
  return a.reserves.map((reserve) => {
    const other = b.reserves.find((each) => each.id === reserve.id);
    if (!other || other.heldMw.length !== reserve.heldMw.length) return nothing;
    return html`<gc-chart .x=${times} unit="MW" height="160" .title=${ctx.t("reserveHeldOf", reserve.id)} .series=${[
      { label: a.title, values: reserve.heldMw, color: colour("da"), step: true }, { label: b.title, values: other.heldMw, color: colour("gas"), step: true, dash: true },
      { label: ctx.t("required"), values: reserve.requiredMw, color: colour("storage"), step: true }]}></gc-chart>`;
  });
}

/** All that differs between two results; pair: their limits of flows, or null where they may not be seen. */
export function compared(ctx, a, b, pair) {
  const same = a.times.length === b.times.length;
  return html`<section aria-label=${ctx.t("differences")}><h2>${ctx.t("differences")}</h2><p>${a.title} → ${b.title}</p>
    ${totals(ctx, a, b)}
    ${same && a.lmp && b.lmp ? html`<gc-chart .x=${a.times.map(hour)} unit="${a.currency}/MWh" .title=${ctx.t("meanPrice")} .series=${[
      { label: a.title, values: a.lmp.mean, color: colour("da"), step: true }, { label: b.title, values: b.lmp.mean, color: colour("gas"), step: true, dash: true }]}></gc-chart>` : nothing}
    ${same ? section(ctx, "commitment", commitment(ctx, a, b)) : nothing}
    ${section(ctx, "flowsOf", flows(ctx, a, b, pair))}
    ${same && a.reserves.length ? section(ctx, "reserves", reserves(ctx, a, b)) : nothing}</section>`;
}

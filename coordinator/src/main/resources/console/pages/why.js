// Why a price is what it is, in parts that add up, and why a unit runs and gives what it gives.
import { html, nothing } from "lit";
import words from "../i18n/why.js";
import { form } from "../parts/form.js";
import { notice } from "../parts/notice.js";
import { limitName, orNone, source } from "../parts/source.js";
import "../parts/table.js";
import "../parts/why.js";

export { words };
export const listens = [];

export async function load(ctx) {
  const { bus, unit, period } = ctx.query;
  if (!period || (!bus && !unit)) return { asked: false };
  const of = source(ctx);
  const why = await orNone(() => ctx.api.get(of.path("explanation"), { ...of.query, bus, unit, period }));
  ctx.state.currency = why.currency;
  return { asked: true, why };
}

export function view(ctx, { asked, why }) {
  const of = source(ctx);
  return html`<h1>${heading(ctx, asked && !why.none ? why : null)}</h1>
    <p class="tools"><a href=${of.page("results")}>${ctx.t("back")}</a></p>
    ${question(ctx)}
    ${!asked ? notice("empty", ctx.t("ask")) : why.none ? notice("error", why.none.message, { advice: why.none.advice }) : answer(ctx, of, why)}`;
}

/** The currency is that of the case. */
const money = (ctx) => ctx.state.currency || "";
const perMwh = (ctx) => `${money(ctx)}/MWh`;

function heading(ctx, why) {
  if (!why) return ctx.t("why");
  const { bus, unit, period } = ctx.query;
  return unit
    ? ctx.t("unitAt", unit, period, why.unit ? (why.unit.on ? ctx.f.mw(why.unit.outputMw) + " MW" : ctx.t("off")) : ctx.t("storage"))
    : ctx.t("priceAt", `${ctx.f.price(why.price.lmpYuanPerMwh)} ${perMwh(ctx)}`, bus, period);
}

function question(ctx) {
  const fields = [
    { name: "bus", label: ctx.t("bus"), kind: "text" },
    { name: "unit", label: ctx.t("unit"), kind: "text" },
    { name: "period", label: ctx.t("period"), kind: "text", required: true, hint: ctx.t("periodHint") },
  ];
  const submit = (read) => ctx.setQuery({ bus: read.bus || null, unit: read.unit || null, period: read.period || null });
  return html`<details class="ask" ?open=${!ctx.query.period}><summary>${ctx.t("question")}</summary>${form(fields, ctx.query, { submit, label: ctx.t("explain"), id: "why" })}</details>`;
}

function answer(ctx, of, why) {
  return html`${(why.versionNotices || []).map((each) => notice("info", each))}
    ${why.unit ? unit(ctx, why.unit) : nothing}
    ${why.storage ? storage(ctx, why.storage) : nothing}
    ${price(ctx, why.price)}
    ${next(ctx, of, why)}`;
}

function price(ctx, it) {
  const parts = it.shares.map((share) => ({ label: share.element, said: share.constraint, value: share.yuanPerMwh }));
  const components = [
    { label: ctx.t("energy"), value: it.energyYuanPerMwh },
    { label: ctx.t("congestion"), value: it.congestionYuanPerMwh },
    { label: ctx.t("loss"), value: it.lossYuanPerMwh },
  ];
  const columns = [
    { key: "name", label: ctx.t("limit"), sort: true, cell: (row) => limitName(row, ctx.t("after")) },
    { key: "shiftFactor", label: ctx.t("shiftFactor"), kind: "number", digits: 4, sort: true },
    { key: "shadowPriceYuanPerMwh", label: ctx.t("shadowPrice"), unit: perMwh(ctx), kind: "price", sort: true },
    { key: "yuanPerMwh", label: ctx.t("adds"), unit: perMwh(ctx), kind: "price", sort: true },
  ];
  const margin = [
    { key: "unit", label: ctx.t("atMargin"), sort: true },
    { key: "bus", label: ctx.t("bus"), sort: true },
    { key: "mw", label: ctx.t("output"), unit: "MW", kind: "mw" },
    { key: "yuanPerMwh", label: ctx.t("nextMwh"), unit: perMwh(ctx), kind: "price", sort: true },
    { key: "bothWays", label: ctx.t("moves"), cell: (row) => ctx.t(row.bothWays ? "both" : "upOnly") },
  ];
  return html`<section aria-label=${ctx.t("shares")}><h2>${ctx.t("shares")}</h2>
      <gc-why .parts=${parts} .total=${it.lmpYuanPerMwh} .unit=${perMwh(ctx)}></gc-why></section>
    <section aria-label=${ctx.t("components")}><h2>${ctx.t("components")}</h2>
      <gc-why .parts=${components} .total=${it.lmpYuanPerMwh} .unit=${perMwh(ctx)}></gc-why></section>
    <section aria-label=${ctx.t("limits")}><h2>${ctx.t("limits")}</h2>
      ${it.limits.length ? html`<p>${ctx.t("product")}</p><gc-table name="limits" .label=${ctx.t("limits")} .rows=${it.limits} .columns=${columns}></gc-table>` : notice("empty", ctx.t("noLimits"))}</section>
    <section aria-label=${ctx.t("atMargin")}><h2>${ctx.t("atMargin")}</h2>
      ${it.marginal.length ? html`<gc-table name="margin" .label=${ctx.t("atMargin")} .rows=${it.marginal} .columns=${margin}></gc-table>` : notice("info", ctx.t("noMargin"))}</section>`;
}

function unit(ctx, it) {
  const gain = it.runIncomeYuan - it.runCostYuan;
  return html`<section aria-label=${ctx.t("unit")}><h2>${ctx.t(it.on ? "whyOn" : "whyOff")}</h2>
    <dl class="facts">
      <dt>${ctx.t("output")}</dt><dd>${ctx.f.mw(it.outputMw)} MW</dd>
      <dt>${ctx.t("priceThere")}</dt><dd>${ctx.f.price(it.lmpYuanPerMwh)} ${perMwh(ctx)}</dd>
      <dt>${ctx.t("nextMwh")}</dt><dd>${ctx.f.price(it.nextYuanPerMwh)} ${perMwh(ctx)}</dd>
      <dt>${ctx.t("runOf")}</dt><dd>${it.runFrom + 1}–${it.runTo}</dd>
      <dt>${ctx.t(it.on ? "profit" : "profitIf")}</dt><dd>${ctx.f.money(gain)} ${money(ctx)} (${ctx.t("incomeCost", ctx.f.money(it.runIncomeYuan), ctx.f.money(it.runCostYuan))})</dd>
      ${it.on ? nothing : html`<dt>${ctx.t("wouldStart")}</dt><dd>${gain >= 0 ? ctx.t("startsAlready") : ctx.t("startsAt", `${ctx.f.money(-gain)} ${money(ctx)}`)}</dd>`}
    </dl>
    <ul>${it.reasons.map((reason) => html`<li>${reason}</li>`)}</ul></section>`;
}

function storage(ctx, it) {
  return html`<section aria-label=${ctx.t("storage")}><h2>${ctx.t("storage")}</h2>
    <dl class="facts">
      <dt>${ctx.t("charge")}</dt><dd>${ctx.f.mw(it.chargeMw)} MW</dd><dt>${ctx.t("discharge")}</dt><dd>${ctx.f.mw(it.dischargeMw)} MW</dd>
      <dt>${ctx.t("level")}</dt><dd>${ctx.f.mw(it.levelBeforeMwh)} → ${ctx.f.mw(it.levelAfterMwh)} MWh</dd>
    </dl><ul>${(it.reasons || []).map((reason) => html`<li>${reason}</li>`)}</ul></section>`;
}

function next(ctx, of, why) {
  const { bus, unit, period } = ctx.query;
  const binding = why.price.limits[0];
  return html`<section aria-label=${ctx.t("whatIf")}><h2>${ctx.t("whatIf")}</h2><ul>
    ${bus ? html`<li><a href=${of.page("what-if", { kind: "addLoad", element: bus, amount: 1, bus, period })}>${ctx.t("oneMore", bus)}</a></li>` : nothing}
    ${unit ? html`<li><a href=${of.page("what-if", { kind: "offers", element: unit, amount: 10, period })}>${ctx.t("offerUp", unit, money(ctx))}</a></li>` : nothing}
    ${binding?.outage ? html`<li><a href=${of.page("what-if", { kind: "withoutContingency", element: binding.outage, bus, period })}>${ctx.t("without", binding.outage)}</a></li>` : nothing}
    ${binding && binding.constraint !== "B-18" ? html`<li><a href=${of.page("what-if", { kind: "branchLimit", element: binding.element, amount: 1.1, bus, period })}>${ctx.t("limitUp", binding.element)}</a></li>` : nothing}
  </ul></section>`;
}

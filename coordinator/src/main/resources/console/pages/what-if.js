// What a change would do to a result whose commitment stays as it is; the address has the question.
import { html, nothing } from "lit";
import words from "../i18n/what-if.js";
import { colour } from "../parts/colour.js";
import { form } from "../parts/form.js";
import { notice } from "../parts/notice.js";
import { hour, limitName, source } from "../parts/source.js";
import "../parts/chart.js";
import "../parts/diff.js";
import "../parts/table.js";

export { words };
export const listens = [];

const NAMES = { addLoad: "bus", withoutContingency: "outage", branchOutage: "branch", branchBack: "branch", offers: "unit", branchLimit: "branch", flowgateLimit: "flowgate", load: null };
const AMOUNTS = { addLoad: "mw", offers: "addYuanPerMwh", branchLimit: "scale", flowgateLimit: "scale", load: "scale" };
const WINDOWS = new Set(["addLoad", "branchOutage", "branchBack", "branchLimit", "load"]);

/** The change that the address asks for, in the words of a study. */
function change({ kind, element, amount, period, window }) {
  const body = {};
  if (NAMES[kind]) body[NAMES[kind]] = element;
  if (AMOUNTS[kind]) body[AMOUNTS[kind]] = Number(amount);
  if (WINDOWS.has(kind) && window !== "day" && /^\d+$/.test(period || "")) Object.assign(body, { from: Number(period), to: Number(period) });
  return { [kind]: body };
}

export async function load(ctx) {
  const { kind, element, bus, period } = ctx.query;
  if (!kind || (NAMES[kind] && !element)) return {};
  const of = source(ctx);
  const cycle = of.query.cycle ? `?cycle=${of.query.cycle}` : "";
  try {
    return { answer: await ctx.api.post(of.path("what-if") + cycle, { changes: [change(ctx.query)], bus: bus || "", period: period || "" }) };
  } catch (problem) {
    if (![400, 404, 409, 429].includes(problem.status)) throw problem;
    return { problem };
  }
}

export function view(ctx, { answer, problem }) {
  const of = source(ctx);
  return html`<h1>${answer ? headline(ctx, answer) : ctx.t("whatIf")}</h1>
    <p class="tools"><a href=${of.page("results")}>${ctx.t("back")}</a> <a href=${of.page("why", { bus: ctx.query.bus, period: ctx.query.period })}>${ctx.t("why")}</a></p>
    ${question(ctx, problem)}
    ${answer ? answered(ctx, answer) : problem ? nothing : notice("empty", ctx.t("ask"))}`;
}

function headline(ctx, answer) {
  const more = answer.objectiveAfter - answer.objectiveBefore;
  return ctx.t(more >= 0 ? "costsMore" : "costsLess", ctx.f.money(Math.abs(more)), answer.currency);
}

function question(ctx, problem) {
  const kind = ctx.query.kind || "addLoad";
  const fields = [
    { name: "kind", label: ctx.t("change"), kind: "select", options: Object.keys(NAMES).map((each) => [each, ctx.t(each)]) },
    { name: "element", label: ctx.t("element"), kind: "text", hint: ctx.t("elementHint") },
    { name: "amount", label: ctx.t("amount"), kind: "text", hint: ctx.t("amountHint") },
    { name: "window", label: ctx.t("window"), kind: "select", options: [["period", ctx.t("onePeriod")], ["day", ctx.t("allDay")]] },
    { name: "bus", label: ctx.t("bus"), kind: "text", hint: ctx.t("busHint") },
    { name: "period", label: ctx.t("period"), kind: "text" },
  ];
  const submit = (read) => ctx.setQuery(Object.fromEntries(fields.map((field) => [field.name, read[field.name] ?? null])));
  return form(fields, { amount: 1, ...ctx.query, kind }, { submit, label: ctx.t("dispatch"), problem, id: "if" });
}

function answered(ctx, answer) {
  const money = `${answer.currency}/MWh`;
  const times = answer.periods.map((row) => hour(row.time));
  const facts = [
    { label: ctx.t("objective"), unit: answer.currency, before: answer.objectiveBefore, after: answer.objectiveAfter },
    { label: ctx.t("shed"), unit: "MWh", before: answer.shedBeforeMwh, after: answer.shedAfterMwh },
  ];
  if (answer.price) facts.push({ label: ctx.t("priceOf", answer.price.bus, hour(answer.price.time)), unit: money, before: answer.price.beforeYuanPerMwh, after: answer.price.afterYuanPerMwh });
  return html`${notice("info", ctx.t("kept", ctx.f.number(answer.seconds, 2)))}
    ${[...(answer.versionNotices || []), ...answer.notices].map((each) => notice("info", each))}
    <section aria-label=${ctx.t("inAll")}><h2>${ctx.t("inAll")}</h2><gc-diff .rows=${facts} .label=${ctx.t("inAll")}></gc-diff></section>
    <section aria-label=${ctx.t("prices")}><h2>${ctx.t("prices")}</h2>
      <gc-chart .x=${times} .unit=${money} .title=${ctx.t("meanPrice")} .series=${[
        { label: ctx.t("before"), values: answer.periods.map((row) => row.meanBefore), color: colour("load"), step: true, dash: true },
        { label: ctx.t("afterwards"), values: answer.periods.map((row) => row.meanAfter), color: colour("gas"), step: true }]}></gc-chart></section>
    ${list(ctx, "units", answer.units, [
      { key: "id", label: ctx.t("element"), sort: true }, { key: "kind", label: ctx.t("kind") }, { key: "bus", label: ctx.t("bus"), sort: true },
      { key: "beforeMwh", label: ctx.t("before"), unit: "MWh", kind: "number", sort: true }, { key: "afterMwh", label: ctx.t("afterwards"), unit: "MWh", kind: "number", sort: true },
      { key: "period", label: ctx.t("period"), kind: "int" }, { key: "beforeMw", label: ctx.t("before"), unit: "MW", kind: "number" }, { key: "afterMw", label: ctx.t("afterwards"), unit: "MW", kind: "number" }])}
    ${list(ctx, "buses", answer.buses, [
      { key: "bus", label: ctx.t("bus"), sort: true }, { key: "time", label: ctx.t("period"), cell: (row) => hour(row.time) },
      { key: "beforeYuanPerMwh", label: ctx.t("before"), unit: money, kind: "price", sort: true }, { key: "afterYuanPerMwh", label: ctx.t("afterwards"), unit: money, kind: "price", sort: true }])}
    ${list(ctx, "limits", answer.limits, [
      { key: "element", label: ctx.t("limit"), sort: true, cell: (row) => limitName(row, ctx.t("afterOutage")) }, { key: "period", label: ctx.t("period"), kind: "int", sort: true },
      { key: "beforeYuanPerMwh", label: ctx.t("before"), unit: money, kind: "price", sort: true }, { key: "afterYuanPerMwh", label: ctx.t("afterwards"), unit: money, kind: "price", sort: true }])}`;
}

function list(ctx, name, some, columns) {
  const title = ctx.t(name, some.count);
  return html`<section aria-label=${title}><h2>${title}</h2>
    ${some.count ? html`<gc-table name=${name} .label=${title} .rows=${some.rows} .columns=${columns}></gc-table>` : nothing}</section>`;
}

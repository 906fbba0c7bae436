// Anomalies of trading dates by rule, and those of one rule in pages of the server.
import { html } from "lit";
import { notice } from "../parts/notice.js";
import words from "../i18n/anomalies.js";
import "../parts/table.js";

export { words };
export const listens = ["anomaly"];

const STATES = ["", "open", "acknowledged", "handled", "closed"];

function range(ctx) {
  const { query } = ctx;
  return { from: query.from || ctx.date, to: query.to || query.from || ctx.date, state: query.state, market: query.all ? "" : query.of || ctx.market };
}

export async function load(ctx) {
  const asked = range(ctx);
  const groups = (await ctx.api.table("/anomalies/groups", asked)).rows;
  const count = groups.reduce((sum, each) => sum + each.count, 0);
  const severe = groups.filter((each) => each.severity === "severe").reduce((sum, each) => sum + each.unsettled, 0);
  return { groups, count, severe };
}

function filters(ctx, asked) {
  const { t } = ctx;
  return html`<div class="row">
      <label>${t("from")} <input type="date" .value=${asked.from} @change=${(e) => ctx.setQuery({ from: e.target.value })}></label>
      <label>${t("to")} <input type="date" .value=${asked.to} @change=${(e) => ctx.setQuery({ to: e.target.value })}></label>
      <label>${t("state")} <select @change=${(e) => ctx.setQuery({ state: e.target.value || null })}>
        ${STATES.map((state) => html`<option value=${state} ?selected=${state === (asked.state || "")}>${t(`state-${state || "all"}`)}</option>`)}</select></label>
      <label><input type="checkbox" .checked=${Boolean(ctx.query.all)} @change=${(e) => ctx.setQuery({ all: e.target.checked ? "1" : null, of: null })}> ${t("allMarkets")}</label>
    </div>`;
}

/** A row a rule; choosing it opens its anomalies. */
function byRule(ctx, data) {
  const { t, f } = ctx;
  if (data.groups.length === 0) return notice("empty", t("none"));
  const open = (row) => ({ rule: row.rule, of: row.market, all: null });
  const columns = [
    { key: "severity", label: t("severity"), kind: "state", sort: true }, { key: "market", label: t("market"), sort: true, cell: (row) => row.market.toUpperCase() },
    { key: "rule", label: t("rule"), sort: true, filter: true, cell: (row) => html`<a href=${ctx.href("/anomalies", { ...open(row), from: ctx.query.from, to: ctx.query.to, state: ctx.query.state })}>${row.rule}</a>` },
    { key: "count", label: t("count"), kind: "int", sort: true }, { key: "unsettled", label: t("unsettled"), kind: "int", sort: true }, { key: "versions", label: t("versions"), kind: "int", sort: true },
    { key: "worstElement", label: t("worst"), cell: (row) => html`<a href=${ctx.href(`/anomalies/${row.worstNumber}`)}>${row.worstElement || t("system")}</a>` },
    { key: "worstValue", label: t("value"), kind: "number", sort: true, cell: (row) => html`${f.number(row.worstValue, 2)} <small>${row.unit}</small>` }, { key: "threshold", label: t("threshold"), kind: "number" },
    { key: "lastAt", label: t("last"), kind: "time", sort: true },
  ];
  return html`<p>${t("ofRules", f.int(data.count), data.groups.length)} <button @click=${() => ctx.setQuery({ list: "1" })}>${t("oneByOne")}</button></p>
    <gc-table .source=${{ path: "/anomalies/groups", query: range(ctx), paged: false }} .columns=${columns} name="g" label=${t("byRule")}
      .select=${(row) => ctx.setQuery(open(row))}></gc-table>`;
}

function oneByOne(ctx) {
  const { t, query } = ctx;
  const columns = [
    { key: "severity", label: t("severity"), kind: "state", sort: true, filter: true }, { key: "state", label: t("state"), kind: "state", sort: true },
    { key: "rule", label: t("rule"), sort: true, cell: (row) => html`<a href=${ctx.href(`/anomalies/${row.number}`)}>${row.rule}</a>` },
    { key: "element", label: t("element"), sort: true, filter: true }, { key: "outage", label: t("outage"), filter: true },
    { key: "period", label: t("period"), kind: "int", sort: true }, { key: "value", label: t("value"), kind: "number", sort: true },
    { key: "threshold", label: t("threshold"), kind: "number" }, { key: "unit", label: t("unit") },
    { key: "date", label: t("date"), sort: true }, { key: "market", label: t("market"), sort: true, cell: (row) => row.market.toUpperCase() }, { key: "cycle", label: t("cycle"), kind: "int", sort: true },
    { key: "version", label: t("version"), kind: "int" }, { key: "owner", label: t("owner"), filter: true }, { key: "raisedAt", label: t("raised"), kind: "time", sort: true },
  ];
  return html`<p><button @click=${() => ctx.setQuery({ rule: null, list: null, of: null, "an.offset": null })}>${t("backToRules")}</button> ${query.rule ? html`<b>${query.rule}</b> ${query.of ? query.of.toUpperCase() : ""}` : ""}</p>
    <gc-table .source=${{ path: "/anomalies", query: { ...range(ctx), rule: query.rule || "" }, server: true }} .columns=${columns} name="an" label=${t("anomalies")}
      .select=${(row) => ctx.go(`/anomalies/${row.number}`)}></gc-table>`;
}

export function view(ctx, data) {
  const { t, f } = ctx;
  return html`<h1>${data.severe ? t("severe", f.int(data.severe)) : t("title", f.int(data.count))}</h1>
    ${filters(ctx, range(ctx))}
    ${ctx.query.rule || ctx.query.list ? oneByOne(ctx) : byRule(ctx, data)}`;
}

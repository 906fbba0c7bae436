// Anomalies of trading dates: what the rules found, and what was done about it.
import { html } from "lit";
import words from "../i18n/anomalies.js";
import "../parts/table.js";

export { words };
export const listens = ["anomaly"];

const STATES = ["", "open", "acknowledged", "handled", "closed"];

function range(ctx) {
  return { from: ctx.query.from || ctx.date, to: ctx.query.to || ctx.query.from || ctx.date, state: ctx.query.state, market: ctx.query.all ? "" : ctx.market };
}

export async function load(ctx) {
  const found = await ctx.api.table("/anomalies", range(ctx));
  return { rows: found.rows, severe: Number(found.header("X-Open-Severe")) };
}

export function view(ctx, data) {
  const { t } = ctx;
  const asked = range(ctx);
  const columns = [
    { key: "severity", label: t("severity"), kind: "state", sort: true, filter: true },
    { key: "state", label: t("state"), kind: "state", sort: true },
    { key: "rule", label: t("rule"), sort: true, filter: true, cell: (row) => html`<a href=${ctx.href(`/anomalies/${row.number}`)}>${row.rule}</a>` },
    { key: "element", label: t("element"), sort: true, filter: true },
    { key: "outage", label: t("outage"), filter: true },
    { key: "period", label: t("period"), kind: "int", sort: true },
    { key: "value", label: t("value"), kind: "number", sort: true },
    { key: "threshold", label: t("threshold"), kind: "number" },
    { key: "unit", label: t("unit") },
    { key: "date", label: t("date"), sort: true }, { key: "market", label: t("market"), sort: true }, { key: "cycle", label: t("cycle"), kind: "int", sort: true },
    { key: "version", label: t("version"), kind: "int" }, { key: "owner", label: t("owner"), filter: true }, { key: "raisedAt", label: t("raised"), kind: "time", sort: true },
  ];
  return html`<h1>${data.severe ? t("severe", data.severe) : t("title", data.rows.length)}</h1>
    <div class="row">
      <label>${t("from")} <input type="date" .value=${asked.from} @change=${(e) => ctx.setQuery({ from: e.target.value })}></label>
      <label>${t("to")} <input type="date" .value=${asked.to} @change=${(e) => ctx.setQuery({ to: e.target.value })}></label>
      <label>${t("state")} <select @change=${(e) => ctx.setQuery({ state: e.target.value })}>
        ${STATES.map((state) => html`<option value=${state} ?selected=${state === (asked.state || "")}>${t(`state-${state || "all"}`)}</option>`)}</select></label>
      <label><input type="checkbox" .checked=${Boolean(ctx.query.all)} @change=${(e) => ctx.setQuery({ all: e.target.checked ? "1" : null })}> ${t("allMarkets")}</label>
    </div>
    <gc-table .source=${{ path: "/anomalies", query: asked, paged: false }} .columns=${columns} name="an" label=${t("title", data.rows.length)}
      .select=${(row) => ctx.go(`/anomalies/${row.number}`)}></gc-table>`;
}

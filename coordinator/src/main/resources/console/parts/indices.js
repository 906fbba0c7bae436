// Indices of the market with their limits and trends, and the alarms that somebody has to clear.
import { html, nothing } from "lit";
import { mark } from "./mark.js";
import { notice } from "./notice.js";
import "./table.js";

const KINDS = { ok: "good", warning: "warn", severe: "bad" };

/** The state of an index or of an alarm. */
const state = (ctx, value) => mark(KINDS[value] || "wait", ctx.t(value || "undefined"));

/** Which way the later half of the days went against the earlier one. */
const trend = (ctx, value) => (value === null || value === undefined ? "–" : html`<span aria-hidden="true">${value > 0 ? "↗" : value < 0 ? "↘" : "→"}</span> ${ctx.f.number(value, 2)}`);

export function indices(ctx, range, overview) {
  const { t, f, lang } = ctx;
  if (overview.problem) return notice("info", t("noIndices"), { advice: overview.problem.message });
  if (overview.rows.length === 0) {
    const evaluate = () => ctx.act(t("evaluate"), () => ctx.api.post(`/indices/evaluations?market=${ctx.market}&from=${range.from}&to=${range.to}`));
    return html`${notice("empty", t("noIndices"))}<button @click=${evaluate}>${t("evaluate")}</button>`;
  }
  const rows = overview.rows.map((row) => ({ ...row, name: row[lang] || row.en }));
  const columns = [
    { key: "name", label: t("index"), sort: true, filter: true }, { key: "zone", label: t("zone"), sort: true, filter: true }, { key: "family", label: t("family"), sort: true, filter: true },
    { key: "state", label: t("state"), sort: true, filter: true, cell: (row) => state(ctx, row.state) },
    { key: "last", label: t("last"), kind: "number", sort: true, cell: (row) => html`${f.number(row.last, 2)} <small>${row.of}</small>` },
    { key: "warning", label: t("warning"), kind: "number" }, { key: "severe", label: t("severe"), kind: "number" },
    { key: "trend", label: t("trendOf"), kind: "number", sort: true, cell: (row) => trend(ctx, row.trend) },
    { key: "lowest", label: t("lowest"), kind: "number" }, { key: "highest", label: t("highest"), kind: "number" }, { key: "score", label: t("score"), kind: "number", sort: true },
  ];
  const source = { path: "/indices/overview", query: { market: ctx.market, ...range } };
  return html`<gc-table .rows=${rows} .source=${source} .columns=${columns} name="i" label=${t("indices")}></gc-table>`;
}

export function alarms(ctx, found) {
  const { t, f } = ctx;
  if (found.problem || found.rows.length === 0) return nothing;
  const clear = (row) => ctx.act(t("clear", row.number), () => ctx.api.post(`/indices/alarms/${row.number}/clear`, { comment: ctx.state.comment || "" }));
  return html`<h3>${t("alarmsOf", found.rows.length)}</h3>
    <label>${t("reason")} <input .value=${ctx.state.comment || ""} @input=${(e) => (ctx.state.comment = e.target.value)}></label>
    <ul>${found.rows.slice(0, 50).map((row) => html`<li>${state(ctx, row.severity)} <b>${row.index}</b> ${row.zone} ${row.date}: ${f.number(row.value, 2)} (${t("threshold")} ${f.number(row.limit, 2)})
      <button @click=${() => clear(row)}>${t("clear", row.number)}</button></li>`)}</ul>`;
}

const DECIDED = { PROPOSED: "warn", APPROVED: "good", REJECTED: "wait" };

/** Offers that are to go to reference because of market power; somebody else decides than proposed. */
export function mitigations(ctx, found) {
  const { t } = ctx;
  if (found.problem || found.rows.length === 0) return notice("empty", t("noMitigations"));
  const decide = (row, approve) => ctx.act(t(approve ? "approve" : "reject", row.number), () => ctx.api.post(`/mitigations/${row.number}/decision`, { approve, comment: ctx.state.comment || "" }));
  return html`<ul>${found.rows.slice(0, 50).map((row) => html`<li>${mark(DECIDED[row.state] || "wait", t(row.state))} <b>${row.number}</b> ${row.market} ${row.date} · ${row.owners} · ${row.proposedBy} ${row.proposed} ${row.decidedBy} ${row.remark}
    ${row.state === "PROPOSED" && row.proposedBy !== ctx.session.name ? html`<button @click=${() => decide(row, true)}>${t("approve", row.number)}</button> <button class="danger" @click=${() => decide(row, false)}>${t("reject", row.number)}</button>` : nothing}</li>`)}</ul>`;
}

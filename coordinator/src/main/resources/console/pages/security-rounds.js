// The AC check of a cleared case, round by round, with the cuts that each round brought.
import { html, nothing } from "lit";
import words from "../i18n/security.js";
import { notice } from "../parts/notice.js";
import { orNone, source } from "../parts/source.js";
import "../parts/chart.js";
import "../parts/table.js";

export { words };
export const listens = [];

export async function load(ctx) {
  return { report: await orNone(() => ctx.api.get(source(ctx).path("security"))) };
}

export function view(ctx, { report }) {
  const of = source(ctx);
  const links = html`<p class="tools"><a href=${of.page("results")}>${ctx.t("result")}</a> <a href=${of.page("picture")}>${ctx.t("picture")}</a></p>`;
  if (report.none) return html`<h1>${ctx.t("rounds")}</h1>${links}${notice("empty", report.none.message)}`;
  const last = report.rounds[report.rounds.length - 1];
  return html`<h1>${report.secure ? ctx.t("secureAfter", report.rounds.length) : ctx.t("notSecure", report.remaining.length, report.rounds.length)}</h1>${links}
    <gc-chart .x=${report.rounds.map((round) => String(round.number))} .title=${ctx.t("violationsByRound", last ? last.baseViolations + last.outageViolations : 0)} .series=${[
      { label: ctx.t("intact"), values: report.rounds.map((round) => round.baseViolations), color: "#0072b2" },
      { label: ctx.t("afterOutages"), values: report.rounds.map((round) => round.outageViolations), color: "#d55e00" }]}></gc-chart>
    ${table(ctx, "rounds", report.rounds)}${table(ctx, "cuts", report.cuts, ctx.t("cutsSwitch"))}${table(ctx, "remaining", report.remaining)}${table(ctx, "unsolved", report.unsolved)}`;
}

/** Periods count from 1, as everywhere for people. */
function written(ctx, key, rows) {
  if (key === "period") return { kind: "int", cell: (row) => ctx.f.int(row.period + 1) };
  if (typeof rows[0][key] === "boolean") return { cell: (row) => ctx.t(row[key] ? "yes" : "no") };
  if (typeof rows[0][key] !== "number") return {};
  return { kind: "number", digits: rows.every((row) => Number.isInteger(row[key])) ? 0 : 3 };
}

/** All that a row says, as columns of their own. */
function table(ctx, name, rows, said) {
  const title = ctx.t(name === "rounds" ? "rounds" : name, rows.length);
  const keys = rows.length ? Object.keys(rows[0]).filter((key) => typeof rows[0][key] !== "object" || rows[0][key] === null) : [];
  const columns = keys.map((key) => ({ key, label: ctx.t(key), sort: true, ...written(ctx, key, rows) }));
  return html`<section aria-label=${title}><h2>${title}</h2>${said ? html`<p>${said}</p>` : nothing}
    ${rows.length ? html`<gc-table name=${name} .label=${title} .rows=${rows} .columns=${columns}></gc-table>` : notice("empty", ctx.t("nothing"))}</section>`;
}

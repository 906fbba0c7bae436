// The AC check of a cleared case, round by round, with the cuts that each round brought.
import { html, nothing } from "lit";
import words from "../i18n/security.js";
import { notice } from "../parts/notice.js";
import { orNone, source } from "../parts/source.js";
import "../parts/chart.js";
import "../parts/diff.js";
import "../parts/table.js";

export { words };
export const listens = [];

const CHANGES = ["objectiveYuan", "baseViolations", "outageViolations", "voltageViolations", "worstShare", "outagesDiverged"];

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
    ${steps(ctx, report)}
    ${table(ctx, "rounds", report.rounds)}${table(ctx, "remaining", report.remaining)}${table(ctx, "unsolved", report.unsolved)}`;
}

/** The loop step by step: what a round cleared under, what it found, and the cuts that it brought. */
function steps(ctx, report) {
  const { t, f } = ctx;
  const all = report.rounds;
  if (all.length === 0) return nothing;
  const k = Math.min(all.length, Math.max(1, Number(ctx.query.round) || all.length)) - 1;
  const round = all[k], before = all[k - 1];
  const under = report.cuts.filter((cut) => cut.round < round.number).length;
  const brought = report.cuts.filter((cut) => cut.round === round.number);
  const go = (to) => ctx.setQuery({ round: all[to].number });
  const change = (key) => ({ label: t(key), before: before?.[key] ?? null, after: round[key] });
  return html`<section aria-label=${t("stepByStep")}><h2>${t("stepByStep")}</h2>
    <div class="row" role="group" aria-label=${t("stepByStep")}><button ?disabled=${k === 0} @click=${() => go(k - 1)}>${t("roundBefore")}</button>
      ${all.map((each, n) => html`<button aria-pressed=${n === k ? "true" : "false"} class=${n === k ? "first" : ""} @click=${() => go(n)}>${each.number}</button>`)}
      <button ?disabled=${k === all.length - 1} @click=${() => go(k + 1)}>${t("roundNext")}</button></div>
    <p>${t("roundSaid", round.number, under, f.int(round.baseViolations), f.int(round.outageViolations), round.newCuts)}</p>
    ${before && !CHANGES.some((key) => before[key] !== round[key]) ? notice("info", t("sameRound")) : before ? html`<gc-diff .rows=${CHANGES.map(change)} label=${t("stepByStep")}></gc-diff>` : nothing}
    ${table(ctx, "cuts", brought, t("cutsSwitch"))}</section>`;
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

// Runs whose security can be looked at, and what the version of the day says of its own.
import { html } from "lit";
import words from "../i18n/security.js";
import { notice } from "../parts/notice.js";
import { orNone, source } from "../parts/source.js";
import "../parts/table.js";

export { words };
export const listens = ["run"];

export async function load(ctx) {
  const runs = await ctx.api.get("/runs", { limit: 200 });
  const day = ctx.market && ctx.date ? await orNone(() => ctx.api.table(source(ctx).path("security"), source(ctx).query)) : { none: null };
  return { runs: runs.filter((run) => run.state === "DONE"), day };
}

export function view(ctx, { runs, day }) {
  const columns = [
    { key: "study", label: ctx.t("run"), sort: true, filter: true }, { key: "state", label: ctx.t("state"), kind: "state" },
    { key: "cases", label: ctx.t("cases"), kind: "int", sort: true },
    { key: "runId", label: ctx.t("look"), cell: (run) => looks(ctx, run) },
  ];
  return html`<h1>${ctx.t("security")}</h1>
    <p class="tools"><a href=${ctx.href("/picture")}>${ctx.t("pictureOfDay")}</a></p>
    <section aria-label=${ctx.t("ofDay")}><h2>${ctx.t("ofDay", ctx.date)}</h2>${ofDay(ctx, day)}</section>
    <section aria-label=${ctx.t("runs")}><h2>${ctx.t("runs")}</h2>
      <gc-table name="runs" .label=${ctx.t("runs")} .rows=${runs} .columns=${columns}></gc-table></section>`;
}

/** A screening has its own page, a clearing its rounds and its network. */
function looks(ctx, run) {
  if (run.study.startsWith("screen ")) return html`<a href=${ctx.href(`/security/${run.runId}`)}>${ctx.t("screening")}</a>`;
  return html`<a href=${ctx.href(`/security/run/${run.runId}/0`)}>${ctx.t("rounds")}</a> <a href=${ctx.href(`/picture/run/${run.runId}/0`)}>${ctx.t("picture")}</a>`;
}

function ofDay(ctx, day) {
  if (day.none !== undefined) return notice("empty", day.none ? day.none.message : ctx.t("noCheck"));
  if (day.rows.length === 0) return notice("info", day.notices.length ? day.notices.join(" ") : ctx.t("noViolation"));
  const columns = ["kind", "element", "outage", "time", "measure"].map((key) => ({ key, label: ctx.t(key), sort: true, filter: key === "element" }));
  for (const key of ["value", "limit", "excess"]) columns.push({ key, label: ctx.t(key), kind: "number", sort: true });
  return html`<gc-table name="day" .label=${ctx.t("ofDay", ctx.date)} .rows=${day.rows} .columns=${columns}></gc-table>`;
}

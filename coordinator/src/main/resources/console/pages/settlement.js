// Closes of all months: what state they are in, what they differ by, who made them.
import { html } from "lit";
import words from "../i18n/settlement.js";
import { mark, zero } from "../parts/mark.js";
import { notice } from "../parts/notice.js";
import "../parts/table.js";

export { words };
export const listens = [];
const KINDS = { billable: "good", blocked: "warn", damaged: "bad" };

export const load = (ctx) => ctx.api.table("/settlement/closes", { limit: 500 });

export function view(ctx, data) {
  const { t, f } = ctx;
  const newest = data.rows[0];
  const columns = [
    { key: "close", label: t("close"), sort: true, filter: true, cell: (row) => html`<a href=${ctx.href(`/settlement/${row.close}`)}>${row.close}</a>` },
    { key: "month", label: t("month"), sort: true },
    { key: "state", label: t("state"), cell: (row) => mark(KINDS[row.state] || "wait", t(row.state)) },
    { key: "residualYuan", label: t("residual"), unit: "yuan", kind: "number", digits: 3, cell: (row) => zero(ctx, row.residualYuan, t("unknown")) },
    { key: "findings", label: t("findings"), kind: "int", sort: true },
    { key: "entities", label: t("entities"), kind: "int", sort: true },
    { key: "days", label: t("days"), kind: "int" },
    { key: "by", label: t("user"), filter: true },
    { key: "at", label: t("time"), kind: "time", sort: true },
    { key: "corrects", label: t("corrects") },
    { key: "reason", label: t("reason") },
  ];
  return html`<h1>${t("title")}</h1>
    <p>${newest ? t("newest", newest.month, newest.close) : ""} <a href=${ctx.href("/bills")}>${t("bills")}</a> ${ctx.session.may("SETTLE") ? html`<a href=${ctx.href("/settlement/process")}>${t("process")}</a>` : ""}</p>
    ${newest ? html`<div class="row">${mark(KINDS[newest.state] || "wait", t(newest.state))}
        <span>${t("residual")} ${zero(ctx, newest.residualYuan, t("unknown"))}</span>
        <span>${f.int(newest.entities)} ${t("entities")}</span>
        <a href=${ctx.href(`/settlement/${newest.close}`)}>${t("open")}</a></div>` : notice("empty", t("noCloses"))}
    ${newest ? html`<section aria-labelledby="all"><h2 id="all">${t("closes")}</h2>
      <gc-table .rows=${data.rows} .source=${{ path: "/settlement/closes" }} .columns=${columns} name="c" label=${t("closes")} .select=${(row) => ctx.go(`/settlement/${row.close}`)}></gc-table></section>` : ""}`;
}

// Statements that were published, and disputes about them: a member's own.
import { html } from "lit";
import words from "../i18n/process.js";
import { mark } from "../parts/mark.js";
import { columns, DISPUTES } from "./process.js";
import "../parts/table.js";

export { words };
export const listens = ["publication"];

export async function load(ctx) {
  const [statements, disputes] = await Promise.all([ctx.api.table("/settlement/statements"), ctx.api.table("/settlement/disputes")]);
  return { statements: statements.rows, disputes: disputes.rows };
}

export function view(ctx, data) {
  const { t } = ctx;
  const own = [
    { key: "number", label: t("number"), kind: "int", sort: true }, { key: "entity", label: t("entity"), sort: true }, { key: "item", label: t("item"), sort: true }, { key: "date", label: t("date"), sort: true },
    { key: "claim", label: t("claim") }, { key: "state", label: t("state"), sort: true, cell: (row) => mark(DISPUTES[row.state] || "wait", t(row.state)) },
    { key: "answerBy", label: t("answerBy") }, { key: "outcome", label: t("outcome"), cell: (row) => (row.outcome ? t(row.outcome) : "") }, { key: "answer", label: t("answer") },
  ];
  return html`<h1>${t("statements")}</h1>
    <gc-table .rows=${data.statements} .source=${{ path: "/settlement/statements" }} .columns=${columns(ctx)} name="s" label=${t("statements")}></gc-table>
    <section aria-labelledby="disputes"><h2 id="disputes">${t("disputes")}</h2>
      <gc-table .rows=${data.disputes} .source=${{ path: "/settlement/disputes" }} .columns=${own} name="d" label=${t("disputes")}></gc-table></section>`;
}

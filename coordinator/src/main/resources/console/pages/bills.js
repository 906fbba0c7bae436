// Bills and credit notes that were issued to the members that somebody sees.
import { html } from "lit";
import words from "../i18n/settlement.js";
import { mark } from "../parts/mark.js";
import "../parts/table.js";

export { words };
export const listens = [];
export const KINDS = { stands: "good", cancelled: "wait", credit: "busy" };

export const load = async () => ({});

export function columns(ctx) {
  const { t } = ctx;
  return [
    { key: "number", label: t("number"), sort: true, cell: (row) => html`<a href=${ctx.href(`/bills/${row.number}`)}>${row.number}</a>` },
    { key: "month", label: t("month"), sort: true, filter: true },
    { key: "entity", label: t("entity"), sort: true, filter: true },
    { key: "member", label: t("member"), sort: true, filter: true },
    { key: "from", label: t("from") }, { key: "to", label: t("to") },
    { key: "yuan", label: t("amount"), unit: "yuan", kind: "number", digits: 3, sort: true },
    { key: "state", label: t("state"), sort: true, cell: (row) => mark(KINDS[row.state] || "wait", t(row.state)) },
    { key: "published", label: t("published"), sort: true },
    { key: "cancels", label: t("cancels") },
  ];
}

export const view = (ctx) => html`<h1>${ctx.t("bills")}</h1><p>${ctx.t("billsAbout")}</p>
  <gc-table .source=${{ path: "/bills", server: true }} .columns=${columns(ctx)} name="b" label=${ctx.t("bills")} .select=${(row) => ctx.go(`/bills/${row.number}`)}></gc-table>`;

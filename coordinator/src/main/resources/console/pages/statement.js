// One statement: its lines, the intervals of an entity on a day, to confirm it or to dispute it.
import { html, nothing } from "lit";
import words from "../i18n/process.js";
import { form } from "../parts/form.js";
import { mark } from "../parts/mark.js";
import { notice } from "../parts/notice.js";
import { STATEMENTS } from "./process.js";
import "../parts/table.js";

export { words };
export const listens = ["publication"];

export async function load(ctx) {
  const { publication, member } = ctx.params;
  const path = `/settlement/statements/${encodeURIComponent(publication)}/${encodeURIComponent(member)}`;
  const { entity, day } = ctx.query;
  const [all, lines, intervals] = await Promise.all([
    ctx.api.table("/settlement/statements", { member }), ctx.api.table(`${path}/lines`),
    entity && day ? ctx.api.table(`${path}/intervals`, { entity, date: day }) : null,
  ]);
  return { path, statement: all.rows.find((row) => String(row.publication) === publication) || {}, lines: lines.rows, intervals: intervals?.rows };
}

function dispute(ctx, data) {
  const { t } = ctx;
  const line = data.lines.find((row) => row.entity === ctx.query.entity) || data.lines[0] || {};
  const fields = [
    { name: "entity", label: t("entity"), required: true }, { name: "item", label: t("item"), required: true }, { name: "date", label: t("date"), kind: "date", required: true },
    { name: "claim", label: t("claim"), kind: "area", required: true }, { name: "nextPeriod", label: t("nextPeriod"), kind: "check" },
  ];
  const given = ctx.state.claim || { entity: line.entity, item: line.item, date: ctx.query.day || line.date };
  return html`<details><summary>${t("dispute")}</summary>${form(fields, given, { id: "claim", label: t("file"), submit: (said) => {
    ctx.state.claim = said;
    ctx.act(t("file"), () => ctx.api.post("/settlement/disputes", { ...said, publication: Number(ctx.params.publication), member: ctx.params.member }));
  } })}</details>`;
}

export function view(ctx, data) {
  const { t, f } = ctx;
  const { statement } = data;
  const digits = { kind: "number", digits: 3 };
  const quantity = { key: "quantity", label: t("quantity"), cell: (row) => (row.unit ? html`${f.number(row.quantity, 4)} <small>${row.unit}</small>` : "") };
  const columns = [
    { key: "date", label: t("date"), sort: true, filter: true }, { key: "entity", label: t("entity"), sort: true, filter: true }, { key: "item", label: t("item"), sort: true, filter: true },
    quantity, { key: "yuan", label: t("amount"), unit: "yuan", sort: true, ...digits },
  ];
  const confirm = () => ctx.act(t("confirm"), () => ctx.api.post(`${data.path}/confirmation`));
  return html`<h1>${t("statement")} ${statement.number || ctx.params.publication}</h1>
    <div class="row">${mark(STATEMENTS[statement.state] || "wait", t(statement.state || "none"))} <span>${statement.name} <small>${ctx.params.member}</small></span> <span>${statement.from} – ${statement.to}</span>
      <b class="clock">${f.number(statement.yuan, 3)} yuan</b> ${statement.confirmBy ? html`<span>${t("confirmBy")} ${statement.confirmBy}</span>` : nothing}
      ${statement.state === "UNCONFIRMED" && ctx.session.may("DECLARE") ? html`<button class="first" @click=${confirm}>${t("confirm")}</button>` : nothing}</div>
    ${ctx.session.may("DECLARE") ? dispute(ctx, data) : nothing}
    <section aria-labelledby="lines"><h2 id="lines">${t("lines")}</h2>
      <gc-table .rows=${data.lines} .source=${{ path: `${data.path}/lines` }} .columns=${columns} name="l" label=${t("lines")} .select=${(row) => ctx.setQuery({ entity: row.entity, day: row.date })}></gc-table></section>
    ${data.intervals ? html`<section aria-labelledby="intervals"><h2 id="intervals">${t("intervalsOf", ctx.query.entity, ctx.query.day)}</h2>
      ${data.intervals.length === 0 ? notice("empty", t("nothing")) : html`<gc-table .rows=${data.intervals} .columns=${[
        { key: "item", label: t("item"), sort: true, filter: true }, { key: "interval", label: t("interval"), kind: "int", sort: true }, { key: "contract", label: t("contract") }, quantity,
        { key: "price", label: t("price"), ...digits }, { key: "yuan", label: t("amount"), unit: "yuan", sort: true, ...digits }]} name="i" label=${t("intervals")}></gc-table>`}</section>` : nothing}`;
}

// What members owe and are owed, deposits and guarantees, defaults; for the clerk the acts and a second person's.
import { html, nothing } from "lit";
import words from "../i18n/payments.js";
import { form } from "../parts/form.js";
import { mark } from "../parts/mark.js";
import { notice } from "../parts/notice.js";
import "../parts/table.js";

export { words };
export const listens = ["publication"];

const PAY = "/settlement/payments";
const CREDIT = "/settlement/credit";
const clerk = (ctx) => ctx.session.may("SETTLE");

export async function load(ctx) {
  const none = { rows: [] };
  const [items, credit, guarantees, defaults, proposals, balances] = await Promise.all([
    ctx.api.table(`${PAY}/items`, { open: ctx.query.open ? "true" : undefined }), ctx.api.table(CREDIT), ctx.api.table(`${CREDIT}/guarantees`), ctx.api.table(`${PAY}/defaults`),
    clerk(ctx) ? ctx.api.table(`${PAY}/proposals`) : none, clerk(ctx) ? ctx.api.table(`${PAY}/balances`) : none,
  ]);
  return { items: items.rows, credit: credit.rows, guarantees: guarantees.rows, defaults: defaults.rows, proposals: proposals.rows, balances: balances.rows };
}

const money = (ctx, key, more) => ({ key, label: ctx.t(key), unit: "yuan", kind: "number", digits: 3, sort: true, ...more });
const text = (ctx, key, more) => ({ key, label: ctx.t(key), sort: true, ...more });

/** A list of the server with exports, or that there is nothing. */
function list(ctx, name, rows, path, columns, query) {
  const { t } = ctx;
  return html`<section aria-labelledby=${name}><h2 id=${name}>${t(name)}</h2>
    ${rows.length ? html`<gc-table .rows=${rows} .source=${{ path, query }} .columns=${columns} name=${name} label=${t(name)}></gc-table>` : notice("empty", t(`no-${name}`))}</section>`;
}

function items(ctx, data) {
  const { t } = ctx;
  const columns = [
    text(ctx, "member", { filter: true }), text(ctx, "number", { filter: true }), text(ctx, "kind", { filter: true, cell: (row) => t(row.kind) }), text(ctx, "direction", { cell: (row) => t(row.direction) }), text(ctx, "month"), text(ctx, "due"), money(ctx, "yuan"), money(ctx, "openYuan"),
    { key: "late", label: t("state"), sort: true, cell: (row) => (row.late ? mark("bad", t("late")) : Number(row.openYuan) === 0 ? mark("good", t("paid")) : mark("wait", t("open"))) },
  ];
  return html`<label><input type="checkbox" .checked=${Boolean(ctx.query.open)} @change=${(e) => ctx.setQuery({ open: e.target.checked ? "1" : null })}> ${t("openAlone")}</label>
    ${list(ctx, "items", data.items, `${PAY}/items`, columns, { open: ctx.query.open ? "true" : undefined })}`;
}

function credit(ctx, data) {
  const columns = [text(ctx, "member", { filter: true }), text(ctx, "rating"), ...["referenceYuan", "requiredYuan", "heldYuan", "shortageYuan"].map((key) => money(ctx, key)), text(ctx, "deadline"), ...["penaltyYuan", "exposureYuan", "uncoveredYuan"].map((key) => money(ctx, key))];
  return list(ctx, "credit", data.credit, CREDIT, columns);
}

function guarantees(ctx, data) {
  const { t } = ctx;
  const back = (row) => ctx.act(t("giveBack"), () => ctx.api.post(`${CREDIT}/guarantees/${row.number}/return`, { yuan: String(ctx.state[`back${row.number}`] || row.leftYuan) }));
  const columns = [text(ctx, "number"), text(ctx, "member", { filter: true }), text(ctx, "kind", { cell: (row) => t(row.kind) }), money(ctx, "yuan"), money(ctx, "leftYuan"), text(ctx, "from"), text(ctx, "to"), text(ctx, "note"),
    ...(clerk(ctx) ? [{ key: "act", label: t("acts"), cell: (row) => (Number(row.leftYuan) > 0 ? html`<button @click=${() => back(row)}>${t("giveBack")} ${row.number}</button>` : "") }] : [])];
  return list(ctx, "guarantees", data.guarantees, `${CREDIT}/guarantees`, columns);
}

function proposals(ctx, data) {
  const { t, state } = ctx;
  if (!clerk(ctx)) return nothing;
  const decide = (row, decision) => ctx.act(t(decision), () => ctx.api.post(`${PAY}/proposals/${row.number}/decision`, { decision, reason: state.reason || "" }));
  return html`<section aria-labelledby="second"><h2 id="second">${t("second")}</h2>${data.proposals.length === 0 ? notice("empty", t("no-second")) : html`
    <label>${t("reason")} <input .value=${state.reason || ""} @input=${(e) => (state.reason = e.target.value)}></label>
    <ul class="bare">${data.proposals.map((row) => html`<li class="tile"><b>${row.number} ${row.act}</b> ${t("proposedBy", row.by)} <details><summary>${t("content")}</summary><pre>${row.content}</pre></details>
      ${row.by === ctx.session.name ? html`<small>${t("another")}</small>` : html`<button class="first" @click=${() => decide(row, "approved")}>${t("approved")} ${row.number}</button> <button class="danger" @click=${() => decide(row, "rejected")}>${t("rejected")} ${row.number}</button>`}</li>`)}</ul>`}</section>`;
}

/** Acts of the clerk, each a small form. */
function acts(ctx) {
  const { t } = ctx;
  if (!clerk(ctx)) return nothing;
  const one = (name, fields, send) => html`<details><summary>${t(name)}</summary>${form(fields.map((field) => ({ label: t(field.name), required: true, ...field })), ctx.state[name], { id: name, label: t(name), submit: (given) => {
    ctx.state[name] = given;
    ctx.act(t(name), () => send(given));
  } })}</details>`;
  const e = encodeURIComponent;
  return html`<section aria-labelledby="acts"><h2 id="acts">${t("actsOf")}</h2>
    ${one("invoices", [{ name: "month", hint: "2026-10" }], (given) => ctx.api.post(`${PAY}/invoices?month=${e(given.month)}`))}
    ${one("bank", [{ name: "file", kind: "area", rows: 6, hint: t("bankHint") }], (given) => ctx.api.post(`${PAY}/bank`, { file: given.file }))}
    ${one("offset", [{ name: "member" }], (given) => ctx.api.post(`${PAY}/offsets/${e(given.member)}`))}
    ${one("lateFees", [{ name: "to", kind: "date" }], (given) => ctx.api.post(`${PAY}/late-fees?to=${e(given.to)}`))}
    ${one("default", [{ name: "member" }, { name: "month", hint: "2026-10" }], (given) => ctx.api.post(`${PAY}/defaults/${e(given.member)}?month=${e(given.month)}`))}
    ${one("rate", [{ name: "member" }, { name: "rating" }, { name: "estimateYuan", required: false }], ({ member, ...rest }) => ctx.api.post(`${CREDIT}/ratings/${e(member)}`, rest))}
    ${one("guarantee", [{ name: "member" }, { name: "kind", kind: "select", options: ["CASH", "BANK_GUARANTEE", "UNSECURED", "OTHER"].map((kind) => [kind, t(kind)]) }, { name: "yuan" }, { name: "from", kind: "date" }, { name: "to", kind: "date", required: false }, { name: "note", required: false }], (given) => ctx.api.post(`${CREDIT}/guarantees`, given))}
    <div class="row"><button @click=${() => ctx.act(t("tell"), () => ctx.api.post(`${CREDIT}/telling`))}>${t("tell")}</button> <a download="orders.csv" href=${ctx.api.link(`${PAY}/orders`)}>${t("orders")}</a></div></section>`;
}

export function view(ctx, data) {
  const { t } = ctx;
  const late = data.items.filter((row) => row.late).length;
  const shares = [text(ctx, "defaulter"), text(ctx, "month"), text(ctx, "member"), money(ctx, "yuan")];
  return html`<h1>${late ? t("titleLate", late) : t("title")}</h1>
    ${clerk(ctx) ? html`<p><a href=${ctx.href("/settlement")}>${t("closes")}</a> <a href=${ctx.href("/settlement/process")}>${t("process")}</a></p>` : html`<p><a href=${ctx.href("/statements")}>${t("statements")}</a></p>`}
    ${items(ctx, data)}${proposals(ctx, data)}${credit(ctx, data)}${guarantees(ctx, data)}
    ${list(ctx, "defaults", data.defaults, `${PAY}/defaults`, shares)}
    ${clerk(ctx) ? list(ctx, "balances", data.balances, `${PAY}/balances`, [text(ctx, "account", { filter: true }), money(ctx, "balanceYuan")]) : nothing}
    ${acts(ctx)}`;
}

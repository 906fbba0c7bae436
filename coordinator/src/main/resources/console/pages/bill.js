// A bill with its fees, and where each comes from.
import { html, nothing } from "lit";
import words from "../i18n/settlement.js";
import { explain } from "../parts/explain.js";
import { mark } from "../parts/mark.js";
import { notice } from "../parts/notice.js";
import { KINDS } from "./bills.js";

export { words };
export const listens = [];

export async function load(ctx) {
  const path = `/bills/${encodeURIComponent(ctx.params.number)}`;
  const { item, day, interval } = ctx.query;
  const bill = await ctx.api.get(path);
  const why = bill.state === "stands" ? await ctx.api.get(`${path}/explanation`, { item, day, interval }) : null;
  return { path, bill, why };
}

function fees(ctx, bill) {
  const { t, f, lang } = ctx;
  if (bill.fees.length === 0) return notice("info", t("onPdf"));
  const old = bill.fees.some((fee) => fee.oldBill);
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${t("fees")}><table>
    <thead><tr><th scope="col">${t("item")}</th><th scope="col">${t("name")}</th><th scope="col" class="n">${t("quantity")}</th><th scope="col" class="n">${t("price")}</th><th scope="col" class="n">${t("amount")} <small>yuan</small></th><th scope="col">${t("direction")}</th>${old ? html`<th scope="col">${t("oldBill")}</th>` : nothing}</tr></thead>
    <tbody>${bill.fees.map((fee) => html`<tr>
      <td>${old ? fee.item : html`<button class="plain" @click=${() => ctx.setQuery({ item: fee.item, day: null, interval: null })}>${fee.item}</button>`}</td>
      <td>${fee.name[lang] || fee.name.en}</td>
      <td class="n">${fee.quantity ? html`${f.number(fee.quantity, 4)} <small>${fee.unit}</small>` : ""}</td>
      <td class="n">${fee.price ? f.number(fee.price, 3) : ""}</td><td class="n">${f.number(fee.yuan, 3)}</td><td>${t(fee.direction)}</td>
      ${old ? html`<td>${fee.oldBill}</td>` : nothing}</tr>`)}
      <tr><th scope="row">${t("total")}</th><td></td><td></td><td></td><td class="n"><b>${f.number(bill.issued.yuan, 3)}</b></td><td></td>${old ? html`<td></td>` : nothing}</tr>
    </tbody></table></div>`;
}

export function view(ctx, data) {
  const { t } = ctx;
  const { bill, why } = data;
  const { issued } = bill;
  return html`<h1>${t(issued.kind === "credit" ? "credit" : "bill")} ${issued.number}</h1>
    <div class="row">${mark(KINDS[bill.state] || "wait", t(bill.state))}
      <span>${bill.name} <small>${issued.entity}</small></span><span>${bill.memberName} <small>${issued.member}</small></span>
      <span>${issued.from} – ${issued.to}</span><span>${t("published")} ${issued.published}</span>
      <a download href=${ctx.api.link(`${data.path}/pdf`)}>PDF</a></div>
    ${bill.remark ? html`<p>${bill.remark}</p>` : nothing}
    ${bill.mitigated.map((each) => html`<p>${each.text[ctx.lang] || each.text.en}</p>`)}
    <section aria-labelledby="fees"><h2 id="fees">${t("fees")}</h2>${fees(ctx, bill)}</section>
    ${why ? html`<section aria-labelledby="why"><h2 id="why">${t("why")}</h2>${explain(ctx, why)}</section>` : nothing}`;
}

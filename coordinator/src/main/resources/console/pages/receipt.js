// A receipt with what was declared, or a refusal with its reasons.
import { html, nothing } from "lit";
import words from "../i18n/member.js";
import { mark } from "../parts/mark.js";

export { words };
export const listens = [];

export const load = (ctx) => ctx.api.get(`/markets/${ctx.params.market}/receipts/${ctx.params.number}`);

export function view(ctx, data) {
  const { t, f } = ctx;
  const rows = ["market", "date", "unit", "slot", "kind", "version", "member", "arrivedAt", "by", "parametersVersion", "replaced", "hash"].filter((key) => data[key] !== undefined && data[key] !== null);
  const shown = (key) => (key === "arrivedAt" ? `${f.time(data[key])} ${f.zone(data[key])}` : String(data[key]));
  return html`<h1>${data.refusal ? t("refusalNo", data.refusal) : t("receiptNo", data.number)}</h1>
    <p>${data.refusal ? mark("bad", t("refused")) : mark("good", t("onDisk"))}</p>
    <div class="scroll" tabindex="0" role="region" aria-label=${t("whatWasDeclared")}><table><tbody>${rows.map((key) => html`<tr><th scope="row">${t(`r_${key}`)}</th><td>${shown(key)}</td></tr>`)}</tbody></table></div>
    ${data.reasons ? html`<ul>${data.reasons.map((each) => html`<li>${each}</li>`)}</ul>` : nothing}
    ${data.declaration ? html`<section aria-labelledby="said"><h2 id="said">${t("whatWasDeclared")}</h2><pre>${JSON.stringify(data.declaration, null, 2)}</pre></section>` : nothing}
    <p><a href=${ctx.href("/member")}>${t("title")}</a></p>`;
}

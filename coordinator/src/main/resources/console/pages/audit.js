// The audit log, the newest first: by time, account, outcome and text; its seals.
import { html, nothing } from "lit";
import words from "../i18n/administration.js";
import { mark } from "../parts/mark.js";
import { notice } from "../parts/notice.js";

export { words };
export const listens = [];
const FILTERS = ["user", "text", "kind", "outcome", "from", "to"];
const instant = (date, days) => (date ? new Date(Date.parse(date + "T00:00:00Z") + days * 86_400_000).toISOString() : null);

export async function load(ctx) {
  const { user, text, kind, outcome, from, to, before } = ctx.query;
  const [page, seals] = await Promise.all([
    ctx.api.get("/audit/records", { user, text, kind, outcome, from: instant(from, 0), to: instant(to, 1), before, limit: 100 }),
    ctx.api.get("/audit/seals"),
  ]);
  return { page, seals };
}

function choice(ctx, name, options) {
  const { t } = ctx;
  return html`<label>${t(name)} <select @change=${(e) => ctx.setQuery({ [name]: e.target.value || null, before: null })}>
    ${["", ...options].map((each) => html`<option value=${each} ?selected=${(ctx.query[name] || "") === each}>${each ? t(each) : t("all")}</option>`)}</select></label>`;
}

function filters(ctx) {
  const { t } = ctx;
  const typed = (name, type) => html`<label>${t(name === "from" || name === "to" ? name : `audit_${name}`)} <input type=${type} .value=${ctx.query[name] || ""} @change=${(e) => ctx.setQuery({ [name]: e.target.value.trim() || null, before: null })}></label>`;
  return html`<div class="row" role="search">${typed("user", "text")} ${typed("text", "search")} ${choice(ctx, "kind", ["BUSINESS", "SYSTEM"])} ${choice(ctx, "outcome", ["SUCCESS", "FAILURE"])} ${typed("from", "date")} ${typed("to", "date")}
    <button @click=${() => ctx.setQuery(Object.fromEntries([...FILTERS, "before"].map((name) => [name, null])))}>${t("clear")}</button></div>`;
}

function records(ctx, page) {
  const { t, f } = ctx;
  return html`<div class="scroll windowed" tabindex="0" role="region" aria-label=${t("auditLog")}><table>
    <thead><tr><th scope="col" class="n">${t("number")}</th><th scope="col">${t("time")} <small>${f.zone()}</small></th><th scope="col">${t("audit_user")}</th><th scope="col">${t("outcome")}</th><th scope="col">${t("operation")}</th><th scope="col">${t("detail")}</th><th scope="col">${t("address")}</th></tr></thead>
    <tbody>${page.records.map((each) => html`<tr><td class="n">${each.number}</td><td>${f.time(each.at)}</td><td>${each.user}</td>
      <td>${each.outcome === "SUCCESS" ? mark("good", t("SUCCESS")) : mark("bad", t("FAILURE"))}</td><td>${each.operation}</td><td>${each.detail}</td><td>${each.from}</td></tr>`)}</tbody></table></div>
    ${page.records.length === 0 ? notice("empty", t("nothing")) : nothing}
    <p class="foot"><span role="status">${t("looked", f.int(page.records.length), f.int(page.looked))}</span>
      ${ctx.query.before ? html`<button @click=${() => ctx.setQuery({ before: null })}>${t("newestFirst")}</button>` : nothing}
      ${page.next ? html`<button @click=${() => ctx.setQuery({ before: page.next })}>${t("older")}</button>` : nothing}</p>`;
}

function seals(ctx, list) {
  const { t, f } = ctx;
  if (list.length === 0) return notice("empty", t("noSeals"));
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${t("seals")}><table>
    <thead><tr><th scope="col" class="n">${t("number")}</th><th scope="col">${t("time")}</th><th scope="col" class="n">${t("lines")}</th><th scope="col">${t("signature")}</th><th scope="col">SHA-256</th><th scope="col">${t("key")}</th></tr></thead>
    <tbody>${list.slice(0, 60).map((seal) => html`<tr><td class="n">${seal.number}</td><td>${f.time(seal.at)}</td><td class="n">${f.int(seal.lines)}</td>
      <td>${seal.signed ? mark("good", t("signed")) : mark("bad", t("unsigned"))}</td><td><code>${seal.sha256.slice(0, 16)}</code></td><td><code>${seal.key.slice(0, 16)}</code></td></tr>`)}</tbody></table></div>`;
}

export function view(ctx, data) {
  const { t } = ctx;
  const check = async () => {
    const found = await ctx.act(t("checkLog"), () => ctx.api.get("/audit/findings"));
    if (found) ctx.state.found = found;
    ctx.update();
  };
  const { found } = ctx.state;
  return html`<h1>${t("auditLog")}</h1>${filters(ctx)}${records(ctx, data.page)}
    <section aria-labelledby="seals"><h2 id="seals">${t("seals")}</h2>
      <div class="row"><button @click=${check}>${t("checkLog")}</button>
        ${found ? (found.length ? mark("bad", t("changed", found.length)) : mark("good", t("unchanged"))) : nothing}</div>
      ${found?.length ? html`<ul>${found.map((each) => html`<li>${each}</li>`)}</ul>` : nothing}
      ${seals(ctx, data.seals)}</section>`;
}

// One account: its groups, whose data it sees, its tokens, and the way back in.
import { html, nothing } from "lit";
import words from "../i18n/administration.js";
import { form } from "../parts/form.js";
import { mark } from "../parts/mark.js";
import { notice } from "../parts/notice.js";
import { invitation, partOf, partText, stateOf } from "./accounts.js";

export { words };
export const listens = [];

export async function load(ctx) {
  const accounts = await ctx.api.get("/accounts");
  return accounts.find((each) => each.name === ctx.params.name) || null;
}

function scope(ctx, data, path) {
  const { t } = ctx;
  const fields = ["members", "zones", "markets"].map((name) => ({ name, label: t(`scope${name[0].toUpperCase()}${name.slice(1)}`), required: true, hint: t("scopeHint") }));
  const given = Object.fromEntries(fields.map((field) => [field.name, partText(data.scope[field.name])]));
  const submit = (said) => ctx.act(t("changeScope"), () => ctx.api.put(`${path}/scope`, { members: partOf(said.members), zones: partOf(said.zones), markets: partOf(said.markets) }));
  return form(fields, given, { submit, label: t("changeScope"), id: "scope" });
}

function tokens(ctx, data, path) {
  const { t } = ctx;
  if (data.tokens.length === 0) return notice("empty", t("noTokens"));
  return html`<ul>${data.tokens.map((label) => html`<li>${label}
    <button class="danger" @click=${() => ctx.act(t("revoke", label), () => ctx.api.post(`${path}/tokens/${encodeURIComponent(label)}/revoked`))}>${t("revoke", label)}</button></li>`)}</ul>`;
}

function recovery(ctx, data, path) {
  const { t } = ctx;
  const asked = data.recovery;
  const fields = [{ name: "reason", label: t("recoveryReason"), required: !asked }];
  const submit = async (said) => {
    const made = await ctx.act(t("recover", data.name), () => ctx.api.post(`${path}/recovery`, said));
    if (made?.link) ctx.state.made = made;
    ctx.update();
  };
  return html`<p>${t("recoverSays")}</p>${asked ? notice("info", t("askedBy", asked.by, asked.reason)) : nothing}
    ${form(fields, {}, { id: "recovery", label: t("recover", data.name), submit })}`;
}

export function view(ctx, data) {
  const { t } = ctx;
  if (!data) return html`<h1>${ctx.params.name}</h1>${notice("error", t("noAccount", ctx.params.name))}`;
  const path = `/accounts/${encodeURIComponent(data.name)}`;
  const own = data.name === ctx.session.name;
  const reset = async () => {
    const made = await ctx.act(t("reset"), () => ctx.api.post(`${path}/reset`));
    if (made) ctx.state.made = made;
    ctx.update();
  };
  const lock = () => ctx.act(t(data.locked ? "unlock" : "lock"), () => ctx.api.put(`${path}/locked?locked=${!data.locked}`));
  return html`<h1>${data.name}</h1>
    <div class="row">${mark(stateOf(data)[0], t(stateOf(data)[1]))} ${data.superuser ? mark("busy", t("superuser")) : nothing}
      ${own ? nothing : html`<button class=${data.locked ? "" : "danger"} @click=${lock}>${t(data.locked ? "unlock" : "lock")}</button>
        <button @click=${reset}>${t("reset")}</button>`}
      ${ctx.session.may("READ_AUDIT") ? html`<a href=${ctx.href("/audit", { user: data.name })}>${t("whatDone")}</a>` : nothing}</div>
    <p>${t("resetSays")}</p>
    ${invitation(ctx, ctx.state.made)}
    <section aria-labelledby="rights"><h2 id="rights">${t("rights")}</h2><p>${[...data.rights].sort().join(", ") || t("none")}</p></section>
    ${own ? nothing : html`<section aria-labelledby="recovery"><h2 id="recovery">${t("recovery")}</h2>${recovery(ctx, data, path)}</section>`}
    ${data.superuser ? nothing : html`
    <section aria-labelledby="groups"><h2 id="groups">${t("groups")}</h2>
      ${form([{ name: "groups", label: t("groups"), required: true, hint: t("listHint") }], { groups: data.groups.join(", ") },
        { label: t("changeGroups"), id: "groups", submit: (said) => ctx.act(t("changeGroups"), () => ctx.api.put(`${path}/groups`, partOf(said.groups))) })}</section>
    <section aria-labelledby="scope"><h2 id="scope">${t("scope")}</h2>${scope(ctx, data, path)}</section>`}
    <section aria-labelledby="tokens"><h2 id="tokens">${t("tokens")}</h2>${tokens(ctx, data, path)}</section>`;
}

// Accounts and groups: who may do what, and whose data they see.
import { html, nothing } from "lit";
import words from "../i18n/administration.js";
import { form } from "../parts/form.js";
import { mark } from "../parts/mark.js";
import "../parts/table.js";

export { words };
export const listens = [];

export async function load(ctx) {
  const [accounts, groups] = await Promise.all([ctx.api.get("/accounts"), ctx.api.get("/groups")]);
  return { accounts, groups };
}

/** A part of a scope as people write it: all, none, or ids with commas between. */
export const partText = (part) => (part === "all" ? "all" : part.length ? part.join(", ") : "none");
export const partOf = (text) => {
  const said = (text || "").trim();
  if (said === "all") return "all";
  return said === "" || said === "none" ? [] : said.split(",").map((each) => each.trim()).filter(Boolean);
};
export const stateOf = (account) => (account.locked ? ["bad", "isLocked"] : account.active ? ["good", "isActive"] : ["wait", "isInvited"]);

/** A link that is shown once, and by which its owner alone sets password and second factor. */
export function invitation(ctx, made) {
  if (!made) return nothing;
  const link = location.origin + made.link;
  return html`<section aria-labelledby="link" class="tile"><h2 id="link">${ctx.t("linkOf", made.name)}</h2>
    <p>${ctx.t("linkOnce", ctx.f.time(made.until), ctx.f.zone(made.until))}</p>
    <input class="wide" readonly aria-label=${ctx.t("linkOf", made.name)} .value=${link} @focus=${(e) => e.target.select()}>
    <button @click=${() => navigator.clipboard?.writeText(link)}>${ctx.t("copy")}</button></section>`;
}

function newAccount(ctx, data) {
  const { t } = ctx;
  const fields = [
    { name: "name", label: t("accountName"), required: true, hint: t("nameHint") },
    { name: "groups", label: t("groups"), required: true, hint: Object.keys(data.groups).join(", ") },
    { name: "members", label: t("scopeMembers"), hint: t("scopeHint") },
  ];
  const submit = async (said) => {
    const body = { name: said.name, groups: partOf(said.groups), scope: { members: partOf(said.members || "all"), zones: "all", markets: "all" } };
    ctx.state.typed = said;
    const made = await ctx.act(t("invite", said.name), () => ctx.api.post("/accounts", body));
    if (made) Object.assign(ctx.state, { made, typed: {} });
    ctx.update();
  };
  return form(fields, ctx.state.typed || { members: "all" }, { submit, label: t("inviteSomebody"), id: "new" });
}

function groups(ctx, data) {
  const { t } = ctx;
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${t("groups")}><table>
    <thead><tr><th scope="col">${t("group")}</th><th scope="col">${t("rights")}</th></tr></thead>
    <tbody>${Object.entries(data.groups).map(([name, rights]) => html`<tr><th scope="row">${name}</th><td>${[...rights].sort().join(", ")}</td></tr>`)}</tbody></table></div>
    <details><summary>${t("defineGroup")}</summary>${form([
      { name: "group", label: t("group"), required: true },
      { name: "rights", label: t("rights"), required: true, hint: t("rightsHint") },
    ], ctx.state.group, { label: t("save"), id: "group", submit: (said) => {
      ctx.state.group = said;
      ctx.act(t("defineGroup"), () => ctx.api.put(`/groups/${encodeURIComponent(said.group)}`, partOf(said.rights)));
    } })}</details>`;
}

export function view(ctx, data) {
  const { t } = ctx;
  const columns = [
    { key: "name", label: t("accountName"), sort: true, filter: true, cell: (row) => html`<a href=${ctx.href(`/accounts/${row.name}`)}>${row.name}</a>` },
    { key: "state", label: t("state"), cell: (row) => mark(stateOf(row)[0], t(stateOf(row)[1])) },
    { key: "groups", label: t("groups"), filter: true, cell: (row) => (row.superuser ? t("superuser") : row.groups.join(", ")) },
    { key: "members", label: t("scopeMembers"), cell: (row) => partText(row.scope.members) },
    { key: "zones", label: t("scopeZones"), cell: (row) => partText(row.scope.zones) },
    { key: "markets", label: t("scopeMarkets"), cell: (row) => partText(row.scope.markets) },
    { key: "tokens", label: t("tokens"), kind: "int", cell: (row) => row.tokens.length },
  ];
  return html`<h1>${t("accounts")}</h1>
    ${invitation(ctx, ctx.state.made)}
    <gc-table .rows=${data.accounts} .columns=${columns} name="a" label=${t("accounts")} .select=${(row) => ctx.go(`/accounts/${row.name}`)}></gc-table>
    <section aria-labelledby="new"><h2 id="new">${t("inviteSomebody")}</h2>${newAccount(ctx, data)}</section>
    <section aria-labelledby="groups"><h2 id="groups">${t("groups")}</h2>${groups(ctx, data)}</section>`;
}

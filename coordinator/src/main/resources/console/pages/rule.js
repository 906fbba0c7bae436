// One kind of rules: what holds, what a version changed, and a proposal of the next one.
import { html, nothing } from "lit";
import { form } from "../parts/form.js";
import { notice } from "../parts/notice.js";
import words from "../i18n/rule.js";

export { words };
export const listens = ["rule"];

export async function load(ctx) {
  const { kind } = ctx.params;
  const of = ctx.query.of || "";
  const all = (await ctx.api.table("/rules")).rows.filter((row) => row.kind === kind && (row.id || "") === of);
  const versions = all.map((row) => Number(row.version)).filter(Boolean).sort((a, b) => a - b);
  const text = await ctx.api.text(`/rules/${kind}`, { of }).catch(() => "");
  const after = Number(ctx.query.version) || versions[versions.length - 1];
  const before = Number(ctx.query.before) || after - 1;
  const changes = before >= 1 && after > before ? await ctx.api.get(`/rules/${kind}/difference`, { of, before, after }) : [];
  return { text, versions, before, after, changes };
}

function propose(ctx, data) {
  const { t, state } = ctx;
  if (!ctx.session.may("OPERATE_MARKET")) return nothing;
  const fields = [
    { name: "text", label: t("text"), kind: "area", rows: 16, required: true }, { name: "from", label: t("holdsFrom"), hint: t("fromHint") }, { name: "note", label: t("why"), required: true },
  ];
  const submit = async (given) => {
    state.given = given;
    state.problem = null;
    const query = new URLSearchParams(Object.entries({ from: given.from || "", note: given.note || "" }).filter(([, value]) => value)).toString();
    try {
      const made = await ctx.api.post(`/rules/${ctx.params.kind}?${query}`, given.text || "", (given.text || "").trimStart().startsWith("{") ? "application/json; charset=utf-8" : "application/yaml");
      state.made = made;
      state.given = null;
      ctx.reload();
    } catch (problem) {
      state.problem = problem;
      ctx.update();
    }
  };
  return html`<section aria-label=${t("propose")}><h2>${t("propose")}</h2>
    ${state.made ? html`${notice("info", t("proposed", state.made.number))}<ul>${state.made.changes.map((each) => html`<li>${each}</li>`)}</ul>` : nothing}
    ${form(fields, state.given || { text: data.text }, { submit, problem: state.problem, label: t("propose"), id: "rule" })}</section>`;
}

export function view(ctx, data) {
  const { t } = ctx;
  const choose = (key, value) => html`<label>${t(key)} <select @change=${(e) => ctx.setQuery({ [key]: e.target.value })}>
    ${data.versions.map((each) => html`<option ?selected=${each === value}>${each}</option>`)}</select></label>`;
  return html`<h1>${ctx.params.kind} ${ctx.query.of || ""} <small><a href=${ctx.href("/rules", { of: null, version: null })}>${t("all")}</a></small></h1>
    ${data.versions.length > 1 ? html`<section aria-label=${t("changes")}><h2>${t("changes")}</h2><div class="row">${choose("before", data.before)}${choose("version", data.after)}</div>
      ${data.changes.length ? html`<ul>${data.changes.map((each) => html`<li>${each}</li>`)}</ul>` : notice("empty", t("noChange"))}</section>` : nothing}
    <section aria-label=${t("holds")}><h2>${t("holds")}</h2>${data.text ? html`<pre tabindex="0">${data.text}</pre>` : notice("empty", t("noneHolds"))}</section>
    ${propose(ctx, data)}`;
}

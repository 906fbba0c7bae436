// What a correction would change in the whole market before it is granted; nothing is kept.
import { html, nothing } from "lit";
import words from "../i18n/preview.js";
import { form } from "../parts/form.js";
import { notice } from "../parts/notice.js";
import "../parts/table.js";

export { words };
export const listens = [];

export async function load(ctx) {
  return { closes: (await ctx.api.table("/settlement/closes")).rows.map((row) => row.close ?? row.name ?? row.id).filter(Boolean) };
}

async function ask(ctx, given) {
  const { state } = ctx;
  Object.assign(state, { given, problem: null, members: null, busy: true });
  ctx.update();
  try {
    const body = { close: given.close, files: { [given.path]: given.rows } };
    state.members = await ctx.api.post("/settlement/previews", body);
    state.changes = await ctx.api.post("/settlement/previews?changes=true", body);
    state.findings = await ctx.api.post("/settlement/previews?show=FINDINGS", body);
  } catch (problem) {
    state.problem = problem;
  }
  state.busy = false;
  ctx.update();
}

const rowsOf = (answer) => (Array.isArray(answer) ? answer : answer?.rows || []);

function answer(ctx) {
  const { t, state } = ctx;
  const money = (key) => ({ key, label: t(key), unit: "yuan", kind: "number", digits: 3, sort: true });
  const members = rowsOf(state.members), changes = rowsOf(state.changes), found = rowsOf(state.findings);
  const said = found.length === 0 ? nothing : html`<section aria-labelledby="found"><h2 id="found">${t("found", found.length)}</h2>
      <ul>${found.map((each) => html`<li>${t(each.kind)}: ${each.said}</li>`)}</ul></section>`;
  if (members.length === 0) return html`${said}${notice("info", t("nothingChanges"))}`;
  return html`${said}<section aria-labelledby="by-member"><h2 id="by-member">${t("byMember", members.length)}</h2>
      <gc-table .rows=${members} .columns=${[{ key: "member", label: t("member"), sort: true, filter: true }, money("changeYuan")]} name="pm" label=${t("member")}></gc-table></section>
    <section aria-labelledby="by-amount"><h2 id="by-amount">${t("byAmount", changes.length)}</h2>
      <gc-table .rows=${changes} .columns=${[{ key: "member", label: t("member"), sort: true, filter: true }, { key: "entity", label: t("entity"), sort: true, filter: true }, { key: "date", label: t("date"), sort: true }, { key: "item", label: t("item"), sort: true, filter: true }, money("beforeYuan"), money("afterYuan"), money("changeYuan")]} name="pa" label=${t("item")}></gc-table></section>`;
}

export function view(ctx, data) {
  const { t, state } = ctx;
  const fields = [
    { name: "close", label: t("close"), kind: "select", options: data.closes, required: true }, { name: "path", label: t("path"), required: true, hint: "days/2026-10-02/meters.csv" },
    { name: "rows", label: t("rows"), kind: "area", rows: 8, required: true, hint: t("rowsHint") },
  ];
  return html`<h1>${t("title")}</h1><p>${t("says")} <a href=${ctx.href("/settlement/process")}>${t("process")}</a></p>
    ${data.closes.length === 0 ? notice("empty", t("noCloses")) : form(fields, state.given, { submit: (given) => ask(ctx, given), problem: state.problem, label: t("ask"), id: "preview" })}
    ${state.busy ? notice("loading", t("computing")) : state.members ? answer(ctx) : nothing}`;
}

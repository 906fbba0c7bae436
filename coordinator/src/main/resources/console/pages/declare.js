// Declaring: by a form, by a file, or as text; every declaration gets a receipt or its reasons.
import { html, nothing } from "lit";
import words from "../i18n/member.js";
import { form } from "../parts/form.js";
import { mark } from "../parts/mark.js";
import { notice } from "../parts/notice.js";
import { declaration, KINDS, paper } from "../parts/offer.js";
import { gate, member, members, units } from "./member.js";

export { words };
export const listens = [];

export async function load(ctx) {
  const [gates, own] = await Promise.all([ctx.api.get(`/markets/${ctx.market}/gates`, { from: ctx.date, to: ctx.date }), units(ctx)]);
  return { window: gates[0], own };
}

function outcome(ctx, answer) {
  const { t, f } = ctx;
  if (!answer) return nothing;
  const reasons = (list) => (list.length ? html`<ul>${list.map((each) => html`<li>${each.refuses ? "✕" : "▲"} <b>${each.rule}</b> ${each.place} ${each.value}: ${each.ruleText} ${each.advice}</li>`)}</ul>` : nothing);
  return html`<section aria-labelledby="outcome" role="status"><h2 id="outcome">${t("outcome", answer.accepted, answer.refused)}</h2>${answer.outcomes.length ? nothing : reasons(answer.objections)}
    ${answer.outcomes.map((each) => html`<div class="tile">${each.accepted ? mark("good", t("taken")) : mark("bad", t("refused"))} <b>${each.unit}</b>
      ${each.receipt ? html`<a href=${ctx.href(`/member/receipts/${each.receipt.market}/${each.receipt.number}`)}>${t("receiptNo", each.receipt.number)}</a> ${f.time(each.receipt.arrivedAt)} ${f.zone(each.receipt.arrivedAt)} ${each.receivedBefore ? t("before") : nothing}` : html`<span>${t("refusalNo", each.refusal)}</span>`}
      ${reasons(each.objections)}</div>`)}</section>`;
}

async function send(ctx) {
  const { state, t } = ctx;
  const csv = !state.text.trim().startsWith("{");
  state.answer = null;
  const answer = await ctx.act(t("send"), async () => {
    try {
      return await ctx.api.post(`/markets/${ctx.market}/days/${ctx.date}/declarations`, csv ? state.text : JSON.parse(state.text), csv ? "text/csv" : undefined);
    } catch (problem) {
      if (problem.body?.outcomes) state.answer = problem.body;
      if (problem instanceof SyntaxError) throw Object.assign(new Error(t("noJson", problem.message)), { errors: [] });
      throw problem;
    }
  });
  if (answer) state.answer = answer;
  ctx.update();
}

async function upload(ctx, file) {
  if (!file) return;
  ctx.state.text = await file.text();
  ctx.update();
}

function builder(ctx, data) {
  const { t, state } = ctx;
  const unit = ctx.query.unit || data.own[0]?.id || "";
  const kind = ctx.query.kind || "thermal";
  const fields = KINDS[kind].map((field) => ({ ...field, label: t(field.name), hint: field.hint ? t(field.hint) : undefined }));
  const add = (said) => {
    state.said = said;
    state.list = [...(state.list || []).filter((each) => each.unit !== unit || each.kind !== kind), declaration(unit, kind, said)];
    state.text = JSON.stringify(paper(ctx.market, ctx.date, owner(ctx, data, unit), state.list), null, 2);
    ctx.update();
  };
  return html`<div class="row"><label>${t("unit")} <select @change=${(e) => ctx.setQuery({ unit: e.target.value })}>${data.own.map((each) => html`<option value=${each.id} ?selected=${each.id === unit}>${each.id}</option>`)}</select></label>
      <label>${t("kind")} <select @change=${(e) => ctx.setQuery({ kind: e.target.value })}>${Object.keys(KINDS).map((each) => html`<option value=${each} ?selected=${each === kind}>${t(`kind_${each}`)}</option>`)}</select></label></div>
    ${form(fields, state.said, { submit: add, label: t("add"), id: "offer" })}`;
}

const owner = (ctx, data, unit) => data.own.find((each) => each.id === unit)?.member || member(ctx);

export function view(ctx, data) {
  const { t, state } = ctx;
  return html`<h1>${t("declareFor", ctx.market.toUpperCase(), ctx.date)}</h1>
    <div class="row">${gate(ctx, data.window)} <span>${members(ctx).join(", ")}</span> <a href=${ctx.href("/member")}>${t("title")}</a></div>
    ${data.own.length === 0 ? notice("empty", t("noUnits")) : nothing}
    ${outcome(ctx, state.answer)}
    <div class="columns"><section aria-labelledby="form"><h2 id="form">${t("byForm")}</h2>${builder(ctx, data)}</section>
      <section aria-labelledby="text"><h2 id="text">${t("whatIsSent")}</h2>
        <label>${t("upload")} <input type="file" accept=".json,.csv" @change=${(e) => upload(ctx, e.target.files[0])}></label>
        <label class="only" for="paper">${t("whatIsSent")}</label>
        <textarea id="paper" class="code" rows="16" spellcheck="false" .value=${state.text || ""} @input=${(e) => { state.text = e.target.value; ctx.update(); }}></textarea>
        <button class="first" ?disabled=${!state.text} @click=${() => send(ctx)}>${t("send")}</button></section></div>`;
}

// Prices as they go, what the regulator asks about them, and what the operator explains (L-03).
import { html, nothing } from "lit";
import words from "../i18n/inquiries.js";
import { form } from "../parts/form.js";
import { mark } from "../parts/mark.js";
import { notice } from "../parts/notice.js";
import { orNone } from "../parts/source.js";
import "../parts/table.js";

export { words };
export const listens = ["day"];

const BACK = 7;
const STATES = { ASKED: "warn", REFUSED: "warn", EXPLAINED: "wait", ACCEPTED: "good" };
const minus = (date, days) => new Date(Date.parse(date + "T00:00:00Z") - days * 86_400_000).toISOString().slice(0, 10);
const range = (ctx) => ({ from: minus(ctx.date, BACK - 1), to: ctx.date });

export async function load(ctx) {
  const [changes, inquiries] = await Promise.all([
    orNone(() => ctx.api.table(`/markets/${ctx.market}/price-changes`, range(ctx))), ctx.api.table("/inquiries"),
  ]);
  return { changes, inquiries: inquiries.rows };
}

/** Sends a form; what the server refuses stands beside it. */
function sending(ctx, name, path, body) {
  return async (given) => {
    ctx.state.given = given;
    try {
      await ctx.api.post(path, body(given));
      ctx.state[name] = null;
      ctx.state.problem = null;
      ctx.reload();
    } catch (problem) {
      ctx.state.problem = problem;
      ctx.update();
    }
  };
}

const choose = (ctx, name, value) => {
  ctx.state.ask = ctx.state.explain = ctx.state.decide = ctx.state.problem = ctx.state.given = null;
  ctx.state[name] = value;
  ctx.update();
};

function ask(ctx) {
  const { t, state } = ctx;
  if (!state.ask) return nothing;
  const row = state.ask;
  const fields = [{ name: "question", label: t("question"), kind: "area", required: true }, { name: "due", label: t("due"), required: true, hint: t("dueHint") }];
  const submit = sending(ctx, "ask", "/inquiries", (given) => ({ market: ctx.market, date: row.date, zone: row.zone, question: given.question ?? "", due: given.due ?? "" }));
  return html`<section aria-label=${t("askOf", row.zone, row.date)}><h3>${t("askOf", row.zone, row.date)}</h3>
    ${form(fields, state.given, { submit, problem: state.problem, label: t("send"), id: "ask" })}<button @click=${() => choose(ctx, "ask", null)}>${t("cancel")}</button></section>`;
}

function changes(ctx, data) {
  const { t, f } = ctx;
  const { from, to } = range(ctx);
  const title = t("changes", from, to);
  if (data.changes.none) return notice("empty", t("noPrices", ctx.market.toUpperCase(), from, to), { advice: data.changes.none.message });
  const rows = [...data.changes.rows].reverse();
  const price = (key) => ({ key, label: t(key.replace("YuanPerMwh", "")), unit: "yuan/MWh", kind: "number", digits: 2, sort: true });
  const columns = [
    { key: "date", label: t("date"), sort: true }, { key: "cycle", label: t("cycle"), kind: "int" }, { key: "zone", label: t("zone"), sort: true, filter: true }, price("leastYuanPerMwh"), price("meanYuanPerMwh"), price("greatestYuanPerMwh"),
    { ...price("changeYuanPerMwh"), label: t("change") }, { key: "changeAt", label: t("changeAt"), cell: (row) => String(row.changeAt).slice(11, 16) }, { ...price("sinceYuanPerMwh"), label: t("since"), cell: (row) => (row.sinceYuanPerMwh === null ? "–" : f.number(row.sinceYuanPerMwh, 2)) },
  ];
  if (ctx.session.may("SUPERVISE")) columns.push({ key: "ask", label: t("ask"), cell: (row) => html`<button aria-label=${t("askOf", row.zone, row.date)} @click=${() => choose(ctx, "ask", row)}>${t("ask")}</button>` });
  return html`${data.changes.alarms.length ? notice("error", t("alarms", data.changes.alarms.length)) : nothing}
    <gc-table .rows=${rows} .columns=${columns} name="p" label=${title}></gc-table>`;
}

function acts(ctx, row) {
  const { t, state } = ctx;
  const path = `/inquiries/${row.number}`;
  const waits = row.state === "ASKED" || row.state === "REFUSED";
  if (waits && ctx.session.may("OPERATE_MARKET")) {
    if (state.explain !== row.number) return html`<button @click=${() => choose(ctx, "explain", row.number)}>${t("explain")}</button>`;
    const submit = sending(ctx, "explain", `${path}/explanation`, (given) => ({ text: given.text ?? "" }));
    return html`<section aria-label=${t("explainOf", row.number)}>${form([{ name: "text", label: t("explanation"), kind: "area", required: true }], state.given, { submit, problem: state.problem, label: t("explain"), id: "explain" })}
      <button @click=${() => choose(ctx, "explain", null)}>${t("cancel")}</button></section>`;
  }
  if (row.state === "EXPLAINED" && ctx.session.may("SUPERVISE")) {
    if (state.decide !== row.number) return html`<button @click=${() => choose(ctx, "decide", row.number)}>${t("decide", row.number)}</button>`;
    const fields = [
      { name: "accept", label: t("accept"), kind: "select", options: [["yes", t("accept")], ["no", t("refuse")]] },
      { name: "comment", label: t("comment"), kind: "area", required: true }, { name: "due", label: t("due"), hint: t("dueHint") },
    ];
    const submit = sending(ctx, "decide", `${path}/decision`, (given) => ({ accept: given.accept === "yes", comment: given.comment ?? "", due: given.due ?? null }));
    return html`<section aria-label=${t("decide", row.number)}>${form(fields, state.given, { submit, problem: state.problem, label: t("send"), id: "decide" })}
      <button @click=${() => choose(ctx, "decide", null)}>${t("cancel")}</button></section>`;
  }
  return nothing;
}

function inquiry(ctx, row) {
  const { t, f } = ctx;
  return html`<li class="tile">${mark(row.overdue === "yes" ? "bad" : STATES[row.state], t(row.overdue === "yes" ? "overdue" : row.state))}
    <b>${row.number} · ${row.market.toUpperCase()} ${row.date} ${row.zone}</b> <p>${row.question}</p><p><small>${row.seen} ${row.askedBy} · ${f.time(row.askedAt)} · ${t("until")} ${f.time(row.due)}</small></p>
    ${row.said ? html`<ul>${row.said.split("\n").map((each) => html`<li>${each}</li>`)}</ul>` : nothing} ${acts(ctx, row)}</li>`;
}

export function view(ctx, data) {
  const { t } = ctx;
  const { from, to } = range(ctx);
  const waiting = data.inquiries.filter((row) => row.state === "ASKED" || row.state === "REFUSED").length;
  return html`<h1>${t("title")} <small>${ctx.market.toUpperCase()} ${ctx.date}</small></h1>
    <section aria-labelledby="changes"><h2 id="changes">${t("changes", from, to)}</h2>${changes(ctx, data)}${ask(ctx)}</section>
    <section aria-labelledby="inquiries"><h2 id="inquiries">${t("inquiries", data.inquiries.length, waiting)}</h2>
      ${data.inquiries.length === 0 ? notice("empty", t("nothing")) : html`<ul class="bare">${data.inquiries.map((row) => inquiry(ctx, row))}</ul>`}</section>`;
}

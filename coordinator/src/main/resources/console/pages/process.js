// The settlement process of a month: what is due, what waits for a second person, statements, disputes.
import { html, nothing } from "lit";
import words from "../i18n/process.js";
import { form } from "../parts/form.js";
import { mark } from "../parts/mark.js";
import { notice } from "../parts/notice.js";
import "../parts/table.js";

export { words };
export const listens = ["publication"];
const TASKS = { done: "good", "done late": "warn", ahead: "wait", open: "busy", late: "bad" };
export const STATEMENTS = { INFORMATION: "wait", UNCONFIRMED: "warn", DISPUTED: "warn", CONFIRMED: "good", REPLACED: "wait" };
export const DISPUTES = { SUBMITTED: "warn", IN_PROCESS: "busy", ANSWERED: "good", REFUSED: "bad", WITHDRAWN: "wait" };

const month = (ctx) => ctx.query.month || ctx.date.slice(0, 7);

export async function load(ctx) {
  const [tasks, proposals, statements, disputes] = await Promise.all([
    ctx.api.table("/settlement/calendar", { month: month(ctx) }), ctx.api.table("/settlement/proposals"),
    ctx.api.table("/settlement/statements"), ctx.api.table("/settlement/disputes"),
  ]);
  return { tasks: tasks.rows, proposals: proposals.rows, statements: statements.rows, disputes: disputes.rows };
}

/** A word for what the server names, or its own name where it is an id. */
function named(ctx, kind, name) {
  const key = `${kind}-${name}`;
  const said = ctx.t(key);
  return said === key ? name : said;
}

function tasks(ctx, data) {
  const { t } = ctx;
  const late = data.tasks.filter((task) => task.state === "late").length;
  const columns = [
    { key: "task", label: t("task"), sort: true, filter: true, cell: (row) => named(ctx, "task", row.task) }, { key: "subject", label: t("subject"), sort: true, filter: true }, { key: "owner", label: t("owner"), sort: true, filter: true, cell: (row) => named(ctx, "owner", row.owner) },
    { key: "due", label: t("due"), sort: true }, { key: "done", label: t("doneAt"), sort: true }, { key: "state", label: t("state"), sort: true, filter: true, cell: (row) => mark(TASKS[row.state] || "wait", t(row.state)) },
  ];
  return html`<div class="row"><label>${t("month")} <input type="month" .value=${month(ctx)} @change=${(e) => ctx.setQuery({ month: e.target.value || null })}></label> ${late ? mark("bad", t("late_n", late)) : mark("good", t("nothingLate"))}</div>
    <gc-table .rows=${data.tasks} .columns=${columns} name="k" label=${t("tasks")}></gc-table>`;
}

function proposals(ctx, data) {
  const { t } = ctx;
  if (data.proposals.length === 0) return notice("empty", t("noProposals"));
  const decide = (row, decision) => ctx.act(t(decision), () => ctx.api.post(`/settlement/proposals/${row.number}/decision`, { decision, reason: ctx.state.reason || "" }));
  return html`<label>${t("reason")} <input .value=${ctx.state.reason || ""} @input=${(e) => (ctx.state.reason = e.target.value)}></label>
    <ul>${data.proposals.map((row) => html`<li class="tile"><b>${row.number} ${row.act}</b> ${t("proposedBy", row.by, row.at)}
      <details><summary>${t("content")}</summary><pre>${row.content}</pre></details>
      ${row.by === ctx.session.name ? html`<small>${t("secondPerson")}</small>` : html`<button class="first" @click=${() => decide(row, "approved")}>${t("approved")} ${row.number}</button> <button class="danger" @click=${() => decide(row, "rejected")}>${t("rejected")} ${row.number}</button>`}</li>`)}</ul>`;
}

function disputes(ctx, data) {
  const { t } = ctx;
  if (data.disputes.length === 0) return notice("empty", t("noDisputes"));
  const take = (row) => ctx.act(t("take"), () => ctx.api.post(`/settlement/disputes/${row.number}/taking`));
  const answer = (row) => (said) => ctx.act(t("answer"), () => ctx.api.post(`/settlement/disputes/${row.number}/answer`, said));
  const fields = [{ name: "outcome", label: t("outcome"), kind: "select", options: ["GRANTED", "GRANTED_WITH_EXCEPTIONS", "DENIED"].map((each) => [each, t(each)]) }, { name: "words", label: t("answer"), kind: "area", required: true }];
  return html`<ul>${data.disputes.map((row) => html`<li class="tile"><b>${row.number}</b> ${mark(DISPUTES[row.state] || "wait", t(row.state))} ${row.member} · ${row.entity} ${row.item} ${row.date} <small>${t("answerBy")} ${row.answerBy}</small>
    <p>${row.claim}</p>${row.answer ? html`<p>${t(row.outcome)}: ${row.answer}</p>` : nothing}
    ${row.state === "SUBMITTED" ? html`<button @click=${() => take(row)}>${t("take")} ${row.number}</button>` : nothing}
    ${row.state === "IN_PROCESS" ? html`<details><summary>${t("answer")} ${row.number}</summary>${form(fields, {}, { submit: answer(row), label: t("propose"), id: `d${row.number}` })}</details>` : nothing}</li>`)}</ul>`;
}

export function columns(ctx) {
  const { t } = ctx;
  return [
    { key: "number", label: t("number"), sort: true, cell: (row) => html`<a href=${ctx.href(`/statements/${row.publication}/${row.member}`)}>${row.number}</a>` }, { key: "kind", label: t("kind"), sort: true, filter: true, cell: (row) => t(row.kind) },
    { key: "member", label: t("member"), sort: true, filter: true }, { key: "name", label: t("name"), sort: true }, { key: "from", label: t("from"), sort: true }, { key: "to", label: t("to"), sort: true },
    { key: "yuan", label: t("amount"), unit: "yuan", kind: "number", digits: 3, sort: true }, { key: "state", label: t("state"), sort: true, filter: true, cell: (row) => mark(STATEMENTS[row.state] || "wait", t(row.state)) },
    { key: "confirmBy", label: t("confirmBy"), sort: true }, { key: "confirmedBy", label: t("confirmedBy") },
  ];
}

function publish(ctx) {
  const { t } = ctx;
  const fields = [
    { name: "kind", label: t("kind"), kind: "select", options: ["DAY", "WEEK", "MONTH", "UPDATE"].map((each) => [each, t(each)]) }, { name: "close", label: t("close"), required: true },
    { name: "from", label: t("from"), kind: "date" }, { name: "to", label: t("to"), kind: "date" }, { name: "of", label: t("updateOf"), kind: "number" },
  ];
  return html`<details><summary>${t("publish")}</summary>${form(fields, ctx.state.wanted, { id: "publish", label: t("propose"), submit: (said) => {
    ctx.state.wanted = said;
    ctx.act(t("publish"), () => ctx.api.post("/settlement/publications", said));
  } })}</details>`;
}

export function view(ctx, data) {
  const { t } = ctx;
  return html`<h1>${t("process")}</h1><p><a href=${ctx.href("/settlement")}>${t("closes")}</a> <a href=${ctx.href("/payments")}>${t("payments")}</a> <a href=${ctx.href("/settlement/preview")}>${t("preview")}</a></p>
    <section aria-labelledby="tasks"><h2 id="tasks">${t("tasks")} ${month(ctx)}</h2>${tasks(ctx, data)}</section>
    <section aria-labelledby="open"><h2 id="open">${t("proposals")}</h2>${proposals(ctx, data)}${publish(ctx)}</section>
    <section aria-labelledby="disputes"><h2 id="disputes">${t("disputes")}</h2>${disputes(ctx, data)}</section>
    <section aria-labelledby="statements"><h2 id="statements">${t("statements")}</h2>
      <gc-table .rows=${data.statements} .source=${{ path: "/settlement/statements" }} .columns=${columns(ctx)} name="s" label=${t("statements")}></gc-table></section>`;
}

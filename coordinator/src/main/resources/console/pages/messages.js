// Messages and notices to somebody, with what says that they arrived.
import { html, nothing } from "lit";
import words from "../i18n/member.js";
import { mark } from "../parts/mark.js";
import { notice } from "../parts/notice.js";
import { members, plus } from "./member.js";
import { shownRows } from "../parts/shown-rows.js";
import "../parts/table.js";

export { words };
export const listens = ["publication"];
const PAGES_MAX = 10;

const recipients = (ctx) => (members(ctx).length ? members(ctx).map((id) => `member:${id}`) : ctx.session.may("SUPERVISE") ? ["regulator"] : ["operator"]);
const chosen = (ctx) => (recipients(ctx).includes(ctx.query.recipient) ? ctx.query.recipient : recipients(ctx)[0]);

async function all(ctx, recipient) {
  const found = [];
  let after = 0;
  for (let k = 0; k < PAGES_MAX; k++) {
    const page = await ctx.api.get("/messages", { recipient, after, limit: 1000 });
    found.push(...page.messages);
    if (!page.more) break;
    after = page.next;
  }
  return found.reverse();
}

export async function load(ctx) {
  const recipient = chosen(ctx);
  const [messages, notices, rows] = await Promise.all([
    all(ctx, recipient), ctx.api.get("/notices", { recipient, from: plus(ctx.date, -60), to: plus(ctx.date, 30) }),
    ctx.query.message ? ctx.api.table(`/messages/${ctx.query.message}/rows`, { recipient }).catch((problem) => ({ problem })) : null,
  ]);
  return { recipient, messages, notices, rows };
}

function content(ctx, data) {
  if (!data.rows) return nothing;
  const { t } = ctx;
  const path = `/messages/${ctx.query.message}/rows`;
  if (data.rows.problem) return notice("error", data.rows.problem.message);
  const first = data.rows.rows[0] || {};
  const columns = Object.keys(first).map((key) => ({ key, label: key, sort: true, kind: typeof first[key] === "number" ? "number" : "text" }));
  return html`<section aria-labelledby="rows"><h2 id="rows">${t("rowsOfMessage", ctx.query.message)}</h2>
    ${shownRows(ctx, data.rows.rows, t("rowsOfMessage", ctx.query.message))}
    <gc-table .rows=${data.rows.rows} .source=${{ path, query: { recipient: data.recipient } }} .columns=${columns} name="w" label=${t("rowsOfMessage", ctx.query.message)}></gc-table></section>`;
}

export function view(ctx, data) {
  const { t, f, lang } = ctx;
  const { recipient } = data;
  const unread = data.messages.filter((each) => !each.acknowledgedAt).map((each) => each.number).slice(0, 1000);
  const mayRead = recipient !== "operator";
  const arrived = (numbers) => ctx.act(t("acknowledge"), () => ctx.api.post(`/messages/acknowledgements?recipient=${encodeURIComponent(recipient)}`, { numbers }));
  const rows = data.messages.map((each) => ({ number: each.number, kind: each.publication.kind, action: each.publication.action, market: each.publication.market || "", date: each.publication.date, at: each.publication.publishedAt, reason: each.publication.reason, readAt: each.acknowledgedAt, readBy: each.acknowledgedBy }));
  const columns = [
    { key: "number", label: t("no"), kind: "int", sort: true, cell: (row) => html`<button class="plain" @click=${() => ctx.setQuery({ message: row.number })}>${row.number}</button>` },
    { key: "kind", label: t("kind"), sort: true, filter: true }, { key: "action", label: t("action"), sort: true, filter: true }, { key: "market", label: t("market"), sort: true, cell: (row) => row.market.toUpperCase() }, { key: "date", label: t("date"), sort: true, filter: true },
    { key: "at", label: t("published"), kind: "time", sort: true }, { key: "reason", label: t("reason") },
    { key: "readAt", label: t("arrived"), sort: true, cell: (row) => (row.readAt ? mark("good", `${f.time(row.readAt)} ${row.readBy}`) : mayRead ? html`<button @click=${() => arrived([row.number])}>${t("acknowledge")} ${row.number}</button>` : mark("wait", t("notYet"))) },
  ];
  return html`<h1>${t("said")} <small>${recipient}</small></h1>
    ${recipients(ctx).length > 1 ? html`<label>${t("recipient")} <select @change=${(e) => ctx.setQuery({ recipient: e.target.value })}>${recipients(ctx).map((each) => html`<option ?selected=${each === recipient}>${each}</option>`)}</select></label>` : nothing}
    <section aria-labelledby="notices"><h2 id="notices">${t("notices")}</h2>
      ${data.notices.length === 0 ? notice("empty", t("noNotices")) : html`<ul>${data.notices.map((each) => html`<li><b>${(lang === "zh" && each.titleZh) || each.title}</b> <small>${f.time(each.from)}${each.to ? ` – ${f.time(each.to)}` : ""} ${each.action || ""}</small><br>${(lang === "zh" && each.textZh) || each.text}
        ${(each.papers || []).map((paper) => html` <a download href=${ctx.api.link(`/notices/${each.number}/papers/${encodeURIComponent(paper.name)}`, { recipient })}>${paper.name}</a>`)}</li>`)}</ul>`}</section>
    <section aria-labelledby="messages"><h2 id="messages">${t("messages")}</h2>
      <div class="row">${unread.length ? mark("warn", t("unread", unread.length)) : mark("good", t("allRead"))} ${unread.length && mayRead ? html`<button @click=${() => arrived(unread)}>${t("acknowledgeAll", unread.length)}</button>` : nothing}</div>
      <gc-table .rows=${rows} .columns=${columns} name="m" label=${t("messages")}></gc-table></section>
    ${content(ctx, data)}`;
}

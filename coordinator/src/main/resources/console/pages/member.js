// A member's home: what is to be declared and until when, own results, own bills, what was said.
import { html, nothing } from "lit";
import words from "../i18n/member.js";
import { mark } from "../parts/mark.js";
import { notice } from "../parts/notice.js";
import { KINDS } from "./bills.js";
import "../parts/chart.js";
import "../parts/deadline.js";
import "../parts/table.js";

export { words };
export const listens = ["publication", "day", "declaration"];
const AHEAD = 2;
const RESULTS_MAX = 20_000;
const OWN_KINDS = ["unit", "load", "storage"];

export const plus = (date, days) => new Date(Date.parse(date + "T00:00:00Z") + days * 86_400_000).toISOString().slice(0, 10);
const soft = (promise) => promise.catch((problem) => {
  if (problem.away) throw problem;
  return { problem };
});

/** Members that somebody declares for, and the one whose messages are shown. */
export const members = (ctx) => (Array.isArray(ctx.session.scope?.members) ? ctx.session.scope.members : []);
export const member = (ctx) => (members(ctx).includes(ctx.query.member) ? ctx.query.member : members(ctx)[0]);

/** What belongs to the members of the scope on a date. */
export async function units(ctx) {
  const records = await Promise.all(OWN_KINDS.map((kind) => soft(ctx.api.get(`/registry/records/${kind}`, { on: ctx.date }))));
  return records.flatMap((each) => each.records || []);
}

export async function load(ctx) {
  const path = `/markets/${ctx.market}`;
  const day = `${path}/days/${ctx.date}`;
  const recipient = member(ctx) ? `member:${member(ctx)}` : undefined;
  const [gates, own, receipts, results, bills, messages, notices] = await Promise.all([
    soft(ctx.api.get(`${path}/gates`, { from: ctx.date, to: plus(ctx.date, AHEAD) })), units(ctx), soft(ctx.api.get(`${day}/declarations`)),
    soft(ctx.api.table(`${day}/versions/newest/units`, { limit: RESULTS_MAX })), soft(ctx.api.table("/bills", { limit: 5 })),
    recipient ? soft(ctx.api.get("/messages", { recipient, limit: 1000 })) : { messages: [] },
    recipient ? soft(ctx.api.get("/notices", { recipient, from: plus(ctx.date, -30), to: plus(ctx.date, 7), standing: true })) : [],
  ]);
  return { gates, own, receipts, results, bills, messages, notices };
}

export function gate(ctx, window) {
  const { t, f } = ctx;
  if (!window) return notice("empty", t("noGate", ctx.market.toUpperCase(), ctx.date));
  if (window.state === "open") return html`<gc-deadline .at=${window.closes} label=${t("gateCloses")}></gc-deadline>`;
  const at = window.state === "waiting" ? window.opens : window.closes;
  return mark("wait", t(window.state === "waiting" ? "opensAt" : "closedAt", f.time(at), f.zone(at)));
}

/** The newest receipt of each unit and slot. */
export function newest(receipts) {
  const last = new Map();
  for (const each of receipts) {
    const key = `${each.unit} ${each.slot}`;
    if (!last.has(key) || last.get(key).number < each.number) last.set(key, each);
  }
  return last;
}

function offers(ctx, data) {
  const { t, f } = ctx;
  if (data.receipts.problem) return notice("error", data.receipts.problem.message);
  const last = newest(data.receipts);
  const rows = data.own.map((each) => ({ unit: each.id, name: each.name, kind: each.kind, receipt: last.get(`${each.id} energy`), extra: last.get(`${each.id} ancillary`) }));
  const receipt = (each) => (each ? html`<a href=${ctx.href(`/member/receipts/${each.market}/${each.number}`)}>${t("receiptNo", each.number)}</a> ${each.kind} <small>${f.time(each.arrivedAt)}</small>` : "");
  const columns = [
    { key: "unit", label: t("unit"), sort: true, filter: true }, { key: "name", label: t("name"), sort: true }, { key: "kind", label: t("kind"), sort: true },
    { key: "state", label: t("state"), cell: (row) => (row.receipt ? mark("good", t("declared", row.receipt.version)) : mark("warn", t("byDefault"))) },
    { key: "receipt", label: t("energy"), cell: (row) => receipt(row.receipt) }, { key: "extra", label: t("ancillary"), cell: (row) => receipt(row.extra) },
    { key: "act", label: t("acts"), cell: (row) => html`<a href=${ctx.href("/member/declare", { unit: row.unit })}>${t("declare")}</a>` },
  ];
  return html`<gc-table .rows=${rows} .columns=${columns} name="u" label=${t("offers")}></gc-table>`;
}

/** Output by period over all own units, from the rows of the newest version. */
export function byPeriod(rows) {
  const sums = new Map();
  for (const row of rows) {
    const time = String(row.time || row.period).slice(11, 16) || String(row.period);
    sums.set(row.period, { time, mw: (sums.get(row.period)?.mw || 0) + (row.mw ?? row.outputMw ?? 0) });
  }
  return [...sums.entries()].sort((a, b) => a[0] - b[0]).map(([, each]) => each);
}

function results(ctx, data) {
  const { t, f } = ctx;
  if (data.results.problem) return notice("empty", t("noResults", ctx.market.toUpperCase(), ctx.date));
  const { rows } = data.results;
  if (rows.length === 0) return notice("empty", t("noResults", ctx.market.toUpperCase(), ctx.date));
  const sums = byPeriod(rows);
  const peak = sums.reduce((a, b) => (b.mw > a.mw ? b : a), sums[0]);
  const keys = Object.keys(rows[0]).filter((key) => !["date", "cycle", "version", "owner", "period"].includes(key));
  const columns = keys.map((key) => ({ key, label: key, sort: true, filter: key === "unit", kind: typeof rows[0][key] === "number" ? "number" : "text" }));
  const source = { path: `/markets/${ctx.market}/days/${ctx.date}/versions/newest/units` };
  return html`<gc-chart .x=${sums.map((each) => each.time)} .series=${[{ label: t("output"), values: sums.map((each) => each.mw), step: true }]} unit="MW" title=${t("peaks", f.mw(peak.mw), peak.time)}></gc-chart>
    <details><summary>${t("allRows", f.int(rows.length))}</summary><gc-table .rows=${rows} .source=${source} .columns=${columns} name="r" label=${t("results")}></gc-table></details>`;
}

function bills(ctx, data) {
  const { t, f } = ctx;
  if (data.bills.problem) return notice("error", data.bills.problem.message);
  if (data.bills.rows.length === 0) return html`${notice("empty", t("noBills"))}<p><a href=${ctx.href("/statements")}>${t("statements")}</a> <a href=${ctx.href("/payments")}>${t("payments")}</a></p>`;
  return html`<ul>${data.bills.rows.map((row) => html`<li><a href=${ctx.href(`/bills/${row.number}`)}>${row.number}</a> ${row.month} <b class="clock">${f.number(row.yuan, 3)}</b> yuan ${mark(KINDS[row.state] || "wait", t(row.state))}</li>`)}</ul>
    <p><a href=${ctx.href("/bills")}>${t("allBills", data.bills.total)}</a> <a href=${ctx.href("/statements")}>${t("statements")}</a> <a href=${ctx.href("/payments")}>${t("payments")}</a></p>`;
}

function said(ctx, data) {
  const { t, f, lang } = ctx;
  const unread = (data.messages.messages || []).filter((each) => !each.acknowledgedAt).length;
  const notices = Array.isArray(data.notices) ? data.notices : [];
  return html`<p>${unread ? mark("warn", t("unread", unread)) : mark("good", t("allRead"))} <a href=${ctx.href("/member/messages")}>${t("messages")}</a></p>
    ${data.messages.problem ? notice("error", data.messages.problem.message) : nothing}
    ${notices.length === 0 ? notice("empty", t("noNotices")) : html`<ul>${notices.slice(0, 5).map((each) => html`<li><b>${(lang === "zh" && each.titleZh) || each.title}</b> <small>${f.time(each.from)}</small><br>${(lang === "zh" && each.textZh) || each.text}</li>`)}</ul>`}`;
}

export function view(ctx, data) {
  const { t } = ctx;
  const windows = Array.isArray(data.gates) ? data.gates : [];
  const today = windows.find((each) => each.date === ctx.date);
  return html`<h1>${t("title")} <small>${members(ctx).join(", ")}</small></h1>
    <section aria-labelledby="offers"><h2 id="offers">${t("offersFor", ctx.market.toUpperCase(), ctx.date)}</h2>
      <div class="row">${gate(ctx, today)} ${today?.state === "open" ? html`<a class="button" href=${ctx.href("/member/declare")}>${t("declare")}</a>` : nothing}
        ${windows.filter((each) => each.date !== ctx.date && each.state === "open").map((each) => html`<button @click=${() => ctx.setQuery({ date: each.date })}>${t("openFor", each.date)}</button>`)}</div>
      ${offers(ctx, data)}</section>
    <section aria-labelledby="results"><h2 id="results">${t("results")}</h2>${results(ctx, data)}</section>
    <div class="columns"><section aria-labelledby="bills"><h2 id="bills">${t("bills")}</h2>${bills(ctx, data)}</section>
      <section aria-labelledby="said"><h2 id="said">${t("said")}</h2>${said(ctx, data)}</section></div>`;
}

// What was published to whom, what is due, and notices to the market.
import { html, nothing } from "lit";
import { form } from "../parts/form.js";
import words from "../i18n/publications.js";
import "../parts/state.js";
import "../parts/table.js";

export { words };
export const listens = ["publication"];

const AUDIENCES = ["public", "regulator", "operator"];

const range = (ctx) => ({ from: ctx.query.from || ctx.date, to: ctx.query.to || ctx.query.from || ctx.date });

/** A notice is of the day on which it was published, which may be after the trading dates. */
function untilNow(ctx) {
  const { from, to } = range(ctx);
  const today = ctx.f.day(Date.now());
  return { from, to: to > today ? to : today };
}

export async function load(ctx) {
  const [publications, notices] = await Promise.all([
    ctx.api.get("/publications", { ...range(ctx), recipient: "operator" }),
    ctx.api.get("/notices", { ...untilNow(ctx), recipient: "operator" }),
  ]);
  return { publications, notices };
}

function write(ctx) {
  const { t, state } = ctx;
  if (!state.writing) return html`<button @click=${() => ((state.writing = true), ctx.update())}>${t("write")}</button>`;
  const fields = [
    { name: "title", label: t("noticeTitle"), required: true }, { name: "titleZh", label: t("titleZh"), required: true },
    { name: "text", label: t("text"), kind: "area", required: true }, { name: "textZh", label: t("textZh"), kind: "area", required: true },
    { name: "from", label: t("holdsFrom"), required: true, hint: t("fromHint") }, { name: "to", label: t("holdsTo") },
    { name: "audience", label: t("audience"), hint: t("audienceHint", AUDIENCES.join(", ")), required: true },
  ];
  const submit = async (given) => {
    state.notice = given;
    state.problem = null;
    const notice = { format: "gridclear-notice", ...given, audience: (given.audience || "").split(",").map((each) => each.trim()).filter(Boolean) };
    try {
      await ctx.api.post("/notices", { notice });
      state.writing = false;
      state.notice = null;
      ctx.reload();
    } catch (problem) {
      state.problem = problem;
      ctx.update();
    }
  };
  const start = { from: `${ctx.date}T00:00:00+08:00`, audience: "public", ...state.notice };
  return html`<section aria-label=${t("write")}><h3>${t("write")}</h3>${form(fields, start, { submit, problem: state.problem, label: t("publish"), id: "notice" })}
    <button @click=${() => ((state.writing = false), ctx.update())}>${t("cancel")}</button></section>`;
}

function withdraw(ctx, row) {
  const { t, state } = ctx;
  if (row.replacedBy || row.action === "WITHDRAWN") return nothing;
  if (state.out !== row.number) return html`<button @click=${() => ((state.out = row.number), ctx.update())}>${t("withdraw")}</button>`;
  const submit = (event) => {
    event.preventDefault();
    const reason = event.target.elements.reason.value;
    state.out = null;
    ctx.act(t("withdraw"), () => ctx.api.post(`/notices/${row.number}/withdrawal?reason=${encodeURIComponent(reason)}`));
  };
  return html`<form class="row" @submit=${submit}><input name="reason" required aria-label=${t("reason")} placeholder=${t("reason")}><button class="danger">${t("withdraw")}</button></form>`;
}

export function view(ctx, data) {
  const { t } = ctx;
  const asked = range(ctx);
  const due = () => ctx.act(t("publishDue"), () => ctx.api.post(`/publications/due?from=${asked.from}&to=${asked.to}`));
  const version = (row) => (row.version ? html`<a href=${ctx.href(`/versions/${row.market}/${row.date}/${row.cycle}/${row.version}`)}>${row.market.toUpperCase()} ${row.date} ${row.cycle || ""} · ${row.version}</a>` : row.date);
  const columns = [
    { key: "number", label: "#", kind: "int", sort: true }, { key: "kind", label: t("kind"), sort: true, filter: true }, { key: "action", label: t("state"), kind: "state", sort: true },
    { key: "date", label: t("of"), sort: true, cell: version }, { key: "publishedAt", label: t("time"), kind: "time", sort: true }, { key: "replaces", label: t("replaces") }, { key: "reason", label: t("reason") },
  ];
  const zh = ctx.lang === "zh";
  return html`<h1>${t("title", data.publications.length, data.notices.length)}</h1>
    <div class="row"><label>${t("from")} <input type="date" .value=${asked.from} @change=${(e) => ctx.setQuery({ from: e.target.value })}></label>
      <label>${t("to")} <input type="date" .value=${asked.to} @change=${(e) => ctx.setQuery({ to: e.target.value })}></label>
      <button class="first" @click=${due}>${t("publishDue")}</button></div>
    <section aria-label=${t("notices")}><h2>${t("notices")}</h2>
      <ul class="bare">${data.notices.map((row) => html`<li class="tile"><b>${zh ? row.titleZh : row.title}</b>
        <p>${zh ? row.textZh : row.text}</p><p class="row"><gc-state .value=${row.action}></gc-state> <small>${row.audience.join(", ")} · ${ctx.f.time(row.from)} – ${row.to ? ctx.f.time(row.to) : "…"}</small> ${withdraw(ctx, row)}</p></li>`)}</ul>
      ${write(ctx)}</section>
    <section aria-label=${t("data")}><h2>${t("data")}</h2><gc-table .rows=${data.publications} .columns=${columns} name="p" label=${t("data")}></gc-table></section>`;
}

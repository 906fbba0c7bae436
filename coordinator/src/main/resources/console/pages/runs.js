// Runs: filtered, sorted and paged by the server; filters are kept by name; all that match can be cancelled or sent again.
import { html, nothing } from "lit";
import words from "../i18n/runs.js";
import "../parts/table.js";

export { words };
export const listens = ["run"];

const KEPT = "gridclear.runs.filters";
const STATES = ["", "open", "running", "submitted", "done", "failed", "cancelled"];
const AGAIN = ["failed", "cancelled"];
const AGAIN_MAX = 100;
const OWN = ["runs.state", "runs.user", "runs.study", "runs.sort"];

const kept = () => JSON.parse(localStorage.getItem(KEPT) || "{}");
const keep = (all) => localStorage.setItem(KEPT, JSON.stringify(all));

function filters(ctx) {
  return { state: ctx.query["runs.state"] || "", user: ctx.query["runs.user"] || "", study: ctx.query["runs.study"] || "" };
}

/** How many open runs match, which is said before they are cancelled. */
export async function load(ctx) {
  const wanted = filters(ctx);
  const state = wanted.state && wanted.state !== "open" ? wanted.state : "open";
  const ended = ["done", "failed", "cancelled"].includes(state);
  const open = ended ? { total: 0 } : await ctx.api.table("/run-list", { ...wanted, state, limit: 1 });
  const failed = wanted.state && !AGAIN.includes(wanted.state) ? null : wanted.state || AGAIN.join(",");
  const again = failed ? await ctx.api.table("/run-list", { ...wanted, state: failed, limit: 1 }) : { total: 0 };
  return { open: open.total, state, again: again.total, failed };
}

function saved(ctx) {
  const { t } = ctx;
  const all = kept();
  const use = (name) => {
    const change = Object.fromEntries(OWN.map((key) => [key, all[name]?.[key] || null]));
    ctx.setQuery({ ...change, "runs.offset": null });
  };
  const save = (event) => {
    event.preventDefault();
    const name = event.target.elements.name.value.trim();
    if (!name) return;
    keep({ ...all, [name]: Object.fromEntries(OWN.map((key) => [key, ctx.query[key]])) });
    event.target.reset();
    ctx.update();
  };
  const drop = (name) => {
    const { [name]: gone, ...rest } = all;
    keep(rest);
    ctx.update();
  };
  return html`<div class="row">${Object.keys(all).map((name) => html`<span><button @click=${() => use(name)}>${name}</button>
      <button class="plain" aria-label=${t("drop", name)} @click=${() => drop(name)}>✕</button></span>`)}
    <form class="row" @submit=${save}><label class="only" for="filter-name">${t("filterName")}</label>
      <input id="filter-name" name="name" placeholder=${t("filterName")} size="14"><button>${t("keep")}</button></form></div>`;
}

/** An act on all that match: said how many, then confirmed; with another number the server does nothing. */
function onAll(ctx, name, count, path, body) {
  const { t, state } = ctx;
  const set = (sure) => ((state.sure = sure), ctx.update());
  const go = () => {
    state.sure = null;
    return ctx.act(t(name, count), () => ctx.api.post(path, { ...filters(ctx), ...body, expected: count }));
  };
  if (state.sure !== name) return html`<button class=${name === "cancelAll" ? "danger" : ""} @click=${() => set(name)}>${t(name, count)}</button>`;
  return html`<span role="alert">${t(`${name}Sure`, count)}</span>
    <button class="danger" @click=${go}>${t(`${name}Now`)}</button> <button @click=${() => set(null)}>${t("keepThem")}</button>`;
}

function bulk(ctx, data) {
  if (!ctx.session.may("RUN")) return nothing;
  return html`${data.open ? onAll(ctx, "cancelAll", data.open, "/run-list/cancellation", { state: data.state }) : nothing}
    ${data.again && data.again <= AGAIN_MAX ? onAll(ctx, "againAll", data.again, "/run-list/resubmission", { state: data.failed }) : nothing}`;
}

export function view(ctx, data) {
  const { t, f } = ctx;
  const columns = [
    { key: "study", label: t("study"), sort: true, filter: true, cell: (row) => html`<a href=${ctx.href(`/runs/${row.runId}`)}>${row.study}</a>` },
    { key: "state", label: t("state"), kind: "state", sort: true },
    { key: "cases", label: t("cases"), kind: "int", sort: true, cell: (row) => `${f.int(row.done)} / ${f.int(row.cases)}` },
    { key: "failed", label: t("failed"), kind: "int", sort: true },
    { key: "seconds", label: t("seconds"), unit: "s", kind: "number", digits: 1, sort: true },
    { key: "user", label: t("user"), sort: true, filter: true },
    { key: "priority", label: t("priority") },
    { key: "submitted", label: t("submitted"), kind: "time", sort: true },
    { key: "nodes", label: t("nodesOf") },
    { key: "runId", label: "id" },
  ];
  const { state } = filters(ctx);
  return html`<h1>${t("title")}</h1>
    <div class="row"><label>${t("state")} <select @change=${(e) => ctx.setQuery({ "runs.state": e.target.value || null, "runs.offset": null })}>
      ${STATES.map((each) => html`<option value=${each} ?selected=${each === state}>${t(`state-${each || "all"}`)}</option>`)}</select></label>
      ${saved(ctx)} ${bulk(ctx, data)}
      ${ctx.session.may("RUN") ? html`<a href=${ctx.href("/studies")}>${t("new")}</a>` : nothing}</div>
    <gc-table .source=${{ path: "/run-list", query: { state }, server: true }} .columns=${columns} name="runs" label=${t("title")}
      .select=${(row) => ctx.go(`/runs/${row.runId}`)}></gc-table>`;
}

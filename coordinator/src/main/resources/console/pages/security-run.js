// A screening: tiles as filters, the worst outages and devices side by side, before and after one.
import { html, nothing } from "lit";
import words from "../i18n/security.js";
import { notice } from "../parts/notice.js";
import { orNone } from "../parts/source.js";
import "../parts/table.js";

export { words };
export const listens = [];

const SHAPES = { SECURE: "✓", VIOLATED: "▲", ISLANDED: "◫", UNBALANCED: "⚖", DIVERGED: "✕", SKIPPED: "–" };
const ROWS = 5000;

export async function load(ctx) {
  const run = `/runs/${encodeURIComponent(ctx.params.id)}`;
  const board = await orNone(() => ctx.api.get(`${run}/security`, { status: ctx.query.status, rows: 100 }));
  const { outage, snapshot } = ctx.query;
  if (board.none || !outage) return { board };
  return { board, pair: await orNone(() => ctx.api.get(`${run}/flows`, { snapshot, outage, rows: ROWS })) };
}

export function view(ctx, { board, pair }) {
  if (board.none) return html`<h1>${ctx.t("screening")}</h1>${notice("empty", board.none.message, { advice: board.none.advice })}`;
  const bad = Object.entries(board.tiles).filter(([status, n]) => status !== "SECURE" && n > 0);
  return html`<h1>${bad.length ? ctx.t("found", bad.map(([status, n]) => `${n} ${ctx.t(status)}`).join(", ")) : ctx.t("allSecure")}</h1>
    <p>${board.name} · ${ctx.t("snapshots", board.snapshots.length)}</p>
    <ul class="tiles">${Object.entries(board.tiles).map(([status, n]) => tile(ctx, board, status, n))}</ul>
    ${board.remarks.slice(0, 5).map((each) => notice("info", each))}
    ${pair ? beforeAfter(ctx, pair) : nothing}
    <div class="sides">
      <section aria-label=${ctx.t("worstOutages")}><h2>${ctx.t("worstOutages", board.count)}</h2>${outages(ctx, board)}</section>
      <section aria-label=${ctx.t("worstDevices")}><h2>${ctx.t("worstDevices")}</h2>${devices(ctx, board)}</section>
    </div>`;
}

function tile(ctx, board, status, n) {
  const chosen = board.status === status;
  return html`<li><button class="tile ${status.toLowerCase()}" aria-pressed=${chosen ? "true" : "false"} @click=${() => ctx.setQuery({ status: chosen ? null : status })}>
    <span aria-hidden="true">${SHAPES[status] || "•"}</span> <b>${ctx.f.int(n)}</b> ${ctx.t(status)}</button></li>`;
}

function outages(ctx, board) {
  const columns = [
    { key: "outage", label: ctx.t("outage"), sort: true, filter: true }, { key: "status", label: ctx.t("state"), cell: (row) => ctx.t(row.status) },
    { key: "device", label: ctx.t("worst"), sort: true }, { key: "loading", label: ctx.t("loading"), kind: "percent", sort: true, cell: (row) => ctx.f.percent(100 * row.loading) },
    { key: "violations", label: ctx.t("violations"), kind: "int", sort: true }, { key: "missingMw", label: ctx.t("missing"), unit: "MW", kind: "mw", sort: true }, { key: "snapshot", label: ctx.t("snapshot"), sort: true },
  ];
  return html`<gc-table name="outages" .label=${ctx.t("worstOutages", board.count)} .rows=${board.outages} .columns=${columns}
    .select=${(row) => ctx.setQuery({ outage: row.outage, snapshot: row.snapshot })}></gc-table>`;
}

function devices(ctx, board) {
  const columns = [
    { key: "device", label: ctx.t("device"), sort: true, filter: true }, { key: "kind", label: ctx.t("kind"), sort: true }, { key: "kv", label: "kV", kind: "number", digits: 0, sort: true },
    { key: "zone", label: ctx.t("zone"), sort: true, filter: true }, { key: "loading", label: ctx.t("loading"), kind: "percent", sort: true, cell: (row) => ctx.f.percent(100 * row.loading) },
    { key: "outage", label: ctx.t("afterOutage"), sort: true }, { key: "violated", label: ctx.t("violatedIn"), kind: "int", sort: true },
  ];
  return html`<gc-table name="devices" .label=${ctx.t("worstDevices")} .rows=${board.devices} .columns=${columns}
    .select=${(row) => row.outage && ctx.setQuery({ outage: row.outage, snapshot: row.snapshot })}></gc-table>`;
}

/** Every device after an outage, with what it carries before, the most loaded first. */
function beforeAfter(ctx, pair) {
  const title = ctx.t("pair", ctx.query.outage, ctx.query.snapshot);
  const close = html`<button @click=${() => ctx.setQuery({ outage: null, snapshot: null })}>${ctx.t("close")}</button>`;
  if (pair.none) return html`<section aria-label=${title}><h2>${title}</h2>${close}${notice("error", pair.none.message)}</section>`;
  const rows = [...pair.rows].sort((a, b) => b.loading - a.loading);
  const columns = [
    { key: "device", label: ctx.t("device"), sort: true, filter: true }, { key: "deviceKind", label: ctx.t("kind"), sort: true },
    { key: "pre", label: ctx.t("before"), kind: "number", digits: 3, sort: true }, { key: "post", label: ctx.t("afterwards"), kind: "number", digits: 3, sort: true },
    { key: "limit", label: ctx.t("limit"), kind: "number", digits: 3, sort: true },
    { key: "loading", label: ctx.t("loading"), kind: "percent", sort: true, cell: (row) => ctx.f.percent(100 * row.loading) },
  ];
  const over = rows.filter((row) => row.loading > 1).length;
  return html`<section aria-label=${title}><h2>${title}</h2>
    <p>${ctx.t(pair.status)} · ${ctx.t("over", over)} ${pair.reason || ""} ${close}</p>
    <gc-table name="pair" .label=${title} .rows=${rows} .columns=${columns}></gc-table></section>`;
}

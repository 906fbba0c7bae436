// Versions made by hand: what was changed, by whom and why, how far they are; and a new one by form.
import { html, nothing } from "lit";
import { form } from "../parts/form.js";
import { notice } from "../parts/notice.js";
import { plus } from "./member.js";
import words from "../i18n/interventions.js";
import { stateWord } from "../parts/state.js";
import "../parts/table.js";

export { words };
export const listens = ["day"];

const BACK_DAYS = 14;
const KINDS = ["unitOn", "unitOff", "unitMw", "storage", "loads", "tieLine", "busPrice", "zonePrice"];

export async function load(ctx) {
  const from = ctx.query.from || plus(ctx.date, -BACK_DAYS), to = ctx.query.to || ctx.date;
  const [made, states] = await Promise.all([
    ctx.api.get(`/markets/${ctx.market}/interventions`, { from, to }),
    ctx.session.may("OPERATE_MARKET") || ctx.session.may("APPROVE_DAY") ? ctx.api.table(`/markets/${ctx.market}/states`, { from, to }) : { rows: [] },
  ]);
  const state = (row) => states.rows.find((each) => each.date === row.date && Number(each.cycle) === row.cycle && Number(each.version) === row.version)?.state;
  return { from, to, made: made.map((row) => ({ ...row, state: state(row) || "" })), versions: states.rows.filter((row) => row.date === ctx.date) };
}

/** What is changed, in words: G10 on, 8–12. */
function said(text) {
  try {
    const all = JSON.parse(text);
    const periods = (each) => (each.from ? ` (${each.from}–${each.to ?? "…"})` : "");
    return [
      ...(all.units || []).map((each) => `${each.unit}${each.on === true ? " ✓" : each.on === false ? " ✕" : ""}${each.mw === undefined ? "" : ` ${each.mw} MW`}${periods(each)}`),
      ...(all.storages || []).map((each) => `${each.storage} ≤ ${each.mostChargeMw ?? "·"} / ${each.mostDischargeMw ?? "·"} MW${periods(each)}`),
      ...(all.loads || []).map((each) => `${each.load} ≤ ${each.mostMw} MW${periods(each)}`), ...(all.tieLines || []).map((each) => `${each.tieLine} ${each.mw} MW${periods(each)}`),
      ...(all.prices || []).map((each) => `${each.bus || each.zone} ${each.yuanPerMwh} yuan/MWh${periods(each)}`),
    ].join(", ");
  } catch {
    return text;
  }
}

/** The change that the form says, as the server takes it. */
function change({ kind, id, amount, from, to }) {
  const periods = { ...(from ? { from } : {}), ...(to ? { to } : {}) };
  const one = {
    unitOn: { units: [{ unit: id, on: true, ...(amount === undefined ? {} : { mw: amount }), ...periods }] }, unitOff: { units: [{ unit: id, on: false, ...periods }] }, unitMw: { units: [{ unit: id, mw: amount, ...periods }] },
    storage: { storages: [{ storage: id, mostChargeMw: amount, mostDischargeMw: amount, ...periods }] }, loads: { loads: [{ load: id, mostMw: amount, ...periods }] }, tieLine: { tieLines: [{ tieLine: id, mw: amount, ...periods }] },
    busPrice: { prices: [{ bus: id, yuanPerMwh: amount, ...periods }] }, zonePrice: { prices: [{ zone: id, yuanPerMwh: amount, ...periods }] },
  };
  return one[kind];
}

/** Changes of the same kind in one list. */
const joined = (list) => list.reduce((all, each) => {
  for (const [key, rows] of Object.entries(each)) all[key] = [...(all[key] || []), ...rows];
  return all;
}, { format: "gridclear-intervention", version: 1 });

function make(ctx, data) {
  const { t, state } = ctx;
  if (!ctx.session.may("OPERATE_MARKET")) return nothing;
  if (data.versions.length === 0) return notice("empty", t("noVersion", ctx.market.toUpperCase(), ctx.date));
  state.list ??= [];
  const fields = [
    { name: "kind", label: t("what"), kind: "select", options: KINDS.map((kind) => [kind, t(kind)]) }, { name: "id", label: t("id"), required: true },
    { name: "amount", label: t("amount"), kind: "number" }, { name: "from", label: t("fromPeriod"), kind: "number", hint: t("periodHint") }, { name: "to", label: t("toPeriod"), kind: "number" },
  ];
  const add = (given) => {
    if (given.id) state.list.push(change(given));
    state.given = { kind: given.kind };
    ctx.update();
  };
  const chosen = state.parent || `${data.versions[data.versions.length - 1].cycle} ${data.versions[data.versions.length - 1].version}`;
  const send = async () => {
    const [cycle, version] = chosen.split(" ");
    const made = await ctx.act(t("make"), () => ctx.api.post(`/markets/${ctx.market}/days/${ctx.date}/versions/${version}/interventions?cycle=${cycle}`, { changes: joined(state.list), reason: state.reason || "" }));
    if (made) ctx.go(`/versions/${ctx.market}/${ctx.date}/${cycle}/${made.version}`);
  };
  return html`<p>${t("how")}</p><div class="columns"><div>${form(fields, state.given || {}, { submit: add, label: t("add"), id: "hand" })}</div>
    <div><label>${t("ofVersion")} <select @change=${(e) => ((state.parent = e.target.value), ctx.update())}>
      ${data.versions.map((row) => html`<option value=${`${row.cycle} ${row.version}`} ?selected=${chosen === `${row.cycle} ${row.version}`}>${row.cycle ? `${t("cycle")} ${row.cycle} · ` : ""}${t("version")} ${row.version} · ${stateWord(row.state)}</option>`)}</select></label>
      ${state.list.length ? html`<ul class="bare">${state.list.map((each, k) => html`<li>${said(JSON.stringify(each))} <button class="plain" aria-label=${t("drop", k + 1)} @click=${() => (state.list.splice(k, 1), ctx.update())}>✕</button></li>`)}</ul>` : notice("empty", t("nothingYet"))}
      <div class="field"><label for="why-hand">${t("reason")}</label><input id="why-hand" .value=${state.reason || ""} @input=${(e) => (state.reason = e.target.value)}></div>
      <div class="row"><button class="first" ?disabled=${state.list.length === 0} @click=${send}>${t("make")}</button></div></div></div>`;
}

export function view(ctx, data) {
  const { t } = ctx;
  const version = (row, number) => ctx.href(`/versions/${ctx.market}/${row.date}/${row.cycle}/${number}`);
  const columns = [
    { key: "at", label: t("time"), kind: "time", sort: true }, { key: "date", label: t("date"), sort: true }, { key: "cycle", label: t("cycle"), kind: "int", sort: true },
    { key: "version", label: t("version"), cell: (row) => html`<a href=${version(row, row.version)}>${row.version}</a> ← <a href=${version(row, row.parent)}>${row.parent}</a>` },
    { key: "state", label: t("state"), kind: "state", sort: true, filter: true }, { key: "by", label: t("user"), sort: true, filter: true },
    { key: "changes", label: t("changed"), filter: true, cell: (row) => said(row.changes) }, { key: "reason", label: t("reason"), filter: true }, { key: "papers", label: t("papers"), cell: (row) => row.papers.join(", ") },
  ];
  return html`<h1>${t("title", data.made.length)} <small>${ctx.market.toUpperCase()}</small></h1>
    <div class="row"><label>${t("from")} <input type="date" .value=${data.from} @change=${(e) => ctx.setQuery({ from: e.target.value })}></label>
      <label>${t("to")} <input type="date" .value=${data.to} @change=${(e) => ctx.setQuery({ to: e.target.value })}></label></div>
    ${data.made.length ? html`<gc-table .rows=${data.made} .columns=${columns} name="iv" label=${t("title", data.made.length)}></gc-table>` : notice("empty", t("none"))}
    <section aria-label=${t("new")}><h2>${t("new")} <small>${ctx.date}</small></h2>${make(ctx, data)}</section>`;
}

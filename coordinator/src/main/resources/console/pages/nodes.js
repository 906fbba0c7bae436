// Nodes, what waits, how well they are used, and what one more would bring.
import { html, nothing } from "lit";
import words from "../i18n/nodes.js";
import { mark } from "../parts/mark.js";
import { notice } from "../parts/notice.js";
import { orNone } from "../parts/source.js";
import "../parts/table.js";

export { words };
export const listens = ["node", "run"];

const PAST = 20;

/** The grid, runs that ended, and one of them replayed on more nodes. */
export async function load(ctx) {
  const data = await ctx.api.get("/nodes");
  if (!ctx.session.may("RUN") && !ctx.session.may("READ_RESULTS")) return data;
  const past = (await ctx.api.table("/run-list", { state: "done", limit: PAST })).rows;
  const run = ctx.query.run || past.filter((each) => each.cases > each.reused).sort((a, b) => b.cases - b.reused - (a.cases - a.reused))[0]?.runId;
  return { ...data, past, replay: run ? await orNone(() => ctx.api.get(`/runs/${encodeURIComponent(run)}/replay`)) : null };
}

/** Measured unit times of a past run on the nodes of now, and on more. */
function replayed(ctx, { past, replay }) {
  const { t, f } = ctx;
  if (!past?.length) return nothing;
  const choose = html`<label>${t("pastRun")} <select @change=${(e) => ctx.setQuery({ run: e.target.value })}>
    ${!replay || replay.none || past.some((each) => each.runId === replay.runId) ? nothing : html`<option selected value=${replay.runId}>${replay.runId}</option>`}
    ${past.map((each) => html`<option value=${each.runId} ?selected=${each.runId === replay?.runId}>${each.runId}</option>`)}</select></label>`;
  if (!replay) return choose;
  if (replay.none) return html`${choose}${notice("info", replay.none.message)}`;
  if (replay.points.length === 0) return html`${choose}${notice("info", t("nothingSent"))}`;
  const [now, more] = replay.points;
  const said = t("replayed", f.int(replay.units), f.number(now.seconds, 1), now.nodes, now.slots, f.number(more.seconds, 1), f.number(replay.savedSeconds, 1), f.percent(now.seconds ? (100 * replay.savedSeconds) / now.seconds : 0));
  const columns = [
    { key: "nodes", label: t("workers"), kind: "int" }, { key: "slots", label: t("slots"), kind: "int" }, { key: "seconds", label: t("takes"), unit: "s", kind: "number", digits: 1 },
    { key: "saved", label: t("saves"), unit: "s", kind: "number", digits: 1 },
  ];
  return html`<div class="row">${choose}</div><p>${said}</p>
    <gc-table .rows=${replay.points.map((each) => ({ ...each, saved: now.seconds - each.seconds }))} .columns=${columns} name="replay" label=${t("pastRun")}></gc-table>
    <p><small>${t("replayIs", f.int(replay.thenNodes), f.number(replay.thenSeconds, 1), f.number(replay.longestSeconds, 1))}</small></p>`;
}

function tile(label, value, more) {
  return html`<div class="tile"><span>${label}</span><b>${value}</b>${more ? html`<small>${more}</small>` : nothing}</div>`;
}

/** What one more node would bring, in words; nothing is promised that is not known. */
export function oneMore(ctx, capacity) {
  const { t, f } = ctx;
  if (capacity.running + capacity.waiting === 0) return t("idle");
  if (capacity.savedSeconds === null) return t("notKnown");
  if (capacity.waiting === 0) return t("nothingWaits");
  return t("wouldSave", capacity.slotsOfOneMore, f.duration(capacity.savedSeconds), f.duration(capacity.leftSeconds), f.duration(capacity.leftSeconds - capacity.savedSeconds));
}

function nodes(ctx, data) {
  const { t, f } = ctx;
  const manage = ctx.session.may("MANAGE_GRID");
  const drain = (name) => ctx.act(t("drain", name), () => ctx.api.post(`/nodes/${encodeURIComponent(name)}/drain`)).then(() => ctx.update());
  const sure = (name) => {
    ctx.state.drain = name;
    ctx.update();
  };
  const workers = data.nodes.filter((each) => each.takesWork).length;
  const columns = [
    { key: "name", label: t("node"), sort: true, filter: true },
    { key: "role", label: t("role"), sort: true },
    { key: "takesWork", label: t("state"), cell: (row) => (row.takesWork ? mark("good", t("works")) : mark("wait", t("noWork"))) },
    { key: "slots", label: t("slots"), kind: "int", sort: true },
    { key: "memory", label: t("memory"), unit: "MB", cell: (row) => (row.load ? html`${f.int(row.load.memoryUsedMb)} / ${f.int(row.load.memoryMaxMb)}
        <progress max=${row.load.memoryMaxMb} value=${row.load.memoryUsedMb} aria-label=${t("memoryOf", row.name)}></progress>` : "–") },
    { key: "cpu", label: t("cpu"), kind: "percent", cell: (row) => (row.load && row.load.cpuShare !== null ? f.percent(100 * row.load.cpuShare) : "–") },
    { key: "data", label: t("data"), cell: (row) => (row.load ? t(row.load.durable ? "disk" : "inMemory") : "–") },
    { key: "up", label: t("up"), cell: (row) => (row.load ? f.duration(row.load.upSeconds) : "–") },
    { key: "addresses", label: t("addresses"), cell: (row) => (row.load ? row.load.addresses.join(" ") : "–") },
    ...(manage ? [{ key: "act", label: t("acts"), cell: (row) => (row.takesWork && row.load
      ? ctx.state.drain === row.name
        ? html`<button class="danger" @click=${() => drain(row.name)}>${t("drainNow", row.name)}</button>`
        : html`<button @click=${() => sure(row.name)}>${t("drain", row.name)}</button>`
      : "") }] : []),
  ];
  return html`<gc-table .rows=${data.nodes} .columns=${columns} name="n" label=${t("title")}></gc-table>
    ${ctx.state.drain ? notice("info", t(workers > 1 ? "drainSays" : "drainLast", ctx.state.drain)) : nothing}`;
}

export function view(ctx, data) {
  const { t, f } = ctx;
  const { capacity } = data;
  const quarantined = Object.entries(data.quarantined);
  return html`<h1>${t("title")}</h1>
    <div class="tiles">
      ${tile(t("workers"), f.int(data.nodes.filter((each) => each.takesWork).length))}
      ${tile(t("slots"), f.int(capacity.slots))}
      ${tile(t("running"), f.int(capacity.running))}
      ${tile(t("waiting"), f.int(capacity.waiting), capacity.oldestWaitingRun ? html`${t("oldest", f.duration(capacity.oldestWaitingSeconds))} <a href=${ctx.href(`/runs/${capacity.oldestWaitingRun}`)}>${capacity.oldestWaitingRun}</a>` : "")}
      ${tile(t("efficiency"), capacity.efficiency === null ? "–" : f.percent(100 * capacity.efficiency), t("efficiencyIs"))}
    </div>
    ${data.refusal ? notice("error", data.refusal, { advice: t("activateSays") }) : nothing}
    <div class="row">${data.backupsComplete ? mark("good", t("backups")) : mark("warn", t("noBackups"))}
      ${data.lostCaches.length ? mark("bad", t("lost", data.lostCaches.join(", "))) : nothing}
      ${data.refusal && ctx.session.may("MANAGE_GRID") ? html`<button @click=${() => ctx.act(t("activate"), () => ctx.api.post("/nodes/activation"))}>${t("activate")}</button>` : nothing}</div>
    <section aria-labelledby="more"><h2 id="more">${t("oneMore")}</h2><p>${oneMore(ctx, capacity)}</p>${replayed(ctx, data)}</section>
    <section aria-labelledby="nodes"><h2 id="nodes">${t("nodes")}</h2>${nodes(ctx, data)}</section>
    ${quarantined.length ? html`<section aria-labelledby="quarantine"><h2 id="quarantine">${t("quarantine")}</h2>
      <ul>${quarantined.map(([key, why]) => html`<li><code>${key}</code> ${why}</li>`)}</ul></section>` : nothing}`;
}

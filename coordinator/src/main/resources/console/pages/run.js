// One run: progress as it happens, nodes and what each did, a log, cancel and send again.
import { html, nothing } from "lit";
import { clock } from "../app/clock.js";
import { notice } from "../parts/notice.js";
import words from "../i18n/run.js";
import "../parts/state.js";
import "../parts/table.js";
import "../parts/timeline.js";

export { words };
export const listens = ["node"];

const ENDED = ["DONE", "FAILED", "CANCELLED"];
const STRAGGLES = 2;
const LEVELS = ["info", "warn", "error"];
const ended = (status) => ENDED.includes(status.state);
const path = (ctx) => `/runs/${encodeURIComponent(ctx.params.id)}`;

export async function load(ctx) {
  const status = await ctx.api.get(path(ctx));
  const units = status.state === "DONE" || (ended(status) && status.done > 0) ? (await ctx.api.table(`${path(ctx)}/units`)).rows : null;
  return { status, units, log: noted(ctx.state.log || [], null, status, ctx) };
}

export const stream = (ctx) => `${path(ctx)}/events`;

/** Progress; once it has ended, what each case took is asked for. */
export function heard(ctx, status, data) {
  if (ended(status) && !ended(data.status)) return undefined;
  return { ...data, status, log: noted(data.log, data.status, status, ctx) };
}

/** Lines of the log: what is new in a status. They are made anew with the page. */
function noted(log, before, now, ctx) {
  const at = clock.now();
  const more = [];
  const line = (level, key, ...args) => more.push({ at, level, key, args });
  if (!before && log.length === 0) line("info", "log-opened", now.state, now.done, now.cases);
  if (before) {
    if (before.state !== now.state) line(now.state === "FAILED" ? "error" : "info", "log-state", now.state);
    now.nodes.filter((node) => !before.nodes.includes(node)).forEach((node) => line("info", "log-node", node));
    if (now.retries > before.retries) line("warn", "log-retry", now.retries - before.retries);
    if (now.failed > before.failed) line("error", "log-failed", now.failed - before.failed);
    if (now.done > before.done) line("info", "log-done", now.done, now.cases);
  }
  const known = before ? before.lostNodes : [];
  now.lostNodes.filter((node) => !known.includes(node) && !log.some((l) => l.key === "log-lost" && l.args[0] === node)).forEach((node) => line("error", "log-lost", node));
  if (now.message && (!before || before.message !== now.message)) line("error", "log-message", now.message);
  ctx.state.log = [...log, ...more];
  return ctx.state.log;
}

function timeline(ctx, { status, units }) {
  const { t } = ctx;
  const sent = units.filter((unit) => unit.attempts > 0);
  if (sent.length === 0) return notice("info", t("allReused"));
  const seconds = sent.map((unit) => unit.seconds).sort((a, b) => a - b);
  const median = seconds[Math.floor(seconds.length / 2)];
  const nodes = [...new Set([...sent.map((unit) => unit.node), ...status.lostNodes])].sort();
  const rows = nodes.map((node) => ({
    label: node + (status.lostNodes.includes(node) ? ` ✕` : ""),
    bars: sent.filter((unit) => unit.node === node).map((unit) => ({
      from: 1000 * unit.sentSeconds, to: 1000 * unit.answeredSeconds,
      state: unit.failure ? "failed" : "done", label: unit.name, lost: status.lostNodes.includes(node),
      straggler: unit.seconds > STRAGGLES * median && unit.seconds > 1,
    })),
  }));
  const end = 1000 * Math.max(...sent.map((unit) => unit.answeredSeconds));
  const busy = sent.reduce((sum, unit) => sum + unit.seconds, 0);
  const late = sent.filter((unit) => unit.seconds > STRAGGLES * median && unit.seconds > 1).length;
  return html`<gc-timeline .rows=${rows} .from=${0} .to=${end} relative label=${t("timeline")}></gc-timeline>
    <p>${t("busy", ctx.f.number(busy, 1), ctx.f.number(median, 2), late)}</p>`;
}

function progress(ctx, { status }) {
  const { t, f } = ctx;
  const share = status.cases ? (100 * status.done) / status.cases : 0;
  const tile = (value, label) => html`<div class="tile"><b>${value}</b>${label}</div>`;
  return html`<p class="row"><gc-state .value=${status.state}></gc-state> <span>${t("done", f.int(status.done), f.int(status.cases))}</span></p>
    <progress max="100" .value=${share} aria-label=${t("progress")}></progress>
    <div class="tiles">${tile(f.int(status.running), t("running"))}${tile(f.int(status.failed), t("failed"))}${tile(f.int(status.reused), t("reused"))}
      ${tile(f.int(status.retries), t("retries"))}${tile(f.duration(status.seconds), t("time"))}
      ${tile(status.etaSeconds >= 0 && !ended(status) ? f.duration(status.etaSeconds) : "–", t("eta"))}</div>
    <p>${t("nodes", status.nodes.length)} ${status.nodes.map((node) => html`<code>${node}</code> `)}
      ${status.lostNodes.length ? html`<span class="state bad">✕ ${t("lost", status.lostNodes.join(", "))}</span>` : nothing}</p>`;
}

function acts(ctx, { status }) {
  const { t, state } = ctx;
  if (!ctx.session.may("RUN")) return nothing;
  const again = () => ctx.act(t("again"), () => ctx.api.post(`${path(ctx)}/resubmission`)).then((made) => made && ctx.go(`/runs/${made.runId}`));
  if (ended(status)) return html`<button @click=${again}>${t("again")}</button>`;
  const stop = () => ctx.act(t("cancelRun"), () => ctx.api.del(path(ctx)));
  if (!state.stopping) return html`<button class="danger" @click=${() => ((state.stopping = true), ctx.update())}>${t("cancelRun")}</button>`;
  return html`<span role="alert">${t("cancelSure")}</span> <button class="danger" @click=${stop}>${t("cancelNow")}</button>
    <button @click=${() => ((state.stopping = false), ctx.update())}>${t("goOn")}</button>`;
}

function log(ctx, data) {
  const { t, query } = ctx;
  const least = LEVELS.indexOf(query.level || "info");
  const lines = [...data.log, ...(data.units || []).filter((unit) => unit.failure).map((unit) => ({ at: "", level: "error", key: "log-unit", args: [unit.name, unit.node, unit.failure] }))];
  return html`<label>${t("level")} <select @change=${(e) => ctx.setQuery({ level: e.target.value })}>
      ${LEVELS.map((level) => html`<option value=${level} ?selected=${level === (query.level || "info")}>${t(`level-${level}`)}</option>`)}</select></label>
    <ol class="bare log" aria-live="polite">${lines.filter((each) => LEVELS.indexOf(each.level) >= least).map((each) => html`<li class=${each.level === "error" ? "bad" : each.level === "warn" ? "warn" : ""}>
      <span class="clock">${each.at ? ctx.f.clock(each.at) : ""}</span> ${each.level.toUpperCase()} ${t(each.key, ...each.args)}</li>`)}</ol>`;
}

export function view(ctx, data) {
  const { t } = ctx;
  const columns = [
    { key: "case", label: "#", kind: "int", sort: true }, { key: "name", label: t("case"), sort: true, filter: true },
    { key: "node", label: t("node"), sort: true, filter: true }, { key: "seconds", label: t("worked"), unit: "s", kind: "number", sort: true },
    { key: "cpuSeconds", label: t("cpu"), unit: "s", kind: "number", sort: true }, { key: "attempts", label: t("attempts"), kind: "int", sort: true }, { key: "failure", label: t("failed") },
  ];
  return html`<h1>${data.status.study} <small>${data.status.runId}</small></h1>
    ${progress(ctx, data)}
    <div class="row">${acts(ctx, data)}
      ${ended(data.status) ? html`<a href=${ctx.href(`/studies/${data.status.runId}`)}>${t("cases")}</a> <a href=${ctx.api.link(`${path(ctx)}/report`)} target="_blank">${t("report")}</a>` : nothing}</div>
    ${data.units ? html`<section aria-label=${t("timeline")}><h2>${t("timeline")}</h2>${timeline(ctx, data)}</section>` : nothing}
    <section aria-label=${t("log")}><h2>${t("log")}</h2>${log(ctx, data)}</section>
    ${data.units ? html`<section aria-label=${t("units")}><h2>${t("units")}</h2><gc-table .rows=${data.units} .columns=${columns} name="units" label=${t("units")}></gc-table></section>` : nothing}`;
}

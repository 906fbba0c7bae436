// One run: progress as it happens, nodes and what each does now, a log, cancel, kill and send again.
import { html, nothing } from "lit";
import { clock } from "../app/clock.js";
import { nodesOf, timeline } from "../parts/node-work.js";
import { notice } from "../parts/notice.js";
import words from "../i18n/run.js";
import { stateWord } from "../parts/state.js";
import "../parts/table.js";

export { words };
export const listens = ["node"];

const ENDED = ["DONE", "FAILED", "CANCELLED"];
const LEVELS = ["info", "warn", "error"];
const AGAIN_MS = 1_000;
const KILL_AFTER_MS = 5_000;
const ended = (status) => ENDED.includes(status.state);
const path = (ctx) => `/runs/${encodeURIComponent(ctx.params.id)}`;

export async function load(ctx) {
  const status = await ctx.api.get(path(ctx));
  const work = await ctx.api.get(`${path(ctx)}/work`);
  ctx.state.work = work;
  return { status, work, log: noted(ctx.state.log || [], null, status, ctx) };
}

export const stream = (ctx) => `${path(ctx)}/events`;

/** Progress; what the nodes do is asked for once a second while there is some. */
export function heard(ctx, status, data) {
  if (ended(status) && !ended(data.status)) return undefined;
  if (!ended(status) && !ctx.state.asking) {
    ctx.state.asking = setTimeout(() => askWork(ctx), AGAIN_MS);
  }
  return { ...data, status, work: ctx.state.work, log: noted(data.log, data.status, status, ctx) };
}

async function askWork(ctx) {
  try {
    ctx.state.work = await ctx.api.get(`${path(ctx)}/work`);
  } catch {
    // The page says by itself that the server is away.
  }
  ctx.state.asking = null;
  ctx.update();
}

export function leave(ctx) {
  clearTimeout(ctx.state.asking);
  clearTimeout(ctx.state.killTimer);
}

/** Lines of the log: what is new in a status. They are made anew with the page. */
function noted(log, before, now, ctx) {
  const at = clock.now();
  const more = [];
  const line = (level, key, ...args) => more.push({ at, level, key, args });
  if (!before && log.length === 0) line("info", "log-opened", stateWord(now.state), now.done, now.cases);
  if (before) {
    if (before.state !== now.state) line(now.state === "FAILED" ? "error" : "info", "log-state", stateWord(now.state));
    now.nodes.filter((node) => !before.nodes.includes(node) && !log.some((l) => l.key === "log-node" && l.args[0] === node)).forEach((node) => line("info", "log-node", node));
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

function progress(ctx, { status, work }) {
  const { t, f } = ctx;
  const share = status.cases ? (100 * status.done) / status.cases : 0;
  const tile = (value, label) => html`<div class="tile"><b>${value}</b>${label}</div>`;
  return html`<p class="row"><gc-state .value=${status.state}></gc-state> <span>${t("done", f.int(status.done), f.int(status.cases))}</span></p>
    <progress max="100" .value=${share} aria-label=${t("progress")}></progress>
    <div class="tiles">${tile(f.int(status.running), t("running"))}${work && !ended(status) ? tile(f.int(work.waiting), t("waiting")) : nothing}
      ${tile(f.int(status.failed), t("failed"))}${tile(f.int(status.reused), t("reused"))}
      ${tile(f.int(status.retries), t("retries"))}${tile(f.duration(status.seconds), t("time"))}
      ${ended(status) ? nothing : tile(status.etaSeconds >= 0 ? f.duration(status.etaSeconds) : "–", t("eta"))}</div>
    <p>${t("nodes", status.nodes.length)} ${status.nodes.map((node) => html`<code>${node}</code> `)}
      ${status.lostNodes.length ? html`<span class="state bad">✕ ${t("lost", status.lostNodes.join(", "))}</span>` : nothing}</p>`;
}

/** Cancel first; kill is offered when the run has not ended some seconds after. */
function acts(ctx, { status }) {
  const { t, state } = ctx;
  if (!ctx.session.may("RUN")) return nothing;
  const again = () => ctx.act(t("again"), () => ctx.api.post(`${path(ctx)}/resubmission`)).then((made) => made && ctx.go(`/runs/${made.runId}`));
  if (ended(status)) return html`<button @click=${again}>${t("again")}</button>`;
  const set = (step) => ((state.step = step), ctx.update());
  const stop = async () => {
    set("cancelled");
    const sent = await ctx.act(t("cancelRun"), () => ctx.api.del(path(ctx)));
    if (!sent) return set(null);
    state.killTimer = setTimeout(() => set("kill"), KILL_AFTER_MS);
    return undefined;
  };
  const kill = () => ctx.act(t("killRun"), () => ctx.api.post(`${path(ctx)}/kill`));
  if (state.step === "cancelled") return html`<span role="status">${t("cancelling")}</span>`;
  if (state.step === "kill") {
    return html`<span role="alert">${t("killOffer")}</span> <button class="danger" @click=${() => set("sure")}>${t("killRun")}</button>
      <button @click=${() => set("cancelled")}>${t("waitOn")}</button>`;
  }
  if (state.step === "sure") {
    return html`<span role="alert">${t("killSure", status.running)}</span> <button class="danger" @click=${kill}>${t("killNow")}</button>
      <button @click=${() => set("kill")}>${t("waitOn")}</button>`;
  }
  if (state.step !== "stopping") return html`<button class="danger" @click=${() => set("stopping")}>${t("cancelRun")}</button>`;
  return html`<span role="alert">${t("cancelSure")}</span> <button class="danger" @click=${stop}>${t("cancelNow")}</button>
    <button @click=${() => set(null)}>${t("goOn")}</button>`;
}

function log(ctx, data) {
  const { t, query } = ctx;
  const least = LEVELS.indexOf(query.level || "info");
  const broken = ended(data.status) && data.work ? data.work.units.filter((unit) => unit.failure) : [];
  const lines = [...data.log, ...broken.map((unit) => ({ at: "", level: "error", key: "log-unit", args: [unit.name, unit.node, unit.failure] }))];
  return html`<label>${t("level")} <select @change=${(e) => ctx.setQuery({ level: e.target.value })}>
      ${LEVELS.map((level) => html`<option value=${level} ?selected=${level === (query.level || "info")}>${t(`level-${level}`)}</option>`)}</select></label>
    <ol class="bare log" tabindex="0" aria-label=${t("log")} aria-live="polite">${lines.filter((each) => LEVELS.indexOf(each.level) >= least).map((each) => html`<li class=${each.level === "error" ? "bad" : each.level === "warn" ? "warn" : ""}>
      <span class="clock">${each.at ? ctx.f.clock(each.at) : ""}</span> ${t(`level-${each.level}`)} ${t(each.key, ...each.args)}</li>`)}</ol>`;
}

function units(ctx) {
  const { t } = ctx;
  const columns = [
    { key: "case", label: "#", kind: "int", sort: true }, { key: "name", label: t("case"), sort: true, filter: true },
    { key: "node", label: t("node"), sort: true, filter: true }, { key: "seconds", label: t("worked"), unit: "s", kind: "number", sort: true },
    { key: "cpuSeconds", label: t("cpu"), unit: "s", kind: "number", sort: true }, { key: "attempts", label: t("attempts"), kind: "int", sort: true }, { key: "failure", label: t("failedUnits") },
  ];
  return html`<section aria-label=${t("units")}><h2>${t("units")}</h2>
    <gc-table .source=${{ path: `${path(ctx)}/units` }} .columns=${columns} name="units" label=${t("units")}></gc-table></section>`;
}

export function view(ctx, data) {
  const { t, state } = ctx;
  const now = { ...data, work: state.work ?? data.work };
  const over = ended(data.status);
  return html`<h1>${data.status.study} <small>${data.status.runId}</small></h1>
    ${progress(ctx, now)}
    <div class="row">${acts(ctx, data)}
      ${over ? html`<a href=${ctx.href(`/studies/${data.status.runId}`)}>${t("cases")}</a> <a href=${ctx.api.link(`${path(ctx)}/report`)} target="_blank">${t("report")}</a>
        <a href=${ctx.href("/nodes", { run: data.status.runId })}>${t("moreNodes")}</a>` : nothing}</div>
    <section aria-label=${t("timeline")}><h2>${t("timeline")}</h2>
      ${now.work ? html`${timeline(ctx, now.work, over)}${nodesOf(ctx, now.work, over)}` : notice("info", t("elsewhere"))}</section>
    <section aria-label=${t("log")}><h2>${t("log")}</h2>${log(ctx, now)}</section>
    ${over && now.work ? units(ctx) : nothing}`;
}

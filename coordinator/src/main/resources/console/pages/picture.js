// The picture of a network: prices of buses and loadings of branches over the periods of a result.
import { html, nothing } from "lit";
import words from "../i18n/picture.js";
import { PRICES, readFrames } from "../parts/network-paint.js";
import { summary } from "../parts/network-lasso.js";
import { notice } from "../parts/notice.js";
import { orNone, source } from "../parts/source.js";
import "../parts/chart.js";
import "../parts/network-picture.js";
import "../parts/table.js";

export { words };
export const listens = [];

const HITS = 12;

export async function load(ctx) {
  const of = source(ctx);
  const network = await orNone(() => ctx.api.get(of.path("network"), of.query));
  if (network.none) return { none: network.none };
  const answer = await fetch(ctx.api.link(of.path("network/frames"), of.query), { credentials: "same-origin" });
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return { network, frames: readFrames(await answer.arrayBuffer()) };
}

export function view(ctx, { network, frames, none }) {
  if (none) return html`<h1>${ctx.t("picture")}</h1>${notice("empty", none.message, { advice: none.advice })}`;
  const of = source(ctx);
  const t = Math.min(frames.periods - 1, Math.max(0, Number(ctx.state.period ?? (ctx.query.period || 1) - 1) || 0));
  ctx.state.period = t;
  const title = said(ctx, network, frames, t);
  return html`<h1>${ctx.t("picture")}</h1>
    <p class="tools"><a href=${of.page("results")}>${ctx.t("result")}</a>
      <label>${ctx.t("find")} <input type="search" list="found" .value=${ctx.state.find || ""} @input=${(e) => typed(ctx, network, e.target.value)} @change=${(e) => find(ctx, e.target.value)}></label>
      <datalist id="found">${(ctx.state.hits || []).map((hit) => html`<option value=${hit}></option>`)}</datalist></p>
    <p class="tools"><label class="slide">${ctx.t("period")} <input type="range" min="0" .max=${String(frames.periods - 1)} .value=${String(t)} @input=${(e) => show(ctx, Number(e.target.value))}></label>
      <output>${ctx.t("periodOf", t + 1, frames.periods)}</output>
      <button @click=${() => play(ctx, frames)} aria-pressed=${ctx.state.playing ? "true" : "false"}>${ctx.t(ctx.state.playing ? "stop" : "play")}</button>
      <button @click=${() => { ctx.state.lasso = !ctx.state.lasso; ctx.update(); }} aria-pressed=${ctx.state.lasso ? "true" : "false"}>${ctx.t("lasso")}</button></p>
    <gc-network .network=${network} .frames=${frames} .period=${t} .title=${title} .find=${ctx.state.find || ""} .lasso=${ctx.state.lasso} .selected=${ctx.state.selected}
      .onlasso=${(buses) => { ctx.state.selected = buses; ctx.update(); }} .onpick=${(what) => { ctx.state.picked = what; ctx.update(); }}></gc-network>
    ${legend(ctx, frames)}
    <p class="hint"><small>${ctx.t("keys")}</small></p>
    ${ctx.state.missing ? notice("info", ctx.t("notFound", ctx.state.missing)) : nothing}
    ${ctx.state.selected ? selected(ctx, network, frames, t) : nothing}
    ${ctx.state.picked ? picked(ctx, of, network, frames, t) : nothing}`;
}

function typed(ctx, network, text) {
  const wanted = text.trim().toLowerCase();
  ctx.state.hits = wanted ? [...network.buses, ...network.links].map((each) => each[0]).filter((id) => id.toLowerCase().startsWith(wanted)).slice(0, HITS) : [];
  ctx.update();
}

function find(ctx, text) {
  const id = text.trim();
  const part = document.querySelector("gc-network");
  ctx.state.find = id;
  ctx.state.missing = id && !part.centre(id) ? id : null;
  ctx.update();
}

function show(ctx, t) {
  ctx.state.period = t;
  ctx.update();
}

/** Goes through the periods, one a frame of the screen. */
function play(ctx, frames) {
  ctx.state.playing = !ctx.state.playing;
  const step = () => {
    if (!ctx.state.playing) return;
    show(ctx, (ctx.state.period + 1) % frames.periods);
    requestAnimationFrame(step);
  };
  ctx.update();
  step();
}

export function leave(ctx) {
  ctx.state.playing = false;
}

function said(ctx, network, frames, t) {
  let over = 0, heavy = 0, most = -1, worst = -1;
  for (let l = 0; l < frames.branches; l++) {
    const loading = frames.loadings[t * frames.branches + l];
    if (loading === 255) continue;
    if (loading > 100) over++;
    else if (loading >= 80) heavy++;
    if (loading > most) [most, worst] = [loading, l];
  }
  return ctx.t("said", network.buses.length, network.links.length, over, heavy) + (worst >= 0 ? " " + ctx.t("worst", network.links[worst][0], most) : "");
}

function legend(ctx, frames) {
  const [low, high] = frames.range;
  const step = (high - low) / PRICES.length;
  return html`<ul class="legend"><li><span class="heavy" aria-hidden="true"></span> 80–100 %</li><li><span class="over" aria-hidden="true"></span> &gt; 100 %</li>
    ${PRICES.map((colour, k) => html`<li><span class="square" aria-hidden="true" .style=${`background:${colour}`}></span> ${ctx.f.price(low + k * step)}</li>`)}</ul>`;
}

/** What was drawn around, or is in sight: together and one by one, as of the period that is shown. */
function selected(ctx, network, frames, t) {
  const all = summary(network, frames, ctx.state.selected, t);
  const drop = html`<button @click=${() => { ctx.state.selected = null; ctx.update(); }}>${ctx.t("drop")}</button>`;
  if (all.rows.length === 0) return html`${notice("empty", ctx.t("noneWithin"))}${drop}`;
  const columns = [
    { key: "bus", label: ctx.t("busOf"), sort: true, filter: true, cell: (row) => html`<button class="plain" @click=${() => { ctx.state.picked = { bus: row.bus, number: row.number }; ctx.update(); }}>${row.bus}</button>` },
    { key: "kv", label: "kV", kind: "number", digits: 0, sort: true }, { key: "zone", label: ctx.t("zone"), sort: true, filter: true }, { key: "price", label: ctx.t("price"), kind: "price", sort: true },
  ];
  return html`<section aria-label=${ctx.t("selected")}><h2>${ctx.t("selectedBuses", all.rows.length)}</h2>
    <p>${ctx.t("together", ctx.f.price(all.low), ctx.f.price(all.mean), ctx.f.price(all.high), all.within, all.across, all.heavy)} ${all.worst ? ctx.t("worst", all.worst, all.most) : nothing} ${drop}</p>
    <gc-table .rows=${all.rows} .columns=${columns} name="sel" label=${ctx.t("selected")}></gc-table></section>`;
}

function picked(ctx, of, network, frames, t) {
  const what = ctx.state.picked;
  const x = Array.from({ length: frames.periods }, (none, k) => String(k + 1));
  if (what.branch !== undefined) {
    const values = x.map((none, k) => frames.loadings[k * frames.branches + what.number]).map((v) => (v === 255 ? null : v));
    const link = network.links[what.number];
    return html`<section aria-label=${what.branch}><h2>${ctx.t("branch", what.branch, network.buses[link[1]][0], network.buses[link[2]][0])}</h2>
      <p><a href=${of.page("what-if", { kind: "branchOutage", element: what.branch, period: t + 1 })}>${ctx.t("ifOut")}</a></p>
      <gc-chart .x=${x} unit="%" .title=${ctx.t("loadingOf", what.branch)} .series=${[{ label: ctx.t("loading"), values, color: "#d55e00", step: true }]}></gc-chart></section>`;
  }
  const bus = network.buses[what.number];
  const values = x.map((none, k) => frames.prices[k * frames.buses + what.number]);
  return html`<section aria-label=${what.bus}><h2>${ctx.t("bus", bus[0], bus[1] || "–", bus[2] || "–")}</h2>
    <p><a href=${of.page("why", { bus: bus[0], period: t + 1 })}>${ctx.t("why")}</a> <a href=${of.page("what-if", { kind: "addLoad", element: bus[0], amount: 1, bus: bus[0], period: t + 1 })}>${ctx.t("oneMore")}</a></p>
    <gc-chart .x=${x} .title=${ctx.t("priceOf", bus[0])} .series=${[{ label: ctx.t("price"), values, color: "#0072b2", step: true }]}></gc-chart></section>`;
}

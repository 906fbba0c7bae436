// What was cleared: dispatch, commitment, prices with their reasons, reserve; and two side by side.
import { html, nothing } from "lit";
import words from "../i18n/result.js";
import { colour } from "../parts/colour.js";
import { compared } from "../parts/compared.js";
import { notice } from "../parts/notice.js";
import { hour, limitName, orNone, source } from "../parts/source.js";
import { stateWord } from "../parts/state.js";
import "../parts/chart.js";
import "../parts/echart.js";
import "../parts/heat.js";

export { words };
export const listens = ["day", "publication"];

const FLOWS_MAX = 5000;

export async function load(ctx) {
  const of = source(ctx);
  const figures = await orNone(() => ctx.api.get(of.path("figures"), of.query));
  const versions = of.ofRun ? [] : (await orNone(() => ctx.api.table(`/markets/${ctx.market}/days`, { from: ctx.date, to: ctx.date }))).rows || [];
  const with_ = ctx.query.with;
  const other = with_ && !figures.none ? await orNone(() => ctx.api.get(otherPath(ctx, of, with_, "figures"), of.query)) : null;
  const pair = other && !other.none ? await orNone(() => Promise.all([limits(ctx, of, ctx.query.version), limits(ctx, of, with_, true)])) : null;
  return { figures, versions, other, pair: pair?.none ? null : pair };
}

/** Limits of flows of one side. */
async function limits(ctx, of, name, other) {
  const table = ctx.params.id === undefined ? "flows" : "tables/flows";
  const run = other && /^run\//.test(name);
  const path = other ? otherPath(ctx, of, name, run ? "tables/flows" : table) : of.path(table);
  return (await ctx.api.table(path, { ...(run ? {} : of.query), limit: FLOWS_MAX })).rows;
}

/** The other side: a number of a version, a day such as day/2026-09-30, or a run and case such as run/7f/1. */
function otherPath(ctx, of, name, what) {
  const run = /^run\/([^/]+)\/(\d+)$/.exec(name);
  if (run) return `/runs/${encodeURIComponent(run[1])}/cases/${run[2]}/${what}`;
  const day = /^day\/(\d{4}-\d\d-\d\d)$/.exec(name);
  return day ? `/markets/${ctx.market}/days/${day[1]}/versions/newest/${what}` : of.path(what, name);
}

export function view(ctx, { figures, versions, other, pair }) {
  const of = source(ctx);
  if (figures.none) {
    return html`<h1>${ctx.t("results")}</h1>${picks(ctx, of, versions)}${notice("empty", figures.none.message, { advice: figures.none.advice })}`;
  }
  const both = other && !other.none ? other : null;
  return html`<h1>${figures.title}</h1>
    ${picks(ctx, of, versions)}
    ${figures.notices.map((each) => notice("info", each))}
    ${other?.none ? notice("error", other.none.message, { advice: other.none.advice }) : nothing}
    ${both ? compared(ctx, figures, both, pair) : nothing}
    <div class=${both ? "sides" : ""}>${sides(ctx, of, figures, true, Boolean(both))}${both ? sides(ctx, of, both, false) : nothing}</div>`;
}

function picks(ctx, of, versions) {
  const options = versions.map((row) => ({ key: String(row.version), cycle: String(row.cycle), label: `${row.cycle ? ctx.t("cycle", row.cycle) + " " : ""}${ctx.t("version", row.version)} · ${stateWord(row.state)}` }));
  const select = (name, label, chosen, first, change) => html`<label>${label} <select aria-label=${label} @change=${(e) => change(e.target.value)}>
    <option value="" ?selected=${!chosen}>${first}</option>
    ${options.map((o) => html`<option value=${`${o.cycle} ${o.key}`} ?selected=${chosen === o.key && (name !== "version" || (ctx.query.cycle || "0") === o.cycle)}>${o.label}</option>`)}</select></label>`;
  const pick = (value) => ctx.setQuery(value ? { cycle: value.split(" ")[0] === "0" ? null : value.split(" ")[0], version: value.split(" ")[1] } : { cycle: null, version: null });
  return html`<p class="tools">
    ${of.ofRun ? nothing : select("version", ctx.t("shown"), ctx.query.version, ctx.t("newest"), pick)}
    ${of.ofRun
      ? html`<label>${ctx.t("beside")} <input .value=${ctx.query.with || ""} placeholder="run/…/0" @change=${(e) => ctx.setQuery({ with: e.target.value.trim() || null })}></label>`
      : html`${select("with", ctx.t("beside"), ctx.query.with, ctx.t("nothingBeside"), (value) => ctx.setQuery({ with: value ? value.split(" ")[1] : null }))}
        <label>${ctx.t("orDay")} <input type="date" .value=${(ctx.query.with || "").startsWith("day/") ? ctx.query.with.slice(4) : ""} @change=${(e) => ctx.setQuery({ with: e.target.value ? `day/${e.target.value}` : null })}></label>`}
    ${mayAsk(ctx, of) ? html`<a href=${of.page("why")}>${ctx.t("why")}</a> <a href=${of.page("what-if")}>${ctx.t("whatIf")}</a> <a href=${of.page("picture")}>${ctx.t("picture")}</a>` : nothing}
  </p>`;
}

const may = (ctx, right) => ctx.session.may(right);

function mayAsk(ctx, of) {
  return of.ofRun || ["OPERATE_MARKET", "APPROVE_DAY", "READ_RESULTS"].some((right) => may(ctx, right));
}

const sum = (values) => values.reduce((a, b) => a + b, 0);
const top = (values) => values.reduce((best, v, t) => (v > values[best] ? t : best), 0);

function sides(ctx, of, figures, own, beside) {
  const times = figures.times.map(hour);
  const ask = own && mayAsk(ctx, of) ? (query) => of.go("why", query) : null;
  return html`<div>${own && !beside ? nothing : html`<h2>${figures.title}</h2>`}
    ${dispatch(ctx, figures, times)}${commitment(ctx, figures, times, ask)}${prices(ctx, of, figures, times, ask)}${reserves(ctx, figures, times)}</div>`;
}

function dispatch(ctx, figures, times) {
  if (figures.fuels.length === 0) return nothing;
  const load = figures.loadMw;
  const total = load || times.map((time, t) => sum(figures.fuels.map((fuel) => fuel.mw[t])));
  const peak = top(total);
  const title = ctx.t(load ? "loadPeak" : "outputPeak", ctx.f.mw(total[peak]), times[peak]);
  const series = figures.fuels.map((fuel) => ({ name: fuel.fuel, type: "bar", stack: "fuel", barCategoryGap: "0%", color: colour(fuel.fuel), data: fuel.mw }));
  if (load) series.push({ name: ctx.t("load"), type: "line", symbol: "none", step: "middle", color: colour("load"), lineStyle: { width: 2 }, data: load });
  const option = {
    tooltip: { trigger: "axis" }, legend: { type: "scroll", bottom: 0 }, grid: { left: 64, right: 12, top: 16, bottom: 56 },
    xAxis: { type: "category", data: times }, yAxis: { type: "value", name: "MW" }, series,
  };
  const columns = [{ key: "time", label: ctx.t("time") }, ...figures.fuels.map((fuel) => ({ key: fuel.fuel, label: fuel.fuel, unit: "MW", kind: "mw" }))];
  const rows = times.map((time, t) => ({ time, ...Object.fromEntries(figures.fuels.map((fuel) => [fuel.fuel, fuel.mw[t]])) }));
  return html`<section aria-label=${ctx.t("dispatch")}><h2>${ctx.t("dispatch")}</h2>
    <gc-echart .title=${title} .option=${option} .table=${{ columns, rows }}></gc-echart></section>`;
}

function commitment(ctx, figures, times, ask) {
  const units = figures.units.rows;
  if (units.length === 0) return nothing;
  const started = units.filter((unit) => unit.firstOn > 0).length;
  const running = started ? units.filter((unit) => unit.firstOn > 0) : units;
  const more = figures.units.count > units.length ? ctx.t("firstOf", units.length, figures.units.count) : "";
  return html`<section aria-label=${ctx.t("commitment")}><h2>${ctx.t("commitment")}</h2>
    <gc-heat .units=${running} .times=${times} .title=${ctx.t("unitsOn", started, figures.units.count) + more}
      .onpick=${ask ? (unit, t) => ask({ unit: unit.id, period: t + 1 }) : null}></gc-heat></section>`;
}

function prices(ctx, of, figures, times, ask) {
  const lmp = figures.lmp;
  if (!lmp) return nothing;
  const peak = figures.peaks[0];
  const reason = peak ? because(ctx, peak) : "";
  const title = peak ? ctx.t("pricePeak", ctx.f.price(peak.lmp), peak.bus, times[peak.period - 1]) + reason : ctx.t("prices");
  const series = [
    { label: ctx.t("highest"), values: lmp.max, color: colour("gas"), step: true },
    { label: ctx.t("mean"), values: lmp.mean, color: colour("da"), step: true },
    { label: ctx.t("lowest"), values: lmp.min, color: colour("storage"), step: true, dash: true },
  ];
  return html`<section aria-label=${ctx.t("prices")}><h2>${ctx.t("prices")}</h2>
    <gc-chart .x=${times} .series=${series} .unit=${`${figures.currency}/MWh`} .title=${title}
      .onpick=${ask ? (t) => ask({ bus: lmp.maxBus[t], period: t + 1 }) : null}></gc-chart>
    <ul class="peaks">${figures.peaks.map((each) => {
      const said = html`${times[each.period - 1]}: ${ctx.f.price(each.lmp)} ${figures.currency}/MWh, ${each.bus}${because(ctx, each)}`;
      return html`<li>${ask ? html`<a href=${of.page("why", { bus: each.bus, period: each.period })}>${said}</a>` : said}</li>`;
    })}</ul></section>`;
}

function because(ctx, peak) {
  return peak.limits.length ? " – " + ctx.t("binds", peak.limits.map((limit) => limitName(limit, ctx.t("after"))).join(", ")) : "";
}

function reserves(ctx, figures, times) {
  if (figures.reserves.length === 0) return nothing;
  return html`<section aria-label=${ctx.t("reserves")}><h2>${ctx.t("reserves")}</h2>${figures.reserves.map((reserve) => {
    const short = reserve.requiredMw.map((mw, t) => mw - reserve.heldMw[t]);
    const worst = top(short);
    const title = short[worst] > 0.05 ? ctx.t("reserveShort", reserve.id, ctx.f.mw(short[worst]), times[worst]) : ctx.t("reserveHeld", reserve.id);
    return html`<gc-chart .x=${times} unit="MW" .title=${title} .height=${160} .series=${[
      { label: ctx.t("held"), values: reserve.heldMw, color: colour("storage"), step: true },
      { label: ctx.t("required"), values: reserve.requiredMw, color: colour("gas"), step: true, dash: true }]}></gc-chart>`;
  })}</section>`;
}

// A version of a day: what it is, what stands against it, how it differs, and the next step of it.
import { html, nothing } from "lit";
import { notice } from "../parts/notice.js";
import words from "../i18n/version.js";
import "../parts/diff.js";
import "../parts/state.js";
import "../parts/table.js";

export { words };
export const listens = ["day", "anomaly", "publication"];

/** Steps that lead out of a state, who may take them, and whether a reason has to be said. */
const STEPS = {
  DRAFT: [["check", "OPERATE_MARKET", false]],
  CHECKED: [["submit", "OPERATE_MARKET", false]],
  SUBMITTED: [["approve", "APPROVE_DAY", false], ["reject", "APPROVE_DAY", true]],
  APPROVED: [["publish", "OPERATE_MARKET", false], ["withdraw", "APPROVE_DAY", true]],
  PUBLISHED: [["withdraw", "APPROVE_DAY", true]],
};

const root = ({ market, date }) => `/markets/${market}/days/${date}`;
const at = (ctx) => `${root(ctx.params)}/versions/${ctx.params.version}`;
const cycleOf = (ctx) => (ctx.params.cycle === "0" ? {} : { cycle: ctx.params.cycle });

async function balance(ctx, date, version) {
  const path = `${root({ ...ctx.params, date })}/versions/${version}/balance`;
  return (await ctx.api.table(path, { ...cycleOf(ctx), limit: 2000 })).rows;
}

function dayBefore(date) {
  return new Date(new Date(`${date}T00:00:00Z`).getTime() - 86_400_000).toISOString().slice(0, 10);
}

export async function load(ctx) {
  const { market, date, cycle, version } = ctx.params;
  const before = dayBefore(date);
  const [state, anomalies, versions] = await Promise.all([
    ctx.api.get(`${at(ctx)}/state`, { cycle }),
    ctx.api.table("/anomalies", { from: date, to: date, market }),
    ctx.api.table(`/markets/${market}/states`, { from: before, to: date }),
  ]);
  const same = versions.rows.filter((row) => String(row.cycle) === cycle);
  const others = [];
  if (Number(version) > 1) others.push({ key: "versionBefore", date, version: Number(version) - 1 });
  const yesterday = same.filter((row) => row.date === before).sort((a, b) => a.version - b.version).pop();
  if (yesterday) others.push({ key: "dayBefore", date: before, version: yesterday.version });
  const now = await balance(ctx, date, version);
  for (const other of others) other.rows = await balance(ctx, other.date, other.version);
  return {
    state, now, others, versions: same.filter((row) => row.date === date),
    anomalies: anomalies.rows.filter((row) => String(row.cycle) === cycle && String(row.version) === version),
  };
}

/** Mean of every figure of the balance over the day. */
function means(rows) {
  const sums = {};
  for (const row of rows) {
    for (const [key, value] of Object.entries(row)) {
      if (typeof value === "number" && key !== "period" && key !== "cycle" && key !== "version") (sums[key] ??= []).push(value);
    }
  }
  return Object.fromEntries(Object.entries(sums).map(([key, all]) => [key, all.reduce((a, b) => a + b, 0) / all.length]));
}

function difference(ctx, data, other) {
  const before = means(other.rows), after = means(data.now);
  const rows = Object.keys(after).map((key) => ({ label: key, before: before[key], after: after[key] }));
  const path = ctx.href(`/versions/${ctx.params.market}/${other.date}/${ctx.params.cycle}/${other.version}`);
  return html`<section aria-label=${ctx.t(other.key)}><h3><a href=${path}>${ctx.t(other.key, other.date, other.version)}</a></h3><gc-diff .rows=${rows} label=${ctx.t(other.key)}></gc-diff></section>`;
}

function step(ctx, data, [name, right, needsReason]) {
  const { t, params, state } = ctx;
  const last = data.state.transitions[data.state.transitions.length - 1];
  const own = name === "approve" && last?.by === ctx.session.name;
  const act = () => {
    const reason = state.reason || "";
    if (needsReason && !reason.trim()) {
      state.missing = true;
      ctx.update();
      return undefined;
    }
    state.missing = false;
    state.reason = "";
    const body = { market: params.market, date: params.date, cycle: Number(params.cycle), version: Number(params.version), reason };
    if (name === "publish") return ctx.act(t(name), () => ctx.api.post("/publications/versions", body));
    if (name === "withdraw" && data.state.state === "PUBLISHED") return ctx.act(t(name), () => ctx.api.post("/publications/withdrawals", body));
    return ctx.act(t(name), () => ctx.api.post(`${at(ctx)}/state/${name}?cycle=${params.cycle}`, { reason }));
  };
  const may = ctx.session.may(right) && !own;
  return html`<button class=${needsReason ? "danger" : "first"} ?disabled=${!may} title=${own ? t("another") : may ? "" : right} @click=${act}>${t(name)}</button>`;
}

function steps(ctx, data) {
  const { t, state } = ctx;
  const open = STEPS[data.state.state] || [];
  if (open.length === 0) return nothing;
  return html`<div class="field"><label for="reason">${t("reason")} ${open.some(([, , needs]) => needs) ? html`<small>${t("reasonFor")}</small>` : nothing}</label>
      <input id="reason" .value=${state.reason || ""} aria-invalid=${state.missing ? "true" : "false"} @input=${(e) => (state.reason = e.target.value)}>
      ${state.missing ? html`<small class="wrong">✕ ${t("sayWhy")}</small>` : nothing}</div>
    <div class="row">${open.map((each) => step(ctx, data, each))}</div>`;
}

export function view(ctx, data) {
  const { t, params } = ctx;
  const severe = data.anomalies.filter((row) => row.severity === "severe" && ["open", "acknowledged"].includes(row.state));
  const columns = [
    { key: "severity", label: t("severity"), kind: "state", sort: true }, { key: "state", label: t("state"), kind: "state", sort: true },
    { key: "rule", label: t("rule"), sort: true, cell: (row) => html`<a href=${ctx.href(`/anomalies/${row.number}`)}>${row.rule}</a>` },
    { key: "element", label: t("element"), filter: true }, { key: "value", label: t("value"), kind: "number" }, { key: "threshold", label: t("threshold"), kind: "number" }, { key: "unit", label: t("unit") },
  ];
  const history = [
    { key: "at", label: t("time"), kind: "time" }, { key: "to", label: t("state"), kind: "state" }, { key: "by", label: t("user") },
    { key: "reason", label: t("reason") }, { key: "objections", label: t("objections"), cell: (row) => row.objections.join("; ") },
  ];
  return html`<h1>${params.market.toUpperCase()} ${params.date}${params.cycle === "0" ? "" : ` · ${params.cycle}`} · ${t("version", params.version)}</h1>
    <p class="row"><gc-state .value=${data.state.state}></gc-state> <span>${t("made", data.state.madeBy, ctx.f.time(data.state.madeAt))}</span>
      ${data.versions.map((row) => (String(row.version) === params.version ? nothing : html`<a href=${ctx.href(`/versions/${params.market}/${params.date}/${params.cycle}/${row.version}`)}>${t("version", row.version)}</a>`))}</p>
    ${data.state.alarms.map((alarm) => notice("error", alarm))}
    ${severe.length ? notice("error", t("severe", severe.length)) : data.state.alarms.length ? nothing : notice("info", t("clean"))}
    <section aria-label=${t("next")}><h2>${t("next")}</h2>${steps(ctx, data)}</section>
    <section aria-label=${t("differences")}><h2>${t("differences")} <small>${t("means")}</small></h2>
      <div class="columns">${data.others.length ? data.others.map((other) => difference(ctx, data, other)) : notice("empty", t("nothingBefore"))}</div></section>
    <section aria-label=${t("anomalies")}><h2>${t("anomalies")}</h2>
      ${data.anomalies.length ? html`<gc-table .rows=${data.anomalies} .columns=${columns} name="an" label=${t("anomalies")}></gc-table>` : notice("empty", t("noAnomalies"))}</section>
    <section aria-label=${t("history")}><h2>${t("history")}</h2><gc-table .rows=${data.state.transitions} .columns=${history} name="h" label=${t("history")}></gc-table></section>`;
}

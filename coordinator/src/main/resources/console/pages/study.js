// A study by form with its YAML beside it, both ways; what it takes before it starts; then it runs.
import { html, nothing } from "lit";
import { notice } from "../parts/notice.js";
import { fieldsText, write } from "../parts/yaml.js";
import words from "../i18n/study.js";

export { words };
export const listens = [];

const KEPT = "gridclear.study";
const YAML = "application/yaml";
const CHANGES = ["load", "addLoad", "renewables", "offers", "fuel", "startCosts", "unitOutage", "mustRun", "unitLimit", "branchOutage", "branchBack", "branchLimit", "flowgateLimit", "reserve", "constraint", "contingencies", "withoutContingency", "penalty"];
const FIRST = { study: "my-study", base: { case: "ieee14", synthetic: { seed: 1 } }, horizon: { periodCount: 24, minutesPerPeriod: 60 }, options: { gap: 0.01 }, cases: [{ name: "load +4 %", changes: [{ load: { scale: 1.04 } }] }] };

export async function load(ctx) {
  const text = sessionStorage.getItem(KEPT) || write(FIRST);
  const { state } = ctx;
  if (!state.study) {
    state.text = text;
    await read(ctx);
    state.study ??= structuredClone(FIRST);
  }
  return {};
}

/** The form from the text. */
async function read(ctx) {
  const { state } = ctx;
  sessionStorage.setItem(KEPT, state.text);
  state.checked = null;
  try {
    state.study = await ctx.api.post("/studies/fields", state.text, YAML);
    state.problem = null;
  } catch (problem) {
    state.problem = problem;
  }
  ctx.update();
}

/** The text from the form, after a change at a place of the study. */
async function changed(ctx, change) {
  change(ctx.state.study);
  ctx.state.text = write(ctx.state.study);
  await read(ctx);
}

/** Cases and cost, or everything that is wrong. */
async function check(ctx) {
  const { state } = ctx;
  state.busy = true;
  ctx.update();
  try {
    const cases = await ctx.api.post("/studies/expansion", state.text, YAML);
    state.checked = { cases, cost: await ctx.api.post("/studies/cost", state.text, YAML) };
    state.problem = null;
  } catch (problem) {
    state.problem = problem;
    state.checked = null;
  }
  state.busy = false;
  ctx.update();
}

async function run(ctx) {
  const made = await ctx.act(ctx.t("run"), () => ctx.api.post("/studies", ctx.state.text, YAML));
  if (made) ctx.go(`/runs/${made.runId}`);
}

const get = (study, path) => path.split(".").reduce((at, key) => at?.[key], study);

function set(study, path, value) {
  const keys = path.split(".");
  const last = keys.pop();
  const at = keys.reduce((place, key) => (place[key] ??= {}), study);
  if (value === "" || Number.isNaN(value)) delete at[last];
  else at[last] = value;
}

/** Issues of the server that name a field. */
function issues(ctx, path) {
  const last = path.split(".").pop();
  return (ctx.state.problem?.errors || []).filter((issue) => issue.field === last || issue.element === path);
}

function field(ctx, path, kind = "text") {
  const id = `s-${path.replace(/\./g, "-")}`;
  const value = get(ctx.state.study, path);
  const wrong = issues(ctx, path);
  const typed = (event) => {
    const given = kind === "check" ? event.target.checked : kind === "number" ? parseFloat(event.target.value) : event.target.value.trim();
    changed(ctx, (study) => set(study, path, given));
  };
  const control = kind === "check"
    ? html`<input id=${id} type="checkbox" .checked=${value !== false} @change=${typed}>`
    : html`<input id=${id} .value=${value ?? ""} inputmode=${kind === "number" ? "decimal" : nothing} aria-invalid=${wrong.length > 0} @change=${typed}>`;
  return html`<div class="field ${kind}"><label for=${id}>${ctx.t(path)}</label>${control}
    ${wrong.map((issue) => html`<small class="wrong">✕ ${issue.value} ${issue.advice}</small>`)}</div>`;
}

/** What was typed as fields, read by the server with the rest: a flow mapping. */
async function fieldsOf(ctx, text) {
  return ctx.api.post("/studies/fields", `{${text}}`, YAML);
}

function change(ctx, list, k) {
  const [kind, value] = Object.entries(list[k])[0] || ["load", {}];
  const put = async (name, text) => {
    try {
      const fields = await fieldsOf(ctx, text);
      await changed(ctx, () => (list[k] = { [name]: fields }));
    } catch (problem) {
      ctx.state.problem = problem;
      ctx.update();
    }
  };
  return html`<div class="row"><select aria-label=${ctx.t("change")} @change=${(e) => put(e.target.value, fieldsText(value))}>
      ${[...new Set([...CHANGES, kind])].map((name) => html`<option ?selected=${name === kind}>${name}</option>`)}</select>
    <input size="30" aria-label=${ctx.t("fields")} .value=${fieldsText(value)} @change=${(e) => put(kind, e.target.value)}>
    <button class="plain" aria-label=${ctx.t("drop")} @click=${() => changed(ctx, () => list.splice(k, 1))}>✕</button></div>`;
}

function entry(ctx, part, k) {
  const each = ctx.state.study[part][k];
  const others = Object.fromEntries(Object.entries(each).filter(([key]) => key !== "name" && key !== "changes"));
  const put = async (text) => {
    const fields = await fieldsOf(ctx, text).catch(() => null);
    if (fields) await changed(ctx, (study) => (study[part][k] = { name: each.name, ...fields, ...(each.changes ? { changes: each.changes } : {}) }));
  };
  return html`<fieldset><legend>${ctx.t(part)} ${k + 1}</legend>
    <div class="row"><input aria-label=${ctx.t("name")} .value=${each.name ?? ""} @change=${(e) => changed(ctx, () => (each.name = e.target.value))}>
      ${part === "cases" && Object.keys(others).length === 0 ? nothing : html`<input size="36" aria-label=${ctx.t("fields")} .value=${fieldsText(others)} @change=${(e) => put(e.target.value)}>`}
      <button class="plain" aria-label=${ctx.t("drop")} @click=${() => changed(ctx, (study) => study[part].splice(k, 1))}>✕</button></div>
    ${(each.changes || []).map((one, c) => change(ctx, each.changes, c))}
    ${each.changes ? html`<button @click=${() => changed(ctx, () => each.changes.push({ load: { scale: 1 } }))}>${ctx.t("addChange")}</button>` : nothing}</fieldset>`;
}

const NEW = {
  cases: (k) => ({ name: `case ${k}`, changes: [{ load: { scale: 1.02 } }] }),
  sweeps: () => ({ name: "load {load}", over: { load: [0.97, 1, 1.03] }, changes: [{ load: { scale: "$load" } }] }),
  monteCarlo: () => ({ name: "chance", count: 10, seed: 1, loadDeviation: 0.02, renewableDeviation: 0.1 }),
  eachOf: () => ({ name: "without", branches: {} }),
};

function lists(ctx) {
  return Object.keys(NEW).map((part) => html`${(ctx.state.study[part] || []).map((each, k) => entry(ctx, part, k))}
    <button @click=${() => changed(ctx, (study) => (study[part] ??= []).push(NEW[part](study[part].length + 1)))}>${ctx.t(`add-${part}`)}</button> `);
}

function verdict(ctx) {
  const { t, f, state } = ctx;
  if (state.problem) {
    return html`${notice("error", state.problem.message, { advice: state.problem.advice })}
      <ul>${state.problem.errors.map((issue) => html`<li>${[issue.element, issue.field, issue.value, issue.advice].filter(Boolean).join(" · ")}</li>`)}</ul>`;
  }
  if (!state.checked) return nothing;
  const { cases, cost } = state.checked;
  return html`${notice("info", cost.seconds === null ? t("costUnknown", cases.length, cost.basis) : t("cost", f.int(cases.length), f.duration(cost.seconds), cost.slots, cost.basis))}
    <div class="scroll" tabindex="0" role="region" aria-label=${t("list")}><table><thead><tr><th scope="col">#</th><th scope="col">${t("name")}</th><th scope="col">${t("changes")}</th></tr></thead>
    <tbody>${cases.slice(0, 200).map((each, k) => html`<tr><td>${k}</td><td>${each.name}</td><td>${each.changes}</td></tr>`)}</tbody></table></div>`;
}

export function view(ctx) {
  const { t, state } = ctx;
  return html`<h1>${t("title")}</h1>
    <div class="columns">
      <section aria-label=${t("form")} class="fields"><h2>${t("form")}</h2>
        ${field(ctx, "study")}${field(ctx, "base.case")}${field(ctx, "base.synthetic.seed", "number")}
        ${field(ctx, "horizon.periodCount", "number")}${field(ctx, "horizon.minutesPerPeriod", "number")}${field(ctx, "options.gap", "number")}
        ${lists(ctx)}</section>
      <section aria-label="YAML"><h2><label for="yaml">YAML</label></h2>
        <textarea id="yaml" class="code" rows="22" spellcheck="false" .value=${state.text} @change=${(e) => ((state.text = e.target.value), read(ctx))}></textarea>
        <div class="row"><button @click=${() => check(ctx)} ?disabled=${state.busy}>${t("check")}</button>
          <button class="first" @click=${() => run(ctx)}>${t("run")}</button></div>
        <div aria-live="polite">${verdict(ctx)}</div></section>
    </div>`;
}

// Ancillary services: requirements worked out and published, held against required, settled (G-07, G-11).
import { html, nothing } from "lit";
import words from "../i18n/ancillary.js";
import { form } from "../parts/form.js";
import { notice } from "../parts/notice.js";
import { hour, orNone } from "../parts/source.js";
import "../parts/chart.js";
import "../parts/table.js";

export { words };
export const listens = ["day", "publication"];

const KIND = "reserve-requirements";
const ofCase = (ctx) => `/market/cases/${encodeURIComponent(ctx.query.case)}/requirements`;

async function operated(ctx) {
  if (!ctx.session.may("OPERATE_MARKET")) return {};
  const [made, published, held] = await Promise.all([
    ctx.query.case ? orNone(() => ctx.api.table(ofCase(ctx), { market: ctx.market })) : null,
    ctx.api.get("/publications", { from: ctx.date, to: ctx.date, kind: KIND, recipient: "operator" }),
    orNone(() => ctx.api.table(`/markets/${ctx.market}/days/${ctx.date}/versions/newest/reserves`)),
  ]);
  return { made, published, held };
}

async function settled(ctx) {
  if (!ctx.session.may("READ_SETTLEMENT")) return {};
  const closes = (await ctx.api.table("/settlement/closes", { limit: 200 })).rows;
  const close = ctx.query.close || closes.find((row) => row.state !== "damaged")?.close;
  return { closes, close, amounts: close ? await orNone(() => ctx.api.table(`/closes/${encodeURIComponent(close)}/accounts/ancillary/days`)) : null };
}

export async function load(ctx) {
  const [operation, settlement] = await Promise.all([operated(ctx), settled(ctx)]);
  return { ...operation, ...settlement };
}

function generate(ctx) {
  const { t, state } = ctx;
  const fields = [{ name: "gate", label: t("gate"), required: true, hint: t("gateHint") }, { name: "parts", label: t("parts"), hint: t("partsHint") }];
  const submit = async (given) => {
    state.given = given;
    state.problem = null;
    const fromNetwork = (given.parts || "").split(",").map((each) => each.trim()).filter(Boolean);
    try {
      const made = await ctx.api.post("/market/cases", { market: ctx.market, date: ctx.date, gate: given.gate ?? "", fromNetwork });
      ctx.setQuery({ case: made.manifest.caseHash });
    } catch (problem) {
      state.problem = problem;
      ctx.update();
    }
  };
  return form(fields, state.given, { submit, problem: state.problem, label: t("generate"), id: "made" });
}

/** Values of what rows ask for, by requirement and in the order of periods. */
export function byRequirement(rows, key) {
  const found = new Map();
  for (const row of rows) {
    if (!found.has(row.requirement)) found.set(row.requirement, []);
    found.get(row.requirement)[row.period - 1] = row[key] ?? null;
  }
  return found;
}

function made(ctx, data) {
  const { t, f } = ctx;
  if (!data.made) return notice("empty", t("notMade"));
  if (data.made.none) return notice("error", data.made.none.message);
  const rows = data.made.rows;
  if (rows.length === 0) return notice("empty", t("noRequirement"));
  const series = [...byRequirement(rows, "requiredMw")].map(([label, values]) => ({ label, values, step: true }));
  const top = rows.reduce((a, b) => (b.requiredMw > a.requiredMw ? b : a));
  const labels = [...new Map(rows.map((row) => [row.period, hour(row.time)])).values()];
  const mw = (key, word) => ({ key, label: t(word), unit: "MW", kind: "mw" });
  const columns = [
    { key: "requirement", label: t("requirement"), sort: true, filter: true }, { key: "product", label: t("product") }, { key: "scope", label: t("scope") }, { key: "time", label: t("time"), sort: true, cell: (row) => hour(row.time) }, { key: "inEffect", label: t("inEffect") }, { ...mw("requiredMw", "required"), sort: true }, { key: "method", label: t("method") },
    mw("givenMw", "given"), mw("largestUnitMw", "largest"), mw("loadPartMw", "loadPart"), mw("renewablePartMw", "renewablePart"), { key: "modeFactor", label: t("factor"), kind: "number", digits: 2 },
  ];
  const publish = () => ctx.act(t("publish"), async () => {
    const csv = await ctx.api.text(ofCase(ctx), { market: ctx.market, format: "csv" });
    return ctx.api.post(`/publications/tables/${ctx.date}/${KIND}`, csv, "text/csv");
  });
  return html`<p>${t("of")} <code>${ctx.query.case.slice(0, 16)}</code></p>
    <gc-chart .x=${labels} .series=${series} unit="MW" title=${t("peak", top.requirement, f.mw(top.requiredMw), hour(top.time))}></gc-chart>
    <gc-table .rows=${rows} .source=${{ path: ofCase(ctx), query: { market: ctx.market } }} .columns=${columns} name="r" label=${t("before")}></gc-table>
    <button class="first" @click=${publish}>${t("publish")}</button>`;
}

function held(ctx, data) {
  const { t, f } = ctx;
  if (data.held.none) return notice("empty", t("noVersion", ctx.market.toUpperCase(), ctx.date), { advice: data.held.none.message });
  const rows = data.held.rows.filter((row) => row.requirement);
  if (rows.length === 0) return notice("empty", t("noRequirement"));
  const required = byRequirement(rows, "requiredMw");
  const own = byRequirement(rows, "mw");
  return [...required].map(([name, values]) => {
    const worst = rows.filter((row) => row.requirement === name).reduce((a, b) => ((b.missingMw ?? 0) > (a.missingMw ?? 0) ? b : a));
    const said = worst.missingMw > 0.005 ? t("short", f.mw(worst.missingMw), name, hour(worst.time)) : t("met", name);
    const labels = rows.filter((row) => row.requirement === name).map((row) => hour(row.time));
    return html`<gc-chart .x=${labels} .series=${[{ label: t("requiredMw"), values, step: true, dash: true }, { label: t("heldMw"), values: own.get(name), step: true }]} unit="MW" title=${said}></gc-chart>`;
  });
}

function settlement(ctx, data) {
  const { t, f, lang } = ctx;
  if (!data.close) return notice("empty", t("noCloses"));
  if (data.amounts.none) return notice("error", data.amounts.none.message);
  const rows = data.amounts.rows.map((row) => ({ ...row, name: row[lang] || row.en }));
  const months = rows.filter((row) => row.day === "");
  const days = rows.filter((row) => row.day !== "");
  const item = [{ key: "item", label: t("item"), sort: true, filter: true }, { key: "name", label: t("name"), sort: true }];
  const paid = { key: "paidYuan", label: t("paid"), unit: "yuan", kind: "number", digits: 3, sort: true };
  const labels = [...new Set(days.map((row) => row.day))];
  const series = months.filter((row) => Number(row.paidYuan) !== 0).map((row) => ({ label: row.name, values: days.filter((day) => day.item === row.item).map((day) => Number(day.paidYuan)), step: true }));
  return html`<label>${t("close")} <select @change=${(e) => ctx.setQuery({ close: e.target.value })}>${data.closes.map((row) => html`<option value=${row.close} ?selected=${row.close === data.close}>${row.close} ${row.month}</option>`)}</select></label>
    <p><a href=${ctx.href(`/settlement/${data.close}`)}>${data.close}</a></p><h3>${t("monthly")}</h3><gc-table .rows=${months} .columns=${[...item, paid]} name="m" label=${t("monthly")}></gc-table>
    <h3>${t("daily")}</h3>${series.length === 0 ? nothing : html`<gc-chart .x=${labels} .series=${series} unit="yuan" title=${t("sum", f.number(months.reduce((sum, row) => sum + Number(row.paidYuan), 0), 3))}></gc-chart>`}
    <gc-table .rows=${days} .source=${{ path: `/closes/${encodeURIComponent(data.close)}/accounts/ancillary/days` }} .columns=${[...item, { key: "day", label: t("day"), sort: true, filter: true }, paid]} name="s" label=${t("daily")}></gc-table>`;
}

export function view(ctx, data) {
  const { t } = ctx;
  const last = data.published?.[data.published.length - 1];
  return html`<h1>${t("title")} <small>${ctx.market.toUpperCase()} ${ctx.date}</small></h1>
    ${data.published ? html`<section aria-labelledby="before"><h2 id="before">${t("before")}</h2><p>${last ? t("published", data.published.length, last.number) : t("notPublished")}</p>${generate(ctx)}${made(ctx, data)}</section>
      <section aria-labelledby="held"><h2 id="held">${t("held")}</h2>${held(ctx, data)}</section>` : nothing}
    ${data.closes ? html`<section aria-labelledby="settlement"><h2 id="settlement">${t("settlement")}</h2>${settlement(ctx, data)}</section>` : nothing}`;
}

// One close: four numbers that are 0, the days, the pools, what it changed, the entities.
import { html, nothing } from "lit";
import words from "../i18n/settlement.js";
import { mark, zero } from "../parts/mark.js";
import { month } from "../parts/month.js";
import { notice } from "../parts/notice.js";
import "../parts/table.js";

export { words };
export const listens = [];

export async function load(ctx) {
  const path = `/closes/${encodeURIComponent(ctx.params.close)}`;
  const [summary, checks, days, closes] = await Promise.all([
    ctx.api.get(path), ctx.api.get(`${path}/checks`), ctx.api.table(`${path}/days`), ctx.api.table("/settlement/closes"),
  ]);
  return { path, summary, checks, days: days.rows, close: closes.rows.find((row) => row.close === ctx.params.close) || {} };
}

function reconciliations(ctx, data) {
  const { t } = ctx;
  return html`<section aria-labelledby="checks"><h2 id="checks">${t("reconciliations")}</h2>
    <div class="tiles">${data.checks.checks.map((check) => html`<div class="tile">
      <span>${check.number ? `${check.number}. ` : ""}${t(`check${check.number}`)}</span>
      <b>${zero(ctx, check.yuan, t("nothingToCompare"))}</b>
      <small>${t("comparisons", ctx.f.int(check.comparisons))}</small></div>`)}
    </div>
    ${data.checks.differences.length === 0 ? nothing : html`<gc-table .rows=${data.checks.differences} name="d" label=${t("differences")} .columns=${[
      { key: "check", label: t("reconciliation"), kind: "int" }, { key: "subject", label: t("subject") }, { key: "place", label: t("place") },
      { key: "left", label: t("left"), kind: "number", digits: 3 }, { key: "right", label: t("right"), kind: "number", digits: 3 },
      { key: "yuan", label: t("difference"), unit: "yuan", kind: "number", digits: 3, sort: true }]}></gc-table>`}</section>`;
}

/** How a day stands, as far as the server knows. */
export function standing(day) {
  if (day.quality === "unqualified") return ["bad", "unqualified"];
  if (day.toBeVerified > 0 || day.quality === "to be verified") return ["warn", "toBeVerified"];
  if (day.files === 0) return ["bad", "missing"];
  if (day.locked === "yes") return ["good", "locked"];
  return day.quality === "qualified" ? ["good", "qualified"] : ["wait", "settled"];
}

function days(ctx, data) {
  const { t, f } = ctx;
  const cells = data.days.map((day) => {
    const [kind, word] = standing(day);
    return { date: day.day, content: mark(kind, t(word)) };
  });
  const picked = data.days.find((day) => day.day === ctx.query.day);
  const findings = data.summary.findings.filter((finding) => finding.includes(ctx.query.day));
  return html`<section aria-labelledby="days"><h2 id="days">${t("calendar")} ${data.summary.month}</h2>
    ${month(ctx, t("calendar"), cells, ctx.query.day, (date) => ctx.setQuery({ day: ctx.query.day === date ? null : date }))}
    ${picked ? html`<p role="status"><b>${picked.day}</b> · ${t("files", picked.files)} · ${t("paid")} ${f.number(picked.paidYuan, 3)} yuan
        · ${t("check")} ${picked.check || t("unknown")} · ${t("quality")} ${picked.quality || t("unknown")} · ${t("locked")} ${picked.locked || t("unknown")}</p>
        <ul>${findings.map((finding) => html`<li>${finding}</li>`)}</ul>` : nothing}</section>`;
}

function amounts(ctx, title, rows) {
  const { t } = ctx;
  return html`<div><h3>${title}</h3><div class="scroll" tabindex="0" role="region" aria-label=${title}><table><tbody>${rows.map((row) => html`<tr><th scope="row">${row.code}</th><td class="n">${ctx.f.number(row.yuan, 3)}</td></tr>`)}</tbody></table></div>
    ${rows.length === 0 ? notice("empty", t("notWritten")) : nothing}</div>`;
}

function entities(ctx, data) {
  const { t } = ctx;
  const columns = [
    { key: "entity", label: t("entity"), sort: true, filter: true, cell: (row) => html`<a href=${ctx.href(`/settlement/${ctx.params.close}/entities/${row.entity}`)}>${row.entity}</a>` },
    { key: "name", label: t("name"), sort: true }, { key: "member", label: t("member"), sort: true, filter: true },
    { key: "memberName", label: t("memberName") }, { key: "class", label: t("class"), sort: true },
    { key: "items", label: t("items"), kind: "int", sort: true },
    { key: "yuan", label: t("amount"), unit: "yuan", kind: "number", digits: 3, sort: true },
    { key: "direction", label: t("direction"), cell: (row) => t(row.direction) },
  ];
  return html`<section aria-labelledby="entities"><h2 id="entities">${t("entities")}</h2>
    <gc-table .source=${{ path: `${data.path}/entities`, server: true }} .columns=${columns} name="e" label=${t("entities")}></gc-table></section>`;
}

function changes(ctx, data) {
  const { t } = ctx;
  const columns = [
    { key: "entity", label: t("entity"), sort: true, filter: true }, { key: "item", label: t("item"), sort: true, filter: true }, { key: "day", label: t("day"), sort: true },
    { key: "beforeYuan", label: t("was"), unit: "yuan", kind: "number", digits: 3, sort: true }, { key: "afterYuan", label: t("is"), unit: "yuan", kind: "number", digits: 3, sort: true },
    { key: "differenceYuan", label: t("difference"), unit: "yuan", kind: "number", digits: 3, sort: true },
  ];
  return html`<section aria-labelledby="changes"><h2 id="changes">${t("corrected")} <a href=${ctx.href(`/settlement/${data.close.corrects}`)}>${data.close.corrects}</a></h2>
    <gc-table .source=${{ path: `${data.path}/changes`, server: true }} .columns=${columns} name="h" label=${t("corrected")}></gc-table></section>`;
}

export function view(ctx, data) {
  const { t, f } = ctx;
  const { summary, close } = data;
  return html`<h1>${t("closeOf", ctx.params.close, summary.month)}</h1>
    <div class="row">${summary.billable ? mark("good", t("billable")) : mark("warn", t("blocked"))}
      <span>${t("madeBy", close.by || "–", f.time(close.at), f.zone(close.at))}</span>
      <span>${t("books")} <code>${summary.bookHash.slice(0, 16)}</code></span>
      <a href=${ctx.href("/bills", { "b.month": summary.month })}>${t("bills")}</a></div>
    ${reconciliations(ctx, data)} ${days(ctx, data)}
    ${summary.findings.length === 0 ? nothing : html`<section aria-labelledby="findings"><h2 id="findings">${t("inTheWay", summary.findings.length)}</h2>
      <ul>${summary.findings.slice(0, 50).map((finding) => html`<li>${finding}</li>`)}</ul></section>`}
    <section aria-labelledby="balance"><h2 id="balance">${t("balance")}</h2><div class="columns">${amounts(ctx, t("pools"), data.checks.pools)}${amounts(ctx, t("items"), data.checks.items)}</div></section>
    ${close.corrects ? changes(ctx, data) : nothing} ${entities(ctx, data)}`;
}

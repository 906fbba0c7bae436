// One anomaly: what was found where, who did what about it, and the next step.
import { html, nothing } from "lit";
import { form } from "../parts/form.js";
import words from "../i18n/anomaly.js";
import "../parts/state.js";
import "../parts/table.js";

export { words };
export const listens = ["anomaly"];

const NEXT = { open: ["acknowledged"], acknowledged: ["handled"], handled: ["closed"], closed: [] };
const MEASURES = ["changed-limits", "fallback", "other"];

export async function load(ctx) {
  return ctx.api.get(`/anomalies/${ctx.params.number}`);
}

function step(ctx, anomaly) {
  const { t } = ctx;
  const to = (NEXT[anomaly.state] || [])[0];
  if (!to || !ctx.session.may("OPERATE_MARKET")) return nothing;
  const fields = [{ name: "comment", label: t("comment"), kind: "area", required: to !== "acknowledged", rows: 2 }];
  if (to === "handled") fields.unshift({ name: "measure", label: t("measure"), kind: "select", options: MEASURES.map((each) => [each, t(`measure-${each}`)]) });
  const submit = (given) => ctx.act(t(`to-${to}`), () => ctx.api.post(`/anomalies/${anomaly.number}/steps`, { to, ...given }));
  return html`<section aria-label=${t("next")}><h2>${t("next")}</h2>${form(fields, {}, { submit, label: t(`to-${to}`), id: "step" })}</section>`;
}

export function view(ctx, data) {
  const { t, f } = ctx;
  const a = data.anomaly;
  const facts = [
    ["rule", `${a.rule} (${a.type})`], ["where", [a.kind, a.element].filter(Boolean).join(" ")], ["outage", a.outage], ["owner", a.owner], ["zone", a.zone],
    ["period", a.period ? `${a.period} (${a.periodCount})` : ""], ["value", `${f.number(a.value, 2)} ${a.unit}`], ["threshold", `${f.number(a.threshold, 2)} ${a.unit}`], ["raised", f.time(a.raisedAt)],
  ].filter(([, value]) => value);
  const columns = [
    { key: "at", label: t("time"), kind: "time" }, { key: "to", label: t("state"), kind: "state" }, { key: "by", label: t("user") }, { key: "measure", label: t("measure") }, { key: "remark", label: t("comment") },
  ];
  const version = ctx.href(`/versions/${a.market}/${a.date}/${a.cycle || 0}/${a.version}`);
  return html`<h1>${t("title", a.number)} <small>${a.rule}</small></h1>
    <p class="row"><gc-state .value=${a.severity}></gc-state> <gc-state .value=${a.state}></gc-state>
      ${a.version ? html`<a href=${version}>${String(a.market).toUpperCase()} ${a.date} ${a.cycle || ""} · ${t("version", a.version)}</a>` : html`${a.market} ${a.date}`}</p>
    <table><tbody>${facts.map(([key, value]) => html`<tr><th scope="row">${t(key)}</th><td>${value}</td></tr>`)}</tbody></table>
    ${step(ctx, a)}
    <section aria-label=${t("history")}><h2>${t("history")}</h2><gc-table .rows=${data.steps} .columns=${columns} name="h" label=${t("history")}></gc-table></section>`;
}

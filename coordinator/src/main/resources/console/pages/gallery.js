// Every part in every state: where a part begins, and what the tests look at.
import { html } from "lit";
import { form } from "../parts/form.js";
import { notice } from "../parts/notice.js";
import words from "../i18n/gallery.js";
import "../parts/chart.js";
import "../parts/deadline.js";
import "../parts/diff.js";
import "../parts/echart.js";
import "../parts/state.js";
import "../parts/table.js";
import "../parts/timeline.js";
import "../parts/why.js";

export { words };
export const listens = [];

const ROWS = 100_000;
const STATES = ["waiting", "running", "checked", "approved", "published", "failed", "fallback", "cancelled"];

export async function load() {
  const periods = Array.from({ length: 24 }, (each, k) => `${String(k).padStart(2, "0")}:00`);
  const load = periods.map((each, k) => 3000 + 1185 * Math.sin(((k - 6) / 24) * 2 * Math.PI) ** 2);
  const rows = Array.from({ length: ROWS }, (each, k) => ({ id: `u-${k}`, mw: (k * 7919) % 600, zone: k % 3 ? "N" : "S", state: STATES[k % STATES.length] }));
  const start = new Date("2026-10-02T00:00:00Z").getTime();
  return { periods, load, rows, start };
}

const section = (title, content) => html`<section aria-label=${title}><h2>${title}</h2>${content}</section>`;

function timeline(ctx, data) {
  const hour = 3_600_000;
  const at = (h) => new Date(data.start + h * hour).toISOString();
  const bars = STATES.map((state, k) => ({ from: at(k * 3), to: at(k * 3 + 2), state, label: `c${k}`, href: ctx.href("/gallery"), straggler: k === 1, lost: k === 5 }));
  return html`<gc-timeline .rows=${[{ label: "DA", bars }, { label: "RT", bars: bars.slice(2) }]} .from=${at(0)} .to=${at(24)} .now=${at(9.2)} .marks=${[{ at: at(12), label: "gate" }]}></gc-timeline>`;
}

export function view(ctx, data) {
  const { t } = ctx;
  const columns = [
    { key: "id", label: "id", sort: true, filter: true },
    { key: "mw", label: t("power"), unit: "MW", kind: "mw", sort: true },
    { key: "zone", label: t("zone"), filter: true },
    { key: "state", label: t("state"), kind: "state" },
  ];
  const fields = [
    { name: "unit", label: t("unit"), required: true },
    { name: "mw", label: t("power"), kind: "number", unit: "MW", hint: t("hint") },
    { name: "zone", label: t("zone"), kind: "select", options: ["N", "S"] },
    { name: "note", label: t("reason"), kind: "area" },
    { name: "sure", label: t("yes"), kind: "check" },
  ];
  const heat = {
    xAxis: { type: "category", data: data.periods }, yAxis: { type: "category", data: ["a", "b"] }, grid: { left: 40, right: 20, top: 20, bottom: 60 },
    visualMap: { min: 0, max: 24, orient: "horizontal", left: 0, bottom: 0, inRange: { color: ["#deebf7", "#08519c"] } },
    series: [{ type: "heatmap", data: data.periods.flatMap((each, k) => [[k, 0, k], [k, 1, 24 - k]]) }], tooltip: {},
  };
  const problem = { message: t("refused"), advice: t("advice"), errors: [{ field: "mw", value: "-5", text: t("rule"), advice: "" }] };
  return html`<h1>${t("title")}</h1><p>${t("about")}</p>
    ${section(t("notices"), ["empty", "loading", "error", "stale", "info"].map((kind) => notice(kind, `${kind}: ${t("said")}`, { since: kind === "stale" ? data.start : null, retry: kind === "error" ? ctx.reload : null })))}
    ${section(t("states"), html`<div class="row">${STATES.map((state) => html`<gc-state .value=${state}></gc-state>`)}</div>`)}
    ${section(t("deadlines"), html`<div class="row"><gc-deadline .at=${Date.now() + 7_200_000} label="a"></gc-deadline><gc-deadline .at=${Date.now() + 300_000} label="b"></gc-deadline><gc-deadline .at=${Date.now() - 60_000} label="c"></gc-deadline></div>`)}
    ${section(t("timeline"), timeline(ctx, data))}
    ${section(t("table"), html`<gc-table .rows=${data.rows} .columns=${columns} name="g" label=${t("table")} .select=${(row) => ctx.setQuery({ picked: row.id })}></gc-table>`)}
    ${section(t("chart"), html`<gc-chart .x=${data.periods} .series=${[{ label: "load", values: data.load }, { label: "wind", values: data.load.map((v, k) => (k === 5 ? null : v / 4)), step: true }]} unit="MW" title=${t("peaks")}></gc-chart>
      <gc-echart .option=${heat} title=${t("heat")} height="200"></gc-echart>`)}
    ${section(t("diff"), html`<gc-diff .rows=${[{ label: t("cost"), unit: "yuan", before: 100.5, after: 120 }, { label: "same", before: 1, after: 1 }, { label: t("state"), before: "draft", after: "approved" }]}></gc-diff>`)}
    ${section(t("why"), html`<div class="columns"><div><gc-why .parts=${[{ label: t("energy"), value: 320 }, { label: "L139", value: 45.5 }, { label: t("loss"), value: -2.5 }]} total="363" unit="yuan/MWh"></gc-why></div><div><gc-why .parts=${[{ label: t("energy"), value: 320 }]} total="400" unit="yuan/MWh"></gc-why></div></div>`)}
    ${section(t("form"), form(fields, { unit: "u-1", mw: -5, zone: "S" }, { submit: () => ctx.act("form", async () => null), problem }))}`;
}

// Nodes of a run and what each does: bars by slot, stragglers, idle share. It is drawn again as it goes on.
import { html, nothing } from "lit";
import { notice } from "./notice.js";
import "./table.js";
import "./timeline.js";

const LANES_MAX = 16;
const BARS_MAX = 600;

/** One row a slot where they are few, else one a node. */
function rowsOf(ctx, work, units) {
  const lanes = work.nodes.reduce((sum, node) => sum + node.slots, 0);
  const each = lanes <= LANES_MAX;
  return work.nodes.flatMap((node) => {
    const own = units.filter((unit) => unit.node === node.node);
    const label = node.node + (node.lost ? " ✕" : "");
    if (!each || node.slots === 1) return [{ label, bars: own.map((unit) => bar(unit, node)) }];
    return Array.from({ length: node.slots }, (none, k) => ({ label: `${label} · ${k + 1}`, bars: own.filter((unit) => unit.lane === k + 1).map((unit) => bar(unit, node)) }));
  });
}

const bar = (unit, node) => ({
  from: 1000 * unit.beganSeconds, to: unit.endedSeconds === null ? null : 1000 * unit.endedSeconds,
  state: unit.state.toLowerCase(), label: unit.name, lost: node.lost, straggler: unit.straggler,
});

/** Bars of the units; those that wait on a node for its slots are counted, not drawn. */
export function timeline(ctx, work, over) {
  const { t, f } = ctx;
  if (work.units.length === 0) return notice("info", t(over ? "allReused" : "noneYet"));
  const drawn = work.units.filter((unit) => unit.state !== "QUEUED");
  const units = drawn.slice(-BARS_MAX);
  const from = Math.min(...units.map((unit) => unit.beganSeconds));
  const end = Math.max(work.atSeconds, ...units.map((unit) => unit.endedSeconds ?? 0));
  const rows = rowsOf(ctx, work, units);
  const late = work.units.filter((unit) => unit.straggler).length;
  const busy = work.nodes.reduce((sum, node) => sum + node.busySeconds, 0);
  return html`<gc-timeline .rows=${rows} .from=${1000 * from} .to=${1000 * end} .now=${1000 * end} relative label=${t("timeline")}></gc-timeline>
    <p>${t("busy", f.number(busy, 1), work.medianSeconds === null ? "–" : f.number(work.medianSeconds, 2), late)}
      ${drawn.length > units.length ? t("latest", units.length) : nothing}</p>`;
}

/** The nodes as figures. */
export function nodesOf(ctx, work, over) {
  const { t, f } = ctx;
  if (work.nodes.length === 0) return nothing;
  const columns = [
    { key: "node", label: t("node"), cell: (row) => html`${row.node}${row.lost ? html` <span class="state bad">✕ ${t("gone")}</span>` : nothing}` },
    { key: "slots", label: t("slots"), kind: "int" },
    ...(over ? [] : [{ key: "running", label: t("runningNow"), kind: "int" }, { key: "queued", label: t("queued"), kind: "int" }]),
    { key: "done", label: t("doneUnits"), kind: "int" }, { key: "failed", label: t("failedUnits"), kind: "int" },
    { key: "busySeconds", label: t("worked"), unit: "s", kind: "number", digits: 1 },
    { key: "idleShare", label: t("idle"), kind: "percent", cell: (row) => (row.idleShare === null ? "–" : f.percent(100 * row.idleShare)) },
  ];
  return html`<gc-table .rows=${work.nodes} .columns=${columns} name="nodes" label=${t("nodesAre")}></gc-table>`;
}

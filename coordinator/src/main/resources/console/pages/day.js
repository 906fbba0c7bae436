// The board of a trading date: how every market stands, what is due, who has to act.
import { html, nothing } from "lit";
import { notice } from "../parts/notice.js";
import words from "../i18n/day.js";
import "../parts/deadline.js";
import "../parts/state.js";
import "../parts/table.js";
import "../parts/timeline.js";

export { words };
export const listens = ["day", "anomaly", "workflow", "declaration", "publication"];

const DEADLINES = 6;

export async function load(ctx) {
  return ctx.api.get("/market/board", { date: ctx.date });
}

const name = (market, cycle) => market.toUpperCase() + (cycle ? ` ${cycle}` : "");

/** The page on which an act is done. */
function place(ctx, board, act) {
  if (act.count > 1) return ctx.href("/anomalies", { market: act.market, state: "open" });
  if (act.kind === "anomaly") return ctx.href(`/anomalies/${act.id}`);
  if (act.kind === "version") return version(ctx, board, act.market, act.cycle, act.version);
  return ctx.href("/workflows", { instance: act.id.replaceAll("/", "~") });
}

function version(ctx, board, market, cycle, number) {
  return ctx.href(`/versions/${market}/${board.date}/${cycle}/${number}`, { market });
}

function bars(ctx, board, lane) {
  return lane.blocks.map((block) => ({
    from: block.from,
    to: block.to,
    state: block.state,
    label: name(lane.market, block.cycle),
    href: block.version ? version(ctx, board, lane.market, block.cycle, block.version) : undefined,
  }));
}

/** Acts with the anomalies of one rule in one market as one: a rule may find a hundred at once. */
function gathered(acts) {
  const groups = new Map();
  for (const act of acts) {
    const key = act.kind === "anomaly" ? `${act.market} ${act.what}` : act;
    const first = groups.get(key);
    groups.set(key, first ? { ...first, count: (first.count || 1) + 1, cycle: 0 } : act);
  }
  return [...groups.values()];
}

const said = (t, act) => {
  if (act.count > 1) return t("act-anomalies", act.count, act.what);
  return t(`act-${act.kind}`, act.kind === "version" ? t(`do-${act.what}`) : act.what, act.id || act.version);
};

/** Whether this person may do it: by a right, and not by the one who did the step before. */
const mine = (ctx, act) => act.rights.some((right) => ctx.session.may(right)) && act.not !== ctx.session.name;

function acts(ctx, board) {
  const { t } = ctx;
  if (board.acts.length === 0) return notice("empty", t("nothingToDo"));
  const columns = [
    { key: "you", label: t("who"), cell: (act) => (mine(ctx, act) ? html`<b>▶ ${t("you")}</b>` : act.groups.length ? act.groups.join(", ") : act.rights.join(", ")) },
    { key: "what", label: t("what"), sort: true, cell: (act) => html`<a href=${place(ctx, board, act)}>${said(t, act)}</a>` },
    { key: "market", label: t("market"), sort: true, filter: true, cell: (act) => name(act.market, act.cycle) },
    { key: "due", label: t("due"), cell: (act) => (act.due ? html`<gc-deadline .at=${act.due} label=""></gc-deadline>` : "–") },
  ];
  const rows = gathered(board.acts).sort((a, b) => mine(ctx, b) - mine(ctx, a));
  return html`<gc-table .rows=${rows} .columns=${columns} name="acts" label=${t("needsYou")}></gc-table>`;
}

function tiles(ctx, board) {
  const { t } = ctx;
  const blocks = board.lanes.flatMap((lane) => lane.blocks);
  const count = (...states) => blocks.filter((block) => states.includes(block.state)).length;
  const tile = (value, label, href) => html`<div class="tile"><b>${value}</b>${href ? html`<a href=${href}>${label}</a>` : label}</div>`;
  return html`<div class="tiles">
    ${tile(count("approved", "published"), t("inForce"))}
    ${tile(blocks.length, t("runs"))}
    ${tile(count("draft", "checked", "submitted"), t("underWay"))}
    ${tile(count("failed", "missed", "escalated"), t("failed"))}
    ${tile(`${board.openAnomalies} / ${board.severeAnomalies}`, t("anomalies"), ctx.href("/anomalies", { all: 1 }))}
  </div>`;
}

export function view(ctx, board) {
  const { t } = ctx;
  const marks = board.deadlines.map((each) => ({ at: each.at, label: t(`due-${each.label}`), row: each.market.toUpperCase() }));
  const rows = board.lanes.map((lane) => ({ label: lane.market.toUpperCase(), bars: bars(ctx, board, lane) }));
  const soon = board.deadlines.slice(0, DEADLINES);
  return html`<h1>${t("title", board.date)}</h1>
    ${tiles(ctx, board)}
    <section aria-label=${t("strip")}><h2>${t("strip")} <small>${board.zone}</small></h2>
      <gc-timeline .rows=${rows} .from=${board.from} .to=${board.to} .now=${board.now} .marks=${marks} label=${t("strip")}></gc-timeline></section>
    <div class="columns">
      <section aria-label=${t("needsYou")}><h2>${t("needsYou")}</h2>${acts(ctx, board)}</section>
      <section aria-label=${t("deadlines")}><h2>${t("deadlines")}</h2>
        ${soon.length === 0 ? notice("empty", t("noDeadline")) : nothing}
        <ul class="bare">${soon.map((each) => html`<li><gc-deadline .at=${each.at} label="${name(each.market, each.cycle)} ${t(`due-${each.label}`)}"></gc-deadline></li>`)}</ul>
      </section></div>`;
}

// The board of a trading date: how every market stands, what is due, who has to act.
import { html } from "lit";
import words from "../i18n/day.js";
import "../parts/timeline.js";

export { words };
export const listens = ["day", "anomaly", "workflow", "declaration", "publication"];

export async function load(ctx) {
  return ctx.api.get("/market/board", { date: ctx.query.date });
}

export function view(ctx, board) {
  return html`<h1>${ctx.t("title", board.date)}</h1>`;
}

// Where the amounts of an entity of a close come from.
import { html } from "lit";
import words from "../i18n/settlement.js";
import { explain } from "../parts/explain.js";

export { words };
export const listens = [];

export function load(ctx) {
  const { close, entity } = ctx.params;
  const { item, day, interval } = ctx.query;
  return ctx.api.get(`/closes/${encodeURIComponent(close)}/entities/${encodeURIComponent(entity)}/explanation`, { item, day, interval });
}

export const view = (ctx, data) => html`<h1>${data.name} <small>${data.entity}</small></h1>
  <p><a href=${ctx.href(`/settlement/${ctx.params.close}`)}>${ctx.t("close")} ${ctx.params.close}</a></p>
  ${explain(ctx, data)}`;

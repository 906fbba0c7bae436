// A word with shape and colour, for states that are a page's own.
import { html } from "lit";

const SHAPES = { good: "✓", warn: "▲", bad: "✕", busy: "◐", wait: "○" };

/** kind: good, warn, bad, busy or wait. */
export const mark = (kind, text) => html`<span class="state ${kind}"><span aria-hidden="true">${SHAPES[kind]}</span> ${text}</span>`;

/** A number that has to be 0; nothing where there was nothing to compare. */
export function zero(ctx, value, none) {
  if (value === null || value === undefined) return mark("wait", none);
  return Number(value) === 0 ? mark("good", "0") : mark("bad", ctx.f.number(value, 3));
}

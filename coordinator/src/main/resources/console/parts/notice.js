// What a page says instead of data, or above them: empty, loading, error, stale, info.
import { html, nothing } from "lit";
import { f } from "../app/format.js";
import { word } from "../app/words.js";

const SHAPES = { empty: "∅", loading: "…", error: "✕", stale: "◷", info: "ℹ" };

/** since: when what is shown was true; advice: what to do; retry: asks again. */
export function notice(kind, text, { since, advice, retry } = {}) {
  return html`<div class="notice ${kind}" role=${kind === "error" ? "alert" : "status"}>
    <span class="shape" aria-hidden="true">${SHAPES[kind]}</span>
    <p>${text} ${since ? html`<b>${word("since", f.clock(since))} ${f.zone(since)}</b>` : nothing} ${advice || nothing}</p>
    ${retry ? html`<button @click=${retry}>${word("retry")}</button>` : nothing}
  </div>`;
}

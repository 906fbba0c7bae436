// What was and what is, side by side; what did not change is not shown.
import { LitElement, html } from "lit";
import { f } from "../app/format.js";
import { word } from "../app/words.js";
import { notice } from "./notice.js";

const shown = (value) => (typeof value === "number" ? f.number(value, 2) : value === null || value === undefined ? "–" : String(value));

class Diff extends LitElement {
  static properties = { rows: {}, label: {} };

  createRenderRoot() {
    return this;
  }

  render() {
    const rows = (this.rows || []).filter((row) => row.before !== row.after);
    if (rows.length === 0) return notice("empty", word("nothing"));
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${this.label || word("change")}><table class="diff"><thead><tr><th scope="col"></th>
      <th scope="col" class="n">${word("was")}</th><th scope="col" class="n">${word("is")}</th><th scope="col" class="n">${word("change")}</th></tr></thead>
      <tbody>${rows.map((row) => {
        const both = typeof row.before === "number" && typeof row.after === "number";
        const change = both ? row.after - row.before : null;
        const sign = change === null ? "" : change > 0 ? "▲ " : "▼ ";
        return html`<tr><th scope="row">${row.label}${row.unit ? html` <small>${row.unit}</small>` : ""}</th>
          <td class="n old">${shown(row.before)}</td><td class="n">${shown(row.after)}</td><td class="n">${change === null ? "≠" : sign + f.number(change, 2)}</td></tr>`;
      })}</tbody></table></div>`;
  }
}

customElements.define("gc-diff", Diff);

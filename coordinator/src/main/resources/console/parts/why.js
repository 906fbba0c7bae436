// Why a figure is what it is: its parts, which have to add up; if they do not, that is said.
import { LitElement, html, nothing } from "lit";
import { f } from "../app/format.js";
import { word } from "../app/words.js";
import { notice } from "./notice.js";

const CLOSE = 0.005;

class Why extends LitElement {
  static properties = { parts: {}, total: {}, unit: {}, label: {} };

  createRenderRoot() {
    return this;
  }

  render() {
    const parts = this.parts || [];
    const sum = parts.reduce((all, part) => all + part.value, 0);
    const total = this.total === undefined || this.total === null ? sum : Number(this.total);
    const most = Math.max(...parts.map((part) => Math.abs(part.value)), 1e-9);
    return html`<table class="why"><thead><tr><th scope="col">${word("part")}</th><th scope="col" class="n">${word("value")} <small>${this.unit}</small></th><th></th></tr></thead>
      <tbody>${parts.map((part) => html`<tr><th scope="row">${part.href ? html`<a href=${part.href}>${part.label}</a>` : part.label}${part.said ? html` <small>${part.said}</small>` : nothing}</th>
        <td class="n">${f.number(part.value, 2)}</td>
        <td><span class="meter ${part.value < 0 ? "minus" : ""}" aria-hidden="true" .style=${`width:${(100 * Math.abs(part.value)) / most}px`}></span></td></tr>`)}</tbody>
      <tfoot><tr><th scope="row">${word("total")}</th><td class="n"><b>${f.number(total, 2)}</b></td><td></td></tr></tfoot></table>
      ${Math.abs(sum - total) > CLOSE * Math.max(1, Math.abs(total)) ? notice("error", word("sumWrong")) : nothing}`;
  }
}

customElements.define("gc-why", Why);

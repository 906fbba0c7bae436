// A clock that runs down to a deadline by the server's time, and says when it has passed.
import { LitElement, html } from "lit";
import { clock } from "../app/clock.js";
import { f } from "../app/format.js";
import { word } from "../app/words.js";

const SECOND = 1000;
const SOON_S = 900;

class Deadline extends LitElement {
  static properties = { at: {}, label: {} };

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.timer = setInterval(() => this.requestUpdate(), SECOND);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  render() {
    const left = (new Date(this.at).getTime() - clock.now()) / SECOND;
    const kind = left < 0 ? "bad" : left < SOON_S ? "warn" : "wait";
    const shape = left < 0 ? "✕" : left < SOON_S ? "▲" : "◷";
    return html`<span class="state ${kind}"><span aria-hidden="true">${shape}</span> ${this.label}
      ${left < 0 ? html`${word("overdue")} ` : ""}<b class="clock">${f.duration(Math.abs(left))}</b>
      <small>${f.time(this.at)} ${f.zone(this.at)}</small></span>`;
  }
}

customElements.define("gc-deadline", Deadline);

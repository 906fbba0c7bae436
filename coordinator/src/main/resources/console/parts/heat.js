// A map of units by periods: what is on, and how much it gives; every cell can be asked.
import { LitElement, html } from "lit";
import { f } from "../app/format.js";
import { word } from "../app/words.js";
import { colour, variable } from "./colour.js";

const ROW_PX = 6;
const HEIGHT_MAX = 480;
const NAME_PX = 84;

class Heat extends LitElement {
  static properties = { units: {}, times: {}, title: {}, onpick: {}, at: { state: true } };

  constructor() {
    super();
    this.at = null;
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.watch = new ResizeObserver(() => this.draw());
    this.watch.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.watch.disconnect();
  }

  updated() {
    this.draw();
  }

  get size() {
    const width = Math.max(200, this.clientWidth);
    const rows = Math.max(1, this.units.length);
    const height = Math.min(HEIGHT_MAX, Math.max(60, rows * ROW_PX * (rows < 40 ? 3 : 1)));
    return { width, height, left: rows < 40 ? NAME_PX : 0, row: height / rows, column: (width - (rows < 40 ? NAME_PX : 0)) / Math.max(1, this.times.length) };
  }

  draw() {
    const canvas = this.querySelector("canvas");
    if (!canvas) return;
    const { width, height, left, row, column } = this.size;
    const ratio = Math.min(2, devicePixelRatio || 1);
    canvas.width = width * ratio;
    canvas.height = height * ratio;
    canvas.style.height = `${height}px`;
    const ink = canvas.getContext("2d");
    ink.scale(ratio, ratio);
    ink.fillStyle = variable("--back2");
    ink.fillRect(left, 0, width - left, height);
    this.units.forEach((unit, u) => {
      const most = Math.max(1e-9, ...unit.mw);
      for (let t = 0; t < unit.on.length; t++) {
        if (unit.on[t] !== "1") continue;
        ink.globalAlpha = 0.35 + (0.65 * Math.max(0, unit.mw[t])) / most;
        ink.fillStyle = colour(unit.fuel || "thermal");
        ink.fillRect(left + t * column, u * row, Math.max(1, column - (column > 4 ? 1 : 0)), Math.max(1, row - (row > 3 ? 1 : 0)));
      }
      ink.globalAlpha = 1;
      if (left) {
        ink.fillStyle = variable("--ink");
        ink.font = "12px system-ui";
        ink.fillText(unit.id.slice(0, 12), 0, u * row + Math.min(row, 14) - 2);
      }
    });
    if (this.at) {
      ink.strokeStyle = variable("--accent");
      ink.lineWidth = 2;
      ink.strokeRect(left + this.at.t * column, this.at.u * row, column, Math.max(row, 3));
    }
  }

  cellAt(event) {
    const { left, row, column } = this.size;
    const box = event.currentTarget.getBoundingClientRect();
    const t = Math.floor((event.clientX - box.left - left) / column), u = Math.floor((event.clientY - box.top) / row);
    return this.units[u] && t >= 0 && t < this.times.length ? { u, t } : null;
  }

  move(event) {
    const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
    if (step) {
      const { u, t } = this.at || { u: 0, t: 0 };
      this.at = { u: Math.min(this.units.length - 1, Math.max(0, u + step[0])), t: Math.min(this.times.length - 1, Math.max(0, t + step[1])) };
      event.preventDefault();
    } else if (event.key === "Enter" && this.at) {
      this.onpick?.(this.units[this.at.u], this.at.t);
    }
  }

  said() {
    if (!this.at) return "";
    const unit = this.units[this.at.u];
    const on = unit.on[this.at.t] === "1";
    return `${unit.id} (${unit.fuel}), ${this.times[this.at.t]}: ${on ? f.mw(unit.mw[this.at.t]) + " MW" : "0"}`;
  }

  render() {
    return html`<figure class="chart"><figcaption>${this.title}</figcaption>
      <canvas class="heat" tabindex="0" role="img" aria-label=${`${this.title} ${this.said()}`}
        @pointermove=${(e) => (this.at = this.cellAt(e))} @click=${(e) => { const cell = this.cellAt(e); if (cell) this.onpick?.(this.units[cell.u], cell.t); }}
        @keydown=${(e) => this.move(e)}></canvas>
      <p class="said" role="status">${this.said()}</p>
      <details><summary>${word("tableOf")}</summary><div class="scroll" tabindex="0" role="region" aria-label=${this.title}><table>
        <thead><tr><th scope="col">${word("unit")}</th>${this.times.map((time) => html`<th scope="col" class="n">${time}</th>`)}</tr></thead>
        <tbody>${this.units.slice(0, 500).map((unit) => html`<tr><th scope="row">${unit.id}</th>${[...unit.on].map((on, t) => html`<td class="n">${on === "1" ? f.mw(unit.mw[t]) : ""}</td>`)}</tr>`)}</tbody>
      </table></div></details></figure>`;
  }
}

customElements.define("gc-heat", Heat);

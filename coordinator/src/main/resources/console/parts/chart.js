// A small chart of lines over periods, with its values in a table behind it.
import { LitElement, html, nothing } from "lit";
import uPlot from "uplot";
import { f } from "../app/format.js";
import { word } from "../app/words.js";
import { colours, variable } from "./colour.js";

const HEIGHT = 220;
const WHOLE = [1, 2, 3, 4, 6, 8, 12, 16, 24, 48, 96, 192, 288, 576];

class Chart extends LitElement {
  static properties = { x: {}, series: {}, unit: {}, title: {}, onpick: {}, height: {} };

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.watch = new ResizeObserver(() => this.resize());
    this.watch.observe(this);
    this.scheme = matchMedia("(prefers-color-scheme: dark)");
    this.redraw = () => this.requestUpdate();
    this.scheme.addEventListener("change", this.redraw);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.watch.disconnect();
    this.scheme.removeEventListener("change", this.redraw);
    this.plot?.destroy();
    this.plot = null;
  }

  resize() {
    const width = Math.max(200, this.clientWidth);
    if (this.plot && this.plot.width !== width) this.plot.setSize({ width, height: this.height || HEIGHT });
  }

  /** Labels of x stand at places 0, 1, 2 …, whatever they are. */
  options() {
    const axis = { stroke: variable("--ink2"), grid: { stroke: variable("--line"), width: 1 }, ticks: { stroke: variable("--line") }, font: "12px system-ui" };
    const strokes = colours(this.series);
    const label = (k) => (Number.isInteger(k) ? String(this.x[k] ?? "") : "");
    return {
      width: Math.max(200, this.clientWidth), height: this.height || HEIGHT, legend: { live: true },
      scales: { x: { time: false } },
      axes: [{ ...axis, values: (u, at) => at.map(label), space: 60, incrs: WHOLE }, { ...axis, size: 64, values: (u, at) => at.map((v) => f.number(v, Number.isInteger(v) ? 0 : 1)) }],
      series: [{ label: word("time"), value: (u, k) => (k === null ? "" : label(k)) },
        ...this.series.map((each, k) => ({
          label: each.label, stroke: strokes[k], width: 1.5, dash: each.dash ? [6, 4] : undefined, spanGaps: false,
          paths: each.step ? uPlot.paths.stepped({ align: 1 }) : undefined, points: { show: each.values.length < 2 },
          value: (u, v) => (v === null ? "–" : `${f.number(v, 2)} ${this.unit || ""}`),
        }))],
      hooks: { ready: [(u) => this.onpick && u.over.addEventListener("click", () => u.cursor.idx !== null && this.onpick(u.cursor.idx))] },
    };
  }

  updated() {
    const box = this.querySelector(".plot");
    this.plot?.destroy();
    this.plot = null;
    if (!box || !this.series?.length) return;
    const data = [this.x.map((each, k) => k), ...this.series.map((each) => each.values.map((v) => v ?? null))];
    this.plot = new uPlot(this.options(), data, box);
  }

  render() {
    const rows = this.x || [];
    const said = `${this.title || ""} ${this.unit ? `(${this.unit})` : ""}`;
    return html`<figure class="chart"><figcaption>${this.title} ${this.unit ? html`<small>${this.unit}</small>` : nothing}</figcaption>
      <div class="plot" role="img" aria-label=${said}></div>
      <details><summary>${word("tableOf")}</summary><div class="scroll" tabindex="0" role="region" aria-label=${said}><table><thead><tr><th scope="col"></th>
        ${(this.series || []).map((each) => html`<th scope="col" class="n">${each.label}</th>`)}</tr></thead>
        <tbody>${rows.map((label, k) => html`<tr><th scope="row">${label}</th>${this.series.map((each) => html`<td class="n">${f.number(each.values[k], 2)}</td>`)}</tr>`)}</tbody>
      </table></div></details></figure>`;
  }
}

customElements.define("gc-chart", Chart);

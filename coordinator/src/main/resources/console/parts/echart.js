// A large chart by ECharts, which is loaded when one is shown; tooltips are drawn, not markup.
import { LitElement, html, nothing } from "lit";
import { word } from "../app/words.js";
import { cell, isNumber } from "./cells.js";
import { variable } from "./colour.js";

const HEIGHT = 360;

class EChart extends LitElement {
  static properties = { option: {}, title: {}, table: {}, onpick: {}, height: {} };

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.watch = new ResizeObserver(() => this.chart?.resize());
    this.watch.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.watch.disconnect();
    this.chart?.dispose();
    this.chart = null;
  }

  async updated() {
    const box = this.querySelector(".plot");
    if (!this.option || !box) return;
    const echarts = await import("echarts");
    if (!this.isConnected) return;
    if (!this.chart) {
      this.chart = echarts.init(box, null, { renderer: "canvas" });
      this.chart.on("click", (event) => this.onpick?.(event));
    }
    const text = { color: variable("--ink"), fontFamily: "system-ui" };
    this.chart.setOption(
      { animation: false, textStyle: text, ...this.option, tooltip: { ...this.option.tooltip, renderMode: "richText", confine: true } },
      { notMerge: true },
    );
  }

  behind() {
    if (!this.table) return nothing;
    const { columns, rows } = this.table;
    return html`<details><summary>${word("tableOf")}</summary><div class="scroll" tabindex="0" role="region" aria-label=${this.title}><table>
      <thead><tr>${columns.map((column) => html`<th scope="col" class=${isNumber(column) ? "n" : ""}>${column.label}</th>`)}</tr></thead>
      <tbody>${rows.slice(0, 2000).map((row) => html`<tr>${columns.map((column) => html`<td class=${isNumber(column) ? "n" : ""}>${cell(column, row)}</td>`)}</tr>`)}</tbody></table></div></details>`;
  }

  render() {
    return html`<figure class="chart"><figcaption>${this.title}</figcaption>
      <div class="plot" role="img" aria-label=${this.title} .style=${`height:${this.height || HEIGHT}px`}></div>${this.behind()}</figure>`;
  }
}

customElements.define("gc-echart", EChart);

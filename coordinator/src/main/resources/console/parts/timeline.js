// Bars over time: a strip of the day, or nodes and what each did. Every bar has shape, word and link.
import { LitElement, html, nothing } from "lit";
import { f } from "../app/format.js";
import { word } from "../app/words.js";
import { look, stateWord } from "./state.js";

const LEAST_PERCENT = 0.4;
const TICKS = 8;
const FEW = 3;
const NAMED_PERCENT = 2;

class Timeline extends LitElement {
  static properties = { rows: {}, from: {}, to: {}, now: {}, marks: {}, label: {}, relative: { type: Boolean } };

  createRenderRoot() {
    return this;
  }

  place(at) {
    const from = new Date(this.from).getTime();
    const to = new Date(this.to).getTime();
    return Math.min(100, Math.max(0, (100 * (new Date(at).getTime() - from)) / Math.max(1, to - from)));
  }

  /** A time as it is said: on the market's clock, or in seconds since the beginning. */
  said(at) {
    return this.relative ? `${f.number((new Date(at) - new Date(this.from)) / 1000, 1)} s` : f.time(at);
  }

  bar(bar, few) {
    const left = this.place(bar.from);
    const width = Math.max(LEAST_PERCENT, this.place(bar.to ?? this.now ?? this.to) - left);
    const [shape, kind] = look(bar.state);
    const said = `${bar.label}, ${stateWord(bar.state)}, ${this.said(bar.from)} – ${bar.to ? this.said(bar.to) : "…"}`;
    const at = `left:${left}%;width:${width}%`;
    const inner = few || width > NAMED_PERCENT ? html`<span aria-hidden="true">${shape}</span> <span class="name">${bar.label}</span>` : nothing;
    const classes = `bar ${kind}${bar.straggler ? " straggler" : ""}${bar.lost ? " lost" : ""}`;
    return bar.href
      ? html`<a class=${classes} .style=${at} href=${bar.href} title=${said} aria-label=${said}>${inner}</a>`
      : html`<span class=${classes} .style=${at} title=${said} role="img" aria-label=${said}>${inner}</span>`;
  }

  ticks() {
    const from = new Date(this.from).getTime();
    const step = (new Date(this.to).getTime() - from) / TICKS;
    const whole = step >= 60_000;
    return Array.from({ length: TICKS }, (each, k) => {
      const text = this.relative ? this.said(from + k * step) : f.clock(from + k * step);
      return html`<span class="tick" .style=${`left:${(100 * k) / TICKS}%`}>${whole && !this.relative ? text.slice(0, 5) : text}</span>`;
    });
  }

  render() {
    const marks = this.marks || [];
    const now = this.now && this.place(this.now);
    return html`<div class="timeline" role="group" aria-label=${this.label || word("time")}>
      <div class="track"><span class="rowname"></span><div class="axis" aria-hidden="true">${this.ticks()}</div></div>
      ${(this.rows || []).map((row) => html`<div class="track"><span class="rowname">${row.label}</span>
        <div class=${row.bars.length <= FEW ? "bars few" : "bars"}>${row.bars.map((bar) => this.bar(bar, row.bars.length <= FEW))}
          ${marks.filter((mark) => !mark.row || mark.row === row.label).map((mark) => html`<span class="mark" .style=${`left:${this.place(mark.at)}%`} title="${mark.label} ${f.time(mark.at)}"></span>`)}
          ${now > 0 && now < 100 ? html`<span class="nowline" .style=${`left:${now}%`}></span>` : nothing}</div></div>`)}
    </div>`;
  }
}

customElements.define("gc-timeline", Timeline);

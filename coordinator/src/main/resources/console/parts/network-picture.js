// A network on a canvas: buses coloured by price, branches by loading; 96 periods of 10 000 buses are scrubbed.
import { LitElement, html, nothing } from "lit";
import { word } from "../app/words.js";
import { around, inSight } from "./network-lasso.js";
import { paintBase, paintFrame } from "./network-paint.js";

const RATIO = 0.55;

class NetworkPicture extends LitElement {
  static properties = { network: {}, frames: {}, period: {}, title: {}, onpick: {}, find: {}, lasso: {}, onlasso: {}, selected: {} };

  constructor() {
    super();
    this.view = null;
    this.base = null;
    this.drawn = 0;
    this.chosen = null;
    this.pointers = new Map();
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.watch = new ResizeObserver(() => this.fit());
    this.watch.observe(this);
    this.scheme = matchMedia("(prefers-color-scheme: dark)");
    this.again = () => this.redraw(true);
    this.scheme.addEventListener("change", this.again);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.watch.disconnect();
    this.scheme.removeEventListener("change", this.again);
  }

  updated(changed) {
    if (changed.has("network")) this.place();
    if (changed.has("find") && this.find) this.centre(this.find);
    // A period takes a millisecond to paint and is shown in this very frame of the screen.
    if (this.base && !this.stale && changed.has("period")) this.draw();
    else this.redraw(changed.has("network"));
  }

  /** Places as plain arrays, and the box around them. */
  place() {
    const { buses } = this.network;
    this.x = Float32Array.from(buses, (bus) => bus[3]);
    this.y = Float32Array.from(buses, (bus) => bus[4]);
    this.box = { left: Math.min(...this.range(this.x)), right: Math.max(...this.range(this.x)), top: Math.min(...this.range(this.y)), bottom: Math.max(...this.range(this.y)) };
    this.view = null;
    this.fit();
  }

  range(values) {
    let least = Infinity, most = -Infinity;
    for (const value of values) {
      if (value < least) least = value;
      if (value > most) most = value;
    }
    return [least, most];
  }

  fit() {
    const canvas = this.querySelector("canvas");
    if (!canvas || !this.network || !this.box) return;
    const width = Math.max(200, this.clientWidth), height = Math.max(260, Math.min(640, Math.round(width * RATIO)));
    if (this.view && this.view.width === width) return;
    const ratio = Math.min(2, devicePixelRatio || 1);
    canvas.width = width * ratio;
    canvas.height = height * ratio;
    canvas.style.height = `${height}px`;
    const { left, right, top, bottom } = this.box;
    const scale = Math.min((width - 24) / Math.max(1, right - left), (height - 24) / Math.max(1, bottom - top));
    this.view = { ratio, width, height, scale, x: width / 2 - (scale * (left + right)) / 2, y: height / 2 - (scale * (top + bottom)) / 2 };
    this.whole = { ...this.view };
    this.redraw(true);
  }

  zoom(factor, cx = this.view.width / 2, cy = this.view.height / 2) {
    const view = this.view;
    const next = Math.min(400, Math.max(0.2, view.scale * factor));
    view.x = cx - ((cx - view.x) * next) / view.scale;
    view.y = cy - ((cy - view.y) * next) / view.scale;
    view.scale = next;
    this.redraw(true);
  }

  move(dx, dy) {
    this.view.x += dx;
    this.view.y += dy;
    this.redraw(true);
  }

  /** Goes to a bus or a branch by its id; false if there is none. */
  centre(id) {
    const bus = this.network.buses.findIndex((each) => each[0] === id), link = this.network.links.findIndex((each) => each[0] === id);
    if (bus < 0 && link < 0) return false;
    this.chosen = bus >= 0 ? { bus } : { link };
    if (!this.view) return true;
    const b = bus >= 0 ? bus : this.network.links[link][1];
    this.view.scale = Math.max(this.view.scale, 20);
    this.view.x = this.view.width / 2 - this.view.scale * this.x[b];
    this.view.y = this.view.height / 2 - this.view.scale * this.y[b];
    this.redraw(true);
    return true;
  }

  redraw(moved) {
    this.stale ||= moved;
    if (this.due || !this.view) return;
    this.due = requestAnimationFrame(() => {
      this.due = null;
      this.draw();
    });
  }

  draw() {
    const canvas = this.querySelector("canvas");
    if (!canvas || !this.view) return;
    if (this.stale || !this.base) {
      this.base = paintBase(this);
      this.stale = false;
    }
    paintFrame(this, canvas.getContext("2d"));
    this.drawn++;
  }

  near(px, py) {
    const { x, y, view } = this;
    let best = null, least = 144;
    for (let b = 0; b < x.length; b++) {
      const d = (view.x + view.scale * x[b] - px) ** 2 + (view.y + view.scale * y[b] - py) ** 2;
      if (d < least) [least, best] = [d, { bus: b }];
    }
    if (best && least < 64) return best;
    for (let l = 0; l < this.network.links.length; l++) {
      const [, a, c] = this.network.links[l];
      const x1 = view.x + view.scale * x[a], y1 = view.y + view.scale * y[a], dx = view.scale * (x[c] - x[a]), dy = view.scale * (y[c] - y[a]);
      const share = Math.min(1, Math.max(0, ((px - x1) * dx + (py - y1) * dy) / (dx * dx + dy * dy || 1)));
      const d = (x1 + share * dx - px) ** 2 + (y1 + share * dy - py) ** 2;
      if (d < least && d < 36) [least, best] = [d, { link: l }];
    }
    return best;
  }

  spot(event) {
    const box = event.currentTarget.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  }

  down(event) {
    event.currentTarget.setPointerCapture(event.pointerId);
    this.pointers.set(event.pointerId, this.spot(event));
    this.moved = 0;
    this.trail = this.lasso ? [this.spot(event)] : null;
  }

  drag(event) {
    const before = this.pointers.get(event.pointerId);
    if (!before) return;
    const now = this.spot(event);
    if (this.trail) {
      this.trail.push(now);
      this.redraw(false);
      return;
    }
    const other = [...this.pointers].find(([id]) => id !== event.pointerId)?.[1];
    const apart = (p) => Math.hypot(p[0] - other[0], p[1] - other[1]);
    if (other) this.zoom(apart(now) / Math.max(1, apart(before)), ...other);
    else this.move(now[0] - before[0], now[1] - before[1]);
    this.moved += Math.abs(now[0] - before[0]) + Math.abs(now[1] - before[1]);
    this.pointers.set(event.pointerId, now);
  }

  up(event) {
    this.pointers.delete(event.pointerId);
    const trail = this.trail;
    this.trail = null;
    if (trail?.length > 3) this.onlasso?.(around(this, trail));
    else if (this.moved < 4) this.pick(this.near(...this.spot(event)));
  }

  pick(what) {
    this.chosen = what;
    this.redraw(false);
    if (what) this.onpick?.(what.bus !== undefined ? { bus: this.network.buses[what.bus][0], number: what.bus } : { branch: this.network.links[what.link][0], number: what.link });
  }

  key(event) {
    const step = { ArrowLeft: [40, 0], ArrowRight: [-40, 0], ArrowUp: [0, 40], ArrowDown: [0, -40] }[event.key];
    if (step) this.move(...step);
    else if (event.key === "s") this.onlasso?.(inSight(this));
    else if (event.key === "+" || event.key === "=") this.zoom(1.25);
    else if (event.key === "-") this.zoom(0.8);
    else if (event.key === "0") {
      this.view = { ...this.whole };
      this.redraw(true);
    } else if (event.key === "Enter") this.pick(this.near(this.view.width / 2, this.view.height / 2));
    else return;
    event.preventDefault();
  }

  wheel(event) {
    if (!event.ctrlKey && document.activeElement !== event.currentTarget) return;
    event.preventDefault();
    this.zoom(Math.exp(-event.deltaY / 400), ...this.spot(event));
  }

  render() {
    return html`<figure class="chart"><figcaption>${this.title || nothing}</figcaption>
      <canvas class="network" tabindex="0" role="img" aria-label=${this.title || word("none")}
        @pointerdown=${(e) => this.down(e)} @pointermove=${(e) => this.drag(e)} @pointerup=${(e) => this.up(e)}
        @pointercancel=${(e) => this.pointers.delete(e.pointerId)} @keydown=${(e) => this.key(e)} @wheel=${(e) => this.wheel(e)}></canvas></figure>`;
  }
}

customElements.define("gc-network", NetworkPicture);

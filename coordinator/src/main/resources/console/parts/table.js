// A windowed table: only the rows in sight are drawn; pages, sort and filter are the server's where it has them.
import { LitElement, html, nothing } from "lit";
import { api } from "../app/api.js";
import { here, setQuery } from "../app/router.js";
import { word } from "../app/words.js";
import { cell, compare, isNumber } from "./cells.js";
import { notice } from "./notice.js";

const ROW_PX = 26;
const MARGIN = 12;
const IN_SIGHT_PX = 560;
const ON_PAPER = 2000;

class Table extends LitElement {
  static properties = { source: {}, columns: {}, rows: {}, select: {}, page: {}, name: {}, picked: {}, onpick: {}, label: {}, top: { state: true }, found: { state: true }, problem: { state: true } };

  constructor() {
    super();
    this.columns = [];
    this.page = 100;
    this.name = "t";
    this.top = 0;
    this.found = null;
    this.problem = null;
    this.asked = "";
    this.again = () => this.ask(true);
    this.paper = matchMedia("print");
    this.toPaper = () => this.requestUpdate();
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener("gc-reload", this.again);
    this.paper.addEventListener("change", this.toPaper);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener("gc-reload", this.again);
    this.paper.removeEventListener("change", this.toPaper);
  }

  /** What the address says about this table: sort, filters, offset. */
  get asks() {
    const query = here().query;
    const own = (key) => query[`${this.name}.${key}`];
    const filters = {};
    for (const column of this.columns) if (own(column.key)) filters[column.key] = own(column.key);
    return { sort: own("sort") || "", filters, offset: Number(own("offset") || 0) };
  }

  change(values) {
    const change = {};
    for (const [key, value] of Object.entries(values)) change[`${this.name}.${key}`] = value === "" ? null : value;
    setQuery(change);
    this.requestUpdate();
  }

  willUpdate() {
    if (this.source && !this.rows) this.ask(false);
  }

  query(paged) {
    const { sort, filters, offset } = this.asks;
    const server = this.source.server ? { ...filters, sort } : {};
    return { ...this.source.query, ...server, ...(paged ? { offset, limit: this.page } : {}) };
  }

  async ask(anyway) {
    if (!this.source || this.rows) return;
    const query = this.query(this.source.paged !== false);
    const address = JSON.stringify([this.source.path, query]);
    if (address === this.asked && !anyway) return;
    this.asked = address;
    try {
      const found = await api.table(this.source.path, query);
      if (this.asked !== address) return;
      this.found = found;
      this.problem = null;
    } catch (problem) {
      if (this.asked === address) this.problem = problem;
    }
  }

  /** Rows to draw: those of the server in its order, or given ones sorted and filtered here. */
  shown() {
    const { sort, filters, offset } = this.asks;
    const given = this.rows || this.found?.rows || [];
    if (!this.rows && this.source?.server) return { rows: given, total: this.found?.total ?? 0, offset, paged: true };
    let rows = given;
    for (const [key, text] of Object.entries(filters)) {
      rows = rows.filter((row) => String(row[key] ?? "").toLowerCase().includes(text.toLowerCase()));
    }
    const column = this.columns.find((each) => each.key === sort.replace(/^-/, ""));
    if (column) {
      const sign = sort.startsWith("-") ? -1 : 1;
      rows = [...rows].sort((a, b) => sign * compare(column, a, b));
    }
    const paged = !this.rows && this.found?.paged && this.found.total > this.found.rows.length;
    return { rows, total: paged ? this.found.total : rows.length, offset: paged ? offset : 0, paged };
  }

  head(column) {
    const { sort, filters } = this.asks;
    const down = sort === `-${column.key}`, up = sort === column.key;
    const name = html`${column.label}${column.unit ? html` <small>${column.unit}</small>` : nothing}`;
    return html`<th scope="col" class=${isNumber(column) ? "n" : ""} aria-sort=${up ? "ascending" : down ? "descending" : "none"}>
      ${column.sort
        ? html`<button class="plain" title=${word("sortBy", column.label)}
            @click=${() => this.change({ sort: up ? `-${column.key}` : down ? "" : column.key, offset: "" })}>${name}
            <span aria-hidden="true">${up ? "↑" : down ? "↓" : ""}</span></button>`
        : name}
      ${column.filter
        ? html`<input type="search" aria-label=${word("filter", column.label)} .value=${filters[column.key] || ""}
            @change=${(e) => this.change({ [column.key]: e.target.value.trim(), offset: "" })}>`
        : nothing}</th>`;
  }

  row(row, k) {
    const open = this.select ? () => this.select(row) : null;
    const key = (event) => event.key === "Enter" && event.target === event.currentTarget && open?.();
    const pick = this.picked
      ? html`<td><input type="checkbox" aria-label=${word("chosen", 1)} .checked=${this.picked.has(row)} @click=${(e) => e.stopPropagation()} @change=${() => this.onpick(row)}></td>`
      : nothing;
    return html`<tr aria-rowindex=${k + 2} class=${open ? "link" : ""} tabindex=${open ? 0 : nothing} @click=${open} @keydown=${key}>${pick}
      ${this.columns.map((column) => html`<td class=${isNumber(column) ? "n" : ""}>${cell(column, row)}</td>`)}</tr>`;
  }

  foot({ rows, total, offset, paged }) {
    const first = rows.length ? offset + 1 : 0;
    const links = () => ["csv", "xlsx", "parquet"].map(
      (format) => html` <a download href=${api.link(this.source.path, { ...this.query(false), format })}>${format.toUpperCase()}</a>`,
    );
    return html`<p class="foot"><span role="status">${paged ? word("rowsOf", first, offset + rows.length, total) : word("rows", rows.length)}</span>
      ${paged && offset > 0 ? html`<button @click=${() => this.change({ offset: Math.max(0, offset - this.page) || "" })}>${word("before")}</button>` : nothing}
      ${paged && offset + rows.length < total ? html`<button @click=${() => this.change({ offset: offset + this.page })}>${word("next")}</button>` : nothing}
      ${this.source && this.source.formats !== false ? html`<span class="export">${word("export")}${links()}</span>` : nothing}</p>`;
  }

  render() {
    if (this.problem && !this.found) {
      return notice("error", this.problem.message, { advice: this.problem.advice, retry: this.again });
    }
    if (!this.rows && !this.found) return notice("loading", word("loading"));
    const part = this.shown();
    const { rows } = part;
    // On paper nothing scrolls: all rows are there, up to so many.
    const print = this.paper.matches;
    const from = print ? 0 : Math.max(0, Math.floor(this.top / ROW_PX) - MARGIN);
    const to = Math.min(rows.length, print ? ON_PAPER : from + Math.ceil(IN_SIGHT_PX / ROW_PX) + 2 * MARGIN);
    const gap = (n) => (n > 0 ? html`<tr class="gap" aria-hidden="true"><td colspan=${this.columns.length} .style=${`height:${n * ROW_PX}px`}></td></tr>` : nothing);
    return html`<div class="scroll windowed" tabindex="0" role="region" aria-label=${this.label || this.name} @scroll=${(e) => (this.top = e.target.scrollTop)}>
        <table aria-rowcount=${part.total + 1}><thead><tr>${this.picked ? html`<td></td>` : nothing}${this.columns.map((column) => this.head(column))}</tr></thead>
        <tbody>${gap(from)}${rows.slice(from, to).map((row, k) => this.row(row, from + k))}${print ? nothing : gap(rows.length - to)}</tbody></table>
      </div>
      ${rows.length === 0 ? notice("empty", word("nothing")) : nothing}
      ${this.problem ? notice("stale", this.problem.message, { retry: this.again }) : nothing}
      ${this.foot(part)}`;
  }
}

customElements.define("gc-table", Table);

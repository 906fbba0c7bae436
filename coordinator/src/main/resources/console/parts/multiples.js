// Many small charts on one scale, and a map of a figure over two parameters of a sweep.
import { html, nothing, svg } from "lit";
import { f } from "../app/format.js";

const WIDTH = 180;
const HEIGHT = 56;

const step = (values, x, y) => values.map((value, k) => `${k === 0 ? "M" : "L"}${x(k)} ${y(value)}H${x(k + 1)}`).join("");

/** items: [{title, href, values, color}]; all have the same scale, which is said. */
export function multiples(items, unit, label) {
  const all = items.flatMap((item) => item.values || []);
  if (all.length === 0) return nothing;
  const low = Math.min(0, ...all), high = Math.max(...all, low + 1e-9);
  const y = (value) => HEIGHT - 2 - ((HEIGHT - 4) * (value - low)) / (high - low);
  return html`<p><small>${label} ${f.number(low, 0)} – ${f.number(high, 0)} ${unit}</small></p><ul class="multiples" aria-label=${label}>
    ${items.map((item) => {
      const values = item.values || [];
      const x = (k) => (WIDTH * k) / Math.max(1, values.length);
      const most = values.length ? Math.max(...values) : 0;
      return html`<li><a href=${item.href}><span class="name">${item.title}</span>
        <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label="${item.title} ${f.number(most, 1)} ${unit}">
          ${svg`<line x1="0" x2=${WIDTH} y1=${y(0)} y2=${y(0)} class="zero"></line><path d=${step(values, x, y)} class="line"></path>`}</svg>
        <small>${values.length ? `≤ ${f.number(most, 1)} ${unit}` : "–"}</small></a></li>`;
    })}</ul>`;
}

/** The numbers in a name: "load 0.94 wind 0.5" gives its form and [0.94, 0.5]. */
function numbers(name) {
  const found = [];
  const form = name.replace(/[-+]?\d+(\.\d+)?/g, (text) => (found.push(Number(text)), "#"));
  return { form, found };
}

/** Cases of one sweep over two parameters: the words before each number, and the cases by both; else null. */
export function sweepOf(rows) {
  const forms = new Map();
  for (const row of rows) {
    const { form, found } = numbers(row.name);
    if (found.length >= 2) forms.set(form, [...(forms.get(form) || []), { row, found }]);
  }
  const [form, cases] = [...forms].sort((a, b) => b[1].length - a[1].length)[0] || [];
  if (!cases || cases.length < 4) return null;
  const vary = cases[0].found.map((none, k) => k).filter((k) => new Set(cases.map((each) => each.found[k])).size > 1);
  if (vary.length !== 2) return null;
  const words = form.split("#").map((part) => part.trim());
  const axis = (k) => ({ name: words[vary[k]] || String(k + 1), values: [...new Set(cases.map((each) => each.found[vary[k]]))].sort((a, b) => a - b) });
  const at = (x, y) => cases.find((each) => each.found[vary[0]] === x && each.found[vary[1]] === y)?.row;
  return { x: axis(0), y: axis(1), at };
}

/** A table whose cells are coloured by their figure; the number stands in each. */
export function heatTable(sweep, key, label, href, digits) {
  const all = sweep.y.values.flatMap((y) => sweep.x.values.map((x) => sweep.at(x, y)?.[key])).filter((value) => typeof value === "number");
  const low = Math.min(...all), high = Math.max(...all);
  const share = (value) => (high > low ? (value - low) / (high - low) : 0);
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${label}><table class="heatmap"><caption>${label}</caption>
    <thead><tr><th scope="col">${sweep.y.name} ↓ ${sweep.x.name} →</th>${sweep.x.values.map((x) => html`<th scope="col" class="n">${x}</th>`)}</tr></thead>
    <tbody>${sweep.y.values.map((y) => html`<tr><th scope="row">${y}</th>${sweep.x.values.map((x) => {
      const row = sweep.at(x, y);
      const value = row?.[key];
      return html`<td class="n" .style=${typeof value === "number" ? `background:color-mix(in srgb, var(--warn2) ${Math.round(100 * share(value))}%, var(--busy2))` : ""}>
        ${row ? html`<a href=${href(row)} aria-label="${row.name}: ${f.number(value, digits)}">${f.number(value, digits)}</a>` : "–"}</td>`;
    })}</tr>`)}</tbody></table></div>`;
}

// From an amount down to one interval: items, days, lines, rule, inputs, delivered rows.
import { html, nothing } from "lit";
import "./table.js";

const yuan = (ctx, x) => ctx.f.number(x, 3);

function path(ctx, data) {
  const { item, day, interval } = ctx.query;
  const step = (text, query) => html`<button class="plain" @click=${() => ctx.setQuery(query)}>${text}</button>`;
  return html`<nav class="row" aria-label=${ctx.t("way")}>
    ${step(data.entity, { item: null, day: null, interval: null })}
    ${item ? html`<span aria-hidden="true">›</span>${step(item, { day: null, interval: null })}` : nothing}
    ${day ? html`<span aria-hidden="true">›</span>${step(day, { interval: null })}` : nothing}
    ${interval ? html`<span aria-hidden="true">›</span><b>${ctx.t("interval")} ${interval}</b>` : nothing}
  </nav>`;
}

function next(ctx, data, row) {
  if (data.level === "item") return ctx.setQuery({ item: row.key });
  if (data.level === "day") return ctx.setQuery({ day: row.key });
  return row.key === "0" ? undefined : ctx.setQuery({ interval: row.key });
}

function rule(ctx, data) {
  if (!data.rule) return nothing;
  const { t } = ctx;
  return html`<section aria-labelledby="rule"><h2 id="rule">${t("rule")}</h2>
    <pre>${data.rule.formula}</pre>
    <p>${t(data.rule.kind)} · ${t("roundedAt")} ${data.rule.roundedAt} · ${t("pool")} ${data.rule.pool} · ${t("book")} ${data.rule.book}</p></section>`;
}

function inputs(ctx, data) {
  if (data.inputs.length === 0) return nothing;
  return html`<section aria-labelledby="inputs"><h2 id="inputs">${ctx.t("inputs")}</h2>
    <div class="scroll" tabindex="0" role="region" aria-label=${ctx.t("inputs")}><table><tbody>${data.inputs.map((each) => html`<tr><th scope="row">${each.name}</th><td>${each.value} <small>${each.unit}</small></td></tr>`)}</tbody></table></div></section>`;
}

function delivered(ctx, data) {
  if (data.files.length === 0) return nothing;
  const { t } = ctx;
  const version = (of) => data.files.find((file) => file.path === of)?.sha256.slice(0, 16);
  return html`<section aria-labelledby="delivered"><h2 id="delivered">${t("delivered")}</h2>
    <div class="scroll" tabindex="0" role="region" aria-label=${t("delivered")}><table><thead><tr><th scope="col">${t("file")}</th><th scope="col">${t("of")}</th><th scope="col">${t("series")}</th><th scope="col" class="n">${t("value")}</th><th scope="col">${t("version")}</th></tr></thead>
    <tbody>${data.readings.map((each) => html`<tr><td>${each.path}</td><td>${each.of}</td><td>${each.series}</td><td class="n">${each.value}</td><td><code>${version(each.path)}</code></td></tr>`)}</tbody></table></div>
    <details><summary>${t("allFiles", data.files.length)}</summary><ul>${data.files.map((file) => html`<li>${file.path} <code>${file.sha256}</code></li>`)}</ul></details></section>`;
}

/** An explanation with its way back; the level is in the address. */
export function explain(ctx, data) {
  const { t } = ctx;
  const columns = [
    { key: "key", label: t(data.level), kind: "text", cell: (row) => (row.key === "0" ? t("wholeDay") : row.key) },
    { key: "quantity", label: t("quantity"), kind: "number", digits: 4, cell: (row) => (row.quantity ? html`${ctx.f.number(row.quantity, 4)} <small>${row.unit}</small>` : "") },
    { key: "price", label: t("price"), kind: "number", digits: 3, cell: (row) => (row.price ? yuan(ctx, row.price) : "") },
    { key: "yuan", label: t("amount"), unit: "yuan", kind: "number", digits: 3, sort: true },
    { key: "contract", label: t("contract"), kind: "text" },
  ].filter((column) => column.key !== "contract" || data.rows.some((row) => row.contract));
  const one = data.level === "interval" && ctx.query.interval;
  return html`${path(ctx, data)}
    <p>${t("sum")} <b class="clock">${yuan(ctx, data.yuan)}</b> yuan · ${Number(data.yuan) < 0 ? t("collect") : t("pay")} · ${t("close")} ${data.close} · ${t("books")} <code>${data.books}</code></p>
    <gc-table .rows=${data.rows} .columns=${columns} name="x" label=${t(data.level)} .select=${one ? undefined : (row) => next(ctx, data, row)}></gc-table>
    ${rule(ctx, data)} ${inputs(ctx, data)} ${delivered(ctx, data)}`;
}

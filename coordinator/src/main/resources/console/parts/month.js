// A month as weeks of days; each day is a button that says how it stands.
import { html, nothing } from "lit";

const DAYS = 7;
const MONDAY = [1, 2, 3, 4, 5, 6, 0];

/** Blank places before the first day of a month, weeks from Monday. */
export const blanks = (date) => MONDAY.indexOf(new Date(date + "T00:00:00Z").getUTCDay());

function weekday(ctx, k) {
  const monday = new Date(Date.UTC(2024, 0, 1 + k));
  return new Intl.DateTimeFormat(ctx.lang === "zh" ? "zh-CN" : "en-GB", { weekday: "short", timeZone: "UTC" }).format(monday);
}

/**
 * days: [{date, content}] in order, from the first of a month on; picked: a date; pick(date).
 */
export function month(ctx, label, days, picked, pick) {
  if (days.length === 0) return nothing;
  const cells = [...Array(blanks(days[0].date)).fill(null), ...days];
  const weeks = [];
  for (let k = 0; k < cells.length; k += DAYS) weeks.push(cells.slice(k, k + DAYS));
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${label}><table class="month">
    <thead><tr>${MONDAY.map((each, k) => html`<th scope="col">${weekday(ctx, k)}</th>`)}</tr></thead>
    <tbody>${weeks.map((week) => html`<tr>${week.map((day) => (day
      ? html`<td><button class="plain day" aria-pressed=${picked === day.date} @click=${() => pick(day.date)}>
          <b>${Number(day.date.slice(8))}</b> ${day.content}</button></td>`
      : html`<td></td>`))}</tr>`)}</tbody></table></div>`;
}

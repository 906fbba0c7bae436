// How a value of a table is written, by the kind of its column.
import { html } from "lit";
import { f } from "../app/format.js";
import "./state.js";

const NUMBERS = new Set(["number", "int", "mw", "money", "price", "percent"]);

export const isNumber = (column) => NUMBERS.has(column.kind);

/** The content of a cell. */
export function cell(column, row) {
  if (column.cell) return column.cell(row);
  const value = row[column.key];
  if (column.kind === "state") return html`<gc-state .value=${value}></gc-state>`;
  if (column.kind === "time") return value ? `${f.time(value)}` : "–";
  if (column.kind === "number") return value === null || value === undefined ? "–" : f.number(value, column.digits ?? 2);
  if (isNumber(column)) return f[column.kind](value);
  if (Array.isArray(value)) return value.join(", ");
  return value === null || value === undefined ? "" : String(value);
}

/** Compares two rows by a column; what is missing comes last. */
export function compare(column, a, b) {
  const x = a[column.key], y = b[column.key];
  if (x === y) return 0;
  if (x === null || x === undefined || x === "") return 1;
  if (y === null || y === undefined || y === "") return -1;
  if (isNumber(column)) return Number(x) - Number(y);
  return String(x).localeCompare(String(y), undefined, { numeric: true });
}

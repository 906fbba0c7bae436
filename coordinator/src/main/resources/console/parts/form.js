// A form of fields; what the server refuses stands at the field that it names.
import { html, nothing } from "lit";
import { word } from "../app/words.js";

function control(field, value, id, invalid) {
  const shared = { id, name: field.name };
  if (field.kind === "select") {
    return html`<select id=${shared.id} name=${shared.name} aria-invalid=${invalid}>
      ${field.options.map((option) => {
        const [key, label] = Array.isArray(option) ? option : [option, option];
        return html`<option value=${key} ?selected=${String(key) === String(value ?? "")}>${label}</option>`;
      })}</select>`;
  }
  if (field.kind === "area") {
    return html`<textarea id=${shared.id} name=${shared.name} rows=${field.rows || 4} ?required=${field.required} .value=${value ?? ""} aria-invalid=${invalid}></textarea>`;
  }
  if (field.kind === "check") {
    return html`<input id=${shared.id} name=${shared.name} type="checkbox" .checked=${Boolean(value)}>`;
  }
  const type = { number: "text", date: "date", password: "password", time: "datetime-local" }[field.kind] || "text";
  return html`<input id=${shared.id} name=${shared.name} type=${type} inputmode=${field.kind === "number" ? "decimal" : nothing}
    ?required=${field.required} .value=${value ?? ""} aria-invalid=${invalid}>`;
}

/** Values of a form by the names of its fields; numbers as numbers, what is empty is left out. */
export function values(element, fields) {
  const read = {};
  for (const field of fields) {
    const input = element.elements[field.name];
    if (field.kind === "check") read[field.name] = input.checked;
    else if (input.value.trim() === "") continue;
    else read[field.name] = field.kind === "number" ? Number(input.value) : input.value;
  }
  return read;
}

const placeOf = (error) => (typeof error === "string" ? error : error.field || error.place || "");
const textOf = (error) => (typeof error === "string" ? error : [error.value, error.text, error.message, error.advice].filter(Boolean).join(" "));

/**
 * A form. options: submit(values), label of its button, problem of the server, changed(values), id.
 */
export function form(fields, given, { submit, label, problem, changed, id = "f" } = {}) {
  const errors = problem?.errors || [];
  const at = (field) => errors.filter((error) => placeOf(error).includes(field.name));
  const others = errors.filter((error) => !fields.some((field) => placeOf(error).includes(field.name)));
  const send = (event) => {
    event.preventDefault();
    submit(values(event.target, fields));
  };
  const typed = (event) => changed?.(values(event.currentTarget, fields));
  return html`<form class="fields" @submit=${send} @change=${typed} novalidate>
    ${fields.map((field) => {
      const key = `${id}-${field.name}`;
      const own = at(field);
      return html`<div class="field ${field.kind || "text"}"><label for=${key}>${field.label}${field.unit ? html` <small>${field.unit}</small>` : nothing}${field.required ? html` <small>(${word("required")})</small>` : nothing}</label>
        ${control(field, given?.[field.name], key, own.length > 0)}
        ${field.hint ? html`<small class="hint">${field.hint}</small>` : nothing}
        ${own.map((error) => html`<small class="wrong">✕ ${textOf(error)}</small>`)}</div>`;
    })}
    ${problem ? html`<p class="wrong" role="alert">✕ ${problem.message} ${problem.advice || ""} ${others.map(textOf).join(" ")}</p>` : nothing}
    ${submit ? html`<button class="first">${label || word("save")}</button>` : nothing}
  </form>`;
}

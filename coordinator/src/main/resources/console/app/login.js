// The form to log in. It stands over whatever page the address names, which is shown afterwards.
import { html, nothing, render } from "lit";
import { here } from "./hardware-key.js";
import { login, loginByKey } from "./session.js";
import { word } from "./words.js";

const field = (name, type, complete, mode) => html`<label>${word(name)}
  <input name=${name} type=${type} autocomplete=${complete} inputmode=${mode} required></label>`;

/** Shows the form; what is said stands below it until the next answer. */
export function show(host, entered, said = "") {
  const state = { said, busy: false };
  const submit = async (event) => {
    event.preventDefault();
    const form = event.target;
    const byKey = event.submitter?.name === "key";
    const value = (name) => form.elements[name].value.trim();
    state.busy = true;
    draw();
    try {
      if (byKey) await loginByKey(value("name"), form.elements.password.value);
      else await login(value("name"), form.elements.password.value, value("code"));
      render("", host);
      entered();
    } catch (problem) {
      state.busy = false;
      state.said = [problem.message, problem.advice].filter(Boolean).join(" ");
      form.elements.code.value = "";
      draw();
      (byKey ? form.elements.key : form.elements.code).focus();
    }
  };
  // A hardware key stands for the code.
  const optional = (event) => (event.target.form.elements.code.required = false);
  const draw = () => render(html`<main class="login">
    <h1>GridClear</h1>
    <form @submit=${submit}>
      ${field("name", "text", "username", "text")}
      ${field("password", "password", "current-password", "text")}
      ${field("code", "text", "one-time-code", "numeric")}
      <button class="first" ?disabled=${state.busy}>${word("login")}</button>
      ${here() ? html`<button name="key" ?disabled=${state.busy} @click=${optional}>${word("loginByKey")}</button>` : nothing}
      <p role="alert">${state.said}</p>
    </form>
  </main>`, host);
  draw();
  host.querySelector("input")?.focus();
}

// The form to log in. It stands over whatever page the address names, which is shown afterwards.
import { html, render } from "lit";
import { login } from "./session.js";
import { word } from "./words.js";

const field = (name, type, complete, mode) => html`<label>${word(name)}
  <input name=${name} type=${type} autocomplete=${complete} inputmode=${mode} required></label>`;

export function show(host, entered) {
  const state = { said: "", busy: false };
  const submit = async (event) => {
    event.preventDefault();
    const form = event.target;
    const value = (name) => form.elements[name].value.trim();
    state.busy = true;
    draw();
    try {
      await login(value("name"), form.elements.password.value, value("code"));
      render("", host);
      entered();
    } catch (problem) {
      state.busy = false;
      state.said = [problem.message, problem.advice].filter(Boolean).join(" ");
      form.elements.code.value = "";
      draw();
      form.elements.code.focus();
    }
  };
  const draw = () => render(html`<main class="login">
    <h1>GridClear</h1>
    <form @submit=${submit}>
      ${field("name", "text", "username", "text")}
      ${field("password", "password", "current-password", "text")}
      ${field("code", "text", "one-time-code", "numeric")}
      <button class="first" ?disabled=${state.busy}>${word("login")}</button>
      <p role="alert">${state.said}</p>
    </form>
  </main>`, host);
  draw();
  host.querySelector("input")?.focus();
}

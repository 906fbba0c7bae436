// Keys: / opens the search, ? lists keys, g and a letter go to a page, Escape closes.
import { html, render } from "lit";
import { entries, go, rail } from "./router.js";
import { session } from "./session.js";
import { api } from "./api.js";
import { titled, word } from "./words.js";

const WAIT_MS = 1500;
let waiting = 0;

function dialog(id, label, content) {
  let box = document.getElementById(id);
  if (!box) {
    box = document.createElement("dialog");
    box.id = id;
    document.body.append(box);
  }
  box.setAttribute("aria-label", label);
  render(content, box);
  if (!box.open) box.showModal();
  return box;
}

function pages() {
  return rail().filter((entry) => entry.key);
}

export function showKeys() {
  const row = (keys, text) => html`<tr><td>${keys.map((key) => html`<kbd>${key}</kbd> `)}</td><td>${text}</td></tr>`;
  dialog("keys", word("keys"), html`<form method="dialog"><h2>${word("keys")}</h2>
    <table><tbody>
      ${row(["/"], word("search"))}${row(["?"], word("keys"))}${row(["Esc"], word("close"))}
      ${pages().map((entry) => row(["g", entry.key], titled(entry.title)))}
    </tbody></table><button class="first">${word("close")}</button></form>`);
}

/** Pages by their names, and things by their ids. */
async function find(text) {
  const small = text.toLowerCase();
  const found = rail()
    .filter((entry) => Object.values(entry.title).some((name) => name.toLowerCase().includes(small)))
    .map((entry) => ({ label: titled(entry.title), path: entry.target }));
  const ways = [
    [["RUN", "READ_RESULTS"], /^(?!\d{4}-\d\d-\d\d$)[\w-]{8,}$/, "run", () => api.get(`/runs/${encodeURIComponent(text)}`), `/runs/${text}`],
    [["READ_MARKET", "READ_OWN"], /^\d{1,9}$/, "anomaly", () => api.get(`/anomalies/${text}`), `/anomalies/${text}`],
  ];
  for (const [rights, form, kind, ask, path] of ways) {
    if (session.mayAny(rights) && form.test(text)) {
      await ask().then(() => found.push({ label: `${word(kind)} ${text}`, path }), () => {});
    }
  }
  if (/^\d{4}-\d\d-\d\d$/.test(text)) found.push({ label: `${word("day")} ${text}`, path: `/day?date=${text}` });
  for (const entry of entries.filter((each) => each.search && session.mayAny(each.needs))) {
    found.push(...(await entry.search(text, api).catch(() => [])));
  }
  return found.slice(0, 20);
}

export function showSearch() {
  const state = { found: [], asked: "" };
  const typed = async (event) => {
    const text = event.target.value.trim();
    state.asked = text;
    const found = text ? await find(text) : [];
    if (state.asked === text) {
      state.found = found;
      draw();
    }
  };
  const open = (path) => {
    document.getElementById("search").close();
    go(path);
  };
  const submit = (event) => {
    event.preventDefault();
    if (state.found.length > 0) open(state.found[0].path);
  };
  const draw = () => dialog("search", word("search"), html`<form @submit=${submit}>
    <label>${word("searchWhat")}<input type="search" autocomplete="off" @input=${typed}></label>
    <ul>${state.found.map((each) => html`<li><button type="button" class="plain" @click=${() => open(each.path)}>${each.label}</button></li>`)}</ul>
    <p role="status">${state.asked ? word("found", state.found.length) : ""}</p></form>`);
  draw();
  const input = document.querySelector("#search input");
  input.value = "";
  input.focus();
}

export function start() {
  addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !session.known) return;
    if (document.querySelector("dialog[open]")) return;
    const second = Date.now() - waiting < WAIT_MS;
    waiting = 0;
    if (second) {
      const to = pages().find((entry) => entry.key === event.key);
      if (to) {
        event.preventDefault();
        go(to.target);
      }
    } else if (event.key === "g") {
      waiting = Date.now();
    } else if (event.key === "/" || event.key === "?") {
      event.preventDefault();
      if (event.key === "/") showSearch();
      else showKeys();
    }
  });
}

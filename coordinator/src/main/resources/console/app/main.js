// The shell: who is here, which page the address names, and what stands around it.
import { html, render } from "lit";
import { api, onSessionEnd } from "./api.js";
import { listen, start as startLine, stop as stopLine } from "./events.js";
import * as head from "./head.js";
import * as keys from "./keys.js";
import * as login from "./login.js";
import { OpenPage } from "./page.js";
import { choice, go, here, home, href, match, rail, start as startRouter } from "./router.js";
import { enter, logout, session } from "./session.js";
import { chosen, setLanguage, titled, word } from "./words.js";
import { notice } from "../parts/notice.js";

const desk = document.getElementById("desk");
const HEAD = ["day", "anomaly", "workflow", "declaration"];
const SECOND = 1000;
const AGAIN_MS = 2000;
let page = null;
let shownAt = "";

function tab(entry, current) {
  return html`<li><a href=${href(entry.target)} aria-current=${entry.rail === current ? "page" : "false"}>
    <span class="icon" aria-hidden="true">${titled(entry.title).slice(0, 1)}</span><span>${titled(entry.title)}</span></a></li>`;
}

/** What stands around the page; nothing for who is no longer in, however late an answer comes. */
function frame() {
  if (!session.known) return;
  const current = match(here().path)?.entry.rail;
  const tabs = rail();
  render(html`<a class="skip" href="#page">${word("skip")}</a>
    ${head.view({ changed: relabel, logout: leave })}
    <nav class="rail" aria-label=${word("pages")}><ul>${tabs.map((entry) => tab(entry, current))}</ul></nav>
    <main id="page" tabindex="-1"></main>`, desk);
}

function relabel() {
  page?.close();
  page = null;
  show();
}

async function leave() {
  stopLine();
  const left = await logout().then(() => true, (problem) => problem.status === 401);
  ask(left ? "" : word("stillIn"));
}

function ask(said = "") {
  session.known = false;
  stopLine();
  page?.close();
  page = null;
  login.show(desk, begin, said);
}

/** Shows the page of the address; when only its filters changed, it loads again in place. */
function show(same) {
  if (!session.known) return undefined;
  const { path } = here();
  if (path === "/" || path === "") return go(home());
  const found = match(path);
  frame();
  head.load().then(frame);
  if (same === true && page && shownAt === location.pathname) return page.load();
  page?.close();
  page = null;
  shownAt = location.pathname;
  const host = document.getElementById("page");
  render("", host);
  const title = found ? titled(found.entry.title) : word("noPage");
  document.title = `${title} · GridClear`;
  if (!found) return render(html`<h1>${title}</h1>${notice("error", word("noPageHere", path))}`, host);
  if (!session.mayAny(found.entry.needs)) {
    return render(html`<h1>${title}</h1>${notice("error", word("noRight", found.entry.needs.join(", ")))}`, host);
  }
  page = new OpenPage(host, found.entry, found.params);
  scrollTo(0, 0);
  return page.open();
}

async function newestDate() {
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  if (!session.mayAny(["READ_MARKET", "READ_OWN"])) return tomorrow;
  const dates = await api.get("/market/dates").catch(() => null);
  choice.served = dates !== null;
  return dates?.shown ?? tomorrow;
}

async function begin() {
  setLanguage(chosen.lang);
  choice.date = await newestDate();
  startLine();
  show();
}

async function open() {
  try {
    if (await enter()) await begin();
    else ask();
  } catch (problem) {
    render(html`<main class="login"><h1>GridClear</h1>${notice("error", problem.message)}</main>`, desk);
    setTimeout(open, AGAIN_MS);
  }
}

onSessionEnd(() => session.known && ask());
listen((topics, what) => {
  if (what === "ended") ask();
  else if (session.known && HEAD.some((topic) => topics.has(topic))) head.load().then(frame);
  else frame();
});
setInterval(() => page && frame(), SECOND);
keys.start();
startRouter(show);
setLanguage(chosen.lang);
open();

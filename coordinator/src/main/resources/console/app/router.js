// Which page an address shows, and how to go to another one.
import market from "../pages/list-market.js";
import people from "../pages/list-people.js";
import results from "../pages/list-results.js";
import { session } from "./session.js";

const ROOT = "/console";
export const entries = [...market, ...results, ...people];
const shown = { callback: () => {} };

/** What is chosen in the head, wherever the address does not say it. */
export const choice = { market: "da", date: "", served: false };

function pattern(path) {
  const names = [];
  const source = path.replace(/:(\w+)/g, (whole, name) => {
    names.push(name);
    return "([^/]+)";
  });
  return { expression: new RegExp(`^${source}/?$`), names };
}

for (const entry of entries) Object.assign(entry, pattern(entry.path));

/** The page of an address with the parameters in it; undefined if there is none. */
export function match(path) {
  for (const entry of entries) {
    const found = entry.expression.exec(path);
    if (found) {
      const params = {};
      entry.names.forEach((name, k) => (params[name] = decodeURIComponent(found[k + 1])));
      return { entry, params };
    }
  }
  return undefined;
}

/** The address as it stands: path below the desk, and query. */
export function here() {
  const path = location.pathname.startsWith(ROOT) ? location.pathname.slice(ROOT.length) : "";
  const query = Object.fromEntries(new URLSearchParams(location.search));
  return { path: path || "/", query };
}

/** A link to a page, which keeps market and date. */
export function href(path, query = {}) {
  const [bare, own] = path.split("?");
  const all = new URLSearchParams(own || "");
  const now = new URLSearchParams(location.search);
  for (const name of ["market", "date"]) {
    if (now.get(name) && !all.has(name)) all.set(name, now.get(name));
  }
  for (const [name, value] of Object.entries(query)) {
    if (value === null || value === undefined || value === "") all.delete(name);
    else all.set(name, value);
  }
  const text = all.toString();
  return ROOT + bare + (text ? "?" + text : "");
}

export function go(path, query) {
  history.pushState(null, "", href(path, query));
  shown.callback();
}

/** Changes the query of the address; a change of filters is no step of the way back. */
export function setQuery(change) {
  const { path, query } = here();
  history.replaceState(null, "", href(path, { ...query, ...change }));
  shown.callback(true);
}

/** Where somebody begins: the first page of the rail that they may see. */
export function home() {
  const first = session.may("DECLARE") && !session.may("OPERATE_MARKET") ? "member" : "day";
  return rail().find((each) => each.rail === first)?.target ?? rail()[0]?.target ?? "/gallery";
}

/** Entries of the rail that this person may open. */
export function rail() {
  return entries
    .filter((entry) => (entry.entry || entry.home) && session.mayAny(entry.needs))
    .map((entry) => ({ ...entry, target: entry.home || entry.path }));
}

export function start(callback) {
  shown.callback = callback;
  addEventListener("popstate", () => callback());
  document.addEventListener("click", (event) => {
    const anchor = event.target.closest?.("a[href]");
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (!anchor || !plain || anchor.target || anchor.hasAttribute("download")) return;
    const to = new URL(anchor.href, location.href);
    if (to.origin !== location.origin || !to.pathname.startsWith(ROOT)) return;
    if (to.pathname === location.pathname && to.search === location.search && to.hash) return;
    event.preventDefault();
    history.pushState(null, "", to.pathname + to.search + to.hash);
    callback();
  });
}

// What never leaves the eye: market and date, clock and deadline, nodes, open anomalies.
import { html, nothing } from "lit";
import { api } from "./api.js";
import { clock } from "./clock.js";
import { line } from "./events.js";
import { f } from "./format.js";
import { showKeys, showSearch } from "./keys.js";
import { choice, here, href, setQuery } from "./router.js";
import { session } from "./session.js";
import { chosen, setLanguage, word } from "./words.js";

const MARKETS = ["lt-ruc", "da", "id", "rt"];
export const head = { deadline: null, anomalies: null };

/** Asks for the next deadline and the open anomalies of the market and date that are chosen. */
export async function load() {
  const { query } = here();
  const date = query.date || choice.date;
  if (!choice.served || !session.mayAny(["OPERATE_MARKET", "APPROVE_DAY", "SUPERVISE"])) return;
  try {
    const board = await api.get("/market/board", { date });
    head.deadline = board.deadlines.find((each) => new Date(each.at).getTime() > clock.now()) || null;
    head.anomalies = board.openAnomalies;
  } catch {
    head.deadline = null;
    head.anomalies = null;
  }
}

/** Nodes are told to those alone who may look at them. */
function nodes() {
  if (line.connected && !session.mayAny(SEE_NODES)) return nothing;
  if (line.nodes === null || !line.connected) {
    return html`<span class="bad" title=${word("lineBroken")}>○ ${word("noLine")}</span>`;
  }
  return html`<a class=${line.nodes ? "" : "bad"} href=${href("/nodes")}>${line.nodes ? "●" : "○"} ${word(line.nodes === 1 ? "oneNode" : "nodes", line.nodes)}</a>`;
}

function left() {
  if (!head.deadline) return nothing;
  const seconds = (new Date(head.deadline.at).getTime() - clock.now()) / 1000;
  return html`<span class="deadline">${head.deadline.label} <b class="clock">${f.duration(seconds)}</b></span>`;
}

const SEE_NODES = ["RUN", "READ_RESULTS", "MANAGE_GRID", "READ_METRICS"];

export function view({ changed, logout }) {
  const { query } = here();
  const market = query.market || choice.market;
  const language = () => {
    setLanguage(chosen.lang === "zh" ? "en" : "zh");
    changed();
  };
  return html`<header class="head">
    <a class="brand" href=${href("/day")}>GridClear</a>
    <label class="only">${word("market")}</label>
    <select aria-label=${word("market")} @change=${(e) => setQuery({ market: e.target.value })}>
      ${MARKETS.map((each) => html`<option value=${each} ?selected=${each === market}>${each.toUpperCase()}</option>`)}
    </select>
    <input type="date" aria-label=${word("date")} .value=${query.date || choice.date}
      @change=${(e) => e.target.value && setQuery({ date: e.target.value })}>
    <span class="now"><time class="clock">${f.clock(clock.now())}</time> ${f.zone()}</span>
    ${left()}
    <span class="space"></span>
    ${nodes()}
    ${head.anomalies === null ? nothing : html`<a class=${head.anomalies ? "warn" : ""} href=${href("/anomalies", { all: 1 })}>
      ${head.anomalies ? "▲" : "✓"} ${word(head.anomalies === 1 ? "oneAnomaly" : "anomalies", head.anomalies)}</a>`}
    <button class="plain" @click=${showSearch} aria-keyshortcuts="/">${word("search")} <kbd>/</kbd></button>
    <button class="plain wide" @click=${showKeys} aria-keyshortcuts="?" aria-label=${word("keys")}><kbd>?</kbd></button>
    <button class="plain" @click=${language} lang=${chosen.lang === "zh" ? "en" : "zh"}>${chosen.lang === "zh" ? "English" : "中文"}</button>
    ${session.accounts
      ? html`<button class="plain" @click=${logout}>${session.name} · ${word("logout")}</button>`
      : html`<span>${session.name}</span>`}
  </header>`;
}

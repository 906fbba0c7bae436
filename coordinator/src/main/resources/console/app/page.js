// One open page: loads its data, draws them, hears of changes, says when they are old.
import { html, render } from "lit";
import { notice } from "../parts/notice.js";
import { api } from "./api.js";
import { follow, line, listen } from "./events.js";
import { f } from "./format.js";
import { choice, go, here, href, setQuery } from "./router.js";
import { session } from "./session.js";
import { chosen, titled, translator, word } from "./words.js";

const SOON_MS = 150;
const AGAIN_MS = 3_000;

export class OpenPage {
  constructor(host, entry, params) {
    this.host = host;
    this.entry = entry;
    this.act = null;
    this.data = undefined;
    this.problem = null;
    this.loadedAt = null;
    this.round = 0;
    this.ctx = {
      params, api, session, f, href, go, setQuery,
      query: here().query,
      state: {},
      get market() { return here().query.market || choice.market; },
      get date() { return here().query.date || choice.date; },
      get lang() { return chosen.lang; },
      t: word,
      update: () => this.draw(),
      reload: () => this.load(),
      act: (label, work) => this.doing(label, work),
    };
    this.unlisten = listen((topics, what) => this.heard(topics, what));
  }

  async open() {
    this.draw();
    try {
      this.module = await import(`../pages/${this.entry.file}`);
    } catch (failure) {
      this.problem = failure;
      this.draw();
      this.retry = setTimeout(() => this.closed || this.open(), AGAIN_MS);
      return;
    }
    this.ctx.t = translator(this.module.words);
    await this.load();
    this.streams();
  }

  streams() {
    const path = this.module.stream?.(this.ctx);
    if (!path || this.closed) return;
    this.unfollow?.();
    this.unfollow = follow(
      path,
      (message) => {
        if (this.data === undefined) return;
        const changed = this.module.heard(this.ctx, message, this.data);
        if (changed === undefined) this.load();
        else {
          this.data = changed;
          this.draw();
        }
      },
      () => (this.unfollow = null),
    );
  }

  heard(topics, what) {
    if (what === "broken") return this.draw();
    if (what === "mended") {
      this.load();
      if (!this.unfollow) this.streams();
    } else if (what === "change" && this.module?.listens?.some((topic) => topics.has(topic))) {
      this.later();
    }
    return undefined;
  }

  /** Loads a little later, each page at a time of its own; what nobody sees waits until it is seen. */
  later() {
    if (document.hidden) {
      const seen = () => ((this.unseen = false), this.closed || this.later());
      if (!this.unseen) addEventListener("visibilitychange", seen, { once: true });
      this.unseen = true;
    } else if (!this.soon) {
      const wait = SOON_MS + Math.random() * line.spread;
      this.soon = setTimeout(() => {
        this.soon = null;
        this.load();
      }, wait);
    }
  }

  async load() {
    if (!this.module || this.closed) return;
    const round = ++this.round;
    this.ctx.query = here().query;
    clearTimeout(this.retry);
    try {
      const data = await this.module.load(this.ctx);
      if (round !== this.round || this.closed) return;
      this.data = data;
      this.problem = null;
      this.loadedAt = new Date();
      dispatchEvent(new Event("gc-reload"));
    } catch (problem) {
      if (round !== this.round || this.closed) return;
      this.problem = problem;
      if (problem.away) this.retry = setTimeout(() => this.load(), AGAIN_MS);
    }
    this.draw();
  }

  async doing(label, work) {
    this.act = { label, said: word("sent"), kind: "info" };
    this.draw();
    let result;
    try {
      result = await work();
      this.act = { label, said: word("confirmed"), kind: "good" };
    } catch (problem) {
      this.act = { label, problem, kind: "error" };
      this.draw();
      return undefined;
    }
    await this.load();
    return result;
  }

  said() {
    if (!this.act) return html`<div class="act" role="status"></div>`;
    const { label, said, problem, kind } = this.act;
    const text = problem ? [problem.message, problem.advice, ...errors(problem)].filter(Boolean).join(" ") : said;
    return html`<div class="act ${kind}" role="status">
      <b>${label}</b> <span>${text}</span>
      <button class="plain" @click=${() => ((this.act = null), this.draw())}>${word("close")}</button>
    </div>`;
  }

  body() {
    const away = this.problem?.away || !line.connected && line.since;
    if (this.problem && !(this.problem.away && this.data !== undefined)) {
      return html`<h1>${titled(this.entry.title)}</h1>
        ${notice("error", this.problem.message, { advice: this.problem.advice, retry: () => this.load() })}`;
    }
    if (this.data === undefined) {
      return html`<h1>${titled(this.entry.title)}</h1>${notice("loading", word("loading"))}`;
    }
    const old = away ? notice("stale", word("stale"), { since: this.loadedAt }) : "";
    try {
      return html`${old}${this.module.view(this.ctx, this.data)}`;
    } catch (failure) {
      console.error(failure);
      return notice("error", failure.message);
    }
  }

  draw() {
    if (!this.closed) render(html`${this.said()}${this.body()}`, this.host);
  }

  close() {
    this.closed = true;
    this.unlisten();
    this.unfollow?.();
    clearTimeout(this.retry);
    clearTimeout(this.soon);
    this.module?.leave?.(this.ctx);
  }
}

function errors(problem) {
  return problem.errors.map((e) => (typeof e === "string" ? e : [e.element, e.field, e.value, e.text, e.advice].filter(Boolean).join(": ")));
}

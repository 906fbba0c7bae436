// Help for who is in: what can be done on which page, keys, and where the words come from.
import { html, nothing } from "lit";
import { rail } from "../app/router.js";
import { titled } from "../app/words.js";
import words from "../i18n/help.js";

export { words };
export const listens = [];

const TOPICS = ["offer", "upload", "deadline", "result", "bill", "dispute", "pay", "day", "hand", "study", "kill", "anomaly", "settle", "regulate"];
const NEEDS = { offer: "DECLARE", upload: "DECLARE", deadline: "DECLARE", bill: "READ_OWN", dispute: "READ_OWN", pay: "READ_OWN", result: "READ_MARKET", day: "OPERATE_MARKET", hand: "OPERATE_MARKET", study: "RUN", kill: "RUN", anomaly: "OPERATE_MARKET", settle: "SETTLE", regulate: "SUPERVISE" };
const PAGES = { offer: "/member/declare", upload: "/member/declare", deadline: "/member", result: "/results", bill: "/bills", dispute: "/statements", pay: "/payments", day: "/day", hand: "/interventions", study: "/studies", kill: "/runs", anomaly: "/anomalies", settle: "/settlement/process", regulate: "/regulator" };

export const load = () => ({});

export function view(ctx) {
  const { t } = ctx;
  const own = TOPICS.filter((topic) => ctx.session.may(NEEDS[topic]));
  const keyed = rail().filter((page) => page.key);
  return html`<h1>${t("title")}</h1>
    <dl class="help">${own.map((topic) => html`<dt><a href=${ctx.href(PAGES[topic])}>${t(`q-${topic}`)}</a></dt><dd>${t(`a-${topic}`)}</dd>`)}</dl>
    <section aria-labelledby="keys"><h2 id="keys">${t("keys")}</h2><p>${t("keysAre")}</p>
      <ul class="keys">${keyed.map((page) => html`<li><kbd>g</kbd> <kbd>${page.key}</kbd> ${titled(page.title)}</li>`)}</ul></section>
    <p><a href=${ctx.href("/guide", { chapter: "training" })}>${t("guide")}</a></p>
    ${ctx.session.may("READ_OWN") || ctx.session.may("OPERATE_MARKET") ? html`<p><a href=${ctx.href("/forum")}>${t("forum")}</a></p>` : nothing}`;
}

// The guide: what the market is, its rules, how to take part and how the desk is used.
import { html, nothing, svg } from "lit";
import { mark } from "../parts/mark.js";
import { papers } from "../parts/papers.js";
import words from "../i18n/guide.js";

export { words };
export const listens = [];

/** Sections of the chapters, and the boxes of their pictures. */
const CHAPTERS = {
  introduction: { sections: ["frame", "relation", "spot", "ancillary", "risk", "supervision"], picture: ["contracts", "dayAhead", "intraday", "realTime", "settlement"] },
  rules: { sections: ["ideas", "contents", "process", "duties", "amendments", "questions"], picture: ["declare", "clear", "check", "approve", "publish", "bill"] },
  participation: { sections: ["admission", "documents", "ways", "guidance"], picture: ["apply", "papers", "review", "account", "first"] },
  training: { sections: ["architecture", "modules", "problems"], picture: ["you", "calls", "decisions", "kernels", "stores"] },
};
const talks = () => "speechSynthesis" in globalThis;
const chosen = (ctx) => (CHAPTERS[ctx.query.chapter] ? ctx.query.chapter : "introduction");
const reads = (ctx) => ctx.session.may("READ_OWN") || ctx.session.may("OPERATE_MARKET");

export async function load(ctx) {
  if (!reads(ctx)) return { topics: [] };
  const topics = await ctx.api.get("/forum/topics", { chapter: chosen(ctx) });
  return { topics };
}

/** Boxes in a row with arrows between them, and their words in two lines. */
function picture(labels, title) {
  const wide = 150;
  const step = wide + 34;
  return html`<svg class="chain" role="img" aria-label=${title} viewBox="0 0 ${labels.length * step} 70" xmlns="http://www.w3.org/2000/svg" fill="none" stroke="currentColor">
    ${labels.map((label, k) => {
      const cut = label.length > 12 ? label.indexOf(" ", label.length / 2 - 3) : -1;
      const lines = cut > 0 ? [label.slice(0, cut), label.slice(cut + 1)] : [label];
      const x = k * step + 2;
      return svg`<g><rect x=${x} y="10" width=${wide} height="50" rx="6"></rect>
        ${lines.map((line, n) => svg`<text x=${x + wide / 2} y=${lines.length === 1 ? 40 : 32 + 18 * n} text-anchor="middle" font-size="14" fill="currentColor" stroke="none">${line}</text>`)}
        ${k < labels.length - 1 ? svg`<path d="M ${x + wide + 4} 35 h 22 m -7 -6 l 7 6 l -7 6"></path>` : nothing}</g>`;
    })}</svg>`;
}

/** The chapter as a page of its own, which is read without the desk. */
function fetched(ctx) {
  const content = document.querySelector("article.guide").cloneNode(true);
  content.querySelectorAll("button, img, audio, video").forEach((each) => each.remove());
  const title = ctx.t(`c-${chosen(ctx)}`);
  const page = `<!doctype html><html lang="${ctx.lang}"><head><meta charset="utf-8"><title>${title}</title></head><body>${content.outerHTML}</body></html>`;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([page], { type: "text/html" }));
  link.download = `${chosen(ctx)}-${ctx.lang}.html`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function speak(ctx, section) {
  speechSynthesis.cancel();
  const said = new SpeechSynthesisUtterance(`${ctx.t(`h-${section}`)}. ${ctx.t(`p-${section}`)}`);
  said.lang = ctx.lang === "zh" ? "zh-CN" : "en";
  speechSynthesis.speak(said);
}

/** What the operator added: slides, voice and video stand with what is said about them. */
function added(ctx, topic) {
  const { t } = ctx;
  return html`<section class="slide"><h3>${topic.title}</h3><p class="said">${topic.text}</p>${papers(ctx, topic)}<p><a href=${ctx.href("/forum", { topic: topic.number, chapter: null })}>${t("discussed")}</a></p></section>`;
}

export function view(ctx, data) {
  const { t } = ctx;
  const now = chosen(ctx);
  const { sections, picture: boxes } = CHAPTERS[now];
  const own = data.topics.filter((each) => each.state === "shown");
  const taught = own.filter((each) => each.byOperator);
  const asked = own.filter((each) => !each.byOperator);
  return html`<h1>${t("title")}</h1>
    <nav class="row" aria-label=${t("chapters")}>${Object.keys(CHAPTERS).map((each) => html`<a aria-current=${each === now ? "page" : nothing} href=${ctx.href("/guide", { chapter: each })}>${t(`c-${each}`)}</a>`)}</nav>
    <article class="guide" lang=${ctx.lang}><h2>${t(`c-${now}`)}</h2>
      <figure>${picture(boxes.map((each) => t(`b-${each}`)), t("pictureOf", t(`c-${now}`)))}</figure>
      ${sections.map((each) => html`<section class="slide"><h3>${t(`h-${each}`)}</h3><p class="said">${t(`p-${each}`)}</p>
        ${talks() ? html`<button class="plain" aria-label=${`${t("aloud")}: ${t(`h-${each}`)}`} @click=${() => speak(ctx, each)}>${t("aloud")}</button>` : nothing}</section>`)}
      ${taught.map((each) => added(ctx, each))}</article>
    <div class="row act"><button @click=${() => fetched(ctx)}>${t("fetch")}</button> <button @click=${() => print()}>${t("print")}</button></div>
    ${reads(ctx) ? html`<section aria-labelledby="asked"><h2 id="asked">${t("asked")}</h2>
      <ul>${asked.map((each) => html`<li><a href=${ctx.href("/forum", { topic: each.number, chapter: null })}>${each.title}</a> ${mark("good", t("shown"))}</li>`)}</ul>
      <p><a href=${ctx.href("/forum", { chapter: now })}>${t("ask")}</a></p></section>` : nothing}`;
}

// The forum: topics and answers; what a member writes waits until a moderator shows it.
import { html, nothing } from "lit";
import words from "../i18n/forum.js";
import { form } from "../parts/form.js";
import { mark } from "../parts/mark.js";
import { notice } from "../parts/notice.js";
import { encoded, papers } from "../parts/papers.js";
import "../parts/table.js";

export { words };
export const listens = [];

const KINDS = { shown: "good", waiting: "warn", hidden: "bad" };
const moderates = (ctx) => ctx.session.may("OPERATE_MARKET");
const writes = (ctx) => ctx.session.may("DECLARE") || moderates(ctx);

export async function load(ctx) {
  const { topic } = ctx.query;
  const [posts, waiting] = await Promise.all([topic ? ctx.api.get(`/forum/topics/${encodeURIComponent(topic)}`) : null, moderates(ctx) ? ctx.api.get("/forum/waiting") : []]);
  return { posts, waiting };
}

const who = (ctx, post) => (["operator", "member", "you"].includes(post.by) ? ctx.t(post.by) : post.by);

/** Shows or hides a post; hiding says why. */
function moderation(ctx, post) {
  const { t, state } = ctx;
  if (!moderates(ctx)) return nothing;
  const decide = (decision) => ctx.act(t(decision === "shown" ? "show" : "hide"), () => ctx.api.post(`/forum/posts/${post.number}/moderation`, { decision, reason: state[`why${post.number}`] || "" }));
  return html`<div class="row">${post.state === "shown" ? nothing : html`<button class="first" @click=${() => decide("shown")}>${t("show")} ${post.number}</button>`}
    ${post.state === "hidden" ? nothing : html`<input aria-label=${t("whyHidden", post.number)} placeholder=${t("reason")} @input=${(e) => (state[`why${post.number}`] = e.target.value)}> <button class="danger" @click=${() => decide("hidden")}>${t("hide")} ${post.number}</button>`}</div>`;
}

function one(ctx, post) {
  const { t, f } = ctx;
  return html`<li class="tile"><p><b>${who(ctx, post)}</b> <small>${f.time(post.at)} ${f.zone(post.at)}</small> ${post.state === "shown" ? nothing : mark(KINDS[post.state], t(post.state))} ${post.reason}</p>
    ${post.title ? html`<p><b>${post.title}</b></p>` : nothing}<p class="said">${post.text}</p>${papers(ctx, post)}${moderation(ctx, post)}</li>`;
}

function write(ctx, topic) {
  const { t, state } = ctx;
  if (!writes(ctx)) return nothing;
  const chapters = ["", "introduction", "rules", "participation", "training"].map((each) => [each, each ? t(`c-${each}`) : t("noChapter")]);
  const about = { chapter: ctx.query.chapter || "", ...state.given };
  const fields = [...(topic ? [] : [{ name: "title", label: t("topic"), required: true }, { name: "chapter", label: t("chapter"), kind: "select", options: chapters }]), { name: "text", label: t("text"), kind: "area", rows: 5, required: true }];
  const send = async (given) => {
    state.given = given;
    const made = await ctx.act(t("send"), async () => ctx.api.post("/forum/posts", { topic: topic || 0, title: given.title || "", text: given.text || "", chapter: given.chapter || "", papers: await encoded(state.files) }));
    if (!made) return;
    state.given = {};
    state.files = null;
    if (!topic) ctx.setQuery({ topic: made.number });
    else ctx.reload();
  };
  return html`<section aria-labelledby="write"><h2 id="write">${t(topic ? "answer" : "newTopic")}</h2>
    ${moderates(ctx) ? nothing : html`<p>${t("lookedAt")}</p>`}<label>${t("attach")} <input type="file" multiple id="post-papers" accept="image/*,audio/*,video/*,.pdf,.pptx" @change=${(e) => (state.files = [...e.target.files])}></label> <small>${t("attachable")}</small>
    ${form(fields, about, { submit: send, label: t("send"), id: "post" })}</section>`;
}

export function view(ctx, data) {
  const { t } = ctx;
  const columns = [
    { key: "title", label: t("topic"), cell: (row) => html`<a href=${ctx.href("/forum", { topic: row.number })}>${row.title}</a>` }, { key: "by", label: t("writer"), cell: (row) => who(ctx, row) },
    { key: "at", label: t("written"), kind: "time" }, { key: "state", label: t("state"), cell: (row) => mark(KINDS[row.state], t(row.state)) },
  ];
  const topic = Number(ctx.query.topic) || 0;
  return html`<h1>${data.posts ? data.posts[0].title : t("title")}</h1>
    ${data.posts ? nothing : html`<p><a href=${ctx.href("/guide")}>${t("guide")}</a></p>`}
    ${data.waiting.length ? html`<section aria-labelledby="waits"><h2 id="waits">${t("waits", data.waiting.length)}</h2><ul class="bare">${data.waiting.map((post) => one(ctx, post))}</ul></section>` : nothing}
    ${data.posts ? html`<p><a href=${ctx.href("/forum", { topic: null })}>${t("allTopics")}</a></p><ul class="bare">${data.posts.map((post) => one(ctx, post))}</ul>`
      : html`<gc-table .source=${{ path: "/forum/topics", formats: false }} .columns=${columns} name="ft" label=${t("title")} .select=${(row) => ctx.setQuery({ topic: row.number })}></gc-table>`}
    ${data.posts && data.posts[0].state === "hidden" ? notice("info", t("topicHidden")) : write(ctx, topic)}`;
}

// Workflows as graphs, when they fire next, and how those of a date stand, with their history.
import { html, nothing } from "lit";
import words from "../i18n/workflows.js";
import { notice } from "../parts/notice.js";
import "../parts/deadline.js";
import "../parts/state.js";

export { words };
export const listens = ["workflow", "day"];

export async function load(ctx) {
  const [outlines, instances] = await Promise.all([
    ctx.api.get("/workflows"), ctx.api.table("/workflows/instances", { from: ctx.date, to: ctx.date }),
  ]);
  const [workflow, date, cycle, run] = (ctx.query.instance || "").split("~");
  const path = run ? `/workflows/instances/${[workflow, date, cycle, run].map(encodeURIComponent).join("/")}` : "";
  const [picked, history] = path ? await Promise.all([ctx.api.get(path), ctx.api.table(`${path}/history`)]) : [null, null];
  return { outlines, instances: instances.rows, picked, history: history?.rows || [], path };
}

/** Columns of a graph: each node stands one to the right of the last that it waits for. */
export function layers(nodes) {
  const depth = {};
  const of = (id, seen) => {
    if (depth[id] !== undefined || seen.has(id)) return depth[id] ?? 0;
    const node = nodes.find((each) => each.id === id);
    const before = (node?.after || []).map((each) => of(each, new Set([...seen, id])) + 1);
    return (depth[id] = Math.max(0, ...before));
  };
  nodes.forEach((node) => of(node.id, new Set()));
  const columns = [];
  nodes.forEach((node) => (columns[depth[node.id]] ||= []).push(node));
  return columns;
}

function graph(ctx, outline) {
  const { t } = ctx;
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${t("graph", outline.workflow)}><ol class="graph">${layers(outline.nodes).map((column) => html`<li><ul>${column.map((node) => html`<li class="tile">
    <b>${node.id}</b> <small>${node.task}</small>
    ${node.after.length ? html`<small>${t("after", node.after.join(", "))}</small>` : nothing}
    ${node.waitsFor ? html`<small>${t("waitsFor", node.waitsFor)}</small>` : nothing}
    ${node.byHand.length ? html`<small>${t("byHand", node.byHand.join(", "))}</small>` : nothing}
    ${node.due ? html`<small>${t("due", node.due)}</small>` : nothing}
    <small>${t(`on_${node.onFailure}`)}</small></li>`)}</ul></li>`)}</ol></div>`;
}

function instances(ctx, data) {
  const { t, f } = ctx;
  if (data.instances.length === 0) return notice("empty", t("noInstances", ctx.date));
  const key = (row) => [row.workflow, row.date, row.cycle, row.run].join("~");
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${t("instances")}><table>
    <thead><tr><th scope="col">${t("workflow")}</th><th scope="col" class="n">${t("cycle")}</th><th scope="col">${t("state")}</th><th scope="col">${t("starts")}</th><th scope="col">${t("nextStep")}</th><th scope="col">${t("who")}</th><th scope="col">${t("dueAt")}</th></tr></thead>
    <tbody>${data.instances.map((row) => html`<tr aria-current=${ctx.query.instance === key(row) ? "true" : "false"}>
      <td><button class="plain" @click=${() => ctx.setQuery({ instance: key(row) })}>${row.workflow}${row.run > 1 ? ` (${row.run})` : ""}</button></td><td class="n">${f.int(row.cycle)}</td>
      <td><gc-state .value=${row.state}></gc-state> ${row.eye ? html`<span class="warn">▲ ${t("eye")}</span>` : nothing}</td><td>${row.startsAt}</td><td>${row.next} ${row.waitsFor}</td><td>${row.who}</td><td>${row.dueAt}</td></tr>`)}</tbody></table></div>`;
}

function acts(ctx, data, node) {
  const { t } = ctx;
  const act = (what) => ctx.act(t(what, node.node), () => ctx.api.post(`${data.path}/nodes/${encodeURIComponent(node.node)}/${what}`, { reason: ctx.state.reason || "" }));
  const can = { run: ["waiting", "ready"], retry: ["failed", "escalated"], skip: ["waiting", "ready", "failed", "escalated"] };
  return Object.entries(can).filter(([, states]) => states.includes(node.state)).map(([what]) => html`<button @click=${() => act(what)}>${t(what, node.node)}</button> `);
}

function picked(ctx, data) {
  const { t } = ctx;
  if (!data.picked) return nothing;
  const { workflow, date, cycle, run, nodes } = data.picked;
  return html`<section aria-labelledby="picked"><h2 id="picked">${workflow} ${date} ${cycle || ""} ${run > 1 ? `(${run})` : ""}</h2>
    <label>${t("reasonOf")} <input .value=${ctx.state.reason || ""} @input=${(e) => (ctx.state.reason = e.target.value)}></label>
    <div class="scroll" tabindex="0" role="region" aria-label=${t("nodes")}><table>
      <thead><tr><th scope="col">${t("node")}</th><th scope="col">${t("task")}</th><th scope="col">${t("state")}</th><th scope="col">${t("waits")}</th><th scope="col">${t("who")}</th><th scope="col">${t("dueAt")}</th><th scope="col">${t("acts")}</th></tr></thead>
      <tbody>${nodes.map((node) => html`<tr><th scope="row">${node.node}</th><td>${node.task}</td><td><gc-state .value=${node.state}></gc-state></td><td>${node.waitsFor}</td><td>${node.who.join(", ")}</td>
        <td>${node.dueAt && !["done", "skipped"].includes(node.state) ? html`<gc-deadline .at=${node.dueAt} label=""></gc-deadline>` : nothing}</td><td>${acts(ctx, data, node)}</td></tr>`)}</tbody></table></div>
    <h3>${t("history")}</h3><div class="scroll" tabindex="0" role="region" aria-label=${t("history")}><table>
      <thead><tr><th scope="col" class="n">${t("number")}</th><th scope="col">${t("node")}</th><th scope="col">${t("state")}</th><th scope="col">${t("by")}</th><th scope="col">${t("time")}</th><th scope="col">${t("reason")}</th></tr></thead>
      <tbody>${data.history.map((row) => html`<tr><td class="n">${row.number}</td><td>${row.node}</td><td><gc-state .value=${row.state}></gc-state></td><td>${row.by}</td><td>${row.at}</td><td>${row.reason}</td></tr>`)}</tbody></table></div></section>`;
}

export function view(ctx, data) {
  const { t, f } = ctx;
  return html`<h1>${t("title")}</h1>
    <section aria-labelledby="instances"><h2 id="instances">${t("instancesOf", ctx.date)}</h2>${instances(ctx, data)}</section>
    ${picked(ctx, data)}
    <section aria-labelledby="defined"><h2 id="defined">${t("defined")}</h2>
      ${data.outlines.length === 0 ? notice("empty", t("noWorkflows")) : data.outlines.map((each) => html`<h3>${each.title || each.workflow} <small>${each.workflow} · ${t("version")} ${each.version}</small></h3>
        <p>${each.days} · ${each.cycles} · ${each.nextAt ? html`${t("next")} <b>${f.time(each.nextAt)} ${f.zone(each.nextAt)}</b> (${each.nextDate}${each.nextCycle ? `, ${t("cycle")} ${each.nextCycle}` : ""})` : t("noNext")}</p>
        <details><summary>${t("graph", each.workflow)}</summary>${graph(ctx, each)}</details>`)}</section>`;
}

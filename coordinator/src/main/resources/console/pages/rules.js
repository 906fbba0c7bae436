// Rules and parameters of the market: which hold, which are proposed, who has to review them.
import { html, nothing } from "lit";
import { notice } from "../parts/notice.js";
import words from "../i18n/rules.js";
import "../parts/state.js";
import "../parts/table.js";

export { words };
export const listens = ["rule"];

export async function load(ctx) {
  const [versions, open] = await Promise.all([ctx.api.table("/rules"), ctx.api.get("/rules/proposals")]);
  const proposals = await Promise.all(open.map((each) => ctx.api.get(`/rules/proposals/${each.number}`)));
  return { versions: versions.rows, proposals };
}

/** What proposed rules of anomalies would find on the date of the head and the days before. */
function shadow(ctx, proposal) {
  const { t, state } = ctx;
  if (proposal.kind === "penalties") return html`<p><small>${t("shadowPenalties", proposal.number)}</small></p>`;
  if (proposal.kind !== "anomalies") return nothing;
  const from = state.from || ctx.date;
  const ask = async () => {
    const found = await ctx.act(t("shadow"), () => ctx.api.table(`/rules/proposals/${proposal.number}/shadow`, { market: ctx.market, from, to: ctx.date }));
    state[`shadow${proposal.number}`] = found?.rows;
    ctx.update();
  };
  const rows = state[`shadow${proposal.number}`];
  const columns = [{ key: "version", label: t("version") }, { key: "before", label: t("foundNow"), kind: "int", sort: true }, { key: "after", label: t("foundThen"), kind: "int", sort: true }, { key: "gone", label: t("gone") }, { key: "come", label: t("come") }];
  return html`<div class="row"><label>${t("shadowFrom")} <input type="date" .value=${from} @change=${(e) => (state.from = e.target.value)}></label> <button @click=${ask}>${t("shadow")}</button></div>
    ${rows ? html`<gc-table .rows=${rows} .columns=${columns} name="sh${proposal.number}" label=${t("shadow")}></gc-table>` : nothing}`;
}

function review(ctx, proposal) {
  const { t, state } = ctx;
  const own = proposal.by === ctx.session.name;
  const decide = (decision) => ctx.act(t(decision), () => ctx.api.post(`/rules/proposals/${proposal.number}/review`, { decision, reason: state[proposal.number] || "" }));
  return html`<li class="tile"><b>${proposal.kind} ${proposal.of}</b>
    <p>${t("proposedBy", proposal.by, ctx.f.time(proposal.at))} ${proposal.note} ${proposal.from ? t("holdsFrom", ctx.f.time(proposal.from)) : nothing}</p>
    <ul>${proposal.changes.map((each) => html`<li>${each}</li>`)}</ul>
    ${shadow(ctx, proposal)}
    ${own ? notice("info", t("another")) : html`<div class="row"><input aria-label=${t("reason")} placeholder=${t("reason")} @input=${(e) => (state[proposal.number] = e.target.value)}>
      <button class="first" @click=${() => decide("approved")}>${t("approved")}</button><button class="danger" @click=${() => decide("rejected")}>${t("rejected")}</button></div>`}</li>`;
}

export function view(ctx, data) {
  const { t } = ctx;
  const columns = [
    { key: "kind", label: t("kind"), sort: true, filter: true, cell: (row) => html`<a href=${ctx.href(`/rules/${row.kind}`, { of: row.id, version: row.version })}>${row.kind}</a>` },
    { key: "id", label: t("of"), sort: true, filter: true }, { key: "version", label: t("version"), sort: true }, { key: "holds", label: t("holds"), sort: true, cell: (row) => (row.holds === "yes" ? `✓ ${t("yes")}` : "") },
    { key: "from", label: t("from") }, { key: "proposedBy", label: t("proposer") }, { key: "by", label: t("approver") }, { key: "at", label: t("time") }, { key: "what", label: t("what") },
  ];
  return html`<h1>${data.proposals.length ? t("waiting", data.proposals.length) : t("title")}</h1>
    ${data.proposals.length ? html`<section aria-label=${t("proposals")}><h2>${t("proposals")}</h2><ul class="bare">${data.proposals.map((each) => review(ctx, each))}</ul></section>` : nothing}
    <section aria-label=${t("versions")}><h2>${t("versions")}</h2><gc-table .rows=${data.versions} .columns=${columns} name="r" label=${t("versions")}></gc-table></section>`;
}

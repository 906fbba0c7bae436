// What somebody may do here, tokens for programs, and the own password.
import { html, nothing } from "lit";
import words from "../i18n/administration.js";
import { here, registered } from "../app/hardware-key.js";
import { form } from "../parts/form.js";
import { notice } from "../parts/notice.js";
import { partText } from "./accounts.js";

export { words };
export const listens = [];

export async function load(ctx) {
  const known = await ctx.api.get("/session");
  const tokens = known.accounts ? await ctx.api.get("/tokens") : null;
  const keys = tokens === null ? null : await ctx.api.get("/second-factors");
  return { known, tokens, keys };
}

function tokens(ctx, list) {
  const { t, f } = ctx;
  const path = (label) => `/tokens/${encodeURIComponent(label)}`;
  return html`${list.length === 0 ? notice("empty", t("noTokens")) : html`<div class="scroll" tabindex="0" role="region" aria-label=${t("tokens")}><table>
      <thead><tr><th scope="col">${t("label")}</th><th scope="col">${t("until")}</th><th scope="col">${t("acts")}</th></tr></thead>
      <tbody>${list.map((each) => html`<tr><th scope="row">${each.label}</th><td>${f.time(each.until)} ${f.zone(each.until)}</td>
        <td><button class="danger" @click=${() => ctx.act(t("revoke", each.label), () => ctx.api.del(path(each.label)))}>${t("revoke", each.label)}</button></td></tr>`)}</tbody></table></div>`}
    ${ctx.state.token ? html`<div class="tile"><p>${t("tokenOnce")}</p><input class="wide" readonly aria-label=${t("token")} .value=${ctx.state.token} @focus=${(e) => e.target.select()}></div>` : nothing}
    ${form([{ name: "label", label: t("label"), required: true, hint: t("labelHint") }, { name: "days", label: t("goodFor"), kind: "number", unit: "d", required: true }], { days: 90 }, {
      id: "token", label: t("makeToken"), submit: async (said) => {
        const made = await ctx.act(t("makeToken"), () => ctx.api.post("/tokens", said));
        if (made) ctx.state.token = made.token;
        ctx.update();
      },
    })}`;
}

const codeField = (t) => ({ name: "code", label: t("codeNow"), required: true });

async function addKey(ctx, said) {
  const { t } = ctx;
  await ctx.act(t("addKey"), async () => {
    const key = await registered(await ctx.api.post("/second-factors/keys/challenge"));
    return ctx.api.post("/second-factors/keys", { ...said, key });
  });
}

function keys(ctx, list) {
  const { t, f } = ctx;
  const removal = (label) => form([codeField(t)], {}, {
    id: `remove-${label}`, label: t("removeKey", label),
    submit: (said) => ctx.act(t("removeKey", label), () => ctx.api.post(`/second-factors/keys/${encodeURIComponent(label)}/removal`, said)),
  });
  return html`${list.length === 0 ? notice("empty", t("noKeys")) : html`<ul class="keys">${list.map((each) => html`<li><b>${each.label}</b> · ${each.host} · ${t("since")} ${f.time(each.since)}${removal(each.label)}</li>`)}</ul>`}
    ${here() ? form([{ name: "label", label: t("label"), required: true, hint: t("keyHint") }, codeField(t)], {}, { id: "key", label: t("addKey"), submit: (said) => addKey(ctx, said) }) : nothing}`;
}

function codes(ctx) {
  const { t } = ctx;
  const { next } = ctx.state;
  if (next) {
    return html`<div class="tile"><p>${t("nextSecret")}</p><input class="wide" readonly aria-label=${t("nextSecret")} .value=${next}></div>
      ${form([{ name: "code", label: t("nextCode"), required: true }], {}, {
        id: "renewed", label: t("renewCodes"), submit: async (said) => {
          await ctx.act(t("renewCodes"), async () => {
            await ctx.api.put("/second-factors/codes", said);
            ctx.state.next = null;
          });
          ctx.update();
        },
      })}`;
  }
  return form([codeField(t)], {}, {
    id: "renew", label: t("renewCodes"), submit: async (said) => {
      await ctx.act(t("renewCodes"), async () => {
        ctx.state.next = (await ctx.api.post("/second-factors/codes", said)).secondFactor;
      });
      ctx.update();
    },
  });
}

function device(ctx) {
  const { t } = ctx;
  return form([{ name: "code", label: t("commandCode"), required: true, hint: t("letInHint") }], {}, {
    id: "device", label: t("letIn"), submit: (said) => ctx.act(t("letIn"), () => ctx.api.post("/session/devices/approval", said)),
  });
}

function password(ctx) {
  const { t } = ctx;
  const fields = [{ name: "old", label: t("oldPassword"), kind: "password", required: true }, { name: "password", label: t("newPassword"), kind: "password", required: true, hint: t("passwordHint") }];
  return form(fields, {}, { id: "password", label: t("changePassword"), submit: (said) => ctx.act(t("changePassword"), () => ctx.api.put("/password", said)) });
}

export function view(ctx, data) {
  const { t } = ctx;
  const { known } = data;
  return html`<h1>${t("myAccess")}</h1>
    <p><b>${known.name}</b></p>
    <section aria-labelledby="rights"><h2 id="rights">${t("rights")}</h2><p>${[...known.rights].sort().join(", ") || t("none")}</p>
      <p>${t("scopeMembers")}: ${partText(known.scope.members)} · ${t("scopeZones")}: ${partText(known.scope.zones)} · ${t("scopeMarkets")}: ${partText(known.scope.markets)}</p></section>
    ${data.tokens === null ? notice("info", t("noAccounts")) : html`
      <section aria-labelledby="tokens"><h2 id="tokens">${t("tokens")}</h2>${tokens(ctx, data.tokens)}</section>
      <section aria-labelledby="factors"><h2 id="factors">${t("factors")}</h2>${keys(ctx, data.keys)}${codes(ctx)}</section>
      <section aria-labelledby="device"><h2 id="device">${t("letIn")}</h2>${device(ctx)}</section>
      <section aria-labelledby="password"><h2 id="password">${t("changePassword")}</h2>${password(ctx)}</section>`}`;
}

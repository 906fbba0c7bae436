// Who sits here. The server says it; nothing of it is kept in the browser but its cookie.
import { api, setProof } from "./api.js";
import { answered } from "./hardware-key.js";

export const session = { known: false, name: "", rights: new Set(), scope: null, accounts: true };

function take(known) {
  session.known = true;
  session.name = known.name;
  session.rights = new Set(known.rights);
  session.scope = known.scope;
  session.accounts = known.accounts;
  session.open = !known.accounts;
  setProof(known.csrf);
}

session.may = (right) => session.rights.has(right);
session.mayAny = (rights) => !rights || rights.length === 0 || rights.some((r) => session.rights.has(r));

/** Asks the server who this is; false if nobody is logged in. */
export async function enter() {
  try {
    take(await api.get("/session"));
    return true;
  } catch (problem) {
    session.known = false;
    if (problem.status === 401) return false;
    throw problem;
  }
}

export async function login(name, password, code) {
  const made = await api.post("/session?cookie=true", { name, password, code });
  setProof(made.csrf);
  take(await api.get("/session"));
}

/** Logs in with a hardware key instead of a code. */
export async function loginByKey(name, password) {
  const key = await answered(await api.post("/session/challenge", { name }));
  const made = await api.post("/session?cookie=true", { name, password, key });
  setProof(made.csrf);
  take(await api.get("/session"));
}

export async function logout() {
  await api.del("/session");
  session.known = false;
}

// Calls of /api/v1: cookie and proof are sent along, a refusal is a Problem.

/** Why a call was refused: place, value, rule and advice as the server said them. */
export class Problem extends Error {
  constructor(status, body) {
    super(body.detail || body.title || `HTTP ${status}`);
    this.status = status;
    this.title = body.title || "";
    this.detail = body.detail || "";
    this.advice = body.advice || "";
    this.errors = body.issues || body.errors || [];
    this.body = body;
  }

  /** Whether nobody answered, so that it is worth asking again. */
  get away() {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }
}

const BASE = "/api/v1";
const proof = { csrf: null };
const watchers = { refused: () => {} };

/** What the session says is sent with calls that change something. */
export function setProof(csrf) {
  proof.csrf = csrf;
}

/** Calls back when the session has ended. */
export function onSessionEnd(callback) {
  watchers.refused = callback;
}

/** An address below /api/v1; parameters without a value are left out, lists are repeated. */
export function link(path, query = {}) {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== undefined && each !== null && each !== "") parameters.append(name, each);
    }
  }
  const text = parameters.toString();
  return BASE + path + (text ? (path.includes("?") ? "&" : "?") + text : "");
}

async function ask(method, address, body, type = "application/json") {
  const headers = {};
  if (body !== undefined) headers["Content-Type"] = type;
  if (method !== "GET" && proof.csrf) headers["X-CSRF-Token"] = proof.csrf;
  const sent = body === undefined ? undefined : type === "application/json" ? JSON.stringify(body) : body;
  let answer;
  try {
    answer = await fetch(address, { method, headers, body: sent, credentials: "same-origin" });
  } catch (failure) {
    throw new Problem(0, { title: "The server does not answer.", detail: failure.message });
  }
  if (answer.ok) return answer;
  const text = await answer.text();
  let content = {};
  try {
    content = JSON.parse(text);
  } catch {
    content = { detail: text.slice(0, 500) };
  }
  if (answer.status === 401 && !address.startsWith(BASE + "/session")) watchers.refused();
  throw new Problem(answer.status, content);
}

async function json(answer) {
  const text = await answer.text();
  return text ? JSON.parse(text) : null;
}

/** Rows of an answer, whatever its shape, with what it says beside them. */
export async function table(path, query) {
  const answer = await ask("GET", link(path, query));
  const body = await json(answer);
  const rows = Array.isArray(body) ? body : body.rows || [];
  const total = answer.headers.get("X-Total-Count");
  return {
    rows,
    paged: total !== null,
    total: total === null ? body.total ?? rows.length : Number(total),
    alarms: body.alarms || [],
    notices: body.notices || [],
    missing: body.missingDates || [],
    header: (name) => answer.headers.get(name),
  };
}

export const api = {
  get: async (path, query) => json(await ask("GET", link(path, query))),
  text: async (path, query) => (await ask("GET", link(path, query))).text(),
  post: async (path, body, type) => json(await ask("POST", link(path), body ?? {}, type)),
  put: async (path, body) => json(await ask("PUT", link(path), body ?? {})),
  del: async (path) => json(await ask("DELETE", link(path))),
  table,
  link,
};

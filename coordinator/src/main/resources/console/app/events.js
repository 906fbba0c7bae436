// One line to the server by which pages hear that something changed; it mends itself.
import { clock } from "./clock.js";
import { enter, session } from "./session.js";

const listeners = new Set();
/** connected: whether the line holds; since: when it broke, else null; spread: ms within which pages ask again. */
export const line = { connected: false, since: null, nodes: null, last: "", spread: 0 };
let source = null;
let watchdog = null;
const SILENT_MS = 40_000;
const AGAIN_MS = 1_500;

function tell(topics, what) {
  for (const listener of [...listeners]) listener(topics, what);
}

function broken() {
  if (line.connected || line.since === null) {
    line.connected = false;
    line.since = line.since ?? new Date();
    tell(new Set(), "broken");
  }
}

function heard(message) {
  const change = JSON.parse(message.data);
  const again = !line.connected && line.since !== null;
  line.connected = true;
  line.since = null;
  line.nodes = change.nodes;
  line.spread = change.spreadMillis;
  clock.set(change.at, change.zone);
  clearTimeout(watchdog);
  watchdog = setTimeout(restart, SILENT_MS);
  // After a break everything may be old, whatever the first event says.
  tell(new Set(change.topics), again ? "mended" : change.id === line.last ? "alive" : "change");
  line.last = change.id;
}

function restart() {
  stop();
  broken();
  start();
}

async function tryAgain() {
  let here = null;
  try {
    here = await enter();
  } catch {
    setTimeout(tryAgain, AGAIN_MS);
    return;
  }
  if (here) start();
  else tell(new Set(), "ended");
}

export function start() {
  if (source || !session.known) return;
  source = new EventSource("/api/v1/events");
  source.addEventListener("change", heard);
  source.onerror = () => {
    broken();
    // A refusal closes the line for good: it is asked for anew, in case the session still holds.
    if (source && source.readyState === EventSource.CLOSED) {
      stop();
      setTimeout(tryAgain, AGAIN_MS);
    }
  };
}

export function stop() {
  clearTimeout(watchdog);
  source?.close();
  source = null;
}

/** Calls back with topics and one of change, alive, broken, mended, ended; returns what ends that. */
export function listen(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A stream of one thing, such as a run's progress; ends with what it returns. */
export function follow(path, each, ended) {
  const own = new EventSource("/api/v1" + path);
  own.addEventListener("status", (message) => each(JSON.parse(message.data)));
  own.onmessage = (message) => each(JSON.parse(message.data));
  own.onerror = () => {
    // The server ends the stream of what has ended; a browser would ask for it again and again.
    own.close();
    ended();
  };
  return () => own.close();
}

// Numbers and times as people read them: thin space for thousands, a minus sign, the zone said.
import { clock } from "./clock.js";
import { chosen } from "./words.js";

const THIN = "\u2009";

function fixed(value, digits) {
  if (value === null || value === undefined || value === "" || Number.isNaN(Number(value))) return "–";
  const [whole, part] = Math.abs(Number(value)).toFixed(digits).split(".");
  const sign = Number(value) < 0 && Number(whole + "." + (part || 0)) !== 0 ? "\u2212" : "";
  return sign + whole.replace(/\B(?=(\d{3})+$)/g, THIN) + (part ? "." + part : "");
}

function parts(instant) {
  const made = new Intl.DateTimeFormat("en-GB", {
    timeZone: clock.zone, year: "numeric", month: "2-digit", day: "2-digit",
    hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23",
  }).formatToParts(new Date(instant));
  return Object.fromEntries(made.map((part) => [part.type, part.value]));
}

/** Offset of the market's zone at an instant, such as UTC+8. */
export function offset(instant) {
  const made = new Intl.DateTimeFormat("en-GB", { timeZone: clock.zone, timeZoneName: "shortOffset" });
  const name = made.formatToParts(new Date(instant)).find((part) => part.type === "timeZoneName").value;
  return name.replace("GMT", "UTC");
}

function duration(seconds) {
  const whole = Math.abs(Math.round(seconds));
  const two = (n) => String(n).padStart(2, "0");
  const days = Math.floor(whole / 86400);
  const rest = `${two(Math.floor(whole / 3600) % 24)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
  return (seconds < 0 ? "\u2212" : "") + (days ? `${days} d ${rest}` : rest);
}

export const f = {
  number: fixed,
  int: (x) => fixed(x, 0),
  mw: (x) => fixed(x, 1),
  price: (x) => fixed(x, 2),
  money: (x) => fixed(x, 2),
  percent: (x) => fixed(x, 1) + (x === null || x === undefined ? "" : THIN + "%"),
  duration,
  /** Time of day in the market's zone, with the date where it is another one. */
  time: (instant, date) => {
    if (!instant) return "–";
    const p = parts(instant);
    const day = `${p.year}-${p.month}-${p.day}`;
    return (day === date ? "" : day + " ") + `${p.hour}:${p.minute}:${p.second}`;
  },
  clock: (instant) => {
    const p = parts(instant);
    return `${p.hour}:${p.minute}:${p.second}`;
  },
  day: (instant) => {
    const p = parts(instant);
    return `${p.year}-${p.month}-${p.day}`;
  },
  zone: (instant) => offset(instant ?? Date.now()),
  date: (date) => date || "–",
  ago: (instant) => {
    const s = Math.max(0, (clock.now() - new Date(instant).getTime()) / 1000);
    const zh = chosen.lang === "zh";
    if (s < 60) return zh ? `${Math.round(s)} 秒前` : `${Math.round(s)} s ago`;
    if (s < 5400) return zh ? `${Math.round(s / 60)} 分钟前` : `${Math.round(s / 60)} min ago`;
    return zh ? `${Math.round(s / 3600)} 小时前` : `${Math.round(s / 3600)} h ago`;
  },
};

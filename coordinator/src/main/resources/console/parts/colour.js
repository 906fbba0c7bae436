// One colour for each fuel and series, told apart by the colour-blind, the same everywhere.
const TABLE = {
  coal: "#4d4d4d", gas: "#d55e00", ng: "#d55e00", nuclear: "#cc79a7", hydro: "#0072b2", wind: "#56b4e9",
  solar: "#e69f00", storage: "#009e73", battery: "#009e73", pumped: "#00796b", biomass: "#8a6d3b", oil: "#7f3b08",
  load: "#1b1b1b", da: "#0072b2", id: "#e69f00", rt: "#d55e00", "lt-ruc": "#6a6a6a", tie: "#8c6bb1",
};
const CYCLE = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#8c6bb1", "#8a6d3b", "#6a6a6a"];

/** The colour of a name; names that the table does not have get one that stays the same. */
export function colour(name) {
  const key = String(name).toLowerCase();
  if (TABLE[key]) return dark() && ["load", "coal"].includes(key) ? (key === "load" ? "#f0f0f0" : "#a0a0a0") : TABLE[key];
  let hash = 0;
  for (const letter of key) hash = (hash * 31 + letter.codePointAt(0)) >>> 0;
  return CYCLE[hash % CYCLE.length];
}

/** Whether the desk is dark now. */
export const dark = () => matchMedia("(prefers-color-scheme: dark)").matches;

/** A colour of the style by its name, such as --ink. */
export const variable = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

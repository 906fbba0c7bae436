// One colour for each fuel and series, told apart by the colour-blind, the same everywhere: those of fuels are the reports' (fuels.js).
/* global FUELS, FUEL_NAMES, fuelColour */
const TABLE = {
  load: "#1b1b1b", da: "#0072b2", id: "#e69f00", rt: "#d55e00", "lt-ruc": "#6a6a6a", tie: "#8c6bb1",
};
const CYCLE = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#8c6bb1", "#8a6d3b", "#6a6a6a"];

/** The colour of a name; names that the table does not have get one that stays the same. */
export function colour(name) {
  const key = String(name).toLowerCase();
  if (TABLE[key]) return dark() && key === "load" ? "#f0f0f0" : TABLE[key];
  if (FUELS[key] || FUELS[FUEL_NAMES[key]]) return dark() && fuelColour(key) === FUELS.coal ? "#a0a0a0" : fuelColour(key);
  let hash = 0;
  for (const letter of key) hash = (hash * 31 + letter.codePointAt(0)) >>> 0;
  return CYCLE[hash % CYCLE.length];
}

/** Colours of the series of one chart: of two that would have the same, the later takes the next that is free. */
export function colours(series) {
  const taken = new Set(series.map((each) => each.color).filter(Boolean));
  return series.map((each) => {
    if (each.color) return each.color;
    let own = colour(each.label);
    const from = CYCLE.indexOf(own);
    for (let k = 1; from >= 0 && taken.has(own) && k < CYCLE.length; k++) own = CYCLE[(from + k) % CYCLE.length];
    taken.add(own);
    return own;
  });
}

/** Whether the desk is dark now. */
export const dark = () => matchMedia("(prefers-color-scheme: dark)").matches;

/** A colour of the style by its name, such as --ink. */
export const variable = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

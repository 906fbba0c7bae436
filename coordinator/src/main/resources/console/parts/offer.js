// Declarations as fields: from a form to the document that is sent.

const pairs = (text) => (text || "").split(/[;,\n]/).map((each) => each.trim()).filter(Boolean).map((each) => each.split(":").map((part) => part.trim()));
const segments = (text) => pairs(text).map(([toMw, yuanPerMwh]) => ({ toMw: Number(toMw), yuanPerMwh: Number(yuanPerMwh) }));
const starts = (text) => pairs(text).map(([state, yuan]) => {
  const [name, hours] = state.split("/");
  return hours ? { state: name, afterHours: Number(hours), yuan: Number(yuan) } : { state: name, yuan: Number(yuan) };
});

const mw = (name, required) => ({ name, kind: "number", unit: "MW", required });
const price = (name) => ({ name, kind: "number", unit: "yuan/MWh", required: true });

/** Fields of each kind of declaration. */
export const KINDS = {
  thermal: [mw("minMw", true), mw("maxMw", true), { name: "noLoadYuanPerH", kind: "number", unit: "yuan/h", required: true }, { name: "segments", kind: "text", required: true, hint: "segmentsHint" },
    { name: "starts", kind: "text", required: true, hint: "startsHint" }, { name: "rampUpMwPerH", kind: "number", unit: "MW/h" }, { name: "rampDownMwPerH", kind: "number", unit: "MW/h" },
    { name: "commitment", kind: "select", options: ["free", "on", "off"] }],
  renewable: [{ name: "basis", kind: "select", options: ["forecast", "limit"] }, mw("maxMw", true), price("yuanPerMwh")],
  storage: [mw("maxChargeMw", true), mw("maxDischargeMw", true), price("bidYuanPerMwh"), price("offerYuanPerMwh")],
  demand: [{ name: "periods", kind: "text", required: true, hint: "periodsHint" }, { name: "segments", kind: "text", required: true, hint: "segmentsHint" }],
  "self-schedule": [mw("mw", true)],
  ancillary: [{ name: "product", kind: "text", required: true }, mw("maxMw", true), price("yuanPerMwh")],
  withdrawal: [{ name: "slot", kind: "select", options: ["energy", "ancillary"] }],
};

/** One declaration as it is sent. */
export function declaration(unit, kind, said) {
  const { segments: bands, starts: begins, periods, product, ...plain } = said;
  const made = { unit, kind };
  if (kind === "demand") return { ...made, byPeriod: [{ periods, segments: segments(bands) }] };
  if (kind === "ancillary") return { ...made, products: [{ product, maxMw: said.maxMw, yuanPerMwh: said.yuanPerMwh }] };
  Object.assign(made, plain);
  if (bands !== undefined) made.segments = segments(bands);
  if (begins !== undefined) made.starts = starts(begins);
  return made;
}

/** The document of declarations of a member for a date. */
export const paper = (market, date, member, declarations) => ({ format: "gridclear-declarations", version: 1, market, date, member, declarations });

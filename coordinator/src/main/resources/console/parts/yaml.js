// Writes an object as YAML as people write studies; reading it is the server's.
const PLAIN = /^[A-Za-z_$][\w .$+%/-]*$/;
const RESERVED = /^(true|false|null|yes|no|on|off|~)$/i;
const WIDTH = 88;

function scalar(value) {
  if (typeof value !== "string") return JSON.stringify(value);
  const plain = PLAIN.test(value) && !RESERVED.test(value) && value.trim() === value;
  return plain ? value : JSON.stringify(value);
}

function flow(value) {
  if (Array.isArray(value)) return `[${value.map(flow).join(", ")}]`;
  if (value && typeof value === "object") return `{${Object.entries(value).map(([key, each]) => `${scalar(key)}: ${flow(each)}`).join(", ")}}`;
  return scalar(value);
}

function block(value, indent) {
  const pad = "  ".repeat(indent);
  if (Array.isArray(value)) return value.map((each) => `${pad}- ${flow(each)}`).join("\n");
  return Object.entries(value)
    .map(([key, each]) => {
      const short = `${pad}${scalar(key)}: ${flow(each)}`;
      const nested = each && typeof each === "object" && (Array.isArray(each) ? each.length > 0 && typeof each[0] === "object" : short.length > WIDTH);
      return nested ? `${pad}${scalar(key)}:\n${block(each, indent + 1)}` : short;
    })
    .join("\n");
}

/** An object as YAML text. */
export const write = (value) => block(value, 0) + "\n";

/** Fields as one types them, such as "scale: 1.04, from: 18". */
export const fieldsText = (value) => (value && typeof value === "object" ? flow(value).slice(1, -1) : value === undefined ? "" : String(value));

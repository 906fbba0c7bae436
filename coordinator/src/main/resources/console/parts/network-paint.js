// What a picture of a network is painted with: what does not change with the period is kept as a bitmap.
import { dark } from "./colour.js";
import { paintLasso } from "./network-lasso.js";

/** Colours of prices from low to high, told apart by the colour-blind. */
export const PRICES = ["#313695", "#4575b4", "#74add1", "#abd9e9", "#fee090", "#fdae61", "#f46d43", "#a50026"];
const HEAVY = 80;
const OVER = 100;
const NONE = 255;
/** So many pixels a label needs to be read. */
const LABEL_PX = 2400;

export const look = () => (dark()
  ? { back: "#161616", line: "#5a5a5a", out: "#333333", heavy: "#f2be5c", over: "#ff6b60", bus: "#9fb3c8", ink: "#ececec" }
  : { back: "#ffffff", line: "#b4b4b4", out: "#e4e4e4", heavy: "#b07400", over: "#c4281c", bus: "#44586c", ink: "#1b1b1b" });

/** Numbers of all periods out of their bytes. */
export function readFrames(buffer) {
  const head = new Int32Array(buffer, 0, 4);
  const [version, periods, buses, branches] = head;
  if (version !== 1) throw new Error(`Frames of version ${version} are not known.`);
  const prices = new Float32Array(buffer, 16, periods * buses);
  const loadings = new Uint8Array(buffer, 16 + 4 * periods * buses, periods * branches);
  return { periods, buses, branches, prices, loadings, range: rangeOf(prices) };
}

/** From the hundredth to the ninety-ninth percent of all prices: a spike takes no colour from the rest. */
function rangeOf(prices) {
  const step = Math.max(1, Math.floor(prices.length / 20000));
  const some = [];
  for (let k = 0; k < prices.length; k += step) if (Number.isFinite(prices[k])) some.push(prices[k]);
  some.sort((a, b) => a - b);
  return some.length ? [some[Math.floor(0.01 * (some.length - 1))], some[Math.ceil(0.99 * (some.length - 1))]] : [0, 1];
}

/** Which colour a price has. */
export function stepOf(price, [low, high]) {
  const step = high > low ? Math.floor((PRICES.length * (price - low)) / (high - low)) : 0;
  return Math.min(PRICES.length - 1, Math.max(0, step));
}

function line(ink, picture, l) {
  const { x, y, view, network } = picture;
  const link = network.links[l];
  const x1 = view.x + view.scale * x[link[1]], y1 = view.y + view.scale * y[link[1]], x2 = view.x + view.scale * x[link[2]], y2 = view.y + view.scale * y[link[2]];
  if ((x1 < 0 && x2 < 0) || (y1 < 0 && y2 < 0) || (x1 > view.width && x2 > view.width) || (y1 > view.height && y2 > view.height)) return;
  ink.moveTo(x1, y1);
  ink.lineTo(x2, y2);
}

/** All branches as they look where they are not heavily loaded. */
export function paintBase(picture) {
  const { view, network } = picture;
  const canvas = document.createElement("canvas");
  canvas.width = view.width * view.ratio;
  canvas.height = view.height * view.ratio;
  const ink = canvas.getContext("2d");
  const colours = look();
  ink.scale(view.ratio, view.ratio);
  ink.fillStyle = colours.back;
  ink.fillRect(0, 0, view.width, view.height);
  for (const inService of [0, 1]) {
    ink.beginPath();
    for (let l = 0; l < network.links.length; l++) if (network.links[l][3] === inService) line(ink, picture, l);
    ink.strokeStyle = inService ? colours.line : colours.out;
    ink.lineWidth = network.links.length > 3000 && view.scale < 12 ? 0.6 : 1.2;
    ink.stroke();
  }
  picture.pixels = small(picture) ? new Uint32Array(ink.getImageData(0, 0, canvas.width, canvas.height).data.buffer) : null;
  picture.image = picture.pixels ? ink.createImageData(canvas.width, canvas.height) : null;
  return canvas;
}

const sideOf = (view) => Math.max(2, Math.min(9, view.scale * 0.5));

/** Whether buses are so many and so small that pixels are written faster than squares are drawn. */
const small = ({ x, view }) => x.length > 2000 && sideOf(view) <= 4;

const WORDS = PRICES.map((colour) => {
  const rgb = parseInt(colour.slice(1), 16);
  return (0xff000000 | ((rgb & 0xff) << 16) | (rgb & 0xff00) | (rgb >> 16)) >>> 0;
});

/** Base and buses as pixels. */
function paintPixels(picture, ink, t) {
  const { x, y, view, frames, image } = picture;
  const words = new Uint32Array(image.data.buffer);
  words.set(picture.pixels);
  const side = Math.round(sideOf(view) * view.ratio), width = image.width, height = image.height, from = t * frames.buses;
  const [low, high] = frames.range, steps = high > low ? PRICES.length / (high - low) : 0;
  for (let b = 0; b < x.length; b++) {
    const px = Math.round((view.x + view.scale * x[b]) * view.ratio - side / 2), py = Math.round((view.y + view.scale * y[b]) * view.ratio - side / 2);
    if (px < 0 || py < 0 || px + side > width || py + side > height) continue;
    const step = ((frames.prices[from + b] - low) * steps) | 0;
    const word = WORDS[step < 0 ? 0 : step > 7 ? 7 : step];
    for (let row = 0, at = py * width + px; row < side; row++, at += width) words.fill(word, at, at + side);
  }
  ink.putImageData(image, 0, 0);
}

/** A period: the heavy branches and the prices upon the base. */
export function paintFrame(picture, ink) {
  const { view, frames, period, network } = picture;
  const colours = look();
  const t = period || 0;
  const asPixels = picture.pixels && frames;
  ink.setTransform(1, 0, 0, 1, 0, 0);
  if (asPixels) paintPixels(picture, ink, t);
  else ink.drawImage(picture.base, 0, 0);
  ink.setTransform(view.ratio, 0, 0, view.ratio, 0, 0);
  if (frames) {
    const from = t * frames.branches;
    for (const [least, most, colour, width] of [[HEAVY, OVER, colours.heavy, 2], [OVER + 1, NONE - 1, colours.over, 3]]) {
      ink.beginPath();
      for (let l = 0; l < frames.branches; l++) {
        const loading = frames.loadings[from + l];
        if (loading >= least && loading <= most) line(ink, picture, l);
      }
      ink.strokeStyle = colour;
      ink.lineWidth = width;
      ink.stroke();
    }
  }
  if (!asPixels) paintBuses(picture, ink, colours, t);
  paintLasso(picture, ink, colours);
  if (picture.chosen) ring(picture, ink, colours, picture.chosen.bus ?? network.links[picture.chosen.link][1]);
}

function paintBuses(picture, ink, colours, t) {
  const { x, y, view, frames, network } = picture;
  const side = sideOf(view), half = side / 2;
  const bins = PRICES.map(() => []);
  const visible = [];
  for (let b = 0; b < x.length; b++) {
    const px = view.x + view.scale * x[b], py = view.y + view.scale * y[b];
    if (px < -side || py < -side || px > view.width + side || py > view.height + side) continue;
    if (visible.length <= 150) visible.push(b);
    bins[frames ? stepOf(frames.prices[t * frames.buses + b], frames.range) : 0].push(px - half, py - half);
  }
  bins.forEach((places, k) => {
    ink.fillStyle = frames ? PRICES[k] : colours.bus;
    for (let i = 0; i < places.length; i += 2) ink.fillRect(places[i], places[i + 1], side, side);
  });
  if (visible.length > 150 || view.scale < 14 || visible.length * LABEL_PX > view.width * view.height) return;
  ink.fillStyle = colours.ink;
  ink.font = "11px system-ui";
  for (const b of visible) ink.fillText(network.buses[b][0], view.x + view.scale * x[b] + 6, view.y + view.scale * y[b] - 5);
}

function ring(picture, ink, colours, b) {
  const { x, y, view } = picture;
  ink.strokeStyle = colours.ink;
  ink.lineWidth = 2;
  ink.beginPath();
  ink.arc(view.x + view.scale * x[b], view.y + view.scale * y[b], 11, 0, 2 * Math.PI);
  ink.stroke();
}

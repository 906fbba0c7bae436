// Buses within a line drawn around them, or in sight, and what they are together in a period.
const MARKS_MAX = 4000;

/** Whether a point lies within a closed line. */
function inside(trail, px, py) {
  let within = false;
  for (let i = 0, j = trail.length - 1; i < trail.length; j = i++) {
    const [xi, yi] = trail[i], [xj, yj] = trail[j];
    if (yi > py !== yj > py && px < ((xj - xi) * (py - yi)) / (yj - yi) + xi) within = !within;
  }
  return within;
}

const places = ({ x, y, view }) => Array.from(x, (each, b) => [view.x + view.scale * each, view.y + view.scale * y[b]]);

/** Numbers of the buses within a line around them. */
export const around = (picture, trail) => places(picture).flatMap(([px, py], b) => (inside(trail, px, py) ? [b] : []));

/** Numbers of the buses in sight: what a keyboard does instead of a line. */
export const inSight = (picture) => places(picture).flatMap(([px, py], b) => (px >= 0 && py >= 0 && px <= picture.view.width && py <= picture.view.height ? [b] : []));

/** The line that is being drawn, and rings at what is chosen. */
export function paintLasso(picture, ink, colours) {
  const { trail, selected, x, y, view } = picture;
  ink.strokeStyle = colours.ink;
  if (trail?.length > 1) {
    ink.lineWidth = 1.5;
    ink.setLineDash([5, 4]);
    ink.beginPath();
    trail.forEach(([px, py], k) => (k ? ink.lineTo(px, py) : ink.moveTo(px, py)));
    ink.closePath();
    ink.stroke();
    ink.setLineDash([]);
  }
  if (!selected?.length) return;
  ink.lineWidth = 1;
  ink.beginPath();
  for (const b of selected.slice(0, MARKS_MAX)) {
    const px = view.x + view.scale * x[b], py = view.y + view.scale * y[b];
    ink.rect(px - 5, py - 5, 10, 10);
  }
  ink.stroke();
}

/** Buses as rows, and what is between them and beyond: prices and loadings of a period. */
export function summary(network, frames, selected, t) {
  const chosen = new Set(selected);
  const rows = selected.map((b) => ({ number: b, bus: network.buses[b][0], kv: network.buses[b][1], zone: network.buses[b][2], price: frames.prices[t * frames.buses + b] }));
  let within = 0, across = 0, heavy = 0, most = -1, worst = -1;
  network.links.forEach((link, l) => {
    const ends = Number(chosen.has(link[1])) + Number(chosen.has(link[2]));
    if (ends === 0) return;
    if (ends === 2) within++;
    else across++;
    const loading = frames.loadings[t * frames.branches + l];
    if (loading === 255) return;
    if (loading >= 80) heavy++;
    if (loading > most) [most, worst] = [loading, l];
  });
  const prices = rows.map((row) => row.price).filter(Number.isFinite);
  const mean = prices.reduce((a, b) => a + b, 0) / Math.max(1, prices.length);
  return { rows, within, across, heavy, most, worst: worst < 0 ? null : network.links[worst][0], low: Math.min(...prices), high: Math.max(...prices), mean };
}

// A chart of values over minutes, as SVG, both axes linear from zero.
import { COLOURS, escape, text } from './chart.mjs';

const WIDTH = 760;
const HEIGHT = 380;
const BOX = { left: 64, right: 16, top: 40, bottom: 90 };
const LINE_HEIGHT = 16;
const TICKS = 6;

const STEPS = [1, 2, 5, 10];

/** Round numbers from zero to at least `highest`. */
function ticks(highest) {
  const rough = highest / TICKS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = STEPS.find((one) => one * power >= rough) * power;
  return Array.from({ length: Math.ceil(highest / step) + 1 }, (_, index) => Number((index * step).toFixed(6)));
}

/** `lines`: title and points, x in minutes, y in `unit`; with `dots` they are not joined. */
export function timeline({ title, unit }, lines) {
  const points = lines.flatMap((line) => line.points);
  const columns = ticks(Math.max(...points.map(({ x }) => x)));
  const rows = ticks(Math.max(...points.map(({ y }) => y)));
  const x = (minutes) => BOX.left + (minutes / columns.at(-1)) * (WIDTH - BOX.left - BOX.right);
  const y = (value) => HEIGHT - BOX.bottom - (value / rows.at(-1)) * (HEIGHT - BOX.bottom - BOX.top);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" role="img">`,
    `<title>${escape(title)}</title><rect width="100%" height="100%" fill="#fff"/>`,
    text(WIDTH / 2, 22, `${title}, ${unit}`),
    ...rows.flatMap((row) => [
      `<path d="M${BOX.left} ${y(row).toFixed(1)}H${WIDTH - BOX.right}" stroke="#ddd"/>`,
      text(BOX.left - 6, y(row) + 4, String(row), 'end'),
    ]),
    ...columns.map((column) => text(x(column), HEIGHT - BOX.bottom + 16, String(column))),
    text(WIDTH / 2, HEIGHT - BOX.bottom + 32, 'minutes'),
    ...lines.map((line, index) => drawn(line, index, x, y)),
    '</svg>\n',
  ].join('\n');
}

function drawn({ title, points, dots }, index, x, y) {
  const colour = COLOURS[index % COLOURS.length];
  const corners = points.map((point) => [x(point.x).toFixed(1), y(point.y).toFixed(1)]);
  const shape = dots
    ? thinned(corners).map(([cx, cy]) => `<circle cx="${cx}" cy="${cy}" r="1.5" fill="${colour}"/>`).join('')
    : `<polyline points="${corners.join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>`;
  const height = HEIGHT - BOX.bottom + 52 + index * LINE_HEIGHT;
  return `${shape}<rect x="${BOX.left}" y="${height - 9}" width="10" height="10" fill="${colour}"/>`
    + text(BOX.left + 16, height, title, 'start');
}

/** Of points that lie on one another at the size of the chart, the first. */
function thinned(corners) {
  const seen = new Set();
  return corners.filter(([cx, cy]) => {
    const place = `${Math.round(cx / 2)} ${Math.round(cy / 2)}`;
    return !seen.has(place) && seen.add(place);
  });
}

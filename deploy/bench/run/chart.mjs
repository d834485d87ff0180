// A line chart with logarithmic axes, as SVG: what grows in proportion is a straight line, ten times as high for ten times
// as much.
const WIDTH = 760;
const HEIGHT = 420;
const BOX = { left: 64, right: 16, top: 40, bottom: 110 };
export const COLOURS = ['#0b6e4f', '#c1440e', '#3b5ba9', '#7a3e9d'];
const LINE_HEIGHT = 16;

export const escape = (text) => text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]);

const powers = (low, high) => {
  const first = Math.floor(Math.log10(low));
  const last = Math.ceil(Math.log10(high));
  return Array.from({ length: last - first + 1 }, (_, index) => 10 ** (first + index));
};

const scale = (low, high, from, to) => (value) =>
  from + ((Math.log10(value) - Math.log10(low)) / (Math.log10(high) - Math.log10(low))) * (to - from);

export const text = (x, y, content, anchor = 'middle') => `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}">${escape(content)}</text>`;

export function chart({ title, unit, points, measure = 'p50, ms' }, lines) {
  const values = lines.flatMap((line) => line.points.map(({ y }) => y));
  const rows = powers(Math.min(...values), Math.max(...values));
  const x = scale(points[0].x, points.at(-1).x, BOX.left, WIDTH - BOX.right);
  const y = scale(rows[0], rows.at(-1), HEIGHT - BOX.bottom, BOX.top);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" role="img">`,
    `<title>${escape(title)}</title><rect width="100%" height="100%" fill="#fff"/>`,
    text(WIDTH / 2, 22, `${title}: ${measure}`),
    ...rows.flatMap((row) => [
      `<path d="M${BOX.left} ${y(row).toFixed(1)}H${WIDTH - BOX.right}" stroke="#ddd"/>`,
      text(BOX.left - 6, y(row) + 4, String(row), 'end'),
    ]),
    ...points.flatMap((point) => [
      `<path d="M${x(point.x).toFixed(1)} ${BOX.top}V${HEIGHT - BOX.bottom}" stroke="#eee"/>`,
      text(x(point.x), HEIGHT - BOX.bottom + 16, point.label, point === points.at(-1) ? 'end' : 'middle'),
    ]),
    text(WIDTH / 2, HEIGHT - BOX.bottom + 32, unit),
    ...lines.map((line, index) => drawn(line, index, x, y)),
    '</svg>\n',
  ].join('\n');
}

function drawn({ title, points }, index, x, y) {
  const colour = COLOURS[index % COLOURS.length];
  const corners = points.map((point) => `${x(point.x).toFixed(1)},${y(point.y).toFixed(1)}`);
  const dots = corners.map((corner) => `<circle cx="${corner.split(',')[0]}" cy="${corner.split(',')[1]}" r="3" fill="${colour}"/>`);
  const height = HEIGHT - BOX.bottom + 52 + index * LINE_HEIGHT;
  return `<polyline points="${corners.join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>${dots.join('')}`
    + `<rect x="${BOX.left}" y="${height - 9}" width="10" height="10" fill="${colour}"/>${text(BOX.left + 16, height, title, 'start')}`;
}

// Names and line labels: constant size on screen; what matters most gets its place first, what finds none is left out.
const FONT = ink('--sans');
const widths = new Map();
function textWidth(ctx, text) {
  const key = ctx.font + text;
  if (!widths.has(key)) widths.set(key, ctx.measureText(text).width);
  return widths.get(key);
}
const meets = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
function drawNames(ctx) {
  const canvas = ctx.canvas,
    ratio = canvas.width / canvas.clientWidth,
    scale = network.getScale(),
    centre = network.getViewPosition();
  const screen = e => ({
    x: (network.body.nodes[e].x - centre.x) * scale + canvas.clientWidth / 2,
    y: (network.body.nodes[e].y - centre.y) * scale + canvas.clientHeight / 2,
  });
  ctx.save();
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.lineJoin = 'round';
  names = placeNames(ctx, scale, screen);
  for (const name of names) paintName(ctx, name);
  for (const e of chosenEntities()) if (drawn.has(e)) paintRing(ctx, screen(e), sizeOf(e) * scale + 5);
  ctx.restore();
}
function placeNames(ctx, scale, screen) {
  const order = [...drawn].filter(e => network.body.nodes[e]).sort((a, b) => weight(b) - weight(a) || a - b);
  const at = new Map(order.map(e => [e, screen(e)]));
  const taken = order.map(e => {
    const {x, y} = at.get(e),
      r = sizeOf(e) * scale * 0.8;
    return [x - r, y - r, x + r, y + r];
  });
  const placed = [];
  const edgeNames = [...lines.values()].filter(isLabelled).sort((a, b) => lineWeight(b) - lineWeight(a));
  const first = edgeNames.filter(line => lineWeight(line) > 1),
    rest = edgeNames.filter(line => lineWeight(line) <= 1);
  first.forEach(line => placeLine(ctx, line, at, taken, placed, true));
  order.forEach((e, i) => placeName(ctx, e, at.get(e), sizeOf(e) * scale, taken, placed, i));
  rest.forEach(line => placeLine(ctx, line, at, taken, placed, false));
  return placed;
}
const weight = e =>
  (chosenEntities().includes(e) ? 4e9 : 0) +
  (hovered && hovered.node === e ? 8e9 : 0) +
  (strong && strong.nodes.has(e) ? 2e9 : 0) +
  (E - e);
const lineWeight = line => {
  if (hovered && hovered.edge === line.key) return 3;
  if (!strong || !strong.lines.has(line.key)) return 0;
  return state.chosen && state.chosen.ends ? 2 : 1;
};
const isLabelled = line =>
  lineWeight(line) > 2 || (strong ? lineWeight(line) > 0 && strong.lines.size <= 24 : lines.size < 25);
function placeName(ctx, e, {x, y}, r, taken, placed, i) {
  const faint = strong && !strong.nodes.has(e),
    bold = weight(e) > 4e9 || degrees.get(e) > 11;
  ctx.font = `${bold ? '600 ' : ''}12.5px ${FONT}`;
  const text = short(entityName(e)),
    w = textWidth(ctx, text) / 2 + 3,
    up = 9;
  const spots = [
    [x, y + r + 10],
    [x, y - r - 10],
    [x + r + w + 2, y],
    [x - r - w - 2, y],
    ...[-1, 1].flatMap(up => [-1, 1].map(side => [x + side * (r * 0.6 + w), y + up * (r * 0.7 + 9)])),
    ...(i < BEST ? SHIFTS.flatMap(([side, far]) => [1, -1].map(up => [x + side * w, y + up * (r + far)])) : []),
  ];
  const own = taken[i],
    {clientWidth: width, clientHeight: height} = $('picture'),
    seen = x > 0 && x < width && y > 0 && y < height;
  let least = 3,
    lesser = null; // where the name of one of the very best covers one or two lesser shapes
  for (const [n, [cx, cy]] of spots.entries()) {
    const box = [cx - w, cy - up, cx + w, cy + up];
    if (seen && (box[0] < 0 || box[2] > width || box[3] > height || box[1] < 0)) continue;
    const met = taken.flatMap((other, j) => (other !== own && meets(box, other) ? [j] : []));
    if (met.length) {
      if (i < 3 && n < 4 && met.length < least && met.every(j => j > i && j < drawn.size)) {
        least = met.length;
        lesser = [cx, cy, box];
      }
      continue;
    }
    if (n > 3 && n < 8 && isStrange(box, i, taken)) continue;
    return void keep(cx, cy, box);
  }
  if (lesser) keep(...lesser);
  else if (chosenEntities().includes(e))
    keep(...spots[0], [spots[0][0] - w, spots[0][1] - up, spots[0][0] + w, spots[0][1] + up]);
  function keep(cx, cy, box) {
    taken.push(box);
    placed.push({e, text, x: cx, y: cy, box, font: ctx.font, colour: '--ink', alpha: faint ? 0.22 : 1});
  }
}
const BEST = 10; // names that are looked for more places
const SHIFTS = [-0.4, 0.4, -0.75, 0.75].map(side => [side, 10]).concat([0, -0.4, 0.4, -0.75, 0.75].map(side => [side, 20]));
// A name aslant of its own shape must not lie beside another's.
const isStrange = ([left, top, right, bottom], i, taken) =>
  taken.some((other, j) => j !== i && j < drawn.size && meets([left - 10, top - 10, right + 10, bottom + 10], other));
function placeLine(ctx, line, at, taken, placed, always) {
  const a = at.get(line.a),
    b = at.get(line.b);
  if (!a || !b) return;
  const text = lineLabel(line);
  ctx.font = `italic 11.5px ${FONT}`;
  const w = textWidth(ctx, text) / 2 + 4;
  const bend = line.bend / 2;
  for (const t of [0.5, 0.42, 0.58, 0.34, 0.66]) {
    const cx = a.x + (b.x - a.x) * t + (b.y - a.y) * bend,
      cy = a.y + (b.y - a.y) * t - (b.x - a.x) * bend;
    const box = [cx - w, cy - 8, cx + w, cy + 8];
    if (taken.some(other => meets(box, other))) continue;
    return void keep(box, cx, cy);
  }
  if (always) keep([0, 0, 0, 0], (a.x + b.x) / 2 + (b.y - a.y) * bend, (a.y + b.y) / 2 - (b.x - a.x) * bend);
  function keep(box, x, y) {
    if (always && !box[2]) box = [x - w, y - 8, x + w, y + 8];
    taken.push(box);
    placed.push({
      line: line.key,
      text,
      x,
      y,
      box,
      font: ctx.font,
      colour: ['--ink', '--claimed', '--denied', '--unrealised', '--muted'][line.status],
      alpha: 1,
    });
  }
}
function paintName(ctx, {text, x, y, font, colour, alpha}) {
  ctx.globalAlpha = alpha;
  ctx.font = font;
  ctx.lineWidth = 4;
  ctx.strokeStyle = ink('--paper');
  ctx.strokeText(text, x, y);
  ctx.fillStyle = ink(colour);
  ctx.fillText(text, x, y);
  ctx.globalAlpha = 1;
}
function paintRing(ctx, {x, y}, r) {
  ctx.beginPath();
  ctx.arc(x, y, r, 0, Math.PI * 2);
  ctx.lineWidth = 2.5;
  ctx.strokeStyle = ink('--accent');
  ctx.stroke();
}

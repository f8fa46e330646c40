// The picture: vis-network draws shapes and lines where layout.py put them; names are drawn here, at one size, never over each other.
const scene = JSON.parse($('scene').textContent);
const places = new Map(scene.nodes.map(({id, x, y}) => [id, {x, y}]));
let degrees = new Map(), crowd = 1;
const sizeOf = e => Math.min(25, 6.5 + 2.5 * Math.sqrt(degrees.get(e) || 0)) * crowd;
function measure() { // as layout.py does: by what is on the canvas, whatever the filters say
  degrees = new Map();
  for (const e of places.keys()) degrees.set(e, others(e, () => true).filter(other => places.has(other)).length);
  crowd = Math.min(1, Math.max(.6, Math.sqrt(70 / Math.max(1, places.size))));
}
let network = null, nodeSet = null, lineSet = null;
let drawn = new Set(), lines = new Map(), names = [], hovered = null, strong = null;
const lineKey = (a, b) => `${a}>${b}`;

function place(e, anchor) {
  if (places.has(e)) return;
  const {x, y} = places.get(anchor) || {x: 0, y: 0};
  const taken = [...places.values()];
  for (let step = 1; ; step++) { // the golden angle walks outward evenly
    const angle = step * 2.399963, r = 60 + 16 * Math.sqrt(step) * (step > 12 ? 1.6 : 1);
    const at = {x: Math.round(x + 1.25 * r * Math.cos(angle)), y: Math.round(y + r * Math.sin(angle))};
    if (step > 4000 || taken.every(other => Math.abs(other.x - at.x) > 96 || Math.abs(other.y - at.y) > 40)) { places.set(e, at); return; }
  }
}
// Adds entities to the scene; above the limit those of least weight that nobody asked for leave it.
function bring(list, anchor) {
  list.forEach(e => { state.hidden.delete(e); place(e, anchor); });
  const keep = new Set([...list, anchor, ...chosenEntities()]);
  for (const e of [...places.keys()].sort((a, b) => b - a)) {
    if (places.size <= LIMIT) break;
    if (!keep.has(e)) places.delete(e);
  }
}
const chosenEntities = () => !state.chosen ? [] : state.chosen.kind === 'e' ? [state.chosen.e] : state.chosen.ends ? (state.chosen.way || state.chosen.ends) : [];
const others = (e, test) => {
  const found = new Set();
  for (const s of linesAt[e]) if (test(s)) found.add(subjectOf(s) === e ? endOf(s) : subjectOf(s));
  return [...found].sort((a, b) => a - b);
};
const neighbours = e => others(e, s => passing[s]);
const notDrawn = e => neighbours(e).filter(other => !drawn.has(other));
function expand(e) {
  const more = notDrawn(e).slice(0, 25);
  if (!more.length) return toast(`Nothing more to draw around ${entityName(e)}`);
  bring([e, ...more], e);
  refresh();
  fitTo([e, ...neighbours(e).filter(other => drawn.has(other))]);
  toast(`${plural(more.length, 'entity', 'entities')} added around ${entityName(e)}`);
}
function within(e, hops) {
  const found = new Set([e]);
  let edge = [e];
  for (let hop = 0; hop < hops && found.size < LIMIT; hop++) {
    edge = edge.flatMap(at => neighbours(at).filter(other => !found.has(other) && found.size < LIMIT && found.add(other)));
  }
  return found;
}
function shortestWay(from, to) {
  const before = new Map([[from, -1]]);
  let edge = [from];
  while (edge.length && !before.has(to)) {
    const next = [];
    for (const at of edge) for (const other of neighbours(at)) if (!before.has(other)) { before.set(other, at); next.push(other); }
    edge = next;
  }
  if (!before.has(to)) return [];
  const way = [];
  for (let at = to; at !== -1; at = before.get(at)) way.unshift(at);
  return way;
}

// Which entities and lines the filters leave. An entity without a line is drawn only while it is chosen.
function compose() {
  measure();
  const focus = state.focus ? within(state.focus.e, state.focus.hops) : null;
  const may = e => places.has(e) && !state.hidden.has(e) && (!focus || focus.has(e));
  lines = new Map();
  drawn = new Set(chosenEntities().filter(e => places.has(e)));
  for (const a of places.keys()) if (may(a)) for (const s of linesAt[a]) {
    const b = endOf(s);
    if (subjectOf(s) !== a || !passing[s] || !may(b)) continue;
    const key = lineKey(a, b);
    if (!lines.has(key)) lines.set(key, {a, b, list: []});
    lines.get(key).list.push(s);
    drawn.add(a).add(b);
  }
}
function lineLabel({list}) {
  const found = new Map();
  list.forEach(s => found.set(lineWords(s), (found.get(lineWords(s)) || 0) + (statusOf(s) === ASSERTED ? 100 : 1)));
  const [first, ...rest] = [...found].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const status = list.some(s => statusOf(s) === ASSERTED) ? '' : ` (${statusShort(list[0])})`;
  return Array.from(first[0]).slice(0, 44).join('') + status + (rest.length ? ` +${rest.length}` : '');
}
const statusShort = s => statusOf(s) === UNREALISED ? unrealisedWord(s)[0] : words.statuses[statusOf(s)].chip;
const DASHES = [false, [7, 4], [2, 4], [9, 3, 2, 3], [1, 5]];
const lineStatus = line => Math.min(...line.list.map(statusOf));
const lineInk = line => ink(['--line-fact', '--claimed', '--denied', '--unrealised', '--muted'][lineStatus(line)]);
const lineWidth = line => 1.3 + 0.9 * Math.log2(new Set(line.list.map(documentOf)).size);

function emphasise() {
  const chosen = state.chosen;
  strong = null;
  if (!chosen || !chosenEntities().length) return;
  if (chosen.kind === 'e') {
    const near = [...lines.values()].filter(line => line.a === chosen.e || line.b === chosen.e);
    strong = {nodes: new Set([chosen.e, ...near.flatMap(line => [line.a, line.b])]), lines: new Set(near.map(line => lineKey(line.a, line.b)))};
  } else {
    const way = chosenEntities(), on = new Set();
    for (let i = 1; i < way.length; i++) on.add(lineKey(way[i - 1], way[i])).add(lineKey(way[i], way[i - 1]));
    strong = {nodes: new Set(way), lines: on};
  }
}
function nodeLook(e) {
  const {x, y} = places.get(e), t = entityType(e), faint = strong && !strong.nodes.has(e);
  const background = typeColour(t), border = edgeColour(background), color = {background, border};
  return {id: e, x, y, shape: typeShape(t), size: sizeOf(e), borderWidth: 1.4, borderWidthSelected: 1.4, opacity: faint ? .16 : 1,
    color: {...color, highlight: color, hover: color}, chosen: false};
}
function lineLook(line) {
  const key = lineKey(line.a, line.b), faint = strong && !strong.lines.has(key), both = lines.has(lineKey(line.b, line.a));
  const color = lineInk(line);
  return {id: key, from: line.a, to: line.b, width: lineWidth(line) * (strong && !faint ? 1.5 : 1), dashes: DASHES[lineStatus(line)],
    color: {color, highlight: color, hover: color, opacity: faint ? .1 : strong ? .95 : .62}, chosen: false, hoverWidth: 0, selectionWidth: 0,
    arrows: {to: {enabled: true, scaleFactor: .5}}, smooth: both ? {enabled: true, type: 'curvedCW', roundness: .16} : false};
}
function sync(set, wanted) {
  const keep = new Set(wanted.map(item => item.id));
  const gone = set.getIds().filter(id => !keep.has(id));
  if (gone.length) set.remove(gone);
  set.update(wanted);
}
function draw() {
  if (!network) return;
  emphasise();
  sync(nodeSet, [...drawn].map(nodeLook));
  sync(lineSet, [...lines.values()].map(lineLook));
  network.redraw();
}

function start() {
  nodeSet = new vis.DataSet();
  lineSet = new vis.DataSet();
  network = new vis.Network($('picture'), {nodes: nodeSet, edges: lineSet}, JSON.parse(scene.options));
  network.on('afterDrawing', drawNames);
  network.on('click', click);
  network.on('doubleClick', ({nodes}) => nodes.length && expand(nodes[0]));
  network.on('dragEnd', ({nodes}) => nodes.forEach(e => places.set(e, network.getPosition(e))));
  network.on('hoverNode', ({node}) => hover({node}));
  network.on('hoverEdge', ({edge}) => hover({edge}));
  network.on('blurNode', () => hover(null));
  network.on('blurEdge', () => hover(null));
  network.on('resize', () => { if (!moved) fit(false); });
  ['zoom', 'dragStart'].forEach(event => network.on(event, () => { moved = true; }));
}
let moved = false;
function hover(what) {
  hovered = what;
  $('picture').style.cursor = what ? 'pointer' : '';
  network.redraw();
}
function click({nodes, edges, pointer}) {
  const named = nodes.length ? null : names.find(name => name.e !== undefined && inside(name.box, pointer.DOM));
  if (nodes.length) choose({kind: 'e', e: nodes[0]});
  else if (named) choose({kind: 'e', e: named.e});
  else if (edges.length) choose({kind: 'pair', ends: edges[0].split('>').map(Number)});
  else choose(null);
}
const inside = ([left, top, right, bottom], {x, y}) => x >= left && x <= right && y >= top && y <= bottom;

// The largest scale at which nodes and the names under them, which do not shrink, fit; and the middle then.
function fitting(list, width, height) {
  const at = list.map(e => ({...places.get(e), r: sizeOf(e), half: Math.min(short(entityName(e)).length * 3.4 + 4, 100)}));
  let scale = 1.35;
  for (let round = 0; ; round++) {
    const left = Math.min(...at.map(p => p.x * scale - Math.max(p.half, p.r * scale))), right = Math.max(...at.map(p => p.x * scale + Math.max(p.half, p.r * scale)));
    const top = Math.min(...at.map(p => (p.y - p.r) * scale)), bottom = Math.max(...at.map(p => (p.y + p.r) * scale + 20));
    const fits = Math.min(width / (right - left), height / (bottom - top));
    if (fits >= 1 || round > 24) return [scale, (left + right) / 2 / scale, (top + bottom) / 2 / scale];
    scale = Math.max(.04, scale * Math.max(.5, Math.min(fits, .98)));
  }
}
function fitTo(list, animated = true) {
  const visible = list.filter(e => drawn.has(e));
  const {clientWidth: width, clientHeight: height} = $('picture');
  if (!network || !visible.length || !width) return;
  const [scale, x, y] = fitting(visible, width - 28, height - 24);
  network.moveTo({position: {x, y}, scale, animation: animated && !calm() ? {duration: 260, easingFunction: 'easeInOutQuad'} : false});
}
function fit(animated = true) {
  moved = false;
  fitTo([...drawn], animated);
}

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
  const canvas = ctx.canvas, ratio = canvas.width / canvas.clientWidth, scale = network.getScale(), centre = network.getViewPosition();
  const screen = e => ({x: (network.body.nodes[e].x - centre.x) * scale + canvas.clientWidth / 2, y: (network.body.nodes[e].y - centre.y) * scale + canvas.clientHeight / 2});
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
  const taken = order.map(e => { const {x, y} = at.get(e), r = sizeOf(e) * scale * .8; return [x - r, y - r, x + r, y + r]; });
  const placed = [];
  const edgeNames = [...lines.values()].filter(isLabelled).sort((a, b) => lineWeight(b) - lineWeight(a));
  const first = edgeNames.filter(line => lineWeight(line) > 1), rest = edgeNames.filter(line => lineWeight(line) <= 1);
  first.forEach(line => placeLine(ctx, line, at, taken, placed, true));
  order.forEach((e, i) => placeName(ctx, e, at.get(e), sizeOf(e) * scale, taken, placed, i));
  rest.forEach(line => placeLine(ctx, line, at, taken, placed, false));
  return placed;
}
const weight = e => (chosenEntities().includes(e) ? 4e9 : 0) + (hovered && hovered.node === e ? 8e9 : 0) + (strong && strong.nodes.has(e) ? 2e9 : 0) + (E - e);
const isHovered = line => hovered && hovered.edge === lineKey(line.a, line.b);
const lineWeight = line => isHovered(line) ? 3 : state.chosen && state.chosen.kind !== 'e' && strong && strong.lines.has(lineKey(line.a, line.b)) ? 2 : strong && strong.lines.has(lineKey(line.a, line.b)) ? 1 : 0;
const isLabelled = line => lineWeight(line) > 1 || (strong ? lineWeight(line) === 1 && strong.lines.size <= 24 : lines.size < 25);
function placeName(ctx, e, {x, y}, r, taken, placed, i) {
  const faint = strong && !strong.nodes.has(e), bold = weight(e) > 4e9 || degrees.get(e) > 11;
  ctx.font = `${bold ? '600 ' : ''}12.5px ${FONT}`;
  const text = short(entityName(e)), w = textWidth(ctx, text) / 2 + 3, up = 9;
  const spots = [[x, y + r + 10], [x, y - r - 10], [x + r + w + 2, y], [x - r - w - 2, y]];
  const own = taken[i], {clientWidth: width, clientHeight: height} = $('picture'), seen = x > 0 && x < width && y > 0 && y < height;
  for (const [cx, cy] of spots) {
    const box = [cx - w, cy - up, cx + w, cy + up];
    if (seen && (box[0] < 0 || box[2] > width || box[3] > height || box[1] < 0)) continue;
    if (taken.some((other, j) => other !== own && !(i < 10 && j > i && j < drawn.size) && meets(box, other))) continue; // the best ten may cover lesser nodes
    return void keep(cx, cy, box);
  }
  if (chosenEntities().includes(e)) keep(...spots[0], [spots[0][0] - w, spots[0][1] - up, spots[0][0] + w, spots[0][1] + up]);
  function keep(cx, cy, box) {
    taken.push(box);
    placed.push({e, text, x: cx, y: cy, box, font: ctx.font, colour: '--ink', alpha: faint ? .22 : 1});
  }
}
function placeLine(ctx, line, at, taken, placed, always) {
  const a = at.get(line.a), b = at.get(line.b);
  if (!a || !b) return;
  const text = lineLabel(line);
  ctx.font = `italic 11.5px ${FONT}`;
  const w = textWidth(ctx, text) / 2 + 4;
  const bend = lines.has(lineKey(line.b, line.a)) ? .08 : 0;
  for (const t of [.5, .42, .58, .34, .66]) {
    const cx = a.x + (b.x - a.x) * t + (b.y - a.y) * bend, cy = a.y + (b.y - a.y) * t - (b.x - a.x) * bend;
    const box = [cx - w, cy - 8, cx + w, cy + 8];
    if (taken.some(other => meets(box, other))) continue;
    return void keep(box, cx, cy);
  }
  if (always) keep([0, 0, 0, 0], (a.x + b.x) / 2 + (b.y - a.y) * bend, (a.y + b.y) / 2 - (b.x - a.x) * bend);
  function keep(box, x, y) {
    if (always && !box[2]) box = [x - w, y - 8, x + w, y + 8];
    taken.push(box);
    placed.push({line: lineKey(line.a, line.b), text, x, y, box, font: ctx.font, colour: ['--ink', '--claimed', '--denied', '--unrealised', '--muted'][lineStatus(line)], alpha: 1});
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

// Arrow keys: the nearest entity in that direction.
function step(dx, dy) {
  const from = chosenEntities()[0];
  if (from === undefined || !drawn.has(from)) return void choose({kind: 'e', e: Math.min(...drawn)});
  const p = places.get(from);
  let best = -1, least = Infinity;
  for (const e of drawn) {
    const q = places.get(e), along = (q.x - p.x) * dx + (q.y - p.y) * dy, across = Math.abs((q.x - p.x) * dy) + Math.abs((q.y - p.y) * dx);
    if (e !== from && along > 0 && along + 2 * across < least) { least = along + 2 * across; best = e; }
  }
  if (best >= 0) choose({kind: 'e', e: best});
}
function reveal(list) { // moves only when something chosen is outside the canvas
  if (!network) return;
  const {clientWidth: width, clientHeight: height} = $('picture');
  const off = list.some(e => { const p = network.canvasToDOM(places.get(e)); return p.x < 20 || p.y < 20 || p.x > width - 20 || p.y > height - 30; });
  if (off || network.getScale() < .62) fitTo(strong ? [...strong.nodes] : list);
}
// A tall canvas gets a taller drawing.
function stretch() {
  const {clientWidth: width, clientHeight: height} = $('picture'), by = Math.min(1.9, height / Math.max(1, width) * 1.16);
  if (by > 1.15) for (const [e, {x, y}] of places) places.set(e, {x, y: Math.round(y * by)});
}

// The picture: vis-network draws shapes and lines where layout.py put them; names are drawn here, at one size, never over each other.
const scene = JSON.parse($('scene').textContent);
const places = new Map(scene.nodes.map(({id, x, y}) => [id, {x, y}]));
let degrees = new Map(),
  crowd = 1;
const sizeOf = e => Math.min(25, 6.5 + 2.5 * Math.sqrt(degrees.get(e) || 0)) * crowd;
function measure() {
  // as layout.py does: by what is on the canvas, whatever the filters say
  degrees = new Map();
  for (const e of places.keys()) degrees.set(e, others(e, () => true).filter(other => places.has(other)).length);
  crowd = Math.min(1, Math.max(0.6, Math.sqrt(70 / Math.max(1, places.size))));
}
let network = null,
  nodeSet = null,
  lineSet = null;
let drawn = new Set(),
  lines = new Map(),
  names = [],
  hovered = null,
  strong = null;
const lineKey = (a, b) => `${a}>${b}`;

function place(e, anchor) {
  if (places.has(e)) return;
  const {x, y} = places.get(anchor) || {x: 0, y: 0};
  const taken = [...places.values()];
  for (let step = 1; ; step++) {
    // the golden angle walks outward evenly
    const angle = step * 2.399963,
      r = 60 + 16 * Math.sqrt(step) * (step > 12 ? 1.6 : 1);
    const at = {x: Math.round(x + 1.25 * r * Math.cos(angle)), y: Math.round(y + r * Math.sin(angle))};
    if (step > 4000 || taken.every(other => Math.abs(other.x - at.x) > 96 || Math.abs(other.y - at.y) > 40)) {
      places.set(e, at);
      return;
    }
  }
}
// Adds entities to the scene; above the limit those of least weight that nobody asked for leave it.
function bring(list, anchor) {
  list.forEach(e => {
    state.hidden.delete(e);
    place(e, anchor);
  });
  const keep = new Set([...list, anchor, ...chosenEntities()]);
  for (const e of [...places.keys()].sort((a, b) => b - a)) {
    if (places.size <= LIMIT) break;
    if (!keep.has(e)) places.delete(e);
  }
}
const chosenEntities = () =>
  !state.chosen
    ? []
    : state.chosen.kind === 'e'
      ? [state.chosen.e]
      : state.chosen.ends
        ? state.chosen.way || state.chosen.ends
        : [];
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
    edge = edge.flatMap(at =>
      neighbours(at).filter(other => !found.has(other) && found.size < LIMIT && found.add(other)),
    );
  }
  return found;
}
function shortestWay(from, to) {
  const before = new Map([[from, -1]]);
  let edge = [from];
  while (edge.length && !before.has(to)) {
    const next = [];
    for (const at of edge)
      for (const other of neighbours(at))
        if (!before.has(other)) {
          before.set(other, at);
          next.push(other);
        }
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
  for (const a of places.keys())
    if (may(a))
      for (const s of linesAt[a]) {
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
const statusShort = s => (statusOf(s) === UNREALISED ? unrealisedWord(s)[0] : words.statuses[statusOf(s)].chip);
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
    strong = {
      nodes: new Set([chosen.e, ...near.flatMap(line => [line.a, line.b])]),
      lines: new Set(near.map(line => lineKey(line.a, line.b))),
    };
  } else {
    const way = chosenEntities(),
      on = new Set();
    for (let i = 1; i < way.length; i++) on.add(lineKey(way[i - 1], way[i])).add(lineKey(way[i], way[i - 1]));
    strong = {nodes: new Set(way), lines: on};
  }
}
function nodeLook(e) {
  const {x, y} = places.get(e),
    t = entityType(e),
    faint = strong && !strong.nodes.has(e);
  const background = typeColour(t),
    border = edgeColour(background),
    color = {background, border};
  return {
    id: e,
    x,
    y,
    shape: typeShape(t),
    size: sizeOf(e),
    borderWidth: 1.4,
    borderWidthSelected: 1.4,
    opacity: faint ? 0.16 : 1,
    color: {...color, highlight: color, hover: color},
    chosen: false,
  };
}
function lineLook(line) {
  const key = lineKey(line.a, line.b),
    faint = strong && !strong.lines.has(key),
    both = lines.has(lineKey(line.b, line.a));
  const color = lineInk(line);
  return {
    id: key,
    from: line.a,
    to: line.b,
    width: lineWidth(line) * (strong && !faint ? 1.5 : 1),
    dashes: DASHES[lineStatus(line)],
    color: {color, highlight: color, hover: color, opacity: faint ? 0.1 : strong ? 0.95 : 0.62},
    chosen: false,
    hoverWidth: 0,
    selectionWidth: 0,
    arrows: {to: {enabled: true, scaleFactor: 0.5}},
    smooth: both ? {enabled: true, type: 'curvedCW', roundness: 0.16} : false,
  };
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
  network.on('resize', () => {
    if (!moved) fit(false);
  });
  ['zoom', 'dragStart'].forEach(event =>
    network.on(event, () => {
      moved = true;
    }),
  );
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
  const at = list.map(e => ({
    ...places.get(e),
    r: sizeOf(e),
    half: Math.min(short(entityName(e)).length * 3.4 + 4, 100),
  }));
  let scale = 1.35;
  for (let round = 0; ; round++) {
    const left = Math.min(...at.map(p => p.x * scale - Math.max(p.half, p.r * scale))),
      right = Math.max(...at.map(p => p.x * scale + Math.max(p.half, p.r * scale)));
    const top = Math.min(...at.map(p => (p.y - p.r) * scale)),
      bottom = Math.max(...at.map(p => (p.y + p.r) * scale + 20));
    const fits = Math.min(width / (right - left), height / (bottom - top));
    if (fits >= 1 || round > 24) return [scale, (left + right) / 2 / scale, (top + bottom) / 2 / scale];
    scale = Math.max(0.04, scale * Math.max(0.5, Math.min(fits, 0.98)));
  }
}
function fitTo(list, animated = true) {
  const visible = list.filter(e => drawn.has(e));
  const {clientWidth: width, clientHeight: height} = $('picture');
  if (!network || !visible.length || !width) return;
  const [scale, x, y] = fitting(visible, width - 28, height - 24);
  network.moveTo({
    position: {x, y},
    scale,
    animation: animated && !calm() ? {duration: 260, easingFunction: 'easeInOutQuad'} : false,
  });
}
function fit(animated = true) {
  moved = false;
  fitTo([...drawn], animated);
}

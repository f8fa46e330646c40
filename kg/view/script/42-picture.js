// The picture: vis-network draws shapes and lines where the scene has them; names are drawn apart, at one size.
let network = null,
  nodeSet = null,
  lineSet = null;
let names = [],
  hovered = null;
// Groups in the colours of Okabe and Ito, told apart by their names in the list as well; the kind stays in the shape.
const GROUPS = ['#8a8f98', '#E69F00', '#56B4E9', '#009E73', '#CC79A7', '#0072B2', '#D55E00', '#B8A800', '#7A4FA3'];
const groupColour = g => GROUPS[g < GROUPS.length ? g : 0];
const colourOf = e => (state.grouped ? groupColour(groupOf.get(e) || 0) : typeColour(entityType(e)));
function nodeLook(e) {
  const {x, y} = places.get(e),
    t = entityType(e),
    faint = strong && !strong.nodes.has(e);
  const background = colourOf(e),
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
  const faint = strong && !strong.lines.has(line.key),
    color = lineInk(line);
  return {
    id: line.key,
    from: line.a,
    to: line.b,
    width: lineWidth(line) * (strong && !faint ? 1.5 : 1),
    dashes: DASHES[line.status],
    color: {color, highlight: color, hover: color, opacity: faint ? 0.1 : strong ? 0.95 : 0.62},
    chosen: false,
    hoverWidth: 0,
    selectionWidth: 0,
    arrows: {to: {enabled: true, scaleFactor: 0.5}},
    smooth: line.bend && {
      enabled: true,
      type: line.bend > 0 ? 'curvedCW' : 'curvedCCW',
      roundness: Math.abs(line.bend),
    },
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
  network.on('doubleClick', ({nodes}) => nodes.length && (notDrawn(nodes[0]).length ? expand : collapse)(nodes[0]));
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
  else if (edges.length) choose({kind: 'pair', ends: [lines.get(edges[0]).a, lines.get(edges[0]).b]});
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

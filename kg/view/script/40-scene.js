// The scene: which entities are on the canvas and where, which lines the filters leave, and what stands out.
const scene = JSON.parse($('scene').textContent);
// On a phone's screen only the best have room for their names; of what an answer names all are shown.
const ROOM = innerWidth < 600 && content.why !== 'answer' ? 32 : scene.nodes.length;
const first = new Map(scene.nodes.slice(0, ROOM).map(({id, x, y}) => [id, {x, y}]));
const places = new Map(first);
const groupOf = new Map(scene.nodes.map(({id, g}) => [id, g]));
let degrees = new Map(),
  crowd = 1;
const sizeOf = e => Math.min(25, 6.5 + 2.5 * Math.sqrt(degrees.get(e) || 0)) * crowd;
function measure() {
  // as layout.py does: by what is on the canvas, whatever the filters say
  degrees = new Map();
  for (const e of places.keys()) degrees.set(e, others(e, () => true).filter(other => places.has(other)).length);
  crowd = Math.min(1, Math.max(0.6, Math.sqrt(70 / Math.max(1, places.size))));
}
let drawn = new Set(),
  lines = new Map(),
  strong = null;
const lineKey = (a, b, status) => `${a}>${b}/${status}`;

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
    if (!groupOf.has(e)) groupOf.set(e, groupOf.get(anchor) || 0);
  });
  const keep = new Set([...list, anchor, ...chosenEntities()]);
  for (const e of [...places.keys()].sort((a, b) => b - a)) {
    if (places.size <= LIMIT) break;
    if (!keep.has(e)) places.delete(e);
  }
}
// What differs from the scene that the page opened with, for the address; and the way back.
const sceneChange = () => ({
  added: [...places.keys()].filter(e => !first.has(e)),
  gone: [...first.keys()].filter(e => !places.has(e)),
});
function changeScene(added, gone) {
  for (const e of places.keys()) if (!first.has(e)) places.delete(e);
  for (const [e, at] of first) if (!places.has(e)) places.set(e, at);
  gone.forEach(e => places.delete(e));
  added.forEach(e => {
    const anchor = others(e, () => true).find(other => places.has(other)) ?? -1;
    bring([e], anchor);
  });
}
const chosenEntities = () =>
  !state.chosen
    ? []
    : state.chosen.kind === 'e'
      ? [state.chosen.e]
      : state.chosen.ends
        ? state.chosen.way || state.chosen.ends
        : [];
// The statements of what is chosen, where it is neither an entity nor some of them.
function chosenStatements() {
  const {kind, n} = state.chosen || {};
  if (kind === 'sentence') return statementsOf(n);
  if (kind === 'article') return statementsIn(n);
  if (kind === 'relation') return withRelation(n);
  if (kind === 'question') return answers(words.questions[n]);
  return [];
}
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
// Takes away what only hangs on this entity; what is chosen stays.
const leaves = e =>
  neighbours(e).filter(
    other => drawn.has(other) && others(other, s => passing[s]).every(o => o === e || !drawn.has(o)),
  );
function collapse(e) {
  const gone = leaves(e);
  gone.forEach(other => places.delete(other));
  refresh();
  toast(`${plural(gone.length, 'entity', 'entities')} taken from the picture`);
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

// Which entities and lines the filters leave. An entity without a line is drawn only while it is chosen or asked for.
function compose() {
  measure();
  const focus = state.focus ? within(state.focus.e, state.focus.hops) : null;
  const may = e => places.has(e) && !state.hidden.has(e) && (!focus || focus.has(e));
  lines = new Map();
  drawn = new Set(chosenEntities().filter(e => places.has(e)));
  if (content.why === 'answer') for (const e of first.keys()) if (may(e)) drawn.add(e);
  for (const a of places.keys())
    if (may(a))
      for (const s of linesAt[a]) {
        const b = endOf(s);
        if (subjectOf(s) !== a || !passing[s] || !may(b)) continue;
        const key = lineKey(a, b, statusOf(s));
        if (!lines.has(key)) lines.set(key, {key, a, b, status: statusOf(s), bend: 0, list: []});
        lines.get(key).list.push(s);
        drawn.add(a).add(b);
      }
  fan();
}
// Lines between the same two lie beside each other: facts, claims and denials, there and back.
function fan() {
  const between = new Map();
  for (const line of lines.values()) {
    const pair = `${Math.min(line.a, line.b)}-${Math.max(line.a, line.b)}`;
    if (!between.has(pair)) between.set(pair, []);
    between.get(pair).push(line);
  }
  for (const list of between.values())
    list.forEach((line, i) => {
      line.bend = (i - (list.length - 1) / 2) * Math.min(0.3, 0.8 / list.length) * (line.a < line.b ? 1 : -1);
    });
}
function lineLabel({list, status}) {
  const found = new Map();
  list.forEach(s => found.set(lineWords(s), (found.get(lineWords(s)) || 0) + 1));
  const [first, ...rest] = [...found].sort(
    (a, b) => b[1] - a[1] || a[0].length - b[0].length || (a[0] < b[0] ? -1 : 1),
  );
  const word = status === ASSERTED ? '' : ` (${statusShort(list[0])})`;
  return Array.from(first[0]).slice(0, 44).join('') + word + (rest.length ? ` +${rest.length}` : '');
}
const statusShort = s => (statusOf(s) === UNREALISED ? wordingOf(s)[0] : words.statuses[statusOf(s)].chip);
const DASHES = [false, [7, 4], [2, 4], [9, 3, 2, 3], [1, 5]];
const lineInk = line => ink(['--line-fact', '--claimed', '--denied', '--unrealised', '--muted'][line.status]);
const lineWidth = line => 1.3 + 0.9 * Math.log2(new Set(line.list.map(documentOf)).size);

function emphasise() {
  const chosen = state.chosen;
  strong = null;
  if (!chosen) return;
  let near;
  if (chosen.kind === 'e') near = line => line.a === chosen.e || line.b === chosen.e;
  else if (chosen.ends && chosen.kind !== 'said') {
    const way = chosenEntities();
    near = ({a, b}) => way.some((e, i) => i && ((way[i - 1] === a && e === b) || (way[i - 1] === b && e === a)));
  } else {
    const all = new Set(chosenStatements());
    near = line => line.list.some(s => all.has(s));
  }
  const found = [...lines.values()].filter(near),
    nodes = [...chosenEntities(), ...found.flatMap(line => [line.a, line.b])];
  if (nodes.length) strong = {nodes: new Set(nodes), lines: new Set(found.map(line => line.key))};
}

// Moving about: arrow keys go to the nearest entity in their direction.
function step(dx, dy) {
  const from = chosenEntities()[0];
  if (from === undefined || !drawn.has(from)) return void choose({kind: 'e', e: Math.min(...drawn)});
  const p = places.get(from);
  let best = -1,
    least = Infinity;
  for (const e of drawn) {
    const q = places.get(e),
      along = (q.x - p.x) * dx + (q.y - p.y) * dy,
      across = Math.abs((q.x - p.x) * dy) + Math.abs((q.y - p.y) * dx);
    if (e !== from && along > 0 && along + 2 * across < least) {
      least = along + 2 * across;
      best = e;
    }
  }
  if (best >= 0) choose({kind: 'e', e: best});
}
function reveal(list) {
  // moves only when something chosen is outside the canvas
  if (!network) return;
  const {clientWidth: width, clientHeight: height} = $('picture');
  const off = list.some(e => {
    const p = network.canvasToDOM(places.get(e));
    return p.x < 20 || p.y < 20 || p.x > width - 20 || p.y > height - 30;
  });
  if (off || network.getScale() < 0.62) fitTo(strong ? [...strong.nodes] : list);
}
// A tall canvas gets a taller drawing.
function stretch() {
  const {clientWidth: width, clientHeight: height} = $('picture'),
    by = Math.min(1.9, (height / Math.max(1, width)) * 1.16);
  if (by > 1.15)
    for (const known of [first, places]) for (const [e, {x, y}] of known) known.set(e, {x, y: Math.round(y * by)});
}

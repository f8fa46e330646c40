// The shapes, once as polygons around 0, 0 with a radius of 1: for the legend, the names and the SVG.
const ring = (n, turn, inner = 0) =>
  Array.from({length: inner ? n * 2 : n}, (_, i) => {
    const angle = turn + (i * Math.PI * 2) / (inner ? n * 2 : n),
      r = inner && i % 2 ? inner : 1;
    return [Math.cos(angle) * r, Math.sin(angle) * r];
  });
const POLYGONS = new Map([
  [
    'square',
    [
      [-0.82, -0.82],
      [0.82, -0.82],
      [0.82, 0.82],
      [-0.82, 0.82],
    ],
  ],
  ['diamond', ring(4, 0)],
  ['hexagon', ring(6, 0)],
  ['triangle', ring(3, -Math.PI / 2)],
  ['triangleDown', ring(3, Math.PI / 2)],
  ['star', ring(5, -Math.PI / 2, 0.45)],
]);
const SHAPES = new Map([
  ['circle', 'dot'],
  ['dot', 'dot'],
  ['ellipse', 'dot'],
  ['box', 'square'],
  ...[...POLYGONS.keys()].map(name => [name, name]),
]);
const typeShape = t => SHAPES.get(content.types[t][3]) || 'dot';
const typeColour = t => (/^#[0-9a-f]{6}$/i.test(content.types[t][2]) ? content.types[t][2] : '#8a8f98');
function shapeElement(t, x, y, r, colour = typeColour(t)) {
  const polygon = POLYGONS.get(typeShape(t)),
    look = {fill: colour, stroke: edgeColour(colour), 'stroke-width': 1.2};
  if (!polygon) return svg('circle', {cx: x, cy: y, r: r * 0.92, ...look});
  return svg('polygon', {
    points: polygon.map(([a, b]) => `${(x + a * r).toFixed(1)},${(y + b * r).toFixed(1)}`).join(' '),
    'stroke-linejoin': 'round',
    ...look,
  });
}
const glyph = t =>
  svg('svg', {class: 'glyph', viewBox: '-9 -9 18 18', 'aria-hidden': 'true'}, shapeElement(t, 0, 0, 7.6));
// The rim keeps every colour at three to one against its ground: darker on light paper, lighter on dark.
function edgeColour(colour) {
  const parts = [1, 3, 5].map(i => parseInt(colour.slice(i, i + 2), 16)),
    to = isDark() ? 255 : 0;
  return (
    '#' +
    parts
      .map(part =>
        Math.round(part + (to - part) * (isDark() ? 0.3 : 0.34))
          .toString(16)
          .padStart(2, '0'),
      )
      .join('')
  );
}

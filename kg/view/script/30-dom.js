// Building the document: text only as text nodes, links only to http and https, nothing parsed as markup.
const $ = id => document.getElementById(id);
function h(tag, properties, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties || {})) {
    if (name === 'on') for (const [event, run] of Object.entries(value)) element.addEventListener(event, run);
    else if (name === 'class') element.className = value;
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(
    ...children
      .flat(Infinity)
      .filter(child => child !== null && child !== undefined && child !== false && child !== ''),
  );
  return element;
}
const button = (text, run, properties = {}) => h('button', {type: 'button', ...properties, on: {click: run}}, text);
function outside(address, text) {
  let url = null;
  try {
    url = new URL(address);
  } catch {
    return h('span', {}, text);
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return h('span', {}, text);
  return h('a', {href: url.href, target: '_blank', rel: 'noopener noreferrer'}, text);
}
const NS = 'http://www.w3.org/2000/svg';
function svg(tag, properties, ...children) {
  const element = document.createElementNS(NS, tag);
  for (const [name, value] of Object.entries(properties || {})) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

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
function shapeElement(t, x, y, r) {
  const polygon = POLYGONS.get(typeShape(t)),
    look = {fill: typeColour(t), stroke: edgeColour(typeColour(t)), 'stroke-width': 1.2};
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
const isDark = () =>
  document.documentElement.dataset.theme === 'dark' ||
  (!document.documentElement.dataset.theme && matchMedia('(prefers-color-scheme: dark)').matches);
const ink = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
const say = text => {
  $('said').textContent = text;
};
function save(name, blob) {
  const link = h('a', {href: URL.createObjectURL(blob), download: name});
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
async function copy(text, what) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const box = h('textarea', {class: 'hidden', 'aria-hidden': 'true'}, text);
    document.body.append(box);
    box.select();
    document.execCommand('copy');
    box.remove();
  }
  toast(`${what} copied`);
}
function toast(text) {
  say(text);
  const note = h('div', {class: 'toast', 'aria-hidden': 'true'}, text);
  document.body.append(note);
  setTimeout(() => note.remove(), 2200);
}

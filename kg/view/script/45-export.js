// Saving what is on the screen.
const fileName = ending =>
  `${(document.title.normalize('NFC').match(/[\p{L}\p{N}]+/gu) || ['graph']).slice(0, 6).join('-')}.${ending}`;
function png() {
  if (!network) return;
  const source = $('picture').querySelector('canvas'),
    ratio = source.width / source.clientWidth,
    top = 46 * ratio,
    bottom = 40 * ratio;
  const canvas = h('canvas', {width: source.width, height: source.height + top + bottom}),
    ctx = canvas.getContext('2d');
  ctx.fillStyle = ink('--paper');
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  ctx.drawImage(source, 0, top);
  ctx.scale(ratio, ratio);
  ctx.fillStyle = ink('--ink');
  ctx.font = `600 17px ${FONT}`;
  ctx.fillText(document.title, 18, 30, source.clientWidth - 36);
  ctx.font = `12px ${FONT}`;
  legend((t, x, label) => {
    const shape = new Path2D(),
      polygon = POLYGONS.get(typeShape(t)),
      y = canvas.height / ratio - 19;
    if (polygon) polygon.forEach(([a, b], i) => shape[i ? 'lineTo' : 'moveTo'](x + a * 6, y + b * 6));
    else shape.arc(x, y, 5.5, 0, Math.PI * 2);
    ctx.fillStyle = state.grouped ? groupColour(0) : typeColour(t);
    ctx.fill(shape);
    ctx.fillStyle = ink('--ink');
    ctx.fillText(label, x + 11, y + 4);
    return ctx.measureText(label).width;
  }, source.clientWidth);
  canvas.toBlob(blob => {
    save(fileName('png'), blob);
    toast('Picture saved');
  });
}
function legend(put, width) {
  let x = 24;
  const used = new Set([...drawn].map(entityType));
  for (const t of used) if (x < width - 120) x += put(t, x, typeName(t)) + 34;
}
function svgFile() {
  if (!network) return;
  const {clientWidth: width, clientHeight: height} = $('picture'),
    at = e => network.canvasToDOM(places.get(e)),
    scale = network.getScale();
  const root = svg('svg', {
    xmlns: NS,
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    'font-family': 'sans-serif',
    'text-anchor': 'middle',
  });
  root.append(svg('title', {}, document.title), svg('rect', {width, height, fill: ink('--paper')}));
  root.append(
    svg(
      'defs',
      {},
      svg(
        'marker',
        {id: 'to', viewBox: '0 0 8 8', refX: 8, refY: 4, markerWidth: 6, markerHeight: 6, orient: 'auto'},
        svg('path', {d: 'M0 0 8 4 0 8z', fill: ink('--line-fact')}),
      ),
    ),
  );
  for (const line of lines.values()) root.append(svgLine(line, at(line.a), at(line.b), sizeOf(line.b) * scale + 2));
  for (const e of drawn) {
    const {x, y} = at(e);
    root.append(shapeElement(entityType(e), x, y, sizeOf(e) * scale, colourOf(e)));
  }
  for (const name of names) {
    root.append(
      svg(
        'text',
        {
          x: name.x.toFixed(1),
          y: (name.y + 4).toFixed(1),
          'font-size': name.line ? 11.5 : 12.5,
          fill: ink(name.colour),
          stroke: ink('--paper'),
          'stroke-width': 3,
          'paint-order': 'stroke',
          opacity: name.alpha,
        },
        name.text,
      ),
    );
  }
  save(fileName('svg'), new Blob([new XMLSerializer().serializeToString(root)], {type: 'image/svg+xml'}));
  toast('Picture saved');
}
function svgLine(line, a, b, gap) {
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1,
    end = {x: b.x - ((b.x - a.x) / length) * gap, y: b.y - ((b.y - a.y) / length) * gap},
    dash = DASHES[line.status],
    bend = line.bend,
    via = `${((a.x + b.x) / 2 + (b.y - a.y) * bend).toFixed(1)} ${((a.y + b.y) / 2 - (b.x - a.x) * bend).toFixed(1)}`;
  return svg('path', {
    d: `M${a.x.toFixed(1)} ${a.y.toFixed(1)}Q${via} ${end.x.toFixed(1)} ${end.y.toFixed(1)}`,
    fill: 'none',
    stroke: lineInk(line),
    'stroke-width': lineWidth(line).toFixed(1),
    'marker-end': 'url(#to)',
    ...(dash ? {'stroke-dasharray': dash.join(' ')} : {}),
  });
}
// Spreadsheets run cells that begin like a formula; a quote in front makes them text.
const cell = value => `"${(/^[=+\-@\t\r]/.test(value) ? "'" + value : value).replaceAll('"', '""')}"`;
function csv() {
  const head = [...COLUMNS.map(column => column.title), 'From', 'To', 'Reported', 'Sentence'].map(cell);
  const rows = tableRows().map(s => [
    ...COLUMNS.map(column => cell(String(column.text(s)))),
    ...[...timeOf(s).slice(1), documentDate(documentOf(s)), quoteOf(sentenceOf(s))].map(cell),
  ]);
  save(
    fileName('csv'),
    new Blob(['\ufeff', [head, ...rows].map(row => row.join(',')).join('\r\n'), '\r\n'], {
      type: 'text/csv;charset=utf-8',
    }),
  );
  toast(`${plural(rows.length, 'row', 'rows')} saved`);
}

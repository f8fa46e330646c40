// Everything together: one way to change what is chosen, one way to redraw, keys, and the start.
function choose(chosen) {
  state.chosen = chosen;
  if (chosen && chosen.kind === 'e' && !places.has(chosen.e))
    bring([chosen.e], neighbours(chosen.e).find(e => places.has(e)) ?? 0);
  if (chosen && chosen.kind === 'pair')
    bring(
      chosen.ends.filter(e => !places.has(e)),
      chosen.ends[0],
    );
  compose();
  draw();
  showDetails();
  showShown();
  remember();
  const seen = chosenEntities().filter(e => drawn.has(e));
  if (seen.length) reveal(seen);
  if (chosen)
    say(
      chosen.kind === 'e'
        ? `${entityName(chosen.e)}, ${typeName(entityType(chosen.e))}, ${partOf[chosen.e].length} statements`
        : 'Details shown',
    );
}
function refresh() {
  filter();
  compose();
  draw();
  showStatuses();
  showDetails();
  showShown();
  if (state.view === 'table') showTable();
  remember();
}
function showShown() {
  if (state.view === 'table')
    return void (
      ($('empty').hidden = true),
      ($('shown').textContent =
        'The same statements as in the picture. A relation opens its sentence; switches and filters work here too.')
    );
  let drawnFacts = new Set(),
    other = 0;
  for (const line of lines.values())
    for (const at of line.list) statusOf(at) === ASSERTED ? drawnFacts.add(tripleKey(at)) : other++;
  const rest = E - drawn.size;
  $('shown').replaceChildren(
    h('b', {}, `${drawn.size.toLocaleString('en')} of ${plural(E, 'entity', 'entities')}`),
    ` and ${drawnFacts.size.toLocaleString('en')} of ${plural(facts.size, 'fact', 'facts')} drawn`,
    other ? `, with ${plural(other, 'statement that is no fact', 'statements that are no facts')}` : '',
    h(
      'span',
      {class: 'hint'},
      rest > 0 ? ` – ${places.size < E && E > LIMIT ? 'the best connected; ' : ''}search or expand for the others` : '',
    ),
  );
  const nothing = drawn.size === 0 && state.view === 'picture';
  $('empty').hidden = !nothing;
  if (nothing) $('empty').replaceChildren(...emptyMessage());
}
function emptyMessage() {
  if (!E) return [h('h2', {}, 'Nothing to draw yet'), h('p', {}, 'No entity was found in the articles.')];
  if (isFiltered() || state.hidden.size)
    return [
      h('h2', {}, 'The filters leave nothing to draw'),
      h(
        'p',
        {},
        button('Show everything again', () => {
          state.hidden.clear();
          resetFilters();
          state.statuses.add(ASSERTED);
          showFilters();
          refresh();
          fit();
        }),
      ),
    ];
  if (!S)
    return [
      h('h2', {}, 'No statements'),
      h('p', {}, 'The articles name things, but no statement about them was read. Search shows the names.'),
    ];
  return [
    h('h2', {}, 'No facts to draw'),
    h('p', {}, 'What the articles say is only claimed, denied or not realised.'),
    h(
      'p',
      {},
      button('Draw that', () => {
        showAll();
        fit();
      }),
    ),
  ];
}
function setView(view) {
  state.view = view;
  $('as-picture').setAttribute('aria-pressed', String(view === 'picture'));
  $('as-table').setAttribute('aria-pressed', String(view === 'table'));
  $('picture').hidden = view !== 'picture';
  $('table').hidden = view !== 'table';
  document.querySelector('.zoom').hidden = view !== 'picture';
  if (view === 'table') showTable();
  else if (network) {
    network.redraw();
    if (!moved) requestAnimationFrame(() => fit(false));
  }
  showShown();
  remember();
}
function focusOn(e, hops = 1) {
  state.focus = {e, hops};
  focusScene();
  refresh();
  fit();
}
function focusScene() {
  bring([...within(state.focus.e, state.focus.hops)].sort((a, b) => a - b).slice(0, 150), state.focus.e);
}
function hide(e) {
  state.hidden.add(e);
  state.chosen = null;
  refresh();
}
function setTheme(dark) {
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  try {
    localStorage.setItem('kg-theme', dark ? 'dark' : 'light');
  } catch {
    /* no storage in this frame */
  }
  if (network) refresh();
  showFilters();
}
function showHelp() {
  const keys = [
    ['/', 'Search'],
    ['Arrows', 'Move from entity to entity'],
    ['Enter', 'Add the neighbours of the chosen entity'],
    ['o', 'Focus: only what is near'],
    ['f', 'Fit the picture'],
    ['t', 'Table or picture'],
    ['d', 'Dark or light'],
    ['Esc', 'Let go'],
    ['?', 'This help'],
  ];
  $('keys').replaceChildren(
    h('h2', {id: 'keys-title'}, 'How to use this page'),
    h(
      'p',
      {},
      'Click a name to read what is said about it; click a line to read what is said about the two. Double-click adds more neighbours. Solid lines are facts; dashed lines are claims, denials and what is only possible or wanted. Thicker lines rest on more articles.',
    ),
    h(
      'dl',
      {class: 'keys'},
      keys.map(([key, text]) => [h('dt', {}, h('kbd', {}, key)), h('dd', {}, text)]),
    ),
    h('p', {}, 'The page is one file. It loads nothing and sends nothing.'),
    button('Close', () => $('keys').close()),
  );
  $('keys').showModal();
}
const KEYS = new Map([
  ['/', () => $('search').focus()],
  ['f', () => fit()],
  ['t', () => setView(state.view === 'table' ? 'picture' : 'table')],
  ['d', () => setTheme(!isDark())],
  ['?', showHelp],
  ['o', () => state.chosen && state.chosen.kind === 'e' && focusOn(state.chosen.e)],
  [
    'Escape',
    () => {
      if (!$('exports').hidden) toggleExports(false);
      else if (state.chosen) choose(null);
      else if (state.focus) {
        state.focus = null;
        refresh();
        fit();
      }
    },
  ],
]);
const ARROWS = new Map([
  ['ArrowLeft', [-1, 0]],
  ['ArrowRight', [1, 0]],
  ['ArrowUp', [0, -1]],
  ['ArrowDown', [0, 1]],
]);
function key(event) {
  if (
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    $('keys').open ||
    event.target.matches('input, textarea, select')
  )
    return;
  if (event.target === $('picture') && ARROWS.has(event.key)) step(...ARROWS.get(event.key));
  else if (event.target === $('picture') && event.key === 'Enter') {
    if (state.chosen && state.chosen.kind === 'e') expand(state.chosen.e);
  } else if (KEYS.has(event.key)) KEYS.get(event.key)();
  else return;
  event.preventDefault();
}
function toggleExports(open) {
  $('exports').hidden = !open;
  $('export').setAttribute('aria-expanded', String(open));
}
function wire() {
  const on = (id, event, run) => $(id).addEventListener(event, run);
  on('search', 'input', search);
  on('search', 'keydown', searchKey);
  on('search', 'blur', () => setTimeout(closeSearch, 150));
  on('search', 'focus', () => {
    if ($('search').value) search();
  });
  on('as-picture', 'click', () => setView('picture'));
  on('as-table', 'click', () => setView('table'));
  on('export', 'click', () => toggleExports($('exports').hidden));
  [
    ['png', png],
    ['svg', svgFile],
    ['csv', csv],
    ['sparql', () => copy(sparql(), 'Query')],
    ['link', () => copy(location.href, 'Link')],
  ].forEach(([id, run]) =>
    on(id, 'click', () => {
      toggleExports(false);
      run();
    }),
  );
  on('theme', 'click', () => setTheme(!isDark()));
  on('help', 'click', showHelp);
  on('fit', 'click', () => fit());
  on('in', 'click', () => zoom(1.35));
  on('out', 'click', () => zoom(1 / 1.35));
  document.querySelectorAll('.skip').forEach(skip => skip.addEventListener('click', () => $(skip.dataset.to).focus()));
  document.addEventListener('keydown', key);
  document.addEventListener('click', event => {
    if (!event.target.closest('.menu')) toggleExports(false);
  });
  const returned = () => {
    if (location.hash.slice(1) === written) return;
    written = location.hash.slice(1);
    restore(location.hash);
    arrive();
  };
  addEventListener('popstate', returned);
  addEventListener('hashchange', returned);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    if (network) refresh();
    showFilters();
  });
}
const zoom = by =>
  network && network.moveTo({scale: network.getScale() * by, animation: calm() ? false : {duration: 160}});
// Makes the page what the state says, after loading and after going back.
function arrive() {
  filter();
  if (state.focus) focusScene();
  if (state.chosen && state.chosen.kind === 'path') state.chosen.way = shortestWay(...state.chosen.ends);
  chosenEntities().forEach(e => place(e, neighbours(e).find(other => places.has(other)) ?? 0));
  showFilters();
  refresh();
  setView(state.view);
  if (chosenEntities().length) reveal(chosenEntities().filter(e => drawn.has(e)));
}
async function unpack() {
  const bytes = Uint8Array.from(atob($('vis').textContent), letter => letter.charCodeAt(0));
  const text = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
  document.head.append(h('script', {}, text));
}
async function main() {
  try {
    const theme = localStorage.getItem('kg-theme');
    if (theme) document.documentElement.dataset.theme = theme === 'dark' ? 'dark' : 'light';
  } catch {
    /* no storage */
  }
  $('counts').textContent = [
    plural(E, 'entity', 'entities'),
    plural(facts.size, 'fact', 'facts'),
    plural(S, 'statement', 'statements'),
    plural(content.documents.length, 'article', 'articles'),
  ].join(' · ');
  if (location.hash.length > 1) restore(location.hash);
  else if (content.focus) {
    state.focus = {e: content.focus[0], hops: Math.min(4, content.focus[1])};
    state.chosen = {kind: 'e', e: content.focus[0]};
  }
  written = location.hash.slice(1);
  wire();
  stretch();
  arrive();
  try {
    await unpack();
    start();
  } catch (error) {
    $('as-picture').disabled = true;
    setView('table');
    toast('This browser is too old to draw the picture. The table says the same.');
    throw error;
  }
  compose();
  draw();
  fit(false);
  if (chosenEntities().length) reveal(chosenEntities().filter(e => drawn.has(e)));
  document.documentElement.dataset.ready = String(Math.round(performance.now()));
}
// For the browser's console: where things are, to read only.
window.kgPage = Object.freeze({
  drawn: () => [...drawn].map(entityName),
  lines: () => [...lines.values()].map(({a, b, list}) => [entityName(a), entityName(b), list.length]),
  pixel: name => {
    const e = content.entities.findIndex(row => row[0] === name),
      p = network.canvasToDOM(places.get(e)),
      box = $('picture').getBoundingClientRect();
    return [p.x + box.left, p.y + box.top];
  },
  names: () => names.map(({text, box, line}) => ({text, box, line: line !== undefined})),
  state: () => ({...state, passed}),
});
main();

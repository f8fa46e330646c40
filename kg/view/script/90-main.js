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
  if (chosen && ['question', 'relation'].includes(chosen.kind)) bringAnswers();
  compose();
  draw();
  showDetails();
  showShown();
  showMain();
  remember();
  const seen = chosenEntities().filter(e => drawn.has(e));
  if (seen.length) reveal(seen);
  if (chosen) say(spoken(chosen));
}
const spoken = chosen =>
  chosen.kind === 'e'
    ? `${entityName(chosen.e)}, ${typeName(entityType(chosen.e))}, ${plural(partOf[chosen.e].length, 'statement', 'statements')}`
    : `Details: ${$('details').querySelector('h2').textContent}`;
// The picture shows the answers to a question, up to some number.
function bringAnswers() {
  const ends = chosenStatements()
    .filter(s => passing[s] && hasLine(s))
    .slice(0, 60)
    .flatMap(s => [subjectOf(s), endOf(s)]);
  [...new Set(ends)]
    .filter(e => !places.has(e))
    .slice(0, 40)
    .forEach(e => bring([e], others(e, s => passing[s]).find(other => places.has(other)) ?? 0));
}
// Redraws the view in the middle, where it is not the picture.
const MAIN = new Map([
  ['table', () => showTable()],
  [
    'articles',
    () => {
      showArticles();
      scrollToChosen();
    },
  ],
  ['timeline', () => showTimeline()],
  ['disagreements', () => showDisagreements()],
]);
const showMain = (always = false) =>
  (always || state.view === 'articles') && MAIN.has(state.view) && MAIN.get(state.view)();
function refresh() {
  filter();
  compose();
  draw();
  showStatuses();
  showDetails();
  showShown();
  showMain(true);
  remember();
}
const BELOW = new Map([
  ['table', 'Every statement that passes the switches and filters, drawn or not. A relation opens its sentence.'],
  [
    'articles',
    'The articles as they were read. A name opens what is known of it; a number, what was read from its sentence.',
  ],
  ['timeline', 'Switches and filters work here too.'],
  ['disagreements', 'The same statement, said to be so and not to be so. Filters work here too.'],
]);
function showShown() {
  if (BELOW.has(state.view)) return void (($('empty').hidden = true), ($('shown').textContent = BELOW.get(state.view)));
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
  showView();
  showMain(true);
  showShown();
  remember();
}
// Which of the views stands in the middle.
function showView() {
  for (const view of VIEWS) {
    $(`as-${view}`).setAttribute('aria-pressed', String(view === state.view));
    $(view).hidden = view !== state.view;
  }
  document.querySelector('.zoom').hidden = state.view !== 'picture';
  if (state.view !== 'picture' || !network) return;
  network.redraw();
  if (!moved) requestAnimationFrame(() => fit(false));
}
function focusOn(e, hops = 1) {
  state.view = 'picture';
  showView();
  state.focus = {e, hops};
  focusScene();
  refresh();
  fit();
}
function focusScene() {
  bring(sorted(within(state.focus.e, state.focus.hops)).slice(0, 150), state.focus.e);
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
    ['1 – 5', 'Picture, table, articles, timeline, disagreements'],
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
      'Click a name to read what is said about it; click a line to read what is said about the two. Double-click adds more neighbours, or takes away what hangs on it alone. Solid lines are facts; dashed lines are claims, denials and what is only possible or wanted. Thicker lines rest on more articles.',
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
  ...VIEWS.map((view, i) => [String(i + 1), () => setView(view)]),
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
  VIEWS.forEach(view =>
    on(`as-${view}`, 'click', () => (view === 'articles' && state.view === view ? read(-1) : setView(view))),
  );
  on('export', 'click', () => toggleExports($('exports').hidden));
  [
    ['png', png],
    ['svg', svgFile],
    ['csv', csv],
    ['ttl', saveTurtle],
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
    restore(location.hash.length > 1 ? location.hash : '');
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
  if (state.chosen && ['question', 'relation'].includes(state.chosen.kind)) bringAnswers();
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
    documentsText(allDocuments),
  ].join(' · ');
  stretch();
  restore(location.hash.length > 1 ? location.hash : content.opening);
  written = location.hash.slice(1);
  wire();
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
  lines: () => [...lines.values()].map(({a, b, list, bend}) => [entityName(a), entityName(b), list.length, bend]),
  pixel: name => {
    const e = content.entities.findIndex(row => row[0] === name),
      p = network.canvasToDOM(places.get(e)),
      box = $('picture').getBoundingClientRect();
    return [p.x + box.left, p.y + box.top];
  },
  documents: () => content.documents.map((_, d) => documentKey(d)),
  answers: name => answers(words.questions.find(question => question.name === name)).map(s => statementText(s)),
  disagreements: () => disagreements.length,
  turtle: () => turtle(inView()),
  sparql: () => sparql(),
  names: () => names.map(({text, box, line}) => ({text, box, line: line !== undefined})),
  symbols: () =>
    [...drawn].map(e => ({name: entityName(e), ...network.canvasToDOM(places.get(e)), r: sizeOf(e) * network.getScale()})),
  state: () => ({...state, passed}),
});
main();

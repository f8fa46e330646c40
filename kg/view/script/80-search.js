// Search over names, relations and sentences, drawn or not. While a path is asked for, it finds the two ends.
let asking = null, // the ends of a path so far
  results = [],
  active = -1,
  folded = null;
const fold = text => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
function index() {
  folded ??= content.entities.map((_, e) => [entityName(e), ...entityAliases(e)].map(fold));
  return folded;
}
function find(text) {
  const wanted = fold(text.trim()),
    best = [[], [], [], []];
  if (!wanted) return [];
  const names = index();
  for (let e = 0; e < E; e++) {
    let rank = 4;
    for (let n = 0; n < names[e].length && rank > 0; n++) {
      const name = names[e][n],
        at = name.indexOf(wanted);
      if (at < 0) continue;
      rank = Math.min(rank, name === wanted ? 0 : at === 0 ? 1 : name[at - 1] === ' ' ? 2 : 3);
    }
    if (rank < 4 && best[rank].length < 12) best[rank].push(e);
    if (best[0].length + best[1].length > 24) break;
  }
  return best.flat().slice(0, 10);
}
// What can be found: an entity, a relation, or a sentence that holds the words.
const entityFound = (e, text) => ({
  icon: glyph(entityType(e)),
  name: [entityName(e), foundBy(e, text)],
  sub: `${typeName(entityType(e))} · ${partOf[e].length}`,
  open: () => take(e),
});
const relationFound = r => ({
  name: [relationName(r)],
  sub: `relation · ${relationCounts[r]}`,
  open: () => choose({kind: 'relation', n: r}),
});
function sentenceFound(n, at, size) {
  const quote = quoteOf(n),
    from = Math.max(0, at - 30);
  return {
    name: [
      h(
        'small',
        {},
        from ? '…' : '',
        quote.slice(from, at),
        h('mark', {class: 'me'}, quote.slice(at, at + size)),
        quote.slice(at + size, at + size + 50),
      ),
    ],
    sub: 'sentence',
    open: () =>
      documentAt(n) >= 0 && documentText(documentAt(n)) ? read(documentAt(n), n) : choose({kind: 'sentence', n}),
  };
}
function findRelations(wanted) {
  const found = [];
  for (let r = 0; r < content.relations.length && found.length < 3; r++)
    if (
      fold(relationName(r))
        .split(' ')
        .some(word => word.startsWith(wanted))
    )
      found.push(r);
  return found;
}
function findSentences(text) {
  const wanted = text.trim().toLowerCase(),
    found = [];
  for (let n = 0; n < content.sentences.length && found.length < 4; n++) {
    const at = quoteOf(n).toLowerCase().indexOf(wanted);
    if (at >= 0) found.push([n, at]);
  }
  return found.map(([n, at]) => sentenceFound(n, at, wanted.length));
}
function search() {
  const text = $('search').value,
    wanted = fold(text.trim());
  results = find(text).map(e => entityFound(e, text));
  if (!asking && wanted.length > 2) results.push(...findRelations(wanted).map(relationFound));
  if (!asking && wanted.length > 3 && results.length < 8) results.push(...findSentences(text));
  active = results.length ? 0 : -1;
  const open = text.trim() !== '';
  $('found').hidden = !open;
  $('search').setAttribute('aria-expanded', String(open));
  $('found').replaceChildren(
    ...results.map(({icon, name, sub, open}, i) =>
      h(
        'li',
        {
          role: 'option',
          id: `found-${i}`,
          'aria-selected': String(i === active),
          on: {
            pointerdown: event => {
              event.preventDefault();
              settle(open);
            },
          },
        },
        icon,
        h('span', {class: 'found-name'}, name),
        h('span', {class: 'sub'}, sub),
      ),
    ),
  );
  if (open && !results.length)
    $('found').append(
      h(
        'li',
        {class: 'none', role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false'},
        asking
          ? `No entity is called “${text.trim().slice(0, 60)}”. Try part of a name.`
          : `No name and no sentence has “${text.trim().slice(0, 60)}”. Try part of a name.`,
      ),
    );
  mark();
}
function settle(open) {
  const from = asking;
  $('search').value = '';
  closeSearch();
  asking = from;
  open();
  if (!asking) $('search').blur();
}
const foundBy = (e, text) => {
  const wanted = fold(text.trim()),
    alias = fold(entityName(e)).includes(wanted) ? null : entityAliases(e).find(name => fold(name).includes(wanted));
  return alias ? h('small', {}, ` also ${alias}`) : '';
};
function mark() {
  [...$('found').children].forEach((item, i) => item.setAttribute('aria-selected', String(i === active)));
  active >= 0
    ? $('search').setAttribute('aria-activedescendant', `found-${active}`)
    : $('search').removeAttribute('aria-activedescendant');
}
function take(e) {
  if (asking) return void askPath([...asking, e]);
  if (!places.has(e)) bring([e, ...neighbours(e).slice(0, 25)], neighbours(e).find(other => places.has(other)) ?? 0);
  state.hidden.delete(e);
  if (state.focus && !within(state.focus.e, state.focus.hops).has(e)) state.focus = null;
  choose({kind: 'e', e});
}
function closeSearch() {
  $('found').hidden = true;
  $('search').setAttribute('aria-expanded', 'false');
  $('search').placeholder = 'Search names, relations, sentences …';
  asking = null;
}
function searchKey(event) {
  if (event.key === 'Escape') {
    $('search').value = '';
    closeSearch();
    $('search').blur();
    event.stopPropagation();
    return;
  }
  if (!results.length) return;
  if (event.key === 'ArrowDown') active = (active + 1) % results.length;
  else if (event.key === 'ArrowUp') active = (active - 1 + results.length) % results.length;
  else if (event.key === 'Enter') return void settle(results[active].open);
  else return;
  event.preventDefault();
  mark();
}
// Asks for the ends of a path one after the other: first one, then the other, then shows it.
function askPath(ends = []) {
  if (ends.length > 1) {
    closeSearch();
    $('search').blur();
    return findPath(...ends);
  }
  asking = ends;
  $('search').value = '';
  $('search').placeholder = ends.length
    ? `Path from ${short(entityName(ends[0]))} to …`
    : 'Connected: which one? (then the other)';
  $('search').focus();
  say($('search').placeholder);
}
function findPath(a, b) {
  const way = shortestWay(a, b);
  if (way.length) bring(way, a);
  state.view = 'picture';
  showView();
  choose({kind: 'path', ends: [a, b], way});
  if (way.length) fitTo(way);
}

// Search over all names and other names, drawn or not. While a path is asked for, it finds the other end.
let pathFrom = -1,
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
function search() {
  const text = $('search').value;
  results = find(text);
  active = results.length ? 0 : -1;
  const open = text.trim() !== '';
  $('found').hidden = !open;
  $('search').setAttribute('aria-expanded', String(open));
  $('found').replaceChildren(
    ...results.map((e, i) =>
      h(
        'li',
        {
          role: 'option',
          id: `found-${i}`,
          'aria-selected': String(i === active),
          on: {
            pointerdown: event => {
              event.preventDefault();
              take(e);
            },
          },
        },
        glyph(entityType(e)),
        h('span', {class: 'found-name'}, entityName(e), foundBy(e, text)),
        h('span', {class: 'sub'}, `${typeName(entityType(e))} · ${partOf[e].length}`),
      ),
    ),
  );
  if (open && !results.length)
    $('found').append(
      h(
        'li',
        {class: 'none', role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false'},
        `No entity is called “${text.trim().slice(0, 60)}”. Try part of a name.`,
      ),
    );
  mark();
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
  const from = pathFrom;
  closeSearch();
  $('search').value = '';
  if (from >= 0) return findPath(from, e);
  if (!places.has(e)) bring([e, ...neighbours(e).slice(0, 25)], neighbours(e).find(other => places.has(other)) ?? 0);
  state.hidden.delete(e);
  if (state.focus && !within(state.focus.e, state.focus.hops).has(e)) state.focus = null;
  choose({kind: 'e', e});
  $('search').blur();
}
function closeSearch() {
  $('found').hidden = true;
  $('search').setAttribute('aria-expanded', 'false');
  $('search').placeholder = 'Search people, organizations, places …';
  pathFrom = -1;
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
  else if (event.key === 'Enter') return void take(results[active]);
  else return;
  event.preventDefault();
  mark();
}
function askPath(e) {
  pathFrom = e;
  $('search').value = '';
  $('search').placeholder = `Path from ${short(entityName(e))} to …`;
  $('search').focus();
}
function findPath(a, b) {
  const way = shortestWay(a, b);
  if (way.length) bring(way, a);
  choose({kind: 'path', ends: [a, b], way});
  if (way.length) fitTo(way);
}

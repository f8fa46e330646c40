// The card of an entity: what is stated of it as fact, what it says, when, and the sentences.
function entityCard({e}) {
  const all = partOf[e].filter(s => visible(s)),
    values = distinct(
      all.filter(
        s =>
          subjectOf(s) === e &&
          valueKind(objectOf(s)) === 'words' &&
          objectOf(s).length < 60 &&
          statusOf(s) === ASSERTED,
      ),
    );
  const hiddenCount = partOf[e].length - all.length;
  const factCount = new Set(
    all.filter(s => statusOf(s) === ASSERTED && (subjectOf(s) === e || endOf(s) === e)).map(tripleKey),
  ).size;
  return [
    back(),
    h('div', {class: 'title'}, glyph(entityType(e)), h('h2', {}, entityName(e))),
    h(
      'p',
      {class: 'sub'},
      [
        typeName(entityType(e)),
        plural(factCount, 'fact', 'facts'),
        documentsText([...new Set(partOf[e].map(documentOf))]),
      ].join(' · '),
    ),
    alsoCalled(entityAliases(e)),
    h(
      'p',
      {class: 'actions'},
      state.view !== 'picture' && button('Show in picture', () => setView('picture')),
      button('Focus', () => focusOn(e), {title: 'Only what is near'}),
      notDrawn(e).length > 0 &&
        button(`Expand +${Math.min(25, notDrawn(e).length)}`, () => expand(e), {title: 'Add its neighbours'}),
      leaves(e).length > 0 &&
        button(`Collapse −${leaves(e).length}`, () => collapse(e), {title: 'Take away what hangs on it alone'}),
      button('Path to …', () => askPath([e])),
      button('Hide', () => hide(e)),
    ),
    values.length > 0 &&
      grown('dl', values, s => [h('dt', {}, relationName(relationOf(s))), h('dd', {}, objectOf(s))], 12, 'values'),
    neighbourList(e, all),
    saidBy(e),
    datedList(all),
    all.length > 0
      ? section('In the articles', sentenceList(all, e))
      : h(
          'p',
          {class: 'note'},
          partOf[e].length
            ? 'Nothing about it passes the filters.'
            : 'The articles mention it, and state nothing about it.',
        ),
    hiddenCount > 0 &&
      h(
        'p',
        {class: 'note'},
        `${plural(hiddenCount, 'statement is', 'statements are')} switched off by the filters. `,
        button('Show all', showAll, {class: 'quiet'}),
      ),
    section(
      'Identity',
      h(
        'dl',
        {class: 'values'},
        h('dt', {}, 'IRI'),
        h('dd', {}, h('code', {}, entityIri(e))),
        elsewhere(e).map(([name, link]) => [h('dt', {}, 'Elsewhere'), h('dd', {}, outside(link, name))]),
      ),
      h(
        'p',
        {class: 'actions copies'},
        button('Copy IRI', () => copy(entityIri(e), 'IRI')),
        button('Copy as SPARQL', () => copy(sparql([e]), 'Query')),
        button('Copy as Turtle', () => copy(turtle(all), 'Turtle')),
      ),
    ),
  ];
}
// The names beside its own; a few of many, until the others are asked for.
function alsoCalled(names) {
  if (!names.length) return null;
  const text = h('p', {class: 'sub'}, `Also called ${listed(names.slice(0, 8))}`);
  const all = () => text.replaceChildren(`Also called ${listed(names)}`);
  if (names.length > 8) text.append(' ', button(`and ${names.length - 8} more`, all, {class: 'quiet'}));
  return text;
}
// Pages about it elsewhere, and for a place a map; nothing is loaded before somebody clicks.
const PLACES = new Set(['Place', 'GeopoliticalEntity', 'Facility']);
function elsewhere(e) {
  const wikidata = /^https?:\/\/www\.wikidata\.org\/(?:entity|wiki)\/(Q\d+)$/;
  const found = entityLinks(e).map(link => [wikidata.test(link) ? `Wikidata ${wikidata.exec(link)[1]}` : link, link]);
  const map = `https://www.openstreetmap.org/search?query=${encodeURIComponent(entityName(e))}`;
  return PLACES.has(typeLocal(entityType(e))) ? [...found, ['Look it up on a map', map]] : found;
}
// In the details claims and denials are told in words, so only the other filters hide them.
const visible = s => passing[s] || (statusOf(s) <= UNREALISED && passesFilters(s));
// Of whom it speaks: the way to "what did X say about Y".
function saidBy(e) {
  const about = new Map();
  for (const s of partOf[e])
    if (holdersOf(s).includes(e) && visible(s))
      for (const other of partsOf(s)) if (other !== e) about.set(other, (about.get(other) || 0) + 1);
  if (!about.size) return null;
  const order = [...about].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const chip = ([other, found]) =>
    h(
      'button',
      {type: 'button', class: 'chip', on: {click: () => choose({kind: 'said', ends: [e, other]})}},
      glyph(entityType(other)),
      entityName(other),
      h('b', {class: 'count'}, String(found)),
    );
  return section('Speaks about', grown('p', order, chip, 12, 'names', 'chips'));
}
const partsOf = s =>
  new Set(
    [subjectOf(s), endOf(s), ...rolesOf(s).map(([, value]) => (valueKind(value) === 'entity' ? value - 1 : -1))].filter(
      e => e >= 0,
    ),
  );
const sentenceButton = (s, text) => button(text, () => choose({kind: 'sentence', n: sentenceOf(s)}), {class: 'quiet'});
function datedList(all) {
  const dated = all
    .filter(s => dayOf(s) && !isDerived(s))
    .sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : a - b));
  if (!dated.length) return null;
  const item = s => [
    h('dt', {}, whenOf(s)),
    h(
      'dd',
      {},
      sentenceButton(s, statementText(s)),
      statusOf(s) === ASSERTED ? '' : h('small', {}, ` ${statusText(s)}`),
    ),
  ];
  return section('When', grown('dl', dated, item, 8, 'dated statements'));
}
function neighbourList(e, all) {
  const groups = new Map();
  for (const s of all) {
    if (!hasLine(s) || statusOf(s) !== ASSERTED || derivedShown(s, all)) continue;
    const out = subjectOf(s) === e,
      other = out ? endOf(s) : subjectOf(s);
    if (!out && endOf(s) !== e) continue;
    const isAbout = valueKind(objectOf(s)) === 'statement',
      words = relationName(relationOf(s)) + (isAbout ? ':' : ''),
      key = out ? (isAbout ? words : `${words} →`) : `← ${words}`;
    if (!groups.has(key)) groups.set(key, new Map());
    // A name, or what is said: then in whole words, since half of a proposition tells nothing.
    const said = out ? valueText(objectOf(s)) : `${entityName(other)}: ${valueText(objectOf(s))}`;
    const group = groups.get(key);
    if (isAbout) group.set(said, () => sentenceButton(s, said));
    else group.set(other, () => entityButton(other));
  }
  if (!groups.size) return null;
  const order = [...groups].sort((a, b) => b[1].size - a[1].size || (a[0] < b[0] ? -1 : 1));
  const item = ([key, found]) => [
    h('dt', {}, key),
    h('dd', {}, grown('p', [...found.values()], made => made(), 8, 'names', 'ends')),
  ];
  return section('Stated as fact', grown('dl', order, item, 6, 'relations'));
}
const derivedShown = (s, all) =>
  derivedOf(s) >= 0 && all.includes(derivedOf(s)) && statementText(s) === statementText(derivedOf(s));

// Statements grouped by their sentence: facts first, then in the order of the articles.
function sentenceList(all, about, limit = PAGE_OF) {
  const groups = new Map();
  for (const s of all) {
    const at = sentenceOf(s);
    if (!groups.has(at)) groups.set(at, []);
    groups.get(at).push(s);
  }
  const best = list => Math.min(...list.map(statusOf));
  const order = [...groups].sort((a, b) =>
    state.chosen && state.chosen.kind === 'article' ? a[0] - b[0] : best(a[1]) - best(b[1]) || a[0] - b[0],
  );
  return grown('div', order, ([sentence, list]) => sentenceCard(sentence, list, about), limit, 'sentences');
}
function sentenceCard(sentence, list, about) {
  const quote = quoteOf(sentence);
  const mine = list.filter(s => !derivedShown(s, list));
  const text = h('blockquote', {}, marked(quote, mine, about));
  const rows = mine.map(s => {
    const row = h('li', {class: `is-${content.statuses[statusOf(s)]}`}, statementLine(s, about), statementNotes(s));
    const light = on => text.replaceChildren(...marked(quote, on ? [s] : mine, on ? -1 : about));
    ['mouseenter', 'focusin'].forEach(event => row.addEventListener(event, () => mine.length > 1 && light(true)));
    ['mouseleave', 'focusout'].forEach(event => row.addEventListener(event, () => mine.length > 1 && light(false)));
    return row;
  });
  return h(
    'article',
    {class: 'sentence'},
    text,
    h('ul', {class: 'statements'}, rows),
    h('footer', {}, sourceLine(sentence)),
  );
}
function sourceLine(n) {
  const [d, index] = placeOf(n);
  const place =
    d >= 0 && documentText(d)
      ? button(`sentence ${index + 1}`, () => read(d, n), {class: 'entity', title: 'Read it in the article'})
      : `sentence ${index + 1}`;
  const cite = [
    ' · ',
    button('Cite', () => copy(citation(n), 'Citation'), {class: 'entity', title: 'Copy the sentence with its source'}),
  ];
  if (d < 0) return [place, cite];
  const [title, , source, url, date, site] = content.documents[d];
  return [
    site && [site, ': '],
    button(title, () => choose({kind: 'article', n: d}), {class: 'entity'}),
    ' · ',
    date ? [shownDate(date), ' · '] : '',
    place,
    url ? [' · ', outside(url, 'Source')] : source && source !== title ? [' · ', source] : '',
    cite,
  ];
}
// The sentence with its spans marked; where marks overlap, a stretch carries all of them.
function marked(quote, list, about) {
  const marks = [];
  for (const s of list) {
    const found = marksOf(s);
    for (let i = 0; i < found.length; i += 3) {
      const me =
        (found[i] === 0 && subjectOf(s) === about) ||
        (found[i] === 1 && valueKind(objectOf(s)) === 'entity' && objectOf(s) - 1 === about);
      if (found[i] === 3 && list.length > 1) continue;
      marks.push([found[i + 1], found[i + 2], me ? 'me' : ['subject', 'object', 'cue', 'relation'][found[i]]]);
    }
  }
  const cuts = [...new Set([0, quote.length, ...marks.flatMap(([begin, end]) => [begin, end])])].sort((a, b) => a - b);
  return cuts.slice(1).map((end, i) => {
    const begin = cuts[i],
      kinds = new Set(marks.filter(mark => mark[0] <= begin && mark[1] >= end).map(mark => mark[2]));
    if (kinds.has('me')) {
      kinds.delete('subject');
      kinds.delete('object');
    }
    if (kinds.has('object') && kinds.size > 1 && list.length === 1) kinds.delete('object');
    const text = quote.slice(begin, end);
    return kinds.size ? h('mark', {class: [...kinds].join(' ')}, text) : text;
  });
}
function statementLine(s, about) {
  return h(
    'p',
    {class: 'said'},
    parts(s, about, 0),
    rolesOf(s).map(([role, value]) => [
      ' ',
      h('span', {class: 'role'}, Object.hasOwn(words.roles, role) ? words.roles[role] : role),
      ' ',
      valueElement(value, about, 0),
    ]),
  );
}
function parts(s, about, depth) {
  return [
    who(subjectOf(s), about),
    ' ',
    h('em', {}, relationWords(s)),
    ' ',
    valueElement(objectOf(s), about, depth),
  ];
}
const who = (e, about) => (e === about ? h('b', {}, entityName(e)) : entityButton(e));
function valueElement(value, about, depth) {
  const kind = valueKind(value);
  if (kind === 'entity') return who(value - 1, about);
  if (kind === 'words') return h('span', {class: 'literal'}, value);
  if (kind === 'none') return '';
  const inner = innerOf(value);
  return depth > 2
    ? '…'
    : h(
        'span',
        {class: 'inner'},
        parts(inner, about, depth + 1),
        statusOf(inner) === ASSERTED ? '' : h('small', {}, ` (${statusShort(inner)})`),
      );
}
const ICONS = ['●', '❝', '✕', '◌', '⊘'];
const statusBadge = s =>
  h(
    'span',
    {class: `badge ${content.statuses[statusOf(s)]}`},
    h('span', {'aria-hidden': 'true'}, `${ICONS[statusOf(s)]} `),
    statusText(s),
  );
function statementNotes(s) {
  const [text] = timeOf(s),
    days = whenOf(s),
    when = text && days && text !== days ? `${text} (${days})` : text || days;
  return h(
    'p',
    {class: 'notes'},
    statusBadge(s),
    relayedOf(s).length ? [' relayed by ', listed(relayedOf(s).map(entityName))] : '',
    when && h('span', {}, when),
    h('span', {}, `${confidenceOf(s)} % sure`),
    ruleOf(s) ? h('span', {}, 'read by ', h('code', {}, ruleOf(s))) : '',
  );
}
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
function shownDate(date) {
  const found = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(date || '');
  return found
    ? [found[3] && String(+found[3]), found[2] && MONTHS[found[2] - 1], found[1]].filter(Boolean).join(' ')
    : '';
}
// The last day of the month of a day.
const monthEnd = date =>
  `${date.slice(0, 8)}${new Date(Date.UTC(+date.slice(0, 4), +date.slice(5, 7), 0)).getUTCDate()}`;
// A span of days as people say it: a whole year, a whole month, a day, from one to another, or with one end.
function shownSpan(from, to) {
  if (!from && !to) return '';
  if (!to) return `since ${shownEnd(from, `${from.slice(0, 8)}01`, '-01-01')}`;
  if (!from) return `until ${shownEnd(to, monthEnd(to), '-12-31')}`;
  if (from === to) return shownDate(from);
  if (from.slice(4) === '-01-01' && to === `${from.slice(0, 4)}-12-31`) return from.slice(0, 4);
  if (from.endsWith('-01') && to === monthEnd(from)) return shownDate(from.slice(0, 7));
  return `${shownDate(from)} – ${shownDate(to)}`;
}
// The first or last day of a year or month may stand for all of it: no text says "since 1 January" for "since 2019".
const shownEnd = (date, ofMonth, ofYear) =>
  shownDate(date.endsWith(ofYear) ? date.slice(0, 4) : date === ofMonth ? date.slice(0, 7) : date);
const whenOf = s => shownSpan(...timeOf(s).slice(1));
// One sentence alone: all that was read from it.
function sentencePage({n}) {
  const all = statementsOf(n),
    d = documentAt(n);
  return [
    back(),
    heading(`Sentence ${placeOf(n)[1] + 1}`, d < 0 ? '' : documentTitle(d)),
    h(
      'p',
      {class: 'actions'},
      d >= 0 &&
        documentText(d) &&
        (state.view !== 'articles' || state.text !== d) &&
        button('Read it in the article', () => read(d, n)),
      state.view !== 'picture' && button('Show in picture', () => showSentence(n)),
    ),
    all.length
      ? sentenceCard(n, all, -1)
      : [h('blockquote', {}, quoteOf(n)), h('p', {class: 'note'}, 'No statement was read from this sentence.')],
  ];
}
// What a sentence says, on the canvas; its claims and denials too.
function showSentence(n) {
  statementsOf(n).forEach(s => state.statuses.add(statusOf(s)));
  const ends = statementsOf(n)
    .filter(hasLine)
    .flatMap(s => [subjectOf(s), endOf(s)]);
  bring([...new Set(ends)], ends[0]);
  state.view = 'picture';
  showView();
  refresh();
  if (ends.length) fitTo(ends);
}

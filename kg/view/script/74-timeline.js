// The timeline: what is new on which day, by the days of the articles or by those that sentences tell.
function showTimeline() {
  const groups = state.told ? toldDays() : reportedDays();
  $('timeline').replaceChildren(
    h(
      'div',
      {class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Timeline'},
      h('h2', {class: 'hidden'}, 'Timeline'),
      h('div', {class: 'controls'}, daySwitch(), dateField('from', 'From'), dateField('to', 'To'), spanNote(groups)),
      groups.length
        ? grown('ol', groups, dayElement, 40, 'days')
        : h('p', {class: 'intro'}, 'No statement with a day passes the filters.'),
    ),
  );
}
const daySwitch = () =>
  h(
    'div',
    {class: 'pair', role: 'group', 'aria-label': 'Days'},
    [
      [false, 'When it was reported'],
      [true, 'When it happens'],
    ].map(([told, text]) =>
      button(
        text,
        () => {
          state.told = told;
          refresh();
        },
        {'aria-pressed': String(state.told === told)},
      ),
    ),
  );
function spanNote(groups) {
  const found = groups.reduce((sum, {items}) => sum + items.length, 0);
  const what = state.told
    ? plural(found, 'dated statement', 'dated statements')
    : `${plural(found, 'statement', 'statements')} that no earlier article made`;
  const kinds =
    state.statuses.size === 1 && state.statuses.has(ASSERTED)
      ? ' Facts only: claims and denials can be switched on above.'
      : '';
  return h('p', {class: 'sub'}, `${what}${state.from || state.to ? ' in these days' : ''}.${kinds}`);
}
// Days with what was first said on them; what was said before is counted.
function reportedDays() {
  const seen = new Set(),
    groups = new Map();
  for (let s = 0; s < S; s++) {
    const d = documentOf(s);
    if (isDerived(s) || !documentDate(d) || statusOf(s) > UNREALISED) continue;
    const key = `${statusOf(s)} ${tripleKey(s)} ${JSON.stringify(rolesOf(s))}`,
      isNew = !seen.has(key);
    seen.add(key);
    if (!passesSpan(s, documentDate(d))) continue;
    if (!groups.has(d)) groups.set(d, {day: documentDate(d), document: d, items: [], again: 0});
    isNew ? groups.get(d).items.push(s) : groups.get(d).again++;
  }
  return [...groups.values()];
}
function passesSpan(s, date) {
  const {from, to} = state;
  Object.assign(state, {from: '', to: ''});
  const yes = passes(s);
  Object.assign(state, {from, to});
  return yes && (!from || date >= from) && (!to || date.slice(0, to.length) <= to);
}
function toldDays() {
  const groups = new Map();
  for (let s = 0; s < S; s++) {
    const date = dayOf(s);
    if (!date || isDerived(s) || !passesSpan(s, date)) continue;
    const span = whenOf(s);
    if (!groups.has(span)) groups.set(span, {day: date, span, document: -1, items: [], again: 0});
    groups.get(span).items.push(s);
  }
  return [...groups.values()].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.items[0] - b.items[0]));
}
// Relations of the ontology come before those that only have the words of the text.
const isOpen = s => +relationIri(relationOf(s)).includes('/open#');
function dayElement({day, span, document: d, items, again}) {
  const item = s =>
    h(
      'li',
      {class: 'answer'},
      statementLine(s, -1),
      h(
        'p',
        {class: 'notes'},
        statusOf(s) === ASSERTED ? '' : statusBadge(s),
        state.told
          ? [timeOf(s)[0] && `“${timeOf(s)[0]}”`, ' in ', documentTitle(documentOf(s))]
          : dayOf(s)
            ? `when: ${whenOf(s)}`
            : '',
        isDisputed(s) ? button('disputed', () => setView('disagreements'), {class: 'quiet'}) : '',
      ),
      proof(s),
    );
  return h(
    'li',
    {class: 'day'},
    h('h3', {}, span || shownDate(day)),
    d >= 0 &&
      h(
        'p',
        {class: 'reported'},
        button(documentTitle(d), () => choose({kind: 'article', n: d}), {class: 'entity'}),
        h('span', {class: 'sub'}, ` ${items.length.toLocaleString('en')} new${again ? `, ${again.toLocaleString('en')} said before` : ''}`),
      ),
    grown(
      'ul',
      [...items].sort((a, b) => isOpen(a) - isOpen(b) || a - b),
      item,
      d >= 0 ? 6 : 12,
      'statements',
    ),
  );
}

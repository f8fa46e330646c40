// The table: the same statements as the picture, readable without it.
const COLUMNS = [
  {title: 'Subject', text: s => entityName(subjectOf(s)), cell: s => entityButton(subjectOf(s))},
  {
    title: 'Relation',
    text: s => relationName(relationOf(s)),
    cell: s =>
      button(relationWords(s), () => choose({kind: 'sentence', n: sentenceOf(s)}), {
        class: 'quiet',
        title: 'The sentence',
      }),
  },
  {
    title: 'Object',
    text: s =>
      [
        valueText(objectOf(s)),
        ...rolesOf(s).map(
          ([role, value]) => `${Object.hasOwn(words.roles, role) ? words.roles[role] : role} ${valueText(value)}`,
        ),
      ].join(' '),
    cell: s => [
      valueElement(objectOf(s), -1, 0),
      rolesOf(s).map(([role, value]) => [
        ' ',
        h('span', {class: 'role'}, Object.hasOwn(words.roles, role) ? words.roles[role] : role),
        ' ',
        valueElement(value, -1, 0),
      ]),
    ],
  },
  {
    title: 'Status',
    text: statusText,
    cell: s => h('span', {class: `badge ${content.statuses[statusOf(s)]}`}, statusText(s)),
  },
  {title: 'When', text: whenOf, key: s => dayOf(s) || '9999'}, // without a day of its own: last
  {
    title: 'Article',
    text: s => documentTitle(documentOf(s)),
    cell: s =>
      documentOf(s) < 0
        ? ''
        : button(documentTitle(documentOf(s)), () => choose({kind: 'article', n: documentOf(s)}), {class: 'entity'}),
  },
  {title: 'Sure', text: s => `${confidenceOf(s)} %`, number: confidenceOf},
];
function tableRows() {
  const only = state.focus ? within(state.focus.e, state.focus.hops) : null,
    rows = [];
  for (let s = 0; s < S; s++) if (passing[s] && (!only || only.has(subjectOf(s)) || only.has(endOf(s)))) rows.push(s);
  const {text, number, key = text} = COLUMNS[state.sorting.column],
    way = state.sorting.up ? 1 : -1,
    order = new Intl.Collator('en', {numeric: true});
  const keys = new Map(rows.map(s => [s, number ? number(s) : key(s)]));
  return rows.sort(
    (a, b) => way * (number ? keys.get(a) - keys.get(b) : order.compare(keys.get(a), keys.get(b))) || a - b,
  );
}
function showTable() {
  const rows = tableRows();
  const head = COLUMNS.map((column, i) =>
    h(
      'th',
      {scope: 'col', 'aria-sort': state.sorting.column === i ? (state.sorting.up ? 'ascending' : 'descending') : null},
      button(column.title, () => {
        state.sorting = {column: i, up: state.sorting.column === i ? !state.sorting.up : true};
        showTable();
        remember();
      }),
    ),
  );
  const row = s =>
    h(
      'tr',
      {},
      COLUMNS.map(column => h('td', {}, column.cell ? column.cell(s) : column.text(s))),
    );
  const body = h('tbody'),
    table = h(
      'table',
      {},
      h('caption', {}, `${plural(rows.length, 'statement', 'statements')} of ${S.toLocaleString('en')}`),
      h('thead', {}, h('tr', {}, head)),
      body,
    );
  const box = h('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Statements'}, table);
  let shown = 0;
  const more = button('', grow, {class: 'more'});
  function grow() {
    body.append(...rows.slice(shown, shown + 200).map(row));
    shown = Math.min(rows.length, shown + 200);
    more.textContent = `Show more (${(rows.length - shown).toLocaleString('en')} left)`;
    shown < rows.length ? box.append(more) : more.remove();
  }
  grow();
  $('table').replaceChildren(box);
}

// What is shown: the switches above the picture and the lists at its side.
function showStatuses() {
  $('statuses').replaceChildren(
    ...words.statuses
      .map((status, n) =>
        statusCounts[n]
          ? h(
              'button',
              {
                type: 'button',
                class: `switch ${content.statuses[n]}`,
                'aria-pressed': String(state.statuses.has(n)),
                title: status.help,
                on: {
                  click: () => {
                    state.statuses.has(n) ? state.statuses.delete(n) : state.statuses.add(n);
                    refresh();
                  },
                },
              },
              h('span', {class: 'stroke', 'aria-hidden': 'true'}),
              `${status.name} `,
              h('b', {}, (n ? statusCounts[n] : facts.size).toLocaleString('en')),
            )
          : '',
      )
      .filter(Boolean),
  );
  $('crumbs').replaceChildren(
    ...[
      state.focus &&
        crumb(
          `Focus: ${entityName(state.focus.e)}`,
          () => {
            state.focus = null;
            refresh();
            fit();
          },
          hopSwitch(),
        ),
      state.hidden.size &&
        crumb(plural(state.hidden.size, 'entity hidden', 'entities hidden'), () => {
          state.hidden.clear();
          refresh();
        }),
      isFiltered() &&
        crumb('Filtered', () => {
          resetFilters();
          showFilters();
          refresh();
        }),
    ].filter(Boolean),
  );
}
const crumb = (text, undo, extra = null) =>
  h('span', {class: 'crumb'}, text, extra, button('×', undo, {'aria-label': `Undo: ${text}`}));
const hopSwitch = () =>
  [1, 2].map(hops =>
    button(
      `${hops} ${hops === 1 ? 'hop' : 'hops'}`,
      () => {
        state.focus.hops = hops;
        focusScene();
        refresh();
        fit();
      },
      {'aria-pressed': String(state.focus.hops === hops)},
    ),
  );

function showFilters() {
  const order = list =>
    list
      .map((found, i) => [i, found])
      .filter(([, found]) => found)
      .sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const open = matchMedia('(min-width: 900px)').matches;
  $('filters').replaceChildren(
    h(
      'details',
      {open, id: 'all-filters'},
      h('summary', {}, 'Filters and legend'),
      colours(),
      checks('Kinds', order(typeCounts), state.noTypes, t => [glyph(t), h('span', {}, typeName(t))], 24),
      checks('Relations', order(relationCounts), state.noRelations, r => [h('span', {}, relationName(r))], 9),
      content.documents.length > 1 &&
        checks('Articles', order(documentCounts), state.noDocuments, d => [h('span', {}, documentTitle(d))], 5),
      dates(),
      confidence(),
      sources(),
    ),
  );
}
// Colours tell kinds or groups; the groups stand here with their names.
function colours() {
  if (content.groups.length < 2) return null;
  const paint = grouped => () => {
    state.grouped = grouped;
    showFilters();
    refresh();
  };
  const group = (name, i) =>
    h(
      'li',
      {},
      h('span', {class: 'swatch', 'aria-hidden': 'true', 'data-group': i + 1}),
      button(name, () => fitTo([...places.keys()].filter(e => groupOf.get(e) === i + 1)), {
        class: 'quiet',
        title: 'Show this group',
      }),
      h('span', {class: 'count'}, String([...places.keys()].filter(e => groupOf.get(e) === i + 1).length)),
    );
  const list = state.grouped && h('ul', {class: 'groups'}, content.groups.slice(0, GROUPS.length - 1).map(group));
  if (list)
    list.querySelectorAll('.swatch').forEach(swatch => (swatch.style.background = groupColour(+swatch.dataset.group)));
  return h(
    'fieldset',
    {},
    h('legend', {}, 'Colour by'),
    h(
      'div',
      {class: 'pair', role: 'group', 'aria-label': 'Colour by'},
      button('Kind', paint(false), {'aria-pressed': String(!state.grouped)}),
      button('Group', paint(true), {
        'aria-pressed': String(state.grouped),
        title: 'Who keeps to whom among what is drawn',
      }),
    ),
    list &&
      h(
        'p',
        {class: 'sub'},
        'Groups: who has more lines among each other than to the rest, named after their best connected.',
      ),
    list,
  );
}
function sources() {
  if (content.documents.length < 2) return null;
  const choice = n => h('option', {value: n, selected: state.sources === n}, n === 1 ? 'any number' : `${n} or more`);
  return h(
    'fieldset',
    {},
    h('legend', {}, 'Articles that say the same'),
    h(
      'select',
      {
        'aria-label': 'Articles that say the same',
        on: {
          change: event => {
            state.sources = +event.target.value;
            refresh();
          },
        },
      },
      [1, 2, 3, 5, 10].filter(n => n <= content.documents.length).map(choice),
    ),
  );
}
function checks(title, items, off, label, limit) {
  const all = () => {
    const turnOff = off.size === 0;
    off.clear();
    if (turnOff) items.forEach(([i]) => off.add(i));
    showFilters();
    refresh();
  };
  const item = ([i, found]) =>
    h(
      'li',
      {},
      h(
        'label',
        {},
        h('input', {
          type: 'checkbox',
          checked: !off.has(i),
          on: {
            change: event => {
              event.target.checked ? off.delete(i) : off.add(i);
              refresh();
            },
          },
        }),
        ...label(i),
        h('span', {class: 'count'}, found.toLocaleString('en')),
      ),
    );
  return h(
    'fieldset',
    {},
    h(
      'legend',
      {},
      title,
      button(off.size ? 'all' : 'none', all, {class: 'quiet', 'aria-label': `${title}: ${off.size ? 'all' : 'none'}`}),
    ),
    grown('ul', items, item, limit, title.toLowerCase()),
  );
}
function dates() {
  const months = new Map();
  for (let n = 0; n < S; n++) {
    const month = dateOf(n).slice(0, 7);
    if (month) months.set(month, (months.get(month) || 0) + 1);
  }
  if (months.size === 0) return null;
  return h(
    'fieldset',
    {},
    h('legend', {}, 'When'),
    histogram(months),
    h('div', {class: 'dates'}, dateField('from', 'From'), dateField('to', 'To')),
  );
}
const dateField = (name, label) =>
  h(
    'label',
    {class: 'date'},
    h('span', {}, label),
    h('input', {
      type: 'date',
      'data-day': name,
      value: state[name].length === 10 ? state[name] : '',
      on: {change: event => takeDay(name, event.target)},
    }),
  );
const dayFields = () => [...document.querySelectorAll('input[data-day]')];
function takeDay(name, field) {
  if (field.value && field.value < '1000') return; // the first digits of a year that is being typed
  const place = dayFields().indexOf(field);
  state[name] = field.value;
  showFilters();
  refresh();
  dayFields()[place]?.focus();
}
function histogram(months) {
  const order = [...months].sort((a, b) => (a[0] < b[0] ? -1 : 1)).slice(-24),
    most = Math.max(...order.map(([, found]) => found));
  if (order.length < 2) return null;
  return h(
    'div',
    {class: 'histogram', role: 'group', 'aria-label': 'Statements by month'},
    order.map(([month, found]) => {
      const bar = button(
        '',
        () => {
          const same = state.from === `${month}-01`;
          state.from = same ? '' : `${month}-01`;
          state.to = same ? '' : monthEnd(`${month}-01`);
          showFilters();
          refresh();
        },
        {
          title: `${shownDate(month)}: ${plural(found, 'statement', 'statements')}`,
          'aria-label': `${shownDate(month)}: ${plural(found, 'statement', 'statements')}`,
          'aria-pressed': String(state.from === `${month}-01`),
        },
      );
      bar.append(h('i', {}));
      bar.firstChild.style.height = `${Math.max(8, (found / most) * 100)}%`;
      return bar;
    }),
  );
}
function confidence() {
  const shown = h('output', {}, `${state.confidence} %`);
  return h(
    'fieldset',
    {},
    h('legend', {}, 'Confidence at least ', shown),
    h('input', {
      type: 'range',
      min: 0,
      max: 100,
      step: 5,
      value: state.confidence,
      'aria-label': 'Confidence at least',
      on: {
        input: event => {
          state.confidence = +event.target.value;
          shown.textContent = `${state.confidence} %`;
          refresh();
        },
      },
    }),
  );
}
function showAll() {
  state.statuses = new Set([0, 1, 2, 3]);
  resetFilters();
  showFilters();
  refresh();
}
function onlyArticle(n) {
  state.noDocuments = new Set(content.documents.map((_, d) => d).filter(d => d !== n));
  const met = new Set();
  for (let at = 0; at < S; at++) if (documentOf(at) === n && hasLine(at)) met.add(subjectOf(at)).add(endOf(at));
  bring([...met].sort((a, b) => a - b).slice(0, 150), [...met][0]);
  showFilters();
  refresh();
  fit();
}

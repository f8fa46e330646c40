// The details: from a name or a line to the sentences behind it, each sentence once.
const PAGE_OF = 12;
function showDetails() {
  const chosen = state.chosen,
    kinds = new Map([
      ['e', entityCard],
      ['pair', pairCard],
      ['path', pathCard],
      ['article', articleCard],
      ['question', questionCard],
    ]);
  const panel = $('details');
  panel.replaceChildren(...(chosen ? kinds.get(chosen.kind)(chosen) : startCard()).flat().filter(Boolean));
  panel.scrollTop = 0;
}
const entityButton = (e, properties = {}) =>
  button(entityName(e), () => choose({kind: 'e', e}), {class: 'entity', ...properties});
const back = () =>
  h(
    'p',
    {class: 'back'},
    button('← Overview', () => choose(null), {class: 'quiet'}),
  );
const heading = (text, sub) => [h('h2', {}, text), sub && h('p', {class: 'sub'}, sub)];
const section = (title, ...children) => h('section', {}, h('h3', {}, title), ...children);

function startCard() {
  const others = [1, 2, 3].filter(n => statusCounts[n]);
  const asked = words.questions
    .map((question, n) => [n, question, answers(question)])
    .filter(([, , found]) => found.length);
  const best = Array.from({length: Math.min(8, E)}, (_, e) => e).filter(e => linesAt[e].length);
  return [
    h('h2', {}, 'Start here'),
    h(
      'p',
      {class: 'lead'},
      E
        ? 'Pick a name or a line in the picture to read the sentences behind it, search above, or ask:'
        : 'This graph holds no entities. Build one with kg build and a folder of articles.',
    ),
    asked.length > 0 &&
      h(
        'ul',
        {class: 'questions'},
        asked
          .slice(0, 7)
          .map(([n, question, found]) =>
            h(
              'li',
              {},
              h(
                'button',
                {type: 'button', on: {click: () => choose({kind: 'question', n})}},
                h('span', {}, question.ask),
                h('b', {}, found.length.toLocaleString('en')),
              ),
            ),
          ),
      ),
    best.length > 0 &&
      section(
        'Most connected',
        h(
          'p',
          {class: 'chips'},
          best.map(e =>
            h(
              'button',
              {type: 'button', class: 'chip', on: {click: () => choose({kind: 'e', e})}},
              glyph(entityType(e)),
              entityName(e),
            ),
          ),
        ),
      ),
    E > 0 &&
      section(
        'How to read it',
        h(
          'p',
          {class: 'note'},
          "The picture draws facts: what the articles state in their own voice. ",
          others.length
            ? `What is ${listed(others.map(n => words.statuses[n].chip))} stays apart: switch it on above the picture and it appears as dashed lines.`
            : '',
        ),
      ),
    content.documents.length > 0 && section(plural(content.documents.length, 'article', 'articles'), articleList(6)),
  ];
}
function articleList(limit) {
  const order = content.documents.map((_, d) => d).sort((a, b) => documentCounts[b] - documentCounts[a] || a - b);
  const item = d =>
    h(
      'li',
      {},
      button(documentTitle(d), () => choose({kind: 'article', n: d}), {class: 'entity'}),
      h(
        'span',
        {class: 'sub'},
        [shownDate(documentDate(d)), plural(documentCounts[d], 'statement', 'statements')].filter(Boolean).join(' · '),
      ),
    );
  return grown('ul', order, item, limit, 'articles');
}
// A list that shows its first items and grows by a button.
function grown(tag, items, element, limit, what) {
  const list = h(tag, {class: 'list'});
  let shown = 0;
  const box = h('div', {}, list);
  const more = button('', () => grow(PAGE_OF * 2), {class: 'quiet more'});
  function grow(by) {
    list.append(...items.slice(shown, shown + by).map(element));
    shown = Math.min(items.length, shown + by);
    if (shown >= items.length) more.remove();
    else {
      more.textContent = `Show more (${(items.length - shown).toLocaleString('en')} ${what} left)`;
      box.append(more);
    }
  }
  grow(limit);
  return box;
}

function entityCard({e}) {
  const all = partOf[e].filter(s => visible(s)),
    values = all.filter(
      s =>
        subjectOf(s) === e && valueKind(objectOf(s)) === 'words' && objectOf(s).length < 60 && statusOf(s) === ASSERTED,
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
        plural(new Set(partOf[e].map(documentOf)).size, 'article', 'articles'),
      ].join(' · '),
    ),
    entityAliases(e).length > 0 && h('p', {class: 'sub'}, 'Also called ', listed(entityAliases(e).slice(0, 8))),
    h(
      'p',
      {class: 'actions'},
      button('Focus', () => focusOn(e), {title: 'Only what is near'}),
      button(`Expand${notDrawn(e).length ? ` +${Math.min(25, notDrawn(e).length)}` : ''}`, () => expand(e), {
        disabled: notDrawn(e).length === 0,
      }),
      button('Path to …', () => askPath(e)),
      button('Hide', () => hide(e)),
    ),
    values.length > 0 &&
      h(
        'dl',
        {class: 'values'},
        values.slice(0, 12).map(s => [h('dt', {}, relationName(relationOf(s))), h('dd', {}, objectOf(s))]),
      ),
    neighbourList(e, all),
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
        h(
          'dd',
          {},
          h('code', {}, entityIri(e)),
          ' ',
          button('Copy', () => copy(entityIri(e), 'IRI'), {class: 'quiet'}),
        ),
        entityLinks(e).map(link => [h('dt', {}, 'Elsewhere'), h('dd', {}, outside(link, link))]),
      ),
    ),
  ];
}
// In the details claims and denials are shown in words, so only the other filters hide them.
function visible(s) {
  if (passing[s]) return true;
  const kept = state.statuses;
  state.statuses = new Set([0, 1, 2, 3]);
  const yes = passes(s);
  state.statuses = kept;
  return yes;
}
function neighbourList(e, all) {
  const groups = new Map();
  for (const s of all) {
    if (!hasLine(s) || statusOf(s) !== ASSERTED || derivedShown(s, all)) continue;
    const out = subjectOf(s) === e,
      other = out ? endOf(s) : subjectOf(s);
    if (!out && endOf(s) !== e) continue;
    const key = out ? `${lineWords(s)} →` : `← ${lineWords(s)}`;
    if (!groups.has(key)) groups.set(key, new Set());
    groups.get(key).add(other);
  }
  if (!groups.size) return null;
  const order = [...groups].sort((a, b) => b[1].size - a[1].size || (a[0] < b[0] ? -1 : 1)).slice(0, 10);
  return section(
    'Stated as fact',
    h(
      'dl',
      {class: 'near'},
      order.map(([key, found]) => [
        h('dt', {}, key),
        h(
          'dd',
          {},
          [...found].slice(0, 8).map(other => entityButton(other)),
          found.size > 8 ? ` and ${found.size - 8} more` : '',
        ),
      ]),
    ),
  );
}
const derivedShown = (s, all) =>
  derivedOf(s) >= 0 && all.includes(derivedOf(s)) && statementText(s) === statementText(derivedOf(s));

function pairCard({ends: [a, b]}) {
  const all = [
    ...new Set(
      [...linesAt[a]].filter(s => (subjectOf(s) === a && endOf(s) === b) || (subjectOf(s) === b && endOf(s) === a)),
    ),
  ].filter(visible);
  return [
    back(),
    h('div', {class: 'title pair'}, h('h2', {}, entityButton(a), h('span', {class: 'and'}, ' and '), entityButton(b))),
    h('p', {class: 'sub'}, countByStatus(all)),
    all.length ? sentenceList(all, -1) : h('p', {class: 'note'}, 'No statement between these two passes the filters.'),
  ];
}
function countByStatus(all) {
  return content.statuses
    .map((_, n) => [all.filter(s => statusOf(s) === n).length, n])
    .filter(([found]) => found)
    .map(([found, n]) =>
      n === 0 ? plural(found, 'statement of fact', 'statements of fact') : `${found} ${words.statuses[n].chip}`,
    )
    .join(' · ');
}
function pathCard({ends: [a, b], way}) {
  if (!way || !way.length)
    return [
      back(),
      heading('No path'),
      h(
        'p',
        {class: 'note'},
        `${entityName(a)} and ${entityName(b)} are not connected by what is shown. `,
        state.statuses.size < 4
          ? button(
              'Look through claims and denials too',
              () => {
                showAll();
                findPath(a, b);
              },
              {class: 'quiet'},
            )
          : '',
      ),
    ];
  return [
    back(),
    heading(
      `${entityName(a)} to ${entityName(b)}`,
      `${plural(way.length - 1, 'step', 'steps')}, the shortest way through what is shown`,
    ),
    h(
      'ol',
      {class: 'way'},
      way.slice(1).map((to, i) => {
        const from = way[i],
          all = linesAt[from].filter(s => passing[s] && (endOf(s) === to || subjectOf(s) === to));
        return h(
          'li',
          {},
          h('p', {class: 'hop'}, entityButton(from), ' — ', entityButton(to)),
          sentenceList(all, -1, 2),
        );
      }),
    ),
  ];
}
function articleCard({n}) {
  const all = [];
  for (let s = 0; s < S; s++) if (documentOf(s) === n) all.push(s);
  const [, source, url, date, site, author] = content.documents[n];
  return [
    back(),
    heading(documentTitle(n), [site, author, shownDate(date || '')].filter(Boolean).join(' · ')),
    h('p', {class: 'sub'}, countByStatus(all)),
    h('p', {class: 'sub'}, url ? outside(url, url) : source),
    h(
      'p',
      {class: 'actions'},
      button('Only this article', () => onlyArticle(n)),
    ),
    all.length ? sentenceList(all, -1, 40) : h('p', {class: 'note'}, 'No statement was read from this article.'),
  ];
}

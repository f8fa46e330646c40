// The details: from a name or a line to the sentences behind it, each sentence once.
const PAGE_OF = 12;
function showDetails() {
  const chosen = state.chosen,
    kinds = new Map([
      ['e', entityCard],
      ['pair', pairCard],
      ['path', pathCard],
      ['said', saidCard],
      ['article', articleCard],
      ['sentence', sentencePage],
      ['question', questionCard],
      ['relation', relationCard],
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
    .map((question, n) => [n, question, countAnswers(question)])
    .filter(([, , found]) => found > 0);
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
        asked.map(([n, question, found]) =>
          h(
            'li',
            {},
            h(
              'button',
              {type: 'button', on: {click: () => ask(n)}},
              h('span', {}, question.ask),
              h('b', {}, question.kind === 'path' ? '' : found.toLocaleString('en')),
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
          'Solid lines are facts: what the articles state in their own voice. ',
          others.length
            ? `What is ${listed(others.map(n => words.statuses[n].chip))} stays apart: switch it on above the picture and it appears in dashed lines. `
            : '',
          content.words.why[content.why],
        ),
      ),
    content.documents.length > 0 && section(documentsText(allDocuments), articleList(6)),
  ];
}
function articleList(limit) {
  const order = content.documents.map((_, d) => d);
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
function grown(tag, items, element, limit, what, style = 'list') {
  const list = h(tag, {class: style});
  let shown = 0;
  const box = h('div', {}, list);
  const more = button('', () => grow(PAGE_OF * 2), {class: 'quiet more'});
  function grow(by) {
    list.append(
      ...items
        .slice(shown, shown + by)
        .map(element)
        .flat(Infinity),
    );
    shown = Math.min(items.length, shown + by);
    if (shown >= items.length) more.remove();
    else {
      more.textContent = `Show more ${what} (${(items.length - shown).toLocaleString('en')} left)`;
      box.append(more);
    }
  }
  grow(limit);
  return box;
}

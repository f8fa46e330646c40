// The articles: a list of all, and one to read with what was found in it marked; from the text to the graph and back.
function showArticles() {
  const text = state.text >= 0 && documentText(state.text) ? articleText(state.text) : articleTable();
  $('articles').replaceChildren(
    h('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Articles'}, text),
  );
}
const isRead = n => firstAt[n + 1] > firstAt[n];
const plainCounts = d => {
  const sentences = sentencesIn(d),
    found = statementsIn(d);
  return {
    sentences: sentences.length,
    unread: sentences.filter(n => !isRead(n)).length,
    statements: found.length,
    facts: found.filter(s => statusOf(s) === ASSERTED).length,
  };
};
function articleTable() {
  const all = content.documents.map((_, d) => [d, plainCounts(d)]);
  const sum = name => all.reduce((total, [, counts]) => total + counts[name], 0);
  const row = ([d, counts]) =>
    h(
      'tr',
      {},
      h('td', {}, shownDate(documentDate(d))),
      h(
        'td',
        {},
        button(documentTitle(d), () => read(d), {class: 'entity'}),
        h('div', {class: 'sub'}, content.documents[d][5] || ''),
      ),
      [counts.sentences, counts.facts, counts.statements - counts.facts, counts.unread].map(n =>
        h('td', {class: 'number'}, n.toLocaleString('en')),
      ),
    );
  const body = h('tbody', {}, all.slice(0, 400).map(row));
  return [
    h(
      'p',
      {class: 'intro'},
      `${documentsText(allDocuments)}, ${plural(sum('sentences'), 'sentence', 'sentences')}. `,
      unreadNote(sum('unread'), sum('sentences')),
    ),
    h(
      'table',
      {class: 'articles'},
      h('caption', {class: 'hidden'}, 'Articles with counts'),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          ['Date', 'Article', 'Sentences', 'Facts', 'Other statements', 'Nothing read from'].map(title =>
            h('th', {scope: 'col'}, title),
          ),
        ),
      ),
      body,
    ),
    all.length > 400 &&
      button(
        `Show all ${all.length.toLocaleString('en')}`,
        event => {
          event.target.remove();
          body.append(...all.slice(400).map(row));
        },
        {class: 'more'},
      ),
  ];
}
const unreadNote = (unread, sentences) =>
  unread
    ? `From ${unread.toLocaleString('en')} of ${plural(sentences, 'sentence', 'sentences')} no statement was read: what they say is in the text, not in the graph.`
    : 'At least one statement was read from every sentence; a sentence may say more than that.';
function articleText(d) {
  const counts = plainCounts(d),
    [title, , source, url, date, site, author] = content.documents[d];
  return h(
    'article',
    {class: 'text'},
    button('← All articles', () => read(-1), {class: 'quiet'}),
    h('h2', {}, title),
    h(
      'p',
      {class: 'sub'},
      [site, author, shownDate(date), url ? '' : source].filter(Boolean).join(' · '),
      url ? [' · ', outside(url, 'Source')] : '',
    ),
    h(
      'p',
      {class: 'actions'},
      button('What it says', () => choose({kind: 'article', n: d})),
      button('Draw only this article', () => {
        setView('picture');
        onlyArticle(d);
      }),
    ),
    h('p', {class: 'intro'}, unreadNote(counts.unread, counts.sentences), counts.unread ? ' They are grey here.' : ''),
    h(
      'p',
      {class: 'legend'},
      ['asserted', 'claimed', 'denied', 'unrealised'].map((name, n) =>
        h('span', {class: `mark-${name}`}, words.statuses[n].name),
      ),
    ),
    paragraphs(d),
  );
}
// The text as it is: every letter once, cut where sentences and mentions begin and end.
function paragraphs(d) {
  const text = documentText(d),
    mentions = mentionsIn(d),
    sentences = sentencesIn(d).filter(n => typeof placeOf(n)[3] === 'number');
  const blocks = [];
  let at = 0;
  for (const found of text.matchAll(/\n\s*\n|$/g)) {
    const inside = sentences.filter(n => placeOf(n)[2] >= at && placeOf(n)[2] < found.index);
    if (found.index > at) blocks.push(h('p', {}, pieces(text, at, found.index, inside, mentions)));
    at = found.index + found[0].length;
  }
  return blocks;
}
function pieces(text, from, to, sentences, mentions) {
  const made = [];
  let at = from;
  for (const n of sentences) {
    const [, , begin, end] = placeOf(n);
    if (begin < at) continue;
    made.push(
      ...linked(text, at, begin, mentions),
      sentenceInText(n, linked(text, begin, Math.min(end, to), mentions)),
    );
    at = Math.min(end, to);
  }
  return [...made, ...linked(text, at, to, mentions)];
}
function sentenceInText(n, inside) {
  const all = statementsOf(n),
    chosen = state.chosen && state.chosen.kind === 'sentence' && state.chosen.n === n;
  if (!all.length) return h('span', {class: `unread${chosen ? ' chosen' : ''}`, 'data-sentence': n}, inside);
  const status = content.statuses[Math.min(...all.map(statusOf))];
  return h(
    'span',
    {
      class: `mark-${status}${chosen ? ' chosen' : ''}`,
      'data-sentence': n,
      on: {click: () => choose({kind: 'sentence', n})},
    },
    inside,
    button(
      String(all.length),
      event => {
        event.stopPropagation();
        choose({kind: 'sentence', n});
      },
      {
        class: 'said-count',
        'aria-label': `Sentence ${placeOf(n)[1] + 1}: ${plural(all.length, 'statement', 'statements')}`,
      },
    ),
  );
}
// Begin, end, entity; where mentions lie in each other the longest counts.
function mentionsIn(d) {
  const flat = content.documents[d][8] || [],
    found = [];
  let at = 0,
    last = 0;
  for (let i = 0; i < flat.length; i += 3) {
    at += flat[i];
    const mention = [at, at + flat[i + 1], flat[i + 2]];
    if (at >= last) found.push(mention);
    else if (found.length && found[found.length - 1][0] === at && mention[1] > last) found[found.length - 1] = mention;
    last = found[found.length - 1][1];
  }
  return found;
}
function linked(text, from, to, mentions) {
  const made = [];
  let at = from;
  for (
    let i = firstWith(i => mentions[i][0] >= from, mentions.length);
    i < mentions.length && mentions[i][1] <= to;
    i++
  ) {
    const [begin, end, e] = mentions[i];
    if (begin > at) made.push(text.slice(at, begin));
    made.push(mentionLink(text.slice(begin, end), e));
    at = end;
  }
  if (to > at) made.push(text.slice(at, to));
  return made;
}
function mentionLink(words, e) {
  const me = chosenEntities().includes(e);
  const link = h(
    'a',
    {
      href: `#e=${encodeURIComponent(byKey.entity.key(e))}`,
      class: me ? 'mention me' : 'mention',
      title: `${entityName(e)}, ${typeName(entityType(e))}`,
      on: {
        click: event => {
          event.preventDefault();
          event.stopPropagation();
          choose({kind: 'e', e});
        },
      },
    },
    words,
  );
  link.style.borderColor = typeColour(entityType(e));
  return link;
}
// Opens an article to read, at a sentence if one is given; -1 is the list of all.
function read(d, sentence = -1) {
  state.text = d;
  state.view = 'articles';
  if (sentence >= 0) state.chosen = {kind: 'sentence', n: sentence};
  showView();
  choose(state.chosen);
}
function scrollToChosen() {
  const chosen = $('articles').querySelector('.chosen, .mention.me');
  if (chosen) chosen.scrollIntoView({block: 'center', behavior: 'instant'});
}

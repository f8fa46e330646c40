// The card of an article: what it is, how much was read, and its sentences in their order.
function articleCard({n}) {
  const all = statementsIn(n),
    [, , source, url, date, site, author] = content.documents[n],
    counts = plainCounts(n);
  return [
    back(),
    heading(documentTitle(n), [site, author, shownDate(date || '')].filter(Boolean).join(' · ')),
    h('p', {class: 'sub'}, countByStatus(all)),
    h('p', {class: 'sub'}, url ? outside(url, url) : source),
    h(
      'p',
      {class: 'actions'},
      documentText(n) && button('Read the article', () => read(n)),
      button('Draw only this article', () => {
        setView('picture');
        onlyArticle(n);
      }),
    ),
    h('p', {class: 'note'}, unreadNote(counts.unread, counts.sentences)),
    all.length > 0 && sentenceList(all, -1, 40),
  ];
}

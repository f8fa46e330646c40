// Where the articles disagree: both sentences side by side.
function showDisagreements() {
  const all = contradictions().filter(({yes, no}) => no.some(passesFilters) && yes.some(passesFilters));
  $('disagreements').replaceChildren(
    h(
      'div',
      {class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Disagreements'},
      h('h2', {class: 'hidden'}, 'Disagreements'),
      h(
        'p',
        {class: 'intro'},
        all.length
          ? `${plural(all.length, 'thing is', 'things are')} said to be so in one place and not to be so in another. Claims and denials count here too.`
          : 'No text denies what another, or the same, says.',
      ),
      grown('ol', all, disagreementElement, 30, 'disagreements'),
    ),
  );
}
function disagreementElement({yes, no}) {
  const side = (title, list) =>
    h(
      'div',
      {class: 'side'},
      h('h4', {}, title),
      grown('div', list, s => sentenceCard(sentenceOf(s), [s], -1), 2, 'sentences'),
    );
  return h(
    'li',
    {class: 'versus'},
    h('h3', {}, statementText(no[0])),
    h(
      'div',
      {class: 'sides'},
      side('It is so', yes.filter(passesFilters)),
      side('It is not so', no.filter(passesFilters)),
    ),
  );
}

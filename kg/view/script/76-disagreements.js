// Where the articles disagree: both sentences side by side.
function showDisagreements() {
  const all = disagreements.filter(({one, other}) => passesFilters(one) && passesFilters(other));
  $('disagreements').replaceChildren(
    h(
      'div',
      {class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Disagreements'},
      h('h2', {class: 'hidden'}, 'Disagreements'),
      h(
        'p',
        {class: 'intro'},
        all.length
          ? `${plural(all.length, 'pair', 'pairs')} of statements that cannot both be so. Claims and denials count here too.`
          : 'No text contradicts what another, or the same, says.',
      ),
      grown('ol', all, disagreementElement, 30, 'disagreements'),
    ),
  );
}
function disagreementElement({how, one, other}) {
  const isDenied = statusOf(other) === DENIED;
  const side = (title, s) => h('div', {class: 'side'}, h('h4', {}, title), sentenceCard(sentenceOf(s), [s], -1));
  return h(
    'li',
    {class: 'versus'},
    h('h3', {}, isDenied ? statementText(other) : capital(how)),
    h(
      'div',
      {class: 'sides'},
      side(isDenied ? 'It is so' : statementText(one), one),
      side(isDenied ? 'It is not so' : statementText(other), other),
    ),
  );
}

// The questions of the library, answered from the statements of this page.
const KINDS = new Map([
  ['said', {fits: s => holdersOf(s).length > 0 && !isDerived(s), by: s => holdersOf(s)[0], name: entityName}],
  [
    'claimed',
    {
      fits: s => statusOf(s) > ASSERTED && statusOf(s) <= UNREALISED && !isDerived(s),
      by: statusOf,
      name: status => words.statuses[status].name,
    },
  ],
]);
// Some questions are answered by a view, one by asking back.
function ask(n) {
  const question = words.questions[n];
  if (question.kind === 'path') askPath();
  else if (question.kind === 'timeline') setView('timeline');
  else if (question.kind === 'contradictions') setView('disagreements');
  else choose({kind: 'question', n});
}
const countAnswers = question =>
  question.kind === 'path'
    ? +(linesAt.filter(list => list.length).length > 1)
    : question.kind === 'timeline'
      ? count(1, s => (dayOf(s) && !isDerived(s) ? 0 : -1))[0]
      : question.kind === 'contradictions'
        ? disagreements.length
        : answers(question).length;
const answered = new Map();
function answers(question) {
  if (!answered.has(question.name))
    answered.set(question.name, KINDS.has(question.kind) ? told(question) : facing(question));
  return answered.get(question.name);
}
const byRank = (a, b) => subjectOf(a) - subjectOf(b) || endOf(a) - endOf(b) || a - b;
// Of statements that say the same, the first.
function distinct(list) {
  const found = new Map();
  for (const s of list) {
    const key = `${statementText(s)}${JSON.stringify(rolesOf(s))}${statusOf(s)}`;
    if (!found.has(key)) found.set(key, s);
  }
  return [...found.values()];
}
// Facts of some relations; a projection is left out where the whole is an answer too.
function facing({relations = []}) {
  const wanted = new Set(relations),
    fits = s => statusOf(s) === ASSERTED && wanted.has(relationLocal(relationOf(s)));
  return distinct(range(0, S).filter(s => fits(s) && !(isDerived(s) && fits(derivedOf(s))))).sort(byRank);
}
function told({kind}) {
  const {fits, by} = KINDS.get(kind);
  return distinct(range(0, S).filter(fits)).sort((a, b) => by(a) - by(b) || byRank(a, b));
}
const withRelation = n =>
  distinct(range(0, S).filter(s => relationOf(s) === n)).sort((a, b) => statusOf(a) - statusOf(b) || byRank(a, b));
function questionCard({n}) {
  const question = words.questions[n],
    found = answers(question),
    kind = KINDS.get(question.kind);
  const shown = list => (kind ? inParts(list, kind) : answerList(list));
  return [
    back(),
    heading(
      question.ask,
      plural(found.length, 'answer', 'answers') + (kind ? '' : ', facts only; the picture shows them'),
    ),
    narrowed(found, shown),
    h('p', {class: 'note'}, 'In a terminal: ', h('code', {}, `kg query ${question.name}`)),
  ];
}
// A list with a field above it that leaves only answers with some words in them or in their sentences.
function narrowed(found, shown) {
  const box = h('div', {}, shown(found));
  if (found.length < 6) return box;
  const about = s => fold([statementText(s), ...holdersOf(s).map(entityName), quoteOf(sentenceOf(s))].join(' '));
  const only = event => {
    const wanted = fold(event.target.value.trim()).split(' ');
    const left = found.filter(s => wanted.every(word => about(s).includes(word)));
    box.replaceChildren(left.length ? shown(left) : h('p', {class: 'note'}, 'No answer has these words.'));
    say(plural(left.length, 'answer', 'answers'));
  };
  const label = 'Only answers with these words';
  return [
    h(
      'p',
      {class: 'narrow'},
      h('input', {type: 'text', placeholder: `${label} …`, 'aria-label': label, on: {input: only}}),
    ),
    box,
  ];
}
function relationCard({n}) {
  const found = withRelation(n);
  return [back(), heading(`“${relationName(n)}”`, countByStatus(found)), narrowed(found, answerList)];
}
const answerList = found =>
  grown('ul', found, s => h('li', {class: 'answer'}, statementLine(s, -1), badge(s), proof(s)), 25, 'answers');
// Answers under the names of whoever says so, or of their status.
function inParts(found, {by, name}) {
  const groups = new Map();
  for (const s of found) groups.set(by(s), [...(groups.get(by(s)) || []), s]);
  const order = [...groups].sort((a, b) => b[1].length - a[1].length || a[0] - b[0]);
  return grown(
    'div',
    order,
    ([key, list]) =>
      h(
        'details',
        {class: 'parted', open: order.length < 5},
        h('summary', {}, `${name(key)} `, h('b', {class: 'count'}, String(list.length))),
        grown('ul', list, s => h('li', {class: 'answer'}, statementLine(s, -1), badge(s), proof(s)), 8, 'answers'),
      ),
    15,
    'names',
  );
}
const badge = s => (statusOf(s) === ASSERTED ? '' : h('p', {class: 'notes'}, statusBadge(s)));
// The sentence behind an answer, built when it is asked for.
function proof(s) {
  const box = h(
    'details',
    {class: 'proof', on: {toggle: () => box.children.length < 2 && box.append(sentenceCard(sentenceOf(s), [s], -1))}},
    h('summary', {}, 'Sentence'),
  );
  return box;
}

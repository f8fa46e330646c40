// Example questions, answered from the statements of this page.
function questionCard({n}) {
  const question = words.questions[n],
    found = answers(question);
  return [
    back(),
    heading(question.ask, plural(found.length, 'answer', 'answers')),
    question.kind === 'contradictions'
      ? found.slice(0, 40).map(pair =>
          h(
            'article',
            {class: 'versus'},
            pair.map(s => sentenceCard(sentenceOf(s), [s], -1)),
          ),
        )
      : grown('ul', found, s => h('li', {class: 'answer'}, statementLine(s, -1), proof(s)), 25, 'answers'),
  ];
}
// The sentence behind an answer, built when it is asked for.
function proof(s) {
  const box = h(
    'details',
    {class: 'proof', on: {toggle: () => box.children.length < 2 && box.append(sentenceCard(sentenceOf(s), [s], -1))}},
    h('summary', {}, 'Sentence'),
  );
  return box;
}
function answers(question) {
  if (question.kind === 'contradictions') return contradictions();
  const wanted = new Set(question.relations || []),
    seen = new Set(),
    found = [];
  for (let s = 0; s < S; s++) {
    const fits = question.relations
      ? statusOf(s) === ASSERTED && wanted.has(relationLocal(relationOf(s)))
      : statusOf(s) === question.status;
    if (!fits || (question.relations && derivedOf(s) >= 0 && wanted.has(relationLocal(relationOf(derivedOf(s))))))
      continue;
    const key = statementText(s) + JSON.stringify(rolesOf(s));
    if (!seen.has(key)) {
      seen.add(key);
      found.push(s);
    }
  }
  return found;
}
let disagreement = null;
function contradictions() {
  if (disagreement) return disagreement;
  const said = new Map();
  for (let s = 0; s < S; s++) {
    const key = tripleKey(s),
      status = statusOf(s);
    if (status > DENIED) continue;
    if (!said.has(key)) said.set(key, [-1, -1]);
    const side = said.get(key),
      i = status === DENIED ? 1 : 0;
    if (side[i] < 0 || (i === 0 && status < statusOf(side[0]))) side[i] = s;
  }
  return (disagreement = [...said.values()].filter(([yes, no]) => yes >= 0 && no >= 0));
}

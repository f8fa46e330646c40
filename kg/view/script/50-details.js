// The details: from a name or a line to the sentences behind it, each sentence once.
const PAGE_OF = 12;
function showDetails() {
  const chosen = state.chosen, kinds = new Map([['e', entityCard], ['pair', pairCard], ['path', pathCard], ['article', articleCard], ['question', questionCard]]);
  const panel = $('details');
  panel.replaceChildren(...(chosen ? kinds.get(chosen.kind)(chosen) : startCard()).flat().filter(Boolean));
  panel.scrollTop = 0;
}
const entityButton = (e, properties = {}) => button(entityName(e), () => choose({kind: 'e', e}), {class: 'entity', ...properties});
const back = () => h('p', {class: 'back'}, button('← Overview', () => choose(null), {class: 'quiet'}));
const heading = (text, sub) => [h('h2', {}, text), sub && h('p', {class: 'sub'}, sub)];
const section = (title, ...children) => h('section', {}, h('h3', {}, title), ...children);

function startCard() {
  const others = [1, 2, 3].filter(n => statusCounts[n]);
  const asked = words.questions.map((question, n) => [n, question, answers(question)]).filter(([, , found]) => found.length);
  const best = Array.from({length: Math.min(8, E)}, (_, e) => e).filter(e => linesAt[e].length);
  return [
    h('h2', {}, 'Start here'),
    h('p', {class: 'lead'}, E ? 'Pick a name or a line in the picture to read the sentences behind it, search above, or ask:' : 'This graph holds no entities. Build one with kg build and a folder of articles.'),
    asked.length > 0 && h('ul', {class: 'questions'}, asked.slice(0, 7).map(([n, question, found]) => h('li', {}, h('button', {type: 'button', on: {click: () => choose({kind: 'question', n})}}, h('span', {}, question.ask), h('b', {}, found.length.toLocaleString('en')))))),
    best.length > 0 && section('Most connected', h('p', {class: 'chips'}, best.map(e => h('button', {type: 'button', class: 'chip', on: {click: () => choose({kind: 'e', e})}}, glyph(entityType(e)), entityName(e))))),
    E > 0 && section('How to read it', h('p', {class: 'note'},
      `The picture draws ${plural(facts.size, 'fact', 'facts')}: what the articles state in their own voice. `,
      others.length ? `What is ${listed(others.map(n => words.statuses[n].chip))} stays apart: switch it on above the picture and it appears as dashed lines.` : '')),
    content.documents.length > 0 && section(plural(content.documents.length, 'article', 'articles'), articleList(6)),
  ];
}
function articleList(limit) {
  const order = content.documents.map((_, d) => d).sort((a, b) => documentCounts[b] - documentCounts[a] || a - b);
  const item = d => h('li', {}, button(documentTitle(d), () => choose({kind: 'article', n: d}), {class: 'entity'}), h('span', {class: 'sub'}, [shownDate(documentDate(d)), plural(documentCounts[d], 'statement', 'statements')].filter(Boolean).join(' · ')));
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
    else { more.textContent = `Show more (${(items.length - shown).toLocaleString('en')} ${what} left)`; box.append(more); }
  }
  grow(limit);
  return box;
}

function entityCard({e}) {
  const all = partOf[e].filter(s => visible(s)), values = all.filter(s => subjectOf(s) === e && valueKind(objectOf(s)) === 'words' && objectOf(s).length < 60 && statusOf(s) === ASSERTED);
  const hiddenCount = partOf[e].length - all.length;
  const factCount = new Set(all.filter(s => statusOf(s) === ASSERTED && (subjectOf(s) === e || endOf(s) === e)).map(tripleKey)).size;
  return [
    back(),
    h('div', {class: 'title'}, glyph(entityType(e)), h('h2', {}, entityName(e))),
    h('p', {class: 'sub'}, [typeName(entityType(e)), plural(factCount, 'fact', 'facts'), plural(new Set(partOf[e].map(documentOf)).size, 'article', 'articles')].join(' · ')),
    entityAliases(e).length > 0 && h('p', {class: 'sub'}, 'Also called ', listed(entityAliases(e).slice(0, 8))),
    h('p', {class: 'actions'},
      button('Focus', () => focusOn(e), {title: 'Only what is near'}), button(`Expand${notDrawn(e).length ? ` +${Math.min(25, notDrawn(e).length)}` : ''}`, () => expand(e), {disabled: notDrawn(e).length === 0}),
      button('Path to …', () => askPath(e)), button('Hide', () => hide(e))),
    values.length > 0 && h('dl', {class: 'values'}, values.slice(0, 12).map(s => [h('dt', {}, relationName(relationOf(s))), h('dd', {}, objectOf(s))])),
    neighbourList(e, all),
    all.length > 0 ? section('In the articles', sentenceList(all, e)) : h('p', {class: 'note'}, partOf[e].length ? 'Nothing about it passes the filters.' : 'The articles mention it, and state nothing about it.'),
    hiddenCount > 0 && h('p', {class: 'note'}, `${plural(hiddenCount, 'statement is', 'statements are')} switched off by the filters. `, button('Show all', showAll, {class: 'quiet'})),
    section('Identity', h('dl', {class: 'values'}, h('dt', {}, 'IRI'), h('dd', {}, h('code', {}, entityIri(e)), ' ', button('Copy', () => copy(entityIri(e), 'IRI'), {class: 'quiet'})),
      entityLinks(e).map(link => [h('dt', {}, 'Elsewhere'), h('dd', {}, outside(link, link))]))),
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
    const out = subjectOf(s) === e, other = out ? endOf(s) : subjectOf(s);
    if (!out && endOf(s) !== e) continue;
    const key = out ? `${lineWords(s)} →` : `← ${lineWords(s)}`;
    if (!groups.has(key)) groups.set(key, new Set());
    groups.get(key).add(other);
  }
  if (!groups.size) return null;
  const order = [...groups].sort((a, b) => b[1].size - a[1].size || (a[0] < b[0] ? -1 : 1)).slice(0, 10);
  return section('Stated as fact', h('dl', {class: 'near'}, order.map(([key, found]) => [h('dt', {}, key), h('dd', {}, [...found].slice(0, 8).map(other => entityButton(other)), found.size > 8 ? ` and ${found.size - 8} more` : '')])));
}
const derivedShown = (s, all) => derivedOf(s) >= 0 && all.includes(derivedOf(s)) && statementText(s) === statementText(derivedOf(s));

function pairCard({ends: [a, b]}) {
  const all = [...new Set([...linesAt[a]].filter(s => (subjectOf(s) === a && endOf(s) === b) || (subjectOf(s) === b && endOf(s) === a)))].filter(visible);
  return [
    back(),
    h('div', {class: 'title pair'}, h('h2', {}, entityButton(a), h('span', {class: 'and'}, ' and '), entityButton(b))),
    h('p', {class: 'sub'}, countByStatus(all)),
    all.length ? sentenceList(all, -1) : h('p', {class: 'note'}, 'No statement between these two passes the filters.'),
  ];
}
function countByStatus(all) {
  return content.statuses.map((_, n) => [all.filter(s => statusOf(s) === n).length, n]).filter(([found]) => found).map(([found, n]) => n === 0 ? plural(found, 'statement of fact', 'statements of fact') : `${found} ${words.statuses[n].chip}`).join(' · ');
}
function pathCard({ends: [a, b], way}) {
  if (!way || !way.length) return [back(), heading('No path'), h('p', {class: 'note'}, `${entityName(a)} and ${entityName(b)} are not connected by what is shown. `, state.statuses.size < 4 ? button('Look through claims and denials too', () => { showAll(); findPath(a, b); }, {class: 'quiet'}) : '')];
  return [
    back(), heading(`${entityName(a)} to ${entityName(b)}`, `${plural(way.length - 1, 'step', 'steps')}, the shortest way through what is shown`),
    h('ol', {class: 'way'}, way.slice(1).map((to, i) => {
      const from = way[i], all = linesAt[from].filter(s => passing[s] && (endOf(s) === to || subjectOf(s) === to));
      return h('li', {}, h('p', {class: 'hop'}, entityButton(from), ' — ', entityButton(to)), sentenceList(all, -1, 2));
    })),
  ];
}
function articleCard({n}) {
  const all = [];
  for (let s = 0; s < S; s++) if (documentOf(s) === n) all.push(s);
  const [, source, url, date, site, author] = content.documents[n];
  return [
    back(), heading(documentTitle(n), [site, author, shownDate(date || '')].filter(Boolean).join(' · ')),
    h('p', {class: 'sub'}, countByStatus(all)),
    h('p', {class: 'sub'}, url ? outside(url, url) : source),
    h('p', {class: 'actions'}, button('Only this article', () => onlyArticle(n))),
    all.length ? sentenceList(all, -1, 40) : h('p', {class: 'note'}, 'No statement was read from this article.'),
  ];
}
function questionCard({n}) {
  const question = words.questions[n], found = answers(question);
  return [
    back(), heading(question.ask, plural(found.length, 'answer', 'answers')),
    question.kind === 'contradictions' ? found.slice(0, 40).map(pair => h('article', {class: 'versus'}, pair.map(s => sentenceCard(sentenceOf(s), [s], -1)))) : grown('ul', found, s => h('li', {class: 'answer'}, statementLine(s, -1), proof(s)), 25, 'answers'),
  ];
}
// The sentence behind an answer, built when it is asked for.
function proof(s) {
  const box = h('details', {class: 'proof', on: {toggle: () => box.children.length < 2 && box.append(sentenceCard(sentenceOf(s), [s], -1))}}, h('summary', {}, 'Sentence'));
  return box;
}
function answers(question) {
  if (question.kind === 'contradictions') return contradictions();
  const wanted = new Set(question.relations || []), seen = new Set(), found = [];
  for (let s = 0; s < S; s++) {
    const fits = question.relations ? statusOf(s) === ASSERTED && wanted.has(relationLocal(relationOf(s))) : statusOf(s) === question.status;
    if (!fits || (question.relations && derivedOf(s) >= 0 && wanted.has(relationLocal(relationOf(derivedOf(s)))))) continue;
    const key = statementText(s) + JSON.stringify(rolesOf(s));
    if (!seen.has(key)) { seen.add(key); found.push(s); }
  }
  return found;
}
let disagreement = null;
function contradictions() {
  if (disagreement) return disagreement;
  const said = new Map();
  for (let s = 0; s < S; s++) {
    const key = tripleKey(s), status = statusOf(s);
    if (status > DENIED) continue;
    if (!said.has(key)) said.set(key, [-1, -1]);
    const side = said.get(key), i = status === DENIED ? 1 : 0;
    if (side[i] < 0 || (i === 0 && status < statusOf(side[0]))) side[i] = s;
  }
  return disagreement = [...said.values()].filter(([yes, no]) => yes >= 0 && no >= 0);
}

// Statements grouped by their sentence: facts first, then in the order of the articles.
function sentenceList(all, about, limit = PAGE_OF) {
  const groups = new Map();
  for (const s of all) { const at = sentenceOf(s); if (!groups.has(at)) groups.set(at, []); groups.get(at).push(s); }
  const best = list => Math.min(...list.map(statusOf));
  const order = [...groups].sort((a, b) => state.chosen && state.chosen.kind === 'article' ? a[0] - b[0] : best(a[1]) - best(b[1]) || a[0] - b[0]);
  return grown('div', order, ([sentence, list]) => sentenceCard(sentence, list, about), limit, 'sentences');
}
function sentenceCard(sentence, list, about) {
  const [d, index, quote] = content.sentences[sentence];
  const mine = list.filter(s => !derivedShown(s, list));
  const text = h('blockquote', {}, marked(quote, mine, about));
  const rows = mine.map(s => {
    const row = h('li', {class: `is-${content.statuses[statusOf(s)]}`}, statementLine(s, about), statementNotes(s));
    const light = on => text.replaceChildren(...marked(quote, on ? [s] : mine, on ? -1 : about));
    ['mouseenter', 'focusin'].forEach(event => row.addEventListener(event, () => mine.length > 1 && light(true)));
    ['mouseleave', 'focusout'].forEach(event => row.addEventListener(event, () => mine.length > 1 && light(false)));
    return row;
  });
  return h('article', {class: 'sentence'}, text, h('ul', {class: 'statements'}, rows), h('footer', {}, sourceLine(d, index)));
}
function sourceLine(d, index) {
  if (d < 0) return `sentence ${index + 1}`;
  const [title, source, url, date, site] = content.documents[d];
  return [site && [site, ': '], button(title, () => choose({kind: 'article', n: d}), {class: 'entity'}), ' · ', date ? [shownDate(date), ' · '] : '', `sentence ${index + 1}`, url ? [' · ', outside(url, 'Source')] : source && source !== title ? [' · ', source] : ''];
}
// The sentence with its spans marked; where marks overlap, a stretch carries all of them.
function marked(quote, list, about) {
  const marks = [];
  for (const s of list) {
    const found = marksOf(s);
    for (let i = 0; i < found.length; i += 3) {
      const me = (found[i] === 0 && subjectOf(s) === about) || (found[i] === 1 && valueKind(objectOf(s)) === 'entity' && objectOf(s) - 1 === about);
      if (found[i] === 3 && list.length > 1) continue;
      marks.push([found[i + 1], found[i + 2], me ? 'me' : ['subject', 'object', 'cue', 'relation'][found[i]]]);
    }
  }
  const cuts = [...new Set([0, quote.length, ...marks.flatMap(([begin, end]) => [begin, end])])].sort((a, b) => a - b);
  return cuts.slice(1).map((end, i) => {
    const begin = cuts[i], kinds = new Set(marks.filter(mark => mark[0] <= begin && mark[1] >= end).map(mark => mark[2]));
    if (kinds.has('me')) { kinds.delete('subject'); kinds.delete('object'); }
    if (kinds.has('object') && kinds.size > 1 && list.length === 1) kinds.delete('object');
    const text = quote.slice(begin, end);
    return kinds.size ? h('mark', {class: [...kinds].join(' ')}, text) : text;
  });
}
function statementLine(s, about) {
  return h('p', {class: 'said'}, parts(s, about, 0), rolesOf(s).map(([role, value]) => [' ', h('span', {class: 'role'}, Object.hasOwn(words.roles, role) ? words.roles[role] : role), ' ', valueElement(value, about, 0)]));
}
function parts(s, about, depth) {
  return [who(subjectOf(s), about), ' ', h('em', {}, relationName(relationOf(s))), ' ', valueElement(objectOf(s), about, depth)];
}
const who = (e, about) => e === about ? h('b', {}, entityName(e)) : entityButton(e);
function valueElement(value, about, depth) {
  const kind = valueKind(value);
  if (kind === 'entity') return who(value - 1, about);
  if (kind === 'words') return h('span', {class: 'literal'}, value);
  if (kind === 'none') return '';
  const inner = innerOf(value);
  return depth > 2 ? '…' : h('span', {class: 'inner'}, parts(inner, about, depth + 1), statusOf(inner) === ASSERTED ? '' : h('small', {}, ` (${statusShort(inner)})`));
}
const ICONS = ['●', '❝', '✕', '◌', '⊘'];
function statementNotes(s) {
  const [text, from, to] = timeOf(s), status = content.statuses[statusOf(s)];
  const when = text || shownDate(from);
  return h('p', {class: 'notes'},
    h('span', {class: `badge ${status}`}, h('span', {'aria-hidden': 'true'}, `${ICONS[statusOf(s)]} `), statusText(s)),
    relayedOf(s).length ? [' relayed by ', listed(relayedOf(s).map(entityName))] : '',
    when ? h('span', {title: [from, to].filter(Boolean).join(' to ') || null}, when, text && from ? ` (${shownDate(from)}${to && to !== from ? ` – ${shownDate(to)}` : ''})` : '') : '',
    h('span', {}, `${confidenceOf(s)} % sure`), ruleOf(s) ? h('span', {}, 'read by ', h('code', {}, ruleOf(s))) : '');
}
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
function shownDate(date) {
  const found = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(date || '');
  return found ? [found[3] && String(+found[3]), found[2] && MONTHS[found[2] - 1], found[1]].filter(Boolean).join(' ') : '';
}

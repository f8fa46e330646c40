// The content as packed.py wrote it, and indexes over it. Keys that come from articles stand in Maps, never in objects.
const content = JSON.parse(document.getElementById('content').textContent);
const words = content.words;
const ASSERTED = 0,
  CLAIMED = 1,
  DENIED = 2,
  UNREALISED = 3;
const E = content.entities.length,
  S = content.statements.length;
const LIMIT = 300,
  NAME = 28;

const entityName = e => content.entities[e][0] || '';
const entityType = e => content.entities[e][1] || 0;
const entityIri = e => {
  const tail = content.entities[e][2] || entityName(e).replaceAll(' ', '_');
  return /^[a-z]+:/i.test(tail) && !tail.startsWith(content.base) && tail.includes('://') ? tail : content.base + tail;
};
const entityKey = e => (entityIri(e).startsWith(content.base) ? entityIri(e).slice(content.base.length) : entityIri(e));
const entityAliases = e => content.entities[e][3] || [];
const entityLinks = e => content.entities[e][4] || [];
const typeName = t => capital(content.types[t][1]);
const relationName = r => content.relations[r][1];
// The words of a statement's relation: of "two men" not "denies" but "deny".
const pluralSubjects = new Set(content.several);
const relationWords = s => {
  const [, one, many] = content.relations[relationOf(s)];
  return (pluralSubjects.has(subjectOf(s)) && many) || one;
};
const relationIri = r => content.relations[r][0];
const relationLocal = r => relationIri(r).split(/[#/]/).pop();
const typeLocal = t => content.types[t][0].split(/[#/]/).pop();
// A document: title, key, source, address, day, site, author, text, mentions.
const documentTitle = d => (d < 0 ? 'an article' : content.documents[d][0] || 'an article');
const documentKey = d => content.documents[d][1] || '';
const documentIri = d => (documentKey(d).includes('://') ? '' : content.documentBase) + documentKey(d);
const dataFiles = new Set(content.dataFiles);
// How many articles and files of triples some documents are.
function documentsText(list) {
  const files = list.filter(d => dataFiles.has(d)).length;
  const parts = [
    [list.length - files, 'article', 'articles'],
    [files, 'data file', 'data files'],
  ];
  return listed(parts.filter(([n]) => n).map(part => plural(...part)));
}
const allDocuments = content.documents.map((_, d) => d);
const documentDate = d => (d < 0 ? '' : content.documents[d][4] || '');
const documentText = d => (d < 0 ? '' : content.documents[d][7] || '');
// A sentence: document, its number there, and where it stands in the text, or its own words where there is no text.
const placeOf = n => content.sentences[n];
const quoteOf = n => {
  const [d, , begin, end] = placeOf(n);
  return typeof end === 'string' ? end : documentText(d).slice(begin, end);
};
const documentAt = n => placeOf(n)[0];
const capital = text => text.charAt(0).toUpperCase() + text.slice(1);
const plural = (n, one, many) => `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
const short = name => {
  const letters = Array.from(name);
  return letters.length > NAME
    ? letters
        .slice(0, NAME - 1)
        .join('')
        .trimEnd() + '…'
    : name;
};

// One statement by number: accessors instead of objects keep fifty thousand of them cheap.
const statement = s => content.statements[s];
const subjectOf = s => statement(s)[0] || 0;
const relationOf = s => statement(s)[1] || 0;
const objectOf = s => statement(s)[2] || 0;
const statusOf = s => statement(s)[3] || 0;
const sentenceOf = s => statement(s)[4] || 0;
const confidenceOf = s => statement(s)[5] || 0;
const ruleOf = s => content.rules[statement(s)[6] || 0] || '';
const marksOf = s => statement(s)[7] || [];
const isNegative = s => ((statement(s)[8] || 0) & 1) > 0;
const wordingOf = s => content.wordings[(statement(s)[8] || 0) >> 1];
const holdersOf = s => statement(s)[9] || [];
const relayedOf = s => statement(s)[10] || [];
const rolesOf = s => statement(s)[11] || [];
const timeOf = s => statement(s)[12] || ['', '', ''];
const derivedOf = s => (statement(s)[13] || 0) - 1;
const documentOf = s => documentAt(sentenceOf(s));
// The day that the text tells, by which it is put in order: the first one, or the last where only that is told.
const dayOf = s => timeOf(s)[1] || timeOf(s)[2] || '';
const dateOf = s => dayOf(s) || documentDate(documentOf(s));

// What a value is: an entity, a statement, words, or nothing.
const valueKind = value =>
  value === 0 ? 'none' : typeof value === 'number' ? 'entity' : typeof value === 'string' ? 'words' : 'statement';
const innerOf = value => (value[0] === 's' ? value[1] : value[0]);
const endOf = s => {
  const value = objectOf(s);
  return valueKind(value) === 'entity' ? value - 1 : valueKind(value) === 'statement' ? value[1] : -1;
};
const hasLine = s => endOf(s) >= 0 && endOf(s) !== subjectOf(s);

// What the line of a statement says; "opposes: Brightwater sells" when it ends inside another statement, "denies: it sells …" when at its subject.
function lineWords(s) {
  const value = objectOf(s);
  if (valueKind(value) !== 'statement') return relationWords(s);
  const inner = innerOf(value),
    end = endOf(s);
  const who = subjectOf(inner) === end ? 'it' : entityName(subjectOf(inner)),
    kind = valueKind(objectOf(inner)),
    isCut = kind === 'words' || (kind === 'entity' && objectOf(inner) - 1 !== end);
  return `${relationWords(s)}: ${who} ${lineWords(inner)}${isCut ? ' …' : ''}`;
}

function valueText(value, depth = 0) {
  const kind = valueKind(value);
  if (kind === 'entity') return entityName(value - 1);
  if (kind === 'statement') return depth > 3 ? '…' : statementText(innerOf(value), depth + 1);
  return kind === 'words' ? value : '';
}
const statementText = (s, depth = 0) =>
  [
    entityName(subjectOf(s)),
    relationWords(s) + (valueKind(objectOf(s)) === 'statement' ? ':' : ''),
    valueText(objectOf(s), depth),
  ]
    .join(' ')
    .trim();

// Every statement an entity takes part in: as subject, object, holder, in a role, or inside the statement that is the object.
const partOf = Array.from({length: E}, () => []);
const linesAt = Array.from({length: E}, () => []);
function takesPart(e, s) {
  const list = partOf[e];
  if (e >= 0 && list[list.length - 1] !== s) list.push(s);
}
function takePart(s, value, depth) {
  if (valueKind(value) === 'entity') takesPart(value - 1, s);
  else if (valueKind(value) === 'statement' && depth < 3) {
    takesPart(subjectOf(innerOf(value)), s);
    takePart(s, objectOf(innerOf(value)), depth + 1);
  }
}
for (let s = 0; s < S; s++) {
  takesPart(subjectOf(s), s);
  takePart(s, objectOf(s), 0);
  holdersOf(s).forEach(e => takesPart(e, s));
  rolesOf(s).forEach(([, value]) => takePart(s, value, 0));
  if (hasLine(s)) {
    linesAt[subjectOf(s)].push(s);
    linesAt[endOf(s)].push(s);
  }
}

const count = (size, of) => {
  const found = new Array(size).fill(0);
  for (let s = 0; s < S; s++) {
    const i = of(s);
    if (i >= 0) found[i]++;
  }
  return found;
};
const statusCounts = count(5, statusOf);
const relationCounts = count(content.relations.length, relationOf);
const documentCounts = count(content.documents.length, documentOf);
const typeCounts = new Array(content.types.length).fill(0);
for (let e = 0; e < E; e++) typeCounts[entityType(e)]++;
const tripleKey = s => `${subjectOf(s)} ${relationOf(s)} ${JSON.stringify(objectOf(s))}`;
const facts = new Set();
for (let s = 0; s < S; s++) if (statusOf(s) === ASSERTED) facts.add(tripleKey(s));

// Statements stand in the order of their sentences, sentences in the order of their documents.
const firstAt = new Int32Array(content.sentences.length + 1);
for (let s = 0; s < S; s++) firstAt[sentenceOf(s) + 1]++;
for (let n = 0; n < content.sentences.length; n++) firstAt[n + 1] += firstAt[n];
const range = (from, to) => Array.from({length: Math.max(0, to - from)}, (_, i) => from + i);
const statementsOf = n => range(firstAt[n], firstAt[n + 1]);
function firstWith(test, size) {
  let low = 0,
    high = size;
  while (low < high) {
    const middle = (low + high) >> 1;
    test(middle) ? (high = middle) : (low = middle + 1);
  }
  return low;
}
const sentencesIn = d =>
  range(
    firstWith(n => documentAt(n) >= d, content.sentences.length),
    firstWith(n => documentAt(n) > d, content.sentences.length),
  );
const statementsIn = d => {
  const found = sentencesIn(d);
  return found.length ? range(firstAt[found[0]], firstAt[found[found.length - 1] + 1]) : [];
};
// How many documents say the same; counted when it is first asked for.
let saidIn = null;
function sourcesOf(s) {
  if (!saidIn) {
    const found = new Map();
    for (let n = 0; n < S; n++) {
      const key = `${statusOf(n)} ${tripleKey(n)}`;
      if (!found.has(key)) found.set(key, new Set());
      found.get(key).add(documentOf(n));
    }
    saidIn = found;
  }
  return saidIn.get(`${statusOf(s)} ${tripleKey(s)}`).size;
}

// A statement's status in words, as `kg explain` says it: "claimed by Ines Okafor", "the opposite is demanded by ...".
function statusText(s) {
  const [word, by] = wordingOf(s),
    status = statusOf(s);
  if (status > UNREALISED) return words.statuses[status].chip;
  const holders = listed(holdersOf(s).map(entityName));
  return (
    (isNegative(s) && status === UNREALISED ? 'the opposite is ' : '') + word + (holders ? ` ${by} ${holders}` : '')
  );
}
const isDerived = s => derivedOf(s) >= 0;
function listed(names) {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;
}

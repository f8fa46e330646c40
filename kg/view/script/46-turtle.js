// What a reader takes along as text: the view as Turtle, a query for it, a sentence as one would cite it.
const iriRef = iri =>
  `<${iri.replace(/[\x00-\x20<>"{}|^`\\]/g, encodeURIComponent).replace(/%(?![0-9a-f]{2})/gi, '%25')}>`;
const prefixed = new Map(Object.entries(content.prefixes).map(([prefix, iri]) => [iri, prefix]));
function named(iri) {
  const cut = Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1,
    prefix = prefixed.get(iri.slice(0, cut));
  return prefix && /^[\p{L}_][\p{L}\p{N}_]*$/u.test(iri.slice(cut)) ? `${prefix}:${iri.slice(cut)}` : iriRef(iri);
}
const ESCAPES = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['"', '\\"'],
  ['\\', '\\\\'],
]);
const literal = text =>
  `"${text.replace(/["\\\x00-\x1f]/g, c => ESCAPES.get(c) || `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)}"`;
const entityTerm = e => named(entityIri(e));
// The passage of a sentence, counted in characters as the graph counts, not in units as browsers do.
function passage(n) {
  const [d, , begin] = placeOf(n),
    text = documentText(d),
    at = text ? Array.from(text.slice(0, begin)).length : begin;
  return iriRef(`${d < 0 ? content.documentBase : documentIri(d)}#char=${at},${at + Array.from(quoteOf(n)).length}`);
}
const indented = (subject, properties) => `${subject} ${properties.join(' ;\n    ')} .`;
// Facts as triples, every statement with its status and sentence; what is only claimed or denied is no triple here either.
function turtle(list) {
  const all = new Set(list);
  for (const s of all) if (valueKind(objectOf(s)) === 'statement') all.add(innerOf(objectOf(s)));
  const about = new Set([...all].flatMap(s => [subjectOf(s), ...holdersOf(s), endOf(s)]).filter(e => e >= 0));
  const term = value =>
    valueKind(value) === 'entity'
      ? entityTerm(value - 1)
      : valueKind(value) === 'statement'
        ? `_:s${innerOf(value)}`
        : valueKind(value) === 'words'
          ? literal(value)
          : 'true';
  const entity = e =>
    indented(entityTerm(e), [`a ${named(content.types[entityType(e)][0])}`, `rdfs:label ${literal(entityName(e))}`]);
  const fact = s => `${entityTerm(subjectOf(s))} ${named(relationIri(relationOf(s)))} ${term(objectOf(s))} .`;
  const told = s =>
    indented(`_:s${s}`, [
      'a kg:Statement',
      `rdf:subject ${entityTerm(subjectOf(s))}`,
      `rdf:predicate ${named(relationIri(relationOf(s)))}`,
      `rdf:object ${term(objectOf(s))}`,
      ...rolesOf(s)
        .filter(([role]) => /^\w+$/.test(role))
        .map(([role, value]) => `kg:${role} ${term(value)}`),
      statusOf(s) > UNREALISED ? 'kg:review kg:Rejected' : `kg:status kg:${capital(content.statuses[statusOf(s)])}`,
      ...holdersOf(s).map(e => `kg:attributedTo ${entityTerm(e)}`),
      `kg:evidence ${passage(sentenceOf(s))}`,
    ]);
  const order = [...all].sort((a, b) => a - b),
    sentences = new Set(order.map(sentenceOf)),
    documents = new Set([...sentences].map(documentAt).filter(d => d >= 0));
  const body = [
    ...new Set(order.filter(s => statusOf(s) === ASSERTED).map(fact)),
    ...[...about].map(entity),
    ...order.map(told),
    ...[...sentences].map(n => indented(passage(n), ['a kg:Sentence', `kg:quote ${literal(quoteOf(n))}`])),
    ...[...documents].map(d =>
      indented(iriRef(documentIri(d)), ['a kg:Document', `dcterms:title ${literal(documentTitle(d))}`]),
    ),
  ].join('\n\n');
  const used = [...prefixed].filter(([, prefix]) => body.includes(`${prefix}:`) || prefix === 'rdf');
  return `${used.map(([iri, prefix]) => `@prefix ${prefix}: <${iri}> .`).join('\n')}\n\n${body}\n`;
}
// What is on the screen: the rows of the table, or what the lines of the picture stand for.
const inView = () => (state.view === 'picture' ? [...lines.values()].flatMap(line => line.list) : tableRows());
function saveTurtle() {
  const list = inView();
  save(fileName('ttl'), new Blob([turtle(list)], {type: 'text/turtle'}));
  toast(`${plural(list.length, 'statement', 'statements')} saved`);
}
// The statements of this view as a query that runs on the graph it came from.
function sparql(about = chosenEntities()) {
  const terms = about.map(entityIri).map(iriRef),
    status = [...state.statuses].filter(n => n <= UNREALISED).map(n => `kg:${capital(content.statuses[n])}`);
  const filters = [
    terms.length === 1 && `?s = ${terms[0]} || ?o = ${terms[0]}`,
    terms.length > 1 && `?s IN (${terms.join(', ')}) && ?o IN (${terms.join(', ')})`,
    state.noRelations.size && `?p NOT IN (${[...state.noRelations].map(relationIri).map(iriRef).join(', ')})`,
    state.noDocuments.size && `?document IN (${shownDocuments().map(documentIri).map(iriRef).join(', ')})`,
    state.confidence && `?confidence >= ${state.confidence / 100}`,
  ];
  return [
    ...['kg', 'rdf', 'rdfs'].map(prefix => `PREFIX ${prefix}: <${content.prefixes[prefix]}>`),
    'SELECT DISTINCT ?statement ?status ?quote WHERE {',
    '  ?st rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; rdfs:label ?statement ; kg:status ?status ;',
    '      kg:confidence ?confidence ; kg:document ?document ; kg:evidence/kg:quote ?quote .',
    `  VALUES ?status { ${status.join(' ')} }`,
    ...filters.filter(Boolean).map(filter => `  FILTER (${filter})`),
    '} ORDER BY ?statement',
    '',
  ].join('\n');
}
const shownDocuments = () => content.documents.map((_, d) => d).filter(d => !state.noDocuments.has(d));
// “Words.” Author, “Title”, Publisher, 3 March 2031, address, sentence 5.
function citation(n) {
  const [d, index] = placeOf(n);
  const [title, , source, url, date, site, author] = d < 0 ? [] : content.documents[d];
  const parts = [author, title && `“${title}”`, site, shownDate(date), url || source, `sentence ${index + 1}`];
  return `“${quoteOf(n).trim()}” ${parts.filter(Boolean).join(', ')}.`;
}

// The address: #e=Gull&s=01 ; things stand in it by their names, so that a link outlives the next build.
const numbered = (size, key) => {
  const found = new Map();
  for (let i = 0; i < size; i++) found.set(key(i), i);
  return {key, number: text => (found.has(text) ? found.get(text) : -1)};
};
const openLocal = iri => (iri.includes('/open#') ? 'open.' : '') + iri.split(/[#/]/).pop();
const byKey = {
  entity: numbered(E, entityKey),
  type: numbered(content.types.length, typeLocal),
  relation: numbered(content.relations.length, r => openLocal(relationIri(r))),
  document: numbered(content.documents.length, documentKey),
  question: numbered(words.questions.length, n => words.questions[n].name),
};
const several = (kind, list) => list.map(byKey[kind].key).join('|');
const parted = (kind, text) => (text ? text.split('|').map(byKey[kind].number) : []);
const known = (kind, text) => parted(kind, text).filter(n => n >= 0);
// What can be chosen: how it is written, and read back.
const CHOICES = new Map([
  ['e', [({e}) => byKey.entity.key(e), text => one('entity', text, e => ({kind: 'e', e}))]],
  ['pair', [({ends}) => several('entity', ends), text => two('pair', text)]],
  ['path', [({ends}) => several('entity', ends), text => two('path', text)]],
  ['said', [({ends}) => several('entity', ends), text => two('said', text)]],
  ['article', [({n}) => byKey.document.key(n), text => one('document', text, n => ({kind: 'article', n}))]],
  ['question', [({n}) => byKey.question.key(n), text => one('question', text, n => ({kind: 'question', n}))]],
  ['relation', [({n}) => byKey.relation.key(n), text => one('relation', text, n => ({kind: 'relation', n}))]],
  ['sentence', [({n}) => sentenceKey(n), sentenceBehind]],
]);
const one = (kind, text, made) => (byKey[kind].number(text) >= 0 ? made(byKey[kind].number(text)) : null);
const two = (kind, text) =>
  known('entity', text).length === 2 && text.split('|').length === 2 ? {kind, ends: known('entity', text)} : null;
const sentenceKey = n => `${documentAt(n) < 0 ? '' : documentKey(documentAt(n))}|${placeOf(n)[1]}`;
function sentenceBehind(text) {
  const cut = text.lastIndexOf('|'),
    d = byKey.document.number(text.slice(0, cut)),
    index = +text.slice(cut + 1);
  const n = d < 0 ? undefined : sentencesIn(d).find(at => placeOf(at)[1] === index);
  return n === undefined ? null : {kind: 'sentence', n};
}
// Articles that are shown or left out, whichever list is shorter.
function articleFilter() {
  const all = content.documents.map((_, d) => d),
    off = state.noDocuments;
  return off.size * 2 <= all.length
    ? [
        'no-article',
        several(
          'document',
          all.filter(d => off.has(d)),
        ),
      ]
    : [
        'only',
        several(
          'document',
          all.filter(d => !off.has(d)),
        ) || '-',
      ];
}
function address() {
  const part = new URLSearchParams(),
    chosen = state.chosen,
    put = (name, text) => text && part.set(name, text);
  if (chosen) put(chosen.kind, CHOICES.get(chosen.kind)[0](chosen));
  if (state.focus) put('focus', `${byKey.entity.key(state.focus.e)}|${state.focus.hops}`);
  const statuses = [...state.statuses].sort().join('');
  if (statuses !== '0') put('s', statuses || '-');
  put('no-type', several('type', sorted(state.noTypes)));
  put('no-relation', several('relation', sorted(state.noRelations)));
  if (state.noDocuments.size) put(...articleFilter());
  put('confidence', state.confidence && String(state.confidence));
  put('sources', state.sources > 1 && String(state.sources));
  put('from', state.from);
  put('to', state.to);
  put('view', state.view !== 'picture' && state.view);
  put('text', state.text >= 0 && byKey.document.key(state.text));
  const {column, up} = state.sorting;
  put('sort', (column || !up) && `${column}${up ? '' : '-'}`);
  put('days', state.told && 'told');
  put('colour', state.grouped && 'group');
  put('hide', several('entity', sorted(state.hidden)));
  const {added, gone} = sceneChange();
  put('add', several('entity', added));
  put('drop', several('entity', gone));
  return part.toString();
}
const sorted = set => [...set].sort((a, b) => a - b);
const day = text => (/^\d{4}(-\d\d){0,2}$/.test(text) ? text : '');
const whole = (text, low, high) => Math.min(high, Math.max(low, parseInt(text, 10) || low));
function restore(hash) {
  const part = new URLSearchParams(hash.replace(/^#/, '')),
    get = name => part.get(name) || '';
  state.statuses = new Set([...(get('s') || '0').replace(/[^0-4]/g, '')].map(Number));
  state.noTypes = new Set(known('type', get('no-type')));
  state.noRelations = new Set(known('relation', get('no-relation')));
  state.noDocuments = new Set(known('document', get('no-article')));
  if (part.has('only')) {
    const only = new Set(known('document', get('only')));
    state.noDocuments = new Set(content.documents.map((_, d) => d).filter(d => !only.has(d)));
  }
  state.confidence = whole(get('confidence'), 0, 100);
  state.sources = whole(get('sources'), 1, 99);
  state.from = day(get('from'));
  state.to = day(get('to'));
  state.view = VIEWS.includes(get('view')) ? get('view') : 'picture';
  state.text = byKey.document.number(get('text'));
  state.sorting = {column: whole(get('sort'), 0, COLUMNS.length - 1), up: !get('sort').endsWith('-')};
  state.told = get('days') === 'told';
  state.grouped = get('colour') === 'group';
  state.hidden = new Set(known('entity', get('hide')));
  const [focus, hops] = get('focus').split('|'),
    e = byKey.entity.number(focus);
  state.focus = e >= 0 ? {e, hops: whole(hops, 1, 4)} : null;
  state.chosen = null;
  for (const [kind, [, read]] of CHOICES) if (part.has(kind)) state.chosen ??= read(get(kind));
  changeScene(known('entity', get('add')), known('entity', get('drop')));
}
let written = '';
function remember() {
  const now = address();
  if (now === written) return;
  written = now;
  try {
    history.pushState(null, '', now ? `#${now}` : '#');
  } catch {
    /* a frame without an address of its own */
  }
}

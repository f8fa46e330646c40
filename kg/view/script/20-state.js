// What the reader chose: filters, selection, focus. Everything that a link or the back button should bring back.
const state = {
  statuses: new Set([ASSERTED]),
  noTypes: new Set(),
  noRelations: new Set(),
  noDocuments: new Set(),
  confidence: 0,
  from: '',
  to: '',
  chosen: null,
  focus: null,
  view: 'picture',
  hidden: new Set(),
};

function passes(s) {
  if (!state.statuses.has(statusOf(s)) || state.noRelations.has(relationOf(s)) || state.noDocuments.has(documentOf(s)))
    return false;
  if (confidenceOf(s) < state.confidence || state.noTypes.has(entityType(subjectOf(s)))) return false;
  const end = endOf(s);
  if (end >= 0 && state.noTypes.has(entityType(end))) return false;
  const date = dateOf(s);
  return (
    (!state.from || date >= state.from) && (!state.to || (date !== '' && date.slice(0, state.to.length) <= state.to))
  );
}
let passing = new Uint8Array(S),
  passed = 0;
function filter() {
  passed = 0;
  for (let s = 0; s < S; s++) passed += passing[s] = passes(s) ? 1 : 0;
}
const isFiltered = () =>
  state.noTypes.size + state.noRelations.size + state.noDocuments.size > 0 ||
  state.confidence > 0 ||
  state.from ||
  state.to;
function resetFilters() {
  [state.noTypes, state.noRelations, state.noDocuments].forEach(set => set.clear());
  Object.assign(state, {confidence: 0, from: '', to: ''});
}

// The address: #e=Gull&s=01 ; names stay readable, numbers stand for what the page counts itself.
const byKey = new Map();
for (let e = 0; e < E; e++) byKey.set(entityKey(e), e);
function address() {
  const part = new URLSearchParams(),
    chosen = state.chosen;
  if (chosen)
    part.set(
      chosen.kind,
      chosen.kind === 'e'
        ? entityKey(chosen.e)
        : chosen.kind === 'pair' || chosen.kind === 'path'
          ? chosen.ends.map(entityKey).join('|')
          : chosen.n,
    );
  if (state.focus) part.set('focus', `${entityKey(state.focus.e)}|${state.focus.hops}`);
  const statuses = [...state.statuses].sort().join('');
  if (statuses !== '0') part.set('s', statuses || '-');
  [
    ['no-type', state.noTypes],
    ['no-relation', state.noRelations],
    ['no-article', state.noDocuments],
  ].forEach(([name, set]) => set.size && part.set(name, [...set].sort((a, b) => a - b).join('.')));
  if (state.confidence) part.set('confidence', state.confidence);
  if (state.from) part.set('from', state.from);
  if (state.to) part.set('to', state.to);
  if (state.view !== 'picture') part.set('view', state.view);
  return part.toString();
}
function restore(hash) {
  const part = new URLSearchParams(hash.replace(/^#/, ''));
  const numbers = (name, size) =>
    new Set(
      (part.get(name) || '')
        .split('.')
        .filter(x => /^\d+$/.test(x))
        .map(Number)
        .filter(n => n < size),
    );
  const entity = key => (byKey.has(key) ? byKey.get(key) : -1);
  const digits = (part.get('s') || '0').replace(/[^0-4]/g, '');
  state.statuses = new Set([...digits].map(Number));
  state.noTypes = numbers('no-type', content.types.length);
  state.noRelations = numbers('no-relation', content.relations.length);
  state.noDocuments = numbers('no-article', content.documents.length);
  state.confidence = Math.min(100, Math.max(0, parseInt(part.get('confidence'), 10) || 0));
  state.from = /^\d{4}(-\d\d){0,2}$/.test(part.get('from')) ? part.get('from') : '';
  state.to = /^\d{4}(-\d\d){0,2}$/.test(part.get('to')) ? part.get('to') : '';
  state.view = part.get('view') === 'table' ? 'table' : 'picture';
  const [focus, hops] = (part.get('focus') || '').split('|');
  state.focus = entity(focus) >= 0 ? {e: entity(focus), hops: Math.min(4, Math.max(1, parseInt(hops, 10) || 1))} : null;
  state.chosen = restoredChoice(part, entity);
}
function restoredChoice(part, entity) {
  if (entity(part.get('e')) >= 0) return {kind: 'e', e: entity(part.get('e'))};
  for (const kind of ['pair', 'path']) {
    const ends = (part.get(kind) || '').split('|').map(entity);
    if (ends.length === 2 && ends.every(e => e >= 0)) return {kind, ends};
  }
  for (const [kind, size] of [
    ['article', content.documents.length],
    ['question', words.questions.length],
  ]) {
    const n = parseInt(part.get(kind), 10);
    if (n >= 0 && n < size) return {kind, n};
  }
  return null;
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

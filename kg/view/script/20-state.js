// What the reader chose: filters, selection, focus. Everything that a link or the back button should bring back.
const VIEWS = ['picture', 'table', 'articles', 'timeline', 'disagreements'];
const state = {
  statuses: new Set([ASSERTED]),
  noTypes: new Set(),
  noRelations: new Set(),
  noDocuments: new Set(),
  confidence: 0,
  sources: 1,
  from: '',
  to: '',
  chosen: null,
  focus: null,
  view: 'picture',
  text: -1, // the article that is read
  told: false, // the timeline by the days that sentences tell, not by the days of the articles
  grouped: false, // colours tell groups, not kinds
  sorting: {column: 0, up: true}, // of the table
  hidden: new Set(),
};

const passes = s => state.statuses.has(statusOf(s)) && passesFilters(s);
// All but the switches for facts, claims and denials.
function passesFilters(s) {
  if (state.noRelations.has(relationOf(s)) || state.noDocuments.has(documentOf(s))) return false;
  if (confidenceOf(s) < state.confidence || state.noTypes.has(entityType(subjectOf(s)))) return false;
  const end = endOf(s);
  if (end >= 0 && state.noTypes.has(entityType(end))) return false;
  if (state.sources > 1 && sourcesOf(s) < state.sources) return false;
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
  state.sources > 1 ||
  state.from !== '' ||
  state.to !== '';
function resetFilters() {
  [state.noTypes, state.noRelations, state.noDocuments].forEach(set => set.clear());
  Object.assign(state, {confidence: 0, sources: 1, from: '', to: ''});
}

'use strict';

// The SPARQL editor: everything that comes from the graph is put on the page as text, never as markup.
const byId = (id) => document.getElementById(id);
const settings = JSON.parse(byId('editor').dataset.settings);
const MOST_KEPT = 50, MOST_DRAWN = 2000, HISTORY = 'kg-history';
const ROWS = 'application/sparql-results+json';
const query = byId('query');
let running = null; // what can be stopped
let last = null; // what was answered: how to ask for it again

const element = (name, text = '', attributes = {}) => {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
};

const show = (id, text) => {
  byId(id).textContent = text;
  byId(id).hidden = !text;
};

// ---------------------------------------------------------------- terms

const compact = (iri) => {
  for (const [prefix, start] of Object.entries(settings.prefixes)) {
    if (iri.startsWith(start)) return `${prefix}:${iri.slice(start.length)}`;
  }
  return iri;
};

const address = (iri) => {
  const start = settings.starts.find((each) => iri.startsWith(each));
  const path = start ? iri.slice(new URL(start).origin.length) : '';
  if (path && !path.startsWith('//')) return path;
  return /^https?:\/\//.test(iri) ? iri : '';
};

const cell = (term) => {
  const made = element('td');
  if (!term) return made;
  if (term.type === 'triple') {
    made.textContent = `<< ${['subject', 'predicate', 'object'].map((part) => cell(term.value[part]).textContent).join(' ')} >>`;
  } else if (term.type === 'uri') {
    const href = address(term.value);
    made.append(href ? element('a', compact(term.value), { href, rel: 'noreferrer noopener', title: term.value }) : compact(term.value));
  } else {
    made.textContent = term.type === 'bnode' ? `_:${term.value}` : term.value;
    if (/#(integer|decimal|double|float)$/.test(term.datatype || '')) made.className = 'number';
  }
  return made;
};

const plain = (text) => text.replace(/\\(?:([tbnrf"'\\])|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8}))/g, (_, letter, short, long) =>
  letter ? { t: '\t', b: '\b', n: '\n', r: '\r', f: '\f' }[letter] || letter : String.fromCodePoint(parseInt(short || long, 16)));

const ntriples = (text) => {
  const term = (words) => {
    if (words.startsWith('<') && !words.startsWith('<<')) return { type: 'uri', value: plain(words.slice(1, -1)) };
    if (words.startsWith('_:')) return { type: 'bnode', value: words.slice(2) };
    const literal = /^"((?:[^"\\]|\\.)*)"(?:\^\^<(.*)>)?/s.exec(words);
    return literal ? { type: 'literal', value: plain(literal[1]), datatype: literal[2] } : { type: 'literal', value: words };
  };
  const lines = text.split('\n').map((line) => /^(\S+) (<[^>]*>) (.*) \.$/.exec(line)).filter(Boolean);
  return {
    head: { vars: ['subject', 'predicate', 'object'] },
    results: { bindings: lines.map(([, s, p, o]) => ({ subject: term(s), predicate: term(p), object: term(o) })) },
  };
};

// ---------------------------------------------------------------- answers

const table = (found) => {
  const names = found.head.vars, made = element('table', '', { class: 'answer' });
  const head = made.createTHead().insertRow(), body = made.createTBody();
  for (const name of names) head.append(element('th', name.replaceAll('_', ' '), { scope: 'col' }));
  for (const row of found.results.bindings.slice(0, MOST_DRAWN)) {
    const line = body.insertRow();
    for (const name of names) line.append(cell(Object.hasOwn(row, name) ? row[name] : null));
  }
  return made;
};

const draw = (found, isCut) => {
  byId('answer').replaceChildren();
  if ('boolean' in found) {
    byId('answer').append(element('p', found.boolean ? 'yes' : 'no', { class: 'verdict' }));
    return show('notice', '');
  }
  const count = found.results.bindings.length;
  const lines = [`${count.toLocaleString('en')} row${count === 1 ? '' : 's'}`];
  if (isCut) lines.push('Cut: there are more. Add LIMIT or narrow it down.');
  if (count > MOST_DRAWN) lines.push(`The first ${MOST_DRAWN.toLocaleString('en')} are drawn; save them to see all.`);
  if (count) byId('answer').append(table(found));
  show('notice', count ? lines.join('\n') : 'Nothing in the graph answers that.');
  byId('notice').className = lines.length > 1 ? 'cut' : '';
};

const fail = (message) => {
  byId('answer').replaceChildren();
  show('notice', '');
  show('fault', message);
  const place = /line (\d+), column (\d+)/.exec(message);
  if (!place || !last?.isOwn) return;
  const lines = query.value.split('\n');
  const before = lines.slice(0, place[1] - 1).reduce((sum, line) => sum + line.length + 1, 0);
  const at = Math.min(query.value.length, before + Number(place[2]) - 1);
  query.focus();
  query.setSelectionRange(at, Math.min(query.value.length, at + 1));
};

const asked = (what, accept, signal) => what.isOwn
  ? fetch('/sparql', { method: 'POST', body: new URLSearchParams({ query: what.text }), headers: { Accept: accept }, signal })
  : fetch(what.path, { headers: { Accept: accept }, signal });

const ask = async (what) => {
  running?.abort();
  const mine = running = new AbortController();
  last = what;
  byId('stop').hidden = false;
  byId('saves').hidden = true;
  show('fault', '');
  show('notice', 'Asking …');
  try {
    const response = await asked(what, `${ROWS}, application/n-triples;q=0.9, text/plain;q=0.1`, mine.signal);
    const text = await response.text();
    if (!response.ok) return fail(text.trim());
    const isRows = response.headers.get('Content-Type').startsWith(ROWS);
    draw(isRows ? JSON.parse(text) : ntriples(text), response.headers.has('X-Rows-Cut'));
    offer(isRows);
  } catch (error) {
    if (mine === running) fail(error.name === 'AbortError' ? 'Stopped.' : 'The server does not answer. Is `kg serve` still running?');
  } finally {
    if (mine === running) byId('stop').hidden = true;
  }
};

const offer = (isRows) => {
  byId('saves').hidden = false;
  for (const button of byId('saves').querySelectorAll('button')) button.hidden = (button.dataset.suffix === 'ttl') === isRows;
};

const save = async (button) => {
  const response = await asked(last, button.dataset.type);
  if (!response.ok) return fail((await response.text()).trim());
  const link = element('a', '', { download: `answer.${button.dataset.suffix}`, href: URL.createObjectURL(await response.blob()) });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
};

// ---------------------------------------------------------------- history and address

const history = {
  read() {
    try { return JSON.parse(localStorage.getItem(HISTORY)) || []; } catch { return []; }
  },
  write(texts) {
    try { localStorage.setItem(HISTORY, JSON.stringify(texts)); } catch { /* a browser that keeps nothing */ }
    this.draw();
  },
  add(text) { this.write([text, ...this.read().filter((each) => each !== text)].slice(0, MOST_KEPT)); },
  draw() {
    const options = this.read().map((text) => element('option', String(text).replace(/\s+/g, ' ').slice(0, 80), { value: text }));
    byId('history').replaceChildren(element('option', '–', { value: '' }), ...options);
  },
};

const run = () => {
  const text = query.value;
  if (!text.trim()) return;
  window.history.replaceState(null, '', `#query=${encodeURIComponent(text)}`);
  history.add(text);
  ask({ isOwn: true, text });
};

const askQuestion = (form) => {
  const given = [...new FormData(form)].filter(([, value]) => value);
  const path = `${form.getAttribute('action')}?${new URLSearchParams(given)}`;
  window.history.replaceState(null, '', `#question=${encodeURIComponent(path)}`);
  ask({ isOwn: false, path });
};

const openAddress = () => {
  const [, kind, text] = /^#(query|question)=(.*)$/s.exec(location.hash) || [];
  let words = '';
  try { words = decodeURIComponent(text || ''); } catch { return; }
  if (kind === 'query') {
    query.value = words;
    run();
  } else if (kind === 'question' && words.startsWith('/questions/')) {
    ask({ isOwn: false, path: words });
  }
};

byId('run').addEventListener('click', run);
byId('stop').addEventListener('click', () => running?.abort());
byId('forget').addEventListener('click', () => history.write([]));
byId('history').addEventListener('change', (event) => { if (event.target.value) query.value = event.target.value; });
byId('saves').addEventListener('click', (event) => { if (event.target.dataset.type) save(event.target); });
query.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    run();
  }
});
for (const form of document.querySelectorAll('form[data-query]')) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    askQuestion(form);
  });
  form.querySelector('.show').addEventListener('click', () => {
    query.value = form.dataset.query;
    query.focus();
  });
}
window.addEventListener('hashchange', openAddress);
history.draw();
openAddress();
document.documentElement.dataset.ready = 'yes';

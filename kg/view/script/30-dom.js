// Building the document: text only as text nodes, links only to http and https, nothing parsed as markup.
const $ = id => document.getElementById(id);
function h(tag, properties, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties || {})) {
    if (name === 'on') for (const [event, run] of Object.entries(value)) element.addEventListener(event, run);
    else if (name === 'class') element.className = value;
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(
    ...children
      .flat(Infinity)
      .filter(child => child !== null && child !== undefined && child !== false && child !== ''),
  );
  return element;
}
const button = (text, run, properties = {}) => h('button', {type: 'button', ...properties, on: {click: run}}, text);
function outside(address, text) {
  let url = null;
  try {
    url = new URL(address);
  } catch {
    return h('span', {}, text);
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return h('span', {}, text);
  return h('a', {href: url.href, target: '_blank', rel: 'noopener noreferrer'}, text);
}
const NS = 'http://www.w3.org/2000/svg';
function svg(tag, properties, ...children) {
  const element = document.createElementNS(NS, tag);
  for (const [name, value] of Object.entries(properties || {})) element.setAttribute(name, value);
  element.append(...children);
  return element;
}
const isDark = () =>
  document.documentElement.dataset.theme === 'dark' ||
  (!document.documentElement.dataset.theme && matchMedia('(prefers-color-scheme: dark)').matches);
const ink = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
const say = text => {
  $('said').textContent = text;
};
function save(name, blob) {
  const link = h('a', {href: URL.createObjectURL(blob), download: name});
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
async function copy(text, what) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const box = h('textarea', {class: 'hidden', 'aria-hidden': 'true'}, text);
    document.body.append(box);
    box.select();
    document.execCommand('copy');
    box.remove();
  }
  toast(`${what} copied`);
}
function toast(text) {
  say(text);
  const note = h('div', {class: 'toast', 'aria-hidden': 'true'}, text);
  document.body.append(note);
  setTimeout(() => note.remove(), 2200);
}

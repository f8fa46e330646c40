// Two entities: what is said about both, the way from one to the other, and what one says about the other.
function pairCard({ends: [a, b]}) {
  const all = [
    ...new Set(
      [...linesAt[a]].filter(s => (subjectOf(s) === a && endOf(s) === b) || (subjectOf(s) === b && endOf(s) === a)),
    ),
  ].filter(visible);
  return [
    back(),
    h('div', {class: 'title pair'}, h('h2', {}, entityButton(a), h('span', {class: 'and'}, ' and '), entityButton(b))),
    h('p', {class: 'sub'}, countByStatus(all)),
    all.length ? sentenceList(all, -1) : h('p', {class: 'note'}, 'No statement between these two passes the filters.'),
  ];
}
function countByStatus(all) {
  return content.statuses
    .map((_, n) => [all.filter(s => statusOf(s) === n).length, n])
    .filter(([found]) => found)
    .map(([found, n]) =>
      n === 0 ? plural(found, 'statement of fact', 'statements of fact') : `${found} ${words.statuses[n].chip}`,
    )
    .join(' · ');
}
function pathCard({ends: [a, b], way}) {
  if (!way || !way.length)
    return [
      back(),
      heading('No path'),
      h(
        'p',
        {class: 'note'},
        `${entityName(a)} and ${entityName(b)} are not connected by what is shown. `,
        state.statuses.size < 4
          ? button(
              'Look through claims and denials too',
              () => {
                showAll();
                findPath(a, b);
              },
              {class: 'quiet'},
            )
          : '',
      ),
    ];
  return [
    back(),
    heading(
      `${entityName(a)} to ${entityName(b)}`,
      `${plural(way.length - 1, 'step', 'steps')}, the shortest way through what is shown: ${way.map(entityName).join(' – ')}`,
    ),
    h(
      'ol',
      {class: 'way'},
      way.slice(1).map((to, i) => {
        const from = way[i],
          all = [...new Set(linesAt[from])].filter(s => passing[s] && (endOf(s) === to || subjectOf(s) === to));
        return h(
          'li',
          {},
          h('p', {class: 'hop'}, entityButton(from), ' — ', entityButton(to)),
          sentenceList(all, -1, 2),
        );
      }),
    ),
  ];
}
// What one of them says about the other.
function saidCard({ends: [by, about]}) {
  const all = partOf[by].filter(s => holdersOf(s).includes(by) && partsOf(s).has(about) && visible(s));
  return [
    back(),
    heading(`${entityName(by)} on ${entityName(about)}`, countByStatus(all)),
    h(
      'p',
      {class: 'note'},
      `Said or meant by ${entityName(by)}; the articles pass it on without saying themselves that it is so.`,
    ),
    all.length ? sentenceList(all, -1) : h('p', {class: 'note'}, 'Nothing passes the filters.'),
    h('p', {class: 'actions'}, entityButton(by), entityButton(about)),
  ];
}

// Where texts disagree, as the question library asks it: the same said to be so and not to be so, unless of other recipients.
let disagreement = null;
function contradictions() {
  if (disagreement) return disagreement;
  const said = new Map();
  for (let s = 0; s < S; s++) {
    const status = statusOf(s);
    if (status > DENIED || (status !== DENIED && isDerived(s))) continue;
    const key = tripleKey(s);
    if (!said.has(key)) said.set(key, {yes: [], no: []});
    said.get(key)[status === DENIED ? 'no' : 'yes'].push(s);
  }
  disagreement = [];
  for (const {yes, no} of said.values()) {
    const met = (list, others) => list.filter(s => others.some(other => concerns(s, other)));
    if (met(yes, no).length)
      disagreement.push({yes: met(yes, no).sort((a, b) => statusOf(a) - statusOf(b) || a - b), no: met(no, yes)});
  }
  return disagreement;
}
const recipients = s =>
  rolesOf(s)
    .filter(([role]) => role === 'recipient')
    .map(([, value]) => JSON.stringify(value));
const concerns = (a, b) => recipients(a).every(one => recipients(b).every(other => one === other));

// Where texts disagree, as the question library asks it: the same said to be so and not to be so; a denial about
// some recipient concerns only what is said of that one.
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
    const met = yes.filter(s => no.some(denial => concerns(denial, s)));
    if (met.length)
      disagreement.push({
        yes: met.sort((a, b) => statusOf(a) - statusOf(b) || a - b),
        no: no.filter(denial => met.some(s => concerns(denial, s))),
      });
  }
  return disagreement;
}
const recipients = s =>
  rolesOf(s)
    .filter(([role]) => role === 'recipient')
    .map(([, value]) => JSON.stringify(value));
const concerns = (denial, s) => recipients(denial).every(one => recipients(s).includes(one));

// Where texts disagree: pairs of statements, as `kg contradictions` finds and counts them; of a denial the denied one is
// the second.
const disagreements = content.disagreements.map(([how, one, other]) => ({how, one, other}));
let disputedStatements = null;
function isDisputed(s) {
  disputedStatements = disputedStatements || new Set(disagreements.flatMap(({one, other}) => [one, other]));
  return disputedStatements.has(s);
}

// Asks a SPARQL endpoint as the W3C's protocol has it, with what Node brings and nothing of ours.
const endpoint = process.argv[2];
const JSON_ROWS = "application/sparql-results+json";
const SALES = "SELECT ?s ?o { ?s kg:sells ?o }";

async function ask(what, init, address = endpoint) {
  const answer = await fetch(address, init);
  console.log(what, answer.status, answer.headers.get("content-type"), JSON.stringify(await answer.text()));
}

const accept = (type) => ({ Accept: type });
const form = (fields) => ({ method: "POST", body: new URLSearchParams(fields) });

await ask("get", { headers: accept(JSON_ROWS) }, `${endpoint}?query=${encodeURIComponent(SALES)}`);
await ask("form", { ...form({ query: SALES }), headers: accept("text/csv") });
await ask("direct", {
  method: "POST",
  body: SALES,
  headers: { ...accept(JSON_ROWS), "Content-Type": "application/sparql-query" },
});
await ask("search", {
  ...form({ query: 'SELECT ?q { ?s kg:matches "ferrow sell*" ; kg:quote ?q }' }),
  headers: accept("text/csv"),
});
await ask("construct", {
  ...form({ query: "CONSTRUCT { ?s kg:sells ?o } WHERE { ?s kg:sells ?o }" }),
  headers: accept("application/n-triples"),
});
await ask("mistake", { ...form({ query: "SELECT" }), headers: accept(JSON_ROWS) });
await ask("update", form({ update: "CLEAR ALL" }));

"""The tests of the SPARQL protocol: real requests to the server's application, over a store in memory."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, Store
from starlette.testclient import TestClient

from conformance.compare import quads
from conformance.manifests import CNT, HT, LABEL, MF, UT, Case, Node, path_of
from conformance.sparql import LIMITS, Unequal
from kg import query
from kg.query.formats import FORMAT_BY_NAME
from kg.serve.app import application
from kg.serve.served import Served

_HOST = "www.example"
_FORMATS = {
    "boolean": {"json", "xml"},
    "tabular": {"json", "xml", "csv", "tsv"},
    "RDF": {"ttl", "nt", "jsonld", "rdfxml"},
}


class Scratch(Served):
    """A store in memory that may be changed, in the place of a graph that may not."""

    scratch: Store

    def ask(self, text: str, dataset: query.Dataset | None = None) -> query.Answer:
        """As the server answers, but in this process."""
        return query.ask(self.scratch, text, LIMITS, dataset=dataset)

    def update(self, text: str, dataset: query.Dataset | None = None) -> None:
        """Done, since there is nothing to lose."""
        query.update(self.scratch, text, dataset=dataset, base_iri="http://www.example/sparql/")


def protocol(case: Case) -> None:
    """Send the test's requests one after the other and look at each response."""
    manifest = case.manifest
    served = Scratch(Path("nowhere"))
    served.scratch = Store()
    for data in manifest.all(case.node, f"{UT}graphData"):
        name = manifest.one(data, LABEL.value)
        file = path_of(manifest.one(data, f"{UT}graph"))
        graph = NamedNode(str(name.value))  # type: ignore[union-attr]
        served.scratch.extend(Quad(q.subject, q.predicate, q.object, graph) for q in quads(file, graph.value))
    client = TestClient(application(served, hosts=(_HOST,)), base_url=f"http://{_HOST}", raise_server_exceptions=False)
    for request in manifest.items(manifest.one(case.action, f"{HT}requests")):
        _send(case, client, request)


def _send(case: Case, client: TestClient, request: Node) -> None:
    manifest = case.manifest
    headers = {
        _value(case, header, "fieldName"): _value(case, header, "fieldValue")
        for header in manifest.items(manifest.one(request, f"{HT}headers"))
    }
    body = manifest.one(request, f"{HT}body")
    encoding = str(getattr(manifest.one(body, f"{CNT}characterEncoding"), "value", "UTF-8"))
    content = str(getattr(manifest.one(body, f"{CNT}chars"), "value", "")).encode(encoding)
    response = client.request(
        _value(case, request, "methodName"),
        _value(case, request, "absolutePath").replace("/sparql/", "/sparql", 1),
        content=content if body is not None else None,
        headers=headers,
    )
    wanted = manifest.one(request, f"{HT}resp")
    _check(case, wanted, response)


def _check(case: Case, wanted: Node | None, response: object) -> None:
    statuses = [str(s.value).rpartition("StatusCode")[2] for s in case.manifest.all(wanted, f"{MF}expectedStatus")]  # type: ignore[union-attr, arg-type]
    status = str(response.status_code)  # type: ignore[attr-defined]
    if statuses and not any(status.startswith(code.rstrip("x")) for code in statuses):
        raise Unequal(f"status {status}")
    truth = case.manifest.one(wanted, f"{MF}expectedBoolean")
    if isinstance(truth, Literal) and response.json()["boolean"] != (truth.value == "true"):  # type: ignore[attr-defined]
        raise Unequal("another truth")
    form = case.manifest.one(wanted, f"{MF}expectedFormat")
    if isinstance(form, Literal):
        sent = response.headers["content-type"].partition(";")[0]  # type: ignore[attr-defined]
        if sent not in {FORMAT_BY_NAME[name].media_type for name in _FORMATS[form.value]}:
            raise Unequal(sent)


def _value(case: Case, node: Node, name: str) -> str:
    found = case.manifest.one(node, f"{HT}{name}")
    return str(found.value) if isinstance(found, Literal) else ""


HANDLERS = {"ProtocolTest": protocol}

"""The facts as a network, for programs that draw and measure networks."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import Literal, Store

from kg.export.account import Counts, Exported, check, counts_of, left_out
from kg.rdf import BASE, compact, for_xml
from kg.store import select

if TYPE_CHECKING:
    import networkx

_NODES = """SELECT ?iri ?label ?type ?named ?documents {
  { SELECT ?iri (COUNT(?d) AS ?documents) { ?iri kg:mentionedIn ?d } GROUP BY ?iri }
  ?iri rdfs:label ?label ; kg:isNamed ?named ; a/rdfs:label ?type } ORDER BY ?iri"""
_FACTS = """SELECT ?s ?p ?o ?d ?c ?quote ?start ?end {
  ?st kg:status kg:Asserted ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; kg:document ?d ; kg:confidence ?c .
  OPTIONAL { ?st kg:evidence/kg:quote ?quote } OPTIONAL { ?st kg:startDate ?start } OPTIONAL { ?st kg:endDate ?end }
  FILTER NOT EXISTS { ?st kg:review kg:Rejected } }"""
_RELATIONS = "SELECT ?p ?label { ?p a kg:Relation ; rdfs:label ?label }"
_PROPOSITIONS = "SELECT ?st ?s ?label { ?st rdf:subject ?s ; rdfs:label ?label }"


@dataclass(frozen=True, slots=True, order=True)
class Fact:
    """A plain triple, and what stands behind it."""

    subject: str  # prefixed names
    predicate: str
    object: str  # a prefixed name, or the value of a literal
    is_value: bool
    documents: int
    statements: int
    confidence: float  # of the surest statement
    sentence: str  # one of those that state it
    start: str = ""  # the first day that is told of it, and the last
    end: str = ""


@dataclass(frozen=True, slots=True)
class _Support:
    """What one statement gives to its fact."""

    document: str
    confidence: float
    quote: str
    start: str
    end: str


def facts(store: Store, *, base: str = BASE) -> list[Fact]:
    """Every fact of the graph, sorted."""
    found: dict[tuple[str, str, str, bool], list[_Support]] = {}
    for s, p, o, document, confidence, *more in select(store, _FACTS, base):
        is_value = isinstance(o, Literal)
        object = o.value if is_value else compact(o.value, base)
        key = compact(s.value, base), compact(p.value, base), object, is_value
        support = _Support(document.value, float(confidence.value), *(each.value if each else "" for each in more))
        found.setdefault(key, []).append(support)
    return sorted(_fact(key, statements) for key, statements in found.items())


def _fact(key: tuple[str, str, str, bool], statements: list[_Support]) -> Fact:
    return Fact(
        *key,
        documents=len({each.document for each in statements}),
        statements=len(statements),
        confidence=max(each.confidence for each in statements),
        sentence=min(each.quote for each in statements),
        start=min((each.start for each in statements if each.start), default=""),
        end=max((each.end for each in statements if each.end), default=""),
    )


def to_networkx(store: Store, *, base: str = BASE) -> networkx.MultiDiGraph:
    """The facts as a network: entities joined by relations, parallel lines and all.

    A fact about a proposition ("Marsh Watch opposes: Brightwater sells Gull") is a line to whom the proposition is
    about, with the proposition in `about`; facts with values ("chief engineer") are in a node's `values`. A line weighs
    as much as it has documents; `start` and `end` are the days that are told of it.
    """
    import networkx

    graph = networkx.MultiDiGraph()
    for iri, label, type, named, documents in select(store, _NODES, base):
        graph.add_node(
            compact(iri.value, base),
            label=for_xml(label.value),
            type=type.value,
            named=named.value == "true",
            documents=int(documents.value),
            values="",
        )
    relations = {compact(p.value, base): label.value for p, label in select(store, _RELATIONS, base)}
    about = {
        compact(st, base): (compact(subject, base), for_xml(label))
        for st, (subject, label) in propositions(store, base).items()
    }
    for fact in facts(store, base=base):
        _add(graph, fact, for_xml(relations.get(fact.predicate, fact.predicate)), about)
    return graph


def propositions(store: Store, base: str = BASE) -> dict[str, tuple[str, str]]:
    """Whom each statement is about, and what it says in words, by its IRI."""
    return {st.value: (subject.value, label.value) for st, subject, label in select(store, _PROPOSITIONS, base)}


def _add(graph: networkx.MultiDiGraph, fact: Fact, relation: str, propositions: Mapping[str, tuple[str, str]]) -> None:
    node = graph.nodes.get(fact.subject)
    if fact.is_value and node is not None:
        said = relation if fact.object == "true" else for_xml(f"{relation}: {fact.object}")
        node["values"] = f"{node['values']}; {said}" if node["values"] else said
        return
    target, about = propositions.get(fact.object, (fact.object, ""))
    if fact.subject in graph and target in graph:
        days = {"start": fact.start, "end": fact.end}
        graph.add_edge(
            fact.subject,
            target,
            label=relation,
            relation=fact.predicate,
            about=about,
            weight=fact.documents,
            documents=fact.documents,
            statements=fact.statements,
            confidence=fact.confidence,
            sentence=for_xml(fact.sentence),
            **{name: day for name, day in days.items() if day},
        )


def _graphml(store: Store, base: str) -> Exported:
    import networkx

    graph, out = to_networkx(store, base=base), io.BytesIO()
    networkx.write_graphml_xml(graph, out)
    back = networkx.read_graphml(io.BytesIO(out.getvalue()), force_multigraph=True)
    return _read_back("graphml", out.getvalue(), graph, back, store, base)


def _gexf(store: Store, base: str) -> Exported:
    import networkx

    graph, out = to_networkx(store, base=base), io.BytesIO()
    for index, (_, _, data) in enumerate(graph.edges(data=True)):
        data["id"] = index
    networkx.write_gexf(graph, out)
    data = re.sub(rb' lastmodifieddate="[^"]*"', b"", out.getvalue())  # the same graph, the same bytes
    return _read_back("gexf", data, graph, networkx.read_gexf(io.BytesIO(data)), store, base)


def _read_back(
    name: str, data: bytes, graph: networkx.MultiDiGraph, back: networkx.MultiDiGraph, store: Store, base: str
) -> Exported:
    found, expected = ((g.number_of_nodes(), g.number_of_edges()) for g in (back, graph))
    check(name, "{} nodes and {} lines".format(*found), "{} nodes and {} lines".format(*expected))
    whole, every = counts_of(store, base), facts(store, base=base)
    values = sum(fact.is_value and fact.subject in graph for fact in every)
    told = sum(not is_fact for is_fact in _are_facts(store, base))
    lost = (
        *left_out(told, "statement", "claimed, denied or not realised; a network holds facts only"),
        *left_out(whole.facts - found[1] - values, "fact", "about nothing that is a node"),
        "texts, sentences and mentions left out, but for one sentence a fact: a network has no place for them",
    )
    return Exported(name, {"": data}, Counts(facts=found[1] + values, things=found[0]), lost)


def _are_facts(store: Store, base: str) -> Iterator[bool]:
    for status, review in select(store, _STATUS, base):
        yield status.value.endswith("#Asserted") and not (review and review.value.endswith("#Rejected"))


_STATUS = "SELECT ?status ?review { ?st a kg:Statement ; kg:status ?status OPTIONAL { ?st kg:review ?review } }"
WRITERS: dict[str, Callable[[Store, str], Exported]] = {"graphml": _graphml, "gexf": _gexf}

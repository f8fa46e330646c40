"""What a person should look at first: pairs of entities that may be one, and the facts that kg is least sure of.

In: a store. Out: a Review, and its text with the commands that settle each point.
"""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode, Store

from kg.explain import Explained, explained, sentence_lines
from kg.query.table import safe
from kg.rdf import BASE, compact
from kg.store import select

MOST = 20  # of each kind that are shown
BELOW = 0.6  # confidence under which a statement is worth a look


@dataclass(frozen=True, slots=True)
class Side:
    """One of two entities that may be one, and a sentence that names it."""

    iri: str
    label: str
    type: str
    documents: int
    sentence: str
    source: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entities that may be one."""

    one: Side
    other: Side
    probability: float
    why: str
    neighbours: tuple[str, ...]  # what both are named together with in a fact


@dataclass(frozen=True, slots=True)
class Review:
    """What nobody has judged yet; printed it shows the commands that do."""

    pairs: tuple[Pair, ...]  # the likeliest first
    statements: tuple[Explained, ...]  # the least sure first
    pairs_in_all: int
    statements_in_all: int
    below: float = BELOW
    base: str = BASE

    def __str__(self) -> str:
        return render(self).rstrip("\n")


_DOUBTS = """SELECT ?a ?b ?p ?why {
    ?doubt kg:doubtAbout ?a , ?b ; kg:probability ?p ; rdfs:comment ?why . FILTER(STR(?a) < STR(?b))
} ORDER BY DESC(?p) ?a ?b"""
_UNSURE = """SELECT ?st ?confidence {
    ?st kg:status kg:Asserted ; kg:confidence ?confidence .
    FILTER NOT EXISTS { ?st kg:review ?verdict } FILTER NOT EXISTS { ?st prov:wasDerivedFrom ?whole }
} ORDER BY ?confidence ?st"""
_SIDE = """SELECT ?label ?class (COUNT(DISTINCT ?d) AS ?documents) {
    BIND(%s AS ?e) ?e rdfs:label ?label ; a/rdfs:label ?class ; kg:mentionedIn ?d } GROUP BY ?label ?class"""
_SENTENCE = """SELECT ?quote ?source {
    { SELECT ?d ?begin {
        ?m kg:refersTo %s ; a kg:Mention ; kg:inDocument ?d ; kg:begin ?begin } ORDER BY ?d ?begin LIMIT 1 }
    ?s a kg:Sentence ; kg:inDocument ?d ; kg:begin ?from ; kg:end ?to ; kg:quote ?quote .
    FILTER(?from <= ?begin && ?begin < ?to) ?d dcterms:source ?source } ORDER BY ?from LIMIT 1"""
_BESIDE = """SELECT DISTINCT ?label {
    VALUES (?a ?b) { (%s %s) } ?a ?p ?n . ?b ?q ?n . ?p a kg:Relation . ?q a kg:Relation .
    ?n rdfs:label ?label ; kg:mentionedIn ?d
} ORDER BY ?label LIMIT 5"""


def review(store: Store, *, base: str = BASE, most: int = MOST, below: float = BELOW) -> Review:
    """What nobody has judged yet: at most so many pairs, and asserted statements below a confidence."""
    doubts = list(select(store, _DOUBTS, base))
    unsure = [st for st, confidence in select(store, _UNSURE, base) if float(confidence.value) < below]
    pairs = (_pair(store, base, a, b, float(p.value), why.value) for a, b, p, why in doubts[:most])
    statements = (explained(store, st, base) for st in unsure[:most])
    return Review(tuple(pairs), tuple(statements), len(doubts), len(unsure), below, base)


def _pair(store: Store, base: str, one: NamedNode, other: NamedNode, probability: float, why: str) -> Pair:
    beside = tuple(label.value for (label,) in select(store, _BESIDE % (one, other), base))
    return Pair(_side(store, base, one), _side(store, base, other), probability, why, beside)


def _side(store: Store, base: str, entity: NamedNode) -> Side:
    label, class_, documents = next(iter(select(store, _SIDE % entity, base)))
    sentence = next(iter(select(store, _SENTENCE % entity, base)), None)
    quote, source = (sentence[0].value, sentence[1].value) if sentence else ("", "")
    return Side(entity.value, label.value, class_.value, int(documents.value), quote, source)


def render(found: Review, *, settle: Callable[[str], str] = str, colour: bool = False, width: int | None = None) -> str:
    """The review as text, each point with the commands that settle it; `settle` adds to them what a shell needs."""
    lines = [_head(len(found.pairs), found.pairs_in_all, "pair", "of names that may be one")]
    for pair in found.pairs:
        lines += ["", *_pair_lines(pair, found.base, settle)]
    head = _head(len(found.statements), found.statements_in_all, "fact", f"below a confidence of {found.below:g}")
    lines += ["", head]
    for statement in found.statements:
        lines += ["", *_statement_lines(statement, found.base, settle, colour, width)]
    return "\n".join([*lines, ""])


def _head(shown: int, every: int, noun: str, what: str) -> str:
    rest = f", the first {shown} here" if shown < every else ""
    return f"{every:,} {noun}{'' if every == 1 else 's'} {what}{rest}{':' if every else '.'}"


def _pair_lines(pair: Pair, base: str, settle: Callable[[str], str]) -> Iterator[str]:
    yield safe(f"{pair.probability:.0%}  {pair.one.label} and {pair.other.label}")
    yield f"  why: {safe(pair.why)}"
    if pair.neighbours:
        yield f"  both with: {safe(', '.join(pair.neighbours))}"
    for side in (pair.one, pair.other):
        articles = f"{side.documents} article{'' if side.documents == 1 else 's'}"
        about = f"{compact(side.iri, base)}, {side.type}, {articles}: “{side.sentence}” {side.source}"
        yield f"  {safe(about)}"
    names = " ".join(shlex.quote(compact(side.iri, base)) for side in (pair.one, pair.other))
    yield from (f"  {settle(f'kg {verb} {names}')}" for verb in ("same", "different"))


def _statement_lines(
    each: Explained, base: str, settle: Callable[[str], str], colour: bool, width: int | None
) -> Iterable[str]:
    name = shlex.quote(compact(each.iri, base))
    return [
        safe(f"{each.confidence}  {each.label}"),
        *sentence_lines(each, colour, width, "  "),
        f"  {safe(each.source)}, characters {each.begin}-{each.end} · rule {safe(', '.join(each.rules))}",
        *(f"  {settle(f'kg {verb} {name}')}" for verb in ("accept", "reject")),
    ]

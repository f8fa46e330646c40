"""A graph in figures: what was read, what it says and how surely, what it is about, and what to look at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from pyoxigraph import Literal, Store

from kg.asking.shown import Screen, counted, text
from kg.query.library import bind, question
from kg.query.table import columns, safe
from kg.store import open_store, read_identity, select

_MOST = 10  # of a list that people see
_ONE = {
    "data files": "{ ?x a kg:DataFile }",
    "sentences": "{ ?x a kg:Sentence }",
    "names": "{ ?x a kg:Mention }",
    "pronouns": "{ ?x a kg:Unresolved }",
    "doubts": "{ ?x a kg:Doubt }",
    "rejected": "{ ?x kg:review kg:Rejected }",
    "accepted": "{ ?x kg:review kg:Accepted }",
}
_STATUSES = "SELECT ?of (COUNT(*) AS ?n) { ?x kg:status ?of } GROUP BY ?of"
_MODES = "SELECT ?of (COUNT(*) AS ?n) { ?x kg:mode ?of } GROUP BY ?of"
_HELD = """SELECT (COUNT(DISTINCT ?x) AS ?n) { ?x kg:attributedTo ?who FILTER(?who != kg:UnnamedSource) }"""
_UNNAMED = "SELECT (COUNT(*) AS ?n) { ?x kg:attributedTo kg:UnnamedSource }"
_RELATIONS = """SELECT ?of (COUNT(*) AS ?n) { ?p a kg:Relation . ?s ?p ?o . OPTIONAL { ?p rdfs:label ?of } }
                GROUP BY ?p ?of"""
_CLASSES = """SELECT ?of (COUNT(*) AS ?n) {
  { SELECT ?x { ?x kg:isNamed ?any MINUS { ?x a kg:Unresolved } } } ?x a ?c . OPTIONAL { ?c rdfs:label ?of } }
  GROUP BY ?c ?of"""
_DAYS = """SELECT (MIN(?day) AS ?first) (MAX(?day) AS ?last) (COUNT(?day) AS ?n) {
  ?d dcterms:issued ?day MINUS { ?d a kg:DataFile } }"""
_TIMES = "SELECT (MIN(?day) AS ?first) (MAX(?end) AS ?last) { ?st kg:startDate ?day ; kg:endDate ?end }"
_SINGLE = """SELECT (SUM(?is_one) AS ?n) { SELECT (IF(COUNT(DISTINCT ?d) = 1, 1, 0) AS ?is_one) {
  { SELECT ?st { ?st kg:status kg:Asserted MINUS { ?st kg:review kg:Rejected } } }
  { SELECT ?st ?s { ?st rdf:subject ?s } } { SELECT ?st ?p { ?st rdf:predicate ?p } }
  { SELECT ?st ?o { ?st rdf:object ?o } } { SELECT ?st ?d { ?st kg:document ?d } } } GROUP BY ?s ?p ?o }"""


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts of one graph; lists are pairs of name and number, the largest first."""

    triples: int
    documents: int
    data_files: int  # of these, files of triples
    sentences: int
    mentions: int
    entities: int  # all that the page counts, and pronouns that nothing explains are among them
    statements: int
    facts: int
    published: tuple[str, str]  # first and last day of the articles
    undated: int  # articles without a day
    told: tuple[str, str]  # first and last day that statements tell of
    by_status: tuple[tuple[str, int], ...]
    by_mode: tuple[tuple[str, int], ...]
    attributed: int  # statements that somebody named is said to hold
    hearsay: int  # statements of a source that the text does not name
    by_relation: tuple[tuple[str, int], ...]  # facts
    by_class: tuple[tuple[str, int], ...]
    most_connected: tuple[tuple[str, int], ...]  # and their facts
    single_source: int  # facts of one document only
    unresolved: int  # pronouns of which nobody knows what they mean
    doubts: int  # pairs that may be one thing
    rejected: int
    accepted: int
    digest: str


def figures(out: Path) -> Figures:
    """The figures of the graph in an output folder."""
    identity, store = read_identity(out), open_store(out)
    base = identity.base
    count = {name: _number(store, f"SELECT (COUNT(*) AS ?n) {pattern}", base) for name, pattern in _ONE.items()}
    first, last, dated = next(select(store, _DAYS, base))
    told = tuple(next(select(store, _TIMES, base)))
    connected = select(store, bind(question("most-connected"), {}), base)
    return Figures(
        triples=identity.triples,
        documents=identity.documents,
        data_files=count["data files"],
        sentences=count["sentences"],
        mentions=count["names"],
        entities=identity.entities,
        statements=identity.statements,
        facts=identity.facts,
        published=(_day(first), _day(last)),
        undated=identity.documents - count["data files"] - int(dated.value),
        told=(_day(told[0]), _day(told[1])),
        by_status=_counts(store, _STATUSES, base),
        by_mode=_counts(store, _MODES, base),
        attributed=_number(store, _HELD, base),
        hearsay=_number(store, _UNNAMED, base),
        by_relation=_counts(store, _RELATIONS, base),
        by_class=_counts(store, _CLASSES, base),
        most_connected=tuple((row[0].value, int(row[2].value)) for row in connected)[:_MOST],
        single_source=_number(store, _SINGLE, base),
        unresolved=count["pronouns"],
        doubts=count["doubts"],
        rejected=count["rejected"],
        accepted=count["accepted"],
        digest=identity.digest,
    )


def _number(store: Store, query: str, base: str) -> int:
    (value,) = next(select(store, query, base))
    return int(value.value) if value else 0


def _counts(store: Store, query: str, base: str) -> tuple[tuple[str, int], ...]:
    """How often each thing occurs, the most frequent first, by its label or the last part of its IRI."""
    rows = [(row["of"].value if row["of"] else "", int(row["n"].value)) for row in select(store, query, base)]
    named = [(name.rpartition("#")[2].lower() if "#" in name else name, number) for name, number in rows]
    return tuple(sorted(named, key=lambda each: (-each[1], each[0])))


def _day(value: object) -> str:
    return value.value if isinstance(value, Literal) else ""


def render(found: Figures, screen: Screen) -> str:
    """The figures for a terminal."""
    return text(_lines(found, screen))


def _lines(found: Figures, screen: Screen) -> Iterator[str]:
    yield from _table(
        screen,
        "What was read",
        {
            "articles": f"{found.documents - found.data_files:,}{_span(found.published)}",
            "without a date": f"{found.undated:,}",
            **({"files of triples": f"{found.data_files:,}"} if found.data_files else {}),
            "sentences": f"{found.sentences:,}",
            "mentions of names and things": f"{found.mentions:,}",
        },
    )
    yield from _table(
        screen,
        "What it says",
        {
            "triples": f"{found.triples:,}",
            "entities": f"{found.entities:,}",
            "facts": f"{found.facts:,}",
            "  of one article only": _share(found.single_source, found.facts),
            "statements": f"{found.statements:,}{_span(found.told)}",
            **{f"  {name}": _share(number, found.statements) for name, number in found.by_status},
            "  held by somebody named": _share(found.attributed, found.statements),
            "  hearsay": _share(found.hearsay, found.statements),
        },
    )
    yield from _list(screen, "How", found.by_mode)
    yield from _list(screen, "Facts by relation", found.by_relation)
    yield from _list(screen, "Things by class", found.by_class)
    yield from _list(screen, "In most facts", found.most_connected)
    yield from _table(
        screen,
        "To look at",
        {
            "pronouns that nothing explains": f"{found.unresolved:,}",
            "pairs that may be one thing": f"{found.doubts:,}  (kg review)",
            "statements rejected, accepted": f"{found.rejected:,}, {found.accepted:,}",
        },
    )


def _span(days: tuple[str, str]) -> str:
    return f", of {' to '.join(dict.fromkeys(days))}" if days[0] else ""


def _share(part: int, whole: int) -> str:
    return f"{part:,}  ({part / whole:.0%})" if whole else f"{part:,}"


def _list(screen: Screen, head: str, counts: tuple[tuple[str, int], ...]) -> Iterator[str]:
    rest = counts[_MOST:]
    shown = {name: f"{number:,}" for name, number in counts[:_MOST]}
    more = {counted(len(rest), "more").replace("mores", "more"): f"{sum(n for _, n in rest):,}"} if rest else {}
    yield from _table(screen, head, {**shown, **more})


def _table(screen: Screen, head: str, rows: Mapping[str, str]) -> Iterator[str]:
    """Rows of name and number under a head."""
    if not rows:
        return
    yield screen.bold(head)
    names = {name: ("  " if name.startswith(" ") else "") + safe(name) for name in rows}
    width = max(map(columns, names.values()))
    for name, value in rows.items():
        yield f"  {names[name]}{' ' * (width - columns(names[name]))}  {value}"
    yield ""


def plain(found: Figures) -> dict[str, object]:
    """The figures for programs."""
    pairs = ("by_status", "by_mode", "by_relation", "by_class", "most_connected")
    return {**asdict(found), **{name: dict(getattr(found, name)) for name in pairs}}

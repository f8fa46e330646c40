"""What a search for words finds, as people read it: names, articles, and sentences with what was read from them."""

from __future__ import annotations

import textwrap
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import NamedNode

from kg.asking.shown import Screen, counted, text
from kg.explain import Explained, explained, standing_words
from kg.query.table import safe
from kg.query.words import Found, search
from kg.store import open_store, read_identity, select

_MARKS = ("\ue000", "\ue001")  # around the words found, until they are shown
_SENTENCES = """SELECT ?s ?begin ?end ?d ?title ?source ?day {
  VALUES ?s { %s } ?s kg:begin ?begin ; kg:end ?end ; kg:inDocument ?d .
  ?d dcterms:title ?title ; dcterms:source ?source .
  OPTIONAL { ?d dcterms:issued ?day } }"""
_STATEMENTS = (
    """SELECT ?s ?st { VALUES ?s { %s } ?st kg:evidence ?s FILTER NOT EXISTS { ?st kg:review kg:Rejected } }"""
)
_THINGS = "SELECT ?x ?kind { VALUES ?x { %s } ?x a/rdfs:label ?kind }"
_ARTICLES = """SELECT ?d ?source ?day { VALUES ?d { %s } ?d dcterms:source ?source
  OPTIONAL { ?d dcterms:issued ?day } }"""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that holds the words, and what was read from it."""

    iri: str
    words: str
    marked: str  # with signs around the words found
    fit: float
    begin: int
    end: int
    document: str
    title: str
    source: str
    published: str
    statements: tuple[Explained, ...]

    @property
    def place(self) -> str:
        """Where it stands in its document: "characters 12-40", of a file of triples "triple 3"."""
        return self.statements[0].place if self.is_given else f"characters {self.begin}-{self.end}"

    @property
    def is_given(self) -> bool:
        """Whether it is the line of a file of triples, which its statements say in words."""
        return any(each.is_given for each in self.statements)


@dataclass(frozen=True, slots=True)
class Thing:
    """An entity or an article whose name holds the words."""

    iri: str
    marked: str
    words: str
    about: str  # its class, or the file and day of an article


@dataclass(frozen=True, slots=True)
class Findings:
    """All that a search found."""

    words: str
    names: tuple[Thing, ...]
    articles: tuple[Thing, ...]
    sentences: tuple[Sentence, ...]
    is_cut: bool


def find(out: Path, words: str, *, most: int = 10) -> Findings:
    """The best of each kind that an output folder holds; QueryError tells what cannot be searched for."""
    hits = search(out, words, most, marks=_MARKS)
    base, store = read_identity(out).base, open_store(out)

    def told(query: str, iris: Iterable[str]) -> dict[str, list[str]]:
        """The rest of each row, by the IRI that it begins with."""
        rows = select(store, query % " ".join(str(NamedNode(iri)) for iri in iris), base)
        return {row[0].value: ["" if term is None else term.value for term in row][1:] for row in rows}

    kinds = told(_THINGS, (each.iri for each in hits["name"].found))
    files = told(_ARTICLES, (each.iri for each in hits["title"].found))
    places = told(_SENTENCES, (each.iri for each in hits["sentence"].found))
    read: dict[str, list[Explained]] = defaultdict(list)
    values = " ".join(str(NamedNode(each.iri)) for each in hits["sentence"].found)
    for sentence, statement in select(store, _STATEMENTS % values, base):
        read[sentence.value].append(explained(store, statement, base, depth=9))
    return Findings(
        words,
        tuple(_thing(each, kinds.get(each.iri, [])) for each in hits["name"].found),
        tuple(_thing(each, files.get(each.iri, [])) for each in hits["title"].found),
        tuple(_sentence(each, places[each.iri], read[each.iri]) for each in hits["sentence"].found),
        any(each.is_cut for each in hits.values()),
    )


def _thing(each: Found, about: list[str]) -> Thing:
    return Thing(each.iri, each.marked, each.words, ", ".join(part for part in about if part))


def _sentence(each: Found, place: list[str], read: list[Explained]) -> Sentence:
    begin, end, document, title, source, day = place
    statements = tuple(sorted(read, key=lambda st: (not st.is_fact, bool(st.of), st.label, st.iri)))
    return Sentence(
        each.iri,
        each.words,
        each.marked,
        each.fit,
        int(begin),
        int(end),
        document,
        title,
        source,
        day,
        statements,
    )


def render(found: Findings, screen: Screen) -> str:
    """What was found for a terminal: names, articles, sentences."""
    return text(_lines(found, screen))


def _lines(found: Findings, screen: Screen) -> Iterator[str]:
    for head, things in (("Names", found.names), ("Articles", found.articles)):
        if things:
            yield screen.bold(head)
            yield from (f"  {_marked(thing.marked, screen)} · {safe(thing.about)}" for thing in things)
            yield ""
    for each in found.sentences:
        read = [f"{safe(st.label)} · {standing_words(st)}" for st in each.statements]
        where = ", ".join(part for part in (each.title, each.published) if part)
        yield from read if each.is_given else _wrapped(f"“{each.marked}”", screen)
        yield f"  {safe(where)} · {safe(each.source)}, {each.place}"
        yield from (f"    {line}" for line in read if not each.is_given)
        yield ""
    more = ", the best of more" if found.is_cut else ""
    counts = [(len(found.names), "name"), (len(found.articles), "article"), (len(found.sentences), "sentence")]
    yield f"{', '.join(counted(*each) for each in counts)}{more}."


def _wrapped(marked: str, screen: Screen) -> Iterator[str]:
    lines = [marked] if screen.width is None else textwrap.wrap(marked, max(30, screen.width), break_long_words=False)
    yield from (_marked(line, screen) for line in lines)


def _marked(words: str, screen: Screen) -> str:
    first, last = ("\x1b[1m", "\x1b[0m") if screen.colour else ("[", "]")
    return safe(words).replace(_MARKS[0], first).replace(_MARKS[1], last)


def plain(found: Findings) -> dict[str, object]:
    """What was found, for programs; statements by their IRIs, labels and standing."""
    return {
        "words": found.words,
        "is_cut": found.is_cut,
        "names": [{"iri": each.iri, "name": each.words, "class": each.about} for each in found.names],
        "articles": [{"iri": each.iri, "title": each.words, "source": each.about} for each in found.articles],
        "sentences": [_plain(each) for each in found.sentences],
    }


def _plain(each: Sentence) -> dict[str, object]:
    statements = [
        {"statement": st.iri, "label": st.label, "status": st.status, "standing": st.standing} for st in each.statements
    ]
    return {
        "iri": each.iri,
        "sentence": each.words,
        "fit": each.fit,
        "begin": each.begin,
        "end": each.end,
        "document": each.document,
        "title": each.title,
        "source": each.source,
        "published": each.published,
        "statements": statements,
    }

"""Small graphs by hand, through the same door as real ones: articles of a few sentences and what they say.

river = article("River", "Brightwater sells Gull to Ferrow County.",
                say("Brightwater", "kg:sells", "Gull", recipient="Ferrow County"))
store = graph(river, types={"Brightwater": "kg:Company"})
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pyoxigraph import Store, Triple

from kg import rdf, store
from kg.model import (
    Argument,
    Document,
    Doubt,
    Entity,
    Evidence,
    Literal,
    Mention,
    MentionKind,
    Mode,
    Polarity,
    Predicate,
    Reading,
    Resolution,
    Statement,
    StatementRef,
    Time,
    slug,
)
from kg.shipped import folder

RUN = rdf.Run("kg test", "no model", "no rules")


@dataclass(frozen=True)
class Say:
    """One statement to be: names stand for mentions, a Say for a proposition."""

    subject: str
    predicate: str
    object: str | Literal | Say | None
    sentence: int = 0
    roles: Mapping[str, str | Literal | Say] = field(default_factory=dict)
    words: str = ""
    mode: str = "factual"
    negative: bool = False
    by: str = ""  # a name, or "?" for nobody named
    relayed_by: str = ""
    cue: str = ""
    time: tuple[str, str | None, str | None] | None = None
    confidence: float = 0.8
    rule: str = "hand"
    of: Say | None = None  # what it is a projection of


def say(subject: str, predicate: str, object: str | Literal | Say | None, sentence: int = 0, **more: object) -> Say:
    """A statement in one line; keywords that are no field of Say are roles."""
    known = {name: more.pop(name) for name in list(more) if name in Say.__dataclass_fields__}
    return Say(subject, predicate, object, sentence, roles=more, **known)  # type: ignore[arg-type]


def article(title: str, text: str, *says: Say, source: str = "", published: str | None = None, **more: Any) -> Reading:
    """What one article says: sentences end with a full stop and a space, mentions stand where their names first do."""
    document = Document(text, title, source or f"{slug(title).lower()}.txt", published, **more)
    sentences = tuple(_sentences(text))
    statements: dict[int, Statement] = {}
    for each in says:
        _statement(each, document, sentences, statements)
    mentions = {m for s in statements.values() for m in rdf.mentions_of(s)}
    return Reading(document, tuple(sorted(mentions)), sentences, tuple(statements.values()))


def resolve(
    *readings: Reading,
    types: Mapping[str, str] | None = None,
    aliases: Mapping[str, str] | None = None,
    unnamed: tuple[str, ...] = (),
    doubtful: tuple[tuple[str, str, str], ...] = (),
    **more: object,
) -> Resolution:
    """One entity a name; `aliases` maps a name to the one it is another name of. `more` are fields of a Resolution."""
    canonical, kinds = aliases or {}, types or {}
    names: dict[str, set[str]] = {}
    clusters: dict[tuple[str, int], str] = {}
    for reading in readings:
        for mention in reading.mentions:
            name = canonical.get(mention.name, mention.name)
            names.setdefault(name, set()).add(mention.name)
            clusters[reading.document.id, mention.cluster] = name
    entities = {
        name: Entity(
            slug(name),
            name,
            kinds.get(name, "kg:Entity"),
            tuple(sorted(spoken - {name})),
            MentionKind.NOMINAL if name in unnamed else MentionKind.NAME,
        )
        for name, spoken in sorted(names.items())
    }
    return Resolution(
        tuple(sorted(entities.values())),
        {key: entities[name] for key, name in clusters.items()},
        tuple(Doubt(*pair) for pair in doubtful),
        **more,  # type: ignore[arg-type]
    )


def triples(*readings: Reading, reviews: Mapping[str, str] | None = None, **who: object) -> Iterator[Triple]:
    """The triples of some articles, without the ontology."""
    resolution = resolve(*readings, **who)  # type: ignore[arg-type]
    return rdf.triples(readings, resolution, RUN, reviews=reviews)


def graph(*readings: Reading, reviews: Mapping[str, str] | None = None, **who: object) -> Store:
    """A store in memory with some articles and the ontology."""
    every = [*rdf.ontology_triples(folder("ontology")), *triples(*readings, reviews=reviews, **who)]
    return store.load(every)


def _sentences(text: str) -> Iterator[Evidence]:
    for index, found in enumerate(re.finditer(r"\S.*?(?:[.!?](?=\s|$)|$)", text, re.DOTALL)):
        yield Evidence(found.start(), found.end(), found.group(), index)


def _mention(name: str, text: str, start: int) -> Mention:
    found = text.find(name, start)
    found = text.index(name) if found < 0 else found
    return Mention(found, found + len(name), name, cluster=text.index(name), name=name)


def _argument(
    value: str | Literal | Say | None,
    document: Document,
    sentence: Evidence,
    sentences: tuple[Evidence, ...],
    done: dict[int, Statement],
) -> Argument | None:
    if isinstance(value, Say):
        inner = _statement(value, document, sentences, done)
        return StatementRef(inner.id, inner.label, inner.subject.start, inner.evidence.end)
    if isinstance(value, str):
        return _mention(value, document.text, sentence.start)
    return value


def _statement(each: Say, document: Document, sentences: tuple[Evidence, ...], done: dict[int, Statement]) -> Statement:
    if id(each) in done:
        return done[id(each)]
    sentence = sentences[each.sentence]

    def argument(value: str | Literal | Say | None) -> Argument | None:
        return _argument(value, document, sentence, sentences, done)

    words = each.words or rdf.relation_label(each.predicate)
    at = document.text.find(words, sentence.start, sentence.end)
    roles = tuple(sorted((role, argument(value)) for role, value in each.roles.items()))
    holder = (_mention(each.by, document.text, sentence.start),) if each.by.strip("?") else ()
    relay = (_mention(each.relayed_by, document.text, sentence.start),) if each.relayed_by else ()
    done[id(each)] = Statement(
        document.id,
        _mention(each.subject, document.text, sentence.start),
        Predicate(each.predicate, words, max(at, 0), at + len(words) if at >= 0 else 0),
        argument(each.object),
        sentence,
        roles,  # type: ignore[arg-type]
        Mode(each.mode),
        Polarity.NEGATIVE if each.negative else Polarity.POSITIVE,
        bool(each.by),
        holder,
        relay,
        each.cue,
        _time(each, document.text, sentence),
        each.confidence,
        each.rule,
        _statement(each.of, document, sentences, done).id if each.of else None,
    )
    return done[id(each)]


def _time(each: Say, text: str, sentence: Evidence) -> Time | None:
    if each.time is None:
        return None
    words, first, last = each.time
    start = text.index(words, sentence.start)
    return Time(words, start, start + len(words), first, last)

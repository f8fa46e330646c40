"""Definite descriptions of what the article is about: "the company" is its one company, "the service" its one product.

A description that could mean two things is left alone: an unresolved one costs less than a wrong one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Span, Token

from kg.naming import class_nouns, roles, rows

_DEFINITE = frozenset({"the", "this"})
_FIRMS = frozenset({"kg:Company", "kg:Organization"})
_MEMORY = 6  # sentences within which the thing must have been named
_LEAD = 2  # times as often as any other thing of its kind


@dataclass(slots=True)
class _Thing:
    """A named thing of one kind, and the tokens at which it is named so far."""

    id: str
    type: str
    places: list[int]


def annotate_central_things(doc: Doc) -> None:
    """Add to `doc.spans["mentions"]` the definite descriptions of companies and products that have one bearer."""
    mentions = list(doc.spans.get("mentions", []))
    introduced = list(_introduced(doc, mentions))
    for span in introduced:
        _retype(mentions, span)
    mentions += introduced
    taken = {i for span in mentions for i in range(span.start, span.end)}
    found = list(introduced)
    for noun in doc:
        wanted = _wanted(noun) if noun.i not in taken else None
        if wanted and (bearer := _bearer(noun, wanted, _things(mentions))) is not None:
            found.append(_nominal(doc, noun, bearer.type, bearer.id))
    doc.spans["mentions"] = sorted([*mentions, *found[len(introduced) :]], key=lambda s: (s.start, -s.end))


def _introduced(doc: Doc, mentions: list[Span]) -> Iterator[Span]:
    """ "Orlo's technology, called Gatewise": the technology is Gatewise."""
    by_token = {token.i: span for span in mentions if "nested" not in span.kb_id_ for token in span}
    for noun in doc:
        if noun.pos_ == "NOUN" and noun.i not in by_token:
            for name in _called(noun):
                if (span := by_token.get(name.i)) is not None:
                    yield _nominal(doc, noun, _class(noun, span), span.id_)
                    break


def _class(noun: Token, name: Span) -> str:
    """What the noun says; a thing that is no role is no person, however its name sounds."""
    word = noun.lemma_.lower()
    guess = "kg:Entity" if name.label_ == "kg:Person" and word not in roles() else name.label_
    return class_nouns().get(word, guess)


def _retype(mentions: list[Span], introduced: Span) -> None:
    """What is called a scanner is a product, whatever its name sounds like."""
    for n, span in enumerate(mentions):
        if span.id_ == introduced.id_ and span.label_ != introduced.label_:
            kind, cluster = span.kb_id_, span.id_
            mentions[n] = Span(span.doc, span.start, span.end, label=introduced.label_, kb_id=kind, span_id=cluster)


def _called(noun: Token) -> Iterator[Token]:
    for child in noun.children:
        if child.dep_ in ("acl", "relcl") and child.lower_ in _words("naming"):
            yield from (t for t in child.children if t.dep_ in ("oprd", "attr", "dobj"))
            yield from (t for prep in child.children if prep.lower_ == "as" for t in prep.children)


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(row["word"] for row in rows("central") if row["kind"] == kind)


def _nominal(doc: Doc, noun: Token, label: str, cluster: str) -> Span:
    """The noun with what stands before it, but not with whose it is."""
    owners = [child.right_edge.i + 1 for child in noun.children if child.dep_ == "poss"]
    start = max([noun.left_edge.i, *owners])
    return Span(doc, start, noun.i + 1, label=label, kb_id="nominal", span_id=cluster)


def _wanted(noun: Token) -> frozenset[str]:
    """The classes that a definite singular noun may refer to; none if it says more than what kind of thing it is."""
    if noun.tag_ != "NN" or noun.dep_ == "compound":
        return frozenset()
    if not any(child.lower_ in _DEFINITE and child.dep_ == "det" for child in noun.children):
        return frozenset()
    if any(child.i > noun.i and child.dep_ in ("prep", "relcl", "acl", "appos") for child in noun.children):
        return frozenset()
    kind = class_nouns().get(noun.lemma_.lower())
    modifiers = [child for child in noun.children if child.dep_ in ("amod", "compound", "nummod", "poss")]
    if any(m.lower_ in _words("selective") or m.pos_ in ("NUM", "PROPN") for m in modifiers):
        return frozenset()
    if kind == "kg:Company":
        return _FIRMS
    return frozenset({kind}) if kind == "kg:Product" and not modifiers else frozenset()


def _things(mentions: list[Span]) -> list[_Thing]:
    by_id: dict[str, _Thing] = {}
    for span in mentions:
        if span.kb_id_ == "name" or "nominal" in span.kb_id_:
            by_id.setdefault(span.id_, _Thing(span.id_, span.label_, [])).places.append(span.start)
    return list(by_id.values())


def _bearer(noun: Token, wanted: frozenset[str], things: list[_Thing]) -> _Thing | None:
    """The one thing of the wanted kind before the noun, or the one named far more often than the others."""
    opening = noun.sent.start
    counted = []
    for thing in things:
        before = [place for place in thing.places if place < noun.i]
        if thing.type in wanted and before and (before[0] < opening or _is_alone(thing, things, noun, wanted)):
            counted.append((len(before), before[-1], thing))
    if not counted:
        return None
    counted.sort(key=lambda item: item[:2], reverse=True)
    most, last, thing = counted[0]
    is_near = _sentences_between(noun.doc, last, noun.i) <= _MEMORY
    is_leading = len(counted) == 1 or most >= _LEAD * counted[1][0]
    return thing if is_near and is_leading else None


def _is_alone(thing: _Thing, things: list[_Thing], noun: Token, wanted: frozenset[str]) -> bool:
    """Whether nothing else of the kind has been named before the noun."""
    others = [t for t in things if t is not thing and t.type in wanted and min(t.places) < noun.i]
    return not others


def _sentences_between(doc: Doc, start: int, end: int) -> int:
    return sum(1 for token in doc[start + 1 : end + 1] if token.is_sent_start)


__all__ = ["annotate_central_things"]

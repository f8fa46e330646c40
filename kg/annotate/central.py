"""Descriptions of what the article is about: "the company" is its one company, "the service" its one product.

Also what is described where it is named ("its director, Ada Holt"), and what the sentence before speaks of ("The group
fears", "Its director"). A description that could mean two things is left alone: a wrong one costs more than none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.naming import class_nouns, roles, rows, small_words
from kg.parse import Doc, Span, Token

_DEFINITE = frozenset({"the", "this"})
_BODIES = frozenset(
    {
        "kg:Organization",
        "kg:Company",
        "kg:AdvocacyGroup",
        "kg:GovernmentBody",
        "kg:PoliticalParty",
        "kg:MediaOutlet",
        "kg:EducationalOrganization",
        "kg:Group",
    }
)
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
    by_token = {token.i: span for span in mentions if "nested" not in span.kb_id_ for token in span}
    found: list[Span] = []
    for token in doc:
        if token.i in taken:
            continue
        if token.lower_ == "its":
            found += _resumed(token, by_token)
        elif wanted := _wanted(token):
            bearer = _bearer(token, wanted, [*mentions, *found]) or _subject_before(token, wanted, by_token)
            if bearer is not None:
                found.append(_nominal(doc, token, bearer.type, bearer.id))
                by_token[token.i] = found[-1]
    doc.spans["mentions"] = sorted([*mentions, *found], key=lambda s: (s.start, -s.end))


def _resumed(pronoun: Token, by_token: dict[int, Span]) -> list[Span]:
    """ "Its director said so": what the sentence before is about."""
    topic = _topic(pronoun, by_token) if pronoun.i == pronoun.sent.start else None
    if topic is None or topic.label_ == "kg:Person" or pronoun.head.dep_ not in ("nsubj", "nsubjpass", "appos"):
        return []
    doc = pronoun.doc
    return [Span(doc, pronoun.i, pronoun.i + 1, label=topic.label_, kb_id="pronoun", span_id=topic.id_)]


def _subject_before(noun: Token, wanted: frozenset[str], by_token: dict[int, Span]) -> _Thing | None:
    """ "The group fears that": the group of which the sentence before speaks."""
    topic = _topic(noun, by_token) if noun.dep_ in ("nsubj", "nsubjpass") and noun.head.dep_ == "ROOT" else None
    return _Thing(topic.id_, topic.label_, []) if topic is not None and topic.label_ in wanted else None


def _topic(token: Token, by_token: dict[int, Span]) -> Span | None:
    """The named subject of the sentence before, if it is the only one there."""
    before = token.sent.start - 1
    while before >= 0 and token.doc[before].is_space:
        before -= 1
    if before < 0:
        return None
    found = [child for child in token.doc[before].sent.root.children if child.dep_ in ("nsubj", "nsubjpass")]
    if len(found) != 1 or any(child.dep_ == "conj" for child in found[0].children):
        return None
    return by_token.get(found[0].i)


def _introduced(doc: Doc, mentions: list[Span]) -> Iterator[Span]:
    """ "Orlo's technology, called Gatewise": the technology is Gatewise; "its director, Ada Holt" is Ada Holt."""
    by_token = {token.i: span for span in mentions if "nested" not in span.kb_id_ for token in span}
    for noun in doc:
        if noun.pos_ != "NOUN" or noun.i in by_token or noun.lower_ in small_words("caption"):
            continue
        for name in _called(noun):
            if (span := by_token.get(name.i)) is not None:
                yield _nominal(doc, noun, _class(noun, span), span.id_)
                break
        else:
            span = next((by_token[name.i] for name in _apposed(noun) if name.i in by_token), None)
            if span is not None and span.kb_id_ == "name" and _may_name(span, noun):
                yield _nominal(doc, noun, span.label_, span.id_)


def _apposed(noun: Token) -> Iterator[Token]:
    """The name in apposition; "an analyst at Orlo, Ada Holt": the parser hangs it on the firm."""
    yield from (child for child in noun.children if child.dep_ == "appos")
    if noun.lemma_.lower() in roles():
        for preposition in noun.children:
            things = (t for t in preposition.children if preposition.dep_ == "prep" and t.dep_ == "pobj")
            yield from (child for thing in things for child in thing.children if child.dep_ == "appos")


def _may_name(name: Span, noun: Token) -> bool:
    """Whether a name can be that of the noun beside it."""
    if noun.tag_ != "NN":
        return False
    word = noun.lemma_.lower()
    if word in roles() or name.label_ == "kg:Person":
        return word not in class_nouns() and name.label_ == "kg:Person"
    kind = class_nouns().get(word)
    if kind is None:
        return any(child.dep_ == "poss" for child in noun.children)
    return name.label_ in (kind, "kg:Entity") or (kind in _BODIES and name.label_ in _BODIES)


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
    if kind in _BODIES:
        return _FIRMS if kind == "kg:Company" else frozenset({kind, "kg:Organization", "kg:AdvocacyGroup"})
    return frozenset({kind}) if kind == "kg:Product" and not modifiers else frozenset()


def _things(mentions: list[Span]) -> list[_Thing]:
    by_id: dict[str, _Thing] = {}
    for span in sorted(mentions, key=lambda span: span.start):
        if span.kb_id_ == "name" or "nominal" in span.kb_id_:
            by_id.setdefault(span.id_, _Thing(span.id_, span.label_, [])).places.append(span.start)
    return list(by_id.values())


def _bearer(noun: Token, wanted: frozenset[str], mentions: list[Span]) -> _Thing | None:
    """The one thing of the wanted kind before the noun, or the one named far more often than the others."""
    if not wanted & {"kg:Company", "kg:Product"}:
        return None
    opening, things = noun.sent.start, _things(mentions)
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

"""Names inside names: the country in "Bank of Denmark", the town in "Barlow Stadium"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.annotate.names.namesakes import Apart
from kg.annotate.names.parts import is_lone_head
from kg.annotate.names.spelling import Name, written
from kg.naming import (
    demonyms,
    head_words,
    known_organizations,
    known_places,
    normal_form,
    place_called,
    small_words,
)
from kg.parse import Doc, Span

_SURE = frozenset({"EVENT", "LOC"})  # what the recogniser finds inside a longer name: "Museum of the Boer War"
PLACE = "kg:GeopoliticalEntity"


def nested(doc: Doc, names: list[Name], apart: Apart = frozenset()) -> Iterator[Name]:
    """Names inside names: countries and regions, and whatever is a name of its own elsewhere in the document, but for
    what the text tells apart."""
    alone = {normal_form(written(doc[n.start : n.end])): n for n in names}
    recognised = {(ent.start + _has_article(ent), ent.end) for ent in doc.ents if ent.label_ in _SURE}
    for outer in names:
        if outer.end - outer.start < 2 or outer.label == "PERSON":
            continue
        taken: set[int] = set()
        for start, end in _inner(doc, outer):
            span = doc[start:end]
            if taken & set(range(start, end)) or not span[0].text[:1].isupper() or not span[-1].text[:1].isupper():
                continue
            is_known = span.text in known_places() or (len(span) > 1 and span.text in known_organizations())
            form = normal_form(written(span))
            whole = normal_form(written(doc[outer.start : outer.end]))
            if form == whole or frozenset({form, whole}) in apart:
                continue
            known = alone.get(form)
            is_known |= len(span) > 1 and (start, end) in recognised
            if (is_known or (known is not None and not is_lone_head(doc, known))) and span.text not in demonyms():
                yield Name(start, end, is_nested=True, is_heading=outer.is_heading)
                taken |= set(range(start, end))
        if not taken:
            yield from _of_place(doc, outer)
            yield from _before_building(doc, outer)
        else:
            yield from _campus(doc, outer, max(taken) + 1)


def _has_article(ent: Span) -> bool:
    return ent[0].lower_ == "the"


def _of_place(doc: Doc, outer: Name) -> Iterator[Name]:
    """The place in "University of Barlow" and "City of Barlow"."""
    words = [t.text for t in doc[outer.start : outer.end]]
    if "of" in words[1:-1]:
        i = words.index("of", 1)
        head = head_words("of").get(words[i - 1])
        rest = [w for w in words[i + 1 :] if w[0].isupper() and w not in head_words("last")]
        is_place = words[i - 1] == "University" or (head is not None and head.type == PLACE)
        is_place = is_place and not any(w.casefold() in small_words("subject") for w in rest)
        if is_place and 0 < len(rest) == len(words) - i - 1 < 3 and rest[0] not in demonyms():
            yield Name(outer.start + i + 1, outer.end, is_nested=True, is_heading=outer.is_heading, cue=PLACE)


def _campus(doc: Doc, outer: Name, start: int) -> Iterator[Name]:
    """The town in "University of Ohio Barlow", after the state."""
    is_campus = doc[outer.start].text == "University" and place_called(doc[outer.start + 2 : start].text) is not None
    start += doc[start : start + 1].text in {"at", "-", "–"}
    tail = doc[start : outer.end]
    if is_campus and 0 < len(tail) < 3 and all(t.pos_ == "PROPN" and t.text not in head_words("last") for t in tail):
        yield Name(start, outer.end, is_nested=True, is_heading=outer.is_heading, cue=PLACE)


def _before_building(doc: Doc, outer: Name) -> Iterator[Name]:
    """What a building is called after: "Barlow" in "Barlow Stadium"."""
    words = doc[outer.start : outer.end - 1]
    is_plain = all(t.pos_ == "PROPN" and t.lower_ not in small_words("plain") for t in words)
    building = doc[outer.end - 1].lower_
    if building in small_words("building") and is_plain and len(words) < 4:
        label = "" if building in {"foundation", "memorial"} else "GPE"
        yield Name(outer.start, outer.end - 1, label, is_nested=True, is_heading=outer.is_heading)


def _inner(doc: Doc, outer: Name) -> Iterator[tuple[int, int]]:
    """The proper parts of a name, longest first; its head is none: "South Australia" is not in Australia's name."""
    size = outer.end - outer.start
    for length in range(size - 1, 0, -1):
        for start in range(outer.start, outer.end - length + 1):
            if start + length < outer.end or doc[start - 1].lower_ in small_words("joint"):
                yield start, start + length

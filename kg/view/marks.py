"""What to mark in a sentence, counted as browsers count: in UTF-16 units."""

from __future__ import annotations

from bisect import bisect_left

from kg.view.content import Reported, Sentence

_SUBJECT, _OBJECT, _CUE, _RELATION = range(4)


def marks(found: Reported, sentence: Sentence) -> tuple[int, ...]:
    """Kind, begin and end of every span of a statement, from the beginning of its sentence."""
    begin, size = sentence.begin, len(sentence.quote)
    places = [] if not found.cue else _cue_places(found, sentence)
    spans = ((_SUBJECT, found.subject_span), (_OBJECT, found.object_span), (_RELATION, found.relation_span))
    wide = wide_letters(sentence.quote)
    numbers: list[int] = []
    for kind, span in (*spans, *places):
        if span and begin <= span[0] < span[1] <= begin + size:
            numbers += (kind, span[0] - begin, span[1] - begin)
    if not wide:
        return tuple(numbers)
    return tuple(in_units(number, wide) if i % 3 else number for i, number in enumerate(numbers))


def wide_letters(text: str) -> list[int]:
    """Where the letters stand that browsers count as two."""
    if text.isascii() or max(text) <= "\uffff":
        return []
    return [i for i, letter in enumerate(text) if letter > "\uffff"]


def in_units(place: int, wide: list[int]) -> int:
    """A place in a text, in the units of a browser."""
    return place + bisect_left(wide, place) if wide else place


def _cue_places(found: Reported, sentence: Sentence) -> list[tuple[int, tuple[int, int]]]:
    """The cue's words where they stand nearest before or after the relation, as places in the document."""
    near = (found.relation_span or found.subject_span or (sentence.begin, 0))[0] - sentence.begin
    places = []
    for word in filter(None, (part.strip() for part in found.cue.replace("…", ",").replace(";", ",").split(","))):
        starts = [i for i in range(len(sentence.quote)) if sentence.quote.startswith(word, i)]
        if starts:
            begin = sentence.begin + min(starts, key=lambda i: (abs(i - near), i))
            places.append((_CUE, (begin, begin + len(word))))
    return places

"""Those whom an obituary names as left behind: "She is survived by two sons, Otto and Emil, and a daughter, Pia"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from kg.extract.clauses import subjects
from kg.extract.frames.reading import Reading
from kg.parse import Token

_SURVIVED = frozenset({"survived"})
_TIES = {"offspring": "kg:childOf", "sibling": "kg:relativeOf"}


def survivors(reading: Reading) -> Iterator[tuple[str, Token, Token, Token]]:
    """What each child or sibling named is to the one who died, both, and the verb; the parser is lost in such lists."""
    ties = {noun: tie for words, tie in _TIES.items() for noun in reading.ontology.words[words]}
    for verb in reading.doc.written(_SURVIVED):
        dead = next(iter(subjects(verb)), None)
        if dead is None or not reading.types.is_named(dead) or not reading.types.fit(dead, ("kg:Person",)):
            continue
        for noun in reading.doc[verb.i + 1 : verb.sent.end]:
            tie = ties.get(noun.lemma_.lower()) if noun.pos_ == "NOUN" else None
            if tie is not None:
                yield from ((tie, person, dead, verb) for person in _named_behind(reading, noun.i + 1))
            elif noun.lemma_.lower() in reading.ontology.words["spouse"] and (behind := _behind_years(noun)):
                yield from (("kg:spouseOf", person, dead, verb) for person in islice(_named_behind(reading, behind), 1))


def _behind_years(noun: Token) -> int:
    """The place behind "of 40 years" in "his wife of 40 years, Pia"; 0 where there are none."""
    tokens = noun.doc.tokens[noun.i + 1 : noun.i + 6]
    is_told = bool(tokens) and tokens[0].lower_ == "of"
    return next((t.i + 1 for t in tokens if t.lower_ == "years"), 0) if is_told else 0


def _named_behind(reading: Reading, place: int) -> Iterator[Token]:
    """ "Two sons, *Otto* and *Emil*, and": the names at a place, up to what is none."""
    tokens, sent = reading.doc.tokens, reading.doc.tokens[place - 1].sent
    place = _past_joint(place, tokens)
    while place < len(tokens) and reading.types.is_name(tokens[place]) and tokens[place].sent == sent:
        span = reading.types.span(tokens[place])
        end = span.end if span is not None else place + 1
        yield span.root if span is not None else tokens[place]
        place = _past_joint(end, tokens)
        if place == end:
            return


def _past_joint(place: int, tokens: list[Token]) -> int:
    """Behind a comma, an "and", or both."""
    for word in (",", "and"):
        if place < len(tokens) and tokens[place].lower_ == word:
            place += 1
    return place
